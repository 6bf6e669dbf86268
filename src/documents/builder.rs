//! Making a dossier one document at a time: which documents there are, where each lies, what makes it. Pure but for the
//! files the office named, which are read before anything is made.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::attach::{self, Attached};
use super::contents::Listed;
use super::prose::Prose;
use super::specs::{DocumentSpec, SPECS, Unmade};
use super::words::DocumentWords;
use super::{DossierError, DossierFile, Options};
use super::{docx, manifest, model};
use crate::domain::record::{AnchorRecord, Edition, SessionRecord};

/// One document: its row in the table, and which of several it is.
#[derive(Debug, Clone, Copy)]
struct Document {
    spec: &'static DocumentSpec,
    index: usize,
}

/// The dossier being made, one document at a time.
#[derive(Debug)]
pub struct Making<'a> {
    pub(super) record: SessionRecord,
    pub(super) words: DocumentWords,
    pub(super) journal: &'a [u8],
    pub(super) attached: Vec<Attached>,
    documents: Vec<Document>,
    made: usize,
    pub(super) is_public: bool,
    pub(super) sums: manifest::Sums,
}

impl<'a> Making<'a> {
    /// Reads what the office added, and lists what is to be made.
    ///
    /// The version for public notice holds neither the journal nor papers of the office: nobody can tell what is private
    /// in them.
    ///
    /// # Errors
    /// When a file the office named cannot be used.
    pub fn new(
        record: &SessionRecord,
        journal: &'a [u8],
        options: &Options,
    ) -> Result<Self, DossierError> {
        let words = DocumentWords::load(options.user_words.as_deref())?;
        let attached = attach::read(&options.attach, record, &words)?;
        let mut record = if options.public {
            public_record(record, options)
        } else {
            record.clone()
        };
        if record.anchor.is_none() {
            record.anchor = anchor_of(journal);
        }
        let mut making = Self {
            record,
            words,
            journal,
            attached: if options.public { Vec::new() } else { attached },
            documents: Vec::new(),
            made: 0,
            is_public: options.public,
            sums: manifest::Sums::default(),
        };
        making.documents = making.planned();
        Ok(making)
    }

    /// How many documents there are in all.
    #[must_use]
    pub fn total(&self) -> usize {
        self.documents.len()
    }

    /// How many are made.
    #[must_use]
    pub const fn made(&self) -> usize {
        self.made
    }

    /// The path of the document that comes next.
    #[must_use]
    pub fn coming(&self) -> Option<String> {
        self.documents
            .get(self.made)
            .map(|document| self.path(*document))
    }

    fn planned(&self) -> Vec<Document> {
        SPECS
            .iter()
            .flat_map(|spec| {
                let count = (spec.count)(self);
                (0..count).map(move |index| Document { spec, index })
            })
            .collect()
    }

    pub(super) const fn scribe(&self) -> Prose<'_> {
        Prose {
            record: &self.record,
            words: &self.words,
        }
    }

    fn path(&self, document: Document) -> String {
        (document.spec.path)(self, document.index)
    }

    fn bytes(&self, document: Document) -> Result<Vec<u8>, DossierError> {
        (document.spec.bytes)(self, document.index).map_err(|cause| DossierError::Unmade {
            document: self.path(document),
            cause,
        })
    }

    pub(super) fn docx(&self, paper: &model::Paper) -> Result<Vec<u8>, Unmade> {
        Ok(docx::bytes(paper, self.record.ended.or(self.record.began))?)
    }

    /// The documents as the contents list them.
    pub(super) fn listed(&self) -> Vec<Listed> {
        self.documents
            .iter()
            .filter(|document| document.index == 0 || !document.spec.grouped)
            .filter_map(|document| {
                let path = self.path(*document);
                let folder = path.split_once('/').filter(|_| document.spec.grouped);
                Some(Listed {
                    title: (document.spec.title?)(self, document.index),
                    path: folder.map_or(path.clone(), |(folder, _)| format!("{folder}/")),
                    kind: document.spec.kind,
                    entry: (document.spec.entry)(self, document.index),
                })
            })
            .collect()
    }
}

impl Iterator for Making<'_> {
    type Item = Result<DossierFile, DossierError>;

    fn next(&mut self) -> Option<Self::Item> {
        let document = *self.documents.get(self.made)?;
        let made = self.bytes(document).map(|bytes| DossierFile {
            path: self.path(document),
            bytes,
        });
        self.made += 1;
        if let Ok(file) = &made {
            self.sums.add(file);
        }
        Some(made)
    }
}

/// The record for public notice, with initials for names where the plan or the office wants it.
#[must_use]
pub fn public_record(record: &SessionRecord, options: &Options) -> SessionRecord {
    if !options.mask_names {
        return record.for_public();
    }
    let mut masked = record.clone();
    masked.edition = Edition::Office { mask_names: true };
    masked.for_public()
}

/// What holds on to these lines: how many there are, and a short code of the last. Torn ends count as no line.
fn anchor_of(journal: &[u8]) -> Option<AnchorRecord> {
    let end = journal.iter().rposition(|byte| *byte == b'\n')?;
    let (whole, _) = journal.split_at_checked(end)?;
    let lines = whole.split(|byte| *byte == b'\n');
    let last = lines.clone().next_back()?;
    let last = last.strip_suffix(b"\r").unwrap_or(last);
    let code = Sha256::digest(last)
        .iter()
        .take(8)
        .fold(String::new(), |mut code, byte| {
            // Writing to a string does not fail.
            let _ = write!(code, "{byte:02x}");
            code
        });
    Some(AnchorRecord {
        entries: lines.count() as u64,
        code,
    })
}
