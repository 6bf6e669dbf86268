//! What the commands of following up share: causes in words, records with their days counted, files that are never
//! written over others, what is owed as a calendar.

pub(super) mod last_promises;
pub(super) mod office;
pub(super) mod owed;

use crate::domain::follow_up::words::FollowUpMessage;
use crate::store::explain::worded_io;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};

use super::RunPlace;
use super::counting_basis::CountingBasis;
use crate::documents::DossierFile;
use crate::domain::deadlines::explain::Explainer;
use crate::domain::follow_up::teller::FollowUpTeller;
use crate::domain::follow_up::{self, OwedRow, OwedThing, SessionPromises};
use crate::domain::i18n::{Lang, WordedError};
use crate::domain::record::SessionRecord;
use crate::store::journal;
use crate::store::private_fs;
use crate::store::sessions::{OpenFailed, session_of};

/// The record of the session in a folder, with its days counted on the calendar.
pub(super) fn record_of(
    folder: &Path,
    promises: &SessionPromises,
    ledger: &follow_up::LedgerState,
    counted: &CountingBasis,
    place: &RunPlace,
) -> Result<SessionRecord, WordedError> {
    let reading = journal::read(&folder.join(journal::FILE_NAME))
        .map_err(|error| worded_io(&error, place.lang))?;
    let session = session_of(&reading).map_err(|cause| {
        let path = folder.to_owned();
        WordedError::of(&OpenFailed { path, cause }, place.lang)
    })?;
    // The documents are in Vietnamese, whatever the program speaks.
    let explainer = Explainer::new(Lang::Vi);
    Ok(counted.with_deadlines(
        SessionRecord::as_left(&session),
        session.regulation(),
        promises,
        ledger,
        &explainer,
    ))
}

/// Where papers go that nobody named a folder for: the office's folder for them, else the documents of the user.
pub(super) fn documents_folder(place: &RunPlace) -> PathBuf {
    let documents =
        || directories::UserDirs::new().and_then(|dirs| dirs.document_dir().map(Path::to_owned));
    place
        .papers
        .clone()
        .or_else(documents)
        .unwrap_or_else(|| place.data.clone())
}

/// Writes files into a folder, none over another that was there; the path of the first comes back.
pub(super) fn write_files(to: &Path, files: &[DossierFile]) -> std::io::Result<PathBuf> {
    private_fs::folder(to)?;
    let mut first = None;
    for file in files {
        let wanted = to.join(&file.path);
        if let Some(parent) = wanted.parent() {
            private_fs::folder(parent)?;
        }
        let path = free_path(&wanted)?;
        let mut written = private_fs::new_file(&path)?;
        std::io::Write::write_all(&mut written, &file.bytes)?;
        written.sync_all()?;
        first.get_or_insert(path);
    }
    first.ok_or_else(|| std::io::ErrorKind::InvalidInput.into())
}

/// The path, or with a number behind its name where that is taken.
fn free_path(wanted: &Path) -> std::io::Result<PathBuf> {
    let stem = wanted
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default();
    let extension = wanted
        .extension()
        .map(|extension| format!(".{}", extension.to_string_lossy()))
        .unwrap_or_default();
    std::iter::once(wanted.to_owned())
        .chain(
            (2..10_000).map(|number| wanted.with_file_name(format!("{stem}-{number}{extension}"))),
        )
        .find(|path| !path.exists())
        .ok_or_else(|| std::io::ErrorKind::AlreadyExists.into())
}

/// What is owed, as an iCalendar of whole days. The ids follow from session and thing alone, so that a calendar that reads
/// it a second time changes its entries instead of doubling them.
pub(super) fn ics(rows: &[OwedRow], teller: &FollowUpTeller, today: NaiveDate) -> String {
    let mut file = String::new();
    line(&mut file, "BEGIN:VCALENDAR");
    line(&mut file, "VERSION:2.0");
    line(&mut file, "PRODID:-//doithoai//doithoai//VI");
    line(&mut file, "CALSCALE:GREGORIAN");
    line(&mut file, "METHOD:PUBLISH");
    for row in rows {
        let Some(day) = row.day else { continue };
        let key = match &row.what {
            OwedThing::Promise(promise) => format!("item-{}", promise.item.id),
            OwedThing::Duty(duty) => format!("{}-{}", duty.duty.source.0, duty.duty.id.0),
        };
        let mut told = Vec::new();
        if let OwedThing::Promise(promise) = &row.what {
            told.extend(promise.agency.clone());
            told.push(promise.item.text.clone());
        }
        told.push(
            teller.words[FollowUpMessage::DueSession]
                .render(&[("session", &row.session), ("title", &row.title)]),
        );
        line(&mut file, "BEGIN:VEVENT");
        line(&mut file, &format!("UID:{}-{key}@doithoai", row.session));
        line(
            &mut file,
            &format!("DTSTAMP:{}T000000Z", today.format("%Y%m%d")),
        );
        line(
            &mut file,
            &format!("DTSTART;VALUE=DATE:{}", day.format("%Y%m%d")),
        );
        if let Some(next) = day.checked_add_days(Days::new(1)) {
            line(
                &mut file,
                &format!("DTEND;VALUE=DATE:{}", next.format("%Y%m%d")),
            );
        }
        let summary = escaped(&teller.thing(&row.what));
        line(&mut file, &format!("SUMMARY:{summary}"));
        let told = escaped(&told.join("\n"));
        line(&mut file, &format!("DESCRIPTION:{told}"));
        line(&mut file, "TRANSP:TRANSPARENT");
        line(&mut file, "END:VEVENT");
    }
    line(&mut file, "END:VCALENDAR");
    file
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' => out.push_str("\\n"),
            ';' | ',' | '\\' => {
                out.push('\\');
                out.push(letter);
            }
            other => out.push(other),
        }
    }
    out
}

/// One line of at most 75 bytes, gone on in the next where it is longer.
fn line(file: &mut String, text: &str) {
    let mut width = 0;
    for letter in text.chars() {
        if width + letter.len_utf8() > 75 {
            file.push_str("\r\n ");
            width = 1;
        }
        let _ = write!(file, "{letter}");
        width += letter.len_utf8();
    }
    file.push_str("\r\n");
}
