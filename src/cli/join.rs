//! The command that joins a session which another computer shares: as a station with the forms of one beside the desk, or as the
//! hall's view.

use super::RunPlace;
use crate::cli::error::Error;
use crate::cli::task::JoinTask;

/// A session of which there is a copy is joined without a connection, too; what is asked then waits.
#[cfg(feature = "nats")]
pub(super) fn run(
    place: &RunPlace,
    asked: JoinTask,
    variable: &dyn Fn(&str) -> Option<String>,
) -> Result<(), Error> {
    use crate::cli::station::StationNames;
    use crate::cli::task::JoinKind;
    use crate::domain::request::StationKind;
    use crate::domain::text;
    use crate::stations::share::{self, JoinOptions};
    use crate::store::sessions::SessionStore;

    let options = JoinOptions {
        engine: asked.url,
        session: asked.session,
        authority: asked.authority,
        label: asked
            .label
            .map(|label| text::clean_line(&label))
            .filter(|label| !label.is_empty()),
        computer: computer(variable),
        data: place.data.clone(),
    };
    let kind = match asked.kind {
        JoinKind::Registration => StationKind::Registration,
        JoinKind::Secretary => StationKind::Secretary,
        JoinKind::Venue => StationKind::Venue,
        JoinKind::Hall => return show(place, &options),
    };
    let joined = share::join_station(&options, kind, place.lang, super::print_result)?;
    let sessions = SessionStore::at(&joined.data);
    let names = StationNames {
        seat: Some(&joined.label),
        hall: joined.hall.as_deref(),
    };
    super::station::open(place, &sessions, &joined.name, kind, names)
}

/// What the hall sees, on this terminal.
#[cfg(feature = "nats")]
fn show(place: &RunPlace, options: &crate::stations::share::JoinOptions) -> Result<(), Error> {
    use crate::stations::share;
    use crate::tui::projector::{self, ProjectorError};
    use crate::tui::terminal::Screen;

    let follower = share::join_hall(options, place.lang)?;
    let theme = super::desk::theme(place);
    let mut screen = Screen::take(place.terminal).map_err(Error::Terminal)?;
    let picture = || follower.picture();
    projector::show_received(&picture, &options.session, place.lang, &theme, &mut screen)
        .map_err(|ProjectorError::Terminal(error)| Error::Terminal(error))
}

/// What this computer is called, short enough to stand in the name of a station.
#[cfg(feature = "nats")]
fn computer(variable: &dyn Fn(&str) -> Option<String>) -> String {
    use std::path::Path;

    use crate::domain::text;
    use crate::store::private_fs;

    let named = variable("COMPUTERNAME").or_else(|| variable("HOSTNAME"));
    let named = named.or_else(|| private_fs::read_text(Path::new("/etc/hostname")).ok());
    let name: String = text::clean_line(&named.unwrap_or_default())
        .chars()
        .take(24)
        .collect();
    if name.is_empty() {
        "pc".to_owned()
    } else {
        name
    }
}

/// What was built without it says so.
#[cfg(not(feature = "nats"))]
pub(super) fn run(
    _: &RunPlace,
    _: JoinTask,
    _: &dyn Fn(&str) -> Option<String>,
) -> Result<(), Error> {
    Err(Error::ShareNotBuilt)
}
