//! Every text that a session cannot do without is there. Knows nothing of what it says.

use crate::documents::plan_import::diagnostic::Findings;
use crate::documents::plan_import::problem::PlanProblem;
use crate::domain::session::plan::{Official, Plan};

pub(super) fn check(plan: &Plan, found: &mut Findings) {
    let mut need = |path: String, text: &str| {
        if text.trim().is_empty() {
            found.fault(path, PlanProblem::Empty);
        }
    };
    for (path, text) in [
        ("regulation", &plan.regulation.0),
        ("title", &plan.title),
        ("place", &plan.place),
    ] {
        need(path.to_owned(), text);
    }
    for (list, texts) in [
        ("contents", &plan.contents),
        ("higher_levels", &plan.higher_levels),
    ] {
        for (index, text) in texts.iter().enumerate() {
            need(format!("{list}.{index}"), text);
        }
    }
    for (path, person) in officials(plan) {
        need(format!("{path}.name"), &person.name);
        need(format!("{path}.office"), &person.office);
    }
    for (index, agency) in plan.agencies.iter().enumerate() {
        need(format!("agencies.{index}.id"), &agency.id.0);
        need(format!("agencies.{index}.name"), &agency.name);
    }
    for (index, speaker) in plan.speakers.iter().enumerate() {
        need(format!("speakers.{index}.name"), &speaker.name);
        for (of, subject) in speaker.subjects.iter().enumerate() {
            need(
                format!("speakers.{index}.subjects.{of}.text"),
                &subject.text,
            );
        }
    }
    for (index, opinion) in plan.opinions.iter().enumerate() {
        need(format!("opinions.{index}.from"), &opinion.from);
        need(format!("opinions.{index}.text"), &opinion.text);
    }
}

/// Everybody who holds an office, with the path.
fn officials(plan: &Plan) -> Vec<(String, &Official)> {
    let mut officials = vec![("chair".to_owned(), &plan.chair)];
    for (list, people) in [
        ("co_chairs", &plan.co_chairs),
        ("secretaries", &plan.secretaries),
        ("delegates", &plan.delegates),
    ] {
        let people = people.iter().enumerate();
        officials.extend(people.map(|(index, person)| (format!("{list}.{index}"), person)));
    }
    for (index, agency) in plan.agencies.iter().enumerate() {
        if let Some(person) = &agency.spoken_for_by {
            officials.push((format!("agencies.{index}.spoken_for_by"), person));
        }
    }
    officials
}
