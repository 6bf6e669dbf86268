//! The clock on the wall is set while something runs: no measured duration changes.

use chrono::TimeDelta;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::event::Event;
use doithoai::domain::time::Millis;
use doithoai::store::clock::Clock;

use crate::session::given::*;

fn set_by_hours(hall: &mut Hall, hours: i64) {
    let shown = hall.clock.now().wall;
    hall.clock.set_wall(shown + TimeDelta::hours(hours));
}

#[test]
fn setting_the_clock_during_a_speech_changes_nothing() {
    for hours in [1, -1, -30] {
        let mut hall = Hall::with_number_one_speaking(QD_1573);
        hall.passes(40);
        set_by_hours(&mut hall, hours);
        assert_eq!(hall.floor().lasted(hall.now()), seconds(40));
        hall.passes(40);
        hall.does(Command::EndFloor);
        hall.passes(40);
        assert_eq!(hall.state().turns[0].lasted(hall.now()), seconds(80));
        assert_eq!(
            hall.record().turns[0].span.as_ref().unwrap().actual_ms,
            seconds(80)
        );
    }
}

#[test]
fn setting_the_clock_during_a_pause_a_break_or_a_step_changes_nothing() {
    for hours in [1, -1] {
        let mut hall = Hall::under(LAO_CAI);
        hall.space();
        hall.passes(100);
        set_by_hours(&mut hall, hours);
        hall.passes(100);
        hall.spaces_until(|next| matches!(next, doithoai::domain::session::next::Next::Call(_)));
        // Five acts of the opening and its end, ten seconds each.
        assert_eq!(
            hall.state().agenda.lasted(&step("opening"), hall.now()),
            seconds(250)
        );
        hall.space();
        hall.passes(30);
        hall.does(Command::PauseClock);
        set_by_hours(&mut hall, -hours);
        hall.passes(500);
        hall.does(Command::ResumeClock);
        hall.passes(5);
        assert_eq!(hall.floor().lasted(hall.now()), seconds(35));
        hall.does(Command::BeginBreak { planned: None });
        set_by_hours(&mut hall, hours * 5);
        hall.passes(900);
        hall.does(Command::EndBreak);
        assert_eq!(hall.state().breaks[0].span.lasted(hall.now()), seconds(900));
        assert_eq!(
            hall.state().agenda.lasted(&step("dialogue"), hall.now()),
            seconds(10 + 30 + 500 + 5)
        );
    }
}

#[test]
fn across_a_reopening_the_wall_counts_and_never_runs_backwards() {
    for (shown, away) in [
        ("2026-11-25T08:30:00+07:00", Some(1800)),
        // The same moment, told in another offset.
        ("2026-11-25T01:30:00+00:00", Some(1800)),
        // The battery of the clock was empty.
        ("2000-01-01T00:00:00+07:00", None),
    ] {
        let mut hall = Hall::with_number_one_speaking(LAO_CAI);
        hall.passes(60);
        let before = hall.now();
        let last = hall.session.history().last_moment();
        let begun = hall.floor().called;
        hall.clock = Clock::by_hand(wall(shown)).for_run_after(last.run);
        hall.happens(vec![Event::Resumed {
            alive: None,
            went_on: None,
        }]);
        let opened = wall("2026-11-25T08:00:00+07:00");
        let expected = away.map_or(begun.line, |away| {
            let passed = (last.wall - opened).num_milliseconds();
            Millis::of_seconds(away)
                .saturating_add(begun.line)
                .saturating_sub(Millis(u64::try_from(passed).unwrap()))
        });
        assert_eq!(hall.now().line, expected, "{shown}");
        hall.passes(60);
        assert_eq!(hall.now().line, expected.saturating_add(seconds(60)));
        assert!(before.line >= begun.line);
    }
}
