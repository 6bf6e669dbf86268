//! Whoever refers to an agency or an opinion refers to one that there is. Knows nothing of what they are called.

use crate::documents::plan_import::diagnostic::Findings;
use crate::documents::plan_import::problem::{PlanProblem, Remark};
use crate::domain::session::plan::{AgencyId, Plan, Registration, Subject};

pub(super) fn check(plan: &Plan, found: &mut Findings) {
    for (index, speaker) in plan.speakers.iter().enumerate() {
        for (of, subject) in speaker.subjects.iter().enumerate() {
            let path = format!("speakers.{index}.subjects.{of}");
            agency(plan, &path, subject.agency.as_ref(), found);
            opinion(plan, &path, speaker, subject, found);
        }
    }
    for (index, opinion) in plan.opinions.iter().enumerate() {
        let path = format!("opinions.{index}");
        agency(plan, &path, opinion.agency.as_ref(), found);
        if opinion.agency.is_none() {
            let id = opinion.id.0;
            found.warn(path, Remark::OpinionWithoutAgency { id });
        }
    }
}

fn agency(plan: &Plan, path: &str, agency: Option<&AgencyId>, found: &mut Findings) {
    let known = |id: &AgencyId| plan.agencies.iter().any(|agency| &agency.id == id);
    if let Some(id) = agency.filter(|id| !known(id)) {
        let known = plan.agencies.iter().map(|agency| agency.id.0.clone());
        found.fault(
            format!("{path}.agency"),
            PlanProblem::UnknownAgency {
                id: id.0.clone(),
                known: known.collect(),
            },
        );
    }
}

fn opinion(
    plan: &Plan,
    path: &str,
    speaker: &Registration,
    subject: &Subject,
    found: &mut Findings,
) {
    let Some(id) = subject.opinion else {
        return;
    };
    let path = format!("{path}.opinion");
    match plan.opinions.iter().find(|opinion| opinion.id == id) {
        None => {
            let known = plan.opinions.iter().map(|opinion| opinion.id.0);
            found.fault(
                path,
                PlanProblem::UnknownOpinion {
                    id: id.0,
                    known: known.collect(),
                },
            );
        }
        Some(opinion) if opinion.prepared_answer.is_none() => {
            found.warn(
                path,
                Remark::NoPreparedAnswer {
                    number: speaker.number.0,
                    opinion: id.0,
                },
            );
        }
        Some(_) => {}
    }
}
