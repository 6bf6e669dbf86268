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
}

impl ReportedPeriod {
    /// The half-year or year that a day lies in.
    fn around(day: NaiveDate, period: Period) -> Option<Self> {
        let year = day.year();
        match period {
            Period::Year => Some(Self::Year(year)),
            Period::HalfYear if day.month() <= 6 => Some(Self::FirstHalf(year)),
            Period::HalfYear => Some(Self::SecondHalf(year)),
            Period::Quarter
            | Period::Month
            | Period::Months(_)
            | Period::EachSession
            | Period::OnRequest => None,
        }
    }

    /// What a report due before a day covers: what ends about then, or ended within the month before.
    fn reported_before(day: NaiveDate, period: Period) -> Option<Self> {
        let about = day.checked_sub_days(Days::new(31)).unwrap_or(day);
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
