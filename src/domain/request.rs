//! What somebody who is not the desk asks of a session: the desk at the door, the secretary, another hall. The desk alone
//! decides; it carries out a request as it carries out a command of its own, and the journal says who asked.
//!
//! Pure like the session. It does not know how a request comes to the desk, nor what it is called in words.

mod ask;
pub mod bounds;
mod command;
mod decide;
mod own;
mod refusal;
mod station;

use serde::{Deserialize, Serialize};

use crate::domain::i18n::Lang;
use crate::domain::session::event::{Event, JournalEntry, RequestId, Seq, StationId};
use crate::domain::session::plan::Number;
use crate::domain::time::Wall;

pub use ask::Ask;
pub use command::{RegistrationForm, StationCommand};
pub use own::{OwnPerson, own_people};
pub use refusal::{BothTexts, RequestRefusal};
pub use station::StationKind;

/// What a station asks. The names of its parts stand in files and never change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Unlike that of every other request of the session.
    pub id: RequestId,
    pub station: StationId,
    /// When it was asked, by the clock of the station.
    pub at: Wall,
    /// The last record that the station had seen.
    pub based_on: Seq,
    pub command: StationCommand,
}

/// What the desk answers to a request. The names of its parts stand in files and never change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub request: RequestId,
    pub at: Wall,
    pub outcome: RequestOutcome,
    /// The same in words.
    pub says: AnswerWords,
}

/// What became of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RequestOutcome {
    /// It is this record of the journal. A person who was registered has this number.
    Taken {
        seq: Seq,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        number: Option<Number>,
    },
    /// Nothing has changed.
    Refused,
}

impl RequestOutcome {
    /// What became of the request that made this record.
    #[must_use]
    pub fn of_record(record: &JournalEntry) -> Self {
        let number = record.events.iter().find_map(|event| {
            if let Event::Registered { registration, .. } = event {
                Some(registration.number)
            } else {
                None
            }
        });
        Self::Taken {
            seq: record.seq,
            number,
        }
    }
}

/// A sentence in both languages: a station may be read in another one than the desk.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AnswerWords {
    pub vi: String,
    pub en: String,
}

impl AnswerWords {
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}
