//! Correcting what was measured: a reason is given, the original is kept.

use doithoai::domain::session::command::Command;
use doithoai::domain::session::deviation::Reason;
use doithoai::domain::session::floor::TurnId;
use doithoai::domain::session::rejection::Rejection;
use doithoai::domain::session::timing::{Edge, SegmentId};
use doithoai::domain::time::Millis;

use crate::session::given::*;

const FIRST: SegmentId = SegmentId::Turn(TurnId(1));

fn correct(segment: SegmentId, edge: Edge, seconds: i64) -> Command {
    Command::CorrectTime {
        segment,
        edge,
        by: seconds * 1000,
        reason: reason(),
    }
}

/// Number 1 spoke for a hundred seconds.
fn after_a_speech() -> Hall {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    hall.passes(100);
    hall.does(Command::EndFloor);
    hall.passes(30);
    hall
}

#[test]
fn a_speech_that_ended_before_the_key_was_pressed_is_shortened() {
    let mut hall = after_a_speech();
    hall.does(correct(FIRST, Edge::End, -40));
    let now = hall.now();
    assert_eq!(hall.state().turns[0].lasted(now), seconds(60));
    let record = hall.record();
    let span = record.turns[0].span.as_ref().unwrap();
    assert_eq!(span.actual_ms, seconds(60));
    assert_eq!(span.corrections[0].by_ms, -40_000);
    assert_eq!(span.corrections[0].reason, reason());
    assert_eq!(
        (span.measured_ended.unwrap() - span.measured_began).num_seconds(),
        100
    );
    assert_eq!((span.ended.unwrap() - span.began).num_seconds(), 60);
}

#[test]
fn a_later_correction_is_told_from_what_was_measured() {
    let mut hall = after_a_speech();
    hall.does(correct(FIRST, Edge::Begin, 20));
    hall.does(correct(FIRST, Edge::Begin, 10));
    assert_eq!(hall.state().turns[0].lasted(hall.now()), seconds(90));
    let span = hall.state().turns[0].clock.as_ref().unwrap();
    assert_eq!(span.corrections().len(), 2);
}

#[test]
fn a_running_speech_may_have_begun_earlier_or_later() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    hall.passes(100);
    hall.does(correct(FIRST, Edge::Begin, 30));
    hall.passes(10);
    assert_eq!(hall.floor().lasted(hall.now()), seconds(80));
    assert_eq!(
        hall.refuses(correct(FIRST, Edge::End, -5)),
        Rejection::TimesOutOfOrder
    );
}

#[test]
fn a_pause_outside_the_corrected_speech_is_not_taken_off() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    hall.passes(50);
    hall.does(Command::PauseClock);
    hall.passes(20);
    hall.does(Command::ResumeClock);
    hall.passes(30);
    hall.does(Command::EndFloor);
    hall.does(correct(FIRST, Edge::End, -40));
    assert_eq!(hall.state().turns[0].lasted(hall.now()), seconds(50));
}

#[test]
fn nothing_ends_before_it_began_nor_lies_ahead_or_before_the_session() {
    let hall = after_a_speech();
    for (edge, by) in [
        (Edge::End, -101),
        (Edge::End, 31),
        (Edge::Begin, 101),
        (Edge::Begin, -36_000),
        (Edge::Begin, i64::MIN / 1000),
        (Edge::End, i64::MAX / 1000),
    ] {
        assert_eq!(
            hall.refuses(correct(FIRST, edge, by)),
            Rejection::TimesOutOfOrder,
            "{edge:?} {by}"
        );
    }
    let unsaid = Command::CorrectTime {
        segment: FIRST,
        edge: Edge::End,
        by: -1000,
        reason: Reason {
            why: String::new(),
            ordered_by: String::new(),
        },
    };
    assert_eq!(hall.refuses(unsaid), Rejection::EmptyText);
}

#[test]
fn steps_and_breaks_can_be_corrected_too() {
    let mut hall = after_a_speech();
    hall.does(Command::BeginBreak { planned: None });
    hall.passes(600);
    hall.does(Command::EndBreak);
    hall.does(correct(SegmentId::Break(0), Edge::Begin, 60));
    assert_eq!(hall.state().breaks[0].span.lasted(hall.now()), seconds(540));
    hall.does(correct(SegmentId::Visit(0), Edge::Begin, -5));
    let began = hall.state().agenda.began().unwrap();
    assert_eq!(hall.record().began, Some(began.wall));
    assert_eq!(
        hall.refuses(correct(SegmentId::Visit(99), Edge::Begin, 5)),
        Rejection::NoSuchBreakOrVisit
    );
    assert_eq!(
        hall.refuses(correct(SegmentId::Turn(TurnId(9)), Edge::Begin, 5)),
        Rejection::NoSuchTurn(TurnId(9))
    );
}

#[test]
fn the_session_ends_when_its_last_step_did_though_it_was_closed_later() {
    // Given a session that was closed twenty minutes after the chair had ended it.
    let mut hall = after_a_speech();
    hall.spaces_until(|next| *next == doithoai::domain::session::next::Next::Close);
    let really_ended = hall.now();
    hall.passes(20 * 60);
    hall.does(Command::Close { reason: None });
    let closed = hall.now();
    assert_eq!(hall.record().ended, Some(closed.wall));
    // When the end of the conclusion is corrected.
    let last = hall.state().agenda.visits().len() - 1;
    let conclusion = SegmentId::Visit(u32::try_from(last).unwrap());
    hall.passes(60);
    hall.does(correct(conclusion, Edge::End, -20 * 60));
    // Then the session ended with it, and lasted no longer than its steps.
    let record = hall.record();
    assert_eq!(record.ended, Some(really_ended.wall));
    assert_eq!(record.steps.last().unwrap().ended, record.ended);
    let in_steps = record.steps.iter().map(|step| step.actual_ms).sum();
    assert_eq!(record.lasted_ms, in_steps);
    let pace = hall.session.pace(hall.now()).unwrap();
    assert_eq!(pace.elapsed, in_steps);
    assert_eq!(pace.forecast_end, really_ended.wall);
    // And when the correction is taken back, it ended with the key again.
    hall.does(Command::Undo);
    assert_eq!(hall.record().ended, Some(closed.wall));
}

#[test]
fn a_time_is_corrected_after_closing_too() {
    let mut hall = after_a_speech();
    hall.spaces_until(|next| *next == doithoai::domain::session::next::Next::Nothing);
    hall.does(correct(FIRST, Edge::End, -100));
    assert_eq!(hall.state().turns[0].lasted(hall.now()), Millis::ZERO);
}
