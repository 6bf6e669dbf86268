//! Whether every id that something names is there: kinds of session, duties, events.

use super::super::{Anchor, Circumstances, Deadline, DeadlineId, Regulation, Scope};
use super::{Found, RegulationProblem};

pub(super) fn check(regulation: &Regulation, found: &mut Found) {
    for (path, circumstances) in circumstances(regulation) {
        kinds(regulation, &path, circumstances, found);
    }
    let duties = || -> Vec<String> {
        let duties = regulation.deadlines.iter();
        duties.map(|deadline| deadline.id.0.clone()).collect()
    };
    for (number, waiver) in regulation.waivers.iter().enumerate() {
        for (place, id) in waiver.deadlines.iter().enumerate() {
            if regulation.deadline(id).is_none() {
                found.push((
                    format!("waivers.{number}.deadlines.{place}"),
                    RegulationProblem::Unknown {
                        id: id.0.clone(),
                        known: duties(),
                    },
                ));
            }
        }
    }
    for (number, deadline) in regulation.deadlines.iter().enumerate() {
        let path = format!("deadlines.{number}.anchor");
        match &deadline.anchor {
            Anchor::Event(id) if !regulation.events.iter().any(|event| &event.id == id) => {
                let events = regulation.events.iter();
                found.push((
                    path,
                    RegulationProblem::Unknown {
                        id: id.clone(),
                        known: events.map(|event| event.id.clone()).collect(),
                    },
                ));
            }
            Anchor::Limit(id) if regulation.deadline(id).is_none() => found.push((
                path,
                RegulationProblem::Unknown {
                    id: id.0.clone(),
                    known: duties(),
                },
            )),
            Anchor::Limit(_) if is_in_a_circle(deadline, regulation) => {
                found.push((path, RegulationProblem::AnchorsInACircle));
            }
            Anchor::BeforeSession
            | Anchor::Session
            | Anchor::Notice
            | Anchor::Event(_)
            | Anchor::Limit(_)
            | Anchor::EveryYear(_)
            | Anchor::On(_) => {}
        }
    }
    spans(regulation, found);
}

fn spans(regulation: &Regulation, found: &mut Found) {
    if let Some(validity) = &regulation.validity
        && let (Some(from), Some(until)) = (validity.from, validity.until)
        && until < from
    {
        found.push((
            "validity.until".to_owned(),
            RegulationProblem::EndsBeforeItBegins,
        ));
    }
    if let Some(size) = &regulation.size
        && let (Some(least), Some(most)) = (size.at_least, size.at_most)
        && most < least
    {
        found.push((
            "size.at_most".to_owned(),
            RegulationProblem::EndsBeforeItBegins,
        ));
    }
}

fn is_in_a_circle(deadline: &Deadline, regulation: &Regulation) -> bool {
    let mut next: Option<&DeadlineId> = anchor_limit(deadline);
    for _ in 0..=regulation.deadlines.len() {
        match next {
            Some(id) if id == &deadline.id => return true,
            Some(id) => next = regulation.deadline(id).and_then(anchor_limit),
            None => return false,
        }
    }
    // It runs into a circle that it is no part of; that is told of those that are.
    false
}

fn anchor_limit(deadline: &Deadline) -> Option<&DeadlineId> {
    match &deadline.anchor {
        Anchor::Limit(id) => Some(id),
        Anchor::BeforeSession
        | Anchor::Session
        | Anchor::Notice
        | Anchor::Event(_)
        | Anchor::EveryYear(_)
        | Anchor::On(_) => None,
    }
}

/// Every place where a profile says when something holds.
fn circumstances(regulation: &Regulation) -> Vec<(String, &Circumstances)> {
    let mut all: Vec<(String, &Circumstances)> = Vec::new();
    let mut add =
        |list: &str, number: usize, when| all.push((format!("{list}.{number}.when"), when));
    for (number, rule) in regulation.chairs.iter().enumerate() {
        add("chairs", number, &rule.when);
    }
    for (number, rule) in regulation.preparers.iter().enumerate() {
        add("preparers", number, &rule.when);
    }
    for (number, rule) in regulation.frequency.iter().enumerate() {
        add("frequency", number, &rule.when);
    }
    for (number, rule) in regulation.participants.iter().enumerate() {
        add("participants", number, &rule.when);
    }
    for (number, rule) in regulation.contents.iter().enumerate() {
        add("contents", number, &rule.when);
    }
    for (number, rule) in regulation.deadlines.iter().enumerate() {
        add("deadlines", number, &rule.when);
    }
    for (number, rule) in regulation.reports.iter().enumerate() {
        add("reports", number, &rule.when);
    }
    for (number, rule) in regulation.waivers.iter().enumerate() {
        add("waivers", number, &rule.when);
    }
    for (number, rule) in regulation.papers.iter().enumerate() {
        add("papers", number, &rule.when);
    }
    all
}

/// Kinds of session are those of the profile itself; an accompanying law may name those of any regulation.
fn kinds(regulation: &Regulation, path: &str, circumstances: &Circumstances, found: &mut Found) {
    if regulation.scope == Scope::Accompanying {
        return;
    }
    for (place, id) in circumstances.kinds.iter().enumerate() {
        if !regulation.modes.iter().any(|mode| &mode.id == id) {
            let modes = regulation.modes.iter();
            found.push((
                format!("{path}.kinds.{place}"),
                RegulationProblem::Unknown {
                    id: id.clone(),
                    known: modes.map(|mode| mode.id.clone()).collect(),
                },
            ));
        }
    }
}
