//! What a newer plan changes: what came, what is written otherwise, what is gone; and what of it can still be added once the
//! session runs. People are the same by name and village, opinions by their words, since numbers change between two lists.
//! Knows no file and no language.

use super::plan::{Agency, AgencyId, Official, Opinion, Plan, Registration, Subject};
use crate::domain::text::fold;

/// A part of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanPart {
    /// One of the matters that a plan states once, by the name of its field.
    Matter(&'static str),
    Speaker {
        number: u32,
        name: String,
    },
    Opinion {
        number: u32,
        from: String,
    },
    Agency(String),
    Official(String),
}

/// What differs between two plans.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanChanges {
    pub added: Vec<PlanPart>,
    pub changed: Vec<PlanPart>,
    pub gone: Vec<PlanPart>,
}

impl PlanChanges {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.gone.is_empty()
    }
}

/// People, opinions and agencies that came later than the plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Additions {
    pub people: Vec<Registration>,
    pub opinions: Vec<Opinion>,
    pub agencies: Vec<Agency>,
}

impl Additions {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.people.is_empty() && self.opinions.is_empty()
    }
}

/// What a person is known by in two lists.
fn person_key(person: &Registration) -> (String, String) {
    (fold(&person.name), fold(&person.village))
}

/// Whether two registrations are of the same person.
pub(super) fn same_person(one: &Registration, other: &Registration) -> bool {
    person_key(one) == person_key(other)
}

fn opinion_key(opinion: &Opinion) -> (String, String) {
    (fold(&opinion.from), fold(&opinion.text))
}

/// What the second plan makes of the first.
#[must_use]
pub fn compare(old: &Plan, new: &Plan) -> PlanChanges {
    let mut changes = PlanChanges::default();
    matters(old, new, &mut changes);
    lists(
        &mut changes,
        &old.speakers,
        &new.speakers,
        |person| person_key(person),
        |person| PlanPart::Speaker {
            number: person.number.0,
            name: person.name.clone(),
        },
    );
    lists(
        &mut changes,
        &old.opinions,
        &new.opinions,
        opinion_key,
        |opinion| PlanPart::Opinion {
            number: opinion.id.0,
            from: opinion.from.clone(),
        },
    );
    lists(
        &mut changes,
        &old.agencies,
        &new.agencies,
        |agency| fold(&agency.name),
        |agency| PlanPart::Agency(agency.name.clone()),
    );
    for (old, new) in [
        (&old.delegates, &new.delegates),
        (&old.co_chairs, &new.co_chairs),
        (&old.secretaries, &new.secretaries),
        (&signatory(old), &signatory(new)),
    ] {
        lists(
            &mut changes,
            old,
            new,
            |person| fold(&person.name),
            |person| PlanPart::Official(person.name.clone()),
        );
    }
    changes
}

fn signatory(plan: &Plan) -> Vec<Official> {
    plan.signatory.iter().cloned().collect()
}

fn lists<T: PartialEq, K: PartialEq>(
    changes: &mut PlanChanges,
    old: &[T],
    new: &[T],
    key: impl Fn(&T) -> K,
    part: impl Fn(&T) -> PlanPart,
) {
    let old_keys: Vec<K> = old.iter().map(&key).collect();
    let new_keys: Vec<K> = new.iter().map(&key).collect();
    // Two may have one key, as somebody who stands in a list twice: each is held against one, those that are equal first.
    let mut is_left = vec![true; old.len()];
    let mut take = |is_same: &dyn Fn(usize) -> bool| {
        let index =
            (0..old.len()).find(|index| is_left.get(*index) == Some(&true) && is_same(*index));
        match index.and_then(|index| is_left.get_mut(index)) {
            Some(left) => {
                *left = false;
                true
            }
            None => false,
        }
    };
    let others: Vec<(&T, &K)> = new
        .iter()
        .zip(&new_keys)
        .filter(|(one, _)| !take(&|index| old.get(index) == Some(one)))
        .collect();
    for (one, of) in others {
        if take(&|index| old_keys.get(index) == Some(of)) {
            changes.changed.push(part(one));
        } else {
            changes.added.push(part(one));
        }
    }
    for (one, is_left) in old.iter().zip(is_left) {
        if is_left {
            changes.gone.push(part(one));
        }
    }
}

fn matters(old: &Plan, new: &Plan, changes: &mut PlanChanges) {
    let differ = [
        (
            "regulation",
            old.regulation != new.regulation || old.laws != new.laws,
        ),
        ("title", old.title != new.title),
        ("held", old.held != new.held),
        ("place", old.place != new.place || old.venue != new.venue),
        ("level", old.level != new.level),
        ("mode", old.mode != new.mode),
        ("form", old.form != new.form),
        ("contents", old.contents != new.contents),
        (
            "body",
            old.body != new.body || old.superior_body != new.superior_body,
        ),
        ("layout", old.layout != new.layout),
        (
            "chair",
            old.chair != new.chair || old.chair_post != new.chair_post,
        ),
        ("lead_agency", old.lead_agency != new.lead_agency),
        ("higher_levels", old.higher_levels != new.higher_levels),
        ("done", old.done != new.done),
        (
            "settings",
            old.settings != new.settings || old.fictional != new.fictional,
        ),
    ];
    changes.changed.extend(
        differ
            .into_iter()
            .filter(|(_, differs)| *differs)
            .map(|(matter, _)| PlanPart::Matter(matter)),
    );
}

/// What a plan has that is not there yet. `people` are those who registered so far.
#[must_use]
pub fn additions<'a>(
    known: &Plan,
    people: impl Iterator<Item = &'a Registration>,
    new: &Plan,
) -> Additions {
    let there: Vec<(String, String)> = people.map(person_key).collect();
    let opinions: Vec<(String, String)> = known.opinions.iter().map(opinion_key).collect();
    let mut additions = Additions::default();
    for person in &new.speakers {
        let key = person_key(person);
        let is_twice = additions.people.iter().any(|one| person_key(one) == key);
        if !there.contains(&key) && !is_twice {
            additions.people.push(person.as_ref().clone());
        }
    }
    for opinion in &new.opinions {
        if !opinions.contains(&opinion_key(opinion)) {
            additions.opinions.push(opinion.clone());
        }
    }
    let named: Vec<AgencyId> = additions
        .people
        .iter()
        .flat_map(|person| &person.subjects)
        .filter_map(|subject| subject.agency.clone())
        .chain(
            additions
                .opinions
                .iter()
                .filter_map(|one| one.agency.clone()),
        )
        .collect();
    for agency in &new.agencies {
        if named.contains(&agency.id) && !known.agencies.contains(agency) {
            additions.agencies.push(agency.clone());
        }
    }
    additions
}

/// The same agency in the plan that is known: by its name, since ids are made anew in each list.
#[must_use]
pub fn known_agency<'a>(known: &'a [Agency], agency: &Agency) -> Option<&'a Agency> {
    known
        .iter()
        .find(|one| fold(&one.name) == fold(&agency.name))
}

/// A subject with its agency and opinion named as they are here.
pub(super) fn renamed(
    mut subject: Subject,
    agency: impl Fn(&AgencyId) -> Option<AgencyId>,
    opinion: impl Fn(super::plan::OpinionId) -> Option<super::plan::OpinionId>,
) -> Subject {
    subject.agency = subject.agency.as_ref().and_then(agency);
    subject.opinion = subject.opinion.and_then(opinion);
    subject
}
