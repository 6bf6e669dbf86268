//! The requests of stations, taken between two keys: looked for now and then, carried out one at a time, answered. A session
//! without stations costs one question to the file system each time.

use std::io;

use super::Env;
use crate::domain::request::{Answer, Request, RequestOutcome};
use crate::domain::session::event::Seq;
use crate::domain::time::Millis;
use crate::store::inbox::{InboxError, RequestQueue};
use crate::store::sessions::{OpenSession, RequestError};
use crate::tui::desk::Desk;
use crate::tui::desk::words::StationMessage;

/// How often requests are looked for where there are stations, and where there are none.
const LOOK_EVERY: Millis = Millis(250);
const LOOK_ANYWAY: Millis = Millis(900);

/// The requests of the session that is open, and when they were looked for.
pub(super) struct Requests {
    queue: RequestQueue,
    looked: Option<Millis>,
    /// Something failed: it is tried again after a while.
    failed: bool,
    /// What failed, as it was told last: once is enough.
    told: Option<(StationMessage, String)>,
}

impl Requests {
    /// The requests that lie in this session's folder.
    pub(super) fn of(opened: &OpenSession) -> Self {
        Self {
            queue: RequestQueue::of(opened.folder()),
            looked: None,
            failed: false,
            told: None,
        }
    }

    /// The milliseconds after which it is to be looked for requests, where there are stations.
    pub(super) fn wait(&self) -> Option<Millis> {
        self.queue.is_used().then_some(self.every())
    }

    fn every(&self) -> Millis {
        if self.failed || !self.queue.is_used() {
            LOOK_ANYWAY
        } else if self.queue.is_busy() {
            Millis::ZERO
        } else {
            LOOK_EVERY
        }
    }

    /// Takes the next request, if there is one; true when something on the screen may have changed.
    pub(super) fn take(
        &mut self,
        desk: &mut Desk,
        opened: &mut OpenSession,
        around: &Env<'_>,
    ) -> bool {
        let (now, _) = opened.now();
        if self
            .looked
            .is_some_and(|last| now.up.saturating_sub(last) < self.every())
        {
            return false;
        }
        self.looked = Some(now.up);
        // Nothing is asked of a journal that takes nothing: the requests wait.
        self.failed = opened.read_only().is_some() || desk.is_mismatched();
        if self.failed {
            return false;
        }
        match self.queue.look() {
            Ok(junk) => {
                self.works_again(StationMessage::NotRead, desk);
                desk.junk_in_inbox(&junk);
            }
            Err(error) => {
                self.tell_failure(StationMessage::NotRead, &error, desk, around);
                return true;
            }
        }
        match self.queue.next().cloned() {
            Some(request) => {
                self.carry_out(&request, desk, opened, around);
                true
            }
            None => false,
        }
    }

    /// Something failed, and is tried again after a while; told once.
    fn tell_failure(
        &mut self,
        message: StationMessage,
        error: &io::Error,
        desk: &mut Desk,
        around: &Env<'_>,
    ) {
        self.failed = true;
        let cause = (around.cause)(error);
        let failure = (message, cause);
        if self.told.as_ref() != Some(&failure) {
            desk.stations_unreachable(message, &failure.1);
            self.told = Some(failure);
        }
    }

    /// What failed before does no more; should it fail again, that is told again.
    fn works_again(&mut self, message: StationMessage, desk: &mut Desk) {
        if self
            .told
            .take_if(|(failed, _)| *failed == message)
            .is_some()
        {
            desk.stations_reachable();
        }
    }

    fn carry_out(
        &mut self,
        request: &Request,
        desk: &mut Desk,
        opened: &mut OpenSession,
        around: &Env<'_>,
    ) {
        let (now, _) = opened.now();
        desk.station_asked(&request.station);
        let (before, next) = (opened.saved(), opened.session().next());
        let outcome = match opened.perform_request(request, now) {
            Ok(seq) => Ok(seq),
            Err(RequestError::Refused(refusal)) => Err(refusal),
            Err(RequestError::NotWritten(error)) => {
                self.failed = true;
                desk.request_not_written(&error, &(around.cause)(&error));
                return;
            }
        };
        let session = opened.session();
        let record = |seq: Seq| session.history().entry(seq).map(|entry| &entry.record);
        let told = match &outcome {
            Ok(seq) => record(*seq).map(Ok),
            Err(refusal) => Some(Err(refusal)),
        };
        let Some(told) = told else {
            return;
        };
        if let Ok(record) = told
            && record.seq > before
        {
            desk.station_did(request, record, session, now, session.next() != next);
        }
        let answer = Answer {
            request: request.id.clone(),
            at: now.wall,
            outcome: told.map_or(RequestOutcome::Refused, RequestOutcome::of_record),
            says: desk.answer_words(told, session),
        };
        if let Err(error) = self.queue.answer(&answer) {
            let error = match error {
                InboxError::Io(error) => error,
                full @ (InboxError::TooLong(_) | InboxError::Full | InboxError::Busy) => {
                    io::Error::other(full)
                }
            };
            self.tell_failure(StationMessage::NotAnswered, &error, desk, around);
        } else {
            self.works_again(StationMessage::NotAnswered, desk);
        }
    }
}
