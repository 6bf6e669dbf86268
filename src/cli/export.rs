//! Writing the dossier of a session, from the command line and from the desk.

use std::path::{Path, PathBuf};

use super::ground::{self, Ground};
use super::{Place, said, say};
use crate::cli::error::{self, Error};
use crate::documents::{self, DossierFile, Making, Options};
use crate::domain::deadlines::deadlines_of;
use crate::domain::deadlines::explain::Explainer;
use crate::domain::i18n::Lang;
use crate::domain::record::SessionRecord;
use crate::domain::regulation::Regulation;
use crate::domain::session::Session;
use crate::store::journal;
use crate::store::sessions::{self, OpenError, OpenSession, SessionStore};
use crate::tui::desk::run::Progress;

/// What is asked of an export.
pub(super) struct Asked {
    pub to: Option<PathBuf>,
    pub public: bool,
    pub force: bool,
    pub attach: Vec<String>,
}

pub(super) fn run(place: &Place, name: &str, asked: Asked) -> Result<(), Error> {
    let folder = SessionStore::at(&place.data)
        .find(name)
        .map_err(Error::Find)?;
    let written = write(place, &folder, asked)?;
    let words = said(place.lang)?;
    ground::warn(place, &written.ground, &words);
    if !written.is_closed {
        super::warn(&words.said.draft.to_string());
    }
    say(&words
        .said
        .exported
        .render(&[("path", &written.to.display())]));
    Ok(())
}

/// The dossier of the session in a folder, written into the present one as `export` does; where, and whether the session is
/// closed.
pub(super) fn of_folder(place: &Place, folder: &Path) -> Result<(PathBuf, bool), Error> {
    let asked = Asked {
        to: None,
        public: false,
        force: false,
        attach: Vec::new(),
    };
    let written = write(place, folder, asked)?;
    let to = std::path::absolute(&written.to).unwrap_or(written.to);
    Ok((to, written.is_closed))
}

/// A dossier that was written.
struct Written {
    to: PathBuf,
    is_closed: bool,
    ground: Ground,
}

fn write(place: &Place, folder: &Path, asked: Asked) -> Result<Written, Error> {
    let path = folder.join(journal::FILE_NAME);
    let open = |cause: OpenError| Error::Open {
        path: folder.to_owned(),
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
    let session = sessions::session_of(&reading).map_err(open)?;
    let to = asked
        .to
        .unwrap_or_else(|| PathBuf::from(sessions::id_of(folder)));
    let options = Options {
        public: asked.public,
        attach: asked
            .attach
            .iter()
            .map(|given| attached(given))
            .collect::<Result<_, _>>()?,
        user_words: place.documents(),
    };
    let ground = Ground::of(place, session.plan().level);
    let made = make(&ground, &session, whole, &options, &mut |_, _| {})?;
    documents::write(&made, &to, asked.force).map_err(Error::Dossier)?;
    Ok(Written {
        to,
        is_closed: session.state().closed.is_some(),
        ground,
    })
}

/// One key after closing: the dossier goes beside the journal, and a later one replaces it.
pub(super) fn from_desk(
    place: &Place,
    sitting: &OpenSession,
    progress: Progress<'_>,
) -> Result<PathBuf, String> {
    let to = sitting.folder().join("ho-so");
    let path = sitting.folder().join(journal::FILE_NAME);
    std::fs::read(&path)
        .map_err(|cause| Error::Read { path, cause })
        .and_then(|bytes| {
            let options = Options {
                user_words: place.documents(),
                ..Options::default()
            };
            let ground = Ground::of(place, sitting.session().plan().level);
            let made = make(&ground, sitting.session(), &bytes, &options, progress)?;
            documents::write(&made, &to, true).map_err(Error::Dossier)
        })
        .map(|()| to)
        .map_err(|error| error::brief(&error, place.lang))
}

/// Every document, one after the other; nothing is written yet.
fn make(
    ground: &Ground,
    session: &Session,
    journal: &[u8],
    options: &Options,
    progress: Progress<'_>,
) -> Result<Vec<DossierFile>, Error> {
    let record = with_deadlines(ground, session, SessionRecord::as_left(session))?;
    let mut making = Making::new(&record, journal, options).map_err(Error::Dossier)?;
    let mut files = Vec::with_capacity(making.total());
    progress(0, making.total());
    while let Some(made) = making.next() {
        files.push(made.map_err(Error::Dossier)?);
        progress(making.made(), making.total());
    }
    Ok(files)
}

/// The record with what is due counted on the calendar; beside the regulation's own deadlines of a commune stand those of
/// the national floor. What cannot be counted stands without a day and says so: the minutes must not wait for a file of
/// days off.
fn with_deadlines(
    ground: &Ground,
    session: &Session,
    record: SessionRecord,
) -> Result<SessionRecord, Error> {
    let regulation = session.regulation();
    let floor = ground.floor.as_ref();
    let due = deadlines_of(regulation, floor, &ground.calendar, session.held_on(), None);
    // The documents are in Vietnamese, whatever the program speaks.
    let explainer = Explainer::new(Lang::Vi).map_err(Error::Words)?;
    let sources: Vec<&Regulation> = std::iter::once(regulation).chain(floor).collect();
    let record = record.with_deadlines(&due, &sources, &explainer);
    Ok(match &ground.missing_floor {
        Some((id, title)) => record.without_floor(id, title, &explainer),
        None => record,
    })
}

fn attached(given: &str) -> Result<(String, PathBuf), Error> {
    given
        .split_once('=')
        .filter(|(kind, file)| !kind.is_empty() && !file.is_empty())
        .map(|(kind, file)| (kind.to_owned(), PathBuf::from(file)))
        .ok_or_else(|| Error::Attach(given.to_owned()))
}
