//! Repairing a damaged journal, when asked: a new journal of the whole entries, the old one kept beside it.

use std::io;
use std::path::{Path, PathBuf};

use super::reading::JournalReading;
use crate::domain::io_messages;
use crate::domain::time::Wall;
use crate::store::private_fs;

/// Every name for a kept journal is taken; the cause inside an [`io::Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many kept journals")]
pub struct TooManyKept;

/// What a repair did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepairedJournal {
    /// Where the old journal is.
    pub kept: PathBuf,
    /// How many lines of it are not in the new one.
    pub left_out: usize,
}

/// Puts a journal of the whole entries in the place of a damaged or torn one. Hold the [`DeskLock`](super::DeskLock) meanwhile: a desk that is open would go on writing into the old one.
///
/// # Errors
/// When the folder cannot be written; the journal is then as it was.
pub fn repair<E>(journal: &Path, reading: &JournalReading<E>) -> io::Result<RepairedJournal> {
    let kept = free_name(journal)?;
    let bytes = private_fs::read(journal)?;
    let folder = journal.parent().unwrap_or(Path::new("."));
    write_new(&kept, &bytes)?;
    let mut mended = tempfile::Builder::new().make_in(folder, private_fs::new_file)?;
    io::Write::write_all(&mut mended, &reading.bytes)?;
    mended.as_file().sync_all()?;
    // Closed first: Windows renames no file that is open, and puts none in the place of one that somebody reads.
    let mended = mended.into_temp_path();
    put_in_place(&mended, journal).inspect_err(|_| {
        let _ = std::fs::remove_file(&kept);
    })?;
    private_fs::sync_folder_of(journal)?;
    let is_lossless = reading
        .damage
        .as_ref()
        .is_some_and(|damage| damage.kind.is_lossless());
    let lines = bytes.split(|byte| *byte == b'\n');
    let lines = lines.filter(|line| !line.trim_ascii().is_empty()).count();
    Ok(RepairedJournal {
        kept,
        left_out: if is_lossless {
            0
        } else {
            lines.saturating_sub(reading.records.len())
        },
    })
}

/// Gives the mended journal the name of the old one, whose bytes are kept.
fn put_in_place(mended: &Path, journal: &Path) -> io::Result<()> {
    let Err(error) = private_fs::rename(mended, journal) else {
        return Ok(());
    };
    if io_messages::windows_code(&error).is_none() {
        return Err(error);
    }
    // A hall's window or a virus scanner has the old one open: it can be called otherwise then, but not be replaced.
    let aside = free_aside(journal)?;
    private_fs::rename(journal, &aside)?;
    match private_fs::rename(mended, journal) {
        Ok(()) => {
            // It goes when the last reader closes it; the kept copy is the one that counts.
            let _ = std::fs::remove_file(&aside);
            Ok(())
        }
        Err(error) => {
            let _ = private_fs::rename(&aside, journal);
            Err(error)
        }
    }
}

/// `journal.ron` → `journal.replaced-1.ron`, or the next number that is free.
fn free_aside(journal: &Path) -> io::Result<PathBuf> {
    (1..10_000)
        .map(|number| journal.with_extension(format!("replaced-{number}.ron")))
        .find(|path| std::fs::symlink_metadata(path).is_err())
        .ok_or_else(|| io::Error::other(TooManyKept))
}

/// Keeps bytes beside the journal under a name of their own; the same bytes are kept once.
pub(crate) fn set_aside(journal: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let is_kept = |path: &PathBuf| private_fs::read(path).is_ok_and(|kept| kept == bytes);
    if let Some(kept) = numbered_names(journal)
        .take_while(|path| std::fs::symlink_metadata(path).is_ok())
        .find(is_kept)
    {
        return Ok(kept);
    }
    let kept = free_name(journal)?;
    write_new(&kept, bytes)?;
    Ok(kept)
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = private_fs::new_file(path)?;
    let written = io::Write::write_all(&mut file, bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        // Half a copy would be in the way of the next attempt.
        let _ = std::fs::remove_file(path);
    }
    written
}

/// `journal.ron` → `journal.kept-20261125-143805.ron`, with a number behind the time when that is taken.
pub(super) fn dated_name(journal: &Path, now: Wall) -> io::Result<PathBuf> {
    let time = now.format("%Y%m%d-%H%M%S");
    std::iter::once(journal.with_extension(format!("kept-{time}.ron")))
        .chain(
            (2..10_000).map(|number| journal.with_extension(format!("kept-{time}-{number}.ron"))),
        )
        .find(|path| std::fs::symlink_metadata(path).is_err())
        .ok_or_else(|| io::Error::other(TooManyKept))
}

/// `journal.ron` → `journal.kept-1.ron`, or the next number that is free.
fn free_name(journal: &Path) -> io::Result<PathBuf> {
    numbered_names(journal)
        .find(|path| std::fs::symlink_metadata(path).is_err())
        .ok_or_else(|| io::Error::other(TooManyKept))
}

fn numbered_names(journal: &Path) -> impl Iterator<Item = PathBuf> {
    (1..10_000).map(|number| journal.with_extension(format!("kept-{number}.ron")))
}
