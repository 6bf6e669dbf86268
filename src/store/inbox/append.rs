//! Writing a request: it counts once it is on disk, whole, behind whatever lies there.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::{FILE_LIMIT, INBOX_NAME, InboxError, LINE_LIMIT};
use crate::domain::request::Request;
use crate::domain::session::event::{RequestId, StationId};
use crate::domain::time::Wall;
use crate::store::{own_files, private_fs};

/// The file that is locked while a request is written; a lock on the inbox itself would stop its readers on some systems.
const LOCK_NAME: &str = "inbox.lock";
/// Where a station puts its requests.
#[derive(Debug, Clone)]
pub struct Inbox {
    folder: PathBuf,
}

impl Inbox {
    /// The inbox of the session in this folder.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }

    /// An id that no other request has: of this station and moment, and counted.
    #[must_use]
    pub fn new_id(station: &StationId, now: Wall) -> RequestId {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        RequestId(format!(
            "{}-{}-{count}",
            station.0,
            now.format("%Y%m%dT%H%M%S%.9f")
        ))
    }

    /// Writes a request and returns once it is on disk. The same request may be written again: the desk carries it out once.
    ///
    /// # Errors
    /// When it is too long, or the disk refuses; then nothing of it counts.
    pub fn append(&self, request: &Request) -> Result<(), InboxError> {
        let mut line = own_files::text_of(request)?;
        line.push('\n');
        if line.len() > LINE_LIMIT {
            return Err(InboxError::TooLong(line.len()));
        }
        let lock = private_fs::locked(&self.folder.join(LOCK_NAME))?.ok_or(InboxError::Busy)?;
        let written = append_line(&self.folder.join(INBOX_NAME), line.as_bytes());
        drop(lock);
        written
    }
}

/// Appends a line and returns once it is on disk. What was torn off before it becomes a line of its own; what could not be
/// written whole is cut off again.
pub(in crate::store) fn append_line(path: &Path, line: &[u8]) -> Result<(), InboxError> {
    let is_new = !path.exists();
    drop(private_fs::file(path)?);
    if is_new {
        private_fs::sync_folder_of(path)?;
    }
    let mut file = private_fs::writable(path)?;
    let end = file.metadata()?.len();
    if end + line.len() as u64 > FILE_LIMIT {
        return Err(InboxError::Full);
    }
    let mut bytes = Vec::with_capacity(line.len() + 1);
    if !ends_with_a_break(&mut file, end)? {
        bytes.push(b'\n');
    }
    bytes.extend_from_slice(line);
    file.seek(SeekFrom::Start(end))?;
    let written = file.write_all(&bytes).and_then(|()| file.sync_data());
    if written.is_err() {
        // What cannot be cut off is a torn line, which nobody takes for a whole one.
        let _ = file.set_len(end);
    }
    Ok(written?)
}

fn ends_with_a_break(file: &mut File, end: u64) -> io::Result<bool> {
    let Some(last) = end.checked_sub(1) else {
        return Ok(true);
    };
    let mut byte = [0];
    file.seek(SeekFrom::Start(last))?;
    file.read_exact(&mut byte)?;
    Ok(byte == [b'\n'])
}
