//! Whether every id is well formed and names one thing only among its kind.

use super::super::Regulation;
use super::{Found, RegulationProblem, is_id};
use crate::domain::text::is_device_name;

pub(super) fn check(regulation: &Regulation, found: &mut Found) {
    if !is_id(&regulation.id.0) {
        found.push((
            "id".to_owned(),
            RegulationProblem::IdSigns {
                id: regulation.id.0.clone(),
            },
        ));
    }
    file_name("id", &regulation.id.0, found);
    let steps = &regulation.steps;
    unique("steps", steps.iter().map(|step| &step.id.0), found);
    for (number, step) in steps.iter().enumerate() {
        let path = format!("steps.{number}.acts");
        unique(&path, step.acts.iter().map(|act| &act.id.0), found);
    }
    unique("events", regulation.events.iter().map(|it| &it.id), found);
    unique("modes", regulation.modes.iter().map(|it| &it.id), found);
    unique("forms", regulation.forms.iter().map(|it| &it.id), found);
    if let Some(deputy) = &regulation.rules.deputy {
        let ids = deputy.cases.iter().map(|it| &it.id);
        unique("rules.deputy.cases", ids, found);
    }
    if let Some(refusal) = &regulation.refusal {
        let ids = refusal.grounds.iter().map(|it| &it.id.0);
        unique("refusal.grounds", ids, found);
    }
    let ids = regulation.deadlines.iter().map(|it| &it.id.0);
    unique("deadlines", ids, found);
    unique("reports", regulation.reports.iter().map(|it| &it.id), found);
    if let Some(dossier) = &regulation.dossier {
        let ids = dossier.entries.iter().map(|it| &it.id);
        unique("dossier.entries", ids, found);
        for (number, entry) in dossier.entries.iter().enumerate() {
            file_name(&format!("dossier.entries.{number}.id"), &entry.id, found);
        }
    }
}

/// Whether the files that are named after an id can be made on every computer.
fn file_name(path: &str, id: &str, found: &mut Found) {
    if is_device_name(id) {
        found.push((
            path.to_owned(),
            RegulationProblem::IdDevice { id: id.to_owned() },
        ));
    }
}

fn unique<'a>(path: &str, ids: impl Iterator<Item = &'a String>, found: &mut Found) {
    let mut seen: Vec<&str> = Vec::new();
    for (number, id) in ids.enumerate() {
        let place = format!("{path}.{number}.id");
        if !is_id(id) {
            found.push((place, RegulationProblem::IdSigns { id: id.clone() }));
        } else if seen.contains(&id.as_str()) {
            found.push((place, RegulationProblem::Twice { id: id.clone() }));
        } else {
            seen.push(id);
        }
    }
}
