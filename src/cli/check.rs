//! `verify` and `repair`: whether a session or a dossier is whole and unchanged, and a new journal of what is whole.

use std::path::Path;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::{Place, said, say};
use crate::cli::error::{self, Error, FileFault};
use crate::cli::words::SaidMessage;
use crate::documents::MANIFEST;
use crate::store::journal;
use crate::store::sessions::{OpenError, SessionStore};

/// What `verify --json` prints. Fields are only ever added.
#[derive(Serialize)]
struct Verdict {
    path: String,
    whole: bool,
    records: usize,
    line: Option<usize>,
    byte: Option<u64>,
    what: Option<String>,
    torn_line: Option<usize>,
}

pub(super) fn verify(place: &Place, path: &Path, json: bool) -> Result<(), Error> {
    if path.join(MANIFEST).is_file() {
        return verify_dossier(place, path);
    }
    let name = path.to_string_lossy();
    let folder = SessionStore::at(&place.data)
        .find(&name)
        .map_err(|unknown| {
            if path.exists() {
                Error::NotASession(path.to_owned())
            } else {
                Error::Find(unknown)
            }
        })?;
    let file = folder.join(journal::FILE_NAME);
    let reading = journal::read(&file).map_err(|cause| Error::Read {
        path: file.clone(),
        cause,
    })?;
    let words = said(place.lang);
    if json {
        let verdict = Verdict {
            path: file.display().to_string(),
            whole: reading.damage.is_none() && !reading.records.is_empty(),
            records: reading.records.len(),
            line: reading.damage.as_ref().map(|damage| damage.line),
            byte: reading.damage.as_ref().map(|damage| damage.byte),
            what: reading
                .damage
                .as_ref()
                .map(|damage| error::damage(&file, damage, place.lang)),
            torn_line: reading.torn.as_ref().map(|torn| torn.line),
        };
        say(&serde_json::to_string_pretty(&verdict).unwrap_or_default());
    }
    if let Some(damage) = reading.damage {
        return Err(Error::Open {
            path: folder,
            cause: OpenError::Damaged(damage),
        });
    }
    if reading.records.is_empty() {
        return Err(Error::Open {
            path: folder,
            cause: OpenError::Empty(reading.torn),
        });
    }
    if !json {
        say(&words.said[SaidMessage::Whole]
            .render(&[("path", &file.display()), ("count", &reading.records.len())]));
        if let Some(torn) = &reading.torn {
            say(&words.said[SaidMessage::Torn].render(&[("line", &torn.line)]));
        }
    }
    Ok(())
}

/// Every file against the sums that were written with it.
fn verify_dossier(place: &Place, folder: &Path) -> Result<(), Error> {
    let manifest = folder.join(MANIFEST);
    let sums = std::fs::read_to_string(&manifest).map_err(|cause| Error::Read {
        path: manifest,
        cause,
    })?;
    let mut faults = Vec::new();
    let mut count = 0_usize;
    for (sum, name) in sums.lines().filter_map(|line| line.split_once("  ")) {
        count += 1;
        match std::fs::read(folder.join(name)) {
            Err(_) => faults.push((name.to_owned(), FileFault::Missing)),
            Ok(bytes) => {
                let found = journal::hex(&Sha256::digest(&bytes));
                if found != sum {
                    faults.push((name.to_owned(), FileFault::Changed));
                }
            }
        }
    }
    if !faults.is_empty() || count == 0 {
        return Err(Error::DossierChanged {
            path: folder.to_owned(),
            files: faults,
        });
    }
    let words = said(place.lang);
    say(&words.said[SaidMessage::DossierWhole]
        .render(&[("path", &folder.display()), ("count", &count)]));
    Ok(())
}

pub(super) fn repair(place: &Place, name: &str) -> Result<(), Error> {
    let folder = SessionStore::at(&place.data)
        .find(name)
        .map_err(Error::Find)?;
    let file = folder.join(journal::FILE_NAME);
    let open = |cause: OpenError| Error::Open {
        path: folder.clone(),
        cause,
    };
    // Nobody may write while the journal is exchanged.
    let _lock = journal::DeskLock::take(&folder, crate::store::clock::Clock::system().now().wall)
        .map_err(|error| open(error.into()))?;
    let reading = journal::read(&file).map_err(|cause| Error::Read {
        path: file.clone(),
        cause,
    })?;
    let words = said(place.lang);
    if reading.damage.is_none() && reading.torn.is_none() {
        say(&words.said[SaidMessage::NothingToRepair].render(&[("path", &file.display())]));
        return Ok(());
    }
    if reading.records.is_empty() {
        return Err(open(OpenError::Empty(reading.torn)));
    }
    let kept = journal::repair(&file, &reading).map_err(|cause| Error::Write {
        path: file.clone(),
        cause,
    })?;
    say(&words.said[SaidMessage::Repaired]
        .render(&[("count", &reading.records.len()), ("path", &kept.display())]));
    Ok(())
}
