//! The office's screens: what is owed after the sessions, and entering what was done about it. They know what a session
//! promised and the ledger, and nothing of how a session is run.

pub mod follow_up;
pub mod words;
