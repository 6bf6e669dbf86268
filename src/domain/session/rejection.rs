//! Why a command was not carried out. Data only; the sentence is found where people read.

use chrono::NaiveDate;

use super::attendance::Attendee;
use super::closing_check::Missing;
use super::deviation::Departure;
use super::event::Seq;
use super::floor::{Holder, TurnId};
use super::item::ItemId;
use super::plan::{AgencyId, Number, OpinionId};
use crate::domain::regulation::{ChecklistItemId, GroundId, Phase, StepId};

/// Why a command was not carried out; nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{self:?}")]
pub enum Rejection {
    /// The session is closed; only undo is left.
    Closed,
    NotBegun,
    /// The plan as a whole can only be replaced before the session begins.
    AlreadyBegun,
    /// Everything that was to be imported is there already.
    NothingNew,
    /// It would leave the prescribed order: ask for the reason and send the command again with it.
    NeedsReason(Vec<Departure>),
    /// The regulation accepts an unregistered speaker only within the announced scope: the aide has to say.
    NeedsScope,
    /// What has to be there before the session can be closed.
    GateShut(Vec<Missing>),
    FloorTaken {
        by: Holder,
    },
    FloorFree,
    ClockRuns,
    ClockStands,
    InBreak,
    NotInBreak,
    /// No dialogue step is open, or the regulation has no such phase in it.
    NoSuchPhase(Phase),
    NoSuchStep(StepId),
    NoSuchAct(ChecklistItemId),
    AlreadyTicked(ChecklistItemId),
    NoSuchPerson(Number),
    NoSuchAttendee(Box<Attendee>),
    NotWaiting(Number),
    AlreadySpoke(Number),
    HasTheFloor(Number),
    NobodyWaits,
    NoSuchItem(ItemId),
    NoSuchTurn(TurnId),
    NoSuchBreakOrVisit,
    NoSuchAgency(AgencyId),
    AgencyKnown(AgencyId),
    NoSuchOpinion(OpinionId),
    OpinionTakenUp(OpinionId),
    /// No answer was prepared on the opinion that the item is linked to, or it is linked to none.
    NothingPrepared(ItemId),
    /// Nothing that this person announced is left to take up or to set aside.
    NothingAnnounced(Number),
    NoSuchGround(GroundId),
    /// The regulation states no grounds for refusing, so none can be used.
    NoGrounds,
    NoSuchCase(String),
    EmptyText,
    NoLimit,
    NotClassed(ItemId),
    /// The correction would end something before it began, or lies ahead of now.
    TimesOutOfOrder,
    NotAway,
    /// Nothing can be due on a day that is over.
    DayIsPast(NaiveDate),
    SameAsBefore,
    NothingToUndo,
    NothingToRedo,
    /// Somebody else did something since that stands on this act, or that it does not go together with.
    StoodOn {
        act: Seq,
        later: Seq,
    },
    /// The station is not listened to anyway, or is not shut out.
    NoSuchStation,
}
