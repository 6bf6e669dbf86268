//! What the desk says of an act: what came of it where the screen does not show it at once, that it was taken back, or why
//! it was not done.

use super::dialog::{Opening, holder_name};
use super::prompts::absence;
use super::words::Words;
use crate::domain::i18n::Lang;
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::event::Event;
use crate::domain::session::rejection::Rejection;

/// What is worth saying of an act that was done; most acts show themselves.
#[must_use]
pub fn of_success(
    command: &Command,
    session: &Session,
    words: &Words,
    lang: Lang,
) -> Option<String> {
    let last = session.history().entries().last()?;
    if let Command::ClassItem { item, .. } | Command::ClassUnderNewAgency { item, .. } = command {
        let class = session.state().item(*item)?.class.as_ref();
        return Some(words.notices.classed.render(&[
            ("item", &item.0),
            ("class", super::view::class_word(class, words)),
        ]));
    }
    if let Some(text) = of_what_was_entered(&last.record.events, session, words) {
        return Some(text);
    }
    let (sentence, act) = match (command, last.record.events.first()?) {
        (Command::Undo, Event::Undone { act }) => (&words.notices.undone, act),
        (Command::Redo, Event::Redone { act }) => (&words.notices.redone, act),
        _ => return None,
    };
    let events = &session.history().entry(*act)?.record.events;
    Some(sentence.render(&[("act", &describe(events, session, words, lang))]))
}

/// What was entered in a form and is not seen at once on the screen.
fn of_what_was_entered(events: &[Event], session: &Session, words: &Words) -> Option<String> {
    let says = &words.notices;
    events.iter().find_map(|event| {
        if let Event::Registered { registration, .. } = event {
            let (number, name) = (registration.number.0, registration.called());
            let people = session.state().queue.people().iter();
            let namesake = people
                .map(|person| &person.registration)
                .find(|other| other.name == registration.name && other.number.0 != number);
            return Some(match namesake {
                Some(other) => says.namesake.render(&[
                    ("number", &number),
                    ("name", &name),
                    ("other", &other.number.0),
                ]),
                None => says
                    .registered
                    .render(&[("number", &number), ("name", &name)]),
            });
        }
        if let Event::ChairReplaced { by, .. } = event {
            return Some(says.chair_replaced.render(&[("name", &by.called())]));
        }
        matches!(event, Event::TimeCorrected { .. }).then(|| says.time_corrected.to_string())
    })
}

/// An act in a few words, by its most telling event.
fn describe(events: &[Event], session: &Session, words: &Words, lang: Lang) -> String {
    let telling = events
        .iter()
        .rev()
        .find(|event| matches!(event, Event::FloorGiven { .. }))
        .into_iter()
        .chain(events)
        .find_map(|event| call(event, session, words, lang));
    telling.unwrap_or_else(|| {
        events
            .iter()
            .find_map(|event| words.events.get(event.name()))
            .map_or_else(String::new, ToString::to_string)
    })
}

/// An event by what it is about; `None` for one that its own name says best.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "every other event is called by its name, which a test of the words finds"
)]
fn call(event: &Event, session: &Session, words: &Words, lang: Lang) -> Option<String> {
    let regulation = session.regulation();
    Some(match event {
        Event::StepEntered { step } => regulation.step(step)?.title.in_lang(lang).to_owned(),
        Event::ActTicked { step, act } => regulation
            .step(step)?
            .acts
            .iter()
            .find(|known| &known.id == act)?
            .title
            .in_lang(lang)
            .to_owned(),
        Event::FloorGiven { holder, .. } => holder_name(session, holder, words),
        Event::ItemClassed { item, class } => format!(
            "{} – {}",
            item.0,
            super::view::class_word(Some(class), words)
        ),
        Event::Registered { registration, .. } => registration.called(),
        Event::Noted { text, .. } | Event::ItemEdited { text, .. } => text.clone(),
        _ => return None,
    })
}

/// Right after the program came back into a running session: when it was away.
#[must_use]
pub fn of_coming_back(session: &Session, words: &Words) -> Option<String> {
    let last = session.history().entries().last()?;
    let came_back = matches!(last.record.events.as_slice(), [Event::Resumed { .. }]);
    let state = session.state();
    let away = state.aways.last().filter(|away| away.to == last.at)?;
    came_back.then(|| absence(away, words))
}

/// That files of the user's own cannot be used, with every fault, while there is still time to mend them.
#[must_use]
pub fn of_troubles(troubles: &[String], words: &Words) -> Option<String> {
    let told = words
        .notices
        .not_counted
        .render(&[("faults", &troubles.join("  ·  "))]);
    (!troubles.is_empty()).then_some(told)
}

/// What is said when a dialog would have nothing in it.
#[must_use]
pub fn of_nothing_to_open(opening: &Opening, words: &Words) -> Option<String> {
    let says = &words.notices;
    let sentence = if matches!(opening, Opening::Gate) {
        &says.nothing_missing
    } else if matches!(opening, Opening::Opinion(_)) {
        &says.no_opinions
    } else if matches!(opening, Opening::ConclusionGroups) {
        &says.no_conclusion_words
    } else if matches!(opening, Opening::FollowUpBy) {
        &says.nobody_spoke
    } else if matches!(opening, Opening::Grounds(_)) {
        &words.refusals.no_grounds
    } else if matches!(opening, Opening::Deadlines) {
        &says.no_deadlines
    } else {
        return None;
    };
    Some(sentence.to_string())
}

/// Why a command was not carried out.
#[must_use]
pub fn of_refusal(refusal: &Rejection, session: &Session, words: &Words) -> String {
    let says = &words.refusals;
    match refusal {
        Rejection::Closed => says.closed.to_string(),
        Rejection::NotBegun => says.not_begun.to_string(),
        Rejection::FloorTaken { by } => says
            .floor_taken
            .render(&[("name", &holder_name(session, by, words))]),
        Rejection::FloorFree => says.floor_free.to_string(),
        Rejection::ClockRuns => says.clock_runs.to_string(),
        Rejection::ClockStands => says.clock_stands.to_string(),
        Rejection::InBreak => says.in_break.to_string(),
        Rejection::NotInBreak => says.not_in_break.to_string(),
        Rejection::NoSuchPhase(_) => says.no_such_phase.to_string(),
        Rejection::AlreadyTicked(_) => says.already_ticked.to_string(),
        Rejection::NotWaiting(number) => says.not_waiting.render(&[("number", &number.0)]),
        Rejection::AlreadySpoke(number) => says.already_spoke.render(&[("number", &number.0)]),
        Rejection::HasTheFloor(number) => says.has_the_floor.render(&[("number", &number.0)]),
        Rejection::NobodyWaits => says.nobody_waits.to_string(),
        Rejection::OpinionTakenUp(opinion) => {
            says.opinion_taken_up.render(&[("number", &opinion.0)])
        }
        Rejection::NothingPrepared(item) => says.nothing_prepared.render(&[("item", &item.0)]),
        Rejection::NothingAnnounced(number) => {
            says.nothing_announced.render(&[("number", &number.0)])
        }
        Rejection::NoGrounds => says.no_grounds.to_string(),
        Rejection::EmptyText => says.empty_text.to_string(),
        Rejection::NoLimit => says.no_limit.to_string(),
        Rejection::NotClassed(item) => says.not_classed.render(&[("item", &item.0)]),
        Rejection::TimesOutOfOrder => says.times_out_of_order.to_string(),
        Rejection::NotAway => says.not_away.to_string(),
        Rejection::SameAsBefore => says.same_as_before.to_string(),
        Rejection::NothingToUndo => says.nothing_to_undo.to_string(),
        Rejection::NothingToRedo => says.nothing_to_redo.to_string(),
        Rejection::AgencyKnown(_) => says.agency_known.to_string(),
        Rejection::NoSuchStep(_)
        | Rejection::NoSuchAct(_)
        | Rejection::NoSuchPerson(_)
        | Rejection::NoSuchItem(_)
        | Rejection::NoSuchTurn(_)
        | Rejection::NoSuchBreakOrVisit
        | Rejection::NoSuchAgency(_)
        | Rejection::NoSuchOpinion(_)
        | Rejection::NoSuchGround(_)
        | Rejection::NoSuchAttendee(_)
        | Rejection::NoSuchCase(_) => says.unknown.to_string(),
        // These three open a dialog instead.
        Rejection::NeedsReason(_) | Rejection::NeedsScope | Rejection::GateShut(_) => {
            says.needs_more.to_string()
        }
    }
}
