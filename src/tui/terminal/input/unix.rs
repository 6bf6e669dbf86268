//! Reading a Unix terminal: bytes as they come, a decoder behind them, and the signals of shell, terminal and session
//! manager. crossterm's own reader is not used, since it waits for the rest of what was begun, however long that takes.

mod signals;

use std::io::{self, Read as _, Write as _};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::SyncSender;
use std::thread::JoinHandle;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use signal_hook::SigId;
use signal_hook::consts::SIGTERM;
use signal_hook::low_level;

use super::{Input, SystemRequest};
use crate::domain::time::Millis;
use crate::store::clock::Clock;
use crate::tui::terminal::decoder::{Decoded, Decoder};
use signals::Signals;

/// A piece that fills so much of the buffer is likely to go on; the rest is waited for a little, so that a text that was
/// sent in one piece is told as one.
const LARGE: usize = 256;
const BETWEEN_PARTS: Millis = Millis(10);
const LARGEST_PIECE: usize = 64 * 1024;
/// A terminal whose input has ended for now is asked again after this time.
const ASK_AGAIN: Millis = Millis(200);
/// Who was asked to end and does not, hangs in something that is not coming back; every act is on disk.
const END_BY_FORCE: Millis = Millis(10_000);

/// The thread, and how to end it.
#[derive(Debug)]
pub(super) struct UnixReader {
    signals: Arc<Signals>,
    wake: UnixStream,
    ids: Vec<SigId>,
    thread: Option<JoinHandle<()>>,
}

impl UnixReader {
    pub(super) fn start(
        sender: SyncSender<Vec<Input>>,
        asked_to_end: &Arc<AtomicBool>,
    ) -> io::Result<Self> {
        let (wake, woken) = UnixStream::pair()?;
        woken.set_nonblocking(true)?;
        let signals = Arc::new(Signals::default());
        let ids = signals.listen(&wake, asked_to_end)?;
        let thread = Thread {
            signals: Arc::clone(&signals),
            woken,
            sender,
            decoder: Decoder::default(),
            clock: Clock::system(),
            silent_until: None,
            force_at: None,
        };
        Ok(Self {
            signals,
            wake,
            ids,
            thread: Some(std::thread::Builder::new().spawn(|| thread.run())?),
        })
    }
}

impl UnixReader {
    pub(super) fn is_continued(&self) -> bool {
        self.signals.is_continued()
    }
}

impl Drop for UnixReader {
    fn drop(&mut self) {
        for id in self.ids.drain(..) {
            low_level::unregister(id);
        }
        self.signals.stop_reading();
        let _ = self.wake.write_all(b"x");
        if let Some(thread) = self.thread.take() {
            // It sends into a channel that nobody reads any more, so it cannot be held up.
            let _ = thread.join();
        }
    }
}

struct Thread {
    signals: Arc<Signals>,
    woken: UnixStream,
    sender: SyncSender<Vec<Input>>,
    decoder: Decoder,
    clock: Clock,
    /// The input has ended for now, though the terminal is there.
    silent_until: Option<Millis>,
    force_at: Option<Millis>,
}

/// What a look at the terminal found.
enum ReadOutcome {
    Bytes(usize),
    Nothing,
    /// No terminal any more.
    Gone,
}

impl Thread {
    fn run(mut self) {
        loop {
            let now = self.now();
            let deadline = [self.decoder.deadline(), self.silent_until, self.force_at]
                .into_iter()
                .flatten()
                .min();
            let ready = self.wait(deadline.map(|deadline| deadline.saturating_sub(now)));
            if self.signals.is_reading_over() {
                return;
            }
            let mut inputs = self.signals.raised();
            let is_gone = ready && matches!(self.read(), ReadOutcome::Gone);
            let now = self.now();
            self.decoder.expire(now);
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
                inputs.push(Input::System(SystemRequest::End));
            }
            self.watch_the_end(&inputs, now);
            if !inputs.is_empty() && self.sender.send(inputs).is_err() {
                return;
            }
            if is_gone {
                self.silent_until = None;
                self.wait_for_the_end();
                return;
            }
        }
    }

    fn now(&self) -> Millis {
        self.clock.now().up
    }

    /// Waits for bytes or a signal; true when there are bytes.
    fn wait(&mut self, at_most: Option<Millis>) -> bool {
        let now = self.now();
        let listens = self.silent_until.is_none_or(|until| until <= now);
        if listens {
            self.silent_until = None;
        }
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
        let timeout = at_most.map(timespec);
        let polled = poll(asked, timeout.as_ref());
        let is_ready = polled.is_ok()
            && asked
                .get(1)
                .is_some_and(|input| !input.revents().is_empty());
        let mut bytes = [0; 64];
        while matches!(self.woken.read(&mut bytes), Ok(1..)) {}
        is_ready
    }

    /// Takes what lies ready, and what follows close behind a large piece.
    fn read(&mut self) -> ReadOutcome {
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

    /// Once the program is asked to end it has so long for it.
    fn watch_the_end(&mut self, inputs: &[Input], now: Millis) {
        if inputs.contains(&Input::System(SystemRequest::End)) && self.force_at.is_none() {
            self.force_at = Some(now.saturating_add(END_BY_FORCE));
        }
        if self.force_at.is_some_and(|at| at <= now) {
            end_by_force();
        }
    }

    /// There is nothing to read any more; only the program's own end is waited for.
    fn wait_for_the_end(&mut self) {
        while let Some(at) = self.force_at {
            let left = at.saturating_sub(self.now());
            if left == Millis::ZERO {
                end_by_force();
            }
            let timeout = timespec(left);
            let _ = poll(
                &mut [PollFd::new(&self.woken, PollFlags::IN)],
                Some(&timeout),
            );
            if self.signals.is_reading_over() {
                return;
            }
            let mut bytes = [0; 64];
            while matches!(self.woken.read(&mut bytes), Ok(1..)) {}
        }
    }
}

/// As the system itself would have ended it.
fn end_by_force() {
    let _ = low_level::emulate_default_handler(SIGTERM);
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
