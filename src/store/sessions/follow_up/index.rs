//! What a session promised, kept beside its journal. The journal is the truth: the index is made anew whenever it does not
//! belong to the journal as it lies there now, and it is never more than a courtesy.

use std::fs::Metadata;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::domain::follow_up::{JournalAnchor, SessionPromises};
use crate::domain::session::Session;
use crate::store::journal::{self, Damage, JournalReading};
use crate::store::private_fs;

pub const INDEX: &str = "promises.json";

/// Raised when what is kept is made otherwise.
const VERSION: u32 = 2;

/// So much of a journal's end tells it from another one of the same length and time.
const TAIL: u64 = 4096;

/// Why nobody can tell what a session promised.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error("the journal is damaged in line {}", .0.line)]
    Damaged(Damage),
    #[error("the journal opens no session")]
    Empty,
}

/// The journal that an index belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Belongs {
    version: u32,
    program: String,
    bytes: u64,
    modified: Option<u128>,
    tail: String,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    belongs: Belongs,
    anchor: JournalAnchor,
    promises: SessionPromises,
}

/// What a session promised, and how its journal stood then.
#[derive(Debug, Clone)]
pub struct IndexedSession {
    pub promises: SessionPromises,
    pub anchor: JournalAnchor,
}

/// What a session promised, from its index or, where that does not belong to its journal any more, from the journal.
///
/// # Errors
/// When the journal cannot be read or is damaged.
pub fn promises_of(folder: &Path) -> Result<IndexedSession, IndexError> {
    let belongs = belongs(&folder.join(journal::FILE_NAME))?;
    if let Some(kept) = read(folder).filter(|kept| kept.belongs == belongs) {
        return Ok(kept.into());
    }
    let IndexedSession { promises, anchor } = promises_at(folder, None)?;
    let kept = Kept {
        belongs,
        anchor,
        promises,
    };
    // A folder that cannot be written is read again next time.
    if let Ok(bytes) = serde_json::to_vec(&kept) {
        let _ = private_fs::replace(&folder.join(INDEX), &bytes);
    }
    Ok(kept.into())
}

/// What a session promised when its journal had so many entries; as it stands where none are named.
///
/// # Errors
/// When the journal cannot be read or is damaged.
pub fn promises_at(folder: &Path, entries: Option<u64>) -> Result<IndexedSession, IndexError> {
    let mut reading = whole(folder)?;
    if let Some(entries) = entries {
        reading
            .records
            .truncate(usize::try_from(entries).unwrap_or(usize::MAX));
    }
    let session = crate::store::sessions::session_of(&reading).map_err(|_| IndexError::Empty)?;
    IndexedSession::of(&reading, &session).ok_or(IndexError::Empty)
}

/// The session in a folder with its journal, read and replayed once.
///
/// # Errors
/// When the journal cannot be read or is damaged.
pub fn session_with_journal(folder: &Path) -> Result<(JournalReading, Session), IndexError> {
    let reading = whole(folder)?;
    let session = crate::store::sessions::session_of(&reading).map_err(|_| IndexError::Empty)?;
    Ok((reading, session))
}

fn whole(folder: &Path) -> Result<JournalReading, IndexError> {
    let mut reading = journal::read(&folder.join(journal::FILE_NAME))?;
    match reading.damage.take_if(|damage| !damage.kind.is_lossless()) {
        Some(damage) => Err(IndexError::Damaged(damage)),
        None => Ok(reading),
    }
}

impl IndexedSession {
    /// What a session promised, out of its journal as it was read; `None` where that has no entries.
    #[must_use]
    pub fn of(reading: &JournalReading, session: &Session) -> Option<Self> {
        let anchor = reading.anchor_at(reading.records.len())?;
        Some(Self {
            promises: SessionPromises::of(session),
            anchor: JournalAnchor {
                entries: anchor.entries,
                code: anchor.code,
            },
        })
    }
}

impl From<Kept> for IndexedSession {
    fn from(kept: Kept) -> Self {
        Self {
            promises: kept.promises,
            anchor: kept.anchor,
        }
    }
}

fn read(folder: &Path) -> Option<Kept> {
    serde_json::from_slice(&private_fs::read(&folder.join(INDEX)).ok()?).ok()
}

fn belongs(journal: &Path) -> io::Result<Belongs> {
    let mut file = private_fs::readable(journal)?;
    let metadata = file.metadata()?;
    let bytes = metadata.len();
    file.seek(SeekFrom::Start(bytes.saturating_sub(TAIL)))?;
    let mut tail = Vec::new();
    file.take(TAIL).read_to_end(&mut tail)?;
    Ok(Belongs {
        version: VERSION,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        bytes,
        modified: modified(&metadata),
        tail: journal::hex(&Sha256::digest(&tail)),
    })
}

fn modified(metadata: &Metadata) -> Option<u128> {
    let since = metadata
        .modified()
        .ok()?
        .duration_since(std::time::UNIX_EPOCH)
        .ok()?;
    Some(since.as_nanos())
}
