//! Input on a thread of its own: bytes, signals and changes of size, handed over in the pieces they came in.
//!
//! Whatever is typed, pasted or broken off, whoever draws is never kept waiting. Nothing is decided here.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, sync_channel};
use std::time::Duration;

use crossterm::event::Event;

use super::decoder::Dropped;
#[cfg(unix)]
use unix::UnixReader as Reader;
#[cfg(windows)]
use windows::ConsoleReader as Reader;

/// So many pieces may wait; whoever types faster than that waits, too.
const PIECES: usize = 32;
/// So many are taken at once, so that an endless stream of keys does not keep the screen from being drawn.
const AT_ONCE: usize = 16;

/// Something that came from the terminal or the system.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    Event(Event),
    /// Something was begun and never became whole.
    Dropped(Dropped),
    System(SystemRequest),
}

/// What the system wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SystemRequest {
    /// The program is to end, or there is no terminal any more.
    End,
    /// The program is to stand still until it is continued.
    Suspend,
    /// The program was continued; the terminal may have been somebody else's.
    Continue,
}

/// The thread that reads, until dropped.
#[derive(Debug)]
pub(super) struct Inputs {
    pieces: Receiver<Vec<Input>>,
    /// The system asked the program to end, however much input still waits.
    asked_to_end: Arc<AtomicBool>,
    // Ends the thread when dropped.
    #[cfg_attr(windows, expect(dead_code, reason = "no console puts a program aside"))]
    reader: Reader,
}

impl Inputs {
    pub(super) fn read() -> std::io::Result<Self> {
        let (sender, pieces) = sync_channel(PIECES);
        let asked_to_end = Arc::new(AtomicBool::new(false));
        Ok(Self {
            pieces,
            reader: Reader::start(sender, &asked_to_end)?,
            asked_to_end,
        })
    }

    pub(super) fn is_asked_to_end(&self) -> bool {
        self.asked_to_end.load(Ordering::SeqCst)
    }

    /// Whether the program was continued after it was last asked to stand still.
    #[cfg(unix)]
    pub(super) fn is_continued(&self) -> bool {
        self.reader.is_continued()
    }

    /// Everything that waits, in order; at most so long is waited for the first of it.
    pub(super) fn wait(&self, at_most: Duration) -> Vec<Input> {
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
