//! Follows the session on a thread of its own and hands every picture to whoever shows it. What touches the disk happens here,
//! so that a slow disk keeps no viewer waiting and no viewer the disk.
//!
//! A picture is handed on when something of it changed besides the figures that count on by themselves, and every few seconds,
//! so that a viewer knows that it is still the present one.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use axum::body::Bytes;
use serde::Serialize;
use tokio::sync::watch;

use super::asked::AskedBoard;
use super::devices::{DeviceBook, KeptDevices};
use super::requests::{self, AskErrand, Errand, HallRequests};
use super::sheet::DeskSheet;
use super::terminal::HallNews;
use super::words::{HallAnswerMessage, HallServerWords};
use crate::domain::hall_view::{HallWords, ProjectorView, refresh_after, view};
use crate::domain::i18n::Lang;
use crate::domain::request::own_people;
use crate::domain::time::{ClockReading, Millis};
use crate::store::clock::Clock;
use crate::store::feed::FeedSource;
use crate::store::hall_sheet::HallAddress;
use crate::store::sessions::{SessionStore, id_of};

/// How often the journal is looked at, as in the hall's window.
const POLL: Millis = Millis(30);
/// How often a picture is handed on though nothing changed.
const AGAIN: Millis = Millis::of_seconds(5);

/// A picture as it is sent.
#[derive(Debug, Clone, Default)]
pub(super) struct HallFrame {
    pub(super) seq: u64,
    pub(super) json: Bytes,
    /// The same as an event of a stream.
    pub(super) event: Bytes,
}

/// What a page is told.
#[derive(Serialize)]
struct PagePicture<'a> {
    seq: u64,
    /// The point of the session's time, in milliseconds, at which this is so.
    at: u64,
    /// What is said besides the picture.
    notice: Option<&'a str>,
    view: &'a ProjectorView,
}

/// What the thread is given.
pub(super) struct HallSource {
    pub(super) store: SessionStore,
    /// As it was typed: an id, the beginning of one, or a path.
    pub(super) session: String,
    pub(super) lang: Lang,
    pub(super) words: HallServerWords,
    pub(super) frames: watch::Sender<HallFrame>,
    pub(super) errands: Receiver<Errand>,
    pub(super) board: Arc<AskedBoard>,
    pub(super) book: Arc<DeviceBook>,
    /// What the desk is to show.
    pub(super) sheet: HallAddress,
    /// Somebody wants the program to end.
    pub(super) ended: Arc<AtomicBool>,
    /// Told what the terminal is to say.
    pub(super) tell: Box<dyn Fn(HallNews) + Send>,
}

/// Follows until the program is to end, or nobody is left who could ask.
pub(super) fn follow(source: &HallSource) {
    let clock = Clock::system();
    let mut following = Following {
        source,
        hall_words: HallWords::of(source.lang),
        feed: FeedSource::of(&source.store, &source.session),
        requests: HallRequests::on(Arc::clone(&source.board)),
        devices: KeptDevices::of(Arc::clone(&source.book)),
        sheet: DeskSheet::of(source.sheet.clone()),
        shown: None,
        seq: 0,
        right_until: Millis::ZERO,
        again_at: Millis::ZERO,
        folder: None,
        is_damaged: false,
    };
    loop {
        if source.ended.load(Ordering::SeqCst) {
            return;
        }
        let wait = following.look(clock.now(), &clock);
        match source.errands.recv_timeout(wait) {
            Ok(Errand::Ask(errand)) => following.carry_out(*errand, clock.now()),
            Ok(Errand::NextPin(pin)) => following.sheet.number_is(pin),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// What is being followed, and what was shown of it.
struct Following<'a> {
    source: &'a HallSource,
    hall_words: HallWords,
    feed: FeedSource<'a>,
    requests: HallRequests,
    devices: KeptDevices,
    sheet: DeskSheet,
    /// The last picture without its figures.
    shown: Option<(ProjectorView, bool)>,
    seq: u64,
    /// When the picture has to be looked at again, by the clock of this process.
    right_until: Millis,
    again_at: Millis,
    folder: Option<PathBuf>,
    is_damaged: bool,
}

impl Following<'_> {
    /// Looks for what is new and hands it on; how long there is nothing else to do.
    fn look(&mut self, now: ClockReading, clock: &Clock) -> Duration {
        let is_new = self.feed.look(now);
        self.tell_what_happened();
        self.requests.look(self.feed.folder(), now.wall);
        self.devices.look(self.feed.folder(), now);
        self.sheet.look(self.feed.folder(), now.up);
        let is_due = self.right_until.min(self.again_at) <= now.up;
        let is_told = self
            .shown
            .as_ref()
            .is_some_and(|(_, told)| *told == self.is_damaged);
        if is_new || is_due || !is_told {
            self.show(now);
        }
        let wait = self
            .right_until
            .min(self.again_at)
            .saturating_sub(clock.now().up)
            .min(POLL);
        Duration::from_millis(wait.0)
    }

    /// Hands the picture on where it is another one, or due again.
    fn show(&mut self, now: ClockReading) {
        let (picture, at, lasts) = match self.feed.session(now) {
            Some((session, stamp)) => {
                let asks_scope = requests::asks_scope(session, now);
                self.source.board.set_asks_scope(asks_scope);
                self.source.board.set_people(own_people(session));
                (
                    view(session, stamp, &self.hall_words, self.source.lang),
                    stamp.line.0,
                    refresh_after(session, stamp),
                )
            }
            None => (self.waiting(), 0, AGAIN),
        };
        self.right_until = now
            .up
            .saturating_add(lasts)
            .min(now.up.saturating_add(AGAIN));
        let rest = (picture.without_figures(), self.is_damaged);
        if self.shown.as_ref() == Some(&rest) && now.up < self.again_at {
            return;
        }
        self.shown = Some(rest);
        self.again_at = now.up.saturating_add(AGAIN);
        self.seq += 1;
        let damaged = self.source.words.answers[HallAnswerMessage::Damaged].as_str();
        let told = PagePicture {
            seq: self.seq,
            at,
            notice: self.is_damaged.then_some(damaged),
            view: &picture,
        };
        // Texts and figures always become JSON; should they not, viewers keep what they have and say that nothing comes.
        if let Ok(json) = serde_json::to_string(&told) {
            self.source.frames.send_replace(HallFrame {
                seq: self.seq,
                event: format!("data: {json}\n\n").into(),
                json: json.into(),
            });
        }
    }

    /// What stands there until there is a session. A path is nobody's business but the aide's.
    fn waiting(&self) -> ProjectorView {
        let name = id_of(std::path::Path::new(&self.source.session));
        ProjectorView::awaiting(&name, &self.hall_words)
    }

    fn tell_what_happened(&mut self) {
        if self.feed.folder() != self.folder.as_deref() {
            let had_one = self.folder.is_some();
            self.folder = self.feed.folder().map(ToOwned::to_owned);
            if let Some(folder) = self.folder.clone() {
                (self.source.tell)(if had_one {
                    HallNews::Moved(folder)
                } else {
                    HallNews::Found(folder)
                });
            }
        }
        if self.feed.is_damaged() != self.is_damaged {
            self.is_damaged = self.feed.is_damaged();
            (self.source.tell)(if self.is_damaged {
                HallNews::Damaged
            } else {
                HallNews::Mended
            });
        }
    }

    fn carry_out(&mut self, errand: AskErrand, now: ClockReading) {
        let last = self
            .feed
            .session(now)
            .map(|(session, _)| session.history().last_seq());
        self.requests
            .carry_out(errand, self.feed.folder().zip(last), now.wall);
    }
}
