//! What deadlines are counted on: the calendar, and the law that runs beside the local regulation of a commune. A file of
//! the user's with a fault takes away what stands in it and nothing else; what is missing is always told, never guessed.

use std::path::Path;

use super::Place;
use super::words::Words;
use crate::cli::error::{self, Error};
use crate::domain::calendar::{self, Calendar, years::CalendarError};
use crate::domain::i18n::Lang;
use crate::domain::regulation::profiles::ProfileError;
use crate::domain::regulation::{Regulation, RegulationId, Text, profiles};
use crate::domain::session::plan::Level;

/// Its deadlines stand beside those of a commune's own regulation.
const COMMUNE_FLOOR: &str = "luat-72-2025-dieu-43";

/// The calendar and the floor, as far as they can be used.
pub(super) struct Ground {
    pub calendar: Calendar,
    /// Only for a session of a commune.
    pub floor: Option<Regulation>,
    /// The floor that there should be and that cannot be used: its id and what it is called.
    pub missing_floor: Option<(RegulationId, Text)>,
    /// The user's files that cannot be used.
    pub unusable: Vec<Unusable>,
}

/// A file of the user's that cannot be used.
pub(super) struct Unusable(Error);

impl Ground {
    pub(super) fn of(place: &Place, level: Level) -> Self {
        let (calendar, faulty) = calendar::years::usable(place.calendar().as_deref());
        let mut ground = Self {
            calendar,
            floor: None,
            missing_floor: None,
            unusable: faulty
                .into_iter()
                .map(|error| Unusable(Error::Calendar(error)))
                .collect(),
        };
        match level {
            Level::Province => {}
            Level::Commune => match place.regulation(&RegulationId(COMMUNE_FLOOR.to_owned())) {
                Ok(floor) => ground.floor = Some(floor),
                Err(error) => {
                    ground.missing_floor = shipped_floor();
                    ground.unusable.push(Unusable(error));
                }
            },
        }
        ground
    }
}

/// The floor that the user's file was to replace, for its name.
fn shipped_floor() -> Option<(RegulationId, Text)> {
    let floor = profiles::load(COMMUNE_FLOOR, None).ok()?;
    Some((floor.id, floor.short))
}

impl Unusable {
    /// Every fault in one line: the file, the place in it, what is wrong.
    pub(super) fn brief(&self, lang: Lang) -> Vec<String> {
        let explained = self.0.explained(lang);
        match self.path().and_then(Path::file_name) {
            Some(file) => explained
                .because
                .iter()
                .map(|why| format!("{}: {why}", file.to_string_lossy()))
                .collect(),
            None => vec![error::brief(&self.0, lang)],
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only the two errors of the user's own files come here"
    )]
    fn path(&self) -> Option<&Path> {
        match &self.0 {
            Error::Calendar(CalendarError::Unreadable { path, .. })
            | Error::Profile(ProfileError::Unreadable { path, .. }) => Some(path),
            Error::Calendar(CalendarError::Faulty { path, .. })
            | Error::Profile(ProfileError::Faulty { path, .. }) => path.as_deref(),
            _ => None,
        }
    }
}

/// Tells on standard error what cannot be used; for commands that open no desk.
pub(super) fn warn(place: &Place, ground: &Ground, words: &Words) {
    for Unusable(error) in &ground.unusable {
        let text = error::brief(error, place.lang);
        super::warn(&words.said.warning.render(&[("text", &text)]));
    }
}
