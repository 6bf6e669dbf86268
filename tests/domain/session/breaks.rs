//! Breaks: the floor is given up, the step stands still, and nothing of the dialogue goes on meanwhile.

use doithoai::domain::regulation::Phase;
use doithoai::domain::session::command::Command;
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
