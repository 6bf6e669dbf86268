//! How the session goes against its plan, reckoned from what is left to do.

use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::Plan;

use crate::session::given::{Hall, *};

const MINUTE: i64 = 60_000;

/// Lào Cai with so many speakers: a dialogue of 180 minutes in four hours.
fn with_speakers(count: u32) -> Plan {
    let mut plan = plan(LAO_CAI);
    plan.speakers = (1..=count)
        .map(|number| speaker(number, &format!("Nguyễn Văn Thử {number}"), None).into())
        .collect();
    plan
}

/// Speech and answer, so many seconds each, for so many speakers.
fn hears(hall: &mut Hall, speakers: usize, seconds: u64) {
    for _ in 0..speakers {
        hall.spaces_until(|next| matches!(next, Next::EndFloor));
        hall.passes(seconds);
        hall.space();
        hall.spaces_until(|next| matches!(next, Next::EndFloor));
        hall.passes(seconds);
        hall.spaces_until(|next| matches!(next, Next::Call(_)));
    }
}

fn behind(hall: &Hall) -> i64 {
    hall.session.pace(hall.now()).map_or(0, |pace| pace.behind)
}

#[test]
fn two_short_speeches_do_not_make_a_short_session() {
    // given 18 speakers, ten minutes for each, and a session that keeps to its plan
    let mut hall = Hall::of(with_speakers(18));
    hall.spaces_until(|next| matches!(next, Next::Call(_)));
    let before = behind(&hall);
    // when the first two take twenty seconds each instead of twenty minutes together
    hears(&mut hall, 2, 10);
    // then it is ahead by what they left, and by some of what that promises, not by all of it
    let gained = before - behind(&hall);
    assert!(gained > 19 * MINUTE, "{} min", gained / MINUTE);
    assert!(gained < 80 * MINUTE, "{} min", gained / MINUTE);
    // and there is time for all
    assert!(!hall.session.is_too_short_for_all(hall.now()));
}

#[test]
fn giving_the_floor_alone_gains_nothing() {
    let mut hall = Hall::of(with_speakers(18));
    hall.spaces_until(|next| matches!(next, Next::Call(_)));
    for _ in 0..3 {
        let before = behind(&hall);
        hall.space();
        let moved = behind(&hall) - before;
        // Only what went by between the turns is counted anew.
        assert!(moved.abs() < 3 * MINUTE, "{} s", moved / 1000);
        hears(&mut hall, 1, 275);
    }
}

#[test]
fn the_more_were_heard_the_more_their_own_pace_counts() {
    let mut hall = Hall::of(with_speakers(18));
    hall.spaces_until(|next| matches!(next, Next::Call(_)));
    let mut before = 0;
    for heard in 1..=6 {
        hears(&mut hall, 1, 60);
        let gained = -behind(&hall);
        assert!(gained > before, "after {heard}: {gained} after {before}");
        before = gained;
    }
}

#[test]
fn when_all_keep_to_the_plan_the_forecast_stays() {
    let mut hall = Hall::of(with_speakers(18));
    hall.spaces_until(|next| matches!(next, Next::Call(_)));
    let before = behind(&hall);
    // Ten minutes each: fifty seconds go by between the keys.
    hears(&mut hall, 9, 275);
    let moved = behind(&hall) - before;
    assert!(moved.abs() < 2 * MINUTE, "{} s", moved / 1000);
}

#[test]
fn too_many_for_what_is_left_are_told_with_a_share_that_lets_all_be_heard() {
    let mut plan = with_speakers(18);
    plan.settings.allowed_minutes = Some(60);
    let mut hall = Hall::of(plan);
    hall.spaces_until(|next| matches!(next, Next::Call(_)));
    assert!(hall.session.is_too_short_for_all(hall.now()));
    let share = hall.session.equal_share(hall.now()).unwrap();
    assert!(share.seconds() >= 30 && share.seconds() < 180, "{share:?}");
    assert!(share.seconds().is_multiple_of(30));
}

#[test]
fn when_the_last_was_heard_only_the_steps_ahead_are_left() {
    let mut hall = Hall::of(with_speakers(3));
    hall.spaces_until(|next| matches!(next, Next::Call(_)));
    hears(&mut hall, 2, 60);
    hall.spaces_until(|next| matches!(next, Next::EnterStep(_)));
    let pace = hall.session.pace(hall.now()).unwrap();
    let left = pace.forecast_end - hall.now().wall;
    let conclusion = hall.session.regulation().steps.last().unwrap();
    assert_eq!(
        left.num_minutes(),
        i64::from(hall.session.planned_minutes(conclusion))
    );
}

#[test]
fn answers_prepared_beforehand_say_nothing_of_how_long_a_speaker_takes() {
    let mut plan = plan(DIEN_BIEN);
    plan.opinions = (1..=4).map(|id| opinion(id, None)).collect();
    plan.settings.allowed_minutes = Some(120);
    let mut hall = Hall::of(plan);
    hall.spaces_until(|next| matches!(next, Next::ReadPrepared(_)));
    let too_short = |hall: &Hall| hall.session.is_too_short_for_all(hall.now());
    for _ in 0..4 {
        hall.spaces_until(|next| matches!(next, Next::EndFloor));
        hall.passes(900);
        hall.spaces_until(|next| matches!(next, Next::ReadPrepared(_) | Next::EnterStep(_)));
    }
    // an hour of reading is behind it, and three speakers still have three quarters of an hour
    assert!(!too_short(&hall));
}
