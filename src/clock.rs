//! The only place that reads the time. Everything else is handed a [`Moment`].

use std::time::Instant;

use crate::moment::{Millis, Moment, Wall};

/// Tells the time: the computer's own, or one that a test moves by hand.
#[derive(Debug, Clone)]
pub struct Clock {
    run: u32,
    source: Source,
}

#[derive(Debug, Clone)]
enum Source {
    System { started: Instant },
    ByHand { wall: Wall, up: Millis },
}

impl Clock {
    /// The computer's clock, for one run of the program.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the time"
    )]
    pub fn system() -> Self {
        Self {
            run: 1,
            source: Source::System {
                started: Instant::now(),
            },
        }
    }

    /// A clock that stands still until it is moved.
    #[must_use]
    pub const fn by_hand(wall: Wall) -> Self {
        Self {
            run: 1,
            source: Source::ByHand {
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
    pub fn now(&self) -> Moment {
        let (wall, up) = match &self.source {
            Source::System { started } => (
                chrono::Local::now().fixed_offset(),
                Millis(u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX)),
            ),
            Source::ByHand { wall, up } => (*wall, *up),
        };
        Moment {
            wall,
            run: self.run,
            up,
        }
    }

    /// Lets time pass on a clock that is moved by hand; both its hands move.
    pub fn pass(&mut self, by: Millis) {
        if let Source::ByHand { wall, up } = &mut self.source {
            *up = up.plus(by);
            *wall = wall.checked_add_signed(by.delta()).unwrap_or(*wall);
        }
    }

    /// Sets the wall clock, as a person or a time server does; the time that passed is not touched.
    pub fn set_wall(&mut self, to: Wall) {
        if let Source::ByHand { wall, .. } = &mut self.source {
            *wall = to;
        }
    }
}
