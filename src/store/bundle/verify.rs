//! Whether a dossier is what was written, in three grades. The *record* – journal, `record.json`, `record.ron` – has to hold
//! together; the *papers* are made once more and compared, and one that an office corrected is named, not condemned; the
//! *manifest* must not say what is not so.
//!
//! It reads plain files only and follows no link. What it found it tells as values; the sentences are somebody else's.

use std::collections::BTreeMap;
use std::path::Path;

use serde::de::IgnoredAny;
use serde_json::Value;

use super::compare::{self, FolderEntry, Manifest};
use super::verdict::{
    DossierVerdict, ManifestFault, PaperState, PapersGrade, RecordFault, RecordGrade, is_attached,
};
use crate::documents::{self, DossierError, DossierFile, JOURNAL, MANIFEST, MadeBy, RECORD_FILES};
use crate::domain::follow_up::LedgerState;
use crate::domain::record::{Edition, SessionRecord};
use crate::domain::session::Session;
use crate::store::journal::{self, JournalReading};
use crate::store::private_fs;
use crate::store::sessions;
use crate::store::sessions::follow_up::read_ledger;

/// What was done after the session has a journal of its own.
const FOLLOW_UP: &str = "follow-up";
const RECORD_JSON: &str = "record.json";
const RECORD_RON: &str = "record.ron";

/// Looks at what a dossier rests on, its record and its manifest: no paper is made again, and one that was edited is no
/// fault. For many dossiers at once.
///
/// # Errors
/// When the folder cannot be read.
pub fn verify_record(folder: &Path) -> Result<VerifiedRecord, DossierError> {
    look_at(folder, PaperCheck::AsTheyLie, &|session, _| {
        Ok(SessionRecord::as_left(session))
    })
}

/// A dossier that was looked at, with the session that its journal tells, read and replayed once.
pub struct VerifiedRecord {
    pub verdict: DossierVerdict,
    pub session: Option<(JournalReading, Session)>,
}

/// Whether papers are made again to compare them, with which sentences.
#[derive(Clone, Copy)]
enum PaperCheck<'a> {
    AsTheyLie,
    MadeAgain(Option<&'a Path>),
}

/// What completes a record with what is due on this computer, from what was entered after the session.
pub type CountAnew<'a> = dyn Fn(&Session, &LedgerState) -> Result<SessionRecord, DossierError> + 'a;

/// Looks at a dossier. `user_words` are the office's own sentences, `count` completes a record with what is due on this
/// computer.
///
/// # Errors
/// When the folder cannot be read, or the papers cannot be made for a comparison.
pub fn verify(
    folder: &Path,
    user_words: Option<&Path>,
    count: &CountAnew<'_>,
) -> Result<DossierVerdict, DossierError> {
    look_at(folder, PaperCheck::MadeAgain(user_words), count).map(|looked| looked.verdict)
}

fn look_at(
    folder: &Path,
    papers: PaperCheck<'_>,
    count: &CountAnew<'_>,
) -> Result<VerifiedRecord, DossierError> {
    let failed = |cause| DossierError::Io {
        doing: documents::IoAction::Read,
        path: folder.to_owned(),
        cause,
    };
    let found = compare::contents(folder).map_err(failed)?;
    let (manifest, mut faults) = match Manifest::read(folder) {
        Ok(manifest) => (manifest, Vec::new()),
        Err(_) => (Manifest::default(), vec![ManifestFault::Missing]),
    };
    let made = manifest.made();
    faults.extend(
        manifest
            .strange
            .iter()
            .map(|(number, line)| ManifestFault::Line(*number, line.clone())),
    );
    faults.extend(
        found
            .iter()
            .filter(|(_, found)| **found == FolderEntry::Other)
            .map(|(path, _)| ManifestFault::NotPlain(path.clone())),
    );
    let mut look = Look {
        folder,
        found: &found,
        manifest: &manifest,
        made: made.as_ref(),
        faults,
        session: None,
    };
    let (record, grade) = look.record(count)?;
    let again = match (&record, papers) {
        (Some(record), PaperCheck::MadeAgain(words)) => look.papers_again(record, words)?,
        (Some(_), PaperCheck::AsTheyLie) | (None, _) => None,
    };
    let papers = look.papers(again.as_deref());
    let Look {
        faults, session, ..
    } = look;
    Ok(VerifiedRecord {
        verdict: DossierVerdict {
            made,
            record: grade,
            papers,
            manifest: faults,
        },
        session,
    })
}

/// A dossier that is being looked at.
struct Look<'a> {
    folder: &'a Path,
    found: &'a BTreeMap<String, FolderEntry>,
    manifest: &'a Manifest,
    made: Option<&'a MadeBy>,
    faults: Vec<ManifestFault>,
    /// What the journal told.
    session: Option<(JournalReading, Session)>,
}

impl Look<'_> {
    fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        matches!(self.found.get(path), Some(FolderEntry::File(_)))
            .then(|| private_fs::read(&self.folder.join(path)).ok())?
    }

    fn record(
        &mut self,
        count: &CountAnew<'_>,
    ) -> Result<(Option<SessionRecord>, RecordGrade), DossierError> {
        let mut grade = RecordGrade {
            faults: self.record_files(),
            ..RecordGrade::default()
        };
        let json: Option<Value> = self
            .bytes(RECORD_JSON)
            .and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let record: Option<SessionRecord> = json
            .clone()
            .and_then(|json| serde_json::from_value(json).ok());
        let (Some(json), Some(record)) = (json, record) else {
            grade.faults.push(RecordFault::Missing(RECORD_JSON.into()));
            return Ok((None, grade));
        };
        let ron = self
            .bytes(RECORD_RON)
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .and_then(|text| ron::from_str::<SessionRecord>(&text).ok());
        match ron {
            Some(ron) if ron == record => {}
            Some(_) => grade.faults.push(RecordFault::TwoRecords),
            None => grade.faults.push(RecordFault::Missing(RECORD_RON.into())),
        }
        match self.bytes(JOURNAL) {
            Some(bytes) => self.against_journal(&bytes, &record, &json, count, &mut grade)?,
            None if matches!(record.edition, Edition::Public { .. }) => {}
            None => grade.faults.push(RecordFault::Missing(JOURNAL.into())),
        }
        if let Some(damage) = self.follow_up_damage() {
            grade.faults.push(RecordFault::FollowUpDamaged(damage));
        }
        Ok((Some(record), grade))
    }

    /// The files of the record against their sums.
    fn record_files(&self) -> Vec<RecordFault> {
        RECORD_FILES
            .iter()
            .filter_map(|path| {
                let written = self.manifest.sums.get(*path)?;
                match self.found.get(*path) {
                    Some(FolderEntry::File(sum)) if sum == written => None,
                    Some(_) => Some(RecordFault::Changed((*path).to_owned())),
                    None => Some(RecordFault::Missing((*path).to_owned())),
                }
            })
            .collect()
    }

    fn against_journal(
        &mut self,
        bytes: &[u8],
        record: &SessionRecord,
        json: &Value,
        count: &CountAnew<'_>,
        grade: &mut RecordGrade,
    ) -> Result<(), DossierError> {
        let reading = journal::read_bytes(bytes);
        let anchor = reading.anchor().map(|anchor| anchor.to_string());
        grade.entries = Some(reading.records.len());
        grade.anchor.clone_from(&anchor);
        let in_manifest = self.made.and_then(|made| made.journal.clone());
        for (says, by) in [
            (in_manifest, MANIFEST),
            (record.journal.clone(), RECORD_JSON),
        ] {
            if let Some(says) = says.filter(|says| Some(says) != anchor.as_ref()) {
                let by = by.to_owned();
                grade.faults.push(RecordFault::OtherJournal { says, by });
            }
        }
        if reading.torn.is_some() {
            grade.faults.push(RecordFault::JournalTorn);
        }
        if let Some(damage) = reading.damage.clone() {
            grade.faults.push(RecordFault::JournalDamaged(damage));
            return Ok(());
        }
        let Ok(session) = sessions::session_of(&reading) else {
            grade.faults.push(RecordFault::NoSession);
            return Ok(());
        };
        // What was entered afterwards lies beside it, with a chain of its own.
        let ledger = read_ledger(self.folder).unwrap_or_default();
        let here = count(&session, ledger.state())?;
        grade.counts_differently = here.deadlines != record.deadlines;
        let here = serde_json::to_value(&here).unwrap_or_default();
        // What another version of the program has to say of a session may be more than this one knows.
        let is_strict = self
            .made
            .is_some_and(|made| made.program == env!("CARGO_PKG_VERSION"));
        let place = other_value(json, Some(&here), "", is_strict);
        grade
            .faults
            .extend(place.map(RecordFault::OtherThanJournal));
        self.session = Some((reading, session));
        Ok(())
    }

    /// The line in which the journal of what was done afterwards is not what was written.
    fn follow_up_damage(&self) -> Option<usize> {
        let path = format!("{FOLLOW_UP}.ron");
        self.bytes(&path)?;
        let reading = journal::read_as::<IgnoredAny>(&self.folder.join(path)).ok()?;
        reading.damage.map(|damage| damage.line)
    }

    /// The papers made once more; `None` when another version or other sentences made those that lie here.
    fn papers_again(
        &self,
        record: &SessionRecord,
        user_words: Option<&Path>,
    ) -> Result<Option<Vec<DossierFile>>, DossierError> {
        let Some(made) = self.made.filter(|made| made.is_like_now()) else {
            return Ok(None);
        };
        if made.words != documents::words_code(user_words)? {
            return Ok(None);
        }
        let attached: Vec<String> = self
            .manifest
            .sums
            .keys()
            .filter(|path| is_attached(path))
            .cloned()
            .collect();
        documents::make_papers_again(record, &attached, user_words).map(Some)
    }

    fn papers(&mut self, again: Option<&[DossierFile]>) -> PapersGrade {
        if self.made.is_none()
            && self
                .bytes(RECORD_JSON)
                .is_some_and(|json| names_its_journal(&json))
        {
            self.faults.push(ManifestFault::NoRemark);
        }
        let sums: BTreeMap<&str, String> = again
            .unwrap_or_default()
            .iter()
            .map(|file| (file.path.as_str(), compare::sum(&file.bytes)))
            .collect();
        let mut grade = PapersGrade {
            is_compared: again.is_some(),
            files: BTreeMap::new(),
        };
        let all: std::collections::BTreeSet<&str> = self
            .found
            .keys()
            .chain(self.manifest.sums.keys())
            .map(String::as_str)
            .chain(sums.keys().copied())
            .collect();
        for path in all {
            let is_record = RECORD_FILES.contains(&path);
            let is_written = self.manifest.sums.contains_key(path);
            if !is_written
                && (is_record || sums.contains_key(path))
                && !self.manifest.sums.is_empty()
            {
                self.faults.push(ManifestFault::NotListed(path.to_owned()));
            }
            if is_record || path.starts_with(FOLLOW_UP) {
                continue;
            }
            let state = self.paper(path, sums.get(path).map(String::as_str));
            grade.files.insert(path.to_owned(), state);
        }
        grade
    }

    fn paper(&mut self, path: &str, again: Option<&str>) -> PaperState {
        let written = self.manifest.sums.get(path).map(String::as_str);
        let Some(FolderEntry::File(found)) = self.found.get(path) else {
            return match self.found.get(path) {
                Some(_) => PaperState::Added,
                None => PaperState::Missing,
            };
        };
        let is_as_written = written == Some(found.as_str());
        match again {
            Some(again) if again == found => {
                if !is_as_written && written.is_some() {
                    self.faults.push(ManifestFault::WrongSum(path.to_owned()));
                }
                PaperState::AsMade
            }
            Some(_) => {
                if is_as_written {
                    self.faults.push(ManifestFault::WrongSum(path.to_owned()));
                }
                PaperState::Edited
            }
            None if is_as_written => PaperState::Unchanged,
            None if written.is_some() => PaperState::Edited,
            None => PaperState::Added,
        }
    }
}

fn names_its_journal(record_json: &[u8]) -> bool {
    serde_json::from_slice::<Value>(record_json)
        .is_ok_and(|record| record.get("journal").is_some_and(Value::is_string))
}

/// What may differ at the root: it names a version, or comes of a calendar or a ledger and not of the journal alone.
const NOT_OF_THE_JOURNAL: [&str; 4] = ["schema", "deadlines", "issued", "journal"];

/// The first place at which a record says something else than another. What only one of them knows is passed over unless
/// the same version made both.
fn other_value(
    record: &Value,
    other: Option<&Value>,
    way: &str,
    is_strict: bool,
) -> Option<String> {
    match (record, other) {
        (Value::Object(record), Some(Value::Object(other))) => record
            .iter()
            .filter(|(key, _)| !(way.is_empty() && NOT_OF_THE_JOURNAL.contains(&key.as_str())))
            .find_map(|(key, value)| {
                other_value(value, other.get(key), &format!("{way}/{key}"), is_strict)
            }),
        (Value::Array(record), Some(Value::Array(other))) if record.len() == other.len() => record
            .iter()
            .zip(other)
            .enumerate()
            .find_map(|(at, (value, other))| {
                other_value(value, Some(other), &format!("{way}/{at}"), is_strict)
            }),
        (Value::Null, None) => None,
        (_, None) if !is_strict => None,
        (record, Some(other)) if record == other => None,
        _ => Some(way.to_owned()),
    }
}
