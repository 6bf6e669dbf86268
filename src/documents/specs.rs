//! The table of documents: what each is, where it lies, what it is called, when it is made, how. A further document is a
//! further row. Knows every document and nothing of what is in one.

use super::builder::Making;
use super::contents;
use super::{MANIFEST, export, ics, letter, minutes, notice, petition, slip, workbook};
use super::{board, model::Paper};
use crate::documents::words::ContentsMessage;
use crate::domain::regulation::DocumentKind;

/// Why a document could not be made.
pub(super) type Unmade = Box<dyn std::error::Error + Send + Sync>;

/// One row: a kind of document, of which there may be several.
#[derive(Debug)]
pub(super) struct DocumentSpec {
    /// By which the regulation's list asks for it.
    pub kind: Option<DocumentKind>,
    /// Where the n-th lies in the dossier.
    pub path: fn(&Making<'_>, usize) -> String,
    /// What the contents call the n-th; `None` for what they do not list.
    pub title: Option<fn(&Making<'_>, usize) -> String>,
    /// Several are listed as one folder.
    pub grouped: bool,
    /// The entry of the regulation's list that the n-th fills because the office said so.
    pub entry: fn(&Making<'_>, usize) -> Option<String>,
    /// How many are made.
    pub count: fn(&Making<'_>) -> usize,
    pub bytes: fn(&Making<'_>, usize) -> Result<Vec<u8>, Unmade>,
}

/// What the dossier holds, in the order in which it is made.
pub(super) const SPECS: &[DocumentSpec] = &[
    DocumentSpec {
        kind: Some(DocumentKind::Minutes),
        path: |_, _| "bien-ban.docx".to_owned(),
        title: Some(|making, _| making.words.contents[ContentsMessage::Minutes].to_string()),
        grouped: false,
        entry: nowhere,
        count: always,
        bytes: |making, _| making.docx(&minutes::paper(making.scribe())),
    },
    DocumentSpec {
        kind: Some(DocumentKind::ItemTable),
        path: |_, _| "bang-tong-hop.xlsx".to_owned(),
        title: Some(|making, _| making.words.contents[ContentsMessage::ItemTable].to_string()),
        grouped: false,
        entry: nowhere,
        count: always,
        bytes: |making, _| Ok(workbook::bytes(making.scribe())?),
    },
    DocumentSpec {
        kind: Some(DocumentKind::ConclusionNotice),
        path: |_, _| "thong-bao-ket-luan.docx".to_owned(),
        title: Some(|making, _| making.words.contents[ContentsMessage::Notice].to_string()),
        grouped: false,
        entry: nowhere,
        count: once_held,
        bytes: |making, _| making.docx(&notice::paper(making.scribe())),
    },
    DocumentSpec {
        kind: Some(DocumentKind::HigherLevelPetition),
        path: |_, _| "kien-nghi-cap-tren.docx".to_owned(),
        title: Some(|making, _| making.words.contents[ContentsMessage::Petition].to_string()),
        grouped: false,
        entry: nowhere,
        count: |making| usize::from(!making.is_public && petition::is_called_for(making.scribe())),
        bytes: |making, _| making.docx(&petition::paper(making.scribe())),
    },
    DocumentSpec {
        kind: Some(DocumentKind::TransferSlip),
        path: |making, index| {
            let slips = slip::all(making.scribe());
            let slip = slips.get(index);
            slip.map_or_else(String::new, |slip| slip::file_name(slip, index + 1))
        },
        title: Some(|making, index| {
            let slips = slip::all(making.scribe());
            let agency = slips.get(index).map_or("", |slip| &slip.name);
            making.words.contents[ContentsMessage::Slip].render(&[("agency", &agency)])
        }),
        grouped: false,
        entry: nowhere,
        count: |making| of_the_office(making, slip::all(making.scribe()).len()),
        bytes: |making, index| {
            let slips = slip::all(making.scribe());
            papers_of(making, slips.get(index), slip::paper)
        },
    },
    DocumentSpec {
        kind: Some(DocumentKind::PetitionerLetter),
        path: |making, index| {
            let people = letter::all(making.scribe());
            let person = people.get(index);
            person.map_or_else(String::new, |person| letter::file_name(person, index + 1))
        },
        title: Some(|making, _| {
            let count = letter::all(making.scribe()).len();
            making.words.contents[ContentsMessage::Letters].render(&[("count", &count)])
        }),
        grouped: true,
        entry: nowhere,
        count: |making| of_the_office(making, letter::all(making.scribe()).len()),
        bytes: |making, index| {
            let people = letter::all(making.scribe());
            papers_of(making, people.get(index), letter::paper)
        },
    },
    DocumentSpec {
        kind: Some(DocumentKind::PublicResult),
        path: |_, _| "thong-bao-cong-khai.docx".to_owned(),
        title: Some(|making, _| making.words.contents[ContentsMessage::Board].to_string()),
        grouped: false,
        entry: nowhere,
        count: once_held,
        bytes: |making, _| making.docx(&board::paper(making.scribe())),
    },
    DocumentSpec {
        kind: None,
        path: |_, _| "han-xu-ly.ics".to_owned(),
        title: Some(|making, _| making.words.contents[ContentsMessage::Calendar].to_string()),
        grouped: false,
        entry: nowhere,
        count: always,
        bytes: |making, _| Ok(ics::bytes(making.scribe())),
    },
    DocumentSpec {
        kind: None,
        path: |_, _| "record.json".to_owned(),
        title: Some(|making, _| making.words.contents[ContentsMessage::Record].to_string()),
        grouped: false,
        entry: nowhere,
        count: always,
        bytes: |making, _| Ok(export::json(&making.record)?),
    },
    DocumentSpec {
        kind: None,
        path: |_, _| "record.ron".to_owned(),
        title: Some(|making, _| making.words.contents[ContentsMessage::Record].to_string()),
        grouped: false,
        entry: nowhere,
        count: always,
        bytes: |making, _| Ok(export::ron(&making.record)?),
    },
    DocumentSpec {
        kind: None,
        path: |_, _| crate::store::journal::FILE_NAME.to_owned(),
        title: Some(|making, _| making.words.contents[ContentsMessage::Journal].to_string()),
        grouped: false,
        entry: nowhere,
        // Nobody can tell what is private in it.
        count: |making| usize::from(!making.is_public),
        bytes: |making, _| Ok(making.journal.to_vec()),
    },
    DocumentSpec {
        kind: None,
        path: |making, index| {
            let attached = making.attached.get(index);
            attached.map_or_else(String::new, |attached| attached.path.clone())
        },
        title: Some(|making, index| {
            let Some(attached) = making.attached.get(index) else {
                return String::new();
            };
            let mut papers = making.words.papers.iter();
            papers
                .find(|(kind, _)| kind == &attached.kind)
                .map_or(&attached.kind, |(_, title)| title)
                .clone()
        }),
        grouped: false,
        entry: |making, index| Some(making.attached.get(index)?.kind.clone()),
        count: |making| making.attached.len(),
        bytes: |making, index| {
            let attached = making.attached.get(index);
            Ok(attached.map_or_else(Vec::new, |attached| attached.bytes.clone()))
        },
    },
    // What is left to look through before the public version goes up is for the office, and no part of it.
    DocumentSpec {
        kind: None,
        path: |_, _| "muc-luc.docx".to_owned(),
        title: None,
        grouped: false,
        entry: nowhere,
        count: always,
        bytes: |making, _| making.docx(&contents::paper(making.scribe(), &making.listed())),
    },
    DocumentSpec {
        kind: None,
        path: |_, _| MANIFEST.to_owned(),
        title: None,
        grouped: false,
        entry: nowhere,
        count: always,
        bytes: |making, _| Ok(making.sums.text().into_bytes()),
    },
];

fn always(_: &Making<'_>) -> usize {
    1
}

/// Nothing tells of a session that was never held.
fn once_held(making: &Making<'_>) -> usize {
    usize::from(making.record.began.is_some())
}

/// Papers between offices and petitioners are no matter of public notice.
fn of_the_office(making: &Making<'_>, count: usize) -> usize {
    if making.is_public { 0 } else { count }
}

fn nowhere(_: &Making<'_>, _: usize) -> Option<String> {
    None
}

fn papers_of<T>(
    making: &Making<'_>,
    of: Option<&T>,
    paper: impl Fn(super::prose::Prose<'_>, &T) -> Paper,
) -> Result<Vec<u8>, Unmade> {
    match of {
        Some(of) => making.docx(&paper(making.scribe(), of)),
        None => Ok(Vec::new()),
    }
}
