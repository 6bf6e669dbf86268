//! Making a dossier one document at a time: which documents there are, where each lies, what makes it. Pure but for the
//! files the office named, which are read before anything is made.

use std::path::Path;

use super::attach;
use super::manifest;
use super::specs::{Document, Material, planned};
use super::words::{self, DocumentWords};
use super::{DossierError, DossierFile, Options};
use crate::domain::record::{Edition, SessionRecord};

/// The dossier being made, one document at a time.
#[derive(Debug)]
pub struct Making<'a> {
    material: Material<'a>,
    documents: Vec<Document>,
    made: usize,
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
        let material = Material {
            record: if options.public {
                public_record(record, options)
            } else {
                record.clone()
            },
            words,
            journal,
            attached: if options.public { Vec::new() } else { attached },
            follow_up: if options.public {
                Vec::new()
            } else {
                options.follow_up.clone()
            },
            is_public: options.public,
            sums: manifest::Sums::default(),
            made_by: manifest::MadeBy::now(
                record.journal.clone(),
                words::code(options.user_words.as_deref())?,
            ),
        };
        Ok(Self {
            documents: planned(&material),
            made: 0,
            material,
        })
    }

    /// The dossier of a record that was written out before, as it stands there.
    pub(super) fn again(
        record: &SessionRecord,
        attached: &[String],
        user_words: Option<&Path>,
    ) -> Result<Self, DossierError> {
        let is_public = matches!(record.edition, Edition::Public { .. });
        let options = Options {
            user_words: user_words.map(Path::to_owned),
            ..Options::default()
        };
        let mut making = Self::new(record, &[], &options)?;
        let material = &mut making.material;
        material.attached = attach::from_paths(attached, record, &material.words);
        material.is_public = is_public;
        making.documents = planned(material);
        Ok(making)
    }

    /// The papers among the documents: what is made out of the record and read by people.
    pub(super) fn papers(&self) -> Result<Vec<DossierFile>, DossierError> {
        self.documents
            .iter()
            .filter(|document| document.spec.is_paper)
            .map(|document| {
                Ok(DossierFile {
                    path: self.path(*document),
                    bytes: self.bytes(*document)?,
                })
            })
            .collect()
    }

    /// The document that lies at this path, where there is one.
    pub(super) fn document_at(&self, path: &str) -> Option<Result<DossierFile, DossierError>> {
        let document = self.documents.iter().find(|one| self.path(**one) == path)?;
        Some(self.bytes(*document).map(|bytes| DossierFile {
            path: path.to_owned(),
            bytes,
        }))
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

    fn path(&self, document: Document) -> String {
        document.path(&self.material)
    }

    fn bytes(&self, document: Document) -> Result<Vec<u8>, DossierError> {
        (document.spec.bytes)(&self.material, document.index).map_err(|cause| {
            DossierError::Unmade {
                document: self.path(document),
                cause,
            }
        })
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
            self.material.sums.add(file);
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
