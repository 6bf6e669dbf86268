//! Who has the floor, the clock of that turn, and its limit.

use doithoai::domain::regulation::Phase;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::event::Event;
use doithoai::domain::session::floor::{Holder, TurnId};
use doithoai::domain::session::item::ItemId;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::{ClockStart, Number};
use doithoai::domain::session::queue::Standing;
use doithoai::domain::session::rejection::Rejection;
use doithoai::domain::time::Millis;

use crate::session::given::{self, *};

fn give(phase: Phase, to: Holder) -> Command {
    Command::GiveFloor {
        phase,
        to,
        items: vec![],
    }
}

#[test]
fn calling_the_next_ends_the_speech_in_the_same_act() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    hall.passes(60);
    let events = hall.does(call(2));
    assert_eq!(events[0], Event::FloorEnded);
    assert_eq!(hall.state().turns[0].ended, Some(hall.now()));
    assert_eq!(hall.floor().holder, Holder::Citizen(Number(2)));
    assert_eq!(hall.state().turns[0].lasted(hall.now()), seconds(60));
}

#[test]
fn pausing_stops_the_clock_and_resuming_goes_on() {
    let mut hall = Hall::with_number_one_speaking(QD_1573);
    hall.passes(50);
    assert_eq!(hall.refuses(Command::ResumeClock), Rejection::ClockRuns);
    assert_eq!(hall.refuses(Command::StartClock), Rejection::ClockRuns);
    hall.does(Command::PauseClock);
    assert_eq!(hall.refuses(Command::PauseClock), Rejection::ClockStands);
    hall.passes(600);
    assert_eq!(hall.floor().lasted(hall.now()), seconds(50));
    assert_eq!(hall.session.next(), Next::ResumeClock);
    hall.does(Command::ResumeClock);
    hall.passes(20);
    assert_eq!(hall.floor().lasted(hall.now()), seconds(70));
    assert_eq!(hall.floor().left(hall.now()), Some(110_000));
}

#[test]
fn after_zero_the_clock_goes_on() {
    let mut hall = Hall::with_number_one_speaking(QD_1573);
    hall.passes(222);
    assert_eq!(hall.floor().left(hall.now()), Some(-42_000));
}

#[test]
fn ending_a_paused_turn_does_not_count_the_pause() {
    let mut hall = Hall::with_number_one_speaking(QD_1573);
    hall.passes(50);
    hall.does(Command::PauseClock);
    hall.passes(600);
    hall.does(Command::EndFloor);
    hall.passes(600);
    assert_eq!(hall.state().turns[0].lasted(hall.now()), seconds(50));
    for command in [
        Command::EndFloor,
        Command::PauseClock,
        Command::ResumeClock,
        Command::StartClock,
        Command::ShiftLimit { seconds: 60 },
    ] {
        assert_eq!(hall.refuses(command), Rejection::FloorFree);
    }
}

#[test]
fn by_hand_the_clock_starts_when_the_person_begins_to_speak() {
    let mut plan = given::plan(LAO_CAI);
    plan.settings.clock_starts = ClockStart::ByHand;
    let mut hall = Hall::of(plan);
    hall.spaces_until(|next| matches!(next, Next::Call(_)));
    hall.space();
    hall.passes(30);
    assert_eq!(hall.session.next(), Next::StartClock);
    assert_eq!(hall.refuses(Command::PauseClock), Rejection::ClockStands);
    assert_eq!(hall.floor().lasted(hall.now()), Millis::ZERO);
    hall.does(Command::StartClock);
    hall.passes(30);
    assert_eq!(hall.floor().lasted(hall.now()), seconds(30));
}

#[test]
fn a_minute_more_or_less_changes_this_turn_alone() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    hall.does(Command::ShiftLimit { seconds: 60 });
    assert_eq!(hall.floor().limit, Some(seconds(240)));
    hall.does(Command::ShiftLimit { seconds: -300 });
    assert_eq!(hall.floor().limit, Some(Millis::ZERO));
    assert_eq!(
        hall.refuses(Command::ShiftLimit { seconds: i64::MIN }),
        Rejection::SameAsBefore
    );
    hall.does(Command::SetLimit {
        turn: TurnId(1),
        limit: None,
    });
    assert_eq!(
        hall.refuses(Command::ShiftLimit { seconds: 60 }),
        Rejection::NoLimit
    );
    hall.does(call(2));
    assert_eq!(hall.floor().limit, Some(seconds(180)));
}

#[test]
fn the_limit_for_the_rest_holds_from_the_next_turn() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    hall.does(Command::SetLimitForRest {
        phase: Phase::Speech,
        seconds: Some(150),
    });
    assert_eq!(hall.floor().limit, Some(seconds(180)));
    hall.does(call(2));
    assert_eq!(hall.floor().limit, Some(seconds(150)));
}

#[test]
fn the_floor_is_given_to_those_only_who_can_have_it_for_that() {
    let mut hall = Hall::with_number_one_speaking(QD_1573);
    assert_eq!(hall.refuses(call(1)), Rejection::HasTheFloor(Number(1)));
    assert_eq!(hall.refuses(call(9)), Rejection::NoSuchPerson(Number(9)));
    hall.space();
    assert_eq!(hall.refuses(call(1)), Rejection::AlreadySpoke(Number(1)));
    hall.does(stands(2, Standing::Withdrew));
    assert_eq!(hall.refuses(call(2)), Rejection::NotWaiting(Number(2)));
    assert_eq!(
        hall.refuses(give(Phase::Answer, Holder::Agency(agency("y-te")))),
        Rejection::NoSuchAgency(agency("y-te"))
    );
    for (phase, holder) in [
        (Phase::Answer, Holder::Citizen(Number(3))),
        (Phase::Speech, Holder::Chair),
        (Phase::Exchange, Holder::Agency(agency("kinh-te"))),
    ] {
        assert_eq!(
            hall.refuses(give(phase, holder)),
            Rejection::NoSuchPhase(phase)
        );
    }
    assert_eq!(
        hall.refuses(Command::GiveFloor {
            phase: Phase::Answer,
            to: Holder::Chair,
            items: vec![ItemId(7)]
        }),
        Rejection::NoSuchItem(ItemId(7))
    );
}

#[test]
fn the_chair_may_answer_what_an_agency_was_to_answer() {
    let mut hall = Hall::with_number_one_speaking(QD_1573);
    hall.space();
    hall.does(Command::GiveFloor {
        phase: Phase::Answer,
        to: Holder::Chair,
        items: vec![ItemId(1), ItemId(1)],
    });
    assert_eq!(hall.floor().items, [ItemId(1)]);
    hall.space();
    assert!(hall.state().items[0].answered);
}
