//! Deciding on the speaking order: newcomers, marks, and refusing dialogue on the regulation's own grounds.

use std::sync::Arc;

use super::Decision;
use crate::domain::regulation::{GroundId, Phase, Unregistered};
use crate::domain::session::Session;
use crate::domain::session::command::{Newcomer, NewcomerContact};
use crate::domain::session::deviation::{Departure, Reason};
use crate::domain::session::event::Event;
use crate::domain::session::floor::Holder;
use crate::domain::session::item::{ItemId, Raiser};
use crate::domain::session::plan::{Number, Registration, Subject};
use crate::domain::session::queue::{PersonDetails, Registrant, Standing};
use crate::domain::session::rejection::Rejection;

impl Session {
    /// A speaker comes to the desk. Until the first speech that is a registration like any other; after it, the
    /// regulation's rule on those who did not register decides.
    pub(super) fn register(
        &self,
        newcomer: Newcomer,
        contact: NewcomerContact,
        within_scope: Option<bool>,
        reason: Option<Reason>,
    ) -> Decision {
        if newcomer.name.trim().is_empty() {
            return Err(Rejection::EmptyText);
        }
        let within_scope = self.scope_that_counts(within_scope);
        let number = self.state().queue.next_number();
        let mut departures = Vec::new();
        if self.speeches_began() {
            match (&self.regulation().rules.unregistered, within_scope) {
                // Where the text is silent nothing is departed from; where the chair moderates, the leave is the chair's.
                (
                    Unregistered::Silent | Unregistered::Accepted(_) | Unregistered::ByLeave(_),
                    _,
                )
                | (Unregistered::WithinScope(_), Some(true)) => {}
                (Unregistered::WithinScope(_), None) => return Err(Rejection::NeedsScope),
                (Unregistered::WithinScope(_), Some(false)) => {
                    departures.push(Departure::UnregisteredSpeaker { number });
                }
            }
        }
        let mut events = self.reasoned(departures, reason)?;
        events.push(Event::Registered {
            registration: Arc::new(Registration {
                number,
                honorific: newcomer.honorific,
                name: newcomer.name,
                village: newcomer.village,
                phone: contact.phone,
                address: contact.address,
                venue: contact.venue,
                subjects: newcomer
                    .subject
                    .into_iter()
                    .map(|text| Subject {
                        text,
                        ..Subject::default()
                    })
                    .collect(),
            }),
            within_scope,
        });
        Ok(events)
    }

    /// What was said about the announced scope, where the regulation asks for it; elsewhere nothing is kept that a paper
    /// could tell as its rule.
    pub(super) fn scope_that_counts(&self, within_scope: Option<bool>) -> Option<bool> {
        match &self.regulation().rules.unregistered {
            Unregistered::WithinScope(_) => within_scope,
            Unregistered::Silent | Unregistered::Accepted(_) | Unregistered::ByLeave(_) => None,
        }
    }

    pub(super) fn move_in_queue(&self, number: Number, to: usize) -> Decision {
        self.known_person(number)?;
        let people = self.state().queue.people();
        let here = people
            .iter()
            .position(|person| person.registration.number == number);
        if here == Some(to.min(people.len().saturating_sub(1))) {
            return Err(Rejection::SameAsBefore);
        }
        Ok(vec![Event::QueueMoved { number, to }])
    }

    pub(super) fn set_standing(&self, number: Number, standing: Standing) -> Decision {
        let person = self.known_person(number)?;
        if person.standing == standing {
            return Err(Rejection::SameAsBefore);
        }
        if self
            .state()
            .floor()
            .is_some_and(|turn| turn.holder == Holder::Citizen(number))
        {
            return Err(Rejection::HasTheFloor(number));
        }
        if person.standing == Standing::Spoke && standing != Standing::Waiting {
            // Whoever was heard can be called once more, and nothing else.
            return Err(Rejection::AlreadySpoke(number));
        }
        match standing {
            Standing::Waiting
            | Standing::Absent
            | Standing::Withdrew
            | Standing::WrittenSlip
            | Standing::NoTimeLeft => Ok(vec![Event::StandingSet { number, standing }]),
            // Speaking and refusing have acts of their own.
            Standing::Spoke | Standing::Refused => Err(Rejection::NotWaiting(number)),
        }
    }

    pub(super) fn no_time_for_rest(&self) -> Decision {
        let events: Vec<Event> = self
            .state()
            .queue
            .waiting()
            .map(|person| Event::StandingSet {
                number: person.registration.number,
                standing: Standing::NoTimeLeft,
            })
            .collect();
        if events.is_empty() {
            return Err(Rejection::NobodyWaits);
        }
        Ok(events)
    }

    pub(super) fn refuse_person(&self, number: Number, ground: GroundId) -> Decision {
        let person = self.known_person(number)?;
        let Some(grounds) = &self.regulation().refusal else {
            return Err(Rejection::NoGrounds);
        };
        let Some(known) = grounds.grounds.iter().find(|known| known.id == ground) else {
            return Err(Rejection::NoSuchGround(ground));
        };
        if person.standing == Standing::Refused {
            return Err(Rejection::SameAsBefore);
        }
        let has_floor = self
            .state()
            .floor()
            .is_some_and(|turn| turn.holder == Holder::Citizen(number));
        let mut events = if has_floor {
            self.yield_floor()
        } else {
            Vec::new()
        };
        events.push(Event::PersonRefused {
            number,
            ground,
            article: grounds.article_of(known).clone(),
        });
        Ok(events)
    }

    pub(super) fn correct_person(&self, number: Number, details: PersonDetails) -> Decision {
        if details.name.trim().is_empty() {
            return Err(Rejection::EmptyText);
        }
        if self.known_person(number)?.details() == details {
            return Err(Rejection::SameAsBefore);
        }
        Ok(vec![Event::PersonCorrected { number, details }])
    }

    pub(super) fn take_up_subjects(&self, numbers: &[Number]) -> Decision {
        let mut next = self.state().next_item().0;
        let mut events = Vec::new();
        for number in numbers {
            let person = self.known_person(*number)?;
            let before = events.len();
            for subject in person.subjects_left() {
                events.push(Event::ItemRaised {
                    item: ItemId(next),
                    by: Raiser::Citizen(*number),
                    text: subject.text.clone(),
                    topic: subject.topic.clone(),
                    agency: subject.agency.clone(),
                    opinion: subject.opinion,
                });
                next = next.saturating_add(1);
            }
            if events.len() == before {
                return Err(Rejection::NothingAnnounced(*number));
            }
        }
        if events.is_empty() {
            return Err(Rejection::NobodyWaits);
        }
        Ok(events)
    }

    pub(super) fn set_aside_subjects(&self, numbers: &[Number], why: &str) -> Decision {
        let why = why.trim();
        if why.is_empty() {
            return Err(Rejection::EmptyText);
        }
        let mut events = Vec::new();
        for number in numbers {
            if self.known_person(*number)?.subjects_left().next().is_none() {
                return Err(Rejection::NothingAnnounced(*number));
            }
            events.push(Event::SubjectsSetAside {
                number: *number,
                why: why.to_owned(),
            });
        }
        if events.is_empty() {
            return Err(Rejection::NobodyWaits);
        }
        Ok(events)
    }

    pub(super) fn known_person(&self, number: Number) -> Result<&Registrant, Rejection> {
        self.state()
            .queue
            .person(number)
            .ok_or(Rejection::NoSuchPerson(number))
    }

    /// Whether anybody was called to speak.
    pub(super) fn speeches_began(&self) -> bool {
        let turns = &self.state().turns;
        turns.iter().any(|turn| turn.phase == Phase::Speech)
    }
}
