//! What devices ask, on the side of the disk: written as requests of the session, and what the desk answers.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::sync::oneshot;

use super::asked::AskedBoard;
use crate::domain::request::{Answer, Request, StationCommand};
use crate::domain::session::Session;
use crate::domain::session::command::{Command, Newcomer};
use crate::domain::session::event::{RequestId, Seq, StationId};
use crate::domain::session::rejection::Rejection;
use crate::domain::time::{ClockReading, Wall};
use crate::store::inbox::{DeskSign, Inbox, OutboxFollower};

/// What the side of the network wants of the side of the disk.
#[derive(Debug)]
pub(super) enum Errand {
    Ask(Box<AskErrand>),
    /// The number for the next device is this now.
    NextPin(String),
}

/// What a device wishes of the session.
#[derive(Debug)]
pub(super) struct DeviceWish {
    pub(super) command: StationCommand,
    /// What the device calls this form.
    pub(super) key: Option<String>,
}

/// A wish to be written down.
#[derive(Debug)]
pub(super) struct AskErrand {
    pub(super) station: StationId,
    pub(super) wish: DeviceWish,
    pub(super) done: oneshot::Sender<Result<(), ErrandFault>>,
}

/// Whether a session asks of a newcomer now if the subject is within what was announced.
pub(super) fn asks_scope(session: &Session, now: ClockReading) -> bool {
    let newcomer = Newcomer {
        name: "?".to_owned(),
        ..Newcomer::default()
    };
    let register = Command::Register {
        newcomer,
        within_scope: None,
        reason: None,
    };
    matches!(session.decide(register, now), Err(Rejection::NeedsScope))
}

/// Why nothing was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum ErrandFault {
    /// There is no session yet that could be asked.
    #[error("there is no session yet")]
    NoSession,
    /// The disk did not take it.
    #[error("the disk did not take it")]
    NotWritten,
}

/// The requests of all devices, followed until each is answered.
#[derive(Debug)]
pub(super) struct HallRequests {
    board: Arc<AskedBoard>,
    /// The answers of the session in this folder.
    answers: Option<(PathBuf, OutboxFollower)>,
}

impl HallRequests {
    pub(super) const fn on(board: Arc<AskedBoard>) -> Self {
        Self {
            board,
            answers: None,
        }
    }

    /// Writes what is asked, and says whether it lies there.
    pub(super) fn carry_out(&self, errand: AskErrand, session: Option<(&Path, Seq)>, now: Wall) {
        let AskErrand {
            station,
            wish: DeviceWish { command, key },
            done,
        } = errand;
        let written = match session {
            None => Err(ErrandFault::NoSession),
            Some((folder, based_on)) => {
                let id = match key {
                    Some(key) => RequestId(format!("{}-{key}", station.0)),
                    None => Inbox::new_id(&station, now),
                };
                let request = Request {
                    id,
                    station,
                    at: now,
                    based_on,
                    command,
                };
                self.write(folder, &request, now)
            }
        };
        // Whoever asked may have gone.
        let _ = done.send(written);
    }

    /// A device whose connection was lost sends the same form again; that is one request.
    fn write(&self, folder: &Path, request: &Request, now: Wall) -> Result<(), ErrandFault> {
        // On the board first: the answer may come at once.
        if !self.board.asked(request.clone(), DeskSign::of(folder, now)) {
            return Ok(());
        }
        Inbox::of(folder).append(request).map_err(|_| {
            self.board.take_off(request);
            ErrandFault::NotWritten
        })
    }

    /// Looks what the desk answered, as long as anything is open.
    pub(super) fn look(&mut self, folder: Option<&Path>, now: Wall) {
        let Some(folder) = folder.filter(|_| self.board.is_open()) else {
            return;
        };
        if self
            .answers
            .as_ref()
            .is_none_or(|(followed, _)| followed != folder)
        {
            if self.answers.is_some() {
                // The session went on elsewhere: what was not answered is asked there. The desk carries out none twice.
                for request in self.board.open_requests() {
                    let _ = Inbox::of(folder).append(&request);
                }
            }
            self.answers = Some((folder.to_owned(), OutboxFollower::of(folder)));
        }
        self.board.sees_desk(DeskSign::of(folder, now));
        let Some((_, outbox)) = &mut self.answers else {
            return;
        };
        // What cannot be read now is read at a later look.
        let answers: Vec<Answer> = outbox
            .look()
            .map(|(answers, _)| answers)
            .unwrap_or_default();
        for answer in answers {
            self.board.answered(answer);
        }
    }
}
