//! Errors at the edge of the program: what was tried and on what, why it failed, what to do. Data until it is told; the
//! sentences are in `config/words`.

pub mod words;

use std::io;
use std::path::PathBuf;

use crate::cli::error::words::ErrorMessage;
use crate::documents::DossierError;
use crate::documents::plan_import::{Diagnostic, IntakeError, PlanProblem};
use crate::domain::i18n::{Explain, Explained, Lang, Message};
use crate::domain::text;
use crate::domain::time::Wall;
use crate::store::calendars::CalendarError;
use crate::store::explain::io_cause;
use crate::store::profiles::ProfileError;
use crate::store::sessions::{ArchiveFailed, FindError, OpenFailed};
use words::{ErrorTexts, SOURCES};

/// What ends a command.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("there is no folder for data")]
    NoDataFolder,
    #[error("nothing can be laid down in {}", .path.display())]
    Create {
        path: PathBuf,
        #[source]
        cause: io::Error,
    },
    #[error("the plan {} cannot be used", .path.display())]
    Plan {
        path: PathBuf,
        #[source]
        cause: IntakeError,
    },
    #[error("the plan {} has faults", .path.display())]
    PlanFaults {
        path: PathBuf,
        faults: Vec<Diagnostic<PlanProblem>>,
    },
    /// A plan is to be replaced while its desk is open, or after the session began.
    #[error("the plan of {name} cannot be replaced")]
    PlanInUse { name: String, began: bool },
    /// Nobody is there to be asked, and `--yes` was not given.
    #[error("nobody is there to be asked")]
    NotConfirmed,
    /// Something new was to be written in place of a file that is there.
    #[error("{} exists", .0.display())]
    Exists(PathBuf),
    /// A workbook was to be written under a name that no workbook has.
    #[error("{} does not end in .xlsx", .0.display())]
    NotAWorkbook(PathBuf),
    #[error("the sample cannot be read")]
    Sample(#[source] IntakeError),
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// The command line was used wrongly.
    #[error("{}", .0.tried)]
    Misused(Explained),
    /// A check of a profile file found faults.
    #[error("{}", .0.tried)]
    Checked(Explained),
    #[error(transparent)]
    Find(#[from] FindError),
    #[error(transparent)]
    Open(#[from] OpenFailed),
    #[error("{} cannot be read", .path.display())]
    Read {
        path: PathBuf,
        #[source]
        cause: io::Error,
    },
    #[error("{} cannot be written", .path.display())]
    Write {
        path: PathBuf,
        #[source]
        cause: io::Error,
    },
    /// A dossier whose record or manifest cannot be relied on, with every reason in words.
    #[error("{} cannot be relied on", .path.display())]
    DossierChanged { path: PathBuf, faults: Vec<String> },
    /// A text that names no state of a journal.
    #[error("{0} names no state of a journal")]
    Digest(String),
    /// The journal is not the one that was named.
    #[error("{} is not the journal that was named", .path.display())]
    OtherJournal {
        path: PathBuf,
        asked: String,
        found: String,
    },
    #[error(transparent)]
    Dossier(#[from] DossierError),
    #[error("{0} cannot be attached")]
    Attach(String),
    #[error(transparent)]
    Archive(#[from] ArchiveFailed),
    /// The clock shows a time in which nothing can be written that holds one.
    #[error("the clock shows {0}")]
    WrongClock(Wall),
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    #[error("the terminal does not work")]
    Terminal(#[source] io::Error),
    #[cfg(feature = "hall")]
    #[error(transparent)]
    Hall(#[from] crate::stations::hall::HallError),
    /// The program is built without the pages of the hall.
    #[error("built without the pages of the hall")]
    HallNotBuilt,
    /// A station cannot be called so.
    #[error("no station is called {0}")]
    StationName(String),
    #[cfg(feature = "nats")]
    #[error(transparent)]
    Share(#[from] crate::stations::share::ShareError),
    /// The program is built without what several machines need.
    #[error("built without sharing")]
    ShareNotBuilt,
}

impl Explain for Error {
    fn explained(&self, lang: Lang) -> Explained {
        self.explained_with(&SOURCES.read(lang), lang)
    }
}

impl Error {
    #[expect(
        clippy::too_many_lines,
        reason = "one table, one short arm for each error"
    )]
    fn explained_with(&self, words: &ErrorTexts, lang: Lang) -> Explained {
        let says = &words.errors;
        let with_hint = |tried: String, because: Vec<String>, hint: &Message| Explained {
            tried,
            because,
            hint: Some(hint.to_string()),
        };
        let io = |error: &io::Error| vec![io_cause(error, lang)];
        match self {
            Self::NoDataFolder => with_hint(
                says[ErrorMessage::NoDataFolder].to_string(),
                Vec::new(),
                &says[ErrorMessage::NoDataFolderHint],
            ),
            Self::Create { path, cause } => with_hint(
                says[ErrorMessage::Create].render(&[("path", &path.display())]),
                io(cause),
                &says[ErrorMessage::CreateHint],
            ),
            Self::Plan { path, cause } => with_hint(
                says[ErrorMessage::Plan].render(&[("path", &path.display())]),
                vec![cause.explained(lang).in_one_line()],
                &says[ErrorMessage::PlanHint],
            ),
            Self::PlanFaults { path, faults } => with_hint(
                says[ErrorMessage::Plan].render(&[("path", &path.display())]),
                faults
                    .iter()
                    .map(|fault| crate::documents::plan_import::words::fault(fault, lang))
                    .collect(),
                &says[ErrorMessage::PlanHint],
            ),
            Self::PlanInUse { name, began } => with_hint(
                says[ErrorMessage::PlanInUse].render(&[("name", name)]),
                vec![
                    if *began {
                        &says[ErrorMessage::PlanInUseBegan]
                    } else {
                        &says[ErrorMessage::PlanInUseOpen]
                    }
                    .to_string(),
                ],
                &says[ErrorMessage::PlanInUseHint],
            ),
            Self::NotConfirmed => with_hint(
                says[ErrorMessage::NotConfirmed].to_string(),
                Vec::new(),
                &says[ErrorMessage::NotConfirmedHint],
            ),
            Self::Exists(path) => with_hint(
                says[ErrorMessage::Exists].render(&[("path", &path.display())]),
                Vec::new(),
                &says[ErrorMessage::ExistsHint],
            ),
            Self::NotAWorkbook(path) => with_hint(
                says[ErrorMessage::NotAWorkbook].render(&[("path", &path.display())]),
                Vec::new(),
                &says[ErrorMessage::NotAWorkbookHint],
            ),
            Self::Sample(cause) => Explained {
                tried: says[ErrorMessage::Sample].to_string(),
                because: vec![cause.explained(lang).in_one_line()],
                hint: None,
            },
            Self::Profile(error) => error.explained(lang),
            Self::Misused(explained) | Self::Checked(explained) => explained.clone(),
            Self::Find(error) => error.explained(lang),
            Self::Open(error) => error.explained(lang),
            Self::Read { path, cause } => Explained {
                tried: says[ErrorMessage::Read].render(&[("path", &path.display())]),
                because: io(cause),
                hint: None,
            },
            Self::Write { path, cause } => Explained {
                tried: says[ErrorMessage::Write].render(&[("path", &path.display())]),
                because: io(cause),
                hint: None,
            },
            Self::DossierChanged { path, faults } => with_hint(
                says[ErrorMessage::DossierChanged].render(&[("path", &path.display())]),
                faults.clone(),
                &says[ErrorMessage::DossierChangedHint],
            ),
            Self::Digest(typed) => with_hint(
                says[ErrorMessage::Digest].render(&[("typed", typed)]),
                Vec::new(),
                &says[ErrorMessage::DigestHint],
            ),
            Self::OtherJournal { path, asked, found } => with_hint(
                says[ErrorMessage::OtherJournal].render(&[("path", &path.display())]),
                vec![
                    says[ErrorMessage::OtherJournalWhy]
                        .render(&[("asked", asked), ("found", found)]),
                ],
                &says[ErrorMessage::OtherJournalHint],
            ),
            Self::Dossier(error) => error.explained(lang),
            Self::WrongClock(shown) => with_hint(
                says[ErrorMessage::WrongClock].render(&[("time", &shown.format("%H:%M %d/%m/%Y"))]),
                Vec::new(),
                &says[ErrorMessage::WrongClockHint],
            ),
            Self::Attach(given) => Explained {
                tried: says[ErrorMessage::Attach].render(&[("given", given)]),
                because: Vec::new(),
                hint: None,
            },
            Self::Archive(error) => error.explained(lang),
            Self::Calendar(error) => error.explained(lang),
            Self::Terminal(cause) => with_hint(
                says[ErrorMessage::Terminal].to_string(),
                io(cause),
                &says[ErrorMessage::TerminalHint],
            ),
            #[cfg(feature = "hall")]
            Self::Hall(error) => error.explained(lang),
            Self::StationName(label) => with_hint(
                says[ErrorMessage::StationName].render(&[("label", &text::shorten(label, 60))]),
                Vec::new(),
                &says[ErrorMessage::StationNameHint],
            ),
            Self::HallNotBuilt => with_hint(
                says[ErrorMessage::HallNotBuilt].to_string(),
                Vec::new(),
                &says[ErrorMessage::HallNotBuiltHint],
            ),
            #[cfg(feature = "nats")]
            Self::Share(error) => error.explained(lang),
            Self::ShareNotBuilt => with_hint(
                says[ErrorMessage::ShareNotBuilt].to_string(),
                Vec::new(),
                &says[ErrorMessage::ShareNotBuiltHint],
            ),
        }
    }
}

/// The whole error as it goes to the user, with its causes and its hint.
#[must_use]
pub fn message(error: &Error, lang: Lang) -> String {
    let explained = error.explained(lang);
    let words: ErrorTexts = SOURCES.read(lang);
    let says = &words.errors;
    // A line break in a name would pass for a line of ours.
    let one_line = |text: &str| text.replace('\n', "⟨U+000A⟩");
    let explained = Explained {
        tried: one_line(&explained.tried),
        because: explained.because.iter().map(|why| one_line(why)).collect(),
        hint: explained.hint.as_deref().map(one_line),
    };
    let mut lines = vec![says[ErrorMessage::Error].render(&[("what", &explained.tried)])];
    lines.extend(
        explained
            .because
            .iter()
            .map(|why| says[ErrorMessage::Because].render(&[("why", why)])),
    );
    lines.extend(
        explained
            .hint
            .iter()
            .map(|hint| says[ErrorMessage::Hint].render(&[("hint", hint)])),
    );
    lines.join("\n")
}
