//! Whether a plan makes sense: whether everything has a name and names only what there is, and whether a session can be
//! run with it under its regulation. Finds everything at once, so that a person mends a file in one go. Knows the place
//! of a finding only by its path in the plan; knows no file, no day of the calendar and no language.

mod people;
mod prescribed;
mod references;
mod settings;
mod texts;

use super::diagnostic::{Findings, Remark};
use crate::domain::regulation::Regulation;
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
    if let Some(regulation) = regulation {
        prescribed::check(plan, regulation, &mut found);
    }
    absences(plan, &mut found);
    found
}

/// What a session can begin without, and will miss.
fn absences(plan: &Plan, found: &mut Findings) {
    let absences = [
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
