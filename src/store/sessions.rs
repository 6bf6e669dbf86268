//! Where sessions live on this computer: one folder each, under one data folder.
//!
//! It knows names and folders, and how a session is opened from its journal; it knows nothing of screens.

mod error;
pub mod follow_up;
mod hall_window;
mod keep_writing;
mod leftovers;
mod listing;
mod open_session;
mod redirect;
mod sign_of_life;
mod typed_path;

use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

pub use error::{Damaged, OpenError, OpenFailed, PerformError, RequestError};
pub use hall_window::tell_hall_window;
pub use listing::{
    ArchiveError, ArchiveFailed, ListedSession, SessionSummary, archive, delete_rehearsal, list,
    restore, words_of,
};
pub use open_session::{OpenSession, session_of};
pub use redirect::{Astray, MovedAway};
pub(crate) use sign_of_life::last_sign_of_life;
pub use typed_path::{UnclearPath, typed_path, unclear_path};

use redirect::RedirectFolders;

use crate::domain::regulation::Regulation;
use crate::domain::session::Session;
use crate::domain::session::event::{JournalEntry, Seq};
use crate::domain::session::plan::Plan;
use crate::store::clock::Clock;
use crate::store::journal::{self, Journal};
use crate::store::private_fs;

/// The folder of all sessions on this computer.
#[derive(Debug, Clone)]
pub struct SessionStore {
    sessions: PathBuf,
    /// Where it is told of those that went on elsewhere and could not leave word in their own folder.
    redirects: RedirectFolders,
}

/// What a session is for; it shows in its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Held,
    Rehearsal,
}

/// A name that no session has, or that fits several.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FindError {
    #[error("no session is named {0}")]
    Unknown(String),
    #[error("several sessions begin with {0}")]
    Ambiguous(String, Vec<String>),
    /// What lies there is no session.
    #[error("{} is no session", .0.display())]
    NotASession(PathBuf),
    /// It went on in a folder that is not there.
    #[error("the session {0} went on elsewhere")]
    Away(String, MovedAway),
}

/// Every name for a session of this day is taken; the cause inside an [`io::Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a thousand sessions on one day")]
pub struct TooManySessions;

impl SessionStore {
    /// The sessions under this data folder.
    #[must_use]
    pub fn at(data: &Path) -> Self {
        let sessions = data.join("sessions");
        Self {
            redirects: RedirectFolders::among(&sessions),
            sessions,
        }
    }

    /// The same, on a computer with this folder of settings: beside them it is told where a session went when nothing can be
    /// written among the sessions.
    #[must_use]
    pub fn with_settings_in(mut self, settings: &Path) -> Self {
        self.redirects = self.redirects.and_beside(settings);
        self
    }

    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.sessions
    }

    /// Lays down a new session and returns its folder. The folder appears whole or not at all.
    ///
    /// # Errors
    /// When the data folder cannot be written.
    pub fn create(
        &self,
        plan: Plan,
        regulation: Regulation,
        purpose: Purpose,
        clock: &Clock,
    ) -> io::Result<PathBuf> {
        private_fs::folder(&self.sessions)?;
        leftovers::sweep_sessions(&self.sessions, clock.now().wall);
        let day = match purpose {
            Purpose::Held => plan.held.date(),
            Purpose::Rehearsal => clock.now().wall.date_naive(),
        };
        let building = private_fs::passing_folder(".new-", &self.sessions)?;
        let first = JournalEntry::new(Seq(1), clock.now(), Session::opening(plan, regulation));
        let created = Journal::create(&building.path().join(journal::FILE_NAME), [&first])?;
        journal::keep_opening(building.path(), created.bytes());
        drop(created);
        if let Ok(session) = Session::open(first) {
            SessionSummary::of(&session).write(building.path());
            listing::write_words(&session, building.path());
        }
        self.give_name(building, day, purpose)
    }

    /// The folder of the session with this name: its id, the beginning of one, or a path. A session that went on elsewhere
    /// is found where it is now.
    ///
    /// # Errors
    /// When there is none, or more than one, or when it is not there now.
    pub fn find(&self, name: &str) -> Result<PathBuf, FindError> {
        let folder = self.find_where_it_was(name)?;
        redirect::follow(&folder, &self.redirects)
            .map_err(|away| FindError::Away(id_of(&folder), away))
    }

    fn find_where_it_was(&self, name: &str) -> Result<PathBuf, FindError> {
        let by_path = Path::new(name);
        let by_id = self.sessions.join(name);
        let was_here =
            |folder: &Path| is_session(folder) || redirect::read(folder, &self.redirects).is_some();
        if !name.is_empty() && was_here(&by_id) {
            return Ok(by_id);
        }
        if was_here(by_path) {
            return Ok(by_path.to_owned());
        }
        let mut fitting: Vec<PathBuf> = std::fs::read_dir(&self.sessions)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| id_of(path).starts_with(name) && is_session(path) && !is_hidden(path))
            .collect();
        fitting.sort();
        match fitting.as_slice() {
            [] => Err(FindError::Unknown(name.to_owned())),
            [one] => Ok(one.clone()),
            several => Err(FindError::Ambiguous(
                name.to_owned(),
                several.iter().map(|path| id_of(path)).collect(),
            )),
        }
    }

    /// The folders of all sessions on this computer, in no order.
    #[must_use]
    pub fn session_folders(&self) -> Vec<PathBuf> {
        std::fs::read_dir(&self.sessions)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| !is_hidden(path) && is_session(path))
            .collect()
    }

    /// Where a desk that could not go on in this folder went on with its session, when that is there.
    #[must_use]
    pub fn moved_from(&self, folder: &Path) -> Option<PathBuf> {
        redirect::follow(folder, &self.redirects)
            .ok()
            .filter(|now| now != folder)
    }

    /// Names a folder that was built: the day, and a number counted up to the first that is free.
    fn give_name(
        &self,
        building: tempfile::TempDir,
        day: NaiveDate,
        purpose: Purpose,
    ) -> io::Result<PathBuf> {
        let prefix = match purpose {
            Purpose::Held => "",
            Purpose::Rehearsal => listing::REHEARSAL,
        };
        for number in 1..1000 {
            let folder = self.sessions.join(format!("{prefix}{day}-{number:02}"));
            // The name of one that went on elsewhere still leads there.
            if folder.exists() || redirect::read(&folder, &self.redirects).is_some() {
                continue;
            }
            match private_fs::rename(building.path(), &folder) {
                Ok(()) => {
                    // It has its name; there is nothing left to clean up.
                    let _ = building.keep();
                    private_fs::sync_folder_of(&folder)?;
                    return Ok(folder);
                }
                // Another process took the name between the look and the move.
                Err(_) if folder.exists() => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::Error::other(TooManySessions))
    }
}

fn is_session(folder: &Path) -> bool {
    folder.join(journal::FILE_NAME).is_file()
}

/// A session that was being laid down when the power was cut keeps the name it was built under.
fn is_hidden(folder: &Path) -> bool {
    id_of(folder).starts_with('.')
}

/// The name of a session: that of its folder.
#[must_use]
pub fn id_of(folder: &Path) -> String {
    folder
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
