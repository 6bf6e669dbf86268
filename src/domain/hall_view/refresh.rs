//! How long a picture stays right when nobody does anything, so that whoever shows it need not look again before.

use crate::domain::session::Session;
use crate::domain::time::{Millis, SessionTime};

const SECOND: u64 = 1000;
const MINUTE: u64 = 60 * SECOND;

/// The time from `now` until a figure on the screen of the hall changes by itself: a running clock, the time of day.
/// Never zero, and never more than a minute.
#[must_use]
pub fn refresh_after(session: &Session, now: SessionTime) -> Millis {
    let state = session.state();
    let turn = state
        .floor()
        .filter(|turn| turn.clock.as_ref().is_some_and(|clock| !clock.is_paused()))
        .map(|turn| match turn.left(now) {
            Some(left) => until_figure_of(left),
            None => until_next(turn.lasted(now).0, SECOND),
        });
    let rest = state.present_break().map(|rest| {
        let lasted = rest.span.lasted(now);
        match rest.planned {
            Some(planned) => until_figure_of(planned.signed_sub(lasted)),
            None => until_next(lasted.0, SECOND),
        }
    });
    let wall = u64::try_from(now.wall.timestamp_millis())
        .map_or(SECOND, |milliseconds| until_next(milliseconds, MINUTE));
    let soonest = [turn, rest].into_iter().flatten().min();
    Millis(soonest.unwrap_or(MINUTE).min(wall).max(1))
}

/// Until a time that counts up fills its next whole unit.
const fn until_next(counted: u64, unit: u64) -> u64 {
    unit - counted % unit
}

/// Until the figure of a time that is left changes. It shows the second that has begun, and zero only when nothing is left.
const fn until_figure_of(left: i64) -> u64 {
    match left {
        1.. => (left.unsigned_abs() - 1) % SECOND + 1,
        0 => 1,
        ..0 => until_next(left.unsigned_abs(), SECOND),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::format;

    #[test]
    fn the_figure_stays_until_then_and_is_another_one_after() {
        for left in -3_500..3_500_i64 {
            let wait = i64::try_from(until_figure_of(left)).unwrap();
            assert_eq!(
                format::left(left),
                format::left(left - (wait - 1)),
                "{left}"
            );
            let then = format::left(left - wait);
            assert_ne!(format::left(left), then, "{left}");
        }
    }
}
