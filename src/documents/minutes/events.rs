//! What the minutes say of each thing that happened: one function per kind of thing, sentences from the table of words.
//! Knows no order and no layout. Speeches and answers are [`turns`](super::turns)'.

use super::super::prose::{Prose, answer_of, plain, upper_first};
use super::course::Happening;
use super::turns;
use crate::domain::i18n::Message;
use crate::domain::record::{
    BreakRecord, ChairChangeRecord, DeviationRecord, Edition, InterruptionRecord, ItemRecord,
    RefusedRecord, SpanRecord, SpeakerRecord, StepRecord, TurnRecord,
};
use crate::domain::regulation::{Phase, StepId};
use crate::domain::session::deviation::Departure;
use crate::domain::session::queue::Standing;
use crate::domain::session::timing::Edge;

/// The sentences on one thing.
pub(super) fn lines(scribe: Prose<'_>, happening: Happening<'_>) -> Vec<String> {
    match happening {
        Happening::Turn(turn) => turns::lines(scribe, turn),
        Happening::Break(rest) => vec![pause(scribe, rest)],
        Happening::Away(gap) => vec![away(scribe, gap)],
        Happening::Deviation(departed) => vec![deviation(scribe, departed)],
        Happening::ChairChange(change) => vec![chair_change(scribe, change)],
        Happening::Refused(speaker, why) => vec![refused(scribe, speaker, why)],
    }
}

fn pause(scribe: Prose<'_>, rest: &BreakRecord) -> String {
    let words = &scribe.words.minutes;
    let time = scribe.time(rest.span.began);
    match rest.span.ended {
        Some(ended) => words.rest.render(&[
            ("time", &time),
            ("ended", &scribe.time(ended)),
            ("length", &scribe.length(rest.span.actual_ms)),
        ]),
        None => words.rest_open.render(&[("time", &time)]),
    }
}

fn away(scribe: Prose<'_>, gap: &InterruptionRecord) -> String {
    let words = &scribe.words.minutes;
    words.away.render(&[
        ("time", &scribe.time(gap.from)),
        ("ended", &scribe.time(gap.to)),
        (
            "went_on",
            match gap.went_on {
                Some(true) => &words.went_on,
                Some(false) => &words.stood_still,
                None => &words.unknown,
            },
        ),
    ])
}

fn deviation(scribe: Prose<'_>, departed: &DeviationRecord) -> String {
    let words = &scribe.words.minutes;
    let departure = match &departed.departure {
        Departure::StepSkipped { step } => words
            .step_skipped
            .render(&[("step", &step_title(scribe, step))]),
        Departure::ActsLeftOut { step, acts } => {
            let titles: Vec<String> = step_of(scribe, step)
                .into_iter()
                .flat_map(|step| &step.acts)
                .filter(|act| acts.contains(&act.id))
                .map(|act| act.title.vi.clone())
                .collect();
            words.acts_left_out.render(&[
                ("step", &step_title(scribe, step)),
                ("acts", &titles.join("; ")),
            ])
        }
        Departure::OpinionsLeftUnread { step, opinions } => {
            let numbers: Vec<String> = opinions.iter().map(|id| id.0.to_string()).collect();
            words.opinions_left_unread.render(&[
                ("step", &step_title(scribe, step)),
                ("opinions", &numbers.join(", ")),
            ])
        }
        Departure::WentBack { from, to } => words.went_back.render(&[
            ("from", &step_title(scribe, from)),
            ("to", &step_title(scribe, to)),
        ]),
        Departure::StepRepeated { step } => words
            .step_repeated
            .render(&[("step", &step_title(scribe, step))]),
        Departure::UnregisteredSpeaker { number } => words
            .unregistered
            .render(&[("person", &scribe.citizen(*number))]),
        Departure::OpinionOutOfScope { item } => {
            let raised = scribe.item(*item);
            words.out_of_scope.render(&[
                ("number", item),
                (
                    "person",
                    &raised.map_or_else(String::new, |item| scribe.raiser(item)),
                ),
            ])
        }
    };
    words.deviation.render(&[
        ("time", &scribe.time(departed.at)),
        ("departure", &departure),
        ("article", &scribe.cite(&departed.article)),
        ("why", &scribe.text(Some(&departed.reason.why))),
        (
            "ordered_by",
            &scribe.text(Some(&departed.reason.ordered_by)),
        ),
    ])
}

fn chair_change(scribe: Prose<'_>, change: &ChairChangeRecord) -> String {
    let record = scribe.record;
    let before = record
        .chair_changes
        .iter()
        .take_while(|known| *known != change)
        .last()
        .map_or(&record.chair, |known| &known.by);
    scribe.words.minutes.chair_change.render(&[
        ("time", &scribe.time(change.at)),
        ("by", &upper_first(&scribe.official(&change.by))),
        ("before", &scribe.official(before)),
        ("why", &why_replaced(scribe, change)),
    ])
}

/// Why somebody else took the chair: the regulation's case where one was named, the reason, the article.
pub(super) fn why_replaced(scribe: Prose<'_>, change: &ChairChangeRecord) -> String {
    let words = &scribe.words.minutes;
    let mut why = scribe.text(Some(&change.reason.why));
    if let Some(case) = &change.case {
        why = words
            .chair_case
            .render(&[("case", &case.title.vi), ("why", &why)]);
    }
    match &change.article {
        Some(article) => words
            .chair_article
            .render(&[("why", &why), ("article", &scribe.cite(article))]),
        None => why,
    }
}

fn refused(scribe: Prose<'_>, speaker: &SpeakerRecord, why: &RefusedRecord) -> String {
    let words = &scribe.words.minutes;
    let sentence = match scribe.record.edition {
        Edition::Office { .. } => &words.refused,
        Edition::Public { .. } => &words.refused_public,
    };
    sentence.render(&[
        ("time", &scribe.time(why.at)),
        ("person", &scribe.citizen(speaker.number)),
        ("ground", &plain(&why.text.vi)),
        ("article", &scribe.cite(&why.article)),
    ])
}

/// Why somebody who registered did not speak; `None` for those who did.
pub(super) fn why_silent(scribe: Prose<'_>, speaker: &SpeakerRecord) -> Option<String> {
    let words = &scribe.words.minutes;
    if scribe.spoke(speaker.number) {
        return None;
    }
    let why = match speaker.standing {
        Standing::Spoke => return None,
        Standing::Waiting => &words.waiting,
        Standing::Absent => &words.absent,
        Standing::Withdrew => &words.withdrew,
        Standing::WrittenSlip => &words.written,
        Standing::NoTimeLeft => &words.no_time,
        Standing::Refused => &words.refused_one,
    };
    Some(marked(scribe, speaker, why))
}

/// What became of somebody after they had spoken: refused since, or waiting once more in vain. `None` for those who only
/// spoke, and for those who did not.
pub(super) fn since_speaking(scribe: Prose<'_>, speaker: &SpeakerRecord) -> Option<String> {
    let words = &scribe.words.minutes;
    if !scribe.spoke(speaker.number) {
        return None;
    }
    let what = match speaker.standing {
        Standing::Spoke => return None,
        Standing::Waiting => &words.again_waiting,
        Standing::Absent => &words.again_absent,
        Standing::Withdrew => &words.again_withdrew,
        Standing::WrittenSlip => &words.again_written,
        Standing::NoTimeLeft => &words.again_no_time,
        Standing::Refused => &words.again_refused,
    };
    Some(marked(scribe, speaker, what))
}

fn marked(scribe: Prose<'_>, speaker: &SpeakerRecord, why: &Message) -> String {
    scribe.words.minutes.not_speaking_one.render(&[
        ("person", &upper_first(&scribe.citizen(speaker.number))),
        ("number", &speaker.number.0),
        ("why", why),
    ])
}

pub(super) fn item_without_turn(scribe: Prose<'_>, item: &ItemRecord) -> String {
    let words = &scribe.words.minutes;
    let answer = answer_of(item)
        .map(plain)
        .filter(|answer| !answer.is_empty())
        .map(|answer| words.other_answer.render(&[("answer", &answer)]))
        .unwrap_or_default();
    words.other_item.render(&[
        ("number", &item.id),
        ("person", &scribe.raiser(item)),
        ("text", &scribe.text(Some(&item.text))),
        ("answer", &answer),
        ("result", &scribe.result(item)),
    ])
}

/// What a turn is called when its time is corrected.
pub(super) fn turn_named(scribe: Prose<'_>, turn: &TurnRecord) -> String {
    let words = &scribe.words.minutes;
    match turn.phase {
        Phase::Speech => &words.turn_speech,
        Phase::Answer => &words.turn_answer,
        Phase::FollowUp => &words.turn_follow_up,
    }
    .render(&[("person", &scribe.holder(&turn.holder))])
}

/// The correction that counts for each end of a span: the last.
pub(super) fn corrections(scribe: Prose<'_>, name: &str, span: &SpanRecord) -> Vec<String> {
    let words = &scribe.words.minutes;
    [
        (
            Edge::Begin,
            &words.corrected_began,
            Some(span.began),
            Some(span.measured_began),
        ),
        (
            Edge::End,
            &words.corrected_ended,
            span.ended,
            span.measured_ended,
        ),
    ]
    .into_iter()
    .filter_map(|(edge, sentence, corrected, measured)| {
        let correction = span
            .corrections
            .iter()
            .rev()
            .find(|correction| correction.edge == edge)?;
        Some(sentence.render(&[
            ("what", &name),
            ("corrected", &scribe.time(corrected?)),
            ("measured", &scribe.time(measured?)),
            ("why", &scribe.text(Some(&correction.reason.why))),
            (
                "ordered_by",
                &scribe.text(Some(&correction.reason.ordered_by)),
            ),
        ]))
    })
    .collect()
}

fn step_of<'a>(scribe: Prose<'a>, id: &StepId) -> Option<&'a StepRecord> {
    scribe.record.steps.iter().find(|step| &step.id == id)
}

fn step_title(scribe: Prose<'_>, id: &StepId) -> String {
    step_of(scribe, id).map_or_else(|| id.0.clone(), |step| step.title.vi.clone())
}
