//! What an open session does when its journal cannot be written as it was: go on elsewhere, write it anew in its place, or
//! write again where the disk takes something again.

use std::io;
use std::path::{Path, PathBuf};

use super::error::Damaged;
use super::open_session::{Access, OpenSession, begin_writing};
use super::redirect;
use crate::domain::time::Wall;
use crate::store::journal::{self, DeskLock, Journal, LockError, Mismatch};
use crate::store::private_fs;

impl OpenSession {
    /// The disk that took nothing when the session was opened may take something by now. A damaged journal is only read.
    pub(super) fn write_again(&mut self) -> io::Result<()> {
        let Access::Reading(only) = &mut self.access else {
            return Ok(());
        };
        if let Some(damage) = &only.reading.damage {
            return Err(io::Error::other(Damaged(damage.clone())));
        }
        let path = self.folder.join(journal::FILE_NAME);
        // What was written meanwhile by somebody else is not written over.
        let found = journal::read(&path)?;
        if found.bytes != only.reading.bytes || found.damage.is_some() {
            return Err(Mismatch::Changed.into());
        }
        let lock = DeskLock::take(&self.folder, self.clock.now().wall).map_err(lock_refused)?;
        let (journal, torn) = begin_writing(&path, &found, lock)?;
        self.torn = torn;
        self.access = Access::Writing(Box::new(journal));
        redirect::reserve(&self.folder);
        Ok(())
    }

    /// Goes on in another folder, with every record so far, byte for byte; for when the disk does not take any more. What
    /// lies there from before stays; the session's folder then gets a number behind its name. From then on the session is
    /// found there.
    ///
    /// # Errors
    /// When that folder cannot be written either; the session then stays where it is.
    pub fn move_to(&mut self, parent: &Path) -> io::Result<PathBuf> {
        let folder = free_folder(parent, &super::id_of(&self.folder))?;
        private_fs::folder(&folder)?;
        let lock = DeskLock::take(&folder, self.clock.now().wall).map_err(lock_refused)?;
        let path = folder.join(journal::FILE_NAME);
        let damaged = match &mut self.access {
            Access::Writing(journal) => {
                journal.move_to(&path, lock)?;
                false
            }
            Access::Reading(only) => {
                let journal = Journal::copy_of(&path, &only.reading)?.under(lock);
                let damaged = only.reading.damage.is_some();
                self.access = Access::Writing(Box::new(journal));
                damaged
            }
        };
        if damaged {
            // What comes after the damage goes along, to be looked at by whoever can.
            let whole = private_fs::read(&self.folder.join(journal::FILE_NAME))?;
            journal::set_aside(&path, &whole)?;
        }
        journal::keep_opening(&folder, self.lines());
        redirect::reserve(&folder);
        let left = self.stay_here().is_ok().then(|| self.folder.clone());
        self.folder.clone_from(&folder);
        self.redirect_watch = None;
        // Somebody else's word about the folder stands.
        self.without_redirect.extend(left);
        self.tell_where_it_went();
        self.told = None;
        self.tell_standing();
        Ok(folder)
    }

    /// Says in the folder that was left, or elsewhere on this computer, where the session went, unless that is said. Tried again
    /// every second, since the disk that took nothing may take something by then.
    pub(super) fn tell_where_it_went(&mut self) {
        let (here, redirects) = (&self.folder, &self.redirects);
        self.without_redirect
            .retain(|left| redirect::put(left, here, redirects).is_err());
    }

    /// The folder that the session left while nothing on this computer could say where it went: who opens that one finds
    /// what was written until then.
    #[must_use]
    pub fn without_redirect(&self) -> Option<&Path> {
        self.without_redirect.first().map(PathBuf::as_path)
    }

    /// Makes sure that the journal at its path is still the one that is written, and the lock this desk's. True when another
    /// file with the same records lies there since the last time, and is the one that is written from now on.
    ///
    /// # Errors
    /// How it differs. Nothing is written then until the journal is written anew or goes on elsewhere.
    pub fn watch(&mut self) -> Result<bool, Mismatch> {
        self.tell_where_it_went();
        let Access::Writing(journal) = &mut self.access else {
            return Ok(false);
        };
        journal.check()?;
        let was_reopened = journal.was_reopened();
        self.stay_here()?;
        Ok(was_reopened)
    }

    /// Writes the whole journal anew in its place, from memory, and takes the lock again. Returns where what lay there is
    /// kept.
    ///
    /// # Errors
    /// When another desk has the lock, or the folder cannot be written.
    pub fn write_anew(&mut self, now: Wall) -> Result<Option<PathBuf>, LockError> {
        self.stay_here().map_err(io::Error::from)?;
        let Access::Writing(journal) = &mut self.access else {
            return Err(self
                .write_again()
                .err()
                .unwrap_or_else(|| Mismatch::Changed.into())
                .into());
        };
        private_fs::folder(&self.folder)?;
        let lock = match journal.check() {
            Ok(()) => None,
            Err(_) => journal.lock_anew(&self.folder, now)?,
        };
        let kept = journal.write_anew(now, lock)?;
        journal::keep_opening(&self.folder, self.lines());
        redirect::reserve(&self.folder);
        self.told = None;
        self.tell_standing();
        Ok(kept)
    }
}

fn lock_refused(error: LockError) -> io::Error {
    match error {
        LockError::Io(error) => error,
        LockError::Held(_) | LockError::Unclear(_) => io::ErrorKind::ResourceBusy.into(),
    }
}

/// A folder without a journal: one of this name, or with a number behind it.
fn free_folder(parent: &Path, name: &str) -> io::Result<PathBuf> {
    std::iter::once(parent.join(name))
        .chain((2..1000).map(|number| parent.join(format!("{name}-{number}"))))
        .find(|folder| std::fs::symlink_metadata(folder.join(journal::FILE_NAME)).is_err())
        .ok_or_else(|| io::Error::from(io::ErrorKind::AlreadyExists))
}
