//! What a station sent, and what became of it: waiting, taken, refused. A request that the journal holds is taken, whether
//! its answer was read or not.

use std::io;
use std::path::{Path, PathBuf};

use crate::domain::request::{Answer, Request, RequestOutcome};
use crate::domain::session::Session;
use crate::domain::session::event::{RequestId, Seq, StationId};
use crate::store::inbox::{INBOX_NAME, Inbox, InboxError, InboxLines, OutboxFollower};

/// So many of the requests that were settled long ago are kept.
const KEPT: usize = 60;

/// A request that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentRequest {
    pub request: Request,
    pub state: SentState,
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SentState {
    Waiting,
    /// It is this record of the journal.
    Taken(Seq),
    /// The answer of the desk, with why.
    Refused(Answer),
}

/// Everything this station sent in this session, the latest last.
#[derive(Debug)]
pub struct SentRequests {
    station: StationId,
    folder: PathBuf,
    inbox: InboxLines,
    outbox: OutboxFollower,
    all: Vec<SentRequest>,
}

impl SentRequests {
    /// What this station sent in the session of this folder, also when it ran before.
    #[must_use]
    pub fn of(station: StationId, folder: &Path) -> Self {
        Self {
            station,
            folder: folder.to_owned(),
            inbox: InboxLines::of(&folder.join(INBOX_NAME)),
            outbox: OutboxFollower::of(folder),
            all: Vec::new(),
        }
    }

    #[must_use]
    pub fn all(&self) -> &[SentRequest] {
        &self.all
    }

    /// Writes a request into the inbox of the session.
    ///
    /// # Errors
    /// When it was not written.
    pub fn send(&mut self, request: Request) -> Result<(), InboxError> {
        Inbox::of(&self.folder).append(&request)?;
        self.remember(request);
        Ok(())
    }

    fn remember(&mut self, request: Request) {
        if self.all.iter().any(|sent| sent.request.id == request.id) {
            return;
        }
        self.all.push(SentRequest {
            request,
            state: SentState::Waiting,
        });
        if self.all.len() > KEPT
            && let Some(settled) = self
                .all
                .iter()
                .position(|sent| sent.state != SentState::Waiting)
        {
            self.all.remove(settled);
        }
    }

    /// The session goes on in another folder: what was not answered is asked there again, under the same ids.
    ///
    /// # Errors
    /// When it was not written; it is tried again at the next call.
    pub fn go_on_in(&mut self, folder: &Path) -> Result<(), InboxError> {
        let inbox = Inbox::of(folder);
        for sent in &self.all {
            if sent.state == SentState::Waiting {
                inbox.append(&sent.request)?;
            }
        }
        folder.clone_into(&mut self.folder);
        self.inbox = InboxLines::of(&folder.join(INBOX_NAME));
        self.outbox = OutboxFollower::of(folder);
        Ok(())
    }

    /// The station is called so from now on; what it sent before stays what it sent.
    pub fn is_called(&mut self, station: &StationId) {
        station.clone_into(&mut self.station);
    }

    /// Reads what came since the last look, and returns the requests that were settled by it, and how.
    ///
    /// # Errors
    /// When a file cannot be read. A later look tries again.
    pub fn look(&mut self, session: &Session) -> io::Result<Vec<SentRequest>> {
        self.read_own()?;
        self.ask_again();
        let (answers, _) = self.outbox.look()?;
        let mut settled = Vec::new();
        for sent in &mut self.all {
            if sent.state != SentState::Waiting {
                continue;
            }
            let id: &RequestId = &sent.request.id;
            if let Some(entry) = session.history().of_request(id) {
                sent.state = SentState::Taken(entry.record.seq);
            } else if let Some(answer) = answers.iter().find(|answer| {
                // That it was taken the journal says, a moment later at most.
                answer.request == *id && answer.outcome == RequestOutcome::Refused
            }) {
                sent.state = SentState::Refused(answer.clone());
            } else {
                continue;
            }
            settled.push(sent.clone());
        }
        Ok(settled)
    }

    /// Somebody took the inbox away: what was not answered is asked again, under the same ids.
    fn ask_again(&mut self) {
        if self.inbox.is_there() {
            return;
        }
        let inbox = Inbox::of(&self.folder);
        let waiting = self
            .all
            .iter()
            .filter(|sent| sent.state == SentState::Waiting);
        for sent in waiting {
            // What cannot be written now is written at a later look.
            let _ = inbox.append(&sent.request);
        }
    }

    /// The requests of this station that stand in the inbox, from a run before; its own lines come back here, too.
    fn read_own(&mut self) -> io::Result<()> {
        loop {
            let news = self.inbox.look::<Request>()?;
            for (_, request) in news.lines {
                if request.station == self.station {
                    self.remember(request);
                }
            }
            if !news.more {
                return Ok(());
            }
        }
    }
}
