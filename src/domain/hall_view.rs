//! What the hall sees, as plain data that a terminal and a page draw alike. `view` takes from a session what is public
//! and nothing else.
//!
//! `ProjectorView` has no field for a phone, an address, a prepared answer, a note or a prompt: what is not in it cannot
//! be shown. This module must not know sizes, letters, colours or terminals; the words it fills come in as values.

mod counted;
mod public;
mod refresh;
mod scene;
mod view;
pub mod words;

pub use refresh::refresh_after;
pub use scene::{
    AgendaLine, AgendaView, BreakView, ClockCounting, ClockView, ConclusionItem, ConclusionView,
    Count, EndedView, PresentStep, ProjectorView, SceneView, Section, StepState, StepView,
    TurnView, Upcoming, Urgency,
};
pub use view::view;
pub use words::HallWords;
