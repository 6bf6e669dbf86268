//! The follow-up of sessions on disk: the ledger beside each journal, the files attached to it, and a small index of what
//! every session promised, so that a list of what is owed reads no journal.

mod attachments;
mod branches;
mod dossiers;
mod index;
mod ledger_file;
mod place;

pub use attachments::{ATTACHMENTS, attach, check as check_attachment};
pub use branches::{LedgerRelation, relation};
pub use dossiers::{find_dossiers, first_line, ledger_files, other_branch, relation_of};
pub use index::{
    INDEX, IndexError, IndexedSession, promises_at, promises_of, session_with_journal,
};
pub use ledger_file::{
    EnterError, FILE_NAME, LedgerError, LedgerFile, read_ledger, read_ledger_of,
};
pub use place::{ledger_folder, remember_place};

use std::path::{Path, PathBuf};

use super::SessionStore;
use crate::domain::follow_up::{JournalAnchor, Ledger, SessionPromises};
use crate::store::journal::JournalReading;

/// A session with what it promised and what became of it.
#[derive(Debug, Clone)]
pub struct FollowedSession {
    /// Its name on this computer.
    pub id: String,
    pub folder: PathBuf,
    pub promises: SessionPromises,
    /// How its journal stands.
    pub anchor: JournalAnchor,
    /// The folder of its ledger; mostly the same.
    pub ledger_folder: PathBuf,
    pub ledger: Ledger,
    /// The ledger cannot be read to its end.
    pub trouble: Option<LedgerError>,
}

/// A session that cannot be followed up, and why.
#[derive(Debug)]
pub struct UnreadableSession {
    pub id: String,
    pub folder: PathBuf,
    pub cause: IndexError,
}

/// Every closed session of this computer, the latest first. Rehearsals promise nothing.
#[must_use]
pub fn followed(store: &SessionStore) -> (Vec<FollowedSession>, Vec<UnreadableSession>) {
    let (mut sessions, unreadable) = every_session(store);
    sessions.retain(|session| session.promises.closed);
    (sessions, unreadable)
}

/// Every session of this computer, also those that are not over, the latest first. Rehearsals are none.
#[must_use]
pub fn every_session(store: &SessionStore) -> (Vec<FollowedSession>, Vec<UnreadableSession>) {
    let (mut followed, mut unreadable) = (Vec::new(), Vec::new());
    for folder in store.session_folders() {
        let id = super::id_of(&folder);
        if id.starts_with("rehearsal-") {
            continue;
        }
        let place = store.moved_from(&folder).unwrap_or(folder);
        match promises_of(&place) {
            Ok(indexed) => followed.push(with_ledger(store, id, place, indexed)),
            Err(cause) => unreadable.push(UnreadableSession {
                id,
                folder: place,
                cause,
            }),
        }
    }
    followed.sort_by(|left, right| {
        (right.promises.held, &right.id).cmp(&(left.promises.held, &left.id))
    });
    (followed, unreadable)
}

/// One session with its ledger, whichever folder that is in.
#[must_use]
pub fn with_ledger(
    store: &SessionStore,
    id: String,
    folder: PathBuf,
    indexed: IndexedSession,
) -> FollowedSession {
    let ledger_folder = ledger_folder(store, &folder);
    let (ledger, trouble) = match read_ledger(&ledger_folder) {
        Ok(ledger) => (ledger, None),
        Err(error) => (Ledger::default(), Some(error)),
    };
    FollowedSession {
        id,
        folder,
        promises: indexed.promises,
        anchor: indexed.anchor,
        ledger_folder,
        ledger,
        trouble,
    }
}

/// Whether the ledger was opened over this journal, or over an earlier state of it.
#[must_use]
pub fn is_ledger_of(session: &FollowedSession, reading: &JournalReading) -> bool {
    is_opened_over(&session.ledger, reading)
}

/// Whether a ledger was opened over this journal, or over an earlier state of it.
#[must_use]
pub fn is_opened_over(ledger: &Ledger, reading: &JournalReading) -> bool {
    let Some(known) = ledger.state().journal.as_ref() else {
        return true;
    };
    let entries = usize::try_from(known.entries).unwrap_or(usize::MAX);
    reading
        .anchor_at(entries)
        .is_some_and(|anchor| anchor.entries == known.entries && anchor.code == known.code)
}

/// Whether a folder holds a session's journal.
#[must_use]
pub fn is_session_folder(folder: &Path) -> bool {
    super::is_session(folder)
}
