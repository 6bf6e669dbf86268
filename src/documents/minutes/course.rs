//! The course of the session: the steps in the order in which they were held, and in each what happened, by its time.
//! Knows order; what is said of each thing is `tell`'s.

use chrono::TimeDelta;

use super::super::conclusion;
use super::super::layout::Sheet;
use super::super::prose::{Prose, lower_first, plain};
use super::happening::Happening;
use super::sections::{CourseSection, is_dialogue, sections};
use super::{events, letter, list};
use crate::documents::words::{ConcludedMessage, MinutesMessage};
use crate::domain::record::{DeviationRecord, HolderRecord, SpanRecord, StepRecord, TurnRecord};
use crate::domain::regulation::{ChecklistItemId, StepKind};
use crate::domain::session::deviation::Departure;
use crate::domain::session::event::NotePlace;
use crate::domain::time::{Millis, Wall};

/// An interruption shorter than this is nothing that the hall noticed.
const SHORTEST_GAP: TimeDelta = TimeDelta::minutes(1);

pub(super) fn write(prose: Prose<'_>, sheet: &mut Sheet<'_>) {
    sheet.section(prose.words.minutes[MinutesMessage::Course].as_str());
    let sections = sections(prose);
    let mut happenings = happenings(prose).into_iter().peekable();
    // What happened before the first step: a deputy takes the chair, somebody is refused at the door.
    let first = sections.first().map(|section| section.from);
    while let Some((_, early)) = happenings.next_if(|(at, what)| is_before(*at, *what, first)) {
        happened(prose, sheet, early);
    }
    let last_dialogue = sections
        .iter()
        .rposition(|section| section.steps.iter().any(|step| is_dialogue(step)));
    for (index, section) in sections.iter().enumerate() {
        let next = sections.get(index + 1).map(|next| next.from);
        head(prose, sheet, section, index + 1);
        // What led away from the conclusion came after it.
        let mut steps = section.steps.iter();
        let concludes = steps.any(|step| step.kind == StepKind::Conclusion);
        let is_here = |at: Millis, what| {
            let end = section.visit.ended_line_ms.filter(|_| concludes);
            let leads_away = matches!(what, Happening::Deviation(_));
            is_before(at, what, next) && !(leads_away && end.is_some_and(|end| at >= end))
        };
        while let Some((_, here)) = happenings.next_if(|(at, what)| is_here(*at, *what)) {
            happened(prose, sheet, here);
        }
        if Some(index) == last_dialogue {
            not_speaking(prose, sheet);
        }
        if section.last {
            for step in &section.steps {
                concluded(prose, sheet, step, section.visit);
            }
        }
        while let Some((_, away)) = happenings.next_if(|(at, what)| is_before(*at, *what, next)) {
            happened(prose, sheet, away);
        }
    }
    if last_dialogue.is_none() {
        not_speaking(prose, sheet);
    }
    corrected(prose, sheet);
}

/// Whether something is told before the section that begins at `next`. What departs from the order is, since it is what
/// led there in the same moment.
fn is_before(at: Millis, what: Happening<'_>, next: Option<Millis>) -> bool {
    let leads_on = match what {
        Happening::Deviation(_) | Happening::ChairChange(_) => true,
        Happening::Turn(_)
        | Happening::Break(_)
        | Happening::Away(_)
        | Happening::ClockSet(_)
        | Happening::Refused(..)
        | Happening::Note(_)
        | Happening::Venue(_) => false,
    };
    next.is_none_or(|next| at < next || (leads_on && at == next))
}

/// When a departure is told: that somebody spoke who had not registered, when they got the floor; nobody was invited by
/// being registered.
fn told_at(prose: Prose<'_>, deviation: &DeviationRecord) -> Option<Millis> {
    let Departure::UnregisteredSpeaker { number } = &deviation.departure else {
        return Some(deviation.line_ms);
    };
    // Programs before this one held it for a departure under every text; where the text is silent it is none.
    prose.record.scope_rule.as_ref()?;
    let is_theirs = |turn: &&TurnRecord| match &turn.holder {
        HolderRecord::Citizen { number: holder, .. } => holder == number,
        HolderRecord::Chair { .. } | HolderRecord::Agency { .. } => false,
    };
    let mut turns = prose.record.turns.iter();
    turns.find(is_theirs).map(|turn| turn.line_ms)
}

/// Everything else that happened, in order.
fn happenings(prose: Prose<'_>) -> Vec<(Millis, Happening<'_>)> {
    let record = prose.record;
    let mut all: Vec<(Millis, Happening<'_>)> = Vec::new();
    // What stands first here comes first among things of the same moment: the reason before what it led to.
    all.extend(
        record
            .chair_changes
            .iter()
            .map(|change| (change.line_ms, Happening::ChairChange(change))),
    );
    all.extend(record.deviations.iter().filter_map(|deviation| {
        Some((told_at(prose, deviation)?, Happening::Deviation(deviation)))
    }));
    all.extend(
        record
            .turns
            .iter()
            .map(|turn| (turn.line_ms, Happening::Turn(turn))),
    );
    all.extend(record.speakers.iter().filter_map(|speaker| {
        let refused = speaker.refused.as_ref()?;
        Some((refused.line_ms, Happening::Refused(speaker, refused)))
    }));
    all.extend(
        record
            .breaks
            .iter()
            .map(|rest| (rest.span.line_ms, Happening::Break(rest))),
    );
    all.extend(
        record
            .interruptions
            .iter()
            .filter(|away| {
                away.to - away.from >= SHORTEST_GAP && !events::is_adjourned(record, away)
            })
            .map(|away| (away.line_ms, Happening::Away(away))),
    );
    all.extend(
        record
            .clock_sets
            .iter()
            .map(|set| (set.line_ms, Happening::ClockSet(set))),
    );
    let notes = record.notes.iter();
    all.extend(
        notes
            .filter(|note| note.place == NotePlace::Minutes)
            .map(|note| (note.line_ms, Happening::Note(note))),
    );
    let links = record.venue_links.iter();
    all.extend(links.map(|link| (link.line_ms, Happening::Venue(link))));
    all.sort_by_key(|(at, _)| *at);
    all
}

/// The heading of a section, its time, and for a step of acts what was done in it.
fn head(prose: Prose<'_>, sheet: &mut Sheet<'_>, section: &CourseSection<'_>, number: usize) {
    let words = &prose.words.minutes;
    let Some(first) = section.steps.first() else {
        return;
    };
    let is_block = section.steps.len() > 1;
    let title = if is_block {
        let articles = prose.cite_all(section.steps.iter().map(|step| &step.article));
        words[MinutesMessage::Dialogue].render(&[("number", &number), ("article", &articles)])
    } else {
        words[MinutesMessage::Step].render(&[
            ("number", &number),
            ("title", &first.title.vi),
            ("article", &prose.cite(&first.article)),
        ])
    };
    sheet.heading(title);
    let began = prose.moment(section.began);
    let nobody = is_block || first.lead.vi.trim().is_empty();
    sheet.lead_in(match section.ended.map(|ended| prose.moment(ended)) {
        Some(ended) => {
            let sentence = match (nobody, ended == began) {
                (true, false) => MinutesMessage::SpanBlock,
                (true, true) => MinutesMessage::SpanBlockAt,
                (false, false) => MinutesMessage::Span,
                (false, true) => MinutesMessage::SpanAt,
            };
            words[sentence].render(&[
                ("began", &began),
                ("ended", &ended),
                ("lead", &plain(&first.lead.vi)),
            ])
        }
        None => words[MinutesMessage::SpanOpen].render(&[("began", &began)]),
    });
    if is_block {
        // The order of the text, and no event: told once.
        if !section.first_block {
            return;
        }
        sheet.text(words[MinutesMessage::DialogueOrder].as_str());
        let lines = section.steps.iter().map(|step| {
            words[MinutesMessage::DialogueStep].render(&[
                ("title", &step.title.vi),
                ("article", &prose.cite(&step.article)),
            ])
        });
        list(sheet, lines);
    } else if first.kind != StepKind::Conclusion {
        acts(prose, sheet, first, section);
    }
}

/// What was done in a stay in a step; at the last one also what never was.
fn acts(prose: Prose<'_>, sheet: &mut Sheet<'_>, step: &StepRecord, section: &CourseSection<'_>) {
    let words = &prose.words.minutes;
    let done: Vec<String> = step
        .acts
        .iter()
        .filter_map(|act| {
            let done = act.done.filter(|done| happened_in(section.visit, *done))?;
            let time = prose.time(done);
            Some(if prose.record.short_minutes {
                words[MinutesMessage::ActShort].render(&[("title", &act.title.vi)])
            } else if act.article == step.article {
                words[MinutesMessage::Act].render(&[("time", &time), ("title", &act.title.vi)])
            } else {
                words[MinutesMessage::ActArticle].render(&[
                    ("time", &time),
                    ("title", &act.title.vi),
                    ("article", &prose.cite(&act.article)),
                ])
            })
        })
        .collect();
    if !done.is_empty() {
        sheet.text(words[MinutesMessage::Acts].as_str());
        list(sheet, done.into_iter());
    }
    if section.last {
        left_out(prose, sheet, step);
    }
}

/// The acts of a step that nobody ticked, but for those whose leaving out is told with its reason.
fn left_out(prose: Prose<'_>, sheet: &mut Sheet<'_>, step: &StepRecord) {
    let is_told = |act: &ChecklistItemId| {
        prose.record.deviations.iter().any(|deviation| {
            matches!(
                &deviation.departure,
                Departure::ActsLeftOut { step: left, acts } if *left == step.id && acts.contains(act)
            )
        })
    };
    let titles: Vec<String> = step
        .acts
        .iter()
        .filter(|act| act.done.is_none() && !is_told(&act.id))
        .map(|act| lower_first(&act.title.vi))
        .collect();
    if !titles.is_empty() {
        let words = &prose.words.minutes;
        sheet.text(words[MinutesMessage::NotDone].render(&[("acts", &titles.join("; "))]));
    }
}

/// Whether a moment lies in a stay, by what the clock measured.
fn happened_in(visit: &SpanRecord, at: Wall) -> bool {
    visit.measured_began <= at && visit.measured_ended.is_none_or(|ended| at <= ended)
}

fn happened(prose: Prose<'_>, sheet: &mut Sheet<'_>, happening: Happening<'_>) {
    for line in events::lines(prose, happening) {
        sheet.text(line);
    }
}

/// Who registered and did not speak, with why; what became of others after they spoke; then what came in without a
/// speaker.
fn not_speaking(prose: Prose<'_>, sheet: &mut Sheet<'_>) {
    let words = &prose.words.minutes;
    let speakers = &prose.record.speakers;
    let silent = |speaker| events::why_silent(prose, speaker);
    let heard = |speaker| events::since_speaking(prose, speaker);
    let silent: Vec<String> = speakers.iter().filter_map(silent).collect();
    let heard: Vec<String> = speakers.iter().filter_map(heard).collect();
    for (heading, people) in [
        (&words[MinutesMessage::NotSpeaking], silent),
        (&words[MinutesMessage::SpokeThen], heard),
    ] {
        if !people.is_empty() {
            sheet.text(heading.as_str());
            list(sheet, people.into_iter());
        }
    }
    let items: Vec<String> = prose
        .record
        .items
        .iter()
        .filter(|item| item.turns.is_empty() && item.said_in.is_none())
        .map(|item| events::item_without_turn(prose, item))
        .collect();
    if !items.is_empty() {
        sheet.text(words[MinutesMessage::OtherItems].as_str());
        for line in items {
            sheet.text(line);
        }
    }
}

/// The chair's conclusion, as it stood when the step was left for the last time: the acts that were done, grouped, with
/// what had been raised by then; and those that were not.
fn concluded(prose: Prose<'_>, sheet: &mut Sheet<'_>, step: &StepRecord, visit: &SpanRecord) {
    if step.kind != StepKind::Conclusion {
        return;
    }
    let groups = conclusion::groups(prose, step, visit.ended_line_ms);
    if !groups.is_empty() {
        sheet.text(prose.words.minutes[MinutesMessage::Concluded].as_str());
    }
    for (index, group) in groups.into_iter().enumerate() {
        // What stands alone is no list.
        let title = if step.acts.len() > 1 {
            prose.words.conclusion[ConcludedMessage::ActLettered]
                .render(&[("letter", &letter(index)), ("title", &group.title)])
        } else {
            group.title
        };
        conclusion::write(prose, sheet, &title, group.lines);
    }
    left_out(prose, sheet, step);
}

/// The times that were corrected afterwards.
fn corrected(prose: Prose<'_>, sheet: &mut Sheet<'_>) {
    let record = prose.record;
    let words = &prose.words.minutes;
    let turns = record.turns.iter().filter_map(|turn| {
        let span = turn.span.as_ref()?;
        Some((events::turn_named(prose, turn), span))
    });
    let steps = record.steps.iter().flat_map(|step| {
        let name = words[MinutesMessage::TurnStep].render(&[("step", &step.title.vi)]);
        step.visits.iter().map(move |visit| (name.clone(), visit))
    });
    let breaks = record
        .breaks
        .iter()
        .map(|rest| (words[MinutesMessage::TurnBreak].to_string(), &rest.span));
    let lines: Vec<String> = turns
        .chain(steps)
        .chain(breaks)
        .flat_map(|(name, span)| events::corrections(prose, &name, span))
        .collect();
    if !lines.is_empty() {
        sheet.text(words[MinutesMessage::Corrected].as_str());
        list(sheet, lines.into_iter());
    }
}
