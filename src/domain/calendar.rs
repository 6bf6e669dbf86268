//! Which days are worked and how periods of days are counted (Civil Code 2015, Articles 147 and 148), with the
//! explanation of every count as data. A year without data is an error, never a guess. This module knows no regulation
//! beyond what a unit of days and a text in two languages are, no clock, and no file: files are `years`' alone.

pub mod counting;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::domain::regulation::Text;

pub use counting::{Counting, Skipped, Why, after, before};

/// How sure a day of the calendar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Status {
    /// In an official notice.
    Announced,
    /// Computed from the law; a notice may lay it otherwise.
    Expected,
}

/// Why a day is off, or worked though it would be off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Notice")]
pub struct DayNotice {
    pub what: Text,
    pub status: Status,
    /// The official notice the day comes from.
    pub source: String,
}

/// What is special in one year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Year {
    pub off: BTreeMap<NaiveDate, DayNotice>,
    pub worked: BTreeMap<NaiveDate, DayNotice>,
}

/// The working days of the years that there is data for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    pub years: BTreeMap<i32, Year>,
}

/// What a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayStatus<'a> {
    Workday,
    /// Worked because a notice says so, mostly a Saturday.
    MadeUp(&'a DayNotice),
    Weekend,
    DayOff(&'a DayNotice),
}

/// There is no data for this year; those that there is data for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the calendar has no days off for {year}")]
pub struct NoYear {
    pub year: i32,
    pub known: Vec<i32>,
}

impl DayStatus<'_> {
    /// Whether offices work on it.
    #[must_use]
    pub fn is_working(self) -> bool {
        match self {
            Self::Workday | Self::MadeUp(_) => true,
            Self::Weekend | Self::DayOff(_) => false,
        }
    }
}

impl Calendar {
    /// What a day is.
    ///
    /// # Errors
    /// When there is no data for its year, even for a Sunday: whether it is worked is not known.
    pub fn day(&self, date: NaiveDate) -> Result<DayStatus<'_>, NoYear> {
        let year = self
            .years
            .get(&date.year())
            .ok_or_else(|| self.no_year(date.year()))?;
        if let Some(notice) = year.worked.get(&date) {
            return Ok(DayStatus::MadeUp(notice));
        }
        if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
            return Ok(DayStatus::Weekend);
        }
        Ok(year
            .off
            .get(&date)
            .map_or(DayStatus::Workday, DayStatus::DayOff))
    }

    /// Whether offices work on a day.
    pub fn is_working(&self, date: NaiveDate) -> Result<bool, NoYear> {
        self.day(date).map(DayStatus::is_working)
    }

    fn no_year(&self, year: i32) -> NoYear {
        NoYear {
            year,
            known: self.years.keys().copied().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swapped_saturday_is_worked_its_friday_is_not_and_an_unknown_year_is_no_guess() {
        let calendar = crate::store::calendars::load(None).unwrap();
        let working = |y, m, d| calendar.is_working(NaiveDate::from_ymd_opt(y, m, d).unwrap());
        assert_eq!(working(2025, 4, 26), Ok(true));
        assert_eq!(working(2025, 5, 2), Ok(false));
        assert_eq!(working(2025, 4, 27), Ok(false));
        assert_eq!(working(2025, 4, 28), Ok(true));
        assert_eq!(
            working(2028, 1, 3).unwrap_err().known,
            [2024, 2025, 2026, 2027]
        );
    }
}
