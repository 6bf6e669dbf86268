//! Whether a plan makes sense: whether everything has a name and names only what there is, and whether a session can be
//! run with it under its regulation. Finds everything at once, so that a person mends a file in one go. Knows the place
//! of a finding only by its path in the plan; knows no file, no day of the calendar and no language.

mod people;
mod prescribed;
mod references;
mod settings;
mod texts;

use super::diagnostic::Findings;
use super::problem::Remark;
use chrono::NaiveDate;

use crate::domain::deadlines::{Basis, Dates, DeadlineEntry};
use crate::domain::regulation::{Regulation, Scope};
use crate::domain::session::plan::Plan;

/// Everything that is wrong with a plan, or worth knowing about it. Without a regulation, what depends on one is left
/// unchecked.
#[must_use]
pub fn check(plan: &Plan, regulation: Option<&Regulation>) -> Findings {
    let mut found = Findings::default();
    texts::check(plan, &mut found);
    people::check(plan, &mut found);
    references::check(plan, &mut found);
    settings::check(&plan.settings, &mut found);
    settings::check_day(plan.held, &mut found);
    if let Some(regulation) = regulation {
        prescribed::check(plan, regulation, &mut found);
    }
    absences(plan, &mut found);
    found
}

/// What was due before the session and cannot be done in time any more, as of a day. What the office marked as done, and
/// what the text waives for such a session, is not among it.
#[must_use]
pub fn late(plan: &Plan, regulation: &Regulation, basis: &Basis, today: NaiveDate) -> Findings {
    let mut found = Findings::default();
    let dates = Dates {
        occasion: plan.occasion(),
        ..Dates::of(plan.held.date())
    };
    for due in basis.due_dates(regulation, &dates) {
        let DeadlineEntry::Deadline(deadline) = &due.entry else {
            continue;
        };
        let is_before = due.scope == Scope::Session && regulation.is_before_session(deadline);
        let is_open = !plan.done.contains_key(&deadline.id) && due.waived.is_none();
        if let Some(on) = due.on()
            && is_before
            && is_open
            && on < today
        {
            found.warn(
                "held",
                Remark::DutyLate {
                    duty: deadline.title.clone(),
                    on,
                    article: deadline.article.clone(),
                },
            );
        }
    }
    found
}

/// What a session can begin without, and will miss.
fn absences(plan: &Plan, found: &mut Findings) {
    let absences = [
        (plan.body.is_empty(), "body", Remark::NoBody),
        (
            plan.lead_agency.is_empty(),
            "lead_agency",
            Remark::NoLeadAgency,
        ),
        (plan.has_other_layout(), "layout", Remark::OtherLayout),
        (
            plan.secretaries.is_empty(),
            "secretaries",
            Remark::NoSecretary,
        ),
        (plan.agencies.is_empty(), "agencies", Remark::NoAgency),
        (
            plan.higher_levels.is_empty(),
            "higher_levels",
            Remark::NoHigherLevel,
        ),
        (plan.speakers.is_empty(), "speakers", Remark::NoSpeaker),
    ];
    for (absent, path, remark) in absences {
        if absent {
            found.warn(path, remark);
        }
    }
}
