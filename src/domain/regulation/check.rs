//! Whether a profile makes sense: whether a session can be run under it, and whether it names everything once and in
//! full. Finds all faults at once, so that a person mends a file in one go, and what is most likely a slip besides. Knows
//! the place of a fault only by its path in the data (`steps.3.acts.0.id`). Knows no file and no language.

mod deadlines;
mod doubts;
mod names;
mod references;
mod steps;
mod texts;

use super::{ClassKind, Order, Phase, Regulation, Scope};
use crate::domain::source_text::{Place, SyntaxError};

/// Something that is wrong with a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegulationFault {
    /// Where to mend it; `None` where it is the file as a whole.
    pub at: Option<Place>,
    pub problem: RegulationProblem,
}

/// What is wrong with a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegulationProblem {
    /// The file cannot be read as it stands.
    Damaged(SyntaxError),
    IdIsNotFileName {
        id: String,
        file_name: String,
    },
    /// An id has other signs than `a`–`z`, `0`–`9` and `-`, or none.
    IdSigns {
        id: String,
    },
    /// Windows keeps the name for a device, and a file is named after the id.
    IdDevice {
        id: String,
    },
    /// An id stands twice among things of one kind.
    Twice {
        id: String,
    },
    Empty,
    EmptyList,
    NoSteps,
    LawWithSteps,
    OpeningNotFirst,
    ConclusionNotLast,
    /// Nowhere do citizens have the floor.
    NoSpeech,
    NoPhases,
    BlockWithoutSpeech,
    PhaseTwice {
        phase: Phase,
    },
    PhaseTooLate {
        phase: Phase,
        after: Phase,
    },
    NoActs,
    /// A step that a session cannot do without is held under a condition.
    NotAlwaysHeld,
    ClassTwice,
    ZeroDays,
    ZeroMinutes,
    ExtendsUnknown {
        id: String,
        known: Vec<String>,
    },
    ExtendsInACircle,
    /// The answer to an item cannot be due before the session.
    ItemsBeforeSession,
    NoSuchDay {
        day: u8,
        month: u8,
    },
    /// Something names an id that there is not among its kind.
    Unknown {
        id: String,
        known: Vec<String>,
    },
    /// A duty is counted from the last day of another, and that from its own.
    AnchorsInACircle,
    /// A day or number that ends before it begins.
    EndsBeforeItBegins,

    /// An article of a shape that offices do not write, for example `D99.x`.
    ArticleShape {
        article: String,
    },
    /// What is done before a session is counted from it forward.
    NotBeforeSession,
    /// What follows from a session is counted back from it.
    NotAfterSession,
    /// Two duties of one kind for the same sessions, neither of which extends the other.
    SameKind {
        other: String,
    },
    ManyDays {
        days: u16,
    },
    /// The conclusion reads out some classes and leaves others out.
    ConclusionLeavesOut {
        classes: Vec<ClassKind>,
    },
}

/// How much of a file a problem is judged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JudgedBy {
    /// The value alone that has it.
    Value,
    /// The entry of a list that it stands in: one deadline, one step.
    Entry,
    /// All entries of the section.
    Section,
}

impl RegulationProblem {
    /// What has to be read right before this can be said: what stands in for an unreadable value is nobody's fault.
    #[must_use]
    pub fn judged_by(&self) -> JudgedBy {
        match self {
            Self::ItemsBeforeSession
            | Self::NotBeforeSession
            | Self::NotAfterSession
            | Self::ConclusionLeavesOut { .. }
            | Self::NoActs
            | Self::NoPhases
            | Self::NotAlwaysHeld
            | Self::ClassTwice
            | Self::EndsBeforeItBegins => JudgedBy::Entry,
            Self::OpeningNotFirst
            | Self::ConclusionNotLast
            | Self::NoSpeech
            | Self::BlockWithoutSpeech
            | Self::PhaseTwice { .. }
            | Self::PhaseTooLate { .. }
            | Self::SameKind { .. }
            | Self::ExtendsUnknown { .. }
            | Self::ExtendsInACircle
            | Self::AnchorsInACircle => JudgedBy::Section,
            Self::Damaged(_)
            | Self::IdIsNotFileName { .. }
            | Self::IdSigns { .. }
            | Self::IdDevice { .. }
            | Self::Twice { .. }
            | Self::Empty
            | Self::EmptyList
            | Self::NoSteps
            | Self::LawWithSteps
            | Self::ZeroDays
            | Self::ZeroMinutes
            | Self::NoSuchDay { .. }
            | Self::Unknown { .. }
            | Self::ArticleShape { .. }
            | Self::ManyDays { .. } => JudgedBy::Value,
        }
    }

    /// Whether the profile can be used all the same: most likely a slip, but the text may be so.
    #[must_use]
    pub fn is_doubt(&self) -> bool {
        matches!(
            self,
            Self::ArticleShape { .. }
                | Self::NotBeforeSession
                | Self::NotAfterSession
                | Self::SameKind { .. }
                | Self::ManyDays { .. }
                | Self::ConclusionLeavesOut { .. }
        )
    }
}

/// A problem, and the path of what has it.
pub type Found = Vec<(String, RegulationProblem)>;

/// Everything that is wrong or doubtful with a profile, with the path of each; empty when nothing is.
#[must_use]
pub fn problems(regulation: &Regulation, file_name: Option<&str>) -> Found {
    let mut found = Found::new();
    if let Some(file_name) = file_name.filter(|name| *name != regulation.id.0) {
        found.push((
            "id".to_owned(),
            RegulationProblem::IdIsNotFileName {
                id: regulation.id.0.clone(),
                file_name: file_name.to_owned(),
            },
        ));
    }
    names::check(regulation, &mut found);
    texts::check(regulation, &mut found);
    match regulation.scope {
        Scope::Session if regulation.order == Order::Unknown => {
            steps::check_without_order(&regulation.steps, &mut found);
        }
        Scope::Session => steps::check(&regulation.steps, &mut found),
        Scope::Accompanying if !regulation.steps.is_empty() => {
            found.push(("steps".to_owned(), RegulationProblem::LawWithSteps));
        }
        Scope::Accompanying => {}
    }
    deadlines::check(regulation, &mut found);
    references::check(regulation, &mut found);
    doubts::check(regulation, &mut found);
    found
}

/// Whether an id has only the signs that a file name and a command line bear everywhere.
fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}
