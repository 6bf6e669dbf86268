//! What citizens raise, and the three classes every item falls into.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use super::ids::ItemId;
use super::ids::TurnId;
use super::plan::{AgencyId, Number, OpinionId};
use crate::domain::regulation::{ClassKind, DeadlineId};
use crate::domain::time::SessionTime;

/// Where an item comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Raiser {
    Citizen(Number),
    /// Collected before the session and taken up without a speaker.
    Collected(OpinionId),
}

/// Which of the three classes, with what each requires.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Class {
    AnsweredNow,
    VerifyLater {
        agency: Option<AgencyId>,
        due: Due,
    },
    ReportUpward {
        authority: Option<String>,
        /// The day that the chair set for it; `None` where nobody did.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<NaiveDate>,
    },
}

impl Class {
    /// The day that is written down with it.
    #[must_use]
    pub const fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::AnsweredNow => None,
            Self::VerifyLater { due, .. } => due.on,
            Self::ReportUpward { due, .. } => *due,
        }
    }

    #[must_use]
    pub const fn kind(&self) -> ClassKind {
        match self {
            Self::AnsweredNow => ClassKind::AnsweredNow,
            Self::VerifyLater { .. } => ClassKind::VerifyLater,
            Self::ReportUpward { .. } => ClassKind::ReportUpward,
        }
    }
}

/// By when an item is to be answered. Both parts may be missing, where the regulation sets no limit and nobody else did.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Due {
    pub on: Option<NaiveDate>,
    /// The deadline of the regulation it follows from, when it does. Without a day, it is counted from a notice that is
    /// not yet issued.
    pub under: Option<DeadlineId>,
}

impl Due {
    #[must_use]
    pub const fn is_set(&self) -> bool {
        self.on.is_some() || self.under.is_some()
    }
}

/// One thing a citizen raises; the unit that is tagged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub id: ItemId,
    pub by: Raiser,
    pub text: String,
    pub topic: Option<String>,
    /// The agency that is to answer; the chair when none is named.
    pub agency: Option<AgencyId>,
    pub opinion: Option<OpinionId>,
    pub round: u32,
    pub raised: SessionTime,
    /// The turns in which it was spoken of: speeches, answers, follow-ups, in order.
    pub turns: Vec<TurnId>,
    /// The answer in a few words, as somebody wrote it down or kept it as prepared.
    pub answer: Option<String>,
    /// The answer is what had been prepared.
    pub as_prepared: bool,
    /// For an opinion that was not registered, where the regulation asks for it: whether it is within the scope.
    pub within_scope: Option<bool>,
    pub class: Option<Class>,
    /// Every class it had before, with until when.
    pub classed: Vec<(SessionTime, Option<Class>)>,
    /// Answered at least once since it was raised or reopened.
    pub answered: bool,
}

impl Item {
    /// Whether an answer is still due to it.
    #[must_use]
    pub const fn awaits_answer(&self) -> bool {
        !self.answered && self.class.is_none()
    }
}
