//! What a station asks for, as it stands in a file: only what stations may ask, each with what stood there when whoever asks
//! began. The names stand in files and never change; there are only ever more of them.

use serde::{Deserialize, Serialize};

use super::ask::Ask;
use crate::domain::regulation::ChecklistItemId;
use crate::domain::session::command::{Command, Newcomer, NewcomerContact};
use crate::domain::session::event::NotePlace;
use crate::domain::session::item::ItemId;
use crate::domain::session::plan::{Number, OpinionId};
use crate::domain::session::queue::{PersonDetails, Standing};
use crate::domain::session::state::State;
use crate::domain::session::venue::VenueLink;
use crate::domain::text;

/// What a station asks for. `was` is what stood there when whoever asks began; where something else stands by now, the
/// request is refused and both are told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum StationCommand {
    Register(RegistrationForm),
    CorrectPerson {
        number: Number,
        was: PersonDetails,
        details: PersonDetails,
    },
    MarkPerson {
        number: Number,
        was: Standing,
        standing: Standing,
    },
    EditItem {
        item: ItemId,
        was: String,
        text: String,
    },
    SummariseAnswer {
        item: ItemId,
        was: String,
        answer: String,
    },
    AnswerAsPrepared {
        item: ItemId,
        was: String,
    },
    SetTopic {
        item: ItemId,
        was: Option<String>,
        topic: Option<String>,
    },
    LinkItem {
        item: ItemId,
        was: Option<OpinionId>,
        opinion: Option<OpinionId>,
    },
    Note {
        text: String,
        #[serde(default)]
        item: Option<ItemId>,
        #[serde(default)]
        place: NotePlace,
    },
    WordConclusion {
        act: ChecklistItemId,
        was: String,
        text: String,
    },
    LinkVenue {
        venue: String,
        link: VenueLink,
    },
    Undo,
    Redo,
}

/// What is written down of a person who registers. The name alone is enough.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RegistrationForm {
    pub name: String,
    #[serde(default)]
    pub honorific: String,
    #[serde(default)]
    pub village: String,
    #[serde(default)]
    pub subject: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The hall in which the person sits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// Where the regulation asks for it once the speeches have begun: whether it is within the announced scope.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_scope: Option<bool>,
}

impl StationCommand {
    /// Which line of the table of what stations may ask it falls under.
    #[must_use]
    pub const fn ask(&self) -> Ask {
        match self {
            Self::Register(_) => Ask::Register,
            Self::CorrectPerson { .. } => Ask::CorrectPerson,
            Self::MarkPerson { .. } => Ask::MarkPerson,
            Self::EditItem { .. } => Ask::ItemText,
            Self::SummariseAnswer { .. } | Self::AnswerAsPrepared { .. } => Ask::AnswerText,
            Self::SetTopic { .. } => Ask::Topic,
            Self::LinkItem { .. } => Ask::Link,
            Self::Note { .. } => Ask::Note,
            Self::WordConclusion { .. } => Ask::ConclusionWords,
            Self::LinkVenue { .. } => Ask::LinkVenue,
            Self::Undo | Self::Redo => Ask::UndoOwn,
        }
    }

    /// The command as a station asks for it, with what stood there when it began; `None` for what only the desk does.
    #[must_use]
    #[expect(
        clippy::too_many_lines,
        reason = "one table, one short arm for each command"
    )]
    pub fn asking(command: Command, began: &State) -> Option<Self> {
        let text_of = |item: ItemId| began.item(item).map(|item| item.text.clone());
        Some(match command {
            Command::Register {
                newcomer,
                within_scope,
                reason: None,
            } => Self::register(newcomer, NewcomerContact::default(), within_scope),
            Command::RegisterInFull {
                newcomer,
                contact,
                within_scope,
                reason: None,
            } => Self::register(newcomer, contact, within_scope),
            Command::CorrectPerson { number, details } => Self::CorrectPerson {
                number,
                was: began.queue.person(number)?.details(),
                details,
            },
            Command::SetStanding { number, standing } => Self::MarkPerson {
                number,
                was: began.queue.person(number)?.standing,
                standing,
            },
            Command::EditItem { item, text } => Self::EditItem {
                item,
                was: text_of(item)?,
                text,
            },
            Command::SummariseAnswer { item, answer } => Self::SummariseAnswer {
                item,
                was: answer_of(began, item)?,
                answer,
            },
            Command::AnswerAsPrepared { item } => Self::AnswerAsPrepared {
                item,
                was: answer_of(began, item)?,
            },
            Command::SetTopic { item, topic } => Self::SetTopic {
                item,
                was: began.item(item)?.topic.clone(),
                topic,
            },
            Command::LinkItem { item, opinion } => Self::LinkItem {
                item,
                was: began.item(item)?.opinion,
                opinion,
            },
            Command::Note { text, item } => Self::Note {
                text,
                item,
                place: NotePlace::Aide,
            },
            Command::NoteInto { text, item, place } => Self::Note { text, item, place },
            Command::WordConclusion { act, text } => Self::WordConclusion {
                was: began.conclusion.get(&act).cloned().unwrap_or_default(),
                act,
                text,
            },
            Command::LinkVenue { venue, link } => Self::LinkVenue { venue, link },
            Command::Undo => Self::Undo,
            Command::Redo => Self::Redo,
            Command::Register { .. }
            | Command::RegisterInFull { .. }
            | Command::ReplacePlan { .. }
            | Command::Import { .. }
            | Command::EnterStep { .. }
            | Command::Tick { .. }
            | Command::SetSpeakingMode { .. }
            | Command::HoldSpeeches
            | Command::Close { .. }
            | Command::GiveFloor { .. }
            | Command::ReadPrepared { .. }
            | Command::StartClock
            | Command::PauseClock
            | Command::ResumeClock
            | Command::EndFloor
            | Command::ShiftLimit { .. }
            | Command::SetLimitForRest { .. }
            | Command::SetLimit { .. }
            | Command::MoveInQueue { .. }
            | Command::NoTimeForRest
            | Command::RefusePerson { .. }
            | Command::TakeUpSubjects { .. }
            | Command::SetAsideSubjects { .. }
            | Command::RecordAttendance { .. }
            | Command::RaiseItem { .. }
            | Command::RaiseScopedItem { .. }
            | Command::MoveItem { .. }
            | Command::ClassItem { .. }
            | Command::ClassUnderNewAgency { .. }
            | Command::ReopenItem { .. }
            | Command::AddAgency { .. }
            | Command::BeginBreak { .. }
            | Command::EndBreak
            | Command::Adjourn { .. }
            | Command::JudgeAway { .. }
            | Command::CorrectTime { .. }
            | Command::ReplaceChair { .. }
            | Command::ShowHall { .. }
            | Command::SetScene { .. }
            | Command::FollowInHall
            | Command::TurnPage { .. }
            | Command::ShutOut { .. }
            | Command::LetIn { .. } => return None,
        })
    }

    fn register(newcomer: Newcomer, contact: NewcomerContact, within_scope: Option<bool>) -> Self {
        Self::Register(RegistrationForm {
            name: newcomer.name,
            honorific: newcomer.honorific,
            village: newcomer.village,
            subject: newcomer.subject,
            phone: contact.phone,
            address: contact.address,
            venue: contact.venue,
            within_scope,
        })
    }

    /// The same with every text in one spelling and nothing invisible in it, whoever wrote it.
    #[must_use]
    pub fn cleaned(self) -> Self {
        let line = |text: String| text::clean_line(&text);
        let lines = |text: String| text::clean_text(&text);
        match self {
            Self::Register(form) => Self::Register(form.cleaned()),
            Self::CorrectPerson {
                number,
                was,
                details,
            } => Self::CorrectPerson {
                number,
                was,
                details: PersonDetails {
                    honorific: line(details.honorific),
                    name: line(details.name),
                    village: line(details.village),
                    organisation: line(details.organisation),
                },
            },
            Self::EditItem { item, was, text } => Self::EditItem {
                item,
                was,
                text: lines(text),
            },
            Self::SummariseAnswer { item, was, answer } => Self::SummariseAnswer {
                item,
                was,
                answer: lines(answer),
            },
            Self::SetTopic { item, was, topic } => Self::SetTopic {
                item,
                was,
                topic: topic.map(line).filter(|topic| !topic.is_empty()),
            },
            Self::Note { text, item, place } => Self::Note {
                text: lines(text),
                item,
                place,
            },
            Self::WordConclusion { act, was, text } => Self::WordConclusion {
                act,
                was,
                text: lines(text),
            },
            Self::LinkVenue { venue, link } => Self::LinkVenue {
                venue: line(venue),
                link,
            },
            Self::MarkPerson { .. }
            | Self::AnswerAsPrepared { .. }
            | Self::LinkItem { .. }
            | Self::Undo
            | Self::Redo => self,
        }
    }
}

impl RegistrationForm {
    fn cleaned(self) -> Self {
        let line = |text: String| text::clean_line(&text);
        let some = |text: Option<String>| text.map(line).filter(|text| !text.is_empty());
        Self {
            name: line(self.name),
            honorific: line(self.honorific),
            village: line(self.village),
            subject: some(self.subject),
            phone: some(self.phone),
            address: some(self.address),
            venue: some(self.venue),
            within_scope: self.within_scope,
        }
    }
}

/// The answer to an item as it is written down; empty where none is.
pub(super) fn answer_of(state: &State, item: ItemId) -> Option<String> {
    Some(state.item(item)?.answer.clone().unwrap_or_default())
}
