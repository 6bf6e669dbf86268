//! What the stories of several wings share: each module is one thing, and every test crate uses some of them.

pub mod closed_sessions;
pub mod days;
pub mod ledger_office;
pub mod made_up;
pub mod stage;
pub mod typing_bursts;
