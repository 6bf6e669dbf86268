//! What the hall sees, and when: the pictures, what never is in one, and the real program on a terminal of its own.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a story whose preparation fails is a failing test"
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
