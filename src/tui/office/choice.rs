//! What stands on the first screen and what can be chosen on it, as values.

use std::collections::HashMap;
use std::path::PathBuf;

use crate::domain::regulation::{RegulationId, Text};
use crate::store::sessions::ListedSession;

/// What is owed after a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Owed {
    pub overdue: usize,
    pub soon: usize,
    pub running: usize,
    /// Items with a promised answer, and how many of them were answered.
    pub promised: usize,
    pub answered: usize,
    /// The conclusion notice was issued.
    pub has_notice: bool,
}

impl Owed {
    #[must_use]
    pub const fn is_nothing(self) -> bool {
        self.overdue + self.soon + self.running == 0
    }

    /// Whether something was promised and all of it is done.
    #[must_use]
    pub const fn is_kept(self) -> bool {
        self.is_nothing() && self.promised > 0 && self.answered == self.promised
    }
}

/// What is owed over all sessions: by the folder of each, and altogether, what was put away included.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OfficeOwed {
    pub sessions: HashMap<PathBuf, Owed>,
    pub overdue: usize,
    pub soon: usize,
}

/// A session of the office.
#[derive(Debug, Clone)]
pub struct OfficeEntry {
    pub session: ListedSession,
    /// `None` where it is not known.
    pub owed: Option<Owed>,
}

/// What a rehearsal can be held under, the proposed one first.
pub type Regulations = Vec<(RegulationId, Text)>;

/// From what a new session is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewFrom {
    /// What was written on the pages and not finished.
    Draft,
    /// The plan of a session that there is.
    Session(PathBuf),
    Nothing,
    /// A workbook or another file, asked for on the pages.
    File,
}

/// What was chosen, to be carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfficeChoice {
    Resume(PathBuf),
    New(NewFrom),
    Rehearse(RegulationId),
    EditPlan(PathBuf),
    /// The papers that go out before a session.
    Papers(PathBuf),
    /// The paper that tells what was promised last time.
    Promised(PathBuf),
    /// Over all sessions; one that is named is shown first.
    FollowUp(Option<PathBuf>),
    Project(PathBuf),
    Export(PathBuf),
    /// On a period, as it is typed on the command line.
    Report(String),
    Settings,
    Archive(PathBuf),
    DeleteRehearsal(PathBuf),
    Quit,
}
