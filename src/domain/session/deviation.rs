//! Departures from the prescribed order: possible, but never without a reason, and always in the record with the article
//! they depart from.

use serde::{Deserialize, Serialize};

use super::plan::{Number, OpinionId};
use crate::domain::regulation::{Article, ChecklistItemId, StepId};
use crate::domain::time::SessionTime;

/// Why, and who ordered it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    pub why: String,
    pub ordered_by: String,
}

/// How the order was left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Departure {
    /// The step was not held though there was occasion for it.
    StepSkipped {
        step: StepId,
    },
    /// The step was left before all its acts were done.
    ActsLeftOut {
        step: StepId,
        acts: Vec<ChecklistItemId>,
    },
    /// The step of prepared answers was left before every opinion collected beforehand was taken up.
    OpinionsLeftUnread {
        step: StepId,
        opinions: Vec<OpinionId>,
    },
    WentBack {
        from: StepId,
        to: StepId,
    },
    StepRepeated {
        step: StepId,
    },
    /// A speaker who had not registered, where the regulation does not foresee one or the opinion is out of scope.
    UnregisteredSpeaker {
        number: Number,
    },
    /// A further opinion of a registered speaker that is out of the announced scope, where the regulation binds it to
    /// that scope.
    OpinionOutOfScope {
        /// The number of the item.
        item: u32,
    },
    /// The session was suspended, where the text wants one sitting.
    Adjourned,
}

/// One departure as it stands in the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deviation {
    pub departure: Departure,
    pub article: Article,
    pub reason: Reason,
    pub at: SessionTime,
}
