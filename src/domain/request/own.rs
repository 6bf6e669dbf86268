//! Whom each station registered, and what may still be done about them there.

use std::collections::BTreeMap;

use super::StationKind;
use crate::domain::session::Session;
use crate::domain::session::event::{Event, StationId};
use crate::domain::session::floor::Holder;
use crate::domain::session::plan::Number;
use crate::domain::session::queue::{PersonDetails, Standing};

/// A person whom a station registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnPerson {
    pub station: StationId,
    pub number: Number,
    pub details: PersonDetails,
    pub standing: Standing,
    /// From the first call on only the desk corrects.
    pub was_called: bool,
}

impl OwnPerson {
    /// How people at the door may mark the person now, besides how they stand; whoever spoke, had no time left or was refused is
    /// the desk's.
    #[must_use]
    pub fn may_become(&self) -> Vec<Standing> {
        const AT_DOOR: [Standing; 4] = [
            Standing::Waiting,
            Standing::Absent,
            Standing::WrittenSlip,
            Standing::Withdrew,
        ];
        if !AT_DOOR.contains(&self.standing) {
            return Vec::new();
        }
        let others = AT_DOOR.into_iter();
        others
            .filter(|standing| *standing != self.standing)
            .collect()
    }
}

/// Everybody whom a station of the door registered, by number.
#[must_use]
pub fn own_people(session: &Session) -> Vec<OwnPerson> {
    let state = session.state();
    let mut by_number: BTreeMap<Number, Option<&StationId>> = BTreeMap::new();
    let entries = session.history().entries().iter();
    for entry in entries.filter(|entry| entry.in_force) {
        for event in &entry.record.events {
            if let Event::Registered { registration, .. } = event {
                by_number.insert(registration.number, entry.record.by.as_ref());
            }
        }
    }
    let own = by_number.into_iter().filter_map(|(number, by)| {
        let station = by?.clone();
        let (kind, _) = StationKind::of(&station)?;
        let person = state.queue.person(number)?;
        (kind != StationKind::Secretary).then(|| OwnPerson {
            station,
            number,
            details: person.details(),
            standing: person.standing,
            was_called: was_called(number, session),
        })
    });
    own.collect()
}

/// Whether a person had the floor, or has it.
pub(super) fn was_called(number: Number, session: &Session) -> bool {
    let turns = &session.state().turns;
    turns
        .iter()
        .any(|turn| turn.holder == Holder::Citizen(number))
}
