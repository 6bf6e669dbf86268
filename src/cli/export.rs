//! Writing the dossier of a session, from the command line and from the desk.

use std::path::{Path, PathBuf};

use super::basis::{self, Loaded};
use super::{Place, said, say};
use crate::cli::error::{self, Error};
use crate::cli::words::SaidMessage;
use crate::documents::{self, DossierFile, Making, Options};
use crate::domain::deadlines::Basis;
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
    let words = said(place.lang);
    basis::warn(place, &written.loaded, &words);
    if !written.is_closed {
        super::warn(&words.said[SaidMessage::Draft].to_string());
    }
    say(&words.said[SaidMessage::Exported].render(&[("path", &written.to.display())]));
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
struct WrittenDossier {
    to: PathBuf,
    is_closed: bool,
    loaded: Loaded,
}

fn write(place: &Place, folder: &Path, asked: Asked) -> Result<WrittenDossier, Error> {
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
    let loaded = Loaded::for_plan(place, session.plan());
    let made = make(&loaded.basis, &session, whole, &options, &mut |_, _| {})?;
    documents::write(&made, &to, asked.force).map_err(Error::Dossier)?;
    Ok(WrittenDossier {
        to,
        is_closed: session.state().closed.is_some(),
        loaded,
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
            let loaded = Loaded::for_plan(place, sitting.session().plan());
            let made = make(&loaded.basis, sitting.session(), &bytes, &options, progress)?;
            documents::write(&made, &to, true).map_err(Error::Dossier)
        })
        .map(|()| to)
        .map_err(|error| error::brief(&error, place.lang))
}

/// Every document, one after the other; nothing is written yet.
fn make(
    basis: &Basis,
    session: &Session,
    journal: &[u8],
    options: &Options,
    progress: Progress<'_>,
) -> Result<Vec<DossierFile>, Error> {
    let record = with_deadlines(basis, session, SessionRecord::as_left(session))?;
    let mut making = Making::new(&record, journal, options).map_err(Error::Dossier)?;
    let mut files = Vec::with_capacity(making.total());
    progress(0, making.total());
    while let Some(made) = making.next() {
        files.push(made.map_err(Error::Dossier)?);
        progress(making.made(), making.total());
    }
    Ok(files)
}

/// The record with what is due counted on the calendar; beside the regulation's own deadlines stand those of the
/// accompanying laws. What cannot be counted stands without a day and says so: the minutes must not wait for a file of
/// days off.
fn with_deadlines(
    basis: &Basis,
    session: &Session,
    record: SessionRecord,
) -> Result<SessionRecord, Error> {
    let due = session.due_dates(basis);
    // The documents are in Vietnamese, whatever the program speaks.
    let explainer = Explainer::new(Lang::Vi);
    let sources: Vec<&Regulation> = basis.sources(session.regulation()).collect();
    let record = record.with_deadlines(&due, &sources, &explainer);
    Ok(basis.missing.iter().fold(record, |record, law| {
        record.without_law(&law.id, &law.title, &explainer)
    }))
}

fn attached(given: &str) -> Result<(String, PathBuf), Error> {
    given
        .split_once('=')
        .filter(|(kind, file)| !kind.is_empty() && !file.is_empty())
        .map(|(kind, file)| (kind.to_owned(), PathBuf::from(file)))
        .ok_or_else(|| Error::Attach(given.to_owned()))
}
