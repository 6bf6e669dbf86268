//! A period that is reported on: a year, a half, a quarter, any days from one to another. Days only.

use chrono::{Datelike, Days, NaiveDate};

/// A period that is reported on, both days included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportPeriod {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub kind: PeriodKind,
}

/// What kind of period it is, for its name and for the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeriodKind {
    Year(i32),
    /// The first or second half of a year.
    Half(i32, u8),
    Quarter(i32, u8),
    Days,
    /// One session, by its name: what is owed after it.
    AfterSession(String),
}

/// Why a period cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoPeriod {
    #[error("not a period")]
    Unreadable,
    #[error("it ends before it begins")]
    Backwards,
}

impl ReportPeriod {
    /// The period that was typed: `2026`, `2026-H1`, `2026-Q3`, `2026-11-01..2026-12-31` or with days as people write them.
    ///
    /// # Errors
    /// When it is none. `after:SESSION` is not read here: which day that was, only the session knows.
    pub fn parse(typed: &str, day: impl Fn(&str) -> Option<NaiveDate>) -> Result<Self, NoPeriod> {
        let typed = typed.trim();
        if let Some((from, to)) = typed.split_once("..") {
            let (from, to) = (day(from.trim()), day(to.trim()));
            let (Some(from), Some(to)) = (from, to) else {
                return Err(NoPeriod::Unreadable);
            };
            if to < from {
                return Err(NoPeriod::Backwards);
            }
            let kind = PeriodKind::Days;
            return Ok(Self { from, to, kind });
        }
        let (year, part) = typed.split_once('-').unwrap_or((typed, ""));
        let year: i32 = Some(year)
            .filter(|year| year.len() == 4)
            .and_then(|year| year.parse().ok())
            .ok_or(NoPeriod::Unreadable)?;
        let kind = match part.to_ascii_uppercase().as_str() {
            "" if !typed.contains('-') => PeriodKind::Year(year),
            "H1" => PeriodKind::Half(year, 1),
            "H2" => PeriodKind::Half(year, 2),
            "Q1" => PeriodKind::Quarter(year, 1),
            "Q2" => PeriodKind::Quarter(year, 2),
            "Q3" => PeriodKind::Quarter(year, 3),
            "Q4" => PeriodKind::Quarter(year, 4),
            _ => return Err(NoPeriod::Unreadable),
        };
        Self::of(kind).ok_or(NoPeriod::Unreadable)
    }

    /// The days of one session and what follows it.
    #[must_use]
    pub fn after_session(id: String, held: NaiveDate) -> Self {
        Self {
            from: held,
            to: held,
            kind: PeriodKind::AfterSession(id),
        }
    }

    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// The period of the same kind before it; `None` after a single session.
    #[must_use]
    pub fn previous(&self) -> Option<Self> {
        match self.kind {
            PeriodKind::Year(year) => Self::of(PeriodKind::Year(year - 1)),
            PeriodKind::Half(year, 1) => Self::of(PeriodKind::Half(year - 1, 2)),
            PeriodKind::Half(year, _) => Self::of(PeriodKind::Half(year, 1)),
            PeriodKind::Quarter(year, 1) => Self::of(PeriodKind::Quarter(year - 1, 4)),
            PeriodKind::Quarter(year, part) => Self::of(PeriodKind::Quarter(year, part - 1)),
            PeriodKind::Days => {
                let days = self.to.signed_duration_since(self.from).num_days();
                let to = self.from.checked_sub_days(Days::new(1))?;
                let from = to.checked_sub_days(Days::new(u64::try_from(days).ok()?))?;
                let kind = PeriodKind::Days;
                Some(Self { from, to, kind })
            }
            PeriodKind::AfterSession(_) => None,
        }
    }

    /// How many months it covers, in whole months; at least one.
    #[must_use]
    pub fn months(&self) -> u32 {
        let end = self.to.checked_add_days(Days::new(1)).unwrap_or(self.to);
        let months = (end.year() - self.from.year()) * 12 + i32::try_from(end.month()).unwrap_or(0)
            - i32::try_from(self.from.month()).unwrap_or(0);
        u32::try_from(months).unwrap_or(0).max(1)
    }

    fn of(kind: PeriodKind) -> Option<Self> {
        let (year, first, months) = match kind {
            PeriodKind::Year(year) => (year, 1, 12),
            PeriodKind::Half(year, part) => (year, if part == 1 { 1 } else { 7 }, 6),
            PeriodKind::Quarter(year, part) => (year, 3 * u32::from(part.max(1)) - 2, 3),
            PeriodKind::Days | PeriodKind::AfterSession(_) => return None,
        };
        let from = NaiveDate::from_ymd_opt(year, first, 1)?;
        let to = from
            .checked_add_months(chrono::Months::new(months))?
            .checked_sub_days(Days::new(1))?;
        Some(Self { from, to, kind })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Result<(String, String), NoPeriod> {
        let period = ReportPeriod::parse(typed, |day| day.parse().ok())?;
        Ok((period.from.to_string(), period.to.to_string()))
    }

    fn days(from: &str, to: &str) -> (String, String) {
        (from.to_owned(), to.to_owned())
    }

    #[test]
    fn a_period_is_read_as_it_is_typed_and_nothing_else_is_one() {
        assert_eq!(read("2026"), Ok(days("2026-01-01", "2026-12-31")));
        assert_eq!(read("2024-h1"), Ok(days("2024-01-01", "2024-06-30")));
        assert_eq!(read("2026-Q4"), Ok(days("2026-10-01", "2026-12-31")));
        assert_eq!(
            read("2026-11-01..2026-12-31"),
            Ok(days("2026-11-01", "2026-12-31"))
        );
        assert_eq!(read("2026-12-31..2026-11-01"), Err(NoPeriod::Backwards));
        for wrong in [
            "",
            "26",
            "2026-",
            "2026-H3",
            "2026-11",
            "x..y",
            "2026-13-01..2026-14-01",
        ] {
            assert_eq!(read(wrong), Err(NoPeriod::Unreadable), "{wrong}");
        }
    }

    #[test]
    fn the_period_before_is_of_the_same_kind_and_ends_the_day_before() {
        for typed in [
            "2026",
            "2026-H1",
            "2026-H2",
            "2026-Q1",
            "2026-Q3",
            "2026-02-10..2026-03-01",
        ] {
            let period = ReportPeriod::parse(typed, |day| day.parse().ok()).unwrap();
            let before = period.previous().unwrap();
            assert_eq!(before.to + Days::new(1), period.from, "{typed}");
        }
        let months = |typed| {
            ReportPeriod::parse(typed, |day: &str| day.parse().ok())
                .unwrap()
                .months()
        };
        assert_eq!(
            (months("2026"), months("2026-H2"), months("2026-Q1")),
            (12, 6, 3)
        );
    }
}
