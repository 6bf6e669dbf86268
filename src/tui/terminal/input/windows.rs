//! Reading a Windows console: it tells whole events, so the reader of the terminal library serves, on a thread.
//!
//! Ctrl+C is a key there while the console is raw. Ctrl+Break is not, and comes as a signal of the C library like an end
//! that another program asks for. Whoever closes the window ends the program within the moment that the system gives:
//! every act is on disk before it is shown, what is being typed at most a second old, and the lock goes with the process.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TryRecvError, sync_channel};
use std::thread::JoinHandle;
use std::time::Duration;

use crossterm::event;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::{SigId, flag, low_level};

use super::{Input, SystemRequest};

/// So many pieces may wait; whoever types faster than that waits, too.
const PIECES: usize = 32;
/// So many are taken at once, so that an endless stream of keys does not keep the screen from being drawn.
const AT_ONCE: usize = 16;
/// How often the thread looks whether it is to end.
const LOOK_EVERY: Duration = Duration::from_millis(100);
/// Ctrl+Break, in the words of the C library of Windows.
const SIGBREAK: i32 = 21;

/// What the thread reads, until dropped.
#[derive(Debug)]
pub(in crate::tui::terminal) struct ConsoleInputs {
    pieces: Receiver<Vec<Input>>,
    /// The system asked the program to end, however much input still waits.
    asked_to_end: Arc<AtomicBool>,
    #[expect(dead_code, reason = "reads until it is dropped")]
    reader: ConsoleReader,
}

impl ConsoleInputs {
    pub(in crate::tui::terminal) fn read() -> io::Result<Self> {
        let (sender, pieces) = sync_channel(PIECES);
        let asked_to_end = Arc::new(AtomicBool::new(false));
        Ok(Self {
            pieces,
            reader: ConsoleReader::start(sender, &asked_to_end)?,
            asked_to_end,
        })
    }

    pub(in crate::tui::terminal) fn is_asked_to_end(&self) -> bool {
        self.asked_to_end.load(Ordering::SeqCst)
    }

    /// Everything that waits, in order; at most so long is waited for the first of it.
    pub(in crate::tui::terminal) fn wait(&mut self, at_most: Duration) -> Vec<Input> {
        let mut inputs = match self.pieces.recv_timeout(at_most) {
            Ok(piece) => piece,
            Err(RecvTimeoutError::Timeout) => return Vec::new(),
            // The thread that reads is gone: nobody can press a key any more.
            Err(RecvTimeoutError::Disconnected) => return vec![Input::System(SystemRequest::End)],
        };
        for _ in 0..AT_ONCE {
            match self.pieces.try_recv() {
                Ok(piece) => inputs.extend(piece),
                Err(TryRecvError::Empty | TryRecvError::Disconnected) => break,
            }
        }
        inputs
    }
}

/// The thread, and how to end it.
#[derive(Debug)]
struct ConsoleReader {
    stop: Arc<AtomicBool>,
    ids: Vec<SigId>,
    thread: Option<JoinHandle<()>>,
}

impl ConsoleReader {
    fn start(sender: SyncSender<Vec<Input>>, asked_to_end: &Arc<AtomicBool>) -> io::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        // A C library that knows one of them not leaves it to the system.
        let ids = [SIGINT, SIGTERM, SIGBREAK]
            .into_iter()
            .filter_map(|signal| flag::register(signal, Arc::clone(asked_to_end)).ok())
            .collect();
        let thread = ConsoleThread {
            stop: Arc::clone(&stop),
            asked_to_end: Arc::clone(asked_to_end),
            sender,
        };
        Ok(Self {
            stop,
            ids,
            thread: Some(std::thread::Builder::new().spawn(move || thread.run())?),
        })
    }
}

impl Drop for ConsoleReader {
    fn drop(&mut self) {
        for id in self.ids.drain(..) {
            low_level::unregister(id);
        }
        self.stop.store(true, Ordering::SeqCst);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

struct ConsoleThread {
    stop: Arc<AtomicBool>,
    asked_to_end: Arc<AtomicBool>,
    sender: SyncSender<Vec<Input>>,
}

impl ConsoleThread {
    fn run(&self) {
        while !self.stop.load(Ordering::SeqCst) {
            let mut inputs = read().unwrap_or_else(|_| vec![Input::System(SystemRequest::End)]);
            if self.asked_to_end.load(Ordering::SeqCst) {
                inputs.push(Input::System(SystemRequest::End));
            }
            let is_over = inputs.contains(&Input::System(SystemRequest::End));
            // Whoever draws and is late takes them later; one that ends reads no more and must not be waited for.
            if (!inputs.is_empty() && self.sender.send(inputs).is_err()) || is_over {
                return;
            }
        }
    }
}

/// What lies ready, in one piece.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads a console"
)]
fn read() -> io::Result<Vec<Input>> {
    let mut inputs = Vec::new();
    let mut wait = LOOK_EVERY;
    while inputs.len() < AT_ONCE * PIECES && event::poll(wait)? {
        inputs.push(Input::Event(event::read()?));
        wait = Duration::ZERO;
    }
    Ok(inputs)
}
