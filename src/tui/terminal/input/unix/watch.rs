//! A thread that watches over the end: it sleeps until a signal comes or the terminal goes, and ends a program by force
//! that was asked to end and hangs. It reads no input and decides nothing else.

use std::io::{self, Read as _, Write as _};
use std::os::fd::AsFd as _;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::thread::JoinHandle;

use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::SigId;
use signal_hook::consts::SIGTERM;
use signal_hook::low_level;

use super::signals::Signals;
use super::timespec;
use crate::domain::time::Millis;
use crate::store::clock::Clock;

/// Who was asked to end and does not, hangs in something that is not coming back; every act is on disk.
const END_BY_FORCE: Millis = Millis(10_000);

/// The thread, and how to end it.
#[derive(Debug)]
pub(super) struct Watch {
    signals: Arc<Signals>,
    wake: UnixStream,
    ids: Vec<SigId>,
    thread: Option<JoinHandle<()>>,
}

impl Watch {
    /// Listens to the signals from now on; each that asks for something wakes the thread and whoever reads the terminal.
    pub(super) fn start(signals: &Arc<Signals>, wake_reader: UnixStream) -> io::Result<Self> {
        let (wake, woken) = UnixStream::pair()?;
        woken.set_nonblocking(true)?;
        let ids = signals.listen(&[&wake_reader, &wake])?;
        let thread = WatchThread {
            signals: Arc::clone(signals),
            woken,
            wake_reader,
            clock: Clock::system(),
            is_gone: false,
            force_at: None,
        };
        Ok(Self {
            signals: Arc::clone(signals),
            wake,
            ids,
            thread: Some(std::thread::Builder::new().spawn(|| thread.run())?),
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        for id in self.ids.drain(..) {
            low_level::unregister(id);
        }
        self.signals.stop_reading();
        let _ = self.wake.write_all(b"x");
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

struct WatchThread {
    signals: Arc<Signals>,
    woken: UnixStream,
    wake_reader: UnixStream,
    clock: Clock,
    /// The terminal is gone.
    is_gone: bool,
    force_at: Option<Millis>,
}

impl WatchThread {
    fn run(mut self) {
        #[cfg(target_os = "linux")]
        let ids = self.signals.listen_to_real_time().unwrap_or_default();
        self.watch();
        #[cfg(target_os = "linux")]
        for id in ids {
            low_level::unregister(id);
        }
    }

    fn watch(&mut self) {
        loop {
            self.sleep();
            if self.signals.is_reading_over() {
                return;
            }
            if self.signals.stood_back() {
                // It asks for a standstill now, which nothing else tells the reader.
                let _ = self.wake_reader.write_all(b"x");
            }
            let now = self.clock.now().up;
            if (self.is_gone || self.signals.is_asked_to_end()) && self.force_at.is_none() {
                self.force_at = Some(now.saturating_add(END_BY_FORCE));
            }
            if self.force_at.is_some_and(|at| at <= now) {
                // As the system itself would have ended it.
                let _ = low_level::emulate_default_handler(SIGTERM);
            }
        }
    }

    /// Until a signal comes, the terminal goes, or the time for an end is over.
    fn sleep(&mut self) {
        let left = self
            .force_at
            .map(|at| timespec(at.saturating_sub(self.clock.now().up)));
        let stdin = io::stdin();
        // That it is gone is told to whoever asks for nothing else.
        let mut both = [
            PollFd::new(&self.woken, PollFlags::IN),
            PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::empty()),
        ];
        let asked = if self.is_gone {
            &mut both[..1]
        } else {
            &mut both[..]
        };
        let polled = poll(asked, left.as_ref());
        if polled.is_ok()
            && asked
                .get(1)
                .is_some_and(|terminal| !terminal.revents().is_empty())
        {
            self.is_gone = true;
        }
        let mut bytes = [0; 64];
        while matches!((&self.woken).read(&mut bytes), Ok(1..)) {}
    }
}
