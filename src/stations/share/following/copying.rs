//! One loop on one thread: lines and answers from the engine into the copy, requests from the copy to the engine.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::time::Duration;

use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::MissedTickBehavior;

use super::super::engine::{
    Engine, EngineListening, EngineReading, EngineSign, HeldMessage, StoreOutcome,
};
use super::super::error::ShareError;
use super::super::joined::{CopyStep, JoinedCopy};
use super::super::requests::UnansweredRequests;
use super::super::subjects::{RUNS, SESSIONS, SessionSubjects, SubjectKind};
use super::FirstContact;
use crate::domain::request::{Answer, Request, StationKind};
use crate::domain::time::Millis;
use crate::store::clock::Clock;
use crate::store::far_desk::{self, FarDesk};
use crate::store::inbox::{INBOX_NAME, InboxLines, Outbox};
use crate::store::journal::{self, CopiedLine, ReplicaJournal};

/// How often the own requests are looked at.
const POLL: Duration = Duration::from_millis(30);
/// When what failed is tried again.
const RETRY: Millis = Millis(500);
/// What the engine does not want, or has no room for, is offered to it again after this.
const REFUSED_AGAIN: Millis = Millis::of_seconds(10);
/// How often everything is read anew, though nothing happened.
const LOOK_THROUGH: Millis = Millis::of_minutes(10);

/// What is copied, and whom the first contact is told.
pub(super) struct CopyOrder {
    pub subjects: SessionSubjects,
    pub folder: PathBuf,
    pub kind: StationKind,
    pub ended: Arc<AtomicBool>,
    pub tell: Sender<FirstContact>,
}

/// A session that is being copied.
pub(super) struct Copying {
    order: CopyOrder,
    engine: Engine,
    signs: UnboundedReceiver<EngineSign>,
    clock: Clock,
    copy: JoinedCopy,
    replica: ReplicaJournal,
    unanswered: UnansweredRequests,
    inbox: InboxLines,
    reading: Option<EngineReading>,
    /// What is told of the desk.
    listening: Option<EngineListening>,
    is_level: bool,
    read_at: Millis,
    /// Before this nothing is handed over.
    asks_at: Millis,
}

impl Copying {
    pub(super) fn begin(
        order: CopyOrder,
        engine: Engine,
        signs: UnboundedReceiver<EngineSign>,
    ) -> Result<Self, (Sender<FirstContact>, ShareError)> {
        let failed = |cause| {
            let path = order.folder.clone();
            (order.tell.clone(), ShareError::Folder { path, cause })
        };
        let path = order.folder.join(journal::FILE_NAME);
        let replica = ReplicaJournal::open(&path).map_err(failed)?;
        let hashes = replica.marks().iter().map(|mark| mark.hash.clone());
        let copy = JoinedCopy::with(hashes.collect());
        let mut unanswered = UnansweredRequests::default();
        for id in Outbox::of(&order.folder).answered().map_err(failed)? {
            unanswered.answered(&id);
        }
        Ok(Self {
            inbox: InboxLines::of(&order.folder.join(INBOX_NAME)),
            order,
            engine,
            signs,
            clock: Clock::system(),
            copy,
            replica,
            unanswered,
            reading: None,
            listening: None,
            is_level: false,
            read_at: Millis::ZERO,
            asks_at: Millis::ZERO,
        })
    }

    /// Copies until nobody wants it any more.
    pub(super) async fn run(&mut self) {
        let mut tick = tokio::time::interval(POLL);
        tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
        while !self.order.ended.load(Ordering::SeqCst) {
            tokio::select! {
                biased;
                Some(sign) = self.signs.recv() => self.takes_sign(&sign),
                held = next_held(&mut self.reading) => {
                    let taken = self.takes_held(held);
                    self.if_failed(taken);
                }
                told = next_told(&mut self.listening) => {
                    let heard = self.hears(told);
                    self.if_failed(heard);
                }
                _ = tick.tick() => self.looks().await,
            }
        }
    }

    /// A disk that refuses now may not refuse later: then everything is read once more.
    fn if_failed(&mut self, outcome: io::Result<()>) {
        if let Err(cause) = outcome {
            let path = self.order.folder.clone();
            self.fails(ShareError::Folder { path, cause });
        }
    }

    fn fails(&mut self, error: ShareError) {
        // Whoever waited may have gone.
        let _ = self.order.tell.send(FirstContact::Failed(error));
        self.reading = None;
        self.is_level = false;
        self.read_at = self.clock.now().up.saturating_add(RETRY);
    }

    fn takes_sign(&mut self, sign: &EngineSign) {
        match sign {
            EngineSign::Reached => self.read_at = Millis::ZERO,
            EngineSign::Lost => {
                self.reading = None;
                self.is_level = false;
                self.read_at = self.clock.now().up.saturating_add(LOOK_THROUGH);
            }
            EngineSign::Refused(said) => {
                let _ = self
                    .order
                    .tell
                    .send(FirstContact::Failed(ShareError::Refused(said.clone())));
            }
        }
    }

    fn takes_held(&mut self, held: Option<HeldMessage>) -> io::Result<()> {
        let Some(held) = held else {
            self.reading = None;
            self.is_level = false;
            self.read_at = self.clock.now().up.saturating_add(RETRY);
            return Ok(());
        };
        match self.order.subjects.kind_of(&held.subject) {
            Some(SubjectKind::Journal) => {
                let line = CopiedLine::of(&held.payload)
                    .filter(|line| held.id.split('@').next() == Some(line.hash.as_str()));
                let step = line.and_then(|line| self.copy.take(line));
                self.does(step)?;
            }
            Some(SubjectKind::Answers) => {
                if let Ok(answer) = serde_json::from_slice::<Answer>(&held.payload) {
                    self.takes_answer(&answer)?;
                }
            }
            Some(SubjectKind::Requests(_)) | None => {}
        }
        if held.is_last {
            self.level()?;
        }
        Ok(())
    }

    fn takes_answer(&mut self, answer: &Answer) -> io::Result<()> {
        if self.unanswered.answered(&answer.request) {
            let written = Outbox::of(&self.order.folder).append(answer);
            written.map_err(io::Error::other)?;
        }
        Ok(())
    }

    fn level(&mut self) -> io::Result<()> {
        let step = self.copy.level();
        self.does(step)?;
        self.is_level = true;
        let _ = self.order.tell.send(FirstContact::Level);
        Ok(())
    }

    fn does(&mut self, step: Option<CopyStep>) -> io::Result<()> {
        let Some(step) = step else { return Ok(()) };
        match &step {
            CopyStep::Append(lines) => self.replica.append(lines)?,
            CopyStep::Turn { keep, lines } => {
                self.replica.turn(*keep, lines)?;
            }
        }
        self.copy.done(&step);
        Ok(())
    }

    fn hears(&mut self, told: Option<Vec<u8>>) -> io::Result<()> {
        let Some(told) = told else {
            self.listening = None;
            return Ok(());
        };
        let far = FarDesk {
            at: self.clock.now().wall,
            runs: told == RUNS,
        };
        far_desk::heard(&self.order.folder, far)
    }

    async fn looks(&mut self) {
        let asked = self.look_at_inbox();
        self.if_failed(asked);
        if self.read_at <= self.clock.now().up {
            self.read_at = self.clock.now().up.saturating_add(LOOK_THROUGH);
            self.reads().await;
        }
        if self.is_level && self.asks_at <= self.clock.now().up {
            self.asks().await;
        }
    }

    fn look_at_inbox(&mut self) -> io::Result<()> {
        loop {
            let news = self.inbox.look::<Request>()?;
            for (_, request) in news.lines {
                self.unanswered.asked(request);
            }
            if !news.more {
                return Ok(());
            }
        }
    }

    async fn reads(&mut self) {
        self.copy.begin();
        self.unanswered.begin();
        self.is_level = false;
        if self.listening.is_none() {
            let subject = self.order.subjects.sign();
            self.listening = self.engine.listen(subject).await.ok();
        }
        match self.engine.read(SESSIONS, &self.order.subjects.all()).await {
            Ok(reading) => {
                let is_empty = reading.is_empty;
                self.reading = Some(reading);
                if is_empty {
                    let level = self.level();
                    self.if_failed(level);
                    // A session that is shared in a moment.
                    self.read_at = self.clock.now().up.saturating_add(LOOK_THROUGH);
                }
            }
            Err(said) => self.fails(ShareError::Refused(said)),
        }
    }

    /// What was asked stays, in its order; the session is followed meanwhile.
    fn asks_again_in(&mut self, after: Millis) {
        self.asks_at = self.clock.now().up.saturating_add(after);
    }

    /// Hands over what was asked here, in its order.
    async fn asks(&mut self) {
        while let Some(request) = self.unanswered.next().cloned() {
            let id = format!("request-{}", request.id.0);
            let payload = serde_json::to_vec(&request).unwrap_or_default();
            let subject = self.order.subjects.requests(self.order.kind.id());
            match self.engine.store(subject, &id, None, payload).await {
                StoreOutcome::Stored(_) | StoreOutcome::StoredBefore => {
                    self.unanswered.stored(&request.id);
                }
                StoreOutcome::Refused(_) | StoreOutcome::Full => {
                    return self.asks_again_in(REFUSED_AGAIN);
                }
                StoreOutcome::OtherLast(_) | StoreOutcome::Unknown => {
                    self.read_at = self.clock.now().up.saturating_add(RETRY);
                    self.is_level = false;
                    return;
                }
            }
        }
    }
}

/// What is held next; nothing, as long as nothing is read.
async fn next_held(reading: &mut Option<EngineReading>) -> Option<HeldMessage> {
    match reading {
        Some(reading) => reading.next().await,
        None => std::future::pending().await,
    }
}

/// What is told next; nothing, as long as nobody listens.
async fn next_told(listening: &mut Option<EngineListening>) -> Option<Vec<u8>> {
    match listening {
        Some(listening) => listening.next().await,
        None => std::future::pending().await,
    }
}
