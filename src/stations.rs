//! What devices on a network see of a session, and ask of it: processes of their own, which nothing of the desk waits for.
//!
//! It shows `domain/hall_view` and nothing else of a session, and changes nothing itself. It must not know a terminal, nor a
//! rule of a regulation. Built with the feature `hall`.

/// The hall's view as a page, and the registration of speakers behind a number.
pub mod hall;
mod priority;
