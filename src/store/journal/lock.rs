//! One writer at a time: a lock file beside the journal, and a second file that says who holds it.
//!
//! The lock lies on a file of its own because a lock on the journal would stop readers on some systems; the holder is
//! written in another one for the same reason.

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::sight::{Mismatch, Sight};
use crate::domain::time::Wall;
use crate::store::private_fs;

/// The writer of a session's journal.
const DESK: &str = "desk";

/// Who holds the lock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    pub process: u32,
    pub since: Wall,
}

/// The right to write a session's journal; given back when dropped, or when the process ends in whatever way.
#[derive(Debug)]
pub struct DeskLock {
    file: File,
    writer: &'static str,
    path: PathBuf,
    holder: PathBuf,
}

/// Why the lock was not given.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another desk has it; who, as far as it has said.
    #[error("another desk holds the session")]
    Held(Option<Holder>),
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl DeskLock {
    /// Takes the lock of a session's folder.
    ///
    /// # Errors
    /// [`LockError::Held`] when another desk has it.
    pub fn take(folder: &Path, now: Wall) -> Result<Self, LockError> {
        Self::take_for(DESK, folder, now)
    }

    /// Takes the lock of another journal in the folder, by the name of its writer: `desk` is that of the session's own.
    ///
    /// # Errors
    /// [`LockError::Held`] when another process has it.
    pub fn take_for(writer: &'static str, folder: &Path, now: Wall) -> Result<Self, LockError> {
        let path = folder.join(format!("{writer}.lock"));
        let file = private_fs::file(&path)?;
        let holder = folder.join(format!("{writer}.holder"));
        match file.try_lock() {
            // Between opening and locking, the file may have been exchanged for one that another desk holds.
            Ok(()) if is_at(&file, &path) => {}
            Ok(()) | Err(TryLockError::WouldBlock) => {
                return Err(LockError::Held(read_holder(&holder)));
            }
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        let said = Holder {
            process: std::process::id(),
            since: now,
        };
        // A courtesy to the other desk: a full disk must not keep this one from opening.
        if let Ok(text) = ron::to_string(&said) {
            let _ = private_fs::write(&holder, text.as_bytes());
        }
        Ok(Self {
            file,
            writer,
            path,
            holder,
        })
    }

    /// Takes the lock of the same writer again, for when it was lost.
    pub(super) fn take_again(&self, folder: &Path, now: Wall) -> Result<Self, LockError> {
        Self::take_for(self.writer, folder, now)
    }

    /// Makes sure that the lock is still this program's: the file at its path is the one that is locked.
    pub(super) fn check(&self) -> Result<(), Mismatch> {
        if is_at(&self.file, &self.path) {
            Ok(())
        } else {
            Err(Mismatch::LockLost)
        }
    }
}

fn is_at(file: &File, path: &Path) -> bool {
    let Ok(held) = Sight::of(file) else {
        return false;
    };
    matches!(Sight::at(path), Ok(Some(seen)) if seen.is_same_file(&held))
}

impl Drop for DeskLock {
    fn drop(&mut self) {
        // Both are only courtesies: the lock itself ends with the file handle. What another desk said there is not ours.
        if self.check().is_ok() {
            let _ = std::fs::remove_file(&self.holder);
        }
        let _ = self.file.unlock();
    }
}

fn read_holder(path: &Path) -> Option<Holder> {
    ron::from_str(&std::fs::read_to_string(path).ok()?).ok()
}
