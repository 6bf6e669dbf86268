//! What the hall sees, and when: the pictures, what never is in one, and the real program on a terminal of its own.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "whatever else it is, the story fails"
)]

mod mirrored;
mod pictures;
mod privacy;
mod scenes;
mod stage;
mod stories;
#[cfg(unix)]
mod terminal;
#[cfg(unix)]
mod wall;
