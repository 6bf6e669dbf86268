//! What a station is called.

use crate::domain::request::StationKind;
use crate::domain::session::event::StationId;
use crate::domain::text;
use crate::tui::desk::words::{DeskWords, StationMessage};

/// What a station is called.
#[must_use]
pub fn station_name(station: &StationId, words: &DeskWords) -> String {
    let says = &words.stations;
    let named = |message: StationMessage, label: &str| says[message].render(&[("label", &label)]);
    match StationKind::of(station) {
        Some((StationKind::Registration, None)) => says[StationMessage::Registration].to_string(),
        Some((StationKind::Registration, Some(label))) => {
            named(StationMessage::RegistrationNamed, label)
        }
        Some((StationKind::Secretary, None)) => says[StationMessage::Secretary].to_string(),
        Some((StationKind::Secretary, Some(label))) => named(StationMessage::SecretaryNamed, label),
        Some((StationKind::Venue, None)) => says[StationMessage::Venue].to_string(),
        Some((StationKind::Venue, Some(label))) => named(StationMessage::VenueNamed, label),
        None => says[StationMessage::Unnamed].render(&[("id", &text::shorten(&station.0, 30))]),
    }
}
