//! Which sessions a report is on: those of this computer and the dossiers of others, each verified first and counted once.
//! What is left out is named, with its cause.

use std::collections::HashMap;
use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use crate::cli::error::Error;
use crate::cli::verify::{manifest_faults, record_faults};
use crate::cli::{RunPlace, cli_words};
use crate::documents::MANIFEST;
use crate::domain::follow_up::teller::FollowUpTeller;
use crate::domain::follow_up::words::FollowUpMessage;
use crate::domain::i18n::{Explain as _, Lang};
use crate::domain::session::Session;
use crate::store::bundle::{self, DossierVerdict};
use crate::store::journal::{self, JournalReading};
use crate::store::sessions::follow_up::{
    FollowedSession, IndexError, IndexedSession, LedgerRelation, find_dossiers, first_line,
    followed, is_ledger_of, relation_of, session_with_journal, with_ledger,
};
use crate::store::sessions::{SessionStore, id_of};

/// How deep below a folder dossiers are looked for: a province, its communes, their years.
const DEEP: usize = 5;
const RECORD: &str = "record.json";

/// The sessions that are reported on, each once.
pub(super) struct Collecting<'a> {
    place: &'a RunPlace,
    teller: &'a FollowUpTeller,
    store: SessionStore,
    pub sessions: Vec<FollowedSession>,
    /// By the first line of the journal: the place in `sessions`.
    known: HashMap<Vec<u8>, usize>,
    pub left_out: Vec<String>,
}

impl<'a> Collecting<'a> {
    pub(super) fn new(place: &'a RunPlace, teller: &'a FollowUpTeller) -> Self {
        Self {
            place,
            teller,
            store: place.store(),
            sessions: Vec::new(),
            known: HashMap::new(),
            left_out: Vec::new(),
        }
    }

    /// The sessions of this computer.
    pub(super) fn own(&mut self) {
        let (sessions, unreadable) = followed(&self.store);
        for session in sessions {
            self.take(session);
        }
        for one in unreadable {
            let cause = one.cause.explained(self.place.lang).in_one_line();
            self.leave_out(&one.folder, &cause);
        }
    }

    /// The dossiers below these folders.
    pub(super) fn from(&mut self, folders: &[PathBuf]) {
        let mut dossiers = Vec::new();
        for folder in folders {
            let before = dossiers.len();
            find_dossiers(folder, DEEP, &mut dossiers);
            if dossiers.len() == before {
                let cause = self.teller.words[FollowUpMessage::SessionEmpty].to_string();
                self.leave_out(folder, &cause);
            }
        }
        dossiers.sort();
        dossiers.dedup();
        let total = dossiers.len();
        for (count, dossier) in dossiers.into_iter().enumerate() {
            self.dossier(&dossier, count + 1);
            self.progress(count + 1, total);
        }
    }

    fn dossier(&mut self, folder: &Path, number: usize) {
        let words = &self.teller.words;
        // The index of somebody else is not believed: the journal is read, once, and every line of it verified.
        let Some((reading, session)) = self.verified(folder) else {
            return;
        };
        let Some(indexed) = IndexedSession::of(&reading, &session) else {
            let cause = IndexError::Empty.explained(self.place.lang).in_one_line();
            self.leave_out(folder, &cause);
            return;
        };
        if !indexed.promises.closed {
            let text = words[FollowUpMessage::LeftOpen].render(&[("path", &folder.display())]);
            self.left_out.push(text);
            return;
        }
        let id = format!("H{number:03}-{}", id_of(folder));
        let session = with_ledger(&self.store, id, folder.to_owned(), indexed);
        if let Some(trouble) = &session.trouble {
            let cause = trouble.explained(self.place.lang).in_one_line();
            self.leave_out(folder, &cause);
            return;
        }
        // What was done afterwards belongs to this journal and to no other.
        if !is_ledger_of(&session, &reading) {
            let cause = words[FollowUpMessage::LedgerForeign].to_string();
            self.leave_out(folder, &cause);
            return;
        }
        self.take(session);
    }

    /// The session of a folder, when it is what was written; else what is wrong is told.
    fn verified(&mut self, folder: &Path) -> Option<(JournalReading, Session)> {
        let lang = self.place.lang;
        // A dossier has to be what was written; a session's own folder has its journal and nothing that vouches for it.
        let is_dossier = folder.join(MANIFEST).exists() || folder.join(RECORD).exists();
        let cause = if is_dossier {
            match bundle::verify_record(folder) {
                Ok(looked) if !looked.verdict.is_sound() => {
                    faults(&looked.verdict, folder, lang).join("; ")
                }
                Ok(looked) => {
                    if looked.session.is_none() {
                        let says = &self.teller.words[FollowUpMessage::LeftPublic];
                        let text = says.render(&[("path", &folder.display())]);
                        self.left_out.push(text);
                    }
                    return looked.session;
                }
                Err(error) => Error::Dossier(error).explained(lang).in_one_line(),
            }
        } else {
            match session_with_journal(folder) {
                Ok(read) => return Some(read),
                Err(error) => error.explained(lang).in_one_line(),
            }
        };
        self.leave_out(folder, &cause);
        None
    }

    fn leave_out(&mut self, folder: &Path, cause: &str) {
        let words = &self.teller.words[FollowUpMessage::LeftBroken];
        let text = words.render(&[("path", &folder.display()), ("cause", &cause)]);
        self.left_out.push(text);
    }

    /// Takes a session, unless it is there already: then the longer one counts, and two branches are told.
    fn take(&mut self, session: FollowedSession) {
        let Ok(key) = first_line(&session.folder) else {
            return;
        };
        let Some(place) = self.known.get(&key).copied() else {
            self.known.insert(key, self.sessions.len());
            self.sessions.push(session);
            return;
        };
        let Some(known) = self.sessions.get_mut(place) else {
            return;
        };
        let words = &self.teller.words;
        let (mine, other) = (known.folder.clone(), session.folder.clone());
        let is_longer = match (
            relation_of(&mine, &other, journal::FILE_NAME),
            relation_of(
                &known.ledger_folder,
                &session.ledger_folder,
                crate::store::sessions::follow_up::FILE_NAME,
            ),
        ) {
            (LedgerRelation::Same, LedgerRelation::SecondLonger)
            | (LedgerRelation::SecondLonger, LedgerRelation::Same | LedgerRelation::SecondLonger) => {
                Some(true)
            }
            (
                LedgerRelation::Same | LedgerRelation::FirstLonger,
                LedgerRelation::Same | LedgerRelation::FirstLonger,
            ) => Some(false),
            _ => None,
        };
        let text = match is_longer {
            Some(_) => words[FollowUpMessage::LeftTwice]
                .render(&[("path", &other.display()), ("other", &mine.display())]),
            None => words[FollowUpMessage::LeftBranch]
                .render(&[("path", &other.display()), ("other", &mine.display())]),
        };
        let entries = |one: &FollowedSession| (one.anchor.entries, one.ledger.entries().len());
        if is_longer.unwrap_or_else(|| entries(&session) > entries(known)) {
            let id = known.id.clone();
            *known = FollowedSession { id, ..session };
        }
        self.left_out.push(text);
    }

    fn progress(&self, count: usize, total: usize) {
        let mut out = std::io::stderr();
        let told = self.teller.words[FollowUpMessage::ReportProgress]
            .render(&[("count", &count), ("total", &total)]);
        // A reader that went away is no error of ours.
        if out.is_terminal() {
            let end = if count == total { "\n" } else { "" };
            let _ = write!(out, "\r{told}{end}");
        } else if count == total || count.is_multiple_of(100) {
            let _ = writeln!(out, "{told}");
        }
    }
}

/// Why the record or the manifest of a dossier cannot be relied on, in sentences.
fn faults(verdict: &DossierVerdict, folder: &Path, lang: Lang) -> Vec<String> {
    let words = cli_words(lang).verify;
    let mut faults = record_faults(verdict, folder, &words, lang);
    faults.extend(manifest_faults(verdict, &words));
    faults.iter().map(|fault| fault.trim().to_owned()).collect()
}
