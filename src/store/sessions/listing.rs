//! The list of sessions, for the first screen and the command line: from small files beside each journal, so that no journal
//! is read to show it. The files are a courtesy; without them the journal is read, and where it cannot be, the folder's name
//! stands alone.

use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::{SessionStore, id_of, redirect};
use crate::domain::regulation::{ClassKind, Text};
use crate::domain::session::Session;
use crate::domain::session::item::Class;
use crate::domain::session::queue::Standing as PersonStanding;
use crate::store::journal;
use crate::store::{own_files, private_fs};

pub(super) const STANDING_NAME: &str = "standing.ron";
/// What can be looked for in a session: names, villages, what was raised.
pub(super) const WORDS_NAME: &str = "standing.words";
/// That the office put the session away.
const ARCHIVED_NAME: &str = "archived";
/// What the id of a rehearsal begins with.
pub(super) const REHEARSAL: &str = "rehearsal-";

/// How far a session has come, in a few words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Standing")]
pub struct SessionSummary {
    pub title: String,
    pub held: NaiveDateTime,
    pub regulation: Text,
    pub fictional: bool,
    /// The present step; `None` before the session began.
    pub step: Option<Text>,
    pub closed: bool,
    /// Where it is held, who presides, and in whose name; empty in what earlier versions wrote, like all that follows.
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub chair: String,
    #[serde(default)]
    pub body: String,
    /// The number of the present step, and how many there are.
    #[serde(default)]
    pub at: Option<(usize, usize)>,
    /// How many have spoken, of how many.
    #[serde(default)]
    pub heard: Option<(usize, usize)>,
    /// Items of each class, and those without one.
    #[serde(default)]
    pub items: Option<[usize; 4]>,
}

impl SessionSummary {
    #[must_use]
    pub fn of(session: &Session) -> Self {
        let plan = session.plan();
        let state = session.state();
        let steps: Vec<_> = session
            .regulation()
            .steps
            .iter()
            .filter(|step| session.has_occasion(step) || state.agenda.was_held(&step.id))
            .collect();
        let present = state.agenda.present();
        let place = steps.iter().position(|step| Some(&step.id) == present);
        let people = state.queue.people();
        let spoke = people
            .iter()
            .filter(|person| person.standing == PersonStanding::Spoke)
            .count();
        let of_class = |kind: Option<ClassKind>| {
            let classes = state.items.iter().map(|item| item.class.as_ref());
            classes
                .filter(|class| class.map(Class::kind) == kind)
                .count()
        };
        let [now, later, upward] = ClassKind::ALL.map(|kind| of_class(Some(kind)));
        Self {
            title: plan.title.clone(),
            held: plan.held,
            regulation: session.regulation().short.clone(),
            fictional: plan.fictional,
            step: session.present_step().map(|step| step.title.clone()),
            closed: state.closed.is_some(),
            place: plan.place.clone(),
            chair: session.chair().called(),
            body: plan.body.clone(),
            at: place.map(|place| (place + 1, steps.len())),
            heard: Some((spoke, people.len())),
            items: Some([now, later, upward, of_class(None)]),
        }
    }

    /// Whether the list would put a session elsewhere than before; the figures are written when it is left.
    pub(super) fn is_elsewhere_than(&self, before: &Self) -> bool {
        (&self.step, self.closed, &self.title, self.held)
            != (&before.step, before.closed, &before.title, before.held)
    }

    pub(super) fn write(&self, folder: &Path) {
        // A courtesy to the home screen: if the disk refuses, the journal has said so already.
        if let Ok(text) = own_files::text_of(self) {
            let _ = private_fs::write(&folder.join(STANDING_NAME), text.as_bytes());
        }
    }

    /// By the journal itself, where nothing lies beside it: a folder that came from elsewhere. What is over changes no more
    /// and is written down for the next time.
    fn of_journal(folder: &Path) -> Option<Self> {
        let reading = journal::read(&folder.join(journal::FILE_NAME)).ok()?;
        let session = super::session_of(&reading).ok()?;
        let summary = Self::of(&session);
        if summary.closed {
            summary.write(folder);
            write_words(&session, folder);
        }
        Some(summary)
    }

    fn read(folder: &Path) -> Option<Self> {
        own_files::read(&folder.join(STANDING_NAME))
    }
}

/// Writes down what can be looked for in a session; a courtesy like its standing.
pub(super) fn write_words(session: &Session, folder: &Path) {
    let people = session.state().queue.people().iter().flat_map(|person| {
        let registration = &person.registration;
        let subjects = registration.subjects.iter().map(|subject| &subject.text);
        [&registration.name, &registration.village]
            .into_iter()
            .chain(subjects)
    });
    let items = session.state().items.iter().map(|item| &item.text);
    let agencies = session.state().agencies.iter().map(|agency| &agency.name);
    let mut words: Vec<&str> = people
        .chain(items)
        .chain(agencies)
        .map(String::as_str)
        .collect();
    words.sort_unstable();
    words.dedup();
    let _ = private_fs::write(&folder.join(WORDS_NAME), words.join("\n").as_bytes());
}

/// What can be looked for in the session of this folder; empty where nothing was written down.
#[must_use]
pub fn words_of(folder: &Path) -> String {
    private_fs::read_text(&folder.join(WORDS_NAME)).unwrap_or_default()
}

/// A session in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedSession {
    pub folder: PathBuf,
    pub id: String,
    /// `None` where it cannot be read.
    pub standing: Option<SessionSummary>,
    pub is_rehearsal: bool,
    pub is_archived: bool,
    /// When the journal was last written.
    pub touched: SystemTime,
}

/// All sessions, also those put away, the latest touched first.
#[must_use]
pub fn list(store: &SessionStore) -> Vec<ListedSession> {
    let mut sessions: Vec<ListedSession> = std::fs::read_dir(store.folder())
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| listed(store, &entry.path()))
        .collect();
    for gone_to in redirect::kept_in(&store.redirects) {
        // Its own folder may be on a disk that is not there, and so may be the one that was left.
        let id = id_of(&gone_to);
        match listed(store, &gone_to) {
            Some(found) => sessions.push(found),
            None if sessions.iter().all(|session| session.id != id) => {
                sessions.push(ListedSession {
                    standing: None,
                    is_rehearsal: id.starts_with(REHEARSAL),
                    is_archived: false,
                    touched: SystemTime::UNIX_EPOCH,
                    id,
                    folder: gone_to,
                });
            }
            None => {}
        }
    }
    sessions.sort_by(|left, right| (right.touched, &right.id).cmp(&(left.touched, &left.id)));
    sessions.dedup_by(|one, other| one.folder == other.folder);
    sessions
}

fn listed(store: &SessionStore, folder: &Path) -> Option<ListedSession> {
    if super::is_hidden(folder) {
        return None;
    }
    // One that went on elsewhere is listed where it is; while that is not there, where it was left.
    let folder = store
        .moved_from(folder)
        .unwrap_or_else(|| folder.to_owned());
    let journal = std::fs::metadata(folder.join(journal::FILE_NAME)).ok()?;
    let id = id_of(&folder);
    Some(ListedSession {
        standing: SessionSummary::read(&folder).or_else(|| SessionSummary::of_journal(&folder)),
        is_rehearsal: id.starts_with(REHEARSAL),
        is_archived: folder.join(ARCHIVED_NAME).exists(),
        touched: journal.modified().ok()?,
        id,
        folder,
    })
}

/// A session that was not put away, taken back or deleted, and where it lies.
#[derive(Debug, thiserror::Error)]
#[error("the session {} stays where it is", .path.display())]
pub struct ArchiveFailed {
    pub path: PathBuf,
    #[source]
    pub cause: ArchiveError,
}

/// Why a session was not put away, taken back or deleted.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// Only what is finished is put away.
    #[error("the session is not closed")]
    NotClosed,
    #[error("the session is put away already")]
    Already,
    #[error("the session is not put away")]
    NotArchived,
    /// Only a rehearsal is ever deleted.
    #[error("the session is no rehearsal")]
    NoRehearsal,
    /// A desk has it open.
    #[error("the session is open on a desk")]
    InUse,
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Takes a finished session out of the lists. Nothing is moved or changed; it is found by its id as before.
///
/// # Errors
/// When it is not closed, or put away already, or the folder cannot be written.
pub fn archive(folder: &Path) -> Result<(), ArchiveError> {
    let closed = SessionSummary::read(folder).is_some_and(|standing| standing.closed);
    if !closed && !is_closed_by_journal(folder)? {
        return Err(ArchiveError::NotClosed);
    }
    if folder.join(ARCHIVED_NAME).exists() {
        return Err(ArchiveError::Already);
    }
    private_fs::write(&folder.join(ARCHIVED_NAME), b"")?;
    Ok(())
}

/// Brings a session back into the lists.
///
/// # Errors
/// When it was not put away, or the folder cannot be written.
pub fn restore(folder: &Path) -> Result<(), ArchiveError> {
    match std::fs::remove_file(folder.join(ARCHIVED_NAME)) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(ArchiveError::NotArchived),
        Err(error) => Err(error.into()),
    }
}

/// The journal has the last word where nothing readable stands beside it.
fn is_closed_by_journal(folder: &Path) -> io::Result<bool> {
    let reading = journal::read(&folder.join(journal::FILE_NAME))?;
    Ok(super::session_of(&reading).is_ok_and(|session| session.state().closed.is_some()))
}

/// Deletes a rehearsal with everything in its folder. It leaves the list at once, and the disk after it.
///
/// # Errors
/// When it is no rehearsal among these sessions, or a desk has it open.
pub fn delete_rehearsal(
    store: &SessionStore,
    folder: &Path,
    now: crate::domain::time::Wall,
) -> Result<(), ArchiveError> {
    let id = id_of(folder);
    let is_ours = folder.parent() == Some(store.folder());
    let is_link = std::fs::symlink_metadata(folder)?.is_symlink();
    let is_made_up = SessionSummary::read(folder).is_none_or(|standing| standing.fictional);
    if !id.starts_with(REHEARSAL) || !is_ours || is_link || !is_made_up {
        return Err(ArchiveError::NoRehearsal);
    }
    match journal::DeskLock::take(folder, now) {
        Ok(lock) => drop(lock),
        Err(journal::LockError::Held(_) | journal::LockError::Unclear(_)) => {
            return Err(ArchiveError::InUse);
        }
        Err(journal::LockError::Io(error)) => return Err(error.into()),
    }
    let gone = store.folder().join(format!(".gone-{id}"));
    // What was left of an earlier one that could not be deleted whole.
    let _ = std::fs::remove_dir_all(&gone);
    private_fs::rename(folder, &gone)?;
    std::fs::remove_dir_all(&gone)?;
    Ok(())
}
