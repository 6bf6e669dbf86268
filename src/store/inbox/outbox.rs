//! Writing and following the answers of the desk.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use super::append::append_line;
use super::follow::InboxLines;
use super::{InboxError, OUTBOX_NAME};
use crate::domain::request::Answer;
use crate::domain::session::event::RequestId;
use crate::store::own_files;

/// Where the desk puts its answers; it alone writes there, under the lock of the session.
#[derive(Debug)]
pub struct Outbox {
    path: PathBuf,
}

impl Outbox {
    /// The outbox of the session in this folder.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        Self {
            path: folder.join(OUTBOX_NAME),
        }
    }

    /// Writes an answer and returns once it is on disk.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn append(&self, answer: &Answer) -> Result<(), InboxError> {
        let mut line = own_files::text_of(answer)?;
        line.push('\n');
        append_line(&self.path, line.as_bytes())
    }

    /// The requests that were answered.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn answered(&self) -> io::Result<BTreeSet<RequestId>> {
        let mut answers = OutboxFollower::at(&self.path);
        let mut answered = BTreeSet::new();
        loop {
            let (found, more) = answers.look()?;
            answered.extend(found.into_iter().map(|answer| answer.request));
            if !more {
                return Ok(answered);
            }
        }
    }
}

/// Reads answers as they are written.
#[derive(Debug)]
pub struct OutboxFollower {
    lines: InboxLines,
}

impl OutboxFollower {
    /// Follows the outbox of the session in this folder, which need not be there yet.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        Self::at(&folder.join(OUTBOX_NAME))
    }

    fn at(path: &Path) -> Self {
        Self {
            lines: InboxLines::of(path),
        }
    }

    /// The answers that were written since the last look, and whether there are more already. After the file was exchanged
    /// all are told again.
    ///
    /// # Errors
    /// When the file is there and cannot be read. A later look tries again.
    pub fn look(&mut self) -> io::Result<(Vec<Answer>, bool)> {
        let news = self.lines.look::<Answer>()?;
        let answers = news.lines.into_iter().map(|(_, answer)| answer);
        Ok((answers.collect(), news.more))
    }
}
