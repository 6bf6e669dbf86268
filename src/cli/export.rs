//! Writing the dossier of a session, from the command line and from the desk.

use std::path::{Path, PathBuf};

use super::{Place, said, say};
use crate::clock::Clock;
use crate::dossier::{self, Options};
use crate::error::{self, Error};
use crate::journal;
use crate::library::{self, Library, OpenError, Sitting};
use crate::record::SessionRecord;
use crate::session::Session;

/// What is asked of an export.
pub(super) struct Asked {
    pub to: Option<PathBuf>,
    pub public: bool,
    pub force: bool,
    pub attach: Vec<String>,
}

pub(super) fn run(place: &Place, name: &str, asked: Asked) -> Result<(), Error> {
    let folder = Library::at(&place.data).find(name).map_err(Error::Find)?;
    let path = folder.join(journal::FILE_NAME);
    let open = |cause: OpenError| Error::Open {
        path: folder.clone(),
        cause,
    };
    let bytes = std::fs::read(&path).map_err(|cause| Error::Read {
        path: path.clone(),
        cause,
    })?;
    let reading = journal::read_bytes(&bytes);
    if let Some(damage) = reading.damage {
        return Err(open(OpenError::Damaged(damage)));
    }
    let whole = usize::try_from(reading.whole_bytes)
        .ok()
        .and_then(|length| bytes.get(..length))
        .unwrap_or(&bytes);
    let session = library::session_of(&reading).map_err(open)?;
    let to = asked
        .to
        .unwrap_or_else(|| PathBuf::from(library::id_of(&folder)));
    let options = Options {
        public: asked.public,
        attach: asked
            .attach
            .iter()
            .map(|given| attached(given))
            .collect::<Result<_, _>>()?,
        ..Options::default()
    };
    write(&session, whole, &to, &options, asked.force)?;
    let words = said(place.lang)?;
    if session.state().closed.is_none() {
        super::warn(&words.said.draft.to_string());
    }
    say(&words.said.exported.fill(&[("path", &to.display())]));
    Ok(())
}

/// One key after closing: the dossier goes beside the journal, and a later one replaces it.
pub(super) fn from_desk(place: &Place, sitting: &Sitting) -> Result<PathBuf, String> {
    let to = sitting.folder().join("ho-so");
    let path = sitting.folder().join(journal::FILE_NAME);
    std::fs::read(&path)
        .map_err(|cause| Error::Read { path, cause })
        .and_then(|bytes| write(sitting.session(), &bytes, &to, &Options::default(), true))
        .map(|()| to)
        .map_err(|error| error::brief(&error, place.lang))
}

fn write(
    session: &Session,
    journal: &[u8],
    to: &Path,
    options: &Options,
    force: bool,
) -> Result<(), Error> {
    // A session that is not closed is written as it stood at its last record, so that the same journal gives the same files.
    let last = session
        .history()
        .entries()
        .last()
        .map_or_else(|| session.stamp(Clock::system().now()), |entry| entry.at);
    let record = SessionRecord::of(session, last);
    let files = dossier::make(&record, journal, options).map_err(Error::Dossier)?;
    dossier::write(&files, to, force).map_err(Error::Dossier)
}

fn attached(given: &str) -> Result<(String, PathBuf), Error> {
    given
        .split_once('=')
        .filter(|(kind, file)| !kind.is_empty() && !file.is_empty())
        .map(|(kind, file)| (kind.to_owned(), PathBuf::from(file)))
        .ok_or_else(|| Error::Attach(given.to_owned()))
}
