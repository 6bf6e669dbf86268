//! The contents of the dossier against the regulation's own list: what is there, what the office has to add, what the
//! regulation does not ask for. Knows the list and which documents were made, and nothing of what is in them.

use super::layout::{Heading, Sheet};
use super::model::Paper;
use super::prose::Prose;
use crate::documents::words::ContentsMessage;
use crate::domain::regulation::{DocumentKind, DossierEntry};

/// A document of the dossier, for the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ContentsEntry {
    pub title: String,
    pub path: String,
    /// The kind by which the regulation's list asks for it.
    pub kind: Option<DocumentKind>,
    /// The entry that an attached paper fills.
    pub entry: Option<String>,
}

pub(super) fn paper(scribe: Prose<'_>, listed: &[ContentsEntry]) -> Paper {
    let (record, words) = (scribe.record, &scribe.words.contents);
    let mut sheet = Sheet::headed(
        scribe,
        &Heading::Kind {
            code: String::new(),
            kind: words[ContentsMessage::Kind].to_string(),
            subject: words[ContentsMessage::Subject].render(&[("title", &record.title)]),
            dated: false,
        },
    );
    let regulation = scribe.regulation();
    match &record.dossier {
        Some(list) => sheet.text(words[ContentsMessage::Basis].render(&[
            ("article", &scribe.cite(&list.article)),
            ("regulation", &regulation),
        ])),
        None => sheet.text(words[ContentsMessage::NoList].render(&[("regulation", &regulation)])),
    }
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut prescribed: Vec<&str> = Vec::new();
    for entry in record.dossier.iter().flat_map(|list| &list.entries) {
        let files = files_of(entry, listed);
        prescribed.extend(files.iter().map(|file| file.path.as_str()));
        let basis = record
            .dossier
            .as_ref()
            .map(|list| scribe.cite(&list.article))
            .unwrap_or_default();
        rows.push(row(
            rows.len() + 1,
            &entry.title.vi,
            &basis,
            state(scribe, entry, !files.is_empty()),
            &files,
        ));
    }
    for file in listed {
        if !prescribed.contains(&file.path.as_str()) {
            let number = rows.len() + 1;
            let state = if record.dossier.is_some() {
                words[ContentsMessage::NotPrescribed].as_str()
            } else {
                words[ContentsMessage::Present].as_str()
            };
            rows.push(row(number, &file.title, "", state, &[file]));
        }
    }
    sheet.table(
        &[10, 56, 34, 38, 42],
        &[
            words[ContentsMessage::HeadNumber].as_str(),
            words[ContentsMessage::HeadTitle].as_str(),
            words[ContentsMessage::HeadBasis].as_str(),
            words[ContentsMessage::HeadState].as_str(),
            words[ContentsMessage::HeadFile].as_str(),
        ],
        rows,
    );
    if let Some(kept) = record.dossier.as_ref().and_then(|list| list.kept.as_ref()) {
        sheet.text(words[ContentsMessage::Kept].render(&[
            ("kept", &kept.text.vi),
            ("article", &scribe.cite(&kept.article)),
        ]));
    }
    sheet.text(words[ContentsMessage::Drafts].as_str());
    sheet.paper(&format!(
        "{} – {}",
        words[ContentsMessage::Kind],
        record.title
    ))
}

/// The files that fill an entry: a document of this program, and what the office attached.
fn files_of<'a>(entry: &DossierEntry, listed: &'a [ContentsEntry]) -> Vec<&'a ContentsEntry> {
    listed
        .iter()
        .filter(|file| {
            (file.kind.is_some() && file.kind == entry.document)
                || file.entry.as_deref() == Some(entry.id.as_str())
        })
        .collect()
}

fn state<'a>(scribe: Prose<'a>, entry: &DossierEntry, present: bool) -> &'a str {
    let words = &scribe.words.contents;
    match (present, entry.if_any) {
        (true, _) => &words[ContentsMessage::Present],
        (false, true) => &words[ContentsMessage::NotNeeded],
        (false, false) => &words[ContentsMessage::ToAdd],
    }
    .as_str()
}

fn row(
    number: usize,
    title: &str,
    basis: &str,
    state: &str,
    files: &[&ContentsEntry],
) -> Vec<String> {
    let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    vec![
        number.to_string(),
        title.to_owned(),
        basis.to_owned(),
        state.to_owned(),
        paths.join("\n"),
    ]
}
