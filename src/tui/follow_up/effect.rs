//! What the follow-up screen asks the program to do.

use std::path::PathBuf;

use crate::domain::follow_up::{FollowUpPaper, LedgerCommand};
use crate::domain::regulation::DocumentKind;

/// What the screen asks the program to do. A session is named by its place in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FollowUpEffect {
    Enter {
        session: usize,
        command: LedgerCommand,
    },
    /// Copies a file beside the ledger and enters it.
    Attach {
        session: usize,
        item: Option<u32>,
        /// Which paper it is a copy of, where it is of one.
        paper: Option<DocumentKind>,
        path: PathBuf,
    },
    /// Writes a paper; a reminder is entered once it is written.
    Write {
        session: usize,
        paper: FollowUpPaper,
        to: PathBuf,
    },
    /// Lets the ledger lie in a folder below this one, and enters the command there.
    PlaceLedger {
        session: usize,
        parent: PathBuf,
        command: LedgerCommand,
    },
    Export {
        session: usize,
    },
    Quit,
}
