//! `doithoai` runs a public dialogue between a local leader and citizens in the order the governing regulation
//! prescribes. The map of the house:

/// Working days, and counting them with the explanation.
pub mod calendar;
/// Files of data that people write by hand: reading them and telling what is wrong.
pub mod data_file;
/// What is due around a session, and how it was counted.
pub mod deadlines;
/// Points in time and lengths of time, as values.
pub mod moment;
/// What a regulation prescribes, as data.
pub mod regulation;
/// The dialogue itself, pure: plan, commands, events, decide, apply.
pub mod session;
/// Every sentence a person reads, in Vietnamese and English.
pub mod words;
