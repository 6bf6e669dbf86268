//! Reading a Windows console: it tells whole events, so the reader of the terminal library serves, on a thread.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::SyncSender;
use std::thread::JoinHandle;
use std::time::Duration;

use ratatui::crossterm::event;

use super::{Input, SystemRequest};

/// How often the thread looks whether it is to end.
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// The thread, and how to end it.
#[derive(Debug)]
pub(super) struct ConsoleReader {
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl ConsoleReader {
    pub(super) fn start(sender: SyncSender<Vec<Input>>, _: &Arc<AtomicBool>) -> io::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let is_over = Arc::clone(&stop);
        let thread = std::thread::Builder::new().spawn(move || {
            while !is_over.load(Ordering::SeqCst) {
                let inputs = match read() {
                    Ok(inputs) => inputs,
                    Err(_) => vec![Input::System(SystemRequest::End)],
                };
                let is_gone = inputs.contains(&Input::System(SystemRequest::End));
                if (!inputs.is_empty() && sender.send(inputs).is_err()) || is_gone {
                    return;
                }
            }
        })?;
        Ok(Self {
            stop,
            thread: Some(thread),
        })
    }
}

impl Drop for ConsoleReader {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
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
    while event::poll(wait)? {
        inputs.push(Input::Event(event::read()?));
        wait = Duration::ZERO;
    }
    Ok(inputs)
}
