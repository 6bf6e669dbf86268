//! Whether every deadline and report can be counted.

use chrono::NaiveDate;

use super::super::{Anchor, ClassKind, Deadline, Regulation};
use super::{Found, RegulationProblem};

pub(super) fn check(regulation: &Regulation, found: &mut Found) {
    let deadlines = &regulation.deadlines;
    for (number, deadline) in deadlines.iter().enumerate() {
        let mut fault =
            |field: &str, problem| found.push((format!("deadlines.{number}.{field}"), problem));
        if deadline.limit.is_some_and(|limit| limit.days == 0) {
            fault("limit.days", RegulationProblem::ZeroDays);
        }
        if deadline.anchor == Anchor::BeforeSession && !deadline.items.is_empty() {
            fault("items", RegulationProblem::ItemsBeforeSession);
        }
        if ClassKind::ALL
            .iter()
            .any(|class| deadline.items.iter().filter(|item| *item == class).count() > 1)
        {
            fault("items", RegulationProblem::ClassTwice);
        }
        if let Some(problem) = extension(deadline, deadlines) {
            fault("extends", problem);
        }
    }
    for (number, report) in regulation.reports.iter().enumerate() {
        // A day that every year has: 2023 is not a leap year.
        if let Some(date) = report.before.filter(|date| {
            NaiveDate::from_ymd_opt(2023, date.month.into(), date.day.into()).is_none()
        }) {
            found.push((
                format!("reports.{number}.before"),
                RegulationProblem::NoSuchDay {
                    day: date.day,
                    month: date.month,
                },
            ));
        }
    }
    if regulation
        .length
        .as_ref()
        .is_some_and(|length| length.minutes == Some(0))
    {
        found.push(("length.minutes".to_owned(), RegulationProblem::ZeroMinutes));
    }
}

/// Follows a deadline to the one it extends, and that to the next, until there is none.
fn extension(deadline: &Deadline, all: &[Deadline]) -> Option<RegulationProblem> {
    let mut next = deadline.extends.as_ref();
    let mut steps = 0;
    while let Some(id) = next {
        let Some(extended) = all.iter().find(|other| &other.id == id) else {
            // Further along the chain it is the fault of the deadline that names it.
            return (steps == 0).then(|| RegulationProblem::ExtendsUnknown {
                id: id.0.clone(),
                known: all
                    .iter()
                    .filter(|other| other.id != deadline.id)
                    .map(|other| other.id.0.clone())
                    .collect(),
            });
        };
        steps += 1;
        if extended.id == deadline.id {
            return Some(RegulationProblem::ExtendsInACircle);
        }
        // It runs into a circle that it is no part of; that is told of those that are.
        if steps > all.len() {
            return None;
        }
        next = extended.extends.as_ref();
    }
    None
}
