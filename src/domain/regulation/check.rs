//! Whether a profile makes sense: whether a session can be run under it, and whether it names everything once and in
//! full. Finds all faults at once, so that a person mends a file in one go. Knows the place of a fault only by its path
//! in the data (`steps.3.acts.0.id`); which line that is, is `data_file`'s. Knows no file and no language.

mod deadlines;
mod names;
mod steps;
mod texts;

use super::{Phase, Regulation, Scope};
use crate::domain::source_text::{Place, SyntaxError};

/// Something that is wrong with a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where to mend it; `None` where it is the file as a whole.
    pub at: Option<Place>,
    pub problem: Problem,
}

/// What is wrong with a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file cannot be read as a profile at all.
    Damaged(SyntaxError),
    IdIsNotFileName {
        id: String,
        file_name: String,
    },
    /// An id has other signs than `a`–`z`, `0`–`9` and `-`, or none.
    IdSigns {
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
    NoConclusion,
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
}

/// A problem, and the path of what has it.
pub(super) type Found = Vec<(String, Problem)>;

/// Everything that is wrong with a profile, with the path of each; empty when nothing is.
#[must_use]
pub fn problems(regulation: &Regulation, file_name: Option<&str>) -> Found {
    let mut found = Found::new();
    if let Some(file_name) = file_name.filter(|name| *name != regulation.id.0) {
        found.push((
            "id".to_owned(),
            Problem::IdIsNotFileName {
                id: regulation.id.0.clone(),
                file_name: file_name.to_owned(),
            },
        ));
    }
    names::check(regulation, &mut found);
    texts::check(regulation, &mut found);
    match regulation.scope {
        Scope::Session => steps::check(&regulation.steps, &mut found),
        Scope::Accompanying if !regulation.steps.is_empty() => {
            found.push(("steps".to_owned(), Problem::LawWithSteps));
        }
        Scope::Accompanying => {}
    }
    deadlines::check(regulation, &mut found);
    found
}

/// Whether an id has only the signs that a file name and a command line bear everywhere.
fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}
