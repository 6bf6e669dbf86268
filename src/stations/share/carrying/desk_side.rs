//! The folder of the session that is carried: lines, requests and answers as they lie on disk. It knows no network.

use std::io;
use std::path::{Path, PathBuf};

use super::super::requests::CarriedRequests;
use crate::domain::request::Request;
use crate::domain::time::Millis;
use crate::store::inbox::{INBOX_NAME, Inbox, InboxError, InboxLines, OutboxFollower};
use crate::store::journal::{self, LineMark, MarkFollower, MarkedLines};

/// A session's folder, followed.
pub(super) struct DeskSide {
    folder: PathBuf,
    path: PathBuf,
    marks: MarkFollower,
    inbox: InboxLines,
    outbox: OutboxFollower,
}

impl DeskSide {
    pub(super) fn of(folder: PathBuf) -> Self {
        let path = folder.join(journal::FILE_NAME);
        Self {
            marks: MarkFollower::of(&path),
            inbox: InboxLines::of(&folder.join(INBOX_NAME)),
            outbox: OutboxFollower::of(&folder),
            path,
            folder,
        }
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) const fn is_damaged(&self) -> bool {
        self.marks.is_damaged()
    }

    /// Looks for what is new: requests and answers for the stations, and the lines of the journal.
    pub(super) fn look(
        &mut self,
        carried: &mut CarriedRequests,
        now: Millis,
    ) -> io::Result<Option<MarkedLines>> {
        loop {
            let news = self.inbox.look::<Request>()?;
            for (_, request) in news.lines {
                carried.lies_there(request.id);
            }
            if !news.more {
                break;
            }
        }
        loop {
            let (answers, more) = self.outbox.look()?;
            for answer in answers {
                carried.answer(answer);
            }
            if !more {
                break;
            }
        }
        self.marks.look(now)
    }

    /// The bytes of a line, while it stands there.
    pub(super) fn line(&self, mark: &LineMark) -> io::Result<Option<Vec<u8>>> {
        journal::line_at(&self.path, mark)
    }

    /// Writes a request of a station into the inbox.
    pub(super) fn asks(&self, request: &Request) -> Result<(), InboxError> {
        Inbox::of(&self.folder).append(request)
    }
}
