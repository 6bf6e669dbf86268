//! `doithoai` runs a public dialogue between a local leader and citizens in the order the governing regulation
//! prescribes. The map of the house:

/// Working days, and counting them with the explanation.
pub mod calendar;
/// What the computer says of a failure, in the user's language.
pub mod causes;
/// The command line.
pub mod cli;
/// The only place that reads the time.
pub mod clock;
/// Files of data that people write by hand: reading them and telling what is wrong.
pub mod data_file;
/// What is due around a session, and how it was counted.
pub mod deadlines;
/// The aide's terminal: keys, dialogs, and one file per region of the screen.
pub mod desk;
/// Everything that is written out of a record: minutes, workbook, notices, the dossier.
pub mod dossier;
/// Errors at the edge: what was tried, on what, why, what to do.
pub mod error;
/// How times, dates and durations are written.
pub mod figures;
/// What the hall sees, as plain data.
pub mod hall_view;
/// The plan of a session, read from what the office prepared and checked.
pub mod intake;
/// The durable record of a session.
pub mod journal;
/// Where sessions live on this computer.
pub mod library;
/// Points in time and lengths of time, as values.
pub mod moment;
/// Files and folders that only the user may read.
pub mod private;
/// The hall's screen: where everything stands, and its drawing.
pub mod projector;
/// The finished session as plain data: the published record.
pub mod record;
/// What a regulation prescribes, as data.
pub mod regulation;
/// The dialogue itself, pure: plan, commands, events, decide, apply.
pub mod session;
/// Taking the terminal and giving it back clean, whatever happens.
pub mod terminal;
/// Vietnamese text: one spelling of every letter, search without diacritics, the order of names, columns.
pub mod text;
/// Colours by meaning.
pub mod theme;
/// Telex and VNI, for machines whose own input method fails in a terminal.
pub mod typing;
/// What is drawn from cells and nothing else: large letters and digits.
pub mod widgets;
/// Every sentence a person reads, in Vietnamese and English.
pub mod words;
