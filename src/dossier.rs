//! Everything that is written out of the record of a session: the dossier.
//!
//! Making is pure and comes document by document, so that a caller can show how far it is; nothing is written before
//! everything is made, and [`write()`] puts the whole folder in its place or leaves everything as it was. The room knows the
//! record and the words of documents. It knows no session, no clock and no screen: the times in the files are the
//! session's.

mod data;
mod error;
mod manifest;
mod write;

use std::path::PathBuf;

pub use error::{Doing, DossierError, Said};
pub use manifest::FILE_NAME as MANIFEST;
pub use write::write;

use crate::record::SessionRecord;

/// What the office asks for.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The version for public notice.
    pub public: bool,
    /// Papers the office has already, each with the entry of the regulation's list that it fills.
    pub attach: Vec<(String, PathBuf)>,
    /// The office's own sentences for the documents; those of the program when there is no such file.
    pub user_words: Option<PathBuf>,
}

/// One file of the dossier. `path` is relative to its folder, with `/` between names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierFile {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// What the dossier holds, in the order in which it is made.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Document {
    RecordJson,
    RecordRon,
    Journal,
    Manifest,
}

/// The dossier being made, one document at a time.
#[derive(Debug)]
pub struct Making<'a> {
    record: SessionRecord,
    journal: &'a [u8],
    documents: Vec<Document>,
    made: usize,
    sums: manifest::Sums,
}

impl<'a> Making<'a> {
    /// Reads what the office added, and lists what is to be made.
    ///
    /// # Errors
    /// When a file the office named cannot be used.
    pub fn new(
        record: &SessionRecord,
        journal: &'a [u8],
        options: &Options,
    ) -> Result<Self, DossierError> {
        let mut documents = vec![Document::RecordJson, Document::RecordRon];
        if !options.public {
            documents.push(Document::Journal);
        }
        documents.push(Document::Manifest);
        Ok(Self {
            record: if options.public {
                record.for_public()
            } else {
                record.clone()
            },
            journal,
            documents,
            made: 0,
            sums: manifest::Sums::default(),
        })
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
            .map(|document| self.path(document))
    }

    fn path(&self, document: &Document) -> String {
        match document {
            Document::RecordJson => "record.json".to_owned(),
            Document::RecordRon => "record.ron".to_owned(),
            Document::Journal => crate::journal::FILE_NAME.to_owned(),
            Document::Manifest => MANIFEST.to_owned(),
        }
    }

    fn bytes(&self, document: &Document) -> Result<Vec<u8>, DossierError> {
        match document {
            Document::RecordJson => data::json(&self.record),
            Document::RecordRon => data::ron(&self.record),
            Document::Journal => Ok(self.journal.to_vec()),
            Document::Manifest => Ok(self.sums.text().into_bytes()),
        }
    }
}

impl Iterator for Making<'_> {
    type Item = Result<DossierFile, DossierError>;

    fn next(&mut self) -> Option<Self::Item> {
        let document = self.documents.get(self.made)?;
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

/// The whole dossier as bytes; nothing is written.
///
/// # Errors
/// When a file the office named cannot be used, or a document cannot be made.
pub fn make(
    record: &SessionRecord,
    journal: &[u8],
    options: &Options,
) -> Result<Vec<DossierFile>, DossierError> {
    Making::new(record, journal, options)?.collect()
}
