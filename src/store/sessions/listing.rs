//! The list of sessions, for the home screen: from a small file beside each journal, so that no journal is read to show
//! it. The file is a courtesy; without it the folder's name stands alone.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::SessionStore;
use crate::domain::regulation::Text;
use crate::domain::session::Session;
use crate::store::journal;
use crate::store::private_fs;

const STANDING_NAME: &str = "standing.ron";

/// How far a session has come, in a few words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    pub title: String,
    pub held: NaiveDateTime,
    pub regulation: Text,
    pub fictional: bool,
    /// The present step; `None` before the session began.
    pub step: Option<Text>,
    pub closed: bool,
}

impl Standing {
    #[must_use]
    pub fn of(session: &Session) -> Self {
        Self {
            title: session.plan().title.clone(),
            held: session.plan().held,
            regulation: session.regulation().short.clone(),
            fictional: session.plan().fictional,
            step: session.present_step().map(|step| step.title.clone()),
            closed: session.state().closed.is_some(),
        }
    }

    pub(super) fn write(&self, folder: &Path) {
        // A courtesy to the home screen: if the disk refuses, the journal has said so already.
        if let Ok(text) = ron::to_string(self) {
            let _ = private_fs::write(&folder.join(STANDING_NAME), text.as_bytes());
        }
    }

    fn read(folder: &Path) -> Option<Self> {
        ron::from_str(&std::fs::read_to_string(folder.join(STANDING_NAME)).ok()?).ok()
    }
}

/// The latest sessions first, at most so many.
#[must_use]
pub fn list(library: &SessionStore, at_most: usize) -> Vec<(PathBuf, Option<Standing>)> {
    let mut folders: Vec<(SystemTime, PathBuf)> = std::fs::read_dir(library.folder())
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let folder = entry.path();
            if super::is_hidden(&folder) {
                return None;
            }
            let touched = std::fs::metadata(folder.join(journal::FILE_NAME)).ok()?;
            Some((touched.modified().ok()?, folder))
        })
        .collect();
    folders.sort_by(|left, right| right.cmp(left));
    folders
        .into_iter()
        .take(at_most)
        .map(|(_, folder)| {
            let standing = Standing::read(&folder);
            (folder, standing)
        })
        .collect()
}
