//! The way of a plan into the house: read from the file the office prepared, cleaned, and checked against itself and
//! the regulation. Nothing of a session is created here, and every fault of the content is told at once, with its line.
//! Knows no clock, no language (but `words`) and nothing of how a session runs.

mod check;
mod diagnostic;
mod normalize;
pub mod words;

use std::io;
use std::path::{Path, PathBuf};

use crate::documents::ron_file::{self, SourceMap};
use crate::domain::regulation::Regulation;
use crate::domain::session::plan::Plan;
use crate::domain::source_text::{Place, SyntaxError};

pub use check::check;
pub use diagnostic::{Diagnostic, Fault, Findings, Problem, Remark, Warning};
pub use normalize::tidy;

/// The session that is rehearsed with: every name in it is made up.
const SAMPLE: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/config/sample/plan.ron"
));

/// Why there is no plan to check.
#[derive(Debug)]
pub enum IntakeError {
    /// The file has none of the endings that are read.
    UnknownKind {
        path: PathBuf,
    },
    Unreadable {
        path: PathBuf,
        cause: io::Error,
    },
    /// It cannot be read as a plan. There is one fault only, since what stands behind it cannot be told. `path` is
    /// `None` for text that came without a file.
    Damaged {
        path: Option<PathBuf>,
        fault: Box<Fault>,
    },
}

/// A plan as it was written, cleaned, and where in the file each part of it stands.
#[derive(Debug)]
pub struct Draft {
    /// May be changed before it is checked, for example to another regulation; lists keep their order.
    pub plan: Plan,
    outline: SourceMap,
}

impl Draft {
    /// Everything that is wrong with the plan, with its place in the file, in the order of the file.
    #[must_use]
    pub fn check(&self, regulation: Option<&Regulation>) -> Findings {
        let mut findings = check(&self.plan, regulation);
        findings.place(&self.outline);
        findings
    }
}

/// The sample, a plan without faults under every shipped regulation once its id is set.
///
/// # Errors
/// A test reads it, so a reader of the released program does not meet one.
pub fn sample() -> Result<Plan, IntakeError> {
    parse(SAMPLE.as_bytes()).map(|draft| draft.plan)
}

/// The plan in a `.ron` file, cleaned and not yet checked.
///
/// # Errors
/// When the file cannot be read, or not as a plan.
pub fn read(path: &Path) -> Result<Draft, IntakeError> {
    let is_ron = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
    if !is_ron {
        return Err(IntakeError::UnknownKind {
            path: path.to_owned(),
        });
    }
    let bytes = ron_file::read(path).map_err(|cause| IntakeError::Unreadable {
        path: path.to_owned(),
        cause,
    })?;
    draft(&bytes).map_err(|fault| IntakeError::Damaged {
        path: Some(path.to_owned()),
        fault,
    })
}

/// The plan in the bytes of a `.ron` file.
///
/// # Errors
/// When they cannot be read as a plan.
pub fn parse(bytes: &[u8]) -> Result<Draft, IntakeError> {
    draft(bytes).map_err(|fault| IntakeError::Damaged { path: None, fault })
}

fn draft(bytes: &[u8]) -> Result<Draft, Box<Fault>> {
    let source = ron_file::source(bytes).map_err(|(at, damage)| fault(at, damage))?;
    let mut plan: Plan = ron_file::parse(&source).map_err(|(at, damage)| {
        if is_about_the_day(at, &damage, &source) {
            Fault {
                path: "held".to_owned(),
                at,
                what: Problem::NotADay,
            }
        } else {
            fault(at, damage)
        }
    })?;
    tidy(&mut plan);
    Ok(Draft {
        plan,
        outline: SourceMap::of(&source),
    })
}

fn fault(at: Option<Place>, damage: SyntaxError) -> Fault {
    Fault {
        path: String::new(),
        at,
        what: Problem::Damaged(damage),
    }
}

/// The reader of days speaks English and names no example; the line tells that it was the day it stumbled over.
fn is_about_the_day(at: Option<Place>, damage: &SyntaxError, source: &str) -> bool {
    let held = SourceMap::of(source).place("held").line;
    // A plan that breaks off before the day has no place for it, and the outline names the first line.
    let is_written = source
        .lines()
        .nth(held.saturating_sub(1))
        .is_some_and(|line| line.contains("held"));
    matches!(damage, SyntaxError::Date | SyntaxError::Other(_))
        && is_written
        && at.map(|place| place.line) == Some(held)
}
