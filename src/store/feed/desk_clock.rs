//! What the desk's own clock shows now, told from the records it writes.
//!
//! The line of time of a session runs by the monotonic clock of the desk, and another process cannot read that. But every
//! record says what it showed, and a record that has just arrived was written a moment ago. From then on this process
//! counts by its own monotonic clock, so neither of them is fooled when somebody sets the clock of the computer. Only
//! records from before this process looked are placed by the wall clock.

use crate::domain::time::{ClockReading, Millis, between_walls};

/// How long a record may take to the disk, at worst: it bears the time of the act, and is seen after it is written.
const TO_DISK: Millis = Millis::of_seconds(2);

/// The desk's clock, followed from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DeskClock {
    run: u32,
    /// What the desk's monotonic clock shows when this process has run for no time at all.
    ahead: i128,
}

impl DeskClock {
    /// From a record written at some time before.
    pub(super) fn from_older(record: ClockReading, own: ClockReading) -> Self {
        Self::at(record, between_walls(record.wall, own.wall), own)
    }

    /// From a record that was not there a while ago. The wall clock tells how old it is, within what is possible.
    pub(super) fn from_fresh(record: ClockReading, own: ClockReading, while_ago: Millis) -> Self {
        let at_most = while_ago.saturating_add(TO_DISK);
        Self::at(
            record,
            between_walls(record.wall, own.wall).min(at_most),
            own,
        )
    }

    fn at(record: ClockReading, age: Millis, own: ClockReading) -> Self {
        Self {
            run: record.run,
            ahead: i128::from(record.up.saturating_add(age).0) - i128::from(own.up.0),
        }
    }

    /// The moment it is at the desk when it is `own` here.
    pub(super) fn now(self, own: ClockReading) -> ClockReading {
        let up = i128::from(own.up.0) + self.ahead;
        ClockReading {
            wall: own.wall,
            run: self.run,
            up: Millis(u64::try_from(up).unwrap_or(0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::clock::Clock;

    const POLL: Millis = Millis(30);

    fn hour(hour: u32) -> crate::domain::time::Wall {
        format!("2026-11-25T{hour:02}:00:00+07:00").parse().unwrap()
    }

    /// A desk that has run for a while, and a projector started now, on one computer.
    fn both() -> (Clock, Clock) {
        let mut desk = Clock::by_hand(hour(8));
        desk.pass(Millis::of_minutes(10));
        (desk.clone(), Clock::by_hand(desk.now().wall))
    }

    fn pass(clocks: [&mut Clock; 2], by: Millis) {
        for clock in clocks {
            clock.pass(by);
        }
    }

    #[test]
    fn a_projector_started_later_shows_the_desk_s_time() {
        // given a record written three minutes before the projector starts
        let (mut desk, mut own) = both();
        let record = desk.now();
        pass([&mut desk, &mut own], Millis::of_minutes(3));
        let clock = DeskClock::from_older(record, own.now());
        pass([&mut desk, &mut own], Millis(12_345));
        assert_eq!(clock.now(own.now()).up, desk.now().up);
    }

    #[test]
    fn setting_the_computer_s_clock_changes_nothing_once_a_record_has_arrived() {
        for set_to in [hour(3), hour(23)] {
            // given a record that arrives 20 milliseconds after the act
            let (mut desk, mut own) = both();
            let record = desk.now();
            pass([&mut desk, &mut own], Millis(20));
            let clock = DeskClock::from_fresh(record, own.now(), POLL);
            // when the clock is set, and time passes
            desk.set_wall(set_to);
            own.set_wall(set_to);
            pass([&mut desk, &mut own], Millis::of_minutes(2));
            // then both count the same
            assert_eq!(clock.now(own.now()).up, desk.now().up);
        }
    }

    #[test]
    fn a_clock_set_just_while_a_record_arrives_misleads_by_no_more_than_the_way_to_the_disk() {
        let (mut desk, mut own) = both();
        let record = desk.now();
        pass([&mut desk, &mut own], Millis(20));
        own.set_wall(hour(23));
        let clock = DeskClock::from_fresh(record, own.now(), POLL);
        let wrong_by = clock.now(own.now()).up.saturating_sub(desk.now().up);
        assert!(wrong_by <= TO_DISK.saturating_add(POLL), "{wrong_by:?}");
    }
}
