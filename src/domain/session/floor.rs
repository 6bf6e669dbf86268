//! The floor: who has it, for what, and the clock of that turn.

use serde::{Deserialize, Serialize};

use super::ids::ItemId;
pub use super::ids::TurnId;
use super::plan::{AgencyId, Number};
use super::timing::Span;
use crate::domain::regulation::{Phase, StepId};
use crate::domain::time::{Millis, SessionTime};

/// Who has the floor.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Holder {
    Citizen(Number),
    Chair,
    Agency(AgencyId),
}

/// One time that somebody had the floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    pub id: TurnId,
    pub phase: Phase,
    pub step: StepId,
    pub round: u32,
    pub holder: Holder,
    /// What is spoken about, or answered.
    pub items: Vec<ItemId>,
    pub limit: Option<Millis>,
    /// When the floor was given.
    pub called: SessionTime,
    /// The clock of the turn; `None` until it is started.
    pub clock: Option<Span>,
    /// When the floor was given up; `None` for the turn that has it.
    pub ended: Option<SessionTime>,
}

impl Turn {
    /// How long the turn has taken at `now`.
    #[must_use]
    pub fn lasted(&self, now: SessionTime) -> Millis {
        self.clock
            .as_ref()
            .map_or(Millis::ZERO, |clock| clock.lasted(now))
    }

    /// Milliseconds left at `now`, negative when over; `None` without a limit.
    #[must_use]
    pub fn left(&self, now: SessionTime) -> Option<i64> {
        self.limit.map(|limit| limit.signed_sub(self.lasted(now)))
    }
}
