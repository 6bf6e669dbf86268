//! One session on the screen: what it promised, its ledger, and how everything of it stands today.

use std::path::PathBuf;

use crate::domain::follow_up::{AmendedItem, JournalAnchor, Ledger, Overview, SessionPromises};

/// One session on the screen.
#[derive(Debug, Clone)]
pub struct FollowedCase {
    /// Its name on this computer.
    pub id: String,
    /// The folder of its journal.
    pub folder: PathBuf,
    /// The folder of its ledger; mostly the same.
    pub ledger_folder: PathBuf,
    pub promises: SessionPromises,
    /// How its journal stands.
    pub anchor: JournalAnchor,
    pub ledger: Ledger,
    pub overview: Overview,
    /// Why something of it cannot be read.
    pub trouble: Option<String>,
    /// What changed in the journal since the ledger was opened.
    pub amended: Vec<AmendedItem>,
}
