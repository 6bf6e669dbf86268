//! The requests as the desk takes them: in order, each once. What was answered already is not asked again, also not after the
//! program was killed between carrying a request out and answering it: then the journal says what became of it.

use std::collections::{BTreeSet, VecDeque};
use std::io;
use std::path::Path;

use super::follow::{InboxLines, JunkKind, JunkLine};
use super::outbox::Outbox;
use super::{INBOX_NAME, InboxError};
use crate::domain::request::{Answer, Request};
use crate::domain::session::event::RequestId;
use crate::domain::text;

/// The longest id of a request, in letters.
const LONGEST_ID: usize = 200;
/// So many requests are held at once; the others stay where they lie until these are answered.
const MOST_WAITING: usize = 1000;

/// The requests of a session that are not answered yet.
#[derive(Debug)]
pub struct RequestQueue {
    inbox: InboxLines,
    outbox: Outbox,
    /// The requests that were answered, and those that wait; `None` until there is an inbox.
    known: Option<BTreeSet<RequestId>>,
    waiting: VecDeque<Request>,
    more: bool,
}

impl RequestQueue {
    /// The requests of the session in this folder. Nothing is read yet.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        Self {
            inbox: InboxLines::of(&folder.join(INBOX_NAME)),
            outbox: Outbox::of(folder),
            known: None,
            waiting: VecDeque::new(),
            more: false,
        }
    }

    /// Looks for new requests, and returns what lies among them and is none.
    ///
    /// # Errors
    /// When a file is there and cannot be read. A later look tries again.
    pub fn look(&mut self) -> io::Result<Vec<JunkLine>> {
        if self.known.is_none() && !self.inbox.exists() {
            return Ok(Vec::new());
        }
        // Before any request is read: where the answers cannot be, no request is passed over.
        let known = match &mut self.known {
            Some(known) => known,
            nothing => nothing.insert(self.outbox.answered()?),
        };
        if self.waiting.len() >= MOST_WAITING {
            return Ok(Vec::new());
        }
        let news = self.inbox.look::<Request>()?;
        self.more = news.more;
        let mut junk = news.junk;
        for (line, request) in news.lines {
            if !is_usable(&request.id) {
                let kind = JunkKind::BadId;
                junk.push(JunkLine { line, kind });
            } else if known.insert(request.id.clone()) {
                self.waiting.push_back(request);
            }
        }
        Ok(junk)
    }

    /// The request that comes next; it stays so until it is answered.
    #[must_use]
    pub fn next(&self) -> Option<&Request> {
        self.waiting.front()
    }

    /// How many are held that are not answered yet.
    #[must_use]
    pub fn count(&self) -> usize {
        self.waiting.len()
    }

    /// Whether there is more to do at once.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.more || !self.waiting.is_empty()
    }

    /// Whether any station ever asked.
    #[must_use]
    pub fn is_used(&self) -> bool {
        self.inbox.is_there()
    }

    /// Answers the request that comes next, and returns once that is on disk.
    ///
    /// # Errors
    /// When the disk refuses; the request then still comes next.
    pub fn answer(&mut self, answer: &Answer) -> Result<(), InboxError> {
        self.outbox.append(answer)?;
        let is_first = self.next().is_some_and(|next| next.id == answer.request);
        if is_first {
            self.waiting.pop_front();
        }
        Ok(())
    }
}

/// An id goes into the journal, so it is a word and no text.
fn is_usable(id: &RequestId) -> bool {
    let count = id.0.chars().count();
    (1..=LONGEST_ID).contains(&count) && text::clean_line(&id.0) == id.0
}
