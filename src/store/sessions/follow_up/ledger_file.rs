//! One ledger on disk, and the one way an entry takes: decide, append, apply. The file is opened, read and locked anew for
//! every entry, so two clerks can work in turn and neither writes over the other.

use std::io;
use std::path::{Path, PathBuf};

use crate::domain::follow_up::{
    FollowUpEvent, JournalAnchor, Ledger, LedgerCommand, LedgerEntry, LedgerRejection,
    SessionPromises,
};
use crate::domain::session::event::Seq;
use crate::store::clock::Clock;
use crate::store::journal::{self, Damage, DeskLock, Journal, JournalReading, LockError};
use crate::store::private_fs;

/// The name of the ledger in a session's folder.
pub const FILE_NAME: &str = "follow-up.ron";

/// The name its lock is held under.
const WRITER: &str = "follow-up";

/// Why a ledger cannot be read.
#[derive(Debug, Clone, thiserror::Error)]
pub enum LedgerError {
    #[error("{0}")]
    Io(std::sync::Arc<io::Error>),
    #[error("the ledger is damaged in line {}", .0.line)]
    Damaged(Damage),
}

/// Why something was not entered. Nothing has changed.
#[derive(Debug, thiserror::Error)]
pub enum EnterError {
    #[error(transparent)]
    Rejected(#[from] LedgerRejection),
    #[error(transparent)]
    Lock(#[from] LockError),
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The disk did not take it.
    #[error(transparent)]
    NotWritten(#[from] io::Error),
}

impl EnterError {
    /// Whether the folder cannot be written at all, so that the ledger has to go elsewhere.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        let error = match self {
            Self::NotWritten(error) | Self::Lock(LockError::Io(error)) => error,
            Self::Rejected(_)
            | Self::Lock(LockError::Held(_) | LockError::Unclear(_))
            | Self::Ledger(_) => return false,
        };
        matches!(
            error.kind(),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
        )
    }
}

impl From<io::Error> for LedgerError {
    fn from(error: io::Error) -> Self {
        Self::Io(std::sync::Arc::new(error))
    }
}

/// A ledger in a folder.
#[derive(Debug, Clone)]
pub struct LedgerFile {
    folder: PathBuf,
    ledger: Ledger,
    clock: Clock,
}

/// The ledger of a folder; an empty one where there is no file.
///
/// # Errors
/// When it cannot be read or is damaged.
pub fn read_ledger(folder: &Path) -> Result<Ledger, LedgerError> {
    Ok(read_file(folder)?.map_or_else(Ledger::default, |reading| Ledger::replay(reading.records)))
}

/// The ledger in these bytes.
///
/// # Errors
/// When they are damaged.
pub fn read_ledger_of(bytes: &[u8]) -> Result<Ledger, LedgerError> {
    let reading: JournalReading<FollowUpEvent> = journal::reading_of(bytes);
    whole(reading).map(|reading| Ledger::replay(reading.records))
}

fn read_file(folder: &Path) -> Result<Option<JournalReading<FollowUpEvent>>, LedgerError> {
    match journal::read_as(&folder.join(FILE_NAME)) {
        Ok(reading) => whole(reading).map(Some),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn whole(
    reading: JournalReading<FollowUpEvent>,
) -> Result<JournalReading<FollowUpEvent>, LedgerError> {
    match &reading.damage {
        Some(damage) if !damage.kind.is_lossless() => Err(LedgerError::Damaged(damage.clone())),
        Some(_) | None => Ok(reading),
    }
}

impl LedgerFile {
    /// Opens the ledger of a folder for entering; there need not be one yet.
    ///
    /// # Errors
    /// When it cannot be read or is damaged.
    pub fn open(folder: &Path, clock: Clock) -> Result<Self, LedgerError> {
        Ok(Self {
            folder: folder.to_owned(),
            ledger: read_ledger(folder)?,
            clock,
        })
    }

    #[must_use]
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Enters a command: it is on disk when this returns. The first entry opens the ledger.
    ///
    /// # Errors
    /// When it cannot be so, somebody else is entering, the ledger is damaged, or the disk refuses.
    pub fn enter(
        &mut self,
        promises: &SessionPromises,
        journal: &JournalAnchor,
        command: LedgerCommand,
    ) -> Result<LedgerEntry, EnterError> {
        let now = self.clock.now();
        let today = now.wall.date_naive();
        private_fs::folder(&self.folder)?;
        let _lock = DeskLock::take_for(WRITER, &self.folder, now.wall)?;
        let path = self.folder.join(FILE_NAME);
        // Somebody else may have entered something since this was read.
        let mut reading = read_file(&self.folder)?;
        if let Some(known) = reading.as_ref().filter(|known| known.damage.is_some()) {
            // A tool changed the ends of lines and nothing else: the ledger is written as it was, the other one kept.
            journal::repair(&path, known)?;
            reading = read_file(&self.folder)?;
        }
        let mut ledger = reading.as_ref().map_or_else(Ledger::default, |reading| {
            Ledger::replay(reading.records.iter().cloned())
        });
        let mut opening = None;
        if ledger.is_empty() {
            let open = LedgerCommand::Open {
                journal: journal.clone(),
            };
            let entry = ledger.entry(ledger.decide(promises, open, today)?, now);
            ledger.apply(entry.clone());
            opening = Some(entry);
        }
        let events = ledger.decide(promises, command, today)?;
        let entry = ledger.entry(events, now);
        match reading {
            Some(reading) => {
                if let Some(torn) = &reading.torn {
                    journal::set_aside(&path, &torn.bytes)?;
                }
                let mut file = Journal::go_on(&path, &reading)?;
                for entry in opening.iter().chain([&entry]) {
                    file.append(entry)?;
                }
            }
            None => drop(Journal::create(&path, opening.iter().chain([&entry]))?),
        }
        ledger.apply(entry.clone());
        self.ledger = ledger;
        Ok(entry)
    }

    /// Reads the ledger again, in case somebody else entered something.
    ///
    /// # Errors
    /// When it cannot be read or is damaged.
    pub fn refresh(&mut self) -> Result<(), LedgerError> {
        self.ledger = read_ledger(&self.folder)?;
        Ok(())
    }

    /// The number of the last entry that is on disk.
    #[must_use]
    pub fn saved(&self) -> Seq {
        self.ledger.last_seq()
    }

    /// The clock, for tests that move it.
    pub fn clock_mut(&mut self) -> &mut Clock {
        &mut self.clock
    }
}
