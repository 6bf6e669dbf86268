//! Making a dossier one document at a time: which documents there are, where each lies, what makes it. Pure but for the
//! files the office named, which are read before anything is made.

use std::path::Path;

use super::attach::{self, Attached};
use super::contents::{self, Listed};
use super::prose::Prose;
use super::words::{self, DocumentWords};
use super::{DossierError, DossierFile, MANIFEST, Options};
use super::{docx, export, ics, manifest, minutes, model, notice, petition, slip, workbook};
use crate::documents::words::ContentsMessage;
use crate::domain::record::{Edition, SessionRecord};
use crate::domain::regulation::DocumentKind;

/// What the dossier holds, in the order in which it is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Document {
    Minutes,
    ItemTable,
    ConclusionNotice,
    Petition,
    /// The n-th agency that owes an answer.
    Slip(usize),
    Calendar,
    RecordJson,
    RecordRon,
    Journal,
    /// The n-th paper of the office.
    Attached(usize),
    Contents,
    Manifest,
}

/// The dossier being made, one document at a time.
#[derive(Debug)]
pub struct Making<'a> {
    record: SessionRecord,
    words: DocumentWords,
    journal: &'a [u8],
    attached: Vec<Attached>,
    documents: Vec<Document>,
    made: usize,
    sums: manifest::Sums,
    made_by: manifest::MadeBy,
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
        let mut making = Self {
            record: if options.public {
                record.for_public()
            } else {
                record.clone()
            },
            words,
            journal,
            attached: if options.public { Vec::new() } else { attached },
            documents: Vec::new(),
            made: 0,
            sums: manifest::Sums::default(),
            made_by: manifest::MadeBy::now(
                record.journal.clone(),
                words::code(options.user_words.as_deref())?,
            ),
        };
        making.documents = making.planned(options.public);
        Ok(making)
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
        making.attached = attach::from_paths(attached, record, &making.words);
        making.documents = making.planned(is_public);
        Ok(making)
    }

    /// The papers among the documents: what is made out of the record and read by people.
    pub(super) fn papers(&self) -> Result<Vec<DossierFile>, DossierError> {
        self.documents
            .iter()
            .filter(|document| match document {
                Document::Minutes
                | Document::ItemTable
                | Document::ConclusionNotice
                | Document::Petition
                | Document::Slip(_)
                | Document::Calendar
                | Document::Contents => true,
                Document::RecordJson
                | Document::RecordRon
                | Document::Journal
                | Document::Attached(_)
                | Document::Manifest => false,
            })
            .map(|document| {
                Ok(DossierFile {
                    path: self.path(*document),
                    bytes: self.bytes(*document)?,
                })
            })
            .collect()
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

    fn planned(&self, public: bool) -> Vec<Document> {
        let scribe = self.scribe();
        let mut all = vec![
            Document::Minutes,
            Document::ItemTable,
            Document::ConclusionNotice,
        ];
        if petition::is_called_for(scribe) {
            all.push(Document::Petition);
        }
        all.extend((0..slip::all(scribe).len()).map(Document::Slip));
        all.extend([
            Document::Calendar,
            Document::RecordJson,
            Document::RecordRon,
        ]);
        if !public {
            all.push(Document::Journal);
        }
        all.extend((0..self.attached.len()).map(Document::Attached));
        all.extend([Document::Contents, Document::Manifest]);
        all
    }

    const fn scribe(&self) -> Prose<'_> {
        Prose {
            record: &self.record,
            words: &self.words,
        }
    }

    fn path(&self, document: Document) -> String {
        match document {
            Document::Minutes => "bien-ban.docx".to_owned(),
            Document::ItemTable => "bang-tong-hop.xlsx".to_owned(),
            Document::ConclusionNotice => "thong-bao-ket-luan.docx".to_owned(),
            Document::Petition => "kien-nghi-cap-tren.docx".to_owned(),
            Document::Slip(index) => slip::all(self.scribe())
                .get(index)
                .map(|slip| slip::file_name(slip, index + 1))
                .unwrap_or_default(),
            Document::Calendar => "han-xu-ly.ics".to_owned(),
            Document::RecordJson => "record.json".to_owned(),
            Document::RecordRon => "record.ron".to_owned(),
            Document::Journal => super::JOURNAL.to_owned(),
            Document::Attached(index) => self
                .attached
                .get(index)
                .map(|attached| attached.path.clone())
                .unwrap_or_default(),
            Document::Contents => "muc-luc.docx".to_owned(),
            Document::Manifest => MANIFEST.to_owned(),
        }
    }

    fn bytes(&self, document: Document) -> Result<Vec<u8>, DossierError> {
        let scribe = self.scribe();
        match document {
            Document::Minutes => self.docx(document, &minutes::paper(scribe)),
            Document::ItemTable => {
                workbook::bytes(scribe).map_err(|cause| self.unmade(document, cause))
            }
            Document::ConclusionNotice => self.docx(document, &notice::paper(scribe)),
            Document::Petition => self.docx(document, &petition::paper(scribe)),
            Document::Slip(index) => match slip::all(scribe).get(index) {
                Some(slip) => self.docx(document, &slip::paper(scribe, slip)),
                None => Ok(Vec::new()),
            },
            Document::Calendar => Ok(ics::bytes(scribe)),
            Document::RecordJson => export::json(&self.record),
            Document::RecordRon => export::ron(&self.record),
            Document::Journal => Ok(self.journal.to_vec()),
            Document::Attached(index) => Ok(self
                .attached
                .get(index)
                .map(|attached| attached.bytes.clone())
                .unwrap_or_default()),
            Document::Contents => self.docx(document, &contents::paper(scribe, &self.listed())),
            Document::Manifest => Ok(self.sums.text(&self.made_by).into_bytes()),
        }
    }

    fn docx(&self, document: Document, paper: &model::Paper) -> Result<Vec<u8>, DossierError> {
        docx::bytes(paper, self.record.ended.or(self.record.began))
            .map_err(|cause| self.unmade(document, cause))
    }

    fn unmade(
        &self,
        document: Document,
        cause: impl std::error::Error + Send + Sync + 'static,
    ) -> DossierError {
        DossierError::Unmade {
            document: self.path(document),
            cause: Box::new(cause),
        }
    }

    /// The documents as the contents list them; the contents and the manifest do not list themselves.
    fn listed(&self) -> Vec<Listed> {
        self.documents
            .iter()
            .filter_map(|document| self.listing(*document))
            .collect()
    }

    fn listing(&self, document: Document) -> Option<Listed> {
        let words = &self.words.contents;
        let (title, kind, entry) = match document {
            Document::Minutes => (
                words[ContentsMessage::Minutes].to_string(),
                Some(DocumentKind::Minutes),
                None,
            ),
            Document::ItemTable => (
                words[ContentsMessage::ItemTable].to_string(),
                Some(DocumentKind::ItemTable),
                None,
            ),
            Document::ConclusionNotice => (
                words[ContentsMessage::Notice].to_string(),
                Some(DocumentKind::ConclusionNotice),
                None,
            ),
            Document::Petition => (
                words[ContentsMessage::Petition].to_string(),
                Some(DocumentKind::HigherLevelPetition),
                None,
            ),
            Document::Slip(index) => {
                let slips = slip::all(self.scribe());
                let slip = slips.get(index)?;
                (
                    words[ContentsMessage::Slip].render(&[("agency", &slip.name)]),
                    Some(DocumentKind::TransferSlip),
                    None,
                )
            }
            Document::Calendar => (words[ContentsMessage::Calendar].to_string(), None, None),
            Document::RecordJson | Document::RecordRon => {
                (words[ContentsMessage::Record].to_string(), None, None)
            }
            Document::Journal => (words[ContentsMessage::Journal].to_string(), None, None),
            Document::Attached(index) => {
                let attached = self.attached.get(index)?;
                let title = self
                    .words
                    .papers
                    .iter()
                    .find(|(kind, _)| kind == &attached.kind)
                    .map_or(&attached.kind, |(_, title)| title);
                (title.clone(), None, Some(attached.kind.clone()))
            }
            Document::Contents | Document::Manifest => return None,
        };
        Some(Listed {
            title,
            path: self.path(document),
            kind,
            entry,
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
            self.sums.add(file);
        }
        Some(made)
    }
}
