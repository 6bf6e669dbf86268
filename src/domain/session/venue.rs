//! The halls of a session that is held in several at once: which there are, and whether the others are there.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Session;
use super::plan::Number;
use crate::domain::time::SessionTime;

/// Whether another hall is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum VenueLink {
    Ready,
    Lost,
}

/// Another hall was there from here on, or was lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VenueChange {
    pub venue: String,
    pub link: VenueLink,
    pub at: SessionTime,
}

impl Session {
    /// The hall in which a person sits, where the session is held in several: this one where nobody said.
    #[must_use]
    pub fn venue_of(&self, number: Number) -> Option<&str> {
        if !self.has_several_venues() {
            return None;
        }
        let person = self.state().queue.person(number)?;
        let named = person.registration.venue.as_deref();
        named.or(self.plan().venue.as_deref())
    }

    /// The halls of the session, this one first, the others in the order of their names; none where nobody named one.
    #[must_use]
    pub fn venues(&self) -> Vec<&str> {
        let here = self.plan().venue.as_deref();
        let registered = self.state().queue.people().iter();
        let people = registered.filter_map(|person| person.registration.venue.as_deref());
        let linked = self.state().venue_changes.iter();
        let linked = linked.map(|change| change.venue.as_str());
        let others: BTreeSet<&str> = people
            .chain(linked)
            .filter(|venue| Some(*venue) != here)
            .collect();
        here.into_iter().chain(others).collect()
    }

    /// Whether another hall is there, as it said last.
    #[must_use]
    pub fn venue_link(&self, venue: &str) -> Option<&VenueChange> {
        let changes = self.state().venue_changes.iter().rev();
        changes.into_iter().find(|change| change.venue == venue)
    }

    /// Whether the session is held in several halls, so that where somebody sits is worth saying.
    #[must_use]
    pub fn has_several_venues(&self) -> bool {
        let registered = self.state().queue.people().iter();
        let seats = registered.filter_map(|person| person.registration.venue.as_deref());
        let linked = self.state().venue_changes.iter();
        let mut names = (self.plan().venue.as_deref().into_iter())
            .chain(seats)
            .chain(linked.map(|change| change.venue.as_str()));
        let first = names.next();
        first.is_some_and(|first| names.any(|name| name != first))
    }
}
