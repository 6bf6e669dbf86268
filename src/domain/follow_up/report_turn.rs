//! Which turn of a report that is owed every year or half-year matters on a day. Days only.

use chrono::{Datelike, NaiveDate, TimeDelta};

use crate::domain::regulation::PeriodicReport;

/// How long a report that was not entered is still asked for.
const ASKED_FOR: TimeDelta = TimeDelta::days(60);

/// The turn of a yearly day that matters today, and the day it was done on, if one belongs to it.
pub(super) fn turn_of_report(
    report: &PeriodicReport,
    held: NaiveDate,
    today: NaiveDate,
    done: &[NaiveDate],
) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let days = report.days_of_year();
    let turns: Vec<NaiveDate> = (held.year()..=today.year().max(held.year()) + 1)
        .flat_map(|year| {
            days.iter().filter_map(move |day| {
                NaiveDate::from_ymd_opt(year, day.month.into(), day.day.into())
            })
        })
        .filter(|turn| *turn > held)
        .collect();
    let mut earlier = None;
    for (place, turn) in turns.iter().enumerate() {
        let longest = *turn + ASKED_FOR;
        let ends = turns
            .get(place + 1)
            .map_or(longest, |next| longest.min(*next));
        if today <= ends {
            let belongs = |on: &&NaiveDate| **on <= ends && earlier.is_none_or(|end| **on > end);
            return (Some(*turn), done.iter().find(belongs).copied());
        }
        earlier = Some(ends);
    }
    (None, None)
}
