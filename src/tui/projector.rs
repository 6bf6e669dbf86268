//! The hall's screen: `layout` finds a place for everything the hall sees, `draw` puts it into cells, `run` shows it on a
//! terminal of its own, with what `beside` follows of a journal or `far` receives.
//!
//! What is seen is decided by `domain::hall_view`. This module knows nothing of the desk, of its keys or dialogs; only
//! `beside` knows files.

mod beside;
mod draw;
mod far;
mod layout;
mod run;

pub use beside::show;
pub use draw::{draw, draw_in};
pub use far::show_received;
pub use layout::{FittedLine, HallFace, Lettering, Part, Picture, Role, first_items, layout};
pub use run::ProjectorError;
