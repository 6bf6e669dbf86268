//! Repairing a damaged journal, when asked: a new journal of the whole entries, the old one kept beside it.

use std::io;
use std::path::{Path, PathBuf};

use super::append::sync_folder_of;
use super::read::Reading;
use crate::store::private_fs;

/// Every name for a kept journal is taken; the cause inside an [`io::Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many kept journals")]
pub struct TooManyKept;

/// Puts a journal of the whole entries in the place of a damaged or torn one and returns where the old one is kept. Hold
/// the [`DeskLock`](super::DeskLock) meanwhile: a desk that is open would go on writing into the old one.
///
/// # Errors
/// When the folder cannot be written; the journal is then as it was.
pub fn repair<E>(journal: &Path, reading: &Reading<E>) -> io::Result<PathBuf> {
    let kept = free_name(journal)?;
    let bytes = std::fs::read(journal)?;
    let folder = journal.parent().unwrap_or(Path::new("."));
    write_new(&kept, &bytes)?;
    let mut mended = tempfile::NamedTempFile::new_in(folder)?;
    io::Write::write_all(&mut mended, &reading.bytes)?;
    mended.as_file().sync_all()?;
    mended.persist(journal).map_err(|error| error.error)?;
    sync_folder_of(journal);
    Ok(kept)
}

/// Keeps bytes beside the journal under a name of their own.
pub(crate) fn set_aside(journal: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let kept = free_name(journal)?;
    write_new(&kept, bytes)?;
    Ok(kept)
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = private_fs::new_file(path)?;
    io::Write::write_all(&mut file, bytes)?;
    file.sync_all()
}

/// `journal.ron` → `journal.kept-1.ron`, or the next number that is free.
fn free_name(journal: &Path) -> io::Result<PathBuf> {
    (1..10_000)
        .map(|number| journal.with_extension(format!("kept-{number}.ron")))
        .find(|path| !path.exists())
        .ok_or_else(|| io::Error::other(TooManyKept))
}
