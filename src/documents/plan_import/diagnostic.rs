//! What was found in a plan and where, in the order of the file. Knows no language and does not look for anything itself.

use std::cmp::Ordering;

use super::problem::{PlanProblem, Remark};
use crate::domain::source_text::Place;

/// Where in a file something stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Location {
    /// In a text.
    Line(Place),
    /// In a workbook.
    Cell(CellPlace),
}

/// A place in a workbook. The order of the fields is the order in which findings are told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellPlace {
    /// The place of the sheet in the workbook.
    pub order: usize,
    /// From 0; `None` where the sheet as a whole is meant.
    pub row: Option<u32>,
    /// From 0; `None` where the row as a whole is meant.
    pub column: Option<u32>,
    pub sheet: String,
    /// What the column, or the line, is called.
    pub heading: Option<String>,
}

impl CellPlace {
    /// `B7`; `7:7` for a whole row.
    #[must_use]
    pub fn cell(&self) -> Option<String> {
        match (self.row, self.column) {
            (Some(row), Some(column)) => Some(super::table::cell_name(row, column)),
            (Some(row), None) => Some(format!("{0}:{0}", u64::from(row) + 1)),
            (None, _) => None,
        }
    }
}

/// Something found in a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic<What> {
    /// What it is about, for example `speakers.3.number`, lists counted from 0; empty for the file as a whole.
    pub path: String,
    /// Where to mend it; `None` where the plan did not come from a file, or the file as a whole is meant.
    pub at: Option<Location>,
    pub what: What,
}

/// With it no session can be created.
pub type PlanFault = Diagnostic<PlanProblem>;

/// It does not stop anybody.
pub type Warning = Diagnostic<Remark>;

/// Everything that was found in one plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findings {
    pub faults: Vec<PlanFault>,
    pub warnings: Vec<Warning>,
}

impl<What> Diagnostic<What> {
    /// The line of the text, where the plan came from one.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        match &self.at {
            Some(Location::Line(place)) => Some(place.line),
            Some(Location::Cell(_)) | None => None,
        }
    }
}

impl Findings {
    pub(super) fn fault_at(&mut self, path: &str, at: Location, what: PlanProblem) {
        self.faults.push(Diagnostic {
            path: path.to_owned(),
            at: Some(at),
            what,
        });
    }

    pub(super) fn warn_at(&mut self, path: &str, at: Location, what: Remark) {
        self.warnings.push(Diagnostic {
            path: path.to_owned(),
            at: Some(at),
            what,
        });
    }

    /// Adds what another look at the same plan found; a place that is wrong already is not told a second time.
    pub(super) fn join(&mut self, other: Self) {
        let told: Vec<Location> = self
            .faults
            .iter()
            .filter_map(|fault| fault.at.clone())
            .collect();
        self.faults.extend(
            other
                .faults
                .into_iter()
                .filter(|fault| fault.at.as_ref().is_none_or(|at| !told.contains(at))),
        );
        self.warnings.extend(other.warnings);
        self.faults
            .sort_by(|one, other| in_file(one.at.as_ref(), other.at.as_ref()));
        self.warnings
            .sort_by(|one, other| in_file(one.at.as_ref(), other.at.as_ref()));
    }

    pub(super) fn fault(&mut self, path: impl Into<String>, what: PlanProblem) {
        self.faults.push(Diagnostic {
            path: path.into(),
            at: None,
            what,
        });
    }

    pub(super) fn warn(&mut self, path: impl Into<String>, what: Remark) {
        self.warnings.push(Diagnostic {
            path: path.into(),
            at: None,
            what,
        });
    }

    /// Gives everything its place in the file and brings it into the order of the file.
    pub(super) fn place(&mut self, place: &impl Fn(&str) -> Option<Location>) {
        put(&mut self.faults, place);
        put(&mut self.warnings, place);
    }
}

/// The order of the file; what is about the file as a whole comes last. What concerns a sheet as a whole stays in the order
/// in which it was found, which is that of the sheet's lines.
fn in_file(one: Option<&Location>, other: Option<&Location>) -> Ordering {
    match (one, other) {
        (Some(Location::Cell(one)), Some(Location::Cell(other))) => {
            (one.order, one.row, one.column).cmp(&(other.order, other.row, other.column))
        }
        _ => one.is_none().cmp(&other.is_none()).then(one.cmp(&other)),
    }
}

fn put<What>(findings: &mut [Diagnostic<What>], place: &impl Fn(&str) -> Option<Location>) {
    for finding in findings.iter_mut() {
        finding.at = place(&finding.path);
    }
    findings.sort_by(|one, other| {
        let is_placed = one.at.is_some().cmp(&other.at.is_some());
        is_placed.then_with(|| in_file(one.at.as_ref(), other.at.as_ref()))
    });
}
