//! Deciding on what stands beside the desk: other halls that are there or lost, and stations that are shut out.

use super::Decision;
use crate::domain::session::Session;
use crate::domain::session::event::{Event, StationId};
use crate::domain::session::rejection::Rejection;
use crate::domain::session::venue::VenueLink;

impl Session {
    pub(super) fn link_venue(&self, venue: String, link: VenueLink) -> Decision {
        if venue.trim().is_empty() {
            return Err(Rejection::EmptyText);
        }
        let known = self.venue_link(&venue);
        if known.is_some_and(|known| known.link == link) {
            return Err(Rejection::SameAsBefore);
        }
        Ok(vec![Event::VenueLinked { venue, link }])
    }

    pub(super) fn shut_out(&self, station: StationId) -> Decision {
        if self.state().shut_out.contains(&station) {
            return Err(Rejection::SameAsBefore);
        }
        if station.0.trim().is_empty() {
            return Err(Rejection::NoSuchStation);
        }
        Ok(vec![Event::StationShutOut { station }])
    }

    pub(super) fn let_in(&self, station: StationId) -> Decision {
        if !self.state().shut_out.contains(&station) {
            return Err(Rejection::NoSuchStation);
        }
        Ok(vec![Event::StationLetIn { station }])
    }
}
