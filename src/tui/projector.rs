//! What the hall sees. `view` takes from a session what is public and nothing else; `draw` puts it into cells as large
//! as they allow; `run` follows a journal in a terminal of its own.
//!
//! `ProjectorView` has no field for a phone, an address, a prepared answer, a note or a prompt: what is not in it cannot
//! be on the wall. This room knows nothing of the desk, of its keys or dialogs; only `run` knows files.

mod desk_clock;
mod draw;
mod feed;
mod public;
mod refresh;
mod run;
mod scene;
mod view;
pub mod words;

pub use draw::draw;
pub use refresh::lasts;
pub use run::{ProjectorError, run};
pub use scene::{
    AgendaView, BreakView, ClockView, ConclusionItem, ConclusionView, Count, EndedView,
    PresentStep, ProjectorView, SceneView, Section, StepState, StepView, Tone, TurnView, Upcoming,
};
pub use view::view;
pub use words::HallWords;
