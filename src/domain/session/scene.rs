//! What the hall is shown when the aide wants something else than what is happening. Only names: what each picture
//! looks like, and what is shown when none is pinned, is the projector's.

use serde::{Deserialize, Serialize};

use crate::domain::regulation::ClassKind;

/// A picture that the aide can pin to the screen of the hall until she takes it off again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Scene {
    Agenda,
    /// Who has the floor, or who is called next.
    Floor,
    /// What was raised, class by class; only one class when it is named.
    Conclusion(Option<ClassKind>),
    /// Nothing but the title and where the session stands.
    Blank,
    /// Nothing at all.
    Dark,
}
