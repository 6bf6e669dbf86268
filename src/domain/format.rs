//! How times are written: `08:05`, `25/11/2026`, `3′05″`, `+00:42`. Figures only, no words.

use chrono::{NaiveDate, Timelike};

use crate::domain::time::{Millis, Wall};

/// `08:05`.
#[must_use]
pub fn time(wall: Wall) -> String {
    format!("{:02}:{:02}", wall.hour(), wall.minute())
}

/// `08:05:09`.
#[must_use]
pub fn time_with_seconds(wall: Wall) -> String {
    format!(
        "{:02}:{:02}:{:02}",
        wall.hour(),
        wall.minute(),
        wall.second()
    )
}

/// `25/11/2026`.
#[must_use]
pub fn date(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

/// `3′05″`.
#[must_use]
pub fn duration(length: Millis) -> String {
    let seconds = length.seconds();
    format!("{}′{:02}″", seconds / 60, seconds % 60)
}

/// `1h05` in hours and minutes.
#[must_use]
pub fn hours(length: Millis) -> String {
    let minutes = length.seconds() / 60;
    format!("{}h{:02}", minutes / 60, minutes % 60)
}

/// What is left of a limit, counted on below zero: `02:18`, then `+00:42`.
#[must_use]
pub fn left(milliseconds: i64) -> String {
    // The second in which the limit is reached still counts as left: it shows 00:00 at the limit, not a second before.
    let over = milliseconds < 0;
    let seconds = if over {
        milliseconds.unsigned_abs() / 1000
    } else {
        milliseconds.unsigned_abs().div_ceil(1000)
    };
    let sign = if over { "+" } else { "" };
    format!("{sign}{:02}:{:02}", seconds / 60, seconds % 60)
}

/// `02:18`, counted upward.
#[must_use]
pub fn running(length: Millis) -> String {
    let seconds = length.seconds();
    format!("{:02}:{:02}", seconds / 60, seconds % 60)
}

/// A date as people type it: `5/12/2026`, `05-12-2026`, `05.12.2026`.
#[must_use]
pub fn read_date(typed: &str) -> Option<NaiveDate> {
    let typed = typed.trim().replace(['-', '.'], "/");
    let mut parts = typed.split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.trim().len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(
        year.trim().parse().ok()?,
        month.trim().parse().ok()?,
        day.trim().parse().ok()?,
    )
}

/// Minutes and seconds as people type them: `3`, `2:30`, `2′30`.
#[must_use]
pub fn read_minutes(typed: &str) -> Option<Millis> {
    let typed = typed.trim().trim_end_matches(['″', '"', '′', '\'']);
    let (minutes, seconds) = typed.split_once([':', '′', '\'']).unwrap_or((typed, "0"));
    if seconds.trim().len() > 2 {
        return None;
    }
    let (minutes, seconds): (u64, u64) =
        (minutes.trim().parse().ok()?, seconds.trim().parse().ok()?);
    (seconds < 60 && minutes < 1000).then(|| Millis::of_seconds(minutes * 60 + seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_counted_down_to_zero_and_on() {
        assert_eq!(left(180_000), "03:00");
        assert_eq!(left(179_001), "03:00");
        assert_eq!(left(0), "00:00");
        assert_eq!(left(-999), "+00:00");
        assert_eq!(left(-42_000), "+00:42");
    }

    #[test]
    fn dates_and_minutes_are_read_as_people_type_them() {
        assert_eq!(
            read_date(" 5/12/2026"),
            NaiveDate::from_ymd_opt(2026, 12, 5)
        );
        assert_eq!(read_date("05-12-26"), None);
        assert_eq!(read_date("31/02/2026"), None);
        assert_eq!(read_minutes("2:30"), Some(Millis::of_seconds(150)));
        assert_eq!(read_minutes("3"), Some(Millis::of_minutes(3)));
        assert_eq!(read_minutes("2′30″"), Some(Millis::of_seconds(150)));
        assert_eq!(read_minutes("2:75"), None);
        assert_eq!(read_minutes("03:002"), None);
        assert_eq!(duration(Millis::of_seconds(185)), "3′05″");
    }
}
