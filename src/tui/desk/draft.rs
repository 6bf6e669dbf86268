//! Text being typed, kept in a side file so that a crash loses at most a second of it, and offered again afterwards.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::dialog::kind::DialogKind;
use crate::store::{own_files, private_fs};

const FILE_NAME: &str = "desk.draft.ron";

/// What was typed in a form that was not yet accepted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    #[serde(rename = "purpose")]
    pub kind: DialogKind,
    pub texts: Vec<String>,
}

impl Draft {
    /// Whether its form can be opened again by another run of the program: a form that asks about a command that was
    /// refused belongs to that moment.
    #[must_use]
    pub fn can_be_kept(&self) -> bool {
        own_files::text_of(&self.kind).is_ok()
    }
}

/// Everything typed and not accepted.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Drafts {
    /// In the form that lies open.
    pub open: Option<Draft>,
    /// In forms that were left; there again when they are opened.
    #[serde(default)]
    pub set_aside: Vec<Draft>,
}

impl Drafts {
    fn is_empty(&self) -> bool {
        self.open.is_none() && self.set_aside.is_empty()
    }
}

/// The side file of one session.
#[derive(Debug)]
pub struct DraftFile {
    path: PathBuf,
    kept: Drafts,
}

impl DraftFile {
    #[must_use]
    pub fn beside(folder: &Path) -> Self {
        Self {
            path: folder.join(FILE_NAME),
            kept: Drafts::default(),
        }
    }

    /// What was being typed when the program went away. Half a draft that was being written at that moment is none; a
    /// file of the first version holds the open form alone.
    #[must_use]
    pub fn left_behind(&self) -> Drafts {
        private_fs::sweep(&self.path);
        let Ok(text) = private_fs::read_text(&self.path) else {
            return Drafts::default();
        };
        // The older form first: it has what the newer one may leave out, and would be read as an empty one of those.
        own_files::value_in::<Draft>(&text).map_or_else(
            || own_files::value_in(&text).unwrap_or_default(),
            |open| Drafts {
                open: Some(open),
                set_aside: Vec::new(),
            },
        )
    }

    /// The side file of a station of this session.
    #[must_use]
    pub fn of_station(folder: &Path, station: &str) -> Self {
        Self {
            path: folder.join(format!("{station}.draft.ron")),
            kept: Drafts::default(),
        }
    }

    /// Keeps what is typed now, if that has changed.
    ///
    /// # Errors
    /// When the disk refuses; the text is then still on the screen.
    pub fn keep(&mut self, drafts: &Drafts) -> io::Result<()> {
        if &self.kept == drafts {
            return Ok(());
        }
        if drafts.is_empty() {
            match std::fs::remove_file(&self.path) {
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        } else {
            let text = own_files::text_of(drafts)?;
            private_fs::replace(&self.path, text.as_bytes())?;
        }
        self.kept = drafts.clone();
        Ok(())
    }
}
