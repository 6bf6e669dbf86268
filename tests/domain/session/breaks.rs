//! Breaks: the floor is given up, the step stands still, and nothing of the dialogue goes on meanwhile.

use doithoai::domain::regulation::Phase;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::deviation::{Departure, Reason};
use doithoai::domain::session::event::Event;
use doithoai::domain::session::item::ItemId;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::rejection::Rejection;

use crate::session::given::*;

fn a_break() -> Command {
    Command::BeginBreak {
        planned: Some(seconds(900)),
    }
}

#[test]
fn a_break_takes_the_floor_and_stops_the_step() {
    let mut hall = Hall::with_number_one_speaking(QD_1573);
    hall.passes(60);
    let events = hall.does(a_break());
    assert_eq!(events[0], Event::FloorEnded);
    assert_eq!(hall.session.next(), Next::EndBreak);
    assert_eq!(hall.session.alternative(), None);
    let in_step = hall.state().agenda.lasted(&step("speeches"), hall.now());
    hall.passes(1000);
    assert_eq!(
        hall.state().agenda.lasted(&step("speeches"), hall.now()),
        in_step
    );
    for command in [call(2), enter("answers"), a_break()] {
        assert_eq!(hall.refuses(command), Rejection::InBreak);
    }
    hall.does(Command::EndBreak);
    assert_eq!(hall.refuses(Command::EndBreak), Rejection::NotInBreak);
    hall.passes(5);
    assert_eq!(
        hall.state().agenda.lasted(&step("speeches"), hall.now()),
        in_step.saturating_add(seconds(5))
    );
    assert_eq!(
        hall.state().breaks[0].span.lasted(hall.now()),
        seconds(1000)
    );
    // The speech that was cut off by the break is not counted on.
    assert_eq!(hall.state().turns[0].lasted(hall.now()), seconds(60));
}

#[test]
fn there_is_no_break_before_the_session_began() {
    let hall = Hall::under(LAO_CAI);
    assert_eq!(hall.refuses(a_break()), Rejection::NotBegun);
}

#[test]
fn a_class_chosen_in_the_break_opens_the_follow_up_when_the_break_ends() {
    let mut hall = Hall::before_the_first_speech(QD_1573);
    hall.spaces(3);
    assert_eq!(hall.floor().phase, Phase::Answer);
    hall.does(a_break());
    hall.passes(300);
    hall.does(answered_now(ItemId(1)));
    assert_eq!(hall.present(), "answers");
    hall.passes(300);
    hall.does(Command::EndBreak);
    assert_eq!(hall.present(), "follow-up");
    let answers = hall.state().agenda.lasted(&step("answers"), hall.now());
    assert!(answers < seconds(60), "{answers:?}");
    hall.spaces_until(|next| *next == Next::Nothing);
    assert!(hall.state().deviations.is_empty());
}

/// Adjourns in the evening and goes on the next morning.
fn over_night(hall: &mut Hall, reason: Option<Reason>) -> Vec<Event> {
    hall.passes(3600);
    let events = hall.does(Command::Adjourn { reason });
    hall.passes(20 * 3600);
    hall.does(Command::EndBreak);
    events
}

#[test]
fn an_adjourned_session_counts_held_time_only_and_its_deadlines_run_from_the_day_it_ended() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    let began = hall.session.held_on();
    let events = over_night(&mut hall, None);
    assert_eq!(events, [Event::FloorEnded, Event::Adjourned]);
    hall.passes(600);
    let pace = hall.session.pace(hall.now()).unwrap();
    assert!(pace.elapsed < seconds(2 * 3600), "{pace:?}");
    // when it goes on the next day, that is the day it was held
    assert_eq!(hall.session.held_on(), began.succ_opt().unwrap());
    let record = hall.record();
    assert!(record.breaks[0].adjourned);
    assert_eq!(record.lasted_ms, pace.elapsed);
    assert_eq!(hall.replayed().state(), hall.state());
    // and taken back, it never was adjourned
    hall.does(Command::Undo);
    hall.does(Command::Undo);
    assert!(hall.state().breaks.is_empty());
    assert_eq!(hall.session.held_on(), began);
}

#[test]
fn where_the_text_wants_one_sitting_adjourning_needs_a_reason() {
    let mut hall = Hall::with_number_one_speaking(DIEN_BIEN);
    let refused = hall.refuses(Command::Adjourn { reason: None });
    assert_eq!(refused, Rejection::NeedsReason(vec![Departure::Adjourned]));
    let reason = Reason {
        why: "bão".into(),
        ordered_by: "Chủ tịch UBND xã".into(),
    };
    over_night(&mut hall, Some(reason));
    let deviation = &hall.state().deviations[0];
    assert_eq!(deviation.departure, Departure::Adjourned);
    assert_eq!(deviation.article.0, "Đ6.2a");
}

#[test]
fn a_clock_that_is_set_is_one_remark_and_moves_no_time() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    hall.passes(60);
    let wall = hall.clock.now().wall;
    hall.clock.set_wall(wall - chrono::TimeDelta::hours(3));
    hall.passes(10);
    hall.does(Command::PauseClock);
    hall.passes(10);
    hall.does(Command::ResumeClock);
    let record = hall.record();
    assert_eq!(record.clock_sets.len(), 1);
    assert_eq!(record.clock_sets[0].by_ms, -3 * 3_600_000);
    assert_eq!(hall.now().wall, wall + chrono::TimeDelta::seconds(20));
    assert_eq!(hall.state().turns[0].lasted(hall.now()), seconds(70));
}
