//! What can be wrong with a plan, as data. Knows no language and does not look for anything itself.

use std::cmp::Ordering;

use chrono::NaiveDate;

use super::table::TableFault;
use crate::domain::regulation::{Article, Text};
use crate::domain::source_text::{Place, SyntaxError};

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

/// What is wrong with a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanProblem {
    /// The file cannot be read as a plan at all.
    Damaged(SyntaxError),
    /// The day and time of the session are not written as one.
    NotADay,
    /// A text that has to be there is blank.
    Empty,
    /// An agency's id has other signs than `a`–`z`, `0`–`9` and `-`; documents are named after it.
    IdSigns {
        id: String,
    },
    /// Windows keeps an agency's id for a device; documents are named after it.
    IdDevice {
        id: String,
    },
    /// The number is called out already for somebody else.
    NumberTwice {
        number: u32,
        holder: String,
    },
    NumberZero,
    AgencyTwice {
        id: String,
        holder: String,
    },
    OpinionTwice {
        id: u32,
        holder: String,
    },
    UnknownAgency {
        id: String,
        known: Vec<String>,
    },
    UnknownOpinion {
        id: u32,
        known: Vec<u32>,
    },
    /// A time limit of nothing.
    ZeroLimit,
    ZeroMinutes,
    /// A day in a year in which nobody holds a session: a slip of typing.
    HeldOutOfRange {
        year: i32,
    },
    ZeroBatch,
    /// The first warning has to come before the second.
    WarningsOrder {
        first: u32,
        second: u32,
    },
    OtherRegulation {
        plan: String,
        given: String,
    },
    /// The regulation orders no session, it only adds deadlines.
    NoSession {
        id: String,
    },
    UnknownMode {
        id: String,
        known: Vec<String>,
    },
    UnknownForm {
        id: String,
        known: Vec<String>,
    },
    /// Something is marked as done that the regulation names no deadline for.
    UnknownDeadline {
        id: String,
        known: Vec<String>,
    },
    UnknownStep {
        id: String,
        known: Vec<String>,
    },
    /// The file as a whole cannot be read as tables.
    NoTables(TableFault),
    /// Something that every plan needs is not filled in, or not asked for by the file at all.
    Missing,
    /// A column that is needed has no heading.
    NoHeading,
    /// The heading stands below the rows in which headings are looked for.
    HeadingTooLow,
    /// The headings stand below each other, and what belongs to one person in a column.
    LyingAcross,
    /// Two columns have the same heading, so that one of them would be lost.
    HeadingTwice {
        first: String,
    },
    /// A row is marked as an example, and was changed.
    ExampleChanged,
    /// The cell shows an error of the spreadsheet.
    CellError {
        found: String,
    },
    /// The formula of the cell has no result in the file.
    Uncomputed,
    TooLong,
    NotADate {
        found: String,
    },
    NotATime {
        found: String,
    },
    NotANumber {
        found: String,
    },
    NotMinutes {
        found: String,
    },
    NotTwoNumbers {
        found: String,
    },
    /// Something done is not written as a duty and a day.
    NotDone {
        found: String,
    },
    NotAChoice {
        found: String,
        known: Vec<String>,
    },
    UnknownRegulation {
        found: String,
        known: Vec<String>,
    },
}

/// What the office may want to know before the session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// A speaker's subject refers to an opinion that nobody prepared an answer to.
    NoPreparedAnswer {
        number: u32,
        opinion: u32,
    },
    OpinionWithoutAgency {
        id: u32,
    },
    /// Two numbers for one name from one village.
    SamePerson {
        number: u32,
        first: u32,
    },
    NoHigherLevel,
    NoSecretary,
    NoAgency,
    NoSpeaker,
    /// The body in whose name it is held is not named; papers have a blank for it.
    NoBody,
    NoLeadAgency,
    OtherLayout,
    /// The text names others for the chair.
    ChairNotNamed {
        office: String,
        may: Vec<Text>,
        articles: Vec<Article>,
    },
    /// It was due on a day that is over, and nobody marked it as done.
    DutyLate {
        duty: Text,
        on: NaiveDate,
        article: Article,
    },
    SheetUnread,
    SheetHidden,
    /// Hidden rows are read like others.
    RowsHidden {
        rows: usize,
        first: u32,
    },
    /// Hidden columns are read like others.
    ColumnsHidden {
        columns: String,
    },
    ColumnUnread,
    /// A title, a sum, a line that nobody asked for.
    RowUnread {
        said: String,
    },
    /// Texts were written for old fonts, and converted.
    OldLetters {
        table: String,
        cells: usize,
    },
    PhoneMended {
        phone: String,
    },
    /// It has fewer or more digits than telephone numbers have.
    PhoneLength {
        digits: usize,
    },
    /// A spreadsheet made a day of what was perhaps none.
    DateInText {
        found: String,
    },
    /// The workbook has no list of agencies; this one was made from what a cell says.
    AgencyMade {
        name: String,
    },
    AgencyMeant {
        found: String,
        name: String,
    },
    /// The workbook was made by a newer program.
    NewerWorkbook {
        version: u32,
    },
}

impl PlanProblem {
    /// A stable name of the kind of problem, for programs: `not_a_date`.
    #[must_use]
    pub fn kind(&self) -> String {
        kind_name(self)
    }
}

impl Remark {
    /// A stable name of the kind of remark, for programs: `phone_mended`.
    #[must_use]
    pub fn kind(&self) -> String {
        kind_name(self)
    }
}

/// The name of a variant as programs write names.
fn kind_name(what: &dyn std::fmt::Debug) -> String {
    let shown = format!("{what:?}");
    let variant = shown.split(|c: char| !c.is_alphanumeric()).next();
    let mut name = String::new();
    for (index, letter) in variant.unwrap_or_default().chars().enumerate() {
        if letter.is_uppercase() && index > 0 {
            name.push('_');
        }
        name.extend(letter.to_lowercase());
    }
    name
}

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
