//! The speaking order: who registered, who still waits, and what became of the others.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::plan::{Number, Registration};
use crate::domain::regulation::{Article, GroundId};
use crate::domain::time::SessionTime;

/// Where a person stands in the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Standing {
    Waiting,
    Spoke,
    Absent,
    Withdrew,
    /// Handed in a written slip instead of speaking.
    WrittenSlip,
    NoTimeLeft,
    Refused,
}

/// A person in the speaking order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registrant {
    pub registration: Arc<Registration>,
    pub standing: Standing,
    /// Came to the desk during the session.
    pub newcomer: bool,
    /// For a newcomer where the regulation asks for it: the aide confirmed that the opinion is within the scope.
    pub within_scope: Option<bool>,
    pub refused: Option<Refused>,
}

/// The chair refused dialogue with a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    pub ground: GroundId,
    pub article: Article,
    pub at: SessionTime,
}

/// The order in which people are called.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Queue {
    people: Vec<Registrant>,
}

impl Queue {
    #[must_use]
    pub fn of(registrations: &[Arc<Registration>]) -> Self {
        Self {
            people: registrations
                .iter()
                .map(|registration| Registrant {
                    registration: Arc::clone(registration),
                    standing: Standing::Waiting,
                    newcomer: false,
                    within_scope: None,
                    refused: None,
                })
                .collect(),
        }
    }

    /// Everybody, in calling order.
    #[must_use]
    pub fn people(&self) -> &[Registrant] {
        &self.people
    }

    #[must_use]
    pub fn person(&self, number: Number) -> Option<&Registrant> {
        self.people
            .iter()
            .find(|person| person.registration.number == number)
    }

    pub(super) fn person_mut(&mut self, number: Number) -> Option<&mut Registrant> {
        self.people
            .iter_mut()
            .find(|person| person.registration.number == number)
    }

    /// Those who still wait, in calling order.
    pub fn waiting(&self) -> impl Iterator<Item = &Registrant> {
        self.people
            .iter()
            .filter(|person| person.standing == Standing::Waiting)
    }

    /// The number a newcomer gets.
    #[must_use]
    pub fn next_number(&self) -> Number {
        let highest = self
            .people
            .iter()
            .map(|person| person.registration.number.0)
            .max();
        Number(highest.unwrap_or(0).saturating_add(1))
    }

    pub(super) fn add(&mut self, registration: Arc<Registration>, within_scope: Option<bool>) {
        self.people.push(Registrant {
            registration,
            standing: Standing::Waiting,
            newcomer: true,
            within_scope,
            refused: None,
        });
    }

    /// Moves a person to a place in the calling order, counted from 0; past the end means last.
    pub(super) fn move_to(&mut self, number: Number, to: usize) {
        if let Some(from) = self
            .people
            .iter()
            .position(|person| person.registration.number == number)
        {
            let person = self.people.remove(from);
            self.people.insert(to.min(self.people.len()), person);
        }
    }
}
