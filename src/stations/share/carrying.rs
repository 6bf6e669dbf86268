//! Carries a session: from the disk to the engine what the courier says, from the engine into the inbox what stations ask. One
//! loop on one thread; what waits for the network waits here and nowhere else.

mod desk_side;
mod telling;
mod trouble;

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::MissedTickBehavior;

use super::OpenedEngine;
use super::courier::{Courier, CourierInput, CourierOutput};
use super::engine::{Engine, EngineReading, EngineSign, HeldMessage, StoreOutcome};
use super::error::ShareError;
use super::pictures::PublishedPictures;
use super::requests::CarriedRequests;
use super::server::LocalServer;
use super::subjects::{ALL_SESSIONS, SESSIONS, SessionSubjects, SubjectKind};
use super::words::{ShareTerminalMessage, ShareWords};
use crate::domain::hall_view::HallWords;
use crate::domain::i18n::Lang;
use crate::domain::request::Answer;
use crate::domain::time::Millis;
use crate::store::clock::Clock;
use crate::store::feed::FeedSource;
use crate::store::journal::{CopiedLine, LineMark};
use crate::store::sessions::SessionStore;
use crate::store::share_notes::ShareNotes;
use desk_side::DeskSide;
use trouble::EngineTrouble;

/// How often the disk is looked at.
const POLL: Duration = Duration::from_millis(15);
/// When what failed is tried again.
const RETRY: Millis = Millis(400);
/// What the engine does not want is offered to it again after this.
const REFUSED_AGAIN: Millis = Millis::of_seconds(10);
/// How often everything that the engine holds is looked through, though nothing happened: a disk may lose what it had.
const LOOK_THROUGH: Millis = Millis::of_minutes(5);

/// What is carried, and how it is told.
pub(super) struct CarryOrder<'a> {
    pub words: &'a ShareWords,
    pub lang: Lang,
    pub print: fn(&str),
    /// The name under which the session is shared.
    pub name: &'a str,
    pub subjects: SessionSubjects,
    /// Somebody wants the program to end.
    pub ended: Arc<AtomicBool>,
}

/// A session that is being carried.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is about something else: the connection, the journal, the picture, the other writer"
)]
pub(super) struct Carrying<'a> {
    order: CarryOrder<'a>,
    engine: Engine,
    signs: UnboundedReceiver<EngineSign>,
    server: Option<LocalServer>,
    clock: Clock,
    feed: FeedSource<'a>,
    desk: Option<DeskSide>,
    courier: Courier,
    wanted: VecDeque<CourierOutput>,
    carried: CarriedRequests,
    reading: Option<EngineReading>,
    hall_words: HallWords,
    pictures: PublishedPictures,
    /// There is something new to be seen.
    is_new: bool,
    right_until: Millis,
    sign_at: Millis,
    /// Before this no answer is handed over.
    answers_at: Millis,
    /// When everything is read anew.
    read_at: Option<Millis>,
    is_away: bool,
    is_damaged: bool,
    told_refused: Option<String>,
    trouble: EngineTrouble,
    is_fenced: bool,
}

impl<'a> Carrying<'a> {
    /// Begins with a session that is there.
    pub(super) fn begin(
        order: CarryOrder<'a>,
        store: &'a SessionStore,
        session: &'a str,
        opened: OpenedEngine,
    ) -> Self {
        let lang = order.lang;
        Self {
            order,
            engine: opened.engine,
            signs: opened.signs,
            server: opened.server,
            clock: Clock::system(),
            feed: FeedSource::of_acknowledged(store, session),
            desk: None,
            courier: Courier::default(),
            wanted: VecDeque::new(),
            carried: CarriedRequests::default(),
            reading: None,
            hall_words: HallWords::of(lang),
            pictures: PublishedPictures::default(),
            is_new: true,
            right_until: Millis::ZERO,
            sign_at: Millis::ZERO,
            answers_at: Millis::ZERO,
            read_at: Some(Millis::ZERO),
            is_away: false,
            is_damaged: false,
            told_refused: None,
            trouble: EngineTrouble::of(opened.reached_at),
            is_fenced: false,
        }
    }

    /// Carries until the program is to end, or somebody else writes.
    pub(super) async fn run(&mut self) -> Result<(), ShareError> {
        let mut tick = tokio::time::interval(POLL);
        tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
        self.look_at_disk();
        while !self.order.ended.load(Ordering::SeqCst) {
            tokio::select! {
                biased;
                Some(sign) = self.signs.recv() => self.takes_sign(sign),
                held = next_held(&mut self.reading) => self.takes_held(held),
                why = self.trouble.why_it_is_away() => self.tells_why_it_is_away(why),
                _ = tick.tick() => self.looks().await,
            }
            self.does_what_is_wanted().await;
            if self.is_fenced {
                return Err(ShareError::Fenced(self.order.name.to_owned()));
            }
        }
        Ok(())
    }

    fn print_sentence(&self, id: ShareTerminalMessage, values: &[(&str, &dyn std::fmt::Display)]) {
        (self.order.print)(&self.order.words.terminal[id].render(values));
    }

    fn courier_takes(&mut self, input: CourierInput) {
        let wanted = self.courier.on(input);
        self.wanted.extend(wanted);
    }

    fn takes_sign(&mut self, sign: EngineSign) {
        match sign {
            EngineSign::Reached => {
                if std::mem::take(&mut self.is_away) {
                    self.print_sentence(ShareTerminalMessage::Reached, &[]);
                }
                self.trouble.is_reached();
                self.read_at = Some(Millis::ZERO);
            }
            EngineSign::Lost => {
                if !std::mem::replace(&mut self.is_away, true) {
                    self.print_sentence(ShareTerminalMessage::Lost, &[]);
                    self.trouble.is_lost(self.clock.now().up);
                }
                self.reading = None;
                // What a person should know is told all the same.
                self.wanted
                    .retain(|wanted| matches!(wanted, CourierOutput::Tell(_)));
                self.courier_takes(CourierInput::Lost);
            }
            EngineSign::Refused(cause) => self.tells_refused(&cause),
        }
    }

    fn tells_refused(&mut self, cause: &str) {
        self.tells_once(ShareTerminalMessage::Refused, &[("cause", &cause)]);
    }

    /// The same over and over nobody wants to read.
    fn tells_once(&mut self, id: ShareTerminalMessage, values: &[(&str, &dyn std::fmt::Display)]) {
        let text = self.order.words.terminal[id].render(values);
        if self.told_refused.as_ref() != Some(&text) {
            (self.order.print)(&text);
            self.told_refused = Some(text);
        }
    }

    fn takes_held(&mut self, held: Option<HeldMessage>) {
        let Some(held) = held else {
            self.reading = None;
            self.read_again_in(RETRY);
            return;
        };
        match self.order.subjects.kind_of(&held.subject) {
            Some(SubjectKind::Journal) => {
                let line = CopiedLine::of(&held.payload)
                    .filter(|line| held.id.split('@').next() == Some(line.hash.as_str()));
                let sequence = held.sequence;
                self.courier_takes(CourierInput::Held { sequence, line });
            }
            Some(SubjectKind::Answers) => {
                if let Ok(answer) = serde_json::from_slice::<Answer>(&held.payload) {
                    self.carried.holds_answer(&answer.request);
                }
            }
            Some(SubjectKind::Requests(kind)) => self.takes_request(&held.payload, &kind),
            None => {}
        }
        if held.is_last {
            self.courier_takes(CourierInput::Level);
        }
    }

    fn read_again_in(&mut self, after: Millis) {
        let at = self.clock.now().up.saturating_add(after);
        self.read_at = Some(self.read_at.map_or(at, |planned| planned.min(at)));
    }

    async fn looks(&mut self) {
        if self.server.as_mut().is_some_and(LocalServer::look) {
            self.print_sentence(ShareTerminalMessage::Restarted, &[]);
        }
        let now = self.clock.now();
        self.is_new |= self.feed.look(now);
        self.look_at_disk();
        if self.is_away {
            self.trouble.asks_why(now.up);
            return;
        }
        if self.read_at.is_some_and(|at| at <= now.up) && self.desk.is_some() {
            self.read_at = Some(now.up.saturating_add(LOOK_THROUGH));
            self.courier_takes(CourierInput::Reached);
        }
        if !self.courier.is_fenced() {
            self.shows(now).await;
            self.answers().await;
        }
    }

    /// What lies on disk, for the courier and the stations.
    fn look_at_disk(&mut self) {
        let now = self.clock.now();
        if self.desk.is_none() {
            self.is_new |= self.feed.look(now);
        }
        let Some(folder) = self.feed.folder().map(ToOwned::to_owned) else {
            return;
        };
        if self
            .desk
            .as_ref()
            .is_none_or(|desk| desk.folder() != folder)
        {
            if self.desk.is_some() {
                self.print_sentence(ShareTerminalMessage::Moved, &[("path", &folder.display())]);
            } else if ShareNotes::in_folder(&folder).is_fenced(self.order.name) {
                self.is_fenced = true;
                return;
            }
            self.desk = Some(DeskSide::of(folder));
            // No request went along: what is not answered is brought there, too.
            self.carried = CarriedRequests::default();
            self.read_at = Some(Millis::ZERO);
        }
        let Some(desk) = &mut self.desk else { return };
        let is_damaged = desk.is_damaged();
        let lines = match desk.look(&mut self.carried, now.up) {
            Ok(lines) => lines,
            Err(cause) => {
                // A folder that is away for a moment is looked at again.
                return self.tells_once(ShareTerminalMessage::NotWritten, &[("cause", &cause)]);
            }
        };
        if is_damaged && !std::mem::replace(&mut self.is_damaged, is_damaged) {
            self.print_sentence(ShareTerminalMessage::Damaged, &[]);
        }
        if let Some(lines) = lines {
            self.courier_takes(CourierInput::Journal(lines));
        }
    }

    async fn does_what_is_wanted(&mut self) {
        while let Some(wanted) = self.wanted.pop_front() {
            match wanted {
                CourierOutput::Read => self.reads().await,
                CourierOutput::Publish { mark, id, expected } => {
                    self.hands_over(&mark, &id, expected).await;
                }
                CourierOutput::Tell(news) => self.print_news(&news),
            }
        }
    }

    /// Everything from the first. An engine whose disk was lost has no stream any more.
    async fn reads(&mut self) {
        self.carried.begin();
        self.reading = None;
        let made = self.engine.make_stream(SESSIONS, ALL_SESSIONS).await;
        let read = match made {
            Ok(()) => self.engine.read(SESSIONS, &self.order.subjects.all()).await,
            Err(cause) => Err(cause),
        };
        match read {
            Ok(reading) => {
                let is_empty = reading.is_empty;
                self.reading = Some(reading);
                if is_empty {
                    self.courier_takes(CourierInput::Level);
                }
            }
            Err(cause) => {
                self.tells_refused(&cause);
                self.read_again_in(RETRY);
            }
        }
    }

    async fn hands_over(&mut self, mark: &LineMark, id: &str, expected: u64) {
        let Some(Ok(Some(line))) = self.desk.as_ref().map(|desk| desk.line(mark)) else {
            // It was taken back meanwhile, or the folder is away for a moment.
            self.courier_takes(CourierInput::Lost);
            return self.read_again_in(RETRY);
        };
        let bytes = line.len();
        let subject = self.order.subjects.journal();
        let stored = self.engine.store(subject, id, Some(expected), line).await;
        let again = match stored {
            StoreOutcome::Stored(sequence) => {
                self.took_something();
                return self.courier_takes(CourierInput::Stored { sequence });
            }
            StoreOutcome::StoredBefore => return self.courier_takes(CourierInput::StoredBefore),
            StoreOutcome::OtherLast(last) => {
                return self.courier_takes(CourierInput::OtherLast(last));
            }
            StoreOutcome::Unknown => {
                self.was_not_answered();
                RETRY
            }
            StoreOutcome::Full => {
                self.tells_full();
                REFUSED_AGAIN
            }
            StoreOutcome::Refused(_) if bytes > self.engine.largest() => {
                let values: [(&str, &dyn std::fmt::Display); 2] =
                    [("line", &mark.seq), ("bytes", &bytes)];
                self.tells_once(ShareTerminalMessage::TooLarge, &values);
                REFUSED_AGAIN
            }
            StoreOutcome::Refused(cause) => {
                self.tells_refused(&cause);
                REFUSED_AGAIN
            }
        };
        self.courier_takes(CourierInput::Lost);
        self.read_again_in(again);
    }
}

/// What is held next; nothing, as long as nothing is read.
async fn next_held(reading: &mut Option<EngineReading>) -> Option<HeldMessage> {
    match reading {
        Some(reading) => reading.next().await,
        None => std::future::pending().await,
    }
}
