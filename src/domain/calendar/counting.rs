//! Counting days and months. The day of the event is not counted; a period that ends on a day that is not worked ends on the next
//! one that is, in calendar days too; a period counted back ("at least 7 days before") ends where it ends. Every count
//! says how it went, as data: sentences are made elsewhere.

use chrono::{Days, Months, NaiveDate};

use super::{Calendar, DayNotice, DayStatus, NoYear, Status};
use crate::domain::regulation::DayUnit;

/// How a date was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counting {
    /// The day of the event, which is not counted.
    pub event: NaiveDate,
    pub days: u16,
    pub unit: DayUnit,
    /// Whether it was counted back from the event.
    pub back: bool,
    /// The first day that was counted.
    pub first: NaiveDate,
    /// Days passed over because they are not worked, in the order met. Only when working days are counted.
    pub skipped: Vec<Skipped>,
    /// Days counted as worked, or on which the period ends, that would be off had a notice not said otherwise.
    pub made_up: Vec<(NaiveDate, DayNotice)>,
    /// The last day counted, before any rolling.
    pub reached: NaiveDate,
    /// Days the end was moved over, in order; empty when it stayed where it was reached.
    pub rolled: Vec<Skipped>,
    /// The last day on which the act is in time.
    pub due: NaiveDate,
}

/// A day that was passed over, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    pub on: NaiveDate,
    pub why: Why,
}

/// Why a day is not worked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    Weekend,
    DayOff(DayNotice),
}

impl Counting {
    /// Whether the date hangs on a day that no official notice has confirmed.
    #[must_use]
    pub fn leans_on_expected(&self) -> bool {
        let passed = self.skipped.iter().chain(&self.rolled);
        passed
            .filter_map(|day| match &day.why {
                Why::Weekend => None,
                Why::DayOff(notice) => Some(notice),
            })
            .chain(self.made_up.iter().map(|(_, notice)| notice))
            .any(|notice| notice.status == Status::Expected)
    }
}

/// Counts forward from an event.
pub fn after(
    calendar: &Calendar,
    event: NaiveDate,
    days: u16,
    unit: DayUnit,
) -> Result<Counting, NoYear> {
    let mut counting = count(calendar, event, days, unit, false)?;
    loop {
        let on = counting.due;
        let why = match calendar.day(on)? {
            DayStatus::Workday => return Ok(counting),
            DayStatus::MadeUp(notice) => {
                // Worked only because a notice says so: the end stays here because of it.
                if !counting.made_up.iter().any(|(day, _)| *day == on) {
                    counting.made_up.push((on, notice.clone()));
                }
                return Ok(counting);
            }
            DayStatus::Weekend => Why::Weekend,
            DayStatus::DayOff(notice) => Why::DayOff(notice.clone()),
        };
        counting.rolled.push(Skipped { on, why });
        counting.due = next(calendar, on, false)?;
    }
}

/// Counts back from an event, for what is due at least so many days before. Calendar days need no data of the year.
pub fn before(
    calendar: &Calendar,
    event: NaiveDate,
    days: u16,
    unit: DayUnit,
) -> Result<Counting, NoYear> {
    count(calendar, event, days, unit, true)
}

fn count(
    calendar: &Calendar,
    event: NaiveDate,
    days: u16,
    unit: DayUnit,
    back: bool,
) -> Result<Counting, NoYear> {
    let mut counting = Counting {
        event,
        days,
        unit,
        back,
        first: event,
        skipped: Vec::new(),
        made_up: Vec::new(),
        reached: event,
        rolled: Vec::new(),
        due: event,
    };
    if unit == DayUnit::Month {
        return in_months(calendar, counting);
    }
    let mut counted = 0;
    let mut on = event;
    while counted < days {
        on = next(calendar, on, back)?;
        let why = match unit {
            DayUnit::Calendar | DayUnit::Month => None,
            DayUnit::Working => match calendar.day(on)? {
                DayStatus::Workday => None,
                DayStatus::MadeUp(notice) => {
                    counting.made_up.push((on, notice.clone()));
                    None
                }
                DayStatus::Weekend => Some(Why::Weekend),
                DayStatus::DayOff(notice) => Some(Why::DayOff(notice.clone())),
            },
        };
        if let Some(why) = why {
            counting.skipped.push(Skipped { on, why });
        } else {
            counted += 1;
            if counted == 1 {
                counting.first = on;
            }
        }
    }
    counting.reached = on;
    counting.due = on;
    Ok(counting)
}

/// The same day of a later or earlier month, or its last one.
fn in_months(calendar: &Calendar, mut counting: Counting) -> Result<Counting, NoYear> {
    let months = Months::new(counting.days.into());
    let event = counting.event;
    let reached = if counting.back {
        event.checked_sub_months(months)
    } else {
        event.checked_add_months(months)
    };
    let reached = reached.ok_or_else(|| calendar.no_year(chrono::Datelike::year(&event)))?;
    counting.first = next(calendar, event, counting.back)?;
    counting.reached = reached;
    counting.due = reached;
    Ok(counting)
}

/// The day beside this one. Time ends where dates do, far from any data.
fn next(calendar: &Calendar, on: NaiveDate, back: bool) -> Result<NaiveDate, NoYear> {
    let day = Days::new(1);
    if back {
        on.checked_sub_days(day)
    } else {
        on.checked_add_days(day)
    }
    .ok_or_else(|| calendar.no_year(chrono::Datelike::year(&on)))
}
