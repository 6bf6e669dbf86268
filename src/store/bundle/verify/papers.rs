//! The papers of a dossier, made once more out of its record and held against those that lie there; and what the manifest says
//! of them that is not so. A paper that an office corrected is named, not condemned; of one that nothing vouches for it is
//! said that nobody can tell.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::documents::{self, CONTENTS, DossierError, MadeBy, RECORD_FILES, is_name_of_dossier};
use crate::domain::record::SessionRecord;
use crate::store::bundle::compare::{self, FolderEntry, Manifest};
use crate::store::bundle::verdict::{
    ManifestFault, NotCompared, PaperState, PapersGrade, is_attached, is_entered_later,
    is_of_ledger,
};

/// What lies in a folder, and what its manifest says.
pub(super) struct PapersLook<'a> {
    pub found: &'a BTreeMap<String, FolderEntry>,
    /// `None` where there is none that can be read.
    pub manifest: Option<&'a Manifest>,
    pub made: Option<&'a MadeBy>,
    /// The files that the ledger of what followed names; it judges them.
    pub entered: &'a BTreeSet<String>,
    /// A dossier of the first released version says nothing of how it was made.
    pub may_be_silent: bool,
}

/// Papers that were made once more.
pub(super) struct Remade {
    sums: BTreeMap<String, String>,
    /// The papers of the office that the contents name.
    attached: BTreeSet<String>,
    /// Nobody knows whether this version made those that lie there.
    is_guess: bool,
}

impl Remade {
    fn sum(&self, path: &str) -> Option<&str> {
        self.sums.get(path).map(String::as_str)
    }
}

impl PapersLook<'_> {
    fn sum_found(&self, path: &str) -> Option<&str> {
        match self.found.get(path) {
            Some(FolderEntry::File(sum)) => Some(sum),
            Some(FolderEntry::EmptyFolder | FolderEntry::Other) | None => None,
        }
    }

    fn sum_written(&self, path: &str) -> Option<&str> {
        self.manifest?.sums.get(path).map(String::as_str)
    }

    /// The papers made once more, or why that says nothing of those that lie here.
    pub(super) fn again(
        &self,
        record: Option<&SessionRecord>,
        user_words: Option<&Path>,
    ) -> Result<Result<Remade, NotCompared>, DossierError> {
        let is_guess = self.made.is_none();
        match self.made {
            Some(made) if !made.is_like_now() => return Ok(Err(NotCompared::OtherVersion)),
            Some(made) if made.words != documents::words_code(user_words)? => {
                return Ok(Err(NotCompared::OtherSentences));
            }
            None if self.may_be_silent => return Ok(Err(NotCompared::OtherVersion)),
            Some(_) | None => {}
        }
        let Some(record) = record else {
            return Ok(Err(NotCompared::NoRecord));
        };
        let lists = self.lists_of_attached();
        let first = lists.first().cloned().unwrap_or_default();
        let mut sums: BTreeMap<String, String> =
            documents::make_papers_again(record, &first, user_words)?
                .into_iter()
                .map(|file| (file.path, compare::sum(&file.bytes)))
                .collect();
        let mut attached = first;
        // The contents name what the office attached, so they tell which of folder and manifest is right.
        for other in lists.into_iter().skip(1) {
            let found = self.sum_found(CONTENTS);
            if found.is_none() || found == sums.get(CONTENTS).map(String::as_str) {
                break;
            }
            let made = documents::make_contents_again(record, &other, user_words)?;
            let sum = made.map(|file| compare::sum(&file.bytes));
            if let Some(sum) = sum.filter(|sum| found == Some(sum)) {
                sums.insert(CONTENTS.to_owned(), sum);
                attached = other;
            }
        }
        Ok(Ok(Remade {
            sums,
            attached: attached.into_iter().collect(),
            is_guess,
        }))
    }

    /// What may have been attached: as the manifest says; that, as far as it lies there; all of both; what lies there.
    fn lists_of_attached(&self) -> Vec<Vec<String>> {
        let written: Vec<String> = self
            .manifest
            .iter()
            .flat_map(|manifest| &manifest.order)
            .filter(|path| is_attached(path))
            .cloned()
            .collect();
        let is_there = |path: &String| self.sum_found(path).is_some();
        let there: Vec<String> = written
            .iter()
            .filter(|path| is_there(path))
            .cloned()
            .collect();
        let unlisted: Vec<String> = self
            .found
            .keys()
            .filter(|path| is_attached(path) && is_there(path) && !written.contains(path))
            .cloned()
            .collect();
        let mut lists = vec![
            written.clone(),
            there.clone(),
            [written, unlisted.clone()].concat(),
            [there, unlisted].concat(),
        ];
        let mut known = Vec::new();
        lists.retain(|list| {
            let is_new = !known.contains(list);
            known.push(list.clone());
            is_new
        });
        lists
    }

    /// What became of each paper, and what the manifest says that is not so.
    pub(super) fn grade(
        &self,
        again: Result<Remade, NotCompared>,
    ) -> (PapersGrade, Vec<ManifestFault>) {
        let (again, not_compared) = match again {
            Ok(again) => {
                let guess = again.is_guess.then_some(NotCompared::UnknownVersion);
                (Some(again), guess)
            }
            Err(why) => (None, Some(why)),
        };
        let again = again.as_ref();
        let all: BTreeSet<&String> = self
            .found
            .keys()
            .chain(
                self.manifest
                    .iter()
                    .flat_map(|manifest| manifest.sums.keys()),
            )
            .chain(again.iter().flat_map(|again| again.sums.keys()))
            .collect();
        let mut grade = PapersGrade {
            not_compared,
            files: BTreeMap::new(),
        };
        let mut faults = Vec::new();
        for path in &all {
            let is_left_empty = self.found.get(*path) == Some(&FolderEntry::EmptyFolder)
                && compare::is_folder_of(path, all.iter().copied().chain(self.entered));
            if is_left_empty {
                continue;
            }
            faults.extend(self.fault_of_line(path, again));
            let is_record = RECORD_FILES.contains(&path.as_str());
            if is_record || is_of_ledger(path) || self.entered.contains(*path) {
                continue;
            }
            if let Some(state) = self.state(path, again) {
                grade.files.insert((*path).clone(), state);
            }
        }
        (grade, faults)
    }

    /// What the manifest says of a file that is not so.
    fn fault_of_line(&self, path: &str, again: Option<&Remade>) -> Option<ManifestFault> {
        self.manifest?;
        let (found, written) = (self.sum_found(path), self.sum_written(path));
        let made = again.and_then(|again| Some((again.sum(path)?, again.is_guess)));
        let is_record = RECORD_FILES.contains(&path);
        let Some(written) = written else {
            let is_owed = (is_record && found.is_some())
                || made.is_some_and(|(sum, is_guess)| !is_guess || found == Some(sum))
                || again.is_some_and(|again| again.attached.contains(path));
            return is_owed.then(|| ManifestFault::NotListed(path.to_owned()));
        };
        if is_record || is_of_ledger(path) || is_entered_later(path) {
            return None;
        }
        let is_wrong = match made {
            Some((sum, false)) => sum != written,
            Some((sum, true)) => found == Some(sum) && sum != written,
            None => false,
        };
        if is_wrong {
            return Some(ManifestFault::WrongSum(path.to_owned()));
        }
        let is_known = match again {
            Some(again) if is_attached(path) => again.attached.contains(path),
            Some(again) if !again.is_guess => made.is_some(),
            Some(_) | None => found.is_some() || is_name_of_dossier(path),
        };
        (!is_known).then(|| ManifestFault::NotMade(path.to_owned()))
    }

    /// What became of a paper; `None` of one that never was.
    fn state(&self, path: &str, again: Option<&Remade>) -> Option<PaperState> {
        let written = self.sum_written(path);
        let made = again.and_then(|again| again.sum(path));
        let is_certain = again.is_some_and(|again| !again.is_guess);
        let is_named = again.is_some_and(|again| again.attached.contains(path));
        let was_written = match again {
            Some(_) if is_attached(path) => is_named,
            Some(_) if is_certain && !is_entered_later(path) => made.is_some(),
            Some(_) | None => written.is_some(),
        };
        let Some(found) = self.sum_found(path) else {
            return match self.found.get(path) {
                // Something else lies in its place.
                Some(_) if was_written => Some(PaperState::Missing),
                Some(_) => Some(PaperState::Added),
                None if is_certain || is_attached(path) => {
                    was_written.then_some(PaperState::Missing)
                }
                None => {
                    (written.is_some() && is_name_of_dossier(path)).then_some(PaperState::Missing)
                }
            };
        };
        let is_as_written = written == Some(found);
        Some(match made {
            Some(made) if made == found => PaperState::AsMade,
            Some(_) if is_certain => PaperState::Edited,
            Some(_) | None if was_written && is_as_written => PaperState::Unchanged,
            Some(_) | None if was_written && written.is_some() => PaperState::Edited,
            // The contents name it, and no line says what it was.
            Some(_) | None if was_written || self.manifest.is_none() => PaperState::Unknown,
            Some(_) if written.is_none() => PaperState::Unknown,
            Some(_) | None => PaperState::Added,
        })
    }
}
