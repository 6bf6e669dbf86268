//! What a session's folder keeps of its being shared: under which names another writer was found, and by which word a computer
//! that joined is told from others. It knows no network.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{own_files, private_fs};

const NAME: &str = "share.ron";

/// The notes. The names of its parts stand in a file and never change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Notes {
    /// Names under which somebody else writes: nothing is ever handed over there again.
    #[serde(default)]
    fenced: BTreeSet<String>,
    #[serde(default)]
    word: Option<String>,
}

/// Where they are kept.
#[derive(Debug, Clone)]
pub struct ShareNotes {
    path: PathBuf,
}

impl ShareNotes {
    /// The notes in this folder, which need not be there.
    #[must_use]
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            path: folder.join(NAME),
        }
    }

    /// Whether another writer was found under this name.
    #[must_use]
    pub fn is_fenced(&self, name: &str) -> bool {
        self.read().fenced.contains(name)
    }

    /// Another writer was found under this name.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn fence(&self, name: &str) -> io::Result<()> {
        let mut notes = self.read();
        notes.fenced.insert(name.to_owned());
        self.write(&notes)
    }

    /// The word by which this computer is told from others, kept from the first time on.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn word(&self, first: &str) -> io::Result<String> {
        let mut notes = self.read();
        if let Some(word) = notes.word {
            return Ok(word);
        }
        notes.word = Some(first.to_owned());
        self.write(&notes)?;
        Ok(first.to_owned())
    }

    fn read(&self) -> Notes {
        own_files::read(&self.path).unwrap_or_default()
    }

    fn write(&self, notes: &Notes) -> io::Result<()> {
        let text = own_files::text_of(notes)?;
        private_fs::replace(&self.path, text.as_bytes())?;
        private_fs::file(&self.path)?.sync_all()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fence_stays_and_so_does_the_word_of_a_computer() {
        let folder = tempfile::tempdir().unwrap();
        let notes = ShareNotes::in_folder(folder.path());
        assert!(!notes.is_fenced("a"));
        assert_eq!(notes.word("pc-1").unwrap(), "pc-1");
        notes.fence("a").unwrap();
        let again = ShareNotes::in_folder(folder.path());
        assert!(again.is_fenced("a") && !again.is_fenced("b"));
        assert_eq!(again.word("pc-2").unwrap(), "pc-1");
    }
}
