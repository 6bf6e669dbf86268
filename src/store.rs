//! What touches the disk and the clock: sessions, their journals and locks. It knows no terminal, and no rule of a
//! regulation.

/// The calendar and the accompanying laws that deadlines are counted on.
pub mod basis;
/// The dossier as a folder: assembled, put in its place, compared, checked.
pub mod bundle;
/// Where the days off come from: built into the program, or an office's own files.
pub mod calendars;
/// The only place that reads the time.
pub mod clock;
/// What went wrong with the files of a session, in words.
pub mod explain;
/// What a copy of a session on another computer knows of the desk.
pub mod far_desk;
/// A session as it is shown to a hall: found, followed, timed.
pub mod feed;
/// The devices that came in to register speakers.
pub mod hall_devices;
/// Where the pages of the hall are, and how a device comes in.
pub mod hall_sheet;
/// How stations ask the desk, and are answered.
pub mod inbox;
/// The durable record of a session.
pub mod journal;
/// What a program that was killed left lying.
mod leftovers;
/// What the program keeps for itself, read and written through one door.
pub mod own_files;
/// Files and folders that only the user may read.
pub mod private_fs;
/// Where profiles of regulations come from.
pub mod profiles;
/// Where sessions live on this computer.
pub mod sessions;
/// What an office sets once.
pub mod settings;
/// What a session's folder keeps of its being shared.
pub mod share_notes;
