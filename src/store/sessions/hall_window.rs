//! How large the hall's window is, so that the desk turns the pages that the hall sees: written down by the hall's own view,
//! read by the desk. Knows nothing of pages.

use std::path::Path;

use super::OpenSession;
use crate::store::private_fs;

const NAME: &str = "hall.window";

/// Writes down how large the hall's window is, beside the journal it follows. A courtesy: where the folder cannot be
/// written, the desk takes the usual size.
pub fn tell_hall_window(folder: &Path, (columns, rows): (u16, u16)) {
    let _ = private_fs::write(&folder.join(NAME), format!("{columns} {rows}").as_bytes());
}

impl OpenSession {
    /// The columns and rows of the hall's window, as the hall's own view wrote them down.
    #[must_use]
    pub fn hall_window(&self) -> Option<(u16, u16)> {
        let text = private_fs::read_text(&self.folder.join(NAME)).ok()?;
        let (columns, rows) = text.trim().split_once(' ')?;
        Some((columns.parse().ok()?, rows.parse().ok()?))
    }
}
