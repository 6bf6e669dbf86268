//! What touches the disk and the clock: sessions, their journals and locks, and the files of regulations and calendars. It
//! knows no terminal.

/// The calendar and the accompanying laws that deadlines are counted on.
pub mod basis;
/// The years of the calendar, from the program and the user's folder.
pub mod calendars;
/// The only place that reads the time.
pub mod clock;
/// The durable record of a session.
pub mod journal;
/// Files and folders that only the user may read.
pub mod private_fs;
/// The profiles of regulations and laws, from the program and the user's folder.
pub mod profiles;
/// Where sessions live on this computer.
pub mod sessions;
