//! The speaking order: who registered, who still waits, and what became of the others.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::plan::{Number, OpinionId, Registration, Subject};
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
    /// When that was.
    pub came: Option<SessionTime>,
    /// For a newcomer where the regulation asks for it: the aide confirmed that the opinion is within the scope.
    pub within_scope: Option<bool>,
    pub refused: Option<Refused>,
    /// The body the person speaks for, where one was named.
    pub organisation: String,
    /// What stood there before each correction, the earliest first.
    pub corrected: Vec<PersonCorrection>,
    /// Which of the announced subjects were raised as items, by their place in the registration. What counts is how an
    /// item was raised: one that was reworded or moved since stays taken up. Two subjects in the same words are two.
    taken_up: BTreeSet<usize>,
    /// Why what this person announced and could not say was left aside.
    pub set_aside: Option<SetAside>,
}

/// What somebody announced was left aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    pub why: String,
    pub at: SessionTime,
}

impl Registrant {
    fn new(
        registration: Arc<Registration>,
        came: Option<SessionTime>,
        within_scope: Option<bool>,
    ) -> Self {
        Self {
            registration,
            standing: Standing::Waiting,
            newcomer: came.is_some(),
            came,
            within_scope,
            refused: None,
            taken_up: BTreeSet::new(),
            set_aside: None,
            organisation: String::new(),
            corrected: Vec::new(),
        }
    }

    /// How the person is written down now.
    #[must_use]
    pub fn details(&self) -> PersonDetails {
        PersonDetails {
            honorific: self.registration.honorific.clone(),
            name: self.registration.name.clone(),
            village: self.registration.village.clone(),
            organisation: self.organisation.clone(),
        }
    }

    /// The announced subjects that no item was raised for.
    pub fn not_yet_raised(&self) -> impl Iterator<Item = &Subject> {
        self.registration
            .subjects
            .iter()
            .enumerate()
            .filter(|(place, _)| !self.taken_up.contains(place))
            .map(|(_, subject)| subject)
    }

    /// What this person announced, could not say, and nobody took up or left aside.
    pub fn subjects_left(&self) -> impl Iterator<Item = &Subject> {
        let is_silent = match self.standing {
            Standing::Absent
            | Standing::Withdrew
            | Standing::WrittenSlip
            | Standing::NoTimeLeft => true,
            Standing::Waiting | Standing::Spoke | Standing::Refused => false,
        };
        self.not_yet_raised()
            .filter(move |_| is_silent && self.set_aside.is_none())
    }

    /// An item of theirs was raised in these words; it takes up the first subject that says the same.
    pub(super) fn take_up(&mut self, text: &str, opinion: Option<OpinionId>) {
        let place = self
            .registration
            .subjects
            .iter()
            .enumerate()
            .position(|(place, subject)| {
                !self.taken_up.contains(&place)
                    && subject.text == text
                    && subject.opinion == opinion
            });
        self.taken_up.extend(place);
    }
}

/// How a person is written down; what can be corrected.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PersonDetails {
    pub honorific: String,
    pub name: String,
    pub village: String,
    pub organisation: String,
}

/// How a person was written down until a correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonCorrection {
    pub was: PersonDetails,
    pub at: SessionTime,
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
                .map(|registration| Registrant::new(Arc::clone(registration), None, None))
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

    pub(super) fn add(
        &mut self,
        registration: Arc<Registration>,
        came: SessionTime,
        within_scope: Option<bool>,
    ) {
        self.people
            .push(Registrant::new(registration, Some(came), within_scope));
    }

    /// Writes a person down anew, and keeps how they were written down before.
    pub(super) fn correct(&mut self, number: Number, details: &PersonDetails, at: SessionTime) {
        let Some(person) = self.person_mut(number) else {
            return;
        };
        let was = person.details();
        let registration = Arc::make_mut(&mut person.registration);
        registration.honorific.clone_from(&details.honorific);
        registration.name.clone_from(&details.name);
        registration.village.clone_from(&details.village);
        person.organisation.clone_from(&details.organisation);
        person.corrected.push(PersonCorrection { was, at });
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
