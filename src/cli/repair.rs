//! `repair`: a new journal of what is whole.

use super::words::SaidMessage;
use super::{RunPlace, cli_words, print_result};
use crate::cli::error::Error;
use crate::store::clock::Clock;
use crate::store::journal::{self, DamageKind, LockError};
use crate::store::sessions::OpenError;
use crate::store::sessions::OpenFailed;

pub(super) fn repair(place: &RunPlace, name: &str) -> Result<(), Error> {
    let folder = place.store().find(name).map_err(Error::Find)?;
    let file = folder.join(journal::FILE_NAME);
    let open = |cause: OpenError| {
        Error::Open(OpenFailed {
            path: folder.clone(),
            cause,
        })
    };
    // Nobody may write while the journal is exchanged.
    let take = || journal::DeskLock::take(&folder, Clock::system().now().wall);
    let _lock = match take() {
        Err(unclear @ LockError::Unclear(_)) => {
            super::warn(&cli_words(place.lang).said[SaidMessage::WatchingLock].to_string());
            unclear.wait(&Clock::system()).and_then(|()| take())
        }
        taken => taken,
    }
    .map_err(|error| open(error.into()))?;
    let reading = journal::read(&file).map_err(|cause| Error::Read {
        path: file.clone(),
        cause,
    })?;
    let words = cli_words(place.lang);
    // Nothing was ever written into it, or it was emptied: there is nothing to make a journal of.
    if reading.records.is_empty() && reading.damage.is_none() {
        return Err(open(OpenError::Empty(reading.torn)));
    }
    if reading.damage.is_none() && reading.torn.is_none() {
        print_result(
            &words.said[SaidMessage::NothingToRepair].render(&[("path", &file.display())]),
        );
        return Ok(());
    }
    if let Some(damage) = beyond_repair(&reading) {
        return Err(open(OpenError::Damaged(damage.clone())));
    }
    let is_lossless = reading
        .damage
        .as_ref()
        .is_some_and(|damage| damage.kind.is_lossless());
    let repaired = journal::repair(&file, &reading).map_err(|cause| Error::Write {
        path: file.clone(),
        cause,
    })?;
    let sentence = if is_lossless {
        &words.said[SaidMessage::RepairedWhole]
    } else {
        &words.said[SaidMessage::Repaired]
    };
    print_result(&sentence.render(&[
        ("count", &reading.records.len()),
        ("left_out", &repaired.left_out),
        ("path", &repaired.kept.display()),
    ]));
    Ok(())
}

/// The damage for which a journal is left as it is: nothing whole stands before it, or a newer program wrote what is not
/// understood and must not be cut off.
fn beyond_repair(reading: &journal::JournalReading) -> Option<&journal::Damage> {
    reading.damage.as_ref().filter(|damage| {
        reading.records.is_empty() || matches!(damage.kind, DamageKind::Newer { .. })
    })
}
