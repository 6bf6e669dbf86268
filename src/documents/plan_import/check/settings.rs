//! Settings with which clocks and rounds can work. Knows no regulation: what it names is `prescribed`'s.

use chrono::{Datelike as _, NaiveDateTime};

use crate::documents::plan_import::diagnostic::Findings;
use crate::documents::plan_import::problem::PlanProblem;
use crate::domain::session::plan::{Settings, SpeakingMode};

/// The years in which a session can be held.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

pub(super) fn check_day(held: NaiveDateTime, found: &mut Findings) {
    if !YEARS.contains(&held.year()) {
        found.fault("held", PlanProblem::HeldOutOfRange { year: held.year() });
    }
}

pub(super) fn check(settings: &Settings, found: &mut Findings) {
    let limits = [
        ("speech", settings.limits.speech),
        ("answer", settings.limits.answer),
        ("follow_up", settings.limits.follow_up),
    ];
    for (field, seconds) in limits {
        if seconds == Some(0) {
            found.fault(format!("settings.limits.{field}"), PlanProblem::ZeroLimit);
        }
    }
    if settings.allowed_minutes == Some(0) {
        found.fault("settings.allowed_minutes", PlanProblem::ZeroMinutes);
    }
    for (step, minutes) in &settings.step_minutes {
        if *minutes == 0 {
            found.fault(
                format!("settings.step_minutes.{}", step.0),
                PlanProblem::ZeroMinutes,
            );
        }
    }
    if settings.taking == SpeakingMode::InBatches(0) {
        found.fault("settings.taking", PlanProblem::ZeroBatch);
    }
    let (first, second) = settings.warnings;
    // Two zeros are the limit itself: no warning before it.
    if first <= second && (first, second) != (0, 0) {
        found.fault(
            "settings.warnings",
            PlanProblem::WarningsOrder { first, second },
        );
    }
}
