//! Text being typed, kept in a side file so that a crash loses at most a second of it, and offered again afterwards.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::dialog::Purpose;
use crate::domain::session::item::{ItemId, Raiser};
use crate::store::private_fs;

const FILE_NAME: &str = "desk.draft.ron";

/// A form that was not yet accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub purpose: DraftPurpose,
    pub texts: Vec<String>,
}

/// The forms whose text is worth keeping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DraftPurpose {
    Item(ItemId),
    NewItem(Raiser),
    Answer(ItemId),
    Note,
    Hall,
    Register,
    Conclusion(crate::domain::regulation::ActId),
}

impl DraftPurpose {
    /// The purpose of a form, when its text is worth keeping.
    #[must_use]
    pub fn of(purpose: &Purpose) -> Option<Self> {
        Some(match purpose {
            Purpose::Item(item) => Self::Item(*item),
            Purpose::NewItem(by) => Self::NewItem(*by),
            Purpose::Answer(item) => Self::Answer(*item),
            Purpose::Note => Self::Note,
            Purpose::Hall => Self::Hall,
            Purpose::Register => Self::Register,
            Purpose::Conclusion(act) => Self::Conclusion(act.clone()),
            Purpose::ClassLater(_)
            | Purpose::ClassUpward(_)
            | Purpose::Reason(_)
            | Purpose::Topic(_)
            | Purpose::Deputy
            | Purpose::Break
            | Purpose::Limit
            | Purpose::Correct(_)
            | Purpose::Folder => return None,
        })
    }
}

/// The side file of one session.
#[derive(Debug)]
pub struct DraftFile {
    path: PathBuf,
    kept: Option<Draft>,
}

impl DraftFile {
    #[must_use]
    pub fn beside(folder: &Path) -> Self {
        Self {
            path: folder.join(FILE_NAME),
            kept: None,
        }
    }

    /// What was being typed when the program went away. Half a draft that was being written at that moment is none.
    #[must_use]
    pub fn left_behind(&self) -> Option<Draft> {
        private_fs::sweep(&self.path);
        ron::from_str(&std::fs::read_to_string(&self.path).ok()?).ok()
    }

    /// Keeps what is being typed now, if that has changed; `None` when nothing is.
    ///
    /// # Errors
    /// When the disk refuses; the text is then still on the screen.
    pub fn keep(&mut self, draft: Option<&Draft>) -> io::Result<()> {
        if self.kept.as_ref() == draft {
            return Ok(());
        }
        match draft {
            Some(draft) => {
                let text = ron::to_string(draft).map_err(io::Error::other)?;
                private_fs::replace(&self.path, text.as_bytes())?;
            }
            None => match std::fs::remove_file(&self.path) {
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            },
        }
        self.kept = draft.cloned();
        Ok(())
    }
}
