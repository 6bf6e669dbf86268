//! `repair`: a new journal of what is whole.

use super::words::SaidMessage;
use super::{Place, said, say};
use crate::cli::error::Error;
use crate::store::journal;
use crate::store::sessions::{OpenError, SessionStore};

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
