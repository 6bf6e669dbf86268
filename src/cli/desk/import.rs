//! Reads people and opinions that are added at the desk: of a file, or of a pasted table. What is wrong with a row is told,
//! and keeps no other row back.

use std::path::Path;

use crate::cli::error::Error;
use crate::cli::{RunPlace, new};
use crate::documents::plan_import::additions::{self, Addable, ListKind, PastedTable};
use crate::documents::plan_import::{self, Catalogue, Diagnostic, Location};
use crate::domain::i18n::WordedError;
use crate::domain::session::Session;
use crate::tui::desk::import::{ImportedLists, ReadAs};
use crate::tui::desk::run::ListsFrom;
use crate::tui::desk::words::{DeskWords, ImportMessage, SOURCES};

/// What can be added to the session, or why nothing can be read.
pub(super) fn lists(
    place: &RunPlace,
    session: &Session,
    from: &ListsFrom,
) -> Result<ImportedLists, WordedError> {
    let regulations = new::regulations_of(place, session);
    let id = session.regulation().id.clone();
    let catalogue = Catalogue {
        regulations: &regulations,
        regulation: Some(&id),
    };
    match from {
        ListsFrom::File(path) => of_file(place, session, path, &catalogue),
        ListsFrom::Table { cells, read_as } => {
            of_table(place, session, cells, *read_as, &catalogue)
        }
    }
}

fn of_file(
    place: &RunPlace,
    session: &Session,
    path: &Path,
    catalogue: &Catalogue<'_>,
) -> Result<ImportedLists, WordedError> {
    let draft = plan_import::read(path, catalogue).map_err(|cause| {
        let error = Error::Plan {
            path: path.to_owned(),
            cause,
        };
        WordedError::of(&error, place.lang)
    })?;
    let found = additions::without_wrong_rows(draft, Some(session.regulation()));
    let lang = place.lang;
    let left_out = found.left_out.iter();
    let remarks = found.remarks.iter();
    Ok(ImportedLists {
        left_out: left_out
            .map(|fault| plan_import::words::fault(fault, lang))
            .collect(),
        remarks: remarks
            .map(|remark| plan_import::words::warning(remark, lang))
            .collect(),
        columns: None,
        plan: Some(Box::new(found.plan)),
    })
}

fn of_table(
    place: &RunPlace,
    session: &Session,
    cells: &[Vec<String>],
    read_as: ReadAs,
    catalogue: &Catalogue<'_>,
) -> Result<ImportedLists, WordedError> {
    let words: DeskWords = SOURCES.read(place.lang);
    let asked = match read_as {
        ReadAs::Guessed => None,
        ReadAs::People => Some(ListKind::People),
        ReadAs::Opinions => Some(ListKind::Opinions),
    };
    let PastedTable {
        draft,
        kind,
        columns,
        has_headings,
    } = additions::of_table(cells, asked, catalogue)
        .ok_or_else(|| WordedError::of_sentence(words.import[ImportMessage::NoList].to_string()))?;
    let Addable {
        plan,
        left_out,
        remarks,
    } = additions::without_wrong_rows(draft, Some(session.regulation()));
    let lang = place.lang;
    Ok(ImportedLists {
        plan: Some(Box::new(plan)),
        left_out: left_out
            .iter()
            .map(|fault| {
                let what = plan_import::words::bare_fault(fault, lang);
                in_row(row_of(fault, has_headings), &what, &words)
            })
            .collect(),
        remarks: remarks
            .iter()
            .map(|remark| {
                let what = plan_import::words::bare_warning(remark, lang);
                in_row(row_of(remark, has_headings), &what, &words)
            })
            .collect(),
        columns: Some((
            columns,
            match kind {
                ListKind::People => ReadAs::People,
                ListKind::Opinions => ReadAs::Opinions,
            },
        )),
    })
}

/// The row of the table as it was pasted, counted from one.
fn row_of<What>(finding: &Diagnostic<What>, has_headings: bool) -> Option<u32> {
    match &finding.at {
        // A row of headings was put before a table that has none.
        Some(Location::Cell(place)) => Some(place.row? + u32::from(has_headings)),
        Some(Location::Line(_)) | None => None,
    }
}

fn in_row(row: Option<u32>, what: &str, words: &DeskWords) -> String {
    match row {
        Some(row) => words.import[ImportMessage::Row].render(&[("row", &row), ("what", &what)]),
        None => what.to_owned(),
    }
}
