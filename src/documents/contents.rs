//! The contents of the dossier against the regulation's own list: what is there, what the office has to add, what the
//! regulation does not ask for. Knows the list and which documents were made, and nothing of what is in them.

mod went_out;

use chrono::NaiveDate;

use self::went_out::WentOut;
use super::layout::{Heading, Sheet};
use super::model::Paper;
use super::petition;
use super::prose::Prose;
use crate::documents::words::ContentsMessage;
use crate::domain::record::Edition;
use crate::domain::regulation::{DocumentKind, DossierEntry};

/// A document of the dossier, for the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ContentsEntry {
    pub title: String,
    pub path: String,
    /// The kind by which the regulation's list asks for it.
    pub kind: Option<DocumentKind>,
    /// The agency it is for, where there is one for each.
    pub agency: Option<String>,
    /// A paper that this program made, for the office to number and sign.
    pub is_draft: bool,
    /// The entry that an attached paper fills.
    pub entry: Option<String>,
}

pub(super) fn paper(prose: Prose<'_>, listed: &[ContentsEntry]) -> Paper {
    let (record, words) = (prose.record, &prose.words.contents);
    let mut sheet = Sheet::headed(
        prose,
        &Heading::Kind {
            code: String::new(),
            kind: words[ContentsMessage::Kind].to_string(),
            subject: words[ContentsMessage::Subject].render(&[("title", &record.title)]),
            dated: false,
        },
    );
    let regulation = prose.regulation();
    match &record.dossier {
        Some(list) => sheet.text(words[ContentsMessage::Basis].render(&[
            ("article", &prose.cite(&list.article)),
            ("regulation", &regulation),
        ])),
        None => sheet.text(words[ContentsMessage::NoList].render(&[("regulation", &regulation)])),
    }
    // Before the table: behind it, it would stand on a page of its own.
    sheet.text(words[ContentsMessage::Drafts].as_str());
    sheet.table(
        &[10, 52, 37, 44, 37],
        &[
            words[ContentsMessage::HeadNumber].as_str(),
            words[ContentsMessage::HeadTitle].as_str(),
            words[ContentsMessage::HeadBasis].as_str(),
            words[ContentsMessage::HeadState].as_str(),
            words[ContentsMessage::HeadFile].as_str(),
        ],
        rows(prose, listed),
    );
    if let Some(kept) = record.dossier.as_ref().and_then(|list| list.kept.as_ref()) {
        sheet.text(words[ContentsMessage::Kept].render(&[
            ("kept", &kept.text.vi),
            ("article", &prose.cite(&kept.article)),
        ]));
    }
    sheet.paper(&format!(
        "{} – {}",
        words[ContentsMessage::Kind],
        record.title
    ))
}

/// What the regulation lists, then the other files, then what went out beside them.
fn rows(prose: Prose<'_>, listed: &[ContentsEntry]) -> Vec<Vec<String>> {
    let (record, words) = (prose.record, &prose.words.contents);
    let went_out = WentOut { prose };
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut prescribed: Vec<&str> = Vec::new();
    let mut named: Vec<DocumentKind> = Vec::new();
    for entry in record.dossier.iter().flat_map(|list| &list.entries) {
        let files = files_of(entry, listed);
        prescribed.extend(files.iter().map(|file| file.path.as_str()));
        named.extend(entry.document);
        let basis = record
            .dossier
            .as_ref()
            .map(|list| prose.cite(&list.article))
            .unwrap_or_default();
        let mut paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        paths.extend(went_out.copies(entry.document));
        let state = state(prose, entry, &files);
        rows.push(row(rows.len() + 1, &entry.title.vi, &basis, &state, &paths));
    }
    for file in listed {
        if prescribed.contains(&file.path.as_str()) {
            continue;
        }
        let state = match (file.is_draft, record.dossier.is_some()) {
            (true, true) => &words[ContentsMessage::DraftedUnlisted],
            (true, false) => &words[ContentsMessage::Drafted],
            (false, true) => &words[ContentsMessage::NotPrescribed],
            (false, false) => &words[ContentsMessage::Present],
        };
        let state = went_out
            .state(file.kind, file.agency.as_deref())
            .unwrap_or_else(|| state.to_string());
        let mut paths = vec![file.path.as_str()];
        if file.kind.is_some_and(|kind| !named.contains(&kind)) {
            paths.extend(went_out.copies(file.kind));
            named.extend(file.kind);
        }
        rows.push(row(rows.len() + 1, &file.title, "", &state, &paths));
    }
    for (title, state, paths) in went_out.beside(&named) {
        rows.push(row(rows.len() + 1, &title, "", &state, &paths));
    }
    rows
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

/// What there is of an entry: the paper itself only where the office attached it or marked it done with its day; what this
/// program made is a draft.
fn state(prose: Prose<'_>, entry: &DossierEntry, files: &[&ContentsEntry]) -> String {
    let words = &prose.words.contents;
    if files.iter().any(|file| !file.is_draft) {
        return words[ContentsMessage::Present].to_string();
    }
    if let Some(state) = (WentOut { prose }).state(entry.document, None) {
        return state;
    }
    if let Some(day) = done_on(prose, entry) {
        return words[ContentsMessage::PresentOn].render(&[("date", &prose.date(day))]);
    }
    match (files.is_empty(), entry.if_any) {
        (false, _) => &words[ContentsMessage::Drafted],
        // It was written, and goes to the body above alone.
        (true, true) if is_kept_back(prose, entry) => &words[ContentsMessage::NotPublic],
        (true, true) => &words[ContentsMessage::NotNeeded],
        (true, false) => &words[ContentsMessage::ToAdd],
    }
    .to_string()
}

/// Whether there is occasion for a paper that the public version does not hold.
fn is_kept_back(prose: Prose<'_>, entry: &DossierEntry) -> bool {
    matches!(prose.record.edition, Edition::Public { .. })
        && entry.document == Some(DocumentKind::HigherLevelPetition)
        && petition::is_called_for(prose)
}

/// The day on which the office did what comes to this paper.
fn done_on(prose: Prose<'_>, entry: &DossierEntry) -> Option<NaiveDate> {
    let paper = entry.document?;
    let mut duties = prose.record.deadlines.iter();
    duties.find_map(|duty| duty.done.filter(|_| duty.paper == Some(paper)))
}

fn row(number: usize, title: &str, basis: &str, state: &str, paths: &[&str]) -> Vec<String> {
    vec![
        number.to_string(),
        title.to_owned(),
        basis.to_owned(),
        state.to_owned(),
        paths.join("\n"),
    ]
}
