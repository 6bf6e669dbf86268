//! The durable record of a session: one RON line per record, each holding the SHA-256 of the line before it.
//!
//! Acknowledged means on disk. A torn last line is set aside and reported; damage before it is never mended silently.
//! The journal knows records as values and nothing of what they mean.

mod append;
pub mod follow;
mod lock;
mod read;
mod repair;

use sha2::{Digest, Sha256};

pub use append::Journal;
pub(crate) use append::sync_folder_of;
pub use lock::{DeskLock, Holder, LockError};
pub use read::{Damage, DamageKind, Reading, Torn, Unreadable, read, read_bytes};
pub(crate) use repair::set_aside;
pub use repair::{TooManyKept, repair};

use serde::{Deserialize, Serialize};

use crate::moment::Moment;
use crate::session::event::{Event, Record, Seq};

/// The name of the journal in a session's folder.
pub const FILE_NAME: &str = "journal.ron";

/// What stands in place of a hash in the first line.
const NO_LINE_BEFORE: &str = "";

/// One line of a journal.
#[derive(Debug, Serialize, Deserialize)]
struct Line {
    seq: Seq,
    at: Moment,
    events: Vec<Event>,
    /// The SHA-256 of the line before, without its line break; empty in the first.
    before: String,
}

impl Line {
    fn of(record: &Record, before: &str) -> Self {
        Self {
            seq: record.seq,
            at: record.at,
            events: record.events.clone(),
            before: before.to_owned(),
        }
    }

    fn into_record(self) -> Record {
        Record {
            seq: self.seq,
            at: self.at,
            events: self.events,
        }
    }
}

/// Bytes as lower-case hexadecimal figures.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let figure = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    bytes
        .iter()
        .flat_map(|byte| [figure(byte >> 4), figure(byte & 15)])
        .collect()
}

/// The hash by which the next line holds on to this one.
fn hash_of(line: &[u8]) -> String {
    hex(&Sha256::digest(line))
}
