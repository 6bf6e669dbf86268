//! The command that shows a session to the hall.

use super::Place;
use crate::cli::error::Error;
use crate::store::sessions::{FindError, SessionStore};
use crate::tui::projector::{self, ProjectorError};
use crate::tui::theme::{Depth, Theme};

/// A session that is not there yet is waited for; only a name that fits several is an error.
pub(super) fn run(
    place: &Place,
    session: &str,
    variable: &dyn Fn(&str) -> Option<String>,
) -> Result<(), Error> {
    let library = SessionStore::at(&place.data);
    if let Err(ambiguous @ FindError::Ambiguous(..)) = library.find(session) {
        return Err(Error::Find(ambiguous));
    }
    let theme = Theme::named(place.theme, Depth::of(variable)).map_err(Error::Words)?;
    projector::run(&library, session, place.lang, &theme).map_err(|error| match error {
        ProjectorError::Words(error) => Error::Words(error),
        ProjectorError::Terminal(error) => Error::Terminal(error),
    })
}
