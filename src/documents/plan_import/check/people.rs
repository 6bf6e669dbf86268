//! Numbers and ids each name one thing only. Knows nothing of who refers to them.

use std::collections::BTreeMap;

use crate::documents::plan_import::diagnostic::Findings;
use crate::documents::plan_import::problem::{PlanProblem, Remark};
use crate::domain::session::plan::Plan;
use crate::domain::text::is_device_name;

pub(super) fn check(plan: &Plan, found: &mut Findings) {
    numbers(plan, found);
    agencies(plan, found);
    opinions(plan, found);
}

fn numbers(plan: &Plan, found: &mut Findings) {
    let mut holders: BTreeMap<_, &str> = BTreeMap::new();
    let mut persons = BTreeMap::new();
    for (index, speaker) in plan.speakers.iter().enumerate() {
        let path = format!("speakers.{index}.number");
        let number = speaker.number.0;
        if number == 0 {
            found.fault(path, PlanProblem::NumberZero);
        } else if let Some(holder) = holders.get(&number) {
            let holder = (*holder).to_owned();
            found.fault(path, PlanProblem::NumberTwice { number, holder });
        } else {
            holders.insert(number, &speaker.name);
        }
        let person = (&speaker.name, &speaker.village);
        if let Some(first) = persons.get(&person) {
            let first = *first;
            let path = format!("speakers.{index}.name");
            found.warn(path, Remark::SamePerson { number, first });
        } else {
            persons.insert(person, number);
        }
    }
}

fn agencies(plan: &Plan, found: &mut Findings) {
    let mut holders: BTreeMap<_, &str> = BTreeMap::new();
    for (index, agency) in plan.agencies.iter().enumerate() {
        let path = format!("agencies.{index}.id");
        let id = agency.id.0.clone();
        if let Some(holder) = holders.get(&id) {
            let holder = (*holder).to_owned();
            found.fault(path, PlanProblem::AgencyTwice { id, holder });
            continue;
        }
        if !names_a_file(&id) {
            let id = id.clone();
            found.fault(path, PlanProblem::IdSigns { id });
        } else if is_device_name(&id) {
            let id = id.clone();
            found.fault(path, PlanProblem::IdDevice { id });
        }
        holders.insert(id, &agency.name);
    }
}

fn opinions(plan: &Plan, found: &mut Findings) {
    let mut holders: BTreeMap<_, &str> = BTreeMap::new();
    for (index, opinion) in plan.opinions.iter().enumerate() {
        let id = opinion.id.0;
        if let Some(holder) = holders.get(&id) {
            let holder = (*holder).to_owned();
            let path = format!("opinions.{index}.id");
            found.fault(path, PlanProblem::OpinionTwice { id, holder });
        } else {
            holders.insert(id, &opinion.from);
        }
    }
}

/// Whether an id can be part of a file's name on every computer. An empty one is a fault of its own.
fn names_a_file(id: &str) -> bool {
    id.bytes()
        .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}
