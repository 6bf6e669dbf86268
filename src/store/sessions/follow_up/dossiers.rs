//! Dossiers of others as folders: which there are below a folder, whether two are of one session, and what of a ledger goes
//! into a dossier.

use std::io;
use std::path::{Path, PathBuf};

use super::{ATTACHMENTS, FILE_NAME, LedgerRelation, read_ledger, relation};
use crate::documents::{DossierFile, MANIFEST};
use crate::store::journal;
use crate::store::private_fs;
use crate::store::sessions::SessionStore;

/// How a file of two folders stands to each other, by its lines.
#[must_use]
pub fn relation_of(first: &Path, second: &Path, name: &str) -> LedgerRelation {
    let read = |folder: &Path| private_fs::read(&folder.join(name)).unwrap_or_default();
    relation(&read(first), &read(second))
}

/// A session is known by the first line of its journal.
///
/// # Errors
/// When the journal cannot be read.
pub fn first_line(folder: &Path) -> std::io::Result<Vec<u8>> {
    use std::io::BufRead as _;
    let file = private_fs::readable(&folder.join(journal::FILE_NAME))?;
    let mut line = Vec::new();
    std::io::BufReader::new(file).read_until(b'\n', &mut line)?;
    Ok(line.trim_ascii_end().to_vec())
}

/// The dossiers in a folder: itself, or those below it. A dossier holds no other, and no link is followed.
pub fn find_dossiers(folder: &Path, deep: usize, found: &mut Vec<PathBuf>) {
    let is_dossier = folder.join(journal::FILE_NAME).is_file() || folder.join(MANIFEST).is_file();
    if is_dossier {
        found.push(folder.to_owned());
        return;
    }
    if deep == 0 {
        return;
    }
    let mut below: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .map(|entry| entry.path())
        .collect();
    below.sort();
    for folder in below {
        find_dossiers(&folder, deep - 1, found);
    }
}

/// The ledger of a session and the files attached to it, as they lie on disk; none where nothing was entered.
///
/// # Errors
/// When one of them cannot be read.
pub fn ledger_files(ledger_folder: &Path) -> io::Result<Vec<DossierFile>> {
    let mut files = Vec::new();
    let mut take = |name: String| match private_fs::read(&ledger_folder.join(&name)) {
        Ok(bytes) => {
            files.push(DossierFile { path: name, bytes });
            Ok(())
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    };
    take(FILE_NAME.to_owned())?;
    let attached = read_ledger(ledger_folder).unwrap_or_default();
    for attachment in &attached.state().attached {
        take(format!("{ATTACHMENTS}/{}", attachment.file))?;
    }
    Ok(files)
}

/// Another folder of this computer with the same session, whose ledger went another way: the folder, and how many entries
/// they have in common.
#[must_use]
pub fn other_branch(
    store: &SessionStore,
    session: &Path,
    ledger_folder: &Path,
) -> Option<(PathBuf, usize)> {
    let first = first_line(session).ok()?;
    let read = |folder: &Path| private_fs::read(&folder.join(FILE_NAME)).ok();
    let mine = read(ledger_folder)?;
    let canonical = |path: &Path| std::fs::canonicalize(path).ok();
    store
        .session_folders()
        .into_iter()
        .filter(|folder| canonical(folder) != canonical(session))
        .filter(|folder| first_line(folder).is_ok_and(|line| line == first))
        .find_map(|folder| match relation(&mine, &read(&folder)?) {
            LedgerRelation::Branched { common } => Some((folder, common)),
            LedgerRelation::Unrelated => Some((folder, 0)),
            LedgerRelation::Same | LedgerRelation::FirstLonger | LedgerRelation::SecondLonger => {
                None
            }
        })
}
