//! The table of documents: what each is, where it lies, what it is called, when it is made, how. A further document is a
//! further row. Knows every document and nothing of what is in one.

use super::attach::Attached;
use super::contents::{self, ContentsEntry};
use super::prose::Prose;
use super::words::DocumentWords;
use super::{
    JOURNAL, MANIFEST, docx, export, ics, letter, manifest, minutes, notice, petition, slip,
    workbook,
};
use super::{board, model::Paper};
use crate::documents::words::ContentsMessage;
use crate::domain::record::SessionRecord;
use crate::domain::regulation::DocumentKind;

/// Where the contents of the file lie.
pub const CONTENTS: &str = "muc-luc.docx";

/// Why a document could not be made.
pub(super) type Unmade = Box<dyn std::error::Error + Send + Sync>;

/// What documents are made of.
#[derive(Debug)]
pub(super) struct Material<'a> {
    pub record: SessionRecord,
    pub words: DocumentWords,
    pub journal: &'a [u8],
    /// The ledger of what followed the session, and its files.
    pub follow_up: Vec<super::DossierFile>,
    /// Papers of the office.
    pub attached: Vec<Attached>,
    pub is_public: bool,
    /// The sums of what was made so far, and how it was made.
    pub sums: manifest::Sums,
    pub made_by: manifest::MadeBy,
}

impl Material<'_> {
    pub(super) const fn prose(&self) -> Prose<'_> {
        Prose {
            record: &self.record,
            words: &self.words,
        }
    }

    fn docx(&self, paper: &Paper) -> Result<Vec<u8>, Unmade> {
        Ok(docx::bytes(paper, self.record.ended.or(self.record.began))?)
    }
}

/// One document: its row in the table, and which of several it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Document {
    pub spec: &'static DocumentSpec,
    pub index: usize,
}

/// The documents of a dossier, in the order in which they are made.
pub(super) fn planned(material: &Material<'_>) -> Vec<Document> {
    SPECS
        .iter()
        .flat_map(|spec| {
            let count = (spec.count)(material);
            (0..count).map(move |index| Document { spec, index })
        })
        .collect()
}

impl Document {
    pub(super) fn path(self, material: &Material<'_>) -> String {
        self.spec.lies.path(material, self.index)
    }

    /// The document as the contents list it; several of a kind stand as their folder.
    fn listed(self, material: &Material<'_>) -> Option<ContentsEntry> {
        let path = self.path(material);
        let folder = path.split_once('/').filter(|_| self.spec.grouped);
        (self.index == 0 || !self.spec.grouped).then_some(())?;
        Some(ContentsEntry {
            title: (self.spec.title?)(material, self.index),
            path: folder.map_or(path.clone(), |(folder, _)| format!("{folder}/")),
            kind: self.spec.kind,
            agency: (self.spec.kind == Some(DocumentKind::TransferSlip))
                .then(|| slip::all(material.prose()))
                .and_then(|slips| slips.get(self.index).map(|slip| slip.name.clone())),
            is_draft: self.spec.kind.is_some(),
            entry: (self.spec.entry)(material, self.index),
        })
    }
}

/// The documents as the contents list them.
fn listed(material: &Material<'_>) -> Vec<ContentsEntry> {
    planned(material)
        .into_iter()
        .filter_map(|document| document.listed(material))
        .collect()
}

/// Where a document lies in the dossier.
#[derive(Debug)]
pub(super) enum DocumentPlace {
    /// There is one of this name.
    At(&'static str),
    /// There are several, and these are the names and folders they have; the n-th lies where the function says.
    Among(&'static [&'static str], fn(&Material<'_>, usize) -> String),
}

impl DocumentPlace {
    fn path(&self, material: &Material<'_>, index: usize) -> String {
        match self {
            Self::At(name) => (*name).to_owned(),
            Self::Among(_, path) => path(material, index),
        }
    }

    /// Whether a document of this kind may lie there.
    fn may_be(&self, path: &str) -> bool {
        match self {
            Self::At(name) => path == *name,
            Self::Among(names, _) => names.iter().any(|name| {
                let inside = path.strip_prefix(name);
                inside.is_some_and(|rest| rest.is_empty() != name.ends_with('/'))
            }),
        }
    }
}

/// Whether a document of some kind lies there. The manifest, which names them, is none.
pub(super) fn is_document(path: &str) -> bool {
    path != MANIFEST && SPECS.iter().any(|spec| spec.lies.may_be(path))
}

/// One row: a kind of document, of which there may be several.
#[derive(Debug)]
pub(super) struct DocumentSpec {
    /// By which the regulation's list asks for it.
    pub kind: Option<DocumentKind>,
    pub lies: DocumentPlace,
    /// What the contents call the n-th; `None` for what they do not list.
    pub title: Option<fn(&Material<'_>, usize) -> String>,
    /// Made out of the record and read by people, so that it can be made once more and held against what lies there.
    pub is_paper: bool,
    /// Several are listed as one folder.
    pub grouped: bool,
    /// The entry of the regulation's list that the n-th fills because the office said so.
    pub entry: fn(&Material<'_>, usize) -> Option<String>,
    /// How many are made.
    pub count: fn(&Material<'_>) -> usize,
    pub bytes: fn(&Material<'_>, usize) -> Result<Vec<u8>, Unmade>,
}

/// What the dossier holds, in the order in which it is made.
const SPECS: &[DocumentSpec] = &[
    DocumentSpec {
        kind: Some(DocumentKind::Minutes),
        is_paper: true,
        lies: DocumentPlace::At("bien-ban.docx"),
        title: Some(|material, _| material.words.contents[ContentsMessage::Minutes].to_string()),
        grouped: false,
        entry: nowhere,
        count: always,
        bytes: |material, _| material.docx(&minutes::paper(material.prose())),
    },
    DocumentSpec {
        kind: Some(DocumentKind::ItemTable),
        is_paper: true,
        lies: DocumentPlace::At("bang-tong-hop.xlsx"),
        title: Some(|material, _| material.words.contents[ContentsMessage::ItemTable].to_string()),
        grouped: false,
        entry: nowhere,
        count: always,
        bytes: |material, _| Ok(workbook::bytes(material.prose())?),
    },
    DocumentSpec {
        kind: Some(DocumentKind::ConclusionNotice),
        is_paper: true,
        lies: DocumentPlace::At("thong-bao-ket-luan.docx"),
        title: Some(|material, _| material.words.contents[ContentsMessage::Notice].to_string()),
        grouped: false,
        entry: nowhere,
        count: once_held,
        bytes: |material, _| material.docx(&notice::paper(material.prose())),
    },
    DocumentSpec {
        kind: Some(DocumentKind::HigherLevelPetition),
        is_paper: true,
        lies: DocumentPlace::At("kien-nghi-cap-tren.docx"),
        title: Some(|material, _| material.words.contents[ContentsMessage::Petition].to_string()),
        grouped: false,
        entry: nowhere,
        count: |material| {
            usize::from(!material.is_public && petition::is_called_for(material.prose()))
        },
        bytes: |material, _| material.docx(&petition::paper(material.prose())),
    },
    DocumentSpec {
        kind: Some(DocumentKind::TransferSlip),
        is_paper: true,
        lies: DocumentPlace::Among(&["phieu-chuyen/"], |material, index| {
            let slips = slip::all(material.prose());
            let slip = slips.get(index);
            slip.map_or_else(String::new, |slip| slip::file_name(slip, index + 1))
        }),
        title: Some(|material, index| {
            let slips = slip::all(material.prose());
            let agency = slips.get(index).map_or("", |slip| &slip.name);
            material.words.contents[ContentsMessage::Slip].render(&[("agency", &agency)])
        }),
        grouped: false,
        entry: nowhere,
        count: |material| of_the_office(material, slip::all(material.prose()).len()),
        bytes: |material, index| {
            let slips = slip::all(material.prose());
            papers_of(material, slips.get(index), slip::paper)
        },
    },
    DocumentSpec {
        kind: Some(DocumentKind::PetitionerLetter),
        is_paper: true,
        lies: DocumentPlace::Among(&["thu-tra-loi/"], |material, index| {
            let people = letter::all(material.prose());
            let person = people.get(index);
            person.map_or_else(String::new, |person| letter::file_name(person, index + 1))
        }),
        title: Some(|material, _| {
            let count = letter::all(material.prose()).len();
            material.words.contents[ContentsMessage::Letters].render(&[("count", &count)])
        }),
        grouped: true,
        entry: nowhere,
        count: |material| of_the_office(material, letter::all(material.prose()).len()),
        bytes: |material, index| {
            let people = letter::all(material.prose());
            papers_of(material, people.get(index), letter::paper)
        },
    },
    DocumentSpec {
        kind: Some(DocumentKind::PublicResult),
        is_paper: true,
        lies: DocumentPlace::At("thong-bao-cong-khai.docx"),
        title: Some(|material, _| material.words.contents[ContentsMessage::Board].to_string()),
        grouped: false,
        entry: nowhere,
        count: once_held,
        bytes: |material, _| {
            // It hangs where everybody passes, whatever else the dossier is for.
            let record = material.record.for_public();
            material.docx(&board::paper(Prose {
                record: &record,
                words: &material.words,
            }))
        },
    },
    DocumentSpec {
        kind: None,
        is_paper: true,
        lies: DocumentPlace::At("han-xu-ly.ics"),
        title: Some(|material, _| material.words.contents[ContentsMessage::Calendar].to_string()),
        grouped: false,
        entry: nowhere,
        count: always,
        bytes: |material, _| Ok(ics::bytes(material.prose())),
    },
    DocumentSpec {
        kind: None,
        is_paper: false,
        lies: DocumentPlace::At("record.json"),
        title: Some(|material, _| material.words.contents[ContentsMessage::Record].to_string()),
        grouped: false,
        entry: nowhere,
        count: always,
        bytes: |material, _| Ok(export::json(&material.record)?),
    },
    DocumentSpec {
        kind: None,
        is_paper: false,
        lies: DocumentPlace::At("record.ron"),
        title: Some(|material, _| material.words.contents[ContentsMessage::Record].to_string()),
        grouped: false,
        entry: nowhere,
        count: always,
        bytes: |material, _| Ok(export::ron(&material.record)?),
    },
    DocumentSpec {
        kind: None,
        is_paper: false,
        lies: DocumentPlace::At(JOURNAL),
        title: Some(|material, _| material.words.contents[ContentsMessage::Journal].to_string()),
        grouped: false,
        entry: nowhere,
        // Nobody can tell what is private in it.
        count: |material| usize::from(!material.is_public),
        bytes: |material, _| Ok(material.journal.to_vec()),
    },
    DocumentSpec {
        kind: None,
        is_paper: false,
        lies: DocumentPlace::Among(&["follow-up.ron", "follow-up-files/"], |material, index| {
            let file = material.follow_up.get(index);
            file.map(|file| file.path.clone()).unwrap_or_default()
        }),
        title: None,
        grouped: false,
        entry: nowhere,
        count: |material| material.follow_up.len(),
        bytes: |material, index| {
            let file = material.follow_up.get(index);
            Ok(file.map(|file| file.bytes.clone()).unwrap_or_default())
        },
    },
    DocumentSpec {
        kind: None,
        is_paper: false,
        lies: DocumentPlace::Among(&[super::ATTACHED], |material, index| {
            let attached = material.attached.get(index);
            attached.map_or_else(String::new, |attached| attached.path.clone())
        }),
        title: Some(|material, index| {
            let Some(attached) = material.attached.get(index) else {
                return String::new();
            };
            let mut papers = material.words.papers.iter();
            papers
                .find(|(kind, _)| kind == &attached.kind)
                .map_or(&attached.kind, |(_, title)| title)
                .clone()
        }),
        grouped: false,
        entry: |material, index| Some(material.attached.get(index)?.kind.clone()),
        count: |material| material.attached.len(),
        bytes: |material, index| {
            let attached = material.attached.get(index);
            Ok(attached.map_or_else(Vec::new, |attached| attached.bytes.clone()))
        },
    },
    // What is left to look through before the public version goes up is for the office, and no part of it.
    DocumentSpec {
        kind: None,
        is_paper: true,
        lies: DocumentPlace::At(CONTENTS),
        title: None,
        grouped: false,
        entry: nowhere,
        count: always,
        bytes: |material, _| material.docx(&contents::paper(material.prose(), &listed(material))),
    },
    DocumentSpec {
        kind: None,
        is_paper: false,
        lies: DocumentPlace::At(MANIFEST),
        title: None,
        grouped: false,
        entry: nowhere,
        count: always,
        bytes: |material, _| Ok(material.sums.text(&material.made_by).into_bytes()),
    },
];

fn always(_: &Material<'_>) -> usize {
    1
}

/// Nothing tells of a session that was never held.
fn once_held(material: &Material<'_>) -> usize {
    usize::from(material.record.began.is_some())
}

/// Papers between offices and petitioners are no matter of public notice.
fn of_the_office(material: &Material<'_>, count: usize) -> usize {
    if material.is_public { 0 } else { count }
}

fn nowhere(_: &Material<'_>, _: usize) -> Option<String> {
    None
}

fn papers_of<T>(
    material: &Material<'_>,
    of: Option<&T>,
    paper: impl Fn(Prose<'_>, &T) -> Paper,
) -> Result<Vec<u8>, Unmade> {
    match of {
        Some(of) => material.docx(&paper(material.prose(), of)),
        None => Ok(Vec::new()),
    }
}
