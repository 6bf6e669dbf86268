//! How the desk calls people, items, classes and acts: the same words in every pane, dialog and notice. It reads the
//! session and draws nothing.

use chrono::NaiveDate;

use super::words::DeskWords;
use crate::domain::format;
use crate::domain::i18n::{Lang, Message};
use crate::domain::regulation::{ClassKind, Phase, StepId, StepKind};
use crate::domain::session::Session;
use crate::domain::session::attendance::{Attendee, Presence};
use crate::domain::session::floor::Holder;
use crate::domain::session::item::{Class, Due, Item, ItemId, Raiser};
use crate::domain::session::next::Next;
use crate::domain::session::plan::{Number, SpeakingMode};
use crate::domain::session::queue::Standing;
use crate::domain::session::timing::Away;
use crate::tui::desk::words::ClassMessage;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::NextMessage;
use crate::tui::desk::words::PaneMessage;
use crate::tui::desk::words::PromptMessage;
use crate::tui::desk::words::StandingMessage;

/// Who a holder is, in words.
#[must_use]
pub fn holder_name(session: &Session, holder: &Holder, words: &DeskWords) -> String {
    match holder {
        Holder::Citizen(number) => person_name(session, *number),
        Holder::Chair => words.next[NextMessage::Chair].to_string(),
        Holder::Agency(id) => session.agency_name(id).to_owned(),
    }
}

/// A person as they are addressed; the number when nobody has it.
#[must_use]
pub fn person_name(session: &Session, number: Number) -> String {
    session.state().queue.person(number).map_or_else(
        || number.0.to_string(),
        |person| person.registration.called(),
    )
}

/// A person with number: `số 3, anh Giàng A Chớ`.
#[must_use]
pub fn numbered_person(session: &Session, number: Number, words: &DeskWords) -> String {
    words.flow[FlowMessage::NumberedPerson].render(&[
        ("number", &number.0),
        ("name", &person_name(session, number)),
    ])
}

/// Who raised an item.
#[must_use]
pub fn raiser_name(session: &Session, by: Raiser) -> String {
    match by {
        Raiser::Citizen(number) => session
            .state()
            .queue
            .person(number)
            .map_or_else(String::new, |person| person.registration.called()),
        Raiser::Collected(id) => session
            .plan()
            .opinions
            .iter()
            .find(|opinion| opinion.id == id)
            .map_or_else(String::new, |opinion| opinion.from.clone()),
    }
}

/// Whose an item is, in a word: the number of the speaker, or of the opinion collected.
#[must_use]
pub fn raiser_mark(by: Raiser, words: &DeskWords) -> String {
    match by {
        Raiser::Citizen(number) => words.next[NextMessage::Number].render(&[("number", &number.0)]),
        Raiser::Collected(opinion) => {
            words.panes[PaneMessage::Collected].render(&[("number", &opinion.0)])
        }
    }
}

/// The sign that ties an item to what is asked about it, wherever it stands on the screen.
#[must_use]
pub fn chip(item: ItemId) -> String {
    format!("▐{}▌", item.0)
}

/// What an item says; a word for it when nothing was written yet.
#[must_use]
pub fn item_text(session: &Session, id: ItemId, words: &DeskWords) -> String {
    session
        .state()
        .item(id)
        .map(|item| item.text.clone())
        .filter(|text| !text.is_empty())
        .unwrap_or_else(|| words.panes[PaneMessage::NoText].to_string())
}

/// A class in words.
#[must_use]
pub fn class_word<'a>(class: Option<&Class>, words: &'a DeskWords) -> &'a Message {
    kind_word(class.map(Class::kind), words)
}

/// A kind of class in words.
#[must_use]
pub fn kind_word(kind: Option<ClassKind>, words: &DeskWords) -> &Message {
    match kind {
        Some(ClassKind::AnsweredNow) => &words.classes[ClassMessage::AnsweredNow],
        Some(ClassKind::VerifyLater) => &words.classes[ClassMessage::VerifyLater],
        Some(ClassKind::ReportUpward) => &words.classes[ClassMessage::ReportUpward],
        None => &words.classes[ClassMessage::None],
    }
}

/// The sign of a class; it stands beside the colour, never the colour alone.
#[must_use]
pub const fn class_sign(class: Option<ClassKind>) -> &'static str {
    match class {
        Some(ClassKind::AnsweredNow) => "✓",
        Some(ClassKind::VerifyLater) => "◷",
        Some(ClassKind::ReportUpward) => "↑",
        None => "?",
    }
}

/// A standing in words.
#[must_use]
pub fn standing_word(standing: Standing, words: &DeskWords) -> &Message {
    match standing {
        Standing::Waiting => &words.standings[StandingMessage::Waiting],
        Standing::Spoke => &words.standings[StandingMessage::Spoke],
        Standing::Absent => &words.standings[StandingMessage::Absent],
        Standing::Withdrew => &words.standings[StandingMessage::Withdrew],
        Standing::WrittenSlip => &words.standings[StandingMessage::Slip],
        Standing::NoTimeLeft => &words.standings[StandingMessage::NoTime],
        Standing::Refused => &words.standings[StandingMessage::Refused],
    }
}

/// By when an item is due, in words.
#[must_use]
pub fn due_in_words(session: &Session, due: &Due, words: &DeskWords, lang: Lang) -> String {
    let panes = &words.panes;
    match (due.on, &due.under) {
        (Some(on), _) => panes[PaneMessage::Due].render(&[("date", &format::date(on))]),
        (None, Some(under)) => panes[PaneMessage::DueUnder].render(&[(
            "article",
            &session
                .regulation()
                .deadline(under)
                .map_or_else(String::new, |deadline| deadline.article.in_lang(lang)),
        )]),
        (None, None) => panes[PaneMessage::NoDue].to_string(),
    }
}

/// A due date with the day by which it ends at the latest, where that can be counted before the notice is out.
#[must_use]
pub fn with_latest_day(due: String, latest: Option<NaiveDate>, words: &DeskWords) -> String {
    match latest {
        Some(day) => words.flow[FlowMessage::LatestDay]
            .render(&[("due", &due), ("date", &format::date(day))]),
        None => due,
    }
}

/// What the class of an item requires: agency and due date, or the authority.
#[must_use]
pub fn class_requires(
    session: &Session,
    item: &Item,
    words: &DeskWords,
    lang: Lang,
) -> Option<String> {
    let panes = &words.panes;
    match &item.class {
        Some(Class::VerifyLater { agency, due }) => {
            let agency = agency.as_ref().map_or_else(
                || panes[PaneMessage::NoAgency].to_string(),
                |id| session.agency_name(id).to_owned(),
            );
            Some(format!(
                "{agency} · {}",
                due_in_words(session, due, words, lang)
            ))
        }
        Some(Class::ReportUpward { authority, due }) => {
            let authority = authority
                .clone()
                .unwrap_or_else(|| panes[PaneMessage::NoAuthority].to_string());
            Some(match due {
                Some(on) => {
                    let due = panes[PaneMessage::Due].render(&[("date", &format::date(*on))]);
                    format!("{authority} · {due}")
                }
                None => authority,
            })
        }
        Some(Class::AnsweredNow) | None => None,
    }
}

/// When the program was away.
#[must_use]
pub fn absence(away: &Away, words: &DeskWords) -> String {
    words.prompts[PromptMessage::Away].render(&[
        ("from", &time_of_gap(away.from.wall, away)),
        ("to", &time_of_gap(away.to.wall, away)),
    ])
}

/// The numbers of items in a row: `8, 9`.
#[must_use]
pub fn item_numbers(items: &[ItemId]) -> String {
    let numbers: Vec<String> = items.iter().map(|item| item.0.to_string()).collect();
    numbers.join(", ")
}

/// The prescribed next act in words.
#[must_use]
pub fn next_in_words(session: &Session, next: &Next, words: &DeskWords, lang: Lang) -> String {
    let says = &words.next;
    let state = session.state();
    let on_floor = || {
        state.floor().map_or_else(String::new, |turn| {
            holder_name(session, &turn.holder, words)
        })
    };
    match next {
        Next::EnterStep(id) => {
            let step = session.regulation().step(id);
            let title = step.map_or(id.0.as_str(), |step| step.name().in_lang(lang));
            if state.agenda.present().is_none() {
                return says[NextMessage::Begin].render(&[("step", &title)]);
            }
            let number = session.regulation().position(id).map_or(0, |at| at + 1);
            says[NextMessage::EnterStep].render(&[("number", &number), ("step", &title)])
        }
        Next::Tick(id) => {
            let title = session
                .present_step()
                .and_then(|step| step.acts.iter().find(|act| &act.id == id))
                .map_or(id.0.as_str(), |act| act.title.in_lang(lang));
            says[NextMessage::Tick].render(&[("act", &title)])
        }
        Next::Call(number) => says[NextMessage::Call].render(&[
            ("number", &number.0),
            ("name", &person_name(session, *number)),
        ]),
        Next::ChooseStep => says[NextMessage::ChooseStep].to_string(),
        Next::StartClock => says[NextMessage::StartClock].render(&[("name", &on_floor())]),
        Next::ResumeClock => says[NextMessage::ResumeClock].render(&[("name", &on_floor())]),
        Next::EndFloor => {
            let sentence = match state.floor().map(|turn| turn.phase) {
                Some(Phase::Answer) => &says[NextMessage::EndAnswer],
                Some(Phase::Exchange) => &says[NextMessage::EndFollowUp],
                Some(Phase::Speech) | None => &says[NextMessage::EndSpeech],
            };
            sentence.render(&[("name", &on_floor())])
        }
        Next::Answer { by, items } => {
            let name = holder_name(session, by, words);
            says[NextMessage::Answer].render(&[("name", &name), ("items", &item_numbers(items))])
        }
        Next::ReadPrepared(id) => {
            let from = session
                .plan()
                .opinions
                .iter()
                .find(|opinion| opinion.id == *id)
                .map_or("", |opinion| opinion.from.as_str());
            says[NextMessage::ReadPrepared].render(&[("number", &id.0), ("from", &from)])
        }
        Next::Class(item) => says[NextMessage::Class].render(&[("item", &item.0)]),
        Next::Exchange(number) => {
            says[NextMessage::FollowUp].render(&[("name", &person_name(session, *number))])
        }
        Next::HoldSpeeches => says[NextMessage::HoldSpeeches].to_string(),
        Next::EndBreak if state.present_break().is_some_and(|rest| rest.adjourned) => {
            says[NextMessage::Reconvene].to_string()
        }
        Next::EndBreak => says[NextMessage::EndBreak].to_string(),
        Next::Close => says[NextMessage::Close].to_string(),
        Next::Nothing => says[NextMessage::Nothing].to_string(),
    }
}

/// What the prescribed order brings right after the turn that this act ends; `None` where that depends on more.
#[must_use]
pub fn after_turn(session: &Session, next: &Next, words: &DeskWords) -> Option<String> {
    let state = session.state();
    let turn = state.floor().filter(|_| *next == Next::EndFloor)?;
    let unclassed = |id: &&ItemId| state.item(**id).is_some_and(|item| item.class.is_none());
    let first = turn.items.iter().find(unclassed)?;
    match turn.phase {
        Phase::Speech if state.taking == SpeakingMode::OneByOne => {
            let by = session.answerer(state.item(*first)?);
            let same: Vec<ItemId> = turn
                .items
                .iter()
                .filter(unclassed)
                .filter(|id| {
                    state
                        .item(**id)
                        .is_some_and(|item| session.answerer(item) == by)
                })
                .copied()
                .collect();
            Some(words.flow[FlowMessage::DidAskAnswer].render(&[
                ("name", &holder_name(session, &by, words)),
                ("items", &item_numbers(&same)),
            ]))
        }
        Phase::Answer => Some(words.flow[FlowMessage::ThenClass].render(&[("item", &first.0)])),
        Phase::Speech | Phase::Exchange => None,
    }
}

/// What a jump to the conclusion leaves behind: who still waits, and which items have no class.
#[must_use]
pub fn left_before_conclusion(session: &Session, to: &StepId, words: &DeskWords) -> Vec<String> {
    let target = session.regulation().step(to);
    if target.is_none_or(|step| step.kind != StepKind::Conclusion) {
        return Vec::new();
    }
    let state = session.state();
    let waiting: Vec<String> = state
        .queue
        .waiting()
        .map(|person| {
            let registration = &person.registration;
            format!("{} {}", registration.number.0, registration.called())
        })
        .collect();
    let unclassed: Vec<ItemId> = state
        .items
        .iter()
        .filter(|item| item.class.is_none())
        .map(|item| item.id)
        .collect();
    let waiting = (!waiting.is_empty()).then(|| {
        words.flow[FlowMessage::StillWaiting]
            .render(&[("count", &waiting.len()), ("names", &waiting.join(", "))])
    });
    let unclassed = (!unclassed.is_empty()).then(|| {
        words.flow[FlowMessage::StillUnclassed].render(&[
            ("count", &unclassed.len()),
            ("items", &item_numbers(&unclassed)),
        ])
    });
    waiting.into_iter().chain(unclassed).collect()
}

/// Somebody who was expected: a person with their office, or an agency.
#[must_use]
pub fn attendee_name(session: &Session, who: &Attendee) -> String {
    match who {
        Attendee::CoChair(person) | Attendee::Secretary(person) | Attendee::Delegate(person) => {
            if person.office.is_empty() {
                person.called()
            } else {
                format!("{}, {}", person.called(), person.office)
            }
        }
        Attendee::Agency(id) => session.agency_name(id).to_owned(),
    }
}

/// Whether somebody came, in words.
#[must_use]
pub fn presence_in_words(presence: Option<&Presence>, words: &DeskWords) -> String {
    let flow = &words.flow;
    match presence {
        Some(Presence::Present) => flow[FlowMessage::PresencePresent].to_string(),
        Some(Presence::Absent) => flow[FlowMessage::PresenceAbsent].to_string(),
        Some(Presence::Substituted { by }) => {
            flow[FlowMessage::PresenceSubstituted].render(&[("name", &by.called())])
        }
        None => flow[FlowMessage::PresenceUnknown].to_string(),
    }
}

/// One end of a gap: with the day, where it reaches over more than one.
#[must_use]
pub fn time_of_gap(at: crate::domain::time::Wall, away: &Away) -> String {
    let time = format::time_with_seconds(at);
    if away.from.wall.date_naive() == away.to.wall.date_naive() {
        time
    } else {
        format!("{time} {}", format::date(at.date_naive()))
    }
}
