//! What comes from the terminal and the system: keys, texts, signals and changes of size, in the pieces they came in.
//!
//! Whatever is typed, pasted or broken off, whoever draws is never kept waiting. Nothing is decided here.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

use crossterm::event::Event;

use super::decoder::Dropped;
#[cfg(unix)]
pub(super) use unix::{UnixInputs as Inputs, never_block};
#[cfg(windows)]
pub(super) use windows::ConsoleInputs as Inputs;

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
