//! People and opinions that come while the session is under way: from a file, or as columns copied from a spreadsheet. What
//! they would add is shown first. Knows neither the file nor how a table is read.

use crate::domain::session::Session;
use crate::domain::session::plan::Plan;
use crate::domain::session::plan_update::{Additions, additions};

/// Where they come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportSource {
    /// A path as it was typed, pasted or dropped.
    File(String),
    /// Columns as they were copied, with tabs and line breaks.
    Pasted { text: String, read_as: ReadAs },
}

/// What the rows of a pasted table are taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadAs {
    /// What its headings and cells say.
    Guessed,
    People,
    Opinions,
}

/// What was read, before it is compared with what is there.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ImportedLists {
    /// Only its people, opinions and agencies count; rows with a fault are left out of it.
    pub plan: Option<Box<Plan>>,
    /// What was left out, and why, as sentences.
    pub left_out: Vec<String>,
    /// What is worth a look.
    pub remarks: Vec<String>,
    /// What the columns of a pasted table were taken for, and whether its rows are people.
    pub columns: Option<(Vec<String>, ReadAs)>,
}

/// What would be added, and what is there already.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportOffer {
    pub source: ImportSource,
    pub additions: Additions,
    pub read: ImportedLists,
}

impl ImportOffer {
    /// What of the lists is not there yet.
    #[must_use]
    pub fn of(source: ImportSource, read: ImportedLists, session: &Session) -> Self {
        let people = session.state().queue.people().iter();
        let people = people.map(|person| person.registration.as_ref());
        let additions = read.plan.as_ref().map_or_else(Additions::default, |plan| {
            additions(session.plan(), people, plan)
        });
        Self {
            source,
            additions,
            read,
        }
    }

    /// How many people and opinions are there already.
    #[must_use]
    pub fn known(&self) -> usize {
        let Some(plan) = &self.read.plan else {
            return 0;
        };
        let all = plan.speakers.len() + plan.opinions.len();
        all.saturating_sub(self.additions.people.len() + self.additions.opinions.len())
    }
}

/// Whether a text can only be a table: several cells, beside or under each other.
#[must_use]
pub fn is_table(text: &str) -> bool {
    text.trim().contains(['\t', '\n', '\r'])
}
