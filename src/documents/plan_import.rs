//! The way of a plan into the program: read from the file the office prepared, cleaned, and checked against itself and
//! the regulation. Nothing of a session is created here, and every fault of the content is told at once, with its line.
//! Knows no clock, no language (but `words`) and nothing of how a session runs.

pub mod additions;
mod check;
mod diagnostic;
mod normalize;
pub mod old_letters;
pub mod pages;
mod problem;
pub mod report;
mod ron_repair;
pub mod table;
pub mod template;
pub mod words;
pub mod workbook;

use std::collections::BTreeMap;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::documents::ron_file::{self, SourceMap};
use crate::domain::deadlines::Basis;
use crate::domain::regulation::{ChairVerdict, Choice, Regulation};
use crate::domain::session::plan::Plan;
use crate::domain::source_text::{Place, SyntaxError};

pub use check::{check, late};
pub use diagnostic::{CellPlace, Diagnostic, Findings, Location, PlanFault, Warning};
pub use normalize::tidy;
pub use problem::{PlanProblem, Remark};
pub use workbook::Catalogue;

/// The session that is rehearsed with: every name in it is made up.
const SAMPLE: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/config/sample/plan.ron"
));

/// A government's session, likewise.
const GOVERNMENT_SAMPLE: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/config/sample/government.ron"
));

/// Why there is no plan to check.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    /// The file has none of the endings that are read.
    #[error("{} is of no kind that is read", .path.display())]
    UnknownKind { path: PathBuf },
    #[error("{} cannot be read", .path.display())]
    Unreadable {
        path: PathBuf,
        #[source]
        cause: io::Error,
    },
    /// It cannot be read as a plan. There is one fault only, since what stands behind it cannot be told. `path` is
    /// `None` for text that came without a file.
    #[error("it cannot be read as a plan")]
    Damaged {
        path: Option<PathBuf>,
        fault: Box<PlanFault>,
    },
}

/// A plan as it was written, cleaned, and where in the file each part of it stands.
#[derive(Debug)]
pub struct PlanDraft {
    /// May be changed before it is checked, for example to another regulation; lists keep their order.
    pub plan: Plan,
    /// What was found while it was read.
    found: Findings,
    origin: PlanOrigin,
    /// The sheets, where it came from a workbook, for a copy with the findings marked.
    pub workbook: Option<table::Workbook>,
    stand_ins: ron_repair::StandIns,
    /// The file could be read to its end, so that it is worth looking at what it says.
    is_whole: bool,
}

/// Where each part of a plan stands in its file.
#[derive(Debug)]
enum PlanOrigin {
    Text(SourceMap),
    Cells(BTreeMap<String, Location>),
}

impl PlanOrigin {
    fn place(&self, path: &str) -> Option<Location> {
        match self {
            Self::Text(outline) => Some(Location::Line(outline.place(path))),
            Self::Cells(places) => {
                let mut path = path;
                loop {
                    if let Some(place) = places.get(path) {
                        return Some(place.clone());
                    }
                    path = path.rsplit_once('.')?.0;
                }
            }
        }
    }
}

impl PlanDraft {
    /// Everything that is wrong with the plan, with its place in the file, in the order of the file.
    #[must_use]
    pub fn check_on(
        &self,
        regulation: Option<&Regulation>,
        basis: &Basis,
        today: NaiveDate,
    ) -> Findings {
        let mut findings = self.check(regulation);
        // Nothing is late for a day that could not be read.
        let has_day = findings.faults.iter().all(|fault| fault.path != "held");
        if let Some(regulation) = regulation.filter(|_| has_day) {
            let mut late = check::late(&self.plan, regulation, basis, today);
            late.place(&|path| self.origin.place(path));
            findings.join(late);
        }
        findings
    }

    /// Everything that is wrong with the plan whatever day it is.
    #[must_use]
    pub fn check(&self, regulation: Option<&Regulation>) -> Findings {
        if !self.is_whole {
            return self.found.clone();
        }
        let mut findings = check(&self.plan, regulation);
        findings.place(&|path| self.origin.place(path));
        // What was only put in for the reader's sake is told as missing or wrong already.
        findings.faults.retain(|fault| {
            let field = fault.path.rsplit('.').next().unwrap_or_default();
            let is_stand_in = match &fault.at {
                Some(Location::Line(place)) => self.stand_ins.places.contains(place),
                Some(Location::Cell(_)) | None => false,
            };
            !is_stand_in && !self.stand_ins.fields.iter().any(|known| known == field)
        });
        let mut all = self.found.clone();
        all.join(findings);
        all
    }
}

/// The sample, a plan without faults under every shipped regulation once its id is set.
///
/// # Errors
/// A test reads it, so a reader of the released program does not meet one.
pub fn sample() -> Result<Plan, IntakeError> {
    parse(SAMPLE.as_bytes()).map(|draft| draft.plan)
}

/// The sample of a government's session.
///
/// # Errors
/// A test reads it, so a reader of the released program does not meet one.
pub fn government_sample() -> Result<Plan, IntakeError> {
    parse(GOVERNMENT_SAMPLE.as_bytes()).map(|draft| draft.plan)
}

/// The sample whose chair is one that the regulation names, put under it.
///
/// # Errors
/// A test reads both, so a reader of the released program does not meet one.
pub fn sample_under(regulation: &Regulation) -> Result<Plan, IntakeError> {
    let mut plan = sample()?;
    plan.put_under(regulation);
    if plan.chair_verdict(regulation) != ChairVerdict::Fits {
        plan = government_sample()?;
        plan.put_under(regulation);
    }
    // What a text names first is the ordinary one.
    let first = |choices: &[Choice]| choices.first().map(|choice| choice.id.clone());
    plan.mode = plan.mode.or_else(|| first(&regulation.modes));
    plan.form = plan.form.or_else(|| first(&regulation.forms));
    Ok(plan)
}

/// The plan in a file, cleaned and not yet checked: in RON, in a workbook, or in a folder of texts with separators.
///
/// # Errors
/// When it cannot be read at all.
pub fn read(path: &Path, catalogue: &Catalogue<'_>) -> Result<PlanDraft, IntakeError> {
    let unreadable = |cause| IntakeError::Unreadable {
        path: path.to_owned(),
        cause,
    };
    if path.is_dir() {
        let mut files: Vec<PathBuf> = std::fs::read_dir(path)
            .map_err(unreadable)?
            .filter_map(Result::ok)
            .map(|entry| entry.path())
            .filter(|path| matches!(kind_of(path), FileKind::Text))
            .collect();
        files.sort();
        if files.is_empty() {
            return Err(IntakeError::UnknownKind {
                path: path.to_owned(),
            });
        }
        return read_texts(&files, catalogue);
    }
    match kind_of(path) {
        FileKind::Ron => {
            let bytes = ron_file::read(path).map_err(unreadable)?;
            draft(&bytes).map_err(|fault| IntakeError::Damaged {
                path: Some(path.to_owned()),
                fault,
            })
        }
        FileKind::Text | FileKind::Workbook => {
            let workbook = table::read(&most_of(path).map_err(unreadable)?, path)
                .map_err(|fault| no_tables(path, fault))?;
            Ok(from_workbook(workbook, catalogue))
        }
        FileKind::Unknown => Err(IntakeError::UnknownKind {
            path: path.to_owned(),
        }),
    }
}

/// The plan in several files of text with separators, each of them one sheet.
///
/// # Errors
/// When one of them cannot be read.
pub fn read_texts(paths: &[PathBuf], catalogue: &Catalogue<'_>) -> Result<PlanDraft, IntakeError> {
    let mut sheets = Vec::new();
    let mut left = table::most_bytes();
    for path in paths {
        let bytes = most_of(path).map_err(|cause| IntakeError::Unreadable {
            path: path.clone(),
            cause,
        })?;
        // Many files are no more than one.
        left = left
            .checked_sub(bytes.len() as u64)
            .ok_or_else(|| no_tables(path, table::TableFault::TooLarge))?;
        let read = table::read(&bytes, path).map_err(|fault| no_tables(path, fault))?;
        sheets.extend(read.sheets);
    }
    let workbook = table::Workbook {
        sheets,
        counts_from_1904: false,
    };
    Ok(from_workbook(workbook, catalogue))
}

/// The plan in the sheets of a workbook.
#[must_use]
pub fn from_workbook(workbook: table::Workbook, catalogue: &Catalogue<'_>) -> PlanDraft {
    let kept = workbook.clone();
    let read = workbook::read(workbook, catalogue);
    PlanDraft {
        plan: read.plan,
        found: read.found,
        origin: PlanOrigin::Cells(read.places),
        workbook: Some(kept),
        stand_ins: ron_repair::StandIns::default(),
        is_whole: true,
    }
}

fn no_tables(path: &Path, fault: table::TableFault) -> IntakeError {
    IntakeError::Damaged {
        path: Some(path.to_owned()),
        fault: Box::new(PlanFault {
            path: String::new(),
            at: None,
            what: PlanProblem::NoTables(fault),
        }),
    }
}

/// The bytes of a file, not many more than are ever read.
fn most_of(path: &Path) -> io::Result<Vec<u8>> {
    let file = ron_file::open(path)?;
    let length = file.metadata()?.len().min(table::most_bytes());
    // Once as large as it becomes: growing would cost twice as much again.
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
    file.take(table::most_bytes()).read_to_end(&mut bytes)?;
    Ok(bytes)
}

enum FileKind {
    Ron,
    Text,
    Workbook,
    Unknown,
}

/// What a file says of itself by its ending; what it really is, is told by its first bytes.
fn kind_of(path: &Path) -> FileKind {
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_ascii_lowercase())
        .unwrap_or_default();
    match ending.as_str() {
        "ron" => FileKind::Ron,
        "csv" | "tsv" | "txt" => FileKind::Text,
        "xlsx" | "xlsm" | "xltx" | "xls" | "xlt" | "ods" | "ots" => FileKind::Workbook,
        _ => FileKind::Unknown,
    }
}

/// The plan in the bytes of a `.ron` file.
///
/// # Errors
/// When they cannot be read as a plan.
pub fn parse(bytes: &[u8]) -> Result<PlanDraft, IntakeError> {
    draft(bytes).map_err(|fault| IntakeError::Damaged { path: None, fault })
}

fn draft(bytes: &[u8]) -> Result<PlanDraft, Box<PlanFault>> {
    let source = ron_file::source(bytes).map_err(|(at, damage)| fault(at, damage))?;
    let read = ron_repair::read(&source, |at, damage, text| {
        if is_about_the_day(at, &damage, text) {
            PlanFault {
                path: "held".to_owned(),
                at: at.map(Location::Line),
                what: PlanProblem::NotADay,
            }
        } else {
            fault(at, damage)
        }
    });
    let mut draft = PlanDraft {
        plan: workbook::blank(),
        found: Findings {
            faults: read.faults,
            warnings: Vec::new(),
        },
        origin: PlanOrigin::Text(SourceMap::of(&source)),
        workbook: None,
        stand_ins: read.stand_ins,
        is_whole: read.plan.is_some(),
    };
    if let Some(mut plan) = read.plan {
        tidy(&mut plan);
        draft.plan = plan;
    }
    // Where reading broke off, what was found on that very line is only an echo of it.
    if !draft.is_whole {
        let line = draft.found.faults.last().and_then(Diagnostic::line);
        let echo = |fault: &PlanFault| fault.line() == line;
        if draft.found.faults.iter().all(echo)
            && let Some(first) = draft.found.faults.first()
        {
            return Err(Box::new(first.clone()));
        }
    }
    // One fault alone, in a file that is otherwise right, is told as what it is: a file that cannot be read.
    let alone = draft.found.faults.len() == 1 && draft.check(None).faults.len() == 1;
    match draft.found.faults.first() {
        Some(first) if alone => Err(Box::new(first.clone())),
        Some(_) | None => Ok(draft),
    }
}

fn fault(at: Option<Place>, damage: SyntaxError) -> PlanFault {
    PlanFault {
        path: String::new(),
        at: at.map(Location::Line),
        what: PlanProblem::Damaged(damage),
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
