//! The papers that follow a session, by what they are. Knows nothing of how they are written.

/// Which paper is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FollowUpPaper {
    /// To an agency, about these items.
    Reminder {
        agency: String,
        items: Vec<u32>,
    },
    /// To the petitioner of an item, with the result.
    ResultLetter {
        item: u32,
    },
    /// The conclusion notice and the transfer slips, with real days.
    Dated,
    Settlement,
    /// What was promised, to open the next session with.
    Opening,
}
