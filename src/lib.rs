//! `doithoai` runs a public dialogue between a local leader and citizens in the order the governing regulation
//! prescribes. Six wings, and arrows only down this list:

/// The command line: reads arguments, calls down, prints; knows no rule.
pub mod cli;
/// Bytes in, bytes out: minutes, notice, letters, workbooks; the plan read from what an office wrote.
pub mod documents;
/// The dialogue, the regulations and days, as pure values and functions.
pub mod domain;
/// What devices on a network see of a session, and ask of it.
#[cfg(any(feature = "hall", feature = "nats"))]
pub mod stations;
/// What touches the disk and the clock.
pub mod store;
/// The terminal: the desk of the aide, the screen of the hall, and what they are drawn with.
pub mod tui;
