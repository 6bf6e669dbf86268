//! Why a request was not carried out. Data only; the sentence is found where people read.

use crate::domain::session::event::StationId;
use crate::domain::session::item::ItemId;
use crate::domain::session::plan::Number;
use crate::domain::session::queue::Standing;
use crate::domain::session::rejection::Rejection;

/// Why a request was not carried out; nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{self:?}")]
pub enum RequestRefusal {
    /// No station has this name.
    UnknownStation(StationId),
    /// The aide shut the station out.
    ShutOut,
    /// A station of this kind may not ask for this.
    NotForThisStation,
    /// It rests on records that this journal does not have.
    AnotherJournal,
    /// Only who registered a person corrects how they are written down; the desk can, too.
    NotItsOwn(Number),
    /// The person was called or heard already: from then on only the desk corrects.
    AlreadyCalled(Number),
    /// The number is somebody else's by now.
    AnotherPerson(Number),
    /// The item has another one's number by now.
    AnotherItem(ItemId),
    /// Somebody changed the text since: what it was then, and is now.
    TextChanged(Box<BothTexts>),
    /// A field has more letters than this.
    TooLong(usize),
    StandingChanged {
        number: Number,
        was: Standing,
        now: Standing,
    },
    /// A departure from the prescribed order: only the desk records one, with a reason and on whose direction.
    OnlyTheDesk,
    /// The session does not carry it out now.
    Rejected(Rejection),
}

/// What a text was when somebody began to change it, and what it is by now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BothTexts {
    pub was: String,
    pub now: String,
}

impl From<Rejection> for RequestRefusal {
    fn from(rejection: Rejection) -> Self {
        if matches!(rejection, Rejection::NeedsReason(_)) {
            Self::OnlyTheDesk
        } else {
            Self::Rejected(rejection)
        }
    }
}
