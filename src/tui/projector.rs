//! The hall's screen: `layout` finds a place for everything the hall sees, `draw` puts it into cells, `run` follows a
//! journal in a terminal of its own.
//!
//! What is seen is decided by `domain::hall_view`. This module knows nothing of the desk, of its keys or dialogs; only
//! `run` knows files.

mod draw;
mod far;
mod layout;
mod run;

pub use draw::{draw, draw_in};
pub use far::show_told;
pub use layout::{FittedLine, HallFace, Lettering, Part, Picture, Role, first_items, layout};
pub use run::{ProjectorError, show};
