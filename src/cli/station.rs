//! The command that opens a station beside the desk.

use super::RunPlace;
use super::task::StationTask;
use crate::cli::error::Error;
use crate::domain::request::StationKind;
use crate::domain::text;
use crate::store::explain::io_cause;
use crate::store::journal;
use crate::store::sessions::{OpenError, OpenFailed, SessionStore, session_of};
use crate::tui::desk::Desk;
use crate::tui::desk::words::SOURCES as DESK;
use crate::tui::station::run::{self, StationEnv};
use crate::tui::station::words::SOURCES;
use crate::tui::terminal::Screen;
use crate::tui::vn_input::{ToneStyle, Typing};

/// A session that is not there is an error, as for the desk; whether the desk runs does not matter.
pub(super) fn run(
    place: &RunPlace,
    name: &str,
    kind: StationTask,
    label: Option<&str>,
) -> Result<(), Error> {
    let label = label
        .map(text::clean_line)
        .filter(|label| !label.is_empty());
    let names = StationNames {
        seat: label.as_deref(),
        hall: label.as_deref(),
    };
    open(place, &place.store(), name, kind.into(), names)
}

/// What a station is called.
#[derive(Debug, Clone, Copy)]
pub(super) struct StationNames<'a> {
    /// Which of several it is.
    pub seat: Option<&'a str>,
    /// The name of the hall in which it is, as the plan has it.
    pub hall: Option<&'a str>,
}

/// The same for a session of any folder of sessions: of this computer, or copied to it.
pub(super) fn open(
    place: &RunPlace,
    sessions: &SessionStore,
    name: &str,
    kind: StationKind,
    names: StationNames<'_>,
) -> Result<(), Error> {
    if let Some(label) = names.seat.filter(|label| !kind.may_be_called(label)) {
        return Err(Error::StationName(label.to_owned()));
    }
    let folder = sessions.find(name).map_err(Error::Find)?;
    let failed = |cause: OpenError| {
        Error::Open(OpenFailed {
            path: folder.clone(),
            cause,
        })
    };
    let reading = journal::read(&folder.join(journal::FILE_NAME));
    let reading = reading.map_err(|error| failed(error.into()))?;
    let session = session_of(&reading).map_err(failed)?;
    let (basis, _) = place.basis(session.plan());
    let theme = super::desk::theme(place);
    let mut screen = Screen::take(place.terminal).map_err(Error::Terminal)?;
    let typing = Typing::new(place.typing, ToneStyle::default());
    let desk = Desk::new(DESK.read(place.lang), place.lang, typing, basis);
    let around = StationEnv {
        sessions,
        name,
        kind,
        label: names.seat,
        hall: names.hall,
        lang: place.lang,
        theme: &theme,
        words: &SOURCES.read(place.lang),
        cause: &|error| io_cause(error, place.lang),
    };
    run::run(&mut screen, desk, &around).map_err(Error::Terminal)
}

impl From<StationTask> for StationKind {
    fn from(task: StationTask) -> Self {
        match task {
            StationTask::Registration => Self::Registration,
            StationTask::Secretary => Self::Secretary,
            StationTask::Venue => Self::Venue,
        }
    }
}
