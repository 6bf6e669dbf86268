//! What is due before and after a session, and every half-year or year. Knows no calendar: counting is `deadlines`'.

use serde::{Deserialize, Serialize};

use super::{Article, ClassKind, Text};

/// Names one deadline within its regulation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DeadlineId(pub String);

/// Something that is due before or after the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    pub id: DeadlineId,
    pub title: Text,
    pub article: Article,
    /// The time limit; `None` where the act is prescribed without one.
    pub limit: Option<Limit>,
    pub anchor: Anchor,
    /// When this limit applies instead of the ordinary one.
    #[serde(default)]
    pub condition: Option<Text>,
    /// The deadline that this one extends.
    #[serde(default)]
    pub extends: Option<DeadlineId>,
    /// What an office has to know about the counting, for example that the text names no starting day.
    #[serde(default)]
    pub remark: Option<Text>,
    /// The classes of items whose answer is due by it.
    #[serde(default)]
    pub items: Vec<ClassKind>,
    /// What it is, for the parts of the program that need to find it.
    #[serde(default)]
    pub kind: DeadlineKind,
}

/// A number of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    pub days: u16,
    pub unit: DayUnit,
}

/// What a day is, when days are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DayUnit {
    /// Monday to Friday, less public holidays, plus make-up days.
    Working,
    Calendar,
}

/// The event a deadline is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    /// Counted back from the day of the session.
    BeforeSession,
    Session,
    /// The day the conclusion notice is issued.
    Notice,
}

/// What a deadline is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum DeadlineKind {
    PublicNotice,
    PreparedAnswers,
    ConclusionNotice,
    AgencyReport,
    HigherLevel,
    Publication,
    #[default]
    Other,
}

/// A report that is owed every half-year or year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeriodicReport {
    pub id: String,
    pub title: Text,
    pub article: Article,
    pub period: Period,
    /// The day and month before which it is due; `None` where the regulation names no date.
    pub before: Option<DayMonth>,
    /// Who owes it, where the regulation tells levels apart.
    #[serde(default)]
    pub owed_by: Option<Text>,
}

/// What a periodic report covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Period {
    HalfYear,
    Year,
}

/// A day of any year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayMonth {
    pub day: u8,
    pub month: u8,
}
