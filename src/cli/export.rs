//! Writing the dossier of a session, from the command line and from the desk.

use std::path::{Path, PathBuf};

use super::{Place, said, say};
use crate::calendar;
use crate::deadlines::deadlines_of;
use crate::deadlines::explain::Explainer;
use crate::dossier::{self, Options};
use crate::error::{self, Error};
use crate::journal;
use crate::library::{self, Library, OpenError, Sitting};
use crate::record::SessionRecord;
use crate::regulation::{Regulation, RegulationId};
use crate::session::Session;
use crate::session::plan::Level;
use crate::words::Lang;

/// The law whose deadlines stand beside those of every commune.
const FLOOR: &str = "luat-72-2025-dieu-43";

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
        user_words: place.documents(),
    };
    write(place, &session, whole, &to, &options, asked.force)?;

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
        .and_then(|bytes| {
            let options = Options {
                user_words: place.documents(),
                ..Options::default()
            };
            write(place, sitting.session(), &bytes, &to, &options, true)
        })
        .map(|()| to)
        .map_err(|error| error::brief(&error, place.lang))
}

fn write(
    place: &Place,
    session: &Session,
    journal: &[u8],
    to: &Path,
    options: &Options,
    force: bool,
) -> Result<(), Error> {
    let record = with_deadlines(place, session, SessionRecord::as_left(session))?;
    let files = dossier::make(&record, journal, options).map_err(Error::Dossier)?;
    dossier::write(&files, to, force).map_err(Error::Dossier)
}

/// The record with what is due counted on the calendar; beside the regulation's own deadlines of a commune stand those of
/// the national floor.
fn with_deadlines(
    place: &Place,
    session: &Session,
    record: SessionRecord,
) -> Result<SessionRecord, Error> {
    let calendar = calendar::years::load(place.calendar().as_deref()).map_err(Error::Calendar)?;
    let floor = match session.plan().level {
        Level::Commune => Some(place.regulation(&RegulationId(FLOOR.to_owned()))?),
        Level::Province => None,
    };
    let held = record
        .began
        .map_or(record.planned_begin.date(), |began| began.date_naive());
    let regulation = session.regulation();
    let due = deadlines_of(regulation, floor.as_ref(), &calendar, held, None);
    // The documents are in Vietnamese, whatever the program speaks.
    let explainer = Explainer::new(Lang::Vi).map_err(Error::Words)?;
    let sources: Vec<&Regulation> = std::iter::once(regulation).chain(&floor).collect();
    Ok(record.with_deadlines(&due, &sources, &explainer))
}

fn attached(given: &str) -> Result<(String, PathBuf), Error> {
    given
        .split_once('=')
        .filter(|(kind, file)| !kind.is_empty() && !file.is_empty())
        .map(|(kind, file)| (kind.to_owned(), PathBuf::from(file)))
        .ok_or_else(|| Error::Attach(given.to_owned()))
}
