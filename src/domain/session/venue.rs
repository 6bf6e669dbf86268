//! The halls of a session that is held in several at once: which there are, and whether the others are there.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Session;

/// Whether another hall is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum VenueLink {
    Ready,
    Lost,
}

impl Session {
    /// The halls of the session, this one first, the others in the order of their names; none where nobody named one.
    #[must_use]
    pub fn venues(&self) -> Vec<&str> {
        let here = self.plan().venue.as_deref();
        let registered = self.state().queue.people().iter();
        let people = registered.filter_map(|person| person.registration.venue.as_deref());
        let linked = self.state().venues.keys().map(String::as_str);
        let others: BTreeSet<&str> = people
            .chain(linked)
            .filter(|venue| Some(*venue) != here)
            .collect();
        here.into_iter().chain(others).collect()
    }

    /// Whether the session is held in several halls, so that where somebody sits is worth saying.
    #[must_use]
    pub fn has_several_venues(&self) -> bool {
        self.venues().len() > 1
    }
}
