//! How stations ask and are answered: `inbox.ron` and `outbox.ron` beside the journal, one line for each request and each
//! answer. Both files are there from the first request on; without one, a look costs one question to the file system.
//!
//! Many may write requests, one at a time; only the desk writes answers. What is no line of ours is passed over and told.
//! What a request is about this module does not know.

mod append;
mod follow;
mod outbox;
mod queue;
mod seat;

use std::io;

pub use append::Inbox;
pub(super) use append::append_line;
pub use follow::{InboxLines, JunkKind, JunkLine, LineNews};
pub use outbox::{Outbox, OutboxFollower};
pub use queue::RequestQueue;
pub use seat::{DeskSign, StationSeat};

/// The name of the file with requests, in a session's folder.
pub const INBOX_NAME: &str = "inbox.ron";
/// The name of the file with answers.
pub const OUTBOX_NAME: &str = "outbox.ron";

/// The bytes that a line may have, its break included.
pub const LINE_LIMIT: usize = 64 * 1024;
/// The bytes that either file may have: many times what the longest session needs.
const FILE_LIMIT: u64 = 64 * 1024 * 1024;

/// Why a request was not written.
#[derive(Debug, thiserror::Error)]
pub enum InboxError {
    /// So many bytes, more than a line may have.
    #[error("the request has {0} bytes")]
    TooLong(usize),
    /// The file holds as much as it may.
    #[error("the inbox is full")]
    Full,
    /// Another station writes, and does not end.
    #[error("another station is writing")]
    Busy,
    #[error(transparent)]
    Io(#[from] io::Error),
}
