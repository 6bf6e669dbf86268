//! What devices on a network see of a session, and ask of it: processes of their own, which nothing of the desk waits for.
//!
//! It shows `domain/hall_view`, carries lines and requests, and changes nothing itself. It must not know a terminal, nor a rule
//! of a regulation. Built with the features `hall` and `nats`.

mod ending;
/// The hall's view as a page, and the registration of speakers behind a number.
#[cfg(feature = "hall")]
pub mod hall;
mod listen;
mod priority;
/// A session on several machines, over an engine.
#[cfg(feature = "nats")]
pub mod share;
