//! Points in time and lengths of time, as values.
//!
//! A `ClockReading` says what the system clock showed *and* how long this run of the program had lasted by a clock that
//! nobody can set. Between two moments of one run only the second counts, so setting the system clock changes no
//! measured duration; across runs there is only the first. A `Timeline` turns moments into `SessionTime`s: milliseconds
//! since the session was opened, which never run backwards. Nothing here reads a clock; `clock.rs` does.

use chrono::{DateTime, Datelike as _, FixedOffset, TimeDelta};
use serde::{Deserialize, Serialize};

/// Whether a session can be held at such a time with this program, or the clock that shows it is wrong.
#[must_use]
pub fn is_likely(shown: Wall) -> bool {
    (2020..=2100).contains(&shown.year())
}

/// The wall clock with the offset of the place.
pub type Wall = DateTime<FixedOffset>;

/// A length of time in milliseconds.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Millis(pub u64);

impl Millis {
    pub const ZERO: Self = Self(0);

    #[must_use]
    pub const fn of_seconds(seconds: u64) -> Self {
        Self(seconds * 1000)
    }

    #[must_use]
    pub const fn of_minutes(minutes: u64) -> Self {
        Self(minutes * 60_000)
    }

    /// Whole seconds, rounded down.
    #[must_use]
    pub const fn seconds(self) -> u64 {
        self.0 / 1000
    }

    #[must_use]
    pub const fn saturating_add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// `self - other`, or zero when that would be negative.
    #[must_use]
    pub const fn saturating_sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// `self - other` in milliseconds, negative when `other` is the longer.
    #[must_use]
    pub fn signed_sub(self, other: Self) -> i64 {
        let difference = i128::from(self.0) - i128::from(other.0);
        i64::try_from(difference).unwrap_or(if difference < 0 { -i64::MAX } else { i64::MAX })
    }

    /// Longer or shorter by a signed number of milliseconds, not below zero.
    #[must_use]
    pub const fn shifted(self, by: i64) -> Self {
        Self(self.0.saturating_add_signed(by))
    }

    #[must_use]
    pub fn delta(self) -> TimeDelta {
        TimeDelta::milliseconds(i64::try_from(self.0).unwrap_or(i64::MAX))
    }
}

impl std::iter::Sum for Millis {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Self::saturating_add)
    }
}

/// A point in time as a clock gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockReading {
    /// What the system clock showed.
    pub wall: Wall,
    /// Which run of the program this was, counted from 1 within the session.
    pub run: u32,
    /// How long that run had lasted, by the monotonic clock.
    pub up: Millis,
}

/// A point on the session's own line of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionTime {
    /// Time since the session was opened; durations are differences of these.
    pub line: Millis,
    /// What the wall clock showed; for people.
    pub wall: Wall,
}

impl SessionTime {
    /// The time from `earlier` to here; zero if it lies after.
    #[must_use]
    pub const fn since(self, earlier: Self) -> Millis {
        self.line.saturating_sub(earlier.line)
    }

    /// The same point, moved by a signed number of milliseconds on both scales.
    #[must_use]
    pub fn shifted(self, by: i64) -> Self {
        let line = self.line.shifted(by);
        let moved = line.signed_sub(self.line);
        Self {
            line,
            wall: self
                .wall
                .checked_add_signed(TimeDelta::milliseconds(moved))
                .unwrap_or(self.wall),
        }
    }
}

/// The system clock and measured time may drift apart so far within one act before somebody has set the clock.
const DRIFT: i64 = 2000;

/// Carries the session's line of time from one moment to the next.
///
/// Times of day are shown in one zone, and a clock that somebody sets moves none of them: from the beginning on they are
/// the clock's own, less what it was set by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeline {
    last: ClockReading,
    line: Millis,
    /// The session has begun: from here on times of day do not run backwards.
    anchored: bool,
    /// What is shown for the last moment.
    shown: Wall,
    /// By how many milliseconds the clock was set since the beginning.
    set_by: i64,
}

impl Timeline {
    /// A line that begins at zero with this moment.
    #[must_use]
    pub const fn starting(at: ClockReading) -> Self {
        Self {
            last: at,
            line: Millis::ZERO,
            anchored: false,
            shown: at.wall,
            set_by: 0,
        }
    }

    /// Where `now` lies on the line. Never before the last moment the line was moved to.
    #[must_use]
    pub fn stamp(&self, now: ClockReading) -> SessionTime {
        SessionTime {
            line: self.line.saturating_add(self.passed(now)),
            wall: self.wall_shown(now),
        }
    }

    /// Moves the line to `now` and tells where that is.
    pub fn advance(&mut self, now: ClockReading) -> SessionTime {
        let stamp = self.stamp(now);
        self.set_by = self.set_by.saturating_add(self.clock_set_by(now));
        self.line = stamp.line;
        self.shown = stamp.wall;
        self.last = now;
        stamp
    }

    /// The session begins with the last moment: times of day are told in its zone from now on, and never run backwards.
    pub const fn anchor(&mut self) {
        self.anchored = true;
        self.shown = self.last.wall;
        self.set_by = 0;
    }

    /// By how many milliseconds somebody has set the clock between the last moment and this; 0 when nobody has. Across runs
    /// only a clock that was set back can be told from time that passed.
    #[must_use]
    pub fn clock_set_by(&self, now: ClockReading) -> i64 {
        if !self.anchored {
            return 0;
        }
        let by_the_wall = now
            .wall
            .signed_duration_since(self.last.wall)
            .num_milliseconds();
        let passed = i64::try_from(self.passed(now).0).unwrap_or(i64::MAX);
        let off = by_the_wall.saturating_sub(passed);
        if off.saturating_abs() > DRIFT { off } else { 0 }
    }

    /// Somebody set the clock since the last moment, by so much: what it showed then is told as the clock that is right now
    /// would have shown it, so that what passed between the two is what passed.
    pub fn clock_was_set(&mut self, by: i64) {
        let moved = |wall: Wall| wall.checked_add_signed(TimeDelta::milliseconds(by));
        self.last.wall = moved(self.last.wall).unwrap_or(self.last.wall);
        self.set_by = self.set_by.saturating_add(by);
    }

    /// What a clock that showed this since the last moment is told as in the session.
    #[must_use]
    pub fn session_wall(&self, shown: Wall) -> Wall {
        let back = TimeDelta::milliseconds(self.set_by);
        shown.checked_sub_signed(back).unwrap_or(shown)
    }

    fn passed(&self, now: ClockReading) -> Millis {
        if now.run == self.last.run {
            now.up.saturating_sub(self.last.up)
        } else {
            between_walls(self.last.wall, now.wall)
        }
    }

    fn wall_shown(&self, now: ClockReading) -> Wall {
        if !self.anchored {
            return now.wall;
        }
        let set_by = self.set_by.saturating_add(self.clock_set_by(now));
        now.wall
            .with_timezone(self.shown.offset())
            .checked_sub_signed(TimeDelta::milliseconds(set_by))
            .unwrap_or(self.shown)
            .max(self.shown)
    }

    /// The last moment the line was moved to.
    #[must_use]
    pub const fn last(&self) -> ClockReading {
        self.last
    }
}

/// The time between two readings of the wall clock; zero when the clock was set back in between.
#[must_use]
pub fn between_walls(from: Wall, to: Wall) -> Millis {
    Millis(u64::try_from(to.signed_duration_since(from).num_milliseconds()).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(wall: &str, run: u32, up: u64) -> ClockReading {
        ClockReading {
            wall: wall.parse().unwrap(),
            run,
            up: Millis(up),
        }
    }

    #[test]
    fn within_a_run_only_the_monotonic_clock_counts() {
        let mut line = Timeline::starting(moment("2026-11-25T08:00:00+07:00", 1, 500));
        // The system clock is set forward by an hour, then back by two.
        let later = line.advance(moment("2026-11-25T09:00:10+07:00", 1, 10_500));
        assert_eq!(later.line, Millis(10_000));
        assert_eq!(
            line.stamp(moment("2026-11-25T07:00:20+07:00", 1, 20_500))
                .line,
            Millis(20_000)
        );
    }

    #[test]
    fn across_runs_the_wall_counts_and_never_backwards() {
        let line = Timeline::starting(moment("2026-11-25T08:00:00+07:00", 1, 99_000));
        assert_eq!(
            line.stamp(moment("2026-11-25T08:01:00+07:00", 2, 0)).line,
            Millis::of_minutes(1)
        );
        assert_eq!(
            line.stamp(moment("2026-11-25T07:00:00+07:00", 2, 0)).line,
            Millis::ZERO
        );
    }

    #[test]
    fn a_clock_that_was_set_between_two_runs_lets_no_time_pass() {
        for (now, by) in [
            ("2026-11-25T13:00:05+07:00", 5 * 3_600_000),
            ("2026-11-25T03:00:05+07:00", -5 * 3_600_000),
        ] {
            let mut line = Timeline::starting(moment("2026-11-25T08:00:00+07:00", 1, 0));
            line.anchor();
            line.clock_was_set(by);
            let at = line.advance(moment(now, 2, 0));
            assert_eq!(at.line, Millis::of_seconds(5));
            assert_eq!(at.wall.to_rfc3339(), "2026-11-25T08:00:05+07:00");
            let later = moment(now, 2, 7000);
            assert_eq!(line.stamp(later).line, Millis::of_seconds(12));
        }
    }

    #[test]
    fn times_of_day_keep_to_one_zone_and_never_run_backwards_once_the_session_has_begun() {
        let mut line = Timeline::starting(moment("2026-11-20T08:00:00+00:00", 1, 0));
        line.advance(moment("2026-11-25T08:00:00+07:00", 2, 0));
        line.anchor();
        let shown = |line: &mut Timeline, at| line.advance(at).wall.to_rfc3339();
        // The zone is corrected between two runs, a second apart.
        let next = moment("2026-11-24T18:00:01-07:00", 3, 0);
        assert_eq!(line.clock_set_by(next), 0);
        assert_eq!(shown(&mut line, next), "2026-11-25T08:00:01+07:00");
        // The clock is set back by an hour, and later on by two, within a run and across runs.
        let back = moment("2026-11-25T07:00:11+07:00", 3, 10_000);
        assert_eq!(line.clock_set_by(back), -3_600_000);
        assert_eq!(shown(&mut line, back), "2026-11-25T08:00:11+07:00");
        let later = moment("2026-11-25T07:00:21+07:00", 3, 20_000);
        assert_eq!(line.clock_set_by(later), 0);
        assert_eq!(shown(&mut line, later), "2026-11-25T08:00:21+07:00");
        let again = moment("2026-11-25T05:00:21+07:00", 4, 0);
        assert_eq!(shown(&mut line, again), "2026-11-25T08:00:21+07:00");
        let on = moment("2026-11-25T05:01:21+07:00", 4, 60_000);
        assert_eq!(shown(&mut line, on), "2026-11-25T08:01:21+07:00");
    }
}
