//! A mark beside a journal: up to where it was acknowledged when the disk refused an entry and did not let it be cut off
//! again. What stands behind the mark was told as not counted, and is not counted when the journal is read again.

use std::io;
use std::path::{Path, PathBuf};

use super::ChainAnchor;
use crate::store::private_fs;

/// Leaves the mark.
pub(super) fn mark(journal: &Path, acknowledged: Option<&ChainAnchor>) {
    let Some(anchor) = acknowledged else { return };
    let path = beside(journal);
    // A disk that does not take even this mostly took nothing of the entry either.
    if private_fs::write_durably(&path, anchor.to_string().as_bytes()).is_ok() {
        let _ = private_fs::sync_folder_of(&path);
    }
}

/// The anchor of what was acknowledged, where there is a mark.
pub(super) fn marked(journal: &Path) -> Option<ChainAnchor> {
    private_fs::read_text(&beside(journal)).ok()?.parse().ok()
}

/// Takes the mark away, once nothing is left behind it.
pub(super) fn forget(journal: &Path) -> io::Result<()> {
    match std::fs::remove_file(beside(journal)) {
        Ok(()) => private_fs::sync_folder_of(journal),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

/// `journal.ron` → `journal.refused`.
fn beside(journal: &Path) -> PathBuf {
    journal.with_extension("refused")
}
