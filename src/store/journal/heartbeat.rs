//! The lock of a folder whose file system knows no locks: a file that its holder keeps writing. It is stale when it does
//! not change while it is watched, never because it is old: clocks of two computers need not agree.

use std::cell::Cell;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::fingerprint::Mismatch;
use crate::domain::time::{Millis, Wall};
use crate::store::clock::Clock;
use crate::store::{own_files, private_fs};

/// So long a lock is watched before it is held to be nobody's; its holder writes it three times meanwhile.
pub const WATCHED: Millis = Millis::of_seconds(15);

/// Who holds the lock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Holder")]
pub struct LockHolder {
    pub process: u32,
    pub since: Wall,
}

/// How often a lock is looked at while it is watched.
const LOOK_AGAIN: Duration = Duration::from_millis(250);

/// What stands in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Pulse {
    host: String,
    process: u32,
    since: Wall,
    /// Tells two runs of the same number on the same host apart.
    token: String,
    beat: u64,
}

/// A lock of this kind that is held.
#[derive(Debug)]
pub(super) struct Heartbeat {
    path: PathBuf,
    pulse: Pulse,
    beats: Cell<u64>,
}

/// Watches a lock that somebody holds, or held when their computer went off.
#[derive(Debug)]
pub struct LockWatch {
    path: PathBuf,
    seen: Vec<u8>,
    /// When it was first looked at.
    since: Cell<Option<Millis>>,
}

/// What watching has shown so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Watched {
    /// It changed: somebody holds it.
    Held(Option<LockHolder>),
    /// Not yet certain; so much time is left to watch.
    Uncertain(Millis),
    /// It did not change: its holder is gone, and it was taken away.
    Stale,
}

impl Heartbeat {
    /// Takes the lock, when there is none; whether there is one.
    pub(super) fn take(path: &Path, now: Wall) -> io::Result<Option<Self>> {
        let mut file = match private_fs::new_file(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(None),
            Err(error) => return Err(error),
        };
        let pulse = Pulse {
            host: host(),
            process: std::process::id(),
            since: now,
            token: token(path),
            beat: 0,
        };
        file.write_all(&bytes_of(&pulse)?)?;
        file.sync_data()?;
        Ok(Some(Self {
            path: path.to_owned(),
            pulse,
            beats: Cell::new(0),
        }))
    }

    /// Shows whoever watches that the holder lives.
    pub(super) fn beat(&self) {
        if self.check().is_err() {
            return;
        }
        self.beats.set(self.beats.get() + 1);
        let pulse = Pulse {
            beat: self.beats.get(),
            ..self.pulse.clone()
        };
        // A disk that refuses says so at the next act.
        if let Ok(bytes) = bytes_of(&pulse) {
            let _ = private_fs::write(&self.path, &bytes);
        }
    }

    pub(super) fn check(&self) -> Result<(), Mismatch> {
        match pulse_at(&self.path) {
            Some(pulse) if pulse.token == self.pulse.token => Ok(()),
            Some(_) | None => Err(Mismatch::LockLost),
        }
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        if self.check().is_ok() {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

impl LockWatch {
    /// Watches until it is certain whether somebody holds the lock; who does, or `None` when it was taken away.
    ///
    /// # Errors
    /// When a stale lock cannot be taken away.
    pub fn wait(&self, clock: &Clock) -> io::Result<Option<Option<LockHolder>>> {
        loop {
            match self.look(clock.now().up)? {
                Watched::Held(holder) => return Ok(Some(holder)),
                Watched::Stale => return Ok(None),
                Watched::Uncertain(_) => std::thread::sleep(LOOK_AGAIN),
            }
        }
    }

    /// Begins to watch the lock at this path.
    pub(super) fn new(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            seen: private_fs::read(path).unwrap_or_default(),
            since: Cell::new(None),
        }
    }

    /// Looks again. A lock that is stale is taken away, so that it can be taken anew.
    ///
    /// # Errors
    /// When a stale lock cannot be taken away.
    pub fn look(&self, now: Millis) -> io::Result<Watched> {
        let found = match private_fs::read(&self.path) {
            Ok(found) => found,
            // Its holder gave it back.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Watched::Stale),
            Err(error) => return Err(error),
        };
        if found != self.seen {
            return Ok(Watched::Held(holder_in(&found)));
        }
        let since = self.since.get().unwrap_or(now);
        self.since.set(Some(since));
        let left = WATCHED.saturating_sub(now.saturating_sub(since));
        if left > Millis::ZERO {
            return Ok(Watched::Uncertain(left));
        }
        // By another name first: two that watched must not take away each other's new lock.
        let aside = self.path.with_extension(token(&self.path));
        private_fs::rename(&self.path, &aside)?;
        if private_fs::read(&aside)? != self.seen {
            private_fs::rename(&aside, &self.path)?;
            return Ok(Watched::Held(None));
        }
        std::fs::remove_file(&aside)?;
        Ok(Watched::Stale)
    }
}

fn bytes_of(pulse: &Pulse) -> io::Result<Vec<u8>> {
    own_files::text_of(pulse).map(String::into_bytes)
}

fn pulse_at(path: &Path) -> Option<Pulse> {
    own_files::read(path)
}

fn holder_in(bytes: &[u8]) -> Option<LockHolder> {
    let pulse: Pulse = own_files::value_in(str::from_utf8(bytes).ok()?)?;
    Some(LockHolder {
        process: pulse.process,
        since: pulse.since,
    })
}

/// A name that nobody else has: of a file that was made for it in the folder.
fn token(path: &Path) -> String {
    let made = path
        .parent()
        .and_then(|folder| tempfile::Builder::new().prefix("").tempfile_in(folder).ok())
        .and_then(|file| Some(file.path().file_name()?.to_string_lossy().into_owned()));
    made.unwrap_or_else(|| std::process::id().to_string())
}

#[cfg(unix)]
fn host() -> String {
    rustix::system::uname()
        .nodename()
        .to_string_lossy()
        .into_owned()
}

#[cfg(not(unix))]
fn host() -> String {
    // A courtesy to whoever looks into the file.
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Wall {
        "2026-11-25T08:00:00+07:00".parse().unwrap()
    }

    #[test]
    fn a_lock_is_stale_when_it_does_not_change_while_it_is_watched_however_old_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("desk.heartbeat");
        let held = Heartbeat::take(&path, now()).unwrap().unwrap();
        assert!(Heartbeat::take(&path, now()).unwrap().is_none());
        // given a lock whose holder lives
        let watch = LockWatch::new(&path);
        assert_eq!(
            watch.look(Millis(1000)).unwrap(),
            Watched::Uncertain(WATCHED)
        );
        assert_eq!(
            watch.look(Millis(2000)).unwrap(),
            Watched::Uncertain(Millis(14_000))
        );
        held.beat();
        assert!(matches!(
            watch.look(Millis(3000)).unwrap(),
            Watched::Held(Some(_))
        ));
        assert!(held.check().is_ok());
        // when its holder is gone without giving it back
        let left = std::fs::read(&path).unwrap();
        drop(held);
        assert!(!path.exists());
        std::fs::write(&path, &left).unwrap();
        let watch = LockWatch::new(&path);
        assert_eq!(watch.look(Millis(0)).unwrap(), Watched::Uncertain(WATCHED));
        assert!(matches!(
            watch.look(Millis(14_999)).unwrap(),
            Watched::Uncertain(_)
        ));
        assert_eq!(watch.look(Millis(15_000)).unwrap(), Watched::Stale);
        // then it can be taken, and nothing else lies there
        let again = Heartbeat::take(&path, now()).unwrap().unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        // and a lock that another took is not given back
        std::fs::write(&path, &left).unwrap();
        assert_eq!(again.check(), Err(Mismatch::LockLost));
        drop(again);
        assert_eq!(std::fs::read(&path).unwrap(), left);
    }
}
