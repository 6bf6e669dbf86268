//! One writer at a time: a lock file beside the journal, and a second file that says who holds it.
//!
//! The lock lies on a file of its own because a lock on the journal would stop readers on some systems; the holder is
//! written in another one for the same reason. Where the file system knows no locks, a [heartbeat](super::heartbeat) serves.

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::fingerprint::{FileFingerprint, Mismatch};
use super::heartbeat::{Heartbeat, LockHolder, LockWatch};
use crate::domain::time::Wall;
use crate::store::clock::Clock;
use crate::store::{own_files, private_fs};

/// The writer of a session's journal.
const DESK: &str = "desk";

/// The right to write a journal; given back when dropped, or when the process ends in whatever way.
#[derive(Debug)]
pub struct DeskLock {
    writer: &'static str,
    kind: LockKind,
}

#[derive(Debug)]
enum LockKind {
    /// The system keeps it.
    Kernel {
        file: File,
        /// What the locked file is, which it stays while it is open.
        locked: FileFingerprint,
        path: PathBuf,
        holder: PathBuf,
    },
    /// Its holder keeps it up.
    Heartbeat(Heartbeat),
}

/// Why the lock was not given.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another desk has it; who, as far as it has said.
    #[error("another desk holds the session")]
    Held(Option<LockHolder>),
    /// There is a lock of a folder without locks of the system; only watching tells whether somebody holds it.
    #[error("another desk may hold the session")]
    Unclear(LockWatch),
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
        let locked = FileFingerprint::of(&file)?;
        match file.try_lock() {
            // Between opening and locking, the file may have been exchanged for one that another desk holds.
            Ok(()) if is_at(&locked, &path) => {}
            Ok(()) | Err(TryLockError::WouldBlock) => {
                return Err(LockError::Held(read_holder(&holder)));
            }
            Err(TryLockError::Error(error)) if knows_no_locks(&error) => {
                let path = folder.join(format!("{writer}.heartbeat"));
                let taken = Heartbeat::take(&path, now)?;
                let Some(heartbeat) = taken else {
                    return Err(LockError::Unclear(LockWatch::new(&path)));
                };
                return Ok(Self {
                    writer,
                    kind: LockKind::Heartbeat(heartbeat),
                });
            }
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        let said = LockHolder {
            process: std::process::id(),
            since: now,
        };
        // A courtesy to the other desk: a full disk must not keep this one from opening.
        if let Ok(text) = own_files::text_of(&said) {
            let _ = private_fs::write(&holder, text.as_bytes());
        }
        Ok(Self {
            writer,
            kind: LockKind::Kernel {
                file,
                locked,
                path,
                holder,
            },
        })
    }

    /// Takes the lock of the same writer again, for when it was lost.
    pub(super) fn take_again(&self, folder: &Path, now: Wall) -> Result<Self, LockError> {
        Self::take_for(self.writer, folder, now)
    }

    /// Makes sure that the lock is still this program's: the file at its path is the one that is locked.
    pub(super) fn check(&self) -> Result<(), Mismatch> {
        match &self.kind {
            LockKind::Kernel { locked, path, .. } if is_at(locked, path) => Ok(()),
            LockKind::Kernel { .. } => Err(Mismatch::LockLost),
            LockKind::Heartbeat(heartbeat) => heartbeat.check(),
        }
    }

    /// Shows that the holder lives, where the lock needs it; every five seconds.
    pub(super) fn beat(&self) {
        match &self.kind {
            LockKind::Kernel { .. } => {}
            LockKind::Heartbeat(heartbeat) => heartbeat.beat(),
        }
    }
}

impl LockError {
    /// Where only watching tells whether somebody holds the lock: waits until it is certain, and takes away one that nobody
    /// holds.
    ///
    /// # Errors
    /// The lock is held, or this error was another one.
    pub fn wait(self, clock: &Clock) -> Result<(), Self> {
        let Self::Unclear(watch) = self else {
            return Err(self);
        };
        match watch.wait(clock)? {
            Some(holder) => Err(Self::Held(holder)),
            None => Ok(()),
        }
    }
}

/// The file system has no locks to give, as some network homes and sticks.
fn knows_no_locks(error: &io::Error) -> bool {
    #[cfg(unix)]
    if error.raw_os_error() == Some(rustix::io::Errno::NOLCK.raw_os_error()) {
        return true;
    }
    error.kind() == io::ErrorKind::Unsupported
}

fn is_at(locked: &FileFingerprint, path: &Path) -> bool {
    matches!(FileFingerprint::at(path), Ok(Some(seen)) if seen.is_same_file(locked))
}

impl Drop for DeskLock {
    fn drop(&mut self) {
        // What another desk said there is not ours.
        let is_ours = self.check().is_ok();
        match &self.kind {
            LockKind::Kernel { file, holder, .. } => {
                // Both are only courtesies: the lock itself ends with the file handle.
                if is_ours {
                    let _ = std::fs::remove_file(holder);
                }
                let _ = file.unlock();
            }
            LockKind::Heartbeat(_) => {}
        }
    }
}

fn read_holder(path: &Path) -> Option<LockHolder> {
    own_files::read(path)
}
