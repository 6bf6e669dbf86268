//! How something that is owed stands on a day. Days only; what is owed is not known here.

use chrono::NaiveDate;

/// From how many days before its day on something counts as due.
pub const DEFAULT_WINDOW: u16 = 7;

/// How something that is owed stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueState {
    /// Its day is past.
    Overdue {
        days: i64,
    },
    /// Its day is today or near.
    Due {
        days: i64,
    },
    /// Its day is further off.
    Running {
        days: i64,
    },
    /// It is counted from the conclusion notice, which was not issued.
    AwaitsNotice,
    /// It went to the body above, which has to answer.
    WithSuperior,
    /// Nobody set a limit.
    NoLimit,
    /// There is no calendar for a year that it runs into.
    Uncounted {
        year: i32,
    },
    /// Done in time, or with no limit to be kept.
    Done {
        on: NaiveDate,
    },
    DoneLate {
        on: NaiveDate,
        days: i64,
    },
}

impl DueState {
    /// The day on which it was done; `None` while it is owed.
    #[must_use]
    pub const fn done_on(self) -> Option<NaiveDate> {
        match self {
            Self::Done { on } | Self::DoneLate { on, .. } => Some(on),
            Self::Overdue { .. }
            | Self::Due { .. }
            | Self::Running { .. }
            | Self::AwaitsNotice
            | Self::WithSuperior
            | Self::NoLimit
            | Self::Uncounted { .. } => None,
        }
    }

    /// How something open stands today, when it has a day.
    #[must_use]
    pub fn open(day: NaiveDate, today: NaiveDate, window: u16) -> Self {
        let days = day.signed_duration_since(today).num_days();
        if days < 0 {
            Self::Overdue { days: -days }
        } else if days <= i64::from(window) {
            Self::Due { days }
        } else {
            Self::Running { days }
        }
    }

    /// How something stands that was done on a day.
    #[must_use]
    pub fn done(on: NaiveDate, day: Option<NaiveDate>) -> Self {
        match day.map(|day| on.signed_duration_since(day).num_days()) {
            Some(days) if days > 0 => Self::DoneLate { on, days },
            Some(_) | None => Self::Done { on },
        }
    }

    #[must_use]
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Done { .. } | Self::DoneLate { .. })
    }

    #[must_use]
    pub const fn is_overdue(self) -> bool {
        matches!(self, Self::Overdue { .. })
    }

    /// The order of a list: what is most overdue first, what is done last.
    #[must_use]
    pub fn rank(self) -> (u8, i64) {
        match self {
            Self::Overdue { days } => (0, -days),
            Self::Due { days } => (1, days),
            Self::Running { days } => (2, days),
            Self::Uncounted { .. } => (3, 0),
            Self::AwaitsNotice => (4, 0),
            Self::WithSuperior => (5, 0),
            Self::NoLimit => (6, 0),
            Self::DoneLate { on, .. } | Self::Done { on } => {
                (7, -i64::from(chrono::Datelike::num_days_from_ce(&on)))
            }
        }
    }
}
