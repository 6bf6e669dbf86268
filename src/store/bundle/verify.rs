//! Whether a dossier is what was written, in three grades. The *record* – journal, `record.json`, `record.ron` – has to hold
//! together; the *papers* are made once more and compared, and one that an office corrected is named, not condemned; the
//! *manifest* must not say what is not so. What one of them lacks is not held against another.
//!
//! It reads plain files only and follows no link. What it found it tells as values; the sentences are somebody else's.

mod follow_up;
mod papers;
mod values;

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::compare::{self, FolderEntry, Manifest};
use super::verdict::{DossierVerdict, ManifestFault, NotCompared, RecordFault, RecordGrade};
use crate::documents::{self, DossierError, JOURNAL, MANIFEST, MadeBy, RECORD_FILES};
use crate::domain::follow_up::LedgerState;
use crate::domain::record::{Edition, SessionRecord};
use crate::domain::session::Session;
use crate::store::journal::{self, JournalReading};
use crate::store::sessions;
use crate::store::sessions::follow_up::FILE_NAME as LEDGER;
use crate::store::{own_files, private_fs};
use follow_up::LedgerLook;
use papers::PapersLook;
use values::{json_of, other_value};

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
    let manifest = Manifest::read(folder).ok();
    let made = manifest.as_ref().and_then(Manifest::made);
    let mut look = Look {
        folder,
        found: &found,
        manifest: manifest.as_ref(),
        made: made.as_ref(),
        session: None,
    };
    let (records, mut record) = look.record(count)?;
    let ledger = look.ledger();
    record.faults.extend(ledger.faults);
    let mut faults = look.manifest_faults(&records);
    let papers_look = PapersLook {
        found: &found,
        manifest: manifest.as_ref(),
        made: made.as_ref(),
        entered: &ledger.files,
        may_be_silent: records.of_first_version,
    };
    let again = match papers {
        PaperCheck::MadeAgain(words) => papers_look.again(records.trusted.as_ref(), words)?,
        PaperCheck::AsTheyLie => Err(NotCompared::NotAsked),
    };
    let (papers, faults_of_lines) = papers_look.grade(again);
    faults.extend(faults_of_lines);
    let session = look.session;
    Ok(VerifiedRecord {
        verdict: DossierVerdict {
            made,
            record,
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
    manifest: Option<&'a Manifest>,
    made: Option<&'a MadeBy>,
    /// What the journal told.
    session: Option<(JournalReading, Session)>,
}

/// What the record amounts to, in whichever of its forms.
#[derive(Default)]
struct RecordForms {
    /// The one that nothing speaks against, and that papers can be made of.
    trusted: Option<SessionRecord>,
    /// It names no journal, as those of the first released version.
    of_first_version: bool,
}

/// What the journal says a record is.
struct ByJournal {
    anchor: Option<String>,
    /// `None` where it opens no session, or not to its end.
    record: Option<Value>,
}

impl Look<'_> {
    fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        matches!(self.found.get(path), Some(FolderEntry::File(_)))
            .then(|| private_fs::read(&self.folder.join(path)).ok())?
    }

    fn sum_written(&self, path: &str) -> Option<&str> {
        self.manifest?.sums.get(path).map(String::as_str)
    }

    fn record(
        &mut self,
        count: &CountAnew<'_>,
    ) -> Result<(RecordForms, RecordGrade), DossierError> {
        let mut grade = RecordGrade {
            faults: self.record_files(),
            ..RecordGrade::default()
        };
        let (json, by_json) = self.read_json();
        let by_ron: Option<SessionRecord> = self
            .bytes(RECORD_RON)
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .and_then(|text| own_files::value_in(&text));
        for (form, name) in [(&by_json, RECORD_JSON), (&by_ron, RECORD_RON)] {
            let missing = RecordFault::Missing(name.to_owned());
            if form.is_none() && !grade.faults.contains(&missing) {
                grade.faults.push(missing);
            }
        }
        if by_json.is_some() && by_ron.is_some() && by_json != by_ron {
            grade.faults.push(RecordFault::TwoRecords);
        }
        let any = by_json.as_ref().or(by_ron.as_ref());
        let is_public = any.is_some_and(|any| matches!(any.edition, Edition::Public { .. }));
        let journal = match self.bytes(JOURNAL) {
            Some(bytes) => Some(self.journal(&bytes, any, count, &mut grade)?),
            None if is_public => None,
            None => {
                let missing = RecordFault::Missing(JOURNAL.to_owned());
                if !grade.faults.contains(&missing) {
                    grade.faults.push(missing);
                }
                None
            }
        };
        if let (Some(journal), Some(json)) = (&journal, &json) {
            let place = journal
                .record
                .as_ref()
                .and_then(|here| self.differs(json, here));
            grade
                .faults
                .extend(place.map(RecordFault::OtherThanJournal));
        }
        let trusted = self.trusted(by_json.as_ref(), by_ron.as_ref(), journal.as_ref());
        let records = RecordForms {
            of_first_version: any.is_some_and(|any| any.journal.is_none()),
            trusted: trusted.cloned(),
        };
        Ok((records, grade))
    }

    fn read_json(&self) -> (Option<Value>, Option<SessionRecord>) {
        let json: Option<Value> = self.bytes(RECORD_JSON).and_then(|bytes| json_of(&bytes));
        let record = json
            .clone()
            .and_then(|json| serde_json::from_value(json).ok());
        (json.filter(|_| record.is_some()), record)
    }

    /// The files of the record against their sums.
    fn record_files(&self) -> Vec<RecordFault> {
        RECORD_FILES
            .iter()
            .filter_map(|path| {
                let written = self.sum_written(path)?;
                match self.found.get(*path) {
                    Some(FolderEntry::File(sum)) if sum == written => None,
                    Some(_) => Some(RecordFault::Changed((*path).to_owned())),
                    None => Some(RecordFault::Missing((*path).to_owned())),
                }
            })
            .collect()
    }

    /// Judges the journal, and says what it makes of the record.
    fn journal(
        &mut self,
        bytes: &[u8],
        record: Option<&SessionRecord>,
        count: &CountAnew<'_>,
        grade: &mut RecordGrade,
    ) -> Result<ByJournal, DossierError> {
        let reading = journal::read_bytes(bytes);
        let anchor = reading.anchor().map(|anchor| anchor.to_string());
        grade.entries = Some(reading.records.len());
        grade.anchor.clone_from(&anchor);
        let in_manifest = self.made.and_then(|made| made.journal.clone());
        let in_record = record.and_then(|record| record.journal.clone());
        for (says, by) in [(in_manifest, MANIFEST), (in_record, RECORD_JSON)] {
            if let Some(says) = says.filter(|says| Some(says) != anchor.as_ref()) {
                let by = by.to_owned();
                grade.faults.push(RecordFault::OtherJournal { says, by });
            }
        }
        if reading.torn.is_some() {
            grade.faults.push(RecordFault::JournalTorn);
        }
        let unread = ByJournal {
            anchor: anchor.clone(),
            record: None,
        };
        if let Some(damage) = reading.damage.clone() {
            let is_lossless = damage.kind.is_lossless();
            grade.faults.push(RecordFault::JournalDamaged(damage));
            if !is_lossless {
                return Ok(unread);
            }
        }
        let Ok(session) = sessions::session_of(&reading) else {
            grade.faults.push(RecordFault::NoSession);
            return Ok(unread);
        };
        // What was entered afterwards lies beside it, with a chain of its own.
        let ledger = sessions::follow_up::read_ledger(self.folder).unwrap_or_default();
        let here = count(&session, ledger.state())?;
        grade.counts_differently = record.is_some_and(|record| here.deadlines != record.deadlines);
        self.session = Some((reading, session));
        let written: &dyn erased_serde::Serialize = &here;
        Ok(ByJournal {
            anchor,
            record: serde_json::to_value(written).ok(),
        })
    }

    fn ledger(&self) -> LedgerLook {
        follow_up::look(
            self.bytes(LEDGER).as_deref(),
            self.sum_written(LEDGER),
            self.found,
            self.session.as_ref().map(|(reading, _)| reading),
        )
    }

    /// The first place at which a record is not what the journal makes of it.
    fn differs(&self, record: &Value, here: &Value) -> Option<String> {
        // What another version of the program has to say of a session may be more than this one knows.
        let is_strict = self
            .made
            .is_some_and(|made| made.program == env!("CARGO_PKG_VERSION"));
        other_value(record, here, is_strict)
    }

    /// The form of the record that nothing speaks against: neither its sum, nor the journal, nor the other form.
    fn trusted<'r>(
        &self,
        by_json: Option<&'r SessionRecord>,
        by_ron: Option<&'r SessionRecord>,
        journal: Option<&ByJournal>,
    ) -> Option<&'r SessionRecord> {
        let uncontested = |record: Option<&'r SessionRecord>, name: &str| {
            record.filter(|record| {
                let is_as_written = self
                    .sum_written(name)
                    .is_none_or(|written| self.is_file_with(name, written));
                is_as_written && journal.is_none_or(|journal| self.fits(record, journal))
            })
        };
        match (
            uncontested(by_json, RECORD_JSON),
            uncontested(by_ron, RECORD_RON),
        ) {
            (Some(json), Some(ron)) => (json == ron).then_some(json),
            (json, ron) => json.or(ron),
        }
    }

    fn is_file_with(&self, path: &str, sum: &str) -> bool {
        matches!(self.found.get(path), Some(FolderEntry::File(found)) if found == sum)
    }

    /// Whether the journal does not speak against a record. One that was cut back or exchanged does not, where the record
    /// and the manifest name the same other one.
    fn fits(&self, record: &SessionRecord, journal: &ByJournal) -> bool {
        if record.journal.is_some() && record.journal != journal.anchor {
            let in_manifest = self.made.and_then(|made| made.journal.as_ref());
            return in_manifest == record.journal.as_ref();
        }
        let Some(here) = &journal.record else {
            return true;
        };
        let written: &dyn erased_serde::Serialize = record;
        serde_json::to_value(written).is_ok_and(|record| self.differs(&record, here).is_none())
    }

    /// What in the manifest as a whole is not so; each of its lines is judged with the file that it names.
    fn manifest_faults(&self, records: &RecordForms) -> Vec<ManifestFault> {
        let mut faults: Vec<ManifestFault> = self
            .found
            .iter()
            .filter(|(_, found)| **found == FolderEntry::Other)
            .map(|(path, _)| ManifestFault::NotPlain(path.clone()))
            .collect();
        let Some(manifest) = self.manifest else {
            faults.insert(0, ManifestFault::Missing);
            return faults;
        };
        let strange = manifest.strange.iter();
        faults.extend(strange.map(|(number, line)| ManifestFault::Line(*number, line.clone())));
        if self.made.is_none() && !records.of_first_version {
            faults.push(ManifestFault::NoRemark);
        }
        faults
    }
}
