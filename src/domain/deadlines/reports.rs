//! What an office has to know of a periodic report that the session falls near: that its last day is a day off, or that it
//! covers another stretch of time than the one the session was held in.

use chrono::{Datelike, Days, NaiveDate};

use super::DueWhen;
use crate::domain::calendar::Calendar;
use crate::domain::regulation::{Period, PeriodicReport};

/// Something to be known of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportRemark {
    /// Its last day is a day off, and such a day does not move the limit.
    LastDayOff(NaiveDate),
    /// It covers another stretch of time than the one the session was held in.
    OtherPeriod(ReportedPeriod),
}

/// What a report covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportedPeriod {
    FirstHalf(i32),
    SecondHalf(i32),
    Year(i32),
    Quarter(i32, u32),
    /// From a month to a month of a year, both included.
    Months {
        year: i32,
        first: u32,
        last: u32,
    },
}

impl ReportedPeriod {
    /// The stretch of the year that a day lies in. A year is parted only into stretches of equal length.
    fn around(day: NaiveDate, period: Period) -> Option<Self> {
        let year = day.year();
        let length = u32::from(period.months()?);
        if length == 0 || 12 % length != 0 {
            return None;
        }
        let first = day.month0() / length * length + 1;
        Some(match (length, first) {
            (12, _) => Self::Year(year),
            (6, 1) => Self::FirstHalf(year),
            (6, _) => Self::SecondHalf(year),
            (3, first) => Self::Quarter(year, first / 3 + 1),
            (length, first) => Self::Months {
                year,
                first,
                last: first + length - 1,
            },
        })
    }

    /// What a report due before a day covers: what ends about then, or ended shortly before, which is a month before for
    /// long stretches and half of it for a month.
    fn reported_before(day: NaiveDate, period: Period) -> Option<Self> {
        let shortly = (u64::from(period.months()?) * 15).min(31);
        let about = day.checked_sub_days(Days::new(shortly)).unwrap_or(day);
        Self::around(about, period)
    }
}

pub(super) fn remarks(
    report: &PeriodicReport,
    due: &DueWhen,
    calendar: &Calendar,
    held: NaiveDate,
) -> Vec<ReportRemark> {
    let DueWhen::Before(before) = due else {
        return Vec::new();
    };
    let last = before.checked_sub_days(Days::new(1)).unwrap_or(*before);
    let is_off = calendar.is_working(last) == Ok(false);
    let covers = ReportedPeriod::reported_before(*before, report.period);
    let other = covers.filter(|_| ReportedPeriod::around(held, report.period) != covers);
    is_off
        .then_some(ReportRemark::LastDayOff(last))
        .into_iter()
        .chain(other.map(ReportRemark::OtherPeriod))
        .collect()
}
