//! What can be wrong with a plan, as data. Knows no language and does not look for anything itself.

use crate::documents::ron_file::SourceMap;
use crate::domain::source_text::{Place, SyntaxError};

/// Something found in a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic<What> {
    /// What it is about, for example `speakers.3.number`, lists counted from 0; empty for the file as a whole.
    pub path: String,
    /// Where to mend it; `None` where the plan did not come from a text, or the text as a whole is meant.
    pub at: Option<Place>,
    pub what: What,
}

/// With it no session can be created.
pub type Fault = Diagnostic<Problem>;

/// It does not stop anybody.
pub type Warning = Diagnostic<Remark>;

/// What is wrong with a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
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
}

/// Everything that was found in one plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findings {
    pub faults: Vec<Fault>,
    pub warnings: Vec<Warning>,
}

impl Findings {
    pub(super) fn fault(&mut self, path: impl Into<String>, what: Problem) {
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
    pub(super) fn place(&mut self, outline: &SourceMap) {
        put(&mut self.faults, outline);
        put(&mut self.warnings, outline);
    }
}

fn put<What>(findings: &mut [Diagnostic<What>], outline: &SourceMap) {
    for finding in findings.iter_mut() {
        finding.at = Some(outline.place(&finding.path));
    }
    findings.sort_by_key(|finding| finding.at);
}
