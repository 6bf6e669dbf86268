//! Writing the dossier of a session, from the command line and from the desk.

use std::path::{Path, PathBuf};

use super::basis::{self, Loaded};
use super::{RunPlace, cli_words, print_result};
use crate::cli::error::Error;
use crate::cli::words::{CliWords, SaidMessage, SaidWords, VerifyMessage};
use crate::documents::{self, DossierFile, Options};
use crate::domain::follow_up::LedgerState;
use crate::domain::i18n::Lang;
use crate::domain::i18n::WordedError;
use crate::domain::record::{SessionRecord, SuspicionKind, TextPlace};
use crate::domain::session::Session;
use crate::store::bundle::{self, FileState, KeptBecause, Placed};
use crate::store::clock::Clock;
use crate::store::explain::io_cause;
use crate::store::journal::{self, JournalReading};
use crate::store::sessions::OpenFailed;
use crate::store::sessions::{self, OpenError, OpenSession, follow_up};
use crate::tui::desk::run::{Exported, OnDocument};

/// What is asked of an export.
pub(super) struct ExportOptions {
    pub to: Option<PathBuf>,
    pub public: bool,
    pub mask_names: bool,
    pub attach: Vec<String>,
}

pub(super) fn run(place: &RunPlace, name: &str, asked: ExportOptions) -> Result<(), Error> {
    let folder = place.store().find(name).map_err(Error::Find)?;
    let written = write(place, &folder, asked)?;
    let words = cli_words(place.lang);
    basis::warn(place, &written.loaded, &words);
    if let Some(kept) = told_kept(&written.placed, &words, place.lang) {
        super::warn(&words.said[SaidMessage::Warning].render(&[("text", &kept)]));
    }
    if !written.is_closed {
        super::warn(&words.said[SaidMessage::Draft].to_string());
    }
    let folder = written.folder();
    print_result(&words.said[SaidMessage::Exported].render(&[("path", &folder.display())]));
    if let Some((session, options)) = &written.public {
        look_through(session, options, &words.said);
    }
    Ok(())
}

/// The dossier of the session in a folder, written into the present one as `export` does; where, and whether the session is
/// closed.
pub(super) fn of_folder(place: &RunPlace, folder: &Path) -> Result<(PathBuf, bool), Error> {
    let asked = ExportOptions {
        to: None,
        public: false,
        mask_names: false,
        attach: Vec::new(),
    };
    let written = write(place, folder, asked)?;
    let to = std::path::absolute(written.folder());
    let to = to.unwrap_or_else(|_| written.folder().to_owned());
    Ok((to, written.is_closed))
}

/// The files of the dossier of a closed session, with what followed it; `None` where it is not closed.
#[cfg(feature = "nats")]
pub(super) fn files_of(place: &RunPlace, folder: &Path) -> Result<Option<Vec<DossierFile>>, Error> {
    let (reading, session) = whole_session(folder)?;
    if session.state().closed.is_none() {
        return Ok(None);
    }
    let ledger_folder = follow_up::ledger_folder(&place.store(), folder);
    let options = Options {
        user_words: place.documents(),
        follow_up: follow_up_files(&ledger_folder)?,
        ledger: follow_up::read_ledger(&ledger_folder)
            .map(|ledger| ledger.state().clone())
            .unwrap_or_default(),
        ..Options::default()
    };
    let loaded = Loaded::for_plan(place, session.plan());
    assemble(&session, &reading.bytes, &loaded, &options, &mut |_, _| {}).map(Some)
}

/// What a session's journal says, and the session; only of a journal that is whole.
fn whole_session(folder: &Path) -> Result<(JournalReading, Session), Error> {
    let path = folder.join(journal::FILE_NAME);
    let open = |cause: OpenError| {
        Error::Open(OpenFailed {
            path: folder.to_owned(),
            cause,
        })
    };
    let mut reading = journal::read(&path).map_err(|cause| Error::Read { path, cause })?;
    if let Some(damage) = reading.damage.take() {
        return Err(open(OpenError::Damaged(damage)));
    }
    let session = sessions::session_of(&reading).map_err(open)?;
    Ok((reading, session))
}

/// A dossier that was written.
struct WrittenDossier {
    /// Where it was asked for.
    to: PathBuf,
    placed: Placed,
    is_closed: bool,
    loaded: Loaded,
    /// What is to be looked through before it is put up, for a public version.
    public: Option<(Session, Options)>,
}

impl WrittenDossier {
    /// Where it lies. What was asked for is told as it was asked for.
    fn folder(&self) -> &Path {
        if self.placed.kept.is_none() {
            &self.to
        } else {
            &self.placed.folder
        }
    }
}

fn write(place: &RunPlace, folder: &Path, asked: ExportOptions) -> Result<WrittenDossier, Error> {
    let (reading, session) = whole_session(folder)?;
    let to = asked
        .to
        .unwrap_or_else(|| place.papers_in(sessions::id_of(folder)));
    let ledger_folder = follow_up::ledger_folder(&place.store(), folder);
    let options = Options {
        public: asked.public,
        mask_names: asked.mask_names,
        attach: asked
            .attach
            .iter()
            .map(|given| attached(given))
            .collect::<Result<_, _>>()?,
        follow_up: follow_up_files(&ledger_folder)?,
        // One that cannot be read is said where it is followed up; the dossier is that of the session then.
        ledger: follow_up::read_ledger(&ledger_folder)
            .map(|ledger| ledger.state().clone())
            .unwrap_or_default(),
        user_words: place.documents(),
    };
    let loaded = Loaded::for_plan(place, session.plan());
    let made = assemble(&session, &reading.bytes, &loaded, &options, &mut |_, _| {})?;
    let placed = bundle::write(&made, &to).map_err(Error::Dossier)?;
    Ok(WrittenDossier {
        to,
        placed,
        is_closed: session.state().closed.is_some(),
        loaded,
        public: asked.public.then_some((session, options)),
    })
}

/// The dossier of a closed session with what followed it: the days counted from its notice, the ledger and its files.
pub(super) fn from_office(
    place: &RunPlace,
    folder: &Path,
    ledger_folder: &Path,
    ledger: &LedgerState,
) -> Result<PathBuf, Error> {
    let path = folder.join(journal::FILE_NAME);
    let reading = journal::read(&path).map_err(|cause| Error::Read { path, cause })?;
    let session = sessions::session_of(&reading).map_err(|cause| {
        Error::Open(OpenFailed {
            path: folder.to_owned(),
            cause,
        })
    })?;
    let options = Options {
        user_words: place.documents(),
        follow_up: follow_up_files(ledger_folder)?,
        ledger: ledger.clone(),
        ..Options::default()
    };
    let loaded = Loaded::for_plan(place, session.plan());
    let files = assemble(&session, &reading.bytes, &loaded, &options, &mut |_, _| {})?;
    // A folder that cannot be written – a stick – keeps what it has; the dossier goes to where the ledger is.
    let placed = bundle::write(&files, &ledger_folder.join("ho-so")).map_err(Error::Dossier)?;
    Ok(placed.folder)
}

/// What goes into a dossier of what followed the session.
fn follow_up_files(ledger_folder: &Path) -> Result<Vec<DossierFile>, Error> {
    follow_up::ledger_files(ledger_folder).map_err(|cause| Error::Read {
        path: ledger_folder.to_owned(),
        cause,
    })
}

/// Tells which texts of the public version still seem to name or place somebody.
fn look_through(session: &Session, options: &Options, words: &SaidWords) {
    let record = documents::public_record(&SessionRecord::as_left(session), options);
    let suspicions = record.suspicions();
    if suspicions.is_empty() {
        return;
    }
    super::warn(&words[SaidMessage::LookThrough].render(&[("count", &suspicions.len())]));
    for suspicion in suspicions {
        let place = match suspicion.place {
            TextPlace::Item(number) => words[SaidMessage::InItem].render(&[("number", &number)]),
            TextPlace::Answer(number) => {
                words[SaidMessage::InAnswer].render(&[("number", &number)])
            }
            TextPlace::Subject(number) => {
                words[SaidMessage::InSubject].render(&[("number", &number)])
            }
            TextPlace::Opinion(number) => {
                words[SaidMessage::InOpinion].render(&[("number", &number)])
            }
            TextPlace::Conclusion => words[SaidMessage::InConclusion].to_string(),
            TextPlace::Reason => words[SaidMessage::InReason].to_string(),
        };
        let kind = match suspicion.kind {
            SuspicionKind::Name => &words[SaidMessage::SeemsName],
            SuspicionKind::Address => &words[SaidMessage::SeemsAddress],
            SuspicionKind::Mail => &words[SaidMessage::SeemsMail],
            SuspicionKind::Number => &words[SaidMessage::SeemsNumber],
        };
        print_result(&words[SaidMessage::Suspicion].render(&[
            ("place", &place),
            ("found", &crate::domain::text::clean_line(&suspicion.found)),
            ("kind", kind),
        ]));
    }
}

/// One key after closing: the dossier of an open session, where the aide wants it.
pub(super) fn from_desk(
    place: &RunPlace,
    opened: &OpenSession,
    to: &Path,
    progress: OnDocument<'_>,
) -> Result<Exported, WordedError> {
    let options = Options {
        user_words: place.documents(),
        ..Options::default()
    };
    let loaded = Loaded::for_plan(place, opened.session().plan());
    assemble(
        opened.session(),
        opened.lines(),
        &loaded,
        &options,
        progress,
    )
    .and_then(|made| bundle::write(&made, to).map_err(Error::Dossier))
    .map(|placed| Exported {
        kept: told_kept(&placed, &cli_words(place.lang), place.lang),
        folder: placed.folder,
    })
    .map_err(|error| WordedError::of(&error, place.lang))
}

/// Every document, one after the other; nothing is written yet.
fn assemble(
    session: &Session,
    journal: &[u8],
    loaded: &Loaded,
    options: &Options,
    progress: OnDocument<'_>,
) -> Result<Vec<DossierFile>, Error> {
    let now = Clock::system().now().wall;
    // The crate that makes the workbook asks for the time, and knows none before 1970.
    if now.timestamp() < 0 {
        return Err(Error::WrongClock(now));
    }
    bundle::assemble(session, journal, &loaded.basis, options, progress).map_err(Error::Dossier)
}

/// What stayed where the dossier was to go, and why.
fn told_kept(placed: &Placed, words: &CliWords, lang: Lang) -> Option<String> {
    let (folder, why) = placed.kept.as_ref()?;
    let differences = match why {
        KeptBecause::Differs(differences) => differences,
        KeptBecause::Foreign => {
            let says = &words.said[SaidMessage::KeptForeign];
            return Some(says.render(&[("path", &folder.display())]));
        }
        KeptBecause::Stuck(code) => {
            let said = code.map_or_else(
                || std::io::ErrorKind::ResourceBusy.into(),
                std::io::Error::from_raw_os_error,
            );
            let says = &words.said[SaidMessage::KeptStuck];
            return Some(says.render(&[
                ("path", &folder.display()),
                ("cause", &io_cause(&said, lang)),
            ]));
        }
    };
    let told: Vec<String> = differences
        .iter()
        .map(|difference| {
            let sentence = match difference.state {
                FileState::Edited => &words.verify[VerifyMessage::PaperEdited],
                FileState::Added => &words.verify[VerifyMessage::PaperAdded],
                FileState::Missing => &words.verify[VerifyMessage::PaperMissing],
            };
            let text = sentence.render(&[("file", &difference.path)]);
            text.trim().to_owned()
        })
        .collect();
    Some(words.said[SaidMessage::Kept].render(&[
        ("path", &folder.display()),
        ("differences", &told.join("; ")),
    ]))
}

fn attached(given: &str) -> Result<(String, PathBuf), Error> {
    given
        .split_once('=')
        .filter(|(kind, file)| !kind.is_empty() && !file.is_empty())
        .map(|(kind, file)| (kind.to_owned(), PathBuf::from(file)))
        .ok_or_else(|| Error::Attach(given.to_owned()))
}
