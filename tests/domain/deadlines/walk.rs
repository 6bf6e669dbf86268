//! The counting held against a second one: a walk from day to day over lists of its own, typed from the official
//! notices and not read from the calendar's files.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use doithoai::domain::calendar::{self, Counting};
use doithoai::domain::regulation::DayUnit;
use proptest::prelude::*;

const OFF: &[(i32, &str)] = &[
    (
        2024,
        "1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 2/9 3/9",
    ),
    (
        2025,
        "1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9",
    ),
    (
        2026,
        "1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11",
    ),
];
const WORKED: &[(i32, &str)] = &[(2024, "4/5"), (2025, "26/4"), (2026, "10/1 22/8")];

fn is_listed(list: &[(i32, &str)], on: NaiveDate) -> bool {
    let name = format!("{}/{}", on.day(), on.month());
    list.iter()
        .filter(|(year, _)| *year == on.year())
        .any(|(_, days)| days.split(' ').any(|day| day == name))
}

fn is_worked(on: NaiveDate) -> bool {
    is_listed(WORKED, on)
        || !(matches!(on.weekday(), Weekday::Sat | Weekday::Sun) || is_listed(OFF, on))
}

fn walk(
    from: NaiveDate,
    mut left: u16,
    unit: DayUnit,
    step: impl Fn(NaiveDate) -> NaiveDate,
) -> NaiveDate {
    let mut on = from;
    while left > 0 {
        on = step(on);
        if unit == DayUnit::Calendar || is_worked(on) {
            left -= 1;
        }
    }
    on
}

fn tomorrow(on: NaiveDate) -> NaiveDate {
    on + Days::new(1)
}

fn yesterday(on: NaiveDate) -> NaiveDate {
    on - Days::new(1)
}

#[test]
fn the_calendar_knows_every_day_of_three_years_as_the_notices_do() {
    let calendar = doithoai::store::calendars::load(None).unwrap();
    let mut on = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
    while on.year() < 2027 {
        assert_eq!(calendar.is_working(on), Ok(is_worked(on)), "{on}");
        on = tomorrow(on);
    }
}

/// What an explanation has to add up to: every day from the first counted to the last is either counted or skipped.
fn assert_adds_up(counting: &Counting) {
    let span = (counting.reached - counting.event)
        .num_days()
        .unsigned_abs();
    assert_eq!(
        span,
        u64::from(counting.days) + counting.skipped.len() as u64
    );
    if counting.back {
        assert!(counting.rolled.is_empty() && counting.due == counting.reached);
    } else {
        let rolled = (counting.due - counting.reached).num_days();
        assert_eq!(rolled, i64::try_from(counting.rolled.len()).unwrap());
    }
    assert!(
        counting
            .skipped
            .iter()
            .all(|skipped| !is_worked(skipped.on))
    );
    assert!(counting.rolled.iter().all(|rolled| !is_worked(rolled.on)));
    assert!(
        counting
            .made_up
            .iter()
            .all(|(on, _)| is_listed(WORKED, *on))
    );
    assert!(!counting.leans_on_expected());
}

proptest! {
    #[test]
    fn any_count_ends_where_a_walk_from_day_to_day_ends(
        offset in 0_u64..1096,
        days in 1_u16..90,
        unit in prop_oneof![Just(DayUnit::Working), Just(DayUnit::Calendar)],
        back: bool,
    ) {
        let calendar = doithoai::store::calendars::load(None).unwrap();
        let event = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap() + Days::new(offset);
        let reached = if back {
            walk(event, days, unit, yesterday)
        } else {
            walk(event, days, unit, tomorrow)
        };
        let mut due = reached;
        while !back && !is_worked(due) {
            due = tomorrow(due);
        }
        let counted = if back {
            calendar::before(&calendar, event, days, unit)
        } else {
            calendar::after(&calendar, event, days, unit)
        };
        match counted {
            Ok(counting) if (2024..2027).contains(&due.year()) => {
                prop_assert_eq!(counting.due, due);
                prop_assert_eq!(counting.reached, reached);
                assert_adds_up(&counting);
            }
            // Beyond the notices there is nothing to hold it against.
            Ok(_) => prop_assert!(due.year() == 2027 || back && unit == DayUnit::Calendar),
            Err(missing) => prop_assert!(missing.year == 2023),
        }
    }
}
