//! `verify`: whether a session or a dossier is what was written, told to people and to programs.

mod dossier;

use std::path::{Path, PathBuf};

use serde::Serialize;

pub(super) use dossier::{manifest_faults, record_faults};

use super::words::{SaidMessage, VerifyMessage};
use super::{RunPlace, cli_words, print_result};
use crate::cli::error::Error;
use crate::cli::json::in_json;
use crate::documents::{MANIFEST, RECORD_FILES};
use crate::domain::i18n::Lang;
use crate::store::explain;
use crate::store::journal::{self, ChainAnchor, JournalReading};
use crate::store::sessions::OpenFailed;
use crate::store::sessions::{self, FindError, OpenError};

/// What `verify SESSION --json` prints. Fields are only ever added.
#[derive(Serialize)]
struct SessionVerdict {
    path: String,
    whole: bool,
    records: usize,
    line: Option<usize>,
    byte: Option<u64>,
    what: Option<String>,
    torn_line: Option<usize>,
    /// The number of entries and the code of the last.
    digest: Option<String>,
    /// Whether the journal is the one that `--digest` names.
    digest_holds: Option<bool>,
    /// How many entries came after that.
    later: Option<usize>,
}

pub(super) fn run(
    place: &RunPlace,
    path: &Path,
    digest: Option<&str>,
    json: bool,
) -> Result<(), Error> {
    let digest = digest
        .map(|typed| typed.parse().map_err(|_| Error::Digest(typed.to_owned())))
        .transpose()?;
    let name = path.to_string_lossy();
    if digest.is_none() && is_dossier(path) {
        return dossier::run(place, path, json);
    }
    let folder = place.store().find(&name).map_err(|error| match error {
        FindError::Unknown(_) if path.exists() => {
            Error::Find(FindError::NotASession(path.to_owned()))
        }
        error @ (FindError::Unknown(_)
        | FindError::NotASession(_)
        | FindError::Ambiguous(..)
        | FindError::Away(..)) => Error::Find(error),
    })?;
    session(place, folder, digest.as_ref(), json)
}

/// A dossier of which something was taken away, or something else put in its place, is one all the same. A session's own
/// folder has a journal, too.
fn is_dossier(path: &Path) -> bool {
    std::iter::once(MANIFEST)
        .chain(RECORD_FILES)
        .filter(|name| *name != journal::FILE_NAME)
        .any(|name| path.join(name).symlink_metadata().is_ok())
}

fn session(
    place: &RunPlace,
    folder: PathBuf,
    digest: Option<&ChainAnchor>,
    json: bool,
) -> Result<(), Error> {
    let file = folder.join(journal::FILE_NAME);
    let reading = journal::read(&file).map_err(|cause| Error::Read {
        path: file.clone(),
        cause,
    })?;
    if json {
        print(&session_verdict(&file, &reading, digest, place.lang));
    }
    if let Some(damage) = reading.damage {
        return Err(Error::Open(OpenFailed {
            path: folder,
            cause: OpenError::Damaged(damage),
        }));
    }
    // What opens no session is none, also where every line is as it was written.
    let opened = sessions::session_of(&reading).and_then(|_| {
        reading
            .anchor()
            .ok_or_else(|| OpenError::Empty(reading.torn.clone()))
    });
    let anchor = opened.map_err(|cause| {
        Error::Open(OpenFailed {
            path: folder,
            cause,
        })
    })?;
    let later = match digest {
        Some(asked) if !holds(&reading, asked) => {
            return Err(Error::OtherJournal {
                path: file,
                asked: asked.to_string(),
                found: anchor.to_string(),
            });
        }
        Some(asked) => Some(later_than(&reading, asked)),
        None => None,
    };
    if json {
        return Ok(());
    }
    print_whole(place.lang, &file, &reading, &anchor);
    let words = cli_words(place.lang);
    if let (Some(asked), Some(later)) = (digest, later) {
        print_result(
            &words.verify[VerifyMessage::DigestHolds]
                .render(&[("digest", asked), ("later", &later)]),
        );
    }
    if let Some(torn) = &reading.torn {
        print_result(&words.said[SaidMessage::Torn].render(&[("line", &torn.line)]));
    }
    Ok(())
}

fn print_whole(lang: Lang, file: &Path, reading: &JournalReading, anchor: &ChainAnchor) {
    let words = cli_words(lang);
    print_result(
        &words.said[SaidMessage::Whole]
            .render(&[("path", &file.display()), ("count", &reading.records.len())]),
    );
    print_result(&words.verify[VerifyMessage::Digest].render(&[("digest", anchor)]));
}

/// Whether the journal, when it had so many entries, was the one that is named.
fn holds(reading: &JournalReading, asked: &ChainAnchor) -> bool {
    usize::try_from(asked.entries)
        .ok()
        .and_then(|entries| reading.anchor_at(entries))
        .is_some_and(|found| found == *asked)
}

fn later_than(reading: &JournalReading, asked: &ChainAnchor) -> usize {
    let then = usize::try_from(asked.entries).unwrap_or(usize::MAX);
    reading.records.len().saturating_sub(then)
}

fn session_verdict(
    file: &Path,
    reading: &JournalReading,
    digest: Option<&ChainAnchor>,
    lang: Lang,
) -> SessionVerdict {
    let digest_holds = digest.map(|asked| holds(reading, asked));
    SessionVerdict {
        path: file.display().to_string(),
        whole: reading.damage.is_none() && !reading.records.is_empty(),
        records: reading.records.len(),
        line: reading.damage.as_ref().map(|damage| damage.line),
        byte: reading.damage.as_ref().map(|damage| damage.byte),
        what: reading
            .damage
            .as_ref()
            .map(|damage| explain::damage(file, damage, lang)),
        torn_line: reading.torn.as_ref().map(|torn| torn.line),
        digest: reading.anchor().map(|anchor| anchor.to_string()),
        digest_holds,
        later: digest
            .filter(|_| digest_holds == Some(true))
            .map(|asked| later_than(reading, asked)),
    }
}

/// What a file says, without anything that a terminal would take for a command or that turns the line around.
fn shown(text: &str) -> String {
    text.chars()
        .map(|c| {
            let is_hidden = c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}');
            if is_hidden { '\u{fffd}' } else { c }
        })
        .take(200)
        .collect()
}

fn print(value: &impl Serialize) {
    print_result(&in_json(value));
}
