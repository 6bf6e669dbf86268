//! In which folder the ledger of a session lies: beside its journal; or, for a dossier on a stick that cannot be written,
//! in a folder that the clerk chose, which this computer remembers by the journal's first line.

use std::io::{self, BufRead as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::FILE_NAME;
use crate::store::journal;
use crate::store::private_fs;
use crate::store::sessions::SessionStore;

/// Beside the sessions of this computer.
const FOLDER: &str = ".follow-up";

/// The folder of a session's ledger.
#[must_use]
pub fn ledger_folder(store: &SessionStore, session: &Path) -> PathBuf {
    remembered(store, session).unwrap_or_else(|| session.to_owned())
}

/// Lets the ledger of a session lie in a folder of its own from now on. What was entered so far is copied there, byte for
/// byte.
///
/// # Errors
/// When the folder cannot be written, or holds another ledger.
pub fn remember_place(store: &SessionStore, session: &Path, parent: &Path) -> io::Result<PathBuf> {
    let name = key(session)?;
    let short: String = name.chars().take(12).collect();
    let folder = std::path::absolute(parent)?.join(format!("follow-up-{short}"));
    private_fs::folder(&folder)?;
    let before = match private_fs::read(&session.join(FILE_NAME)) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    if let Some(bytes) = before
        && !folder.join(FILE_NAME).exists()
    {
        private_fs::replace(&folder.join(FILE_NAME), &bytes)?;
    }
    let post = store.folder().join(FOLDER).join(name);
    private_fs::folder(post.parent().unwrap_or(&post))?;
    let to = folder
        .to_str()
        .ok_or_else(|| io::Error::from(io::ErrorKind::InvalidFilename))?;
    private_fs::replace(&post, to.as_bytes())?;
    Ok(folder)
}

fn remembered(store: &SessionStore, session: &Path) -> Option<PathBuf> {
    let posts = store.folder().join(FOLDER);
    // Mostly nothing is remembered, and then no journal is opened for its first line.
    if !posts.is_dir() {
        return None;
    }
    let to = private_fs::read_text(&posts.join(key(session).ok()?)).ok()?;
    let to = PathBuf::from(to.trim());
    (to.is_absolute() && to.is_dir()).then_some(to)
}

/// A session is known by the first line of its journal, wherever its folder lies.
fn key(session: &Path) -> io::Result<String> {
    let file = private_fs::readable(&session.join(journal::FILE_NAME))?;
    let mut first = Vec::new();
    io::BufReader::new(file).read_until(b'\n', &mut first)?;
    Ok(journal::hex(&Sha256::digest(first.trim_ascii_end())))
}
