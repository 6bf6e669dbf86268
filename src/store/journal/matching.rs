//! Whether the file at the path is the one that is open and holds what was written, and writing it anew where it is not.

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::append::Journal;
use super::fingerprint::{FileFingerprint, Mismatch};
use super::{DeskLock, LockError, refused, repair};
use crate::domain::time::Wall;
use crate::store::private_fs;

impl Journal {
    /// Makes sure that what lies at the path is the file that is open, with the bytes that were written, and that the
    /// lock is still held. Another file with the same bytes is opened in its place.
    ///
    /// # Errors
    /// How it differs.
    pub fn check(&mut self) -> Result<(), Mismatch> {
        let seen = FileFingerprint::at(&self.path).map_err(|_| Mismatch::of_unseen(&self.path))?;
        // Whoever took the lock has mostly written as well, and is what matters.
        self.check_lock()?;
        let seen = seen.ok_or(Mismatch::Replaced)?;
        if seen == self.fingerprint && !self.unclean {
            return Ok(());
        }
        let is_ours = seen.is_same_file(&self.fingerprint);
        if is_ours && self.unclean {
            // What a failed write left behind is ours to cut off; the next look compares the rest.
            if self.file.set_len(self.written.length()).is_err() {
                return Ok(());
            }
            self.unclean = false;
        }
        let differs = if is_ours {
            Mismatch::Changed
        } else {
            Mismatch::Replaced
        };
        if is_ours {
            // Only looked into: Windows opens no file a second time for writing.
            self.fingerprint = self
                .sight_if_same_bytes(private_fs::readable(&self.path))
                .map(|(_, fingerprint)| fingerprint)
                .ok_or(differs)?;
            return Ok(());
        }
        let (file, fingerprint) = self
            .sight_if_same_bytes(private_fs::writable(&self.path))
            .ok_or(differs)?;
        self.was_reopened = true;
        (self.file, self.fingerprint) = (file, fingerprint);
        Ok(())
    }

    /// Takes the lock of the folder again, where it is no longer held; `None` where it still is.
    ///
    /// # Errors
    /// When another process has it.
    pub fn lock_anew(&self, folder: &Path, now: Wall) -> Result<Option<DeskLock>, LockError> {
        match &self.lock {
            Some(lock) if lock.check().is_err() => lock.take_again(folder, now).map(Some),
            Some(_) | None => Ok(None),
        }
    }

    pub(super) fn check_lock(&self) -> Result<(), Mismatch> {
        self.lock.as_ref().map_or(Ok(()), DeskLock::check)
    }

    /// The file that was opened at the path, if it holds the bytes that were written and nothing else.
    fn sight_if_same_bytes(&self, opened: io::Result<File>) -> Option<(File, FileFingerprint)> {
        let mut file = opened.ok()?;
        let length = file.metadata().ok()?.len();
        if length != self.written.length() {
            return None;
        }
        let mut bytes = Vec::with_capacity(self.written.bytes.len());
        file.read_to_end(&mut bytes).ok()?;
        let fingerprint = FileFingerprint::of(&file).ok()?;
        (bytes == self.written.bytes).then_some((file, fingerprint))
    }

    /// Writes every line anew into a file of its own at the path, and goes on there; for when what lies there is no longer
    /// what was written. That is kept under a name that says when, and the folder is made again if it is gone. Returns
    /// where it is kept. A lock that is given takes the place of the present one.
    ///
    /// # Errors
    /// When the folder cannot be written; what lies there is then as it was.
    pub fn write_anew(&mut self, now: Wall, lock: Option<DeskLock>) -> io::Result<Option<PathBuf>> {
        if let Some(lock) = lock {
            self.lock = Some(lock);
        }
        if self.check().is_ok() && !self.unclean {
            return Ok(None);
        }
        let folder = self.path.parent().unwrap_or(Path::new("."));
        private_fs::folder(folder)?;
        let (mut building, path) = tempfile::Builder::new()
            .prefix(".journal-")
            .make_in(folder, private_fs::new_file)?
            .into_parts();
        building.write_all(&self.written.bytes)?;
        building.sync_all()?;
        let mut older = Some(std::mem::replace(&mut self.file, building));
        if cfg!(windows) {
            // What is open for writing cannot be given another name there.
            older = None;
        }
        let kept = self.put_in_place(path, now).inspect_err(|_| {
            if let Some(older) = older.or_else(|| private_fs::writable(&self.path).ok()) {
                self.file = older;
            }
        })?;
        self.unclean = false;
        self.fingerprint = FileFingerprint::of(&self.file)?;
        // The folder may be another one.
        if self.acknowledged.take().is_some() {
            self.begin_note();
        }
        refused::forget(&self.path)?;
        private_fs::sync_folder_of(&self.path)?;
        Ok(kept)
    }
    /// Gives a file that was written the journal's name; what bore it is kept under one that says when.
    fn put_in_place(&self, path: tempfile::TempPath, now: Wall) -> io::Result<Option<PathBuf>> {
        let kept = if std::fs::symlink_metadata(&self.path).is_ok() {
            let kept = repair::dated_name(&self.path, now)?;
            private_fs::rename(&self.path, &kept)?;
            Some(kept)
        } else {
            None
        };
        path.persist_noclobber(&self.path).map_err(|error| {
            if let Some(kept) = &kept {
                let _ = private_fs::rename(kept, &self.path);
            }
            error.error
        })?;
        Ok(kept)
    }
}
