//! What the minutes say of each thing that happened: one function per kind of thing, sentences from the table of words.
//! Knows no order and no layout. Speeches and answers are `turns`'.

use super::super::prose::{Prose, answer_of, plain, upper_first};
use super::happening::Happening;
use super::turns;
use crate::documents::words::MinutesMessage;
use crate::domain::i18n::Message;
use crate::domain::record::{
    BreakRecord, ChairChangeRecord, ClockSetRecord, DeviationRecord, Edition, InterruptionRecord,
    ItemRecord, RefusedRecord, SessionRecord, SpanRecord, SpeakerRecord, StepRecord, TurnRecord,
    VenueLinkRecord,
};
use crate::domain::regulation::{Phase, StepId};
use crate::domain::session::deviation::Departure;
use crate::domain::session::queue::Standing;
use crate::domain::session::timing::Edge;
use crate::domain::session::venue::VenueLink;
use crate::domain::time::Millis;

/// The sentences on one thing.
pub(super) fn lines(prose: Prose<'_>, happening: Happening<'_>) -> Vec<String> {
    match happening {
        Happening::Turn(turn) => turns::lines(prose, turn),
        Happening::Break(rest) => vec![pause(prose, rest)],
        Happening::ClockSet(gap) => vec![clock_set(prose, gap)],
        Happening::Away(gap) => vec![away(prose, gap)],
        Happening::Deviation(departed) => vec![deviation(prose, departed)],
        Happening::ChairChange(change) => vec![chair_change(prose, change)],
        Happening::Refused(speaker, why) => vec![refused(prose, speaker, why)],
        Happening::Venue(change) => vec![venue(prose, change)],
        Happening::Note(note) => vec![
            prose.words.minutes[MinutesMessage::Note]
                .render(&[("time", &prose.time(note.at)), ("text", &plain(&note.text))]),
        ],
    }
}

fn venue(prose: Prose<'_>, change: &VenueLinkRecord) -> String {
    let sentence = match change.link {
        VenueLink::Ready => &prose.words.minutes[MinutesMessage::VenueReady],
        VenueLink::Lost => &prose.words.minutes[MinutesMessage::VenueLost],
    };
    let venue = prose.venue(&change.venue);
    sentence.render(&[("time", &prose.time(change.at)), ("venue", &venue)])
}

fn pause(prose: Prose<'_>, rest: &BreakRecord) -> String {
    let words = &prose.words.minutes;
    let time = prose.time(rest.span.began);
    if rest.adjourned {
        let date = prose.date(rest.span.began.date_naive());
        return match rest.span.ended {
            Some(ended) => words[MinutesMessage::Adjourned].render(&[
                ("time", &time),
                ("date", &date),
                ("ended", &prose.time(ended)),
                ("ended_date", &prose.date(ended.date_naive())),
            ]),
            None => {
                words[MinutesMessage::AdjournedOpen].render(&[("time", &time), ("date", &date)])
            }
        };
    }
    match rest.span.ended {
        Some(ended) => words[MinutesMessage::Rest].render(&[
            ("time", &time),
            ("ended", &prose.time(ended)),
            ("length", &prose.length(rest.span.actual_ms)),
        ]),
        None => words[MinutesMessage::RestOpen].render(&[("time", &time)]),
    }
}

fn clock_set(prose: Prose<'_>, set: &ClockSetRecord) -> String {
    let words = &prose.words.minutes;
    let sentence = if set.by_ms < 0 {
        &words[MinutesMessage::ClockSetBack]
    } else {
        &words[MinutesMessage::ClockSetForward]
    };
    let by = prose.length(Millis(set.by_ms.unsigned_abs()));
    sentence.render(&[("time", &prose.time(set.at)), ("by", &by)])
}

fn away(prose: Prose<'_>, gap: &InterruptionRecord) -> String {
    let words = &prose.words.minutes;
    let days = [gap.from, gap.to].map(|at| at.date_naive());
    if days[0] != days[1] && gap.went_on != Some(true) {
        return words[MinutesMessage::Adjourned].render(&[
            ("time", &prose.time(gap.from)),
            ("date", &prose.date(days[0])),
            ("ended", &prose.time(gap.to)),
            ("ended_date", &prose.date(days[1])),
        ]);
    }
    words[MinutesMessage::Away].render(&[
        ("time", &prose.time(gap.from)),
        ("ended", &prose.time(gap.to)),
        (
            "went_on",
            match gap.went_on {
                Some(true) => &words[MinutesMessage::WentOn],
                Some(false) => &words[MinutesMessage::StoodStill],
                None => &words[MinutesMessage::Unknown],
            },
        ),
    ])
}

/// Whether the session was adjourned when the program went away, which is told already.
pub(super) fn is_adjourned(record: &SessionRecord, away: &InterruptionRecord) -> bool {
    record.breaks.iter().any(|rest| {
        rest.adjourned
            && rest.span.began <= away.from
            && rest.span.ended.is_none_or(|ended| away.from < ended)
    })
}

fn deviation(prose: Prose<'_>, departed: &DeviationRecord) -> String {
    let words = &prose.words.minutes;
    let departure = match &departed.departure {
        Departure::StepSkipped { step } => {
            words[MinutesMessage::StepSkipped].render(&[("step", &step_title(prose, step))])
        }
        Departure::ActsLeftOut { step, acts } => {
            let titles: Vec<String> = step_of(prose, step)
                .into_iter()
                .flat_map(|step| &step.acts)
                .filter(|act| acts.contains(&act.id))
                .map(|act| act.title.vi.clone())
                .collect();
            words[MinutesMessage::ActsLeftOut].render(&[
                ("step", &step_title(prose, step)),
                ("acts", &titles.join("; ")),
            ])
        }
        Departure::OpinionsLeftUnread { step, opinions } => {
            let numbers: Vec<String> = opinions.iter().map(|id| id.0.to_string()).collect();
            words[MinutesMessage::OpinionsLeftUnread].render(&[
                ("step", &step_title(prose, step)),
                ("opinions", &numbers.join(", ")),
            ])
        }
        Departure::WentBack { from, to } => words[MinutesMessage::WentBack].render(&[
            ("from", &step_title(prose, from)),
            ("to", &step_title(prose, to)),
        ]),
        Departure::StepRepeated { step } => {
            words[MinutesMessage::StepRepeated].render(&[("step", &step_title(prose, step))])
        }
        Departure::UnregisteredSpeaker { number } => {
            words[MinutesMessage::Unregistered].render(&[("person", &prose.citizen(*number))])
        }
        Departure::Adjourned => words[MinutesMessage::AdjournedDeparture].to_string(),
        Departure::OpinionOutOfScope { item } => {
            let raised = prose.item(*item);
            words[MinutesMessage::OutOfScope].render(&[
                ("number", item),
                (
                    "person",
                    &raised.map_or_else(String::new, |item| prose.raiser(item)),
                ),
            ])
        }
    };
    words[MinutesMessage::Deviation].render(&[
        ("time", &prose.time(departed.at)),
        ("departure", &departure),
        ("article", &prose.cite(&departed.article)),
        ("why", &prose.text(Some(&departed.reason.why))),
        ("ordered_by", &prose.text(Some(&departed.reason.ordered_by))),
    ])
}

fn chair_change(prose: Prose<'_>, change: &ChairChangeRecord) -> String {
    let record = prose.record;
    let before = record
        .chair_changes
        .iter()
        .take_while(|known| *known != change)
        .last()
        .map_or(&record.chair, |known| &known.by);
    let by = prose.official(&change.by);
    if prose.is_before_beginning(change.line_ms) {
        return prose.words.minutes[MinutesMessage::ChairChangeFirst].render(&[
            ("by", &by),
            ("before", &prose.official(before)),
            ("why", &why_replaced(prose, change)),
        ]);
    }
    prose.words.minutes[MinutesMessage::ChairChange].render(&[
        ("time", &prose.time(change.at)),
        ("by", &upper_first(&by)),
        ("before", &prose.official(before)),
        ("why", &why_replaced(prose, change)),
    ])
}

/// Why somebody else took the chair: the regulation's case where one was named, the reason, the article.
pub(super) fn why_replaced(prose: Prose<'_>, change: &ChairChangeRecord) -> String {
    let words = &prose.words.minutes;
    let mut why = prose.text(Some(&change.reason.why));
    if let Some(case) = &change.case {
        why = words[MinutesMessage::ChairCase].render(&[("case", &case.title.vi), ("why", &why)]);
    }
    // Programs before this one kept the article also without one of its cases.
    match change.article.as_ref().filter(|_| change.case.is_some()) {
        Some(article) => words[MinutesMessage::ChairArticle]
            .render(&[("why", &why), ("article", &prose.cite(article))]),
        None => why,
    }
}

fn refused(prose: Prose<'_>, speaker: &SpeakerRecord, why: &RefusedRecord) -> String {
    let words = &prose.words.minutes;
    let sentence = match prose.record.edition {
        Edition::Office { .. } => &words[MinutesMessage::Refused],
        Edition::Public { .. } => &words[MinutesMessage::RefusedPublic],
    };
    sentence.render(&[
        ("time", &prose.time(why.at)),
        ("person", &prose.citizen(speaker.number)),
        ("ground", &plain(&why.text.vi)),
        ("article", &prose.cite(&why.article)),
    ])
}

/// Why somebody who registered did not speak; `None` for those who did.
pub(super) fn why_silent(prose: Prose<'_>, speaker: &SpeakerRecord) -> Option<String> {
    let words = &prose.words.minutes;
    if prose.spoke(speaker.number) {
        return None;
    }
    let why = match speaker.standing {
        Standing::Spoke => return None,
        Standing::Waiting => &words[MinutesMessage::Waiting],
        Standing::Absent => &words[MinutesMessage::Absent],
        Standing::Withdrew => &words[MinutesMessage::Withdrew],
        Standing::WrittenSlip => &words[MinutesMessage::Written],
        Standing::NoTimeLeft => &words[MinutesMessage::NoTime],
        Standing::Refused => &words[MinutesMessage::RefusedOne],
    };
    Some(marked(prose, speaker, why, &announced(prose, speaker)))
}

/// What somebody announced and could not say, and nobody took up.
fn announced(prose: Prose<'_>, speaker: &SpeakerRecord) -> String {
    let words = &prose.words.minutes;
    let subjects: Vec<String> = speaker
        .not_raised
        .iter()
        .map(|subject| plain(&subject.text))
        .filter(|subject| !subject.is_empty())
        .map(|subject| words[MinutesMessage::Quoted].render(&[("text", &subject)]))
        .collect();
    if subjects.is_empty() {
        return String::new();
    }
    let aside = speaker
        .set_aside
        .as_deref()
        .map_or_else(String::new, |why| {
            words[MinutesMessage::SetAside].render(&[("why", &plain(why))])
        });
    words[MinutesMessage::Announced]
        .render(&[("subjects", &subjects.join(", ")), ("aside", &aside)])
}

/// What became of somebody after they had spoken: refused since, or waiting once more in vain. `None` for those who only
/// spoke, and for those who did not.
pub(super) fn since_speaking(prose: Prose<'_>, speaker: &SpeakerRecord) -> Option<String> {
    let words = &prose.words.minutes;
    if !prose.spoke(speaker.number) {
        return None;
    }
    let what = match speaker.standing {
        Standing::Spoke => return None,
        Standing::Waiting => &words[MinutesMessage::AgainWaiting],
        Standing::Absent => &words[MinutesMessage::AgainAbsent],
        Standing::Withdrew => &words[MinutesMessage::AgainWithdrew],
        Standing::WrittenSlip => &words[MinutesMessage::AgainWritten],
        Standing::NoTimeLeft => &words[MinutesMessage::AgainNoTime],
        Standing::Refused => &words[MinutesMessage::AgainRefused],
    };
    Some(marked(prose, speaker, what, ""))
}

fn marked(prose: Prose<'_>, speaker: &SpeakerRecord, why: &Message, announced: &str) -> String {
    prose.words.minutes[MinutesMessage::NotSpeakingOne].render(&[
        ("person", &upper_first(&prose.citizen(speaker.number))),
        ("number", &speaker.number.0),
        ("why", why),
        ("announced", &announced),
    ])
}

pub(super) fn item_without_turn(prose: Prose<'_>, item: &ItemRecord) -> String {
    let words = &prose.words.minutes;
    let answer = answer_of(item)
        .map(plain)
        .filter(|answer| !answer.is_empty())
        .map(|answer| words[MinutesMessage::OtherAnswer].render(&[("answer", &answer)]))
        .unwrap_or_default();
    words[MinutesMessage::OtherItem].render(&[
        ("number", &item.id),
        ("person", &prose.raiser(item)),
        ("text", &prose.text(Some(&item.text))),
        ("answer", &answer),
        ("result", &prose.result(item)),
    ])
}

/// What a turn is called when its time is corrected.
pub(super) fn turn_named(prose: Prose<'_>, turn: &TurnRecord) -> String {
    let words = &prose.words.minutes;
    match turn.phase {
        Phase::Speech => &words[MinutesMessage::TurnSpeech],
        Phase::Answer => &words[MinutesMessage::TurnAnswer],
        Phase::Exchange => &words[MinutesMessage::TurnFollowUp],
    }
    .render(&[("person", &prose.holder(&turn.holder))])
}

/// The correction that counts for each end of a span: the last.
pub(super) fn corrections(prose: Prose<'_>, name: &str, span: &SpanRecord) -> Vec<String> {
    let words = &prose.words.minutes;
    [
        (
            Edge::Begin,
            &words[MinutesMessage::CorrectedBegan],
            Some(span.began),
            Some(span.measured_began),
        ),
        (
            Edge::End,
            &words[MinutesMessage::CorrectedEnded],
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
        let (corrected, measured) = (corrected?, measured?);
        // Two times in one minute are told apart by their seconds.
        let said = |at| {
            if prose.time(corrected) == prose.time(measured) {
                prose.exact_time(at)
            } else {
                prose.time(at)
            }
        };
        Some(sentence.render(&[
            ("what", &name),
            ("corrected", &said(corrected)),
            ("measured", &said(measured)),
            ("why", &prose.text(Some(&correction.reason.why))),
            (
                "ordered_by",
                &prose.text(Some(&correction.reason.ordered_by)),
            ),
        ]))
    })
    .collect()
}

fn step_of<'a>(prose: Prose<'a>, id: &StepId) -> Option<&'a StepRecord> {
    prose.record.steps.iter().find(|step| &step.id == id)
}

fn step_title(prose: Prose<'_>, id: &StepId) -> String {
    step_of(prose, id).map_or_else(|| id.0.clone(), |step| step.title.vi.clone())
}
