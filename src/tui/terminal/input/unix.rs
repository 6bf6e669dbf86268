//! Reading a Unix terminal: bytes as they come, a decoder behind them, and the signals of shell, terminal and session
//! manager. crossterm's own reader is not used, since it waits for the rest of what was begun, however long that takes.
//!
//! Nothing here waits for longer than it was told: bytes are read once they lie ready, and a read that finds none gives
//! up. So no thread stands between a key and its frame; the one there is watches over the end.

mod signals;
mod watch;

use std::io::{self, Read as _};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};

use super::{Input, SystemRequest};
use crate::domain::time::Millis;
use crate::store::clock::Clock;
use crate::tui::terminal::decoder::{Decoded, Decoder};
use signals::Signals;
use watch::Watch;

/// A piece that fills so much of the buffer is likely to go on; the rest is waited for a little, so that a text that was
/// sent in one piece is told as one.
const LARGE: usize = 256;
const BETWEEN_PARTS: Millis = Millis(10);
const LARGEST_PIECE: usize = 64 * 1024;
/// A terminal whose input has ended for now is asked again after this time.
const ASK_AGAIN: Millis = Millis(200);

/// The input of the terminal and the signals, from now until dropped.
#[derive(Debug)]
pub(in crate::tui::terminal) struct UnixInputs {
    signals: Arc<Signals>,
    woken: UnixStream,
    decoder: Decoder,
    clock: Clock,
    /// The input has ended for now, though the terminal is there.
    silent_until: Option<Millis>,
    /// No terminal any more; that was said.
    is_gone: bool,
    #[expect(dead_code, reason = "watches until it is dropped")]
    watch: Watch,
}

/// What a look at the terminal found.
enum ReadOutcome {
    Bytes(usize),
    Nothing,
    /// No terminal any more.
    Gone,
}

impl UnixInputs {
    pub(in crate::tui::terminal) fn read() -> io::Result<Self> {
        let (wake, woken) = UnixStream::pair()?;
        woken.set_nonblocking(true)?;
        let signals = Arc::new(Signals::default());
        let watch = Watch::start(&signals, wake)?;
        never_block();
        Ok(Self {
            signals,
            woken,
            decoder: Decoder::default(),
            clock: Clock::system(),
            silent_until: None,
            is_gone: false,
            watch,
        })
    }

    /// Whether the system asked the program to end, however much input still waits.
    pub(in crate::tui::terminal) fn is_asked_to_end(&self) -> bool {
        self.signals.is_asked_to_end()
    }

    /// Whether the program was continued after it was last asked to stand still.
    pub(in crate::tui::terminal) fn is_continued(&self) -> bool {
        self.signals.is_continued()
    }

    /// Everything that waits, in order; at most so long is waited for the first of it.
    pub(in crate::tui::terminal) fn wait(&mut self, at_most: Duration) -> Vec<Input> {
        let at_most = u64::try_from(at_most.as_millis()).unwrap_or(u64::MAX);
        let until = self.now().saturating_add(Millis(at_most));
        loop {
            let now = self.now();
            let deadline = [self.decoder.deadline(), self.silent_until, Some(until)]
                .into_iter()
                .flatten()
                .min();
            let is_ready = self.poll(deadline.unwrap_or(until).saturating_sub(now));
            let inputs = self.taken(is_ready);
            if !inputs.is_empty() || self.now() >= until {
                return inputs;
            }
        }
    }

    /// What signals asked for, and what lies ready or can be waited for no longer.
    fn taken(&mut self, is_ready: bool) -> Vec<Input> {
        let mut inputs = self.signals.raised();
        let is_gone = is_ready && matches!(self.read_ready(), ReadOutcome::Gone);
        self.decoder.expire(self.now());
        inputs.extend(
            self.decoder
                .decoded()
                .into_iter()
                .map(|decoded| match decoded {
                    Decoded::Event(event) => Input::Event(event),
                    Decoded::Dropped(dropped) => Input::Dropped(dropped),
                }),
        );
        if is_gone {
            self.is_gone = true;
            inputs.push(Input::System(SystemRequest::End));
        }
        inputs
    }

    fn now(&self) -> Millis {
        self.clock.now().up
    }

    /// Waits for bytes or a signal; true when there are bytes.
    fn poll(&mut self, at_most: Millis) -> bool {
        let now = self.now();
        let is_silent = self.silent_until.is_some_and(|until| until > now);
        if !is_silent {
            self.silent_until = None;
        }
        let listens = !is_silent && !self.is_gone;
        let stdin = io::stdin();
        let stdin = stdin.as_fd();
        let mut both = [
            PollFd::new(&self.woken, PollFlags::IN),
            PollFd::from_borrowed_fd(stdin, PollFlags::IN),
        ];
        let asked = if listens {
            &mut both[..]
        } else {
            &mut both[..1]
        };
        let polled = poll(asked, Some(&timespec(at_most)));
        let is_ready = polled.is_ok()
            && asked
                .get(1)
                .is_some_and(|input| !input.revents().is_empty());
        let mut bytes = [0; 64];
        while matches!(self.woken.read(&mut bytes), Ok(1..)) {}
        is_ready
    }

    /// Takes what lies ready, and what follows close behind a large piece.
    fn read_ready(&mut self) -> ReadOutcome {
        let mut taken = 0;
        loop {
            match self.read_once() {
                ReadOutcome::Bytes(count) => {
                    taken += count;
                    if count < LARGE || taken >= LARGEST_PIECE || !more_comes() {
                        return ReadOutcome::Bytes(taken);
                    }
                }
                ReadOutcome::Nothing => return ReadOutcome::Nothing,
                ReadOutcome::Gone => return ReadOutcome::Gone,
            }
        }
    }

    fn read_once(&mut self) -> ReadOutcome {
        let mut bytes = [0; 4096];
        let stdin = io::stdin();
        match rustix::io::read(stdin.as_fd(), &mut bytes) {
            Ok(0) if is_hung_up() => ReadOutcome::Gone,
            Ok(0) => {
                // An end of input that somebody's settings of the terminal made; more may come.
                self.silent_until = Some(self.now().saturating_add(ASK_AGAIN));
                ReadOutcome::Nothing
            }
            Ok(count) => {
                let now = self.now();
                self.decoder
                    .feed(bytes.get(..count).unwrap_or_default(), now);
                ReadOutcome::Bytes(count)
            }
            Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => ReadOutcome::Nothing,
            Err(_) if is_hung_up() => ReadOutcome::Gone,
            Err(_) => {
                self.silent_until = Some(self.now().saturating_add(ASK_AGAIN));
                ReadOutcome::Nothing
            }
        }
    }
}

/// Whoever else reads this terminal may take what lay ready; a read that comes too late is not to wait for the next key.
/// Asked for again whenever the terminal was set anew. One that cannot be set so only lacks that.
pub(in crate::tui::terminal) fn never_block() {
    let stdin = io::stdin();
    if let Ok(mut settings) = tcgetattr(stdin.as_fd()) {
        settings.special_codes[SpecialCodeIndex::VMIN] = 0;
        settings.special_codes[SpecialCodeIndex::VTIME] = 0;
        let _ = tcsetattr(stdin.as_fd(), OptionalActions::Now, &settings);
    }
}

fn timespec(length: Millis) -> Timespec {
    Timespec {
        tv_sec: i64::try_from(length.seconds()).unwrap_or(i64::MAX),
        tv_nsec: i64::try_from(length.0 % 1000).unwrap_or(0) * 1_000_000,
    }
}

fn more_comes() -> bool {
    let stdin = io::stdin();
    let mut input = [PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::IN)];
    matches!(poll(&mut input, Some(&timespec(BETWEEN_PARTS))), Ok(1..))
}

fn is_hung_up() -> bool {
    let stdin = io::stdin();
    let mut input = [PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::IN)];
    let looked = poll(&mut input, Some(&timespec(Millis::ZERO)));
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    looked.is_ok() && input.iter().any(|input| input.revents().intersects(gone))
}
