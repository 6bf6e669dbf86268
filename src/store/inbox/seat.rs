//! Who is there: the name that a station has while it runs, and whether the desk does.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::domain::request::StationKind;
use crate::domain::session::event::StationId;
use crate::domain::time::{Millis, Wall, between_walls};
use crate::store::far_desk;
use crate::store::journal::hex;
use crate::store::private_fs;
use crate::store::sessions::last_sign_of_life;

/// So many stations of one kind find a name.
const MOST: u32 = 50;
/// The desk leaves a sign of life every five seconds.
const SILENT_FOR: Millis = Millis::of_seconds(16);

/// The name of a station, which no other process has as long as this is kept.
#[derive(Debug)]
pub struct StationSeat {
    station: StationId,
    /// Held, and never read.
    lock: File,
}

impl StationSeat {
    /// Takes the name of this kind and label; with a number where another process has it already.
    ///
    /// # Errors
    /// When the folder cannot be written, or there are too many.
    pub fn take(folder: &Path, kind: StationKind, label: Option<&str>) -> io::Result<Self> {
        for number in 1..=MOST {
            let numbered = match (label, number) {
                (label, 1) => label.map(str::to_owned),
                (None, number) => Some(number.to_string()),
                (Some(label), number) => Some(format!("{label} {number}")),
            };
            let station = kind.station(numbered.as_deref());
            if let Some(lock) = lock_of(folder, &station)? {
                return Ok(Self { station, lock });
            }
        }
        Err(io::ErrorKind::ResourceBusy.into())
    }

    /// Takes the same name where the session went on, or another one where somebody has it there already.
    ///
    /// # Errors
    /// When the folder cannot be written, or there are too many.
    pub fn taken_along(
        &self,
        folder: &Path,
        kind: StationKind,
        label: Option<&str>,
    ) -> io::Result<Self> {
        match lock_of(folder, &self.station)? {
            Some(lock) => Ok(Self {
                station: self.station.clone(),
                lock,
            }),
            None => Self::take(folder, kind, label),
        }
    }

    /// Makes sure that the name is still held where the session is, should somebody have taken the file away.
    pub fn hold_on(&mut self, folder: &Path) {
        if let Ok(Some(lock)) = lock_of(folder, &self.station) {
            self.lock = lock;
        }
    }

    /// What the station's own files are called.
    #[must_use]
    pub fn file_stem(&self) -> String {
        file_stem(&self.station)
    }

    #[must_use]
    pub const fn station(&self) -> &StationId {
        &self.station
    }
}

/// The lock of a name; `None` where somebody has it. Where the folder knows no locks, two stations may have one name; they then
/// share what they undo.
fn lock_of(folder: &Path, station: &StationId) -> io::Result<Option<File>> {
    let lock = private_fs::file(&folder.join(format!("{}.lock", file_stem(station))))?;
    match lock.try_lock() {
        Err(TryLockError::WouldBlock) => Ok(None),
        Ok(()) | Err(TryLockError::Error(_)) => Ok(Some(lock)),
    }
}

/// By a sum, since a label may be no name of a file.
fn file_stem(station: &StationId) -> String {
    let mut sum = hex(&Sha256::digest(station.0.as_bytes()));
    sum.truncate(12);
    format!("station-{sum}")
}

/// Whether the desk of a session seems to run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskSign {
    Runs,
    /// It ended, or gave no sign of life for a while.
    Silent,
    /// It is on another computer, from which nothing was heard for a while: the connection is lost.
    Unheard,
}

impl DeskSign {
    /// What can be seen of the desk of the session in this folder.
    #[must_use]
    pub fn of(folder: &Path, now: Wall) -> Self {
        let is_held = folder.join("desk.holder").exists() || folder.join("desk.heartbeat").exists();
        let lately =
            last_sign_of_life(folder).is_some_and(|alive| between_walls(alive, now) <= SILENT_FOR);
        if is_held && lately {
            return Self::Runs;
        }
        // A copy, unless it became the session of a desk here.
        match far_desk::last_heard(folder) {
            Some(far) if between_walls(far.at, now) > SILENT_FOR => Self::Unheard,
            Some(far) if far.runs => Self::Runs,
            Some(_) | None => Self::Silent,
        }
    }
}
