//! `doithoai` runs a public dialogue between a local leader and citizens in the order the governing regulation
//! prescribes. The map of the house:

/// Working days, and counting them with the explanation.
pub mod calendar;
/// The only place that reads the time.
pub mod clock;
/// Files of data that people write by hand: reading them and telling what is wrong.
pub mod data_file;
/// What is due around a session, and how it was counted.
pub mod deadlines;
/// Everything that is written out of a record: minutes, workbook, notices, the dossier.
pub mod dossier;
/// The durable record of a session.
pub mod journal;
/// Where sessions live on this computer.
pub mod library;
/// Points in time and lengths of time, as values.
pub mod moment;
/// The finished session as plain data: the published record.
pub mod record;
/// What a regulation prescribes, as data.
pub mod regulation;
/// The dialogue itself, pure: plan, commands, events, decide, apply.
pub mod session;
/// Vietnamese text: one spelling of every letter, search without diacritics, the order of names, columns.
pub mod text;
/// Telex and VNI, for machines whose own input method fails in a terminal.
pub mod typing;
/// Every sentence a person reads, in Vietnamese and English.
pub mod words;
