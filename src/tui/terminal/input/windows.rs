//! Reading a Windows console: it tells whole events, so the reader of the terminal library serves, on a thread.
//!
//! Ctrl+C is a key there while the console is raw. Ctrl+Break is not, and comes as a signal of the C library like an end
//! that another program asks for. Whoever closes the window ends the program within the moment that the system gives:
//! every act is on disk before it is shown, what is being typed at most a second old, and the lock goes with the process.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::SyncSender;
use std::thread::JoinHandle;
use std::time::Duration;

use crossterm::event;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::{SigId, flag, low_level};

use super::{Input, SystemRequest};

/// How often the thread looks whether it is to end.
const LOOK_EVERY: Duration = Duration::from_millis(100);
/// Ctrl+Break, in the words of the C library of Windows.
const SIGBREAK: i32 = 21;

/// The thread, and how to end it.
#[derive(Debug)]
pub(super) struct ConsoleReader {
    stop: Arc<AtomicBool>,
    ids: Vec<SigId>,
    thread: Option<JoinHandle<()>>,
}

impl ConsoleReader {
    pub(super) fn start(
        sender: SyncSender<Vec<Input>>,
        asked_to_end: &Arc<AtomicBool>,
    ) -> io::Result<Self> {
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
    while inputs.len() < super::AT_ONCE * super::PIECES && event::poll(wait)? {
        inputs.push(Input::Event(event::read()?));
        wait = Duration::ZERO;
    }
    Ok(inputs)
}
