//! Deciding on what the office brings after the session was laid down: a new plan before it begins, and people and opinions
//! at any time before it is closed.

use std::sync::Arc;

use super::Decision;
use crate::domain::regulation::{Regulation, Unregistered};
use crate::domain::session::Session;
use crate::domain::session::deviation::{Departure, Reason};
use crate::domain::session::event::Event;
use crate::domain::session::plan::{Agency, AgencyId, Number, OpinionId, Plan, Registration};
use crate::domain::session::plan_update::{self, Additions, known_agency, same_person};
use crate::domain::session::rejection::Rejection;

impl Session {
    pub(super) fn replace_plan(
        &self,
        plan: Box<Plan>,
        regulation: Option<Box<Regulation>>,
    ) -> Decision {
        if self.state().agenda.began().is_some() {
            return Err(Rejection::AlreadyBegun);
        }
        let regulation = regulation.filter(|new| **new != *self.regulation());
        if *plan == *self.plan() && regulation.is_none() {
            return Err(Rejection::SameAsBefore);
        }
        Ok(vec![Event::PlanReplaced {
            plan: self.without_newcomers(plan),
            regulation,
        }])
    }

    /// The plan without those who came to the desk themselves in the meantime, and with numbers that nobody has.
    fn without_newcomers(&self, mut plan: Box<Plan>) -> Box<Plan> {
        let planned: Vec<Number> = self.plan().speakers.iter().map(|one| one.number).collect();
        let people = self.state().queue.people();
        let newcomers: Vec<&Registration> = people
            .iter()
            .map(|person| &*person.registration)
            .filter(|registration| !planned.contains(&registration.number))
            .collect();
        if newcomers.is_empty() {
            return plan;
        }
        plan.speakers
            .retain(|one| !newcomers.iter().any(|new| same_person(new, one)));
        let taken = |number: Number| newcomers.iter().any(|one| one.number == number);
        let mut next = plan
            .speakers
            .iter()
            .map(|one| one.number.0)
            .chain(newcomers.iter().map(|one| one.number.0))
            .max()
            .unwrap_or(0);
        for person in &mut plan.speakers {
            if taken(person.number) {
                next += 1;
                Arc::make_mut(person).number = Number(next);
            }
        }
        plan
    }

    pub(super) fn import(
        &self,
        additions: &Additions,
        within_scope: Option<bool>,
        reason: Option<Reason>,
    ) -> Decision {
        if additions.is_empty() {
            return Err(Rejection::NothingNew);
        }
        let within_scope = self.scope_that_counts(within_scope);
        let first = self.state().queue.next_number().0;
        let departures = self.departures_of_import(additions, within_scope)?;
        let mut events = self.reasoned(departures, reason)?;
        let agencies = self.imported_agencies(additions, &mut events);
        let agency = |id: &AgencyId| {
            agencies
                .iter()
                .find(|(theirs, _)| theirs == id)
                .map(|(_, ours)| ours.clone())
        };
        let last = self.plan().opinions.iter().map(|one| one.id.0).max();
        let opinions: Vec<(OpinionId, OpinionId)> = (last.unwrap_or(0) + 1..)
            .zip(&additions.opinions)
            .map(|(number, opinion)| (opinion.id, OpinionId(number)))
            .collect();
        for (opinion, (_, id)) in additions.opinions.iter().zip(&opinions) {
            let mut opinion = opinion.clone();
            opinion.id = *id;
            opinion.agency = opinion.agency.as_ref().and_then(agency);
            events.push(Event::OpinionAdded {
                opinion: Box::new(opinion),
            });
        }
        let opinion_here = |id: OpinionId| {
            let imported = opinions.iter().find(|(theirs, _)| *theirs == id);
            let is_ours = || self.plan().opinions.iter().any(|one| one.id == id);
            imported
                .map(|(_, ours)| *ours)
                .or_else(|| is_ours().then_some(id))
        };
        for (number, person) in (first..).zip(&additions.people) {
            let mut person = person.clone();
            person.number = Number(number);
            person.subjects = person
                .subjects
                .into_iter()
                .map(|subject| plan_update::renamed(subject, agency, opinion_here))
                .collect();
            events.push(Event::Registered {
                registration: Arc::new(person),
                within_scope,
            });
        }
        Ok(events)
    }

    /// People who come once speaking has begun, and whose subject is outside of what the text lets newcomers speak of.
    fn departures_of_import(
        &self,
        additions: &Additions,
        within_scope: Option<bool>,
    ) -> Result<Vec<Departure>, Rejection> {
        if !self.speeches_began() || additions.people.is_empty() {
            return Ok(Vec::new());
        }
        match (&self.regulation().rules.unregistered, within_scope) {
            (Unregistered::Silent | Unregistered::Accepted(_) | Unregistered::ByLeave(_), _)
            | (Unregistered::WithinScope(_), Some(true)) => Ok(Vec::new()),
            (Unregistered::WithinScope(_), None) => Err(Rejection::NeedsScope),
            (Unregistered::WithinScope(_), Some(false)) => {
                let first = self.state().queue.next_number().0;
                Ok((first..)
                    .zip(&additions.people)
                    .map(|(number, _)| Departure::UnregisteredSpeaker {
                        number: Number(number),
                    })
                    .collect())
            }
        }
    }

    /// What each agency of the additions is called here; those that are new are added.
    fn imported_agencies(
        &self,
        additions: &Additions,
        events: &mut Vec<Event>,
    ) -> Vec<(AgencyId, AgencyId)> {
        let mut here: Vec<Agency> = self.state().agencies.clone();
        let mut names: Vec<(AgencyId, AgencyId)> = here
            .iter()
            .map(|agency| (agency.id.clone(), agency.id.clone()))
            .collect();
        for agency in &additions.agencies {
            names.retain(|(theirs, _)| *theirs != agency.id);
            let id = if let Some(known) = known_agency(&here, agency) {
                known.id.clone()
            } else {
                let mut id = agency.id.clone();
                let mut count = 2;
                while here.iter().any(|known| known.id == id) {
                    id = AgencyId(format!("{}-{count}", agency.id.0));
                    count += 1;
                }
                events.push(Event::AgencyAdded {
                    id: id.clone(),
                    name: agency.name.clone(),
                });
                here.push(Agency {
                    id: id.clone(),
                    ..agency.clone()
                });
                id
            };
            names.push((agency.id.clone(), id));
        }
        names
    }
}
