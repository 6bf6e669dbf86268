//! What the desk says of an act: what came of it where the screen does not show it at once, that it was taken back, or why
//! it was not done.

use super::dialog::{Opening, holder_name};
use super::prompts::absence;
use super::words::DeskWords;
use crate::domain::i18n::Lang;
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::event::Event;
use crate::domain::session::rejection::Rejection;
use crate::tui::desk::words::NoticeMessage;
use crate::tui::desk::words::RefusalMessage;

/// What is worth saying of an act that was done; most acts show themselves.
#[must_use]
pub fn of_success(
    command: &Command,
    session: &Session,
    words: &DeskWords,
    lang: Lang,
) -> Option<String> {
    let last = session.history().entries().last()?;
    if let Command::ClassItem { item, .. } | Command::ClassUnderNewAgency { item, .. } = command {
        let class = session.state().item(*item)?.class.as_ref();
        return Some(words.notices[NoticeMessage::Classed].render(&[
            ("item", &item.0),
            ("class", super::view::class_word(class, words)),
        ]));
    }
    if let Some(text) = of_what_was_entered(&last.record.events, session, words) {
        return Some(text);
    }
    let (sentence, act) = match (command, last.record.events.first()?) {
        (Command::Undo, Event::Undone { act }) => (&words.notices[NoticeMessage::Undone], act),
        (Command::Redo, Event::Redone { act }) => (&words.notices[NoticeMessage::Redone], act),
        _ => return None,
    };
    let events = &session.history().entry(*act)?.record.events;
    Some(sentence.render(&[("act", &describe(events, session, words, lang))]))
}

/// What was entered in a form and is not seen at once on the screen.
fn of_what_was_entered(events: &[Event], session: &Session, words: &DeskWords) -> Option<String> {
    let says = &words.notices;
    events.iter().find_map(|event| {
        if let Event::Registered { registration, .. } = event {
            let (number, name) = (registration.number.0, registration.called());
            let people = session.state().queue.people().iter();
            let namesake = people
                .map(|person| &person.registration)
                .find(|other| other.name == registration.name && other.number.0 != number);
            return Some(match namesake {
                Some(other) => says[NoticeMessage::Namesake].render(&[
                    ("number", &number),
                    ("name", &name),
                    ("other", &other.number.0),
                ]),
                None => {
                    says[NoticeMessage::Registered].render(&[("number", &number), ("name", &name)])
                }
            });
        }
        if let Event::ChairReplaced { by, .. } = event {
            return Some(says[NoticeMessage::ChairReplaced].render(&[("name", &by.called())]));
        }
        matches!(event, Event::TimeCorrected { .. })
            .then(|| says[NoticeMessage::TimeCorrected].to_string())
    })
}

/// An act in a few words, by its most telling event.
fn describe(events: &[Event], session: &Session, words: &DeskWords, lang: Lang) -> String {
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
fn call(event: &Event, session: &Session, words: &DeskWords, lang: Lang) -> Option<String> {
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
pub fn of_coming_back(session: &Session, words: &DeskWords) -> Option<String> {
    let last = session.history().entries().last()?;
    let came_back = matches!(last.record.events.as_slice(), [Event::Resumed { .. }]);
    let state = session.state();
    let away = state.aways.last().filter(|away| away.to == last.at)?;
    came_back.then(|| absence(away, words))
}

/// That files of the user's own cannot be used, with every fault, while there is still time to mend them.
#[must_use]
pub fn of_troubles(troubles: &[String], words: &DeskWords) -> Option<String> {
    let told =
        words.notices[NoticeMessage::NotCounted].render(&[("faults", &troubles.join("  ·  "))]);
    (!troubles.is_empty()).then_some(told)
}

/// What is said when a dialog would have nothing in it.
#[must_use]
pub fn of_nothing_to_open(opening: &Opening, words: &DeskWords) -> Option<String> {
    let says = &words.notices;
    let sentence = if matches!(opening, Opening::Gate) {
        &says[NoticeMessage::NothingMissing]
    } else if matches!(opening, Opening::Opinion(_)) {
        &says[NoticeMessage::NoOpinions]
    } else if matches!(opening, Opening::ConclusionGroups) {
        &says[NoticeMessage::NoConclusionWords]
    } else if matches!(opening, Opening::FollowUpBy) {
        &says[NoticeMessage::NobodySpoke]
    } else if matches!(opening, Opening::Grounds(_)) {
        &words.refusals[RefusalMessage::NoGrounds]
    } else if matches!(opening, Opening::Deadlines) {
        &says[NoticeMessage::NoDeadlines]
    } else {
        return None;
    };
    Some(sentence.to_string())
}

/// Why a command was not carried out.
#[must_use]
pub fn of_refusal(refusal: &Rejection, session: &Session, words: &DeskWords) -> String {
    let says = &words.refusals;
    match refusal {
        Rejection::Closed => says[RefusalMessage::Closed].to_string(),
        Rejection::NotBegun => says[RefusalMessage::NotBegun].to_string(),
        Rejection::FloorTaken { by } => {
            says[RefusalMessage::FloorTaken].render(&[("name", &holder_name(session, by, words))])
        }
        Rejection::FloorFree => says[RefusalMessage::FloorFree].to_string(),
        Rejection::ClockRuns => says[RefusalMessage::ClockRuns].to_string(),
        Rejection::ClockStands => says[RefusalMessage::ClockStands].to_string(),
        Rejection::InBreak => says[RefusalMessage::InBreak].to_string(),
        Rejection::NotInBreak => says[RefusalMessage::NotInBreak].to_string(),
        Rejection::NoSuchPhase(_) => says[RefusalMessage::NoSuchPhase].to_string(),
        Rejection::AlreadyTicked(_) => says[RefusalMessage::AlreadyTicked].to_string(),
        Rejection::NotWaiting(number) => {
            says[RefusalMessage::NotWaiting].render(&[("number", &number.0)])
        }
        Rejection::AlreadySpoke(number) => {
            says[RefusalMessage::AlreadySpoke].render(&[("number", &number.0)])
        }
        Rejection::HasTheFloor(number) => {
            says[RefusalMessage::HasTheFloor].render(&[("number", &number.0)])
        }
        Rejection::NobodyWaits => says[RefusalMessage::NobodyWaits].to_string(),
        Rejection::OpinionTakenUp(opinion) => {
            says[RefusalMessage::OpinionTakenUp].render(&[("number", &opinion.0)])
        }
        Rejection::NothingPrepared(item) => {
            says[RefusalMessage::NothingPrepared].render(&[("item", &item.0)])
        }
        Rejection::NothingAnnounced(number) => {
            says[RefusalMessage::NothingAnnounced].render(&[("number", &number.0)])
        }
        Rejection::NoGrounds => says[RefusalMessage::NoGrounds].to_string(),
        Rejection::EmptyText => says[RefusalMessage::EmptyText].to_string(),
        Rejection::NoLimit => says[RefusalMessage::NoLimit].to_string(),
        Rejection::NotClassed(item) => {
            says[RefusalMessage::NotClassed].render(&[("item", &item.0)])
        }
        Rejection::TimesOutOfOrder => says[RefusalMessage::TimesOutOfOrder].to_string(),
        Rejection::NotAway => says[RefusalMessage::NotAway].to_string(),
        Rejection::SameAsBefore => says[RefusalMessage::SameAsBefore].to_string(),
        Rejection::NothingToUndo => says[RefusalMessage::NothingToUndo].to_string(),
        Rejection::NothingToRedo => says[RefusalMessage::NothingToRedo].to_string(),
        Rejection::AgencyKnown(_) => says[RefusalMessage::AgencyKnown].to_string(),
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
        | Rejection::NoSuchCase(_) => says[RefusalMessage::Unknown].to_string(),
        // These three open a dialog instead.
        Rejection::NeedsReason(_) | Rejection::NeedsScope | Rejection::GateShut(_) => {
            says[RefusalMessage::NeedsMore].to_string()
        }
    }
}
