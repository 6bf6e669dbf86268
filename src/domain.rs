//! What a dialogue is and what the regulations say of it: pure values and pure functions. It never sees a file, a terminal,
//! a clock or a process, names messages and never chooses a language.

/// Working days, and counting them with the explanation.
pub mod calendar;
/// What is due around a session, and how it was counted.
pub mod deadlines;
/// What was promised in a session, and what became of it.
pub mod follow_up;
/// How times, dates and durations are written.
pub mod format;
/// What the hall sees, as plain data.
pub mod hall_view;
/// Every sentence a person reads, in Vietnamese and English.
pub mod i18n;
/// What the computer says of a failure, in the user's language.
pub mod io_messages;
/// The finished session as plain data: the published record.
pub mod record;
/// What a regulation prescribes, as data.
pub mod regulation;
/// What stations beside the desk ask of a session, and what they are answered.
pub mod request;
/// The dialogue itself, pure: plan, commands, events, decide, apply.
pub mod session;
/// Where and how a file of data is wrong, as data.
pub mod source_text;
/// Vietnamese text: one spelling of every letter, search without diacritics, the order of names, columns.
pub mod text;
/// Points in time and lengths of time, as values.
pub mod time;
