//! The command that shows a session to the hall.

use std::path::Path;

use super::RunPlace;
use crate::cli::error::Error;
use crate::store::sessions::FindError;
use crate::tui::projector::{self, ProjectorError};
use crate::tui::terminal::Screen;
use crate::tui::theme::Theme;

/// A session that is not there yet is waited for; only a name that fits several is an error.
pub(super) fn run(place: &RunPlace, session: &str) -> Result<(), Error> {
    let store = place.store();
    if let Err(ambiguous @ FindError::Ambiguous(..)) = store.find(session) {
        return Err(Error::Find(ambiguous));
    }
    let theme = super::desk::theme(place);
    let mut screen = Screen::take(place.terminal).map_err(Error::Terminal)?;
    projector::show(&store, session, place.lang, &theme, &mut screen).map_err(failed)
}

/// The same on a terminal that is taken already, for the session of a folder.
pub(super) fn show(
    place: &RunPlace,
    folder: &Path,
    theme: &Theme,
    screen: &mut Screen,
) -> Result<(), Error> {
    let store = place.store();
    let name = folder.to_string_lossy();
    projector::show(&store, &name, place.lang, theme, screen).map_err(failed)
}

fn failed(ProjectorError::Terminal(error): ProjectorError) -> Error {
    Error::Terminal(error)
}
