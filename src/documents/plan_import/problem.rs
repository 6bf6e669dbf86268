//! What can be wrong with a plan, and what is worth a look, as data. Knows neither where it was found nor any language.

use chrono::NaiveDate;

use super::table::TableFault;
use crate::domain::regulation::{Article, Text};
use crate::domain::source_text::SyntaxError;

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
