//! The only place that reads the time. Everything else is handed a `ClockReading`.
//!
//! How long a run has lasted is told by a clock that nobody can set. It has to go on while the laptop sleeps, or a break
//! with the lid closed would last no time at all beside the times on the wall:
//!
//! - on Linux that is `CLOCK_BOOTTIME`, since the clock behind `Instant` stands still in suspend;
//! - on Windows it is `Instant`, whose performance counter counts sleep in;
//! - elsewhere, macOS among them, it is `Instant` too, which does not: a sleep is missing there.
//!
//! Only what is measured comes from here. Waiting for a key has time limits of the system's own, which may stand still in
//! suspend and need not know.

#[cfg(target_os = "linux")]
use std::path::Path;
#[cfg(target_os = "linux")]
use std::sync::OnceLock;
use std::time::SystemTime;

use crate::domain::time::{ClockReading, Millis, Wall};
#[cfg(target_os = "linux")]
use crate::store::private_fs;
use steady::Reading;

/// Tells the time: the computer's own, or one that a test moves by hand.
#[derive(Debug, Clone)]
pub struct Clock {
    run: u32,
    source: TimeSource,
}

#[derive(Debug, Clone)]
enum TimeSource {
    System { started: Reading },
    ByHand { wall: Wall, up: Millis },
}

impl Clock {
    /// The computer's clock, for one run of the program.
    #[must_use]
    pub fn system() -> Self {
        Self {
            run: 1,
            source: TimeSource::System {
                started: Reading::now(),
            },
        }
    }

    /// A clock that stands still until it is moved.
    #[must_use]
    pub const fn by_hand(wall: Wall) -> Self {
        Self {
            run: 1,
            source: TimeSource::ByHand {
                wall,
                up: Millis::ZERO,
            },
        }
    }

    /// The same clock, counted as a later run of the session than the one whose number is given.
    #[must_use]
    pub fn for_run_after(mut self, run: u32) -> Self {
        self.run = run.saturating_add(1);
        self
    }

    /// Now.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the time"
    )]
    pub fn now(&self) -> ClockReading {
        let (wall, up) = match &self.source {
            TimeSource::System { started } => (
                // Not `Local::now`, which knows nothing before 1970: a laptop whose battery was empty may be there.
                chrono::DateTime::<chrono::Local>::from(SystemTime::now()).fixed_offset(),
                Reading::now().since(*started),
            ),
            TimeSource::ByHand { wall, up } => (*wall, *up),
        };
        ClockReading {
            wall,
            run: self.run,
            up,
        }
    }

    /// Lets time pass on a clock that is moved by hand; both its hands move.
    pub fn pass(&mut self, by: Millis) {
        if let TimeSource::ByHand { wall, up } = &mut self.source {
            *up = up.saturating_add(by);
            *wall = wall.checked_add_signed(by.delta()).unwrap_or(*wall);
        }
    }

    /// Sets the wall clock, as a person or a time server does; the time that passed is not touched.
    pub fn set_wall(&mut self, to: Wall) {
        if let TimeSource::ByHand { wall, .. } = &mut self.source {
            *wall = to;
        }
    }
}

/// When the computer was started, as it counts that back from its clock: it moves when somebody sets the clock, and only
/// then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Boot {
    /// Tells one start of the computer from another.
    pub id: String,
    /// Seconds since 1970.
    pub began: i64,
}

impl Boot {
    /// `None` where the computer does not tell.
    #[cfg(target_os = "linux")]
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the time"
    )]
    pub(crate) fn now() -> Option<Self> {
        static ID: OnceLock<Option<String>> = OnceLock::new();
        let read = || private_fs::read_text(Path::new("/proc/sys/kernel/random/boot_id")).ok();
        let id = ID.get_or_init(read).as_deref()?.trim().to_owned();
        let since_1970 = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        // What the system itself tells in /proc/stat, which takes it a while to write.
        let began = Reading::now().before(since_1970.ok()?);
        Some(Self { id, began })
    }

    /// `None`, since no other system tells one start from another.
    #[cfg(not(target_os = "linux"))]
    pub(crate) const fn now() -> Option<Self> {
        None
    }

    /// By how many milliseconds the clock was set since that was told; 0 when it was not, or nobody knows.
    pub(crate) fn set_since(&self, before: &Self) -> i64 {
        let by = self.began.saturating_sub(before.began);
        if self.id == before.id && by.abs() > ROUNDED {
            by.saturating_mul(1000)
        } else {
            0
        }
    }
}

/// Whole seconds, and what a time server corrects in half a day without anybody setting anything.
const ROUNDED: i64 = 2;

/// The clock that nobody can set, and that goes on in suspend.
#[cfg(target_os = "linux")]
mod steady {
    use std::time::Duration;

    use rustix::time::{ClockId, clock_gettime};

    use crate::domain::time::Millis;

    /// What the clock shows: the time since the computer was started.
    #[derive(Debug, Clone, Copy)]
    pub(super) struct Reading(Duration);

    impl Reading {
        #[expect(
            clippy::disallowed_methods,
            reason = "the one place that reads the time"
        )]
        pub(super) fn now() -> Self {
            let shown = clock_gettime(ClockId::Boottime);
            // It is never negative, which is all that could not be told.
            Self(Duration::try_from(shown).unwrap_or_default())
        }

        /// When the computer was started, by this time on the wall; in whole seconds, like it since 1970.
        pub(super) fn before(self, wall: Duration) -> i64 {
            let whole = |length: Duration| i64::try_from(length.as_millis()).unwrap_or(i64::MAX);
            whole(wall).saturating_sub(whole(self.0)).div_euclid(1000)
        }

        /// The time from `earlier` to here, in whole milliseconds; zero if it lies after.
        pub(super) fn since(self, earlier: Self) -> Millis {
            let passed = self.0.saturating_sub(earlier.0);
            Millis(u64::try_from(passed.as_millis()).unwrap_or(u64::MAX))
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn the_time_between_two_readings_is_told_in_milliseconds() {
            let reading = |seconds, nanos| Reading(Duration::new(seconds, nanos));
            let (early, late) = (reading(7, 900_000_000), reading(487, 100_999_999));
            assert_eq!(late.since(early), Millis(479_200));
            assert_eq!(reading(8, 0).since(early), Millis(100));
            assert_eq!(early.since(late), Millis::ZERO);
        }
    }
}

/// The clock that nobody can set; on Windows it goes on in suspend.
#[cfg(not(target_os = "linux"))]
mod steady {
    use std::time::Instant;

    use crate::domain::time::Millis;

    /// What the clock shows.
    #[derive(Debug, Clone, Copy)]
    pub(super) struct Reading(Instant);

    impl Reading {
        #[expect(
            clippy::disallowed_methods,
            reason = "the one place that reads the time"
        )]
        pub(super) fn now() -> Self {
            Self(Instant::now())
        }

        /// The time from `earlier` to here, in whole milliseconds; zero if it lies after.
        pub(super) fn since(self, earlier: Self) -> Millis {
            let passed = self.0.saturating_duration_since(earlier.0);
            Millis(u64::try_from(passed.as_millis()).unwrap_or(u64::MAX))
        }
    }
}
