//! A durable, hash-chained journal: one RON line per entry, each sealed by a hash over itself and holding the SHA-256 of
//! the line before it. Generic over the events of an entry; what they mean it does not know.
//!
//! Acknowledged means on disk. A torn last line is set aside and reported; damage before it is never mended silently.
//! Lines are bytes: written once, copied ever after, never serialised anew.

mod acknowledged;
mod anchor;
mod append;
mod copy;
mod fingerprint;
pub mod follow;
mod given;
mod heartbeat;
mod line;
mod lines;
mod lock;
mod matching;
mod opening;
mod read;
mod reading;
mod refused;
mod repair;
mod replica;

pub use anchor::{ChainAnchor, NotAnAnchor};
pub use append::Journal;
pub use copy::{CopiedLine, LineMark, MarkFollower, MarkedLines, line_at};
pub use fingerprint::Mismatch;
pub use heartbeat::{LockHolder, LockWatch};
pub use line::Unreadable;
pub use lock::{DeskLock, LockError};
pub use opening::OPENING_NAME;
pub(crate) use opening::{keep as keep_opening, may_be_same_session};
pub use read::{read, read_as, read_bytes, reading_of};
pub use reading::{Damage, DamageKind, JournalReading, Torn};
pub(crate) use repair::set_aside;
pub use repair::{RepairedJournal, TooManyKept, repair};
pub use replica::ReplicaJournal;

/// The name of the journal in a session's folder.
pub const FILE_NAME: &str = "journal.ron";

/// Bytes as lower-case hexadecimal figures.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let figure = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    bytes
        .iter()
        .flat_map(|byte| [figure(byte >> 4), figure(byte & 15)])
        .collect()
}
