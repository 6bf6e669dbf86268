//! Undo and redo: appended records, never a deletion; an act is taken back whole, with its time.

use doithoai::domain::session::command::Command;
use doithoai::domain::session::event::{Event, Seq};
use doithoai::domain::session::floor::Holder;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::Number;
use doithoai::domain::session::rejection::Rejection;
use doithoai::domain::time::Millis;

use crate::session::given::*;

#[test]
fn undoing_next_speaker_gives_the_time_back_to_the_one_who_was_speaking() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    hall.passes(60);
    hall.does(call(2));
    hall.passes(20);
    hall.does(Command::Undo);
    hall.passes(10);
    assert_eq!(hall.floor().holder, Holder::Citizen(Number(1)));
    assert_eq!(hall.floor().lasted(hall.now()), seconds(90));
    assert_eq!(hall.session.next(), Next::EndFloor);
    // Redone, the second has spoken since they were called.
    hall.does(Command::Redo);
    assert_eq!(hall.floor().holder, Holder::Citizen(Number(2)));
    assert_eq!(hall.floor().lasted(hall.now()), seconds(30));
    assert_eq!(hall.state().turns[0].lasted(hall.now()), seconds(60));
}

#[test]
fn an_act_of_several_events_is_taken_back_whole() {
    let mut hall = Hall::with_number_one_speaking(QD_1573);
    hall.spaces(4);
    let before = hall.state().clone();
    // When calling the second begins a round, enters a step, raises an item and starts a clock.
    let events = hall.does(call(2));
    assert!(events.len() >= 5, "{events:?}");
    hall.does(Command::Undo);
    assert_eq!(*hall.state(), before);
}

#[test]
fn a_new_act_after_undo_ends_redo() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    assert_eq!(hall.refuses(Command::Redo), Rejection::NothingToRedo);
    hall.does(Command::PauseClock);
    hall.does(Command::Undo);
    hall.does(Command::EndFloor);
    assert_eq!(hall.refuses(Command::Redo), Rejection::NothingToRedo);
}

#[test]
fn everything_can_be_undone_but_the_opening() {
    let mut hall = Hall::with_number_one_speaking(DAN_TIEN);
    let begun = Hall::under(DAN_TIEN);
    let acts = hall.session.history().entries().len() - 1;
    for _ in 0..acts {
        hall.does(Command::Undo);
    }
    assert_eq!(hall.refuses(Command::Undo), Rejection::NothingToUndo);
    assert_eq!(hall.state(), begun.state());
    for _ in 0..acts {
        hall.does(Command::Redo);
    }
    assert_eq!(hall.refuses(Command::Redo), Rejection::NothingToRedo);
    assert_eq!(
        *hall.state(),
        *Hall::with_number_one_speaking(DAN_TIEN).state()
    );
}

#[test]
fn nothing_is_deleted() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    hall.does(Command::EndFloor);
    let ended = hall.session.history().last_seq();
    hall.does(Command::Undo);
    let entries = hall.session.history().entries();
    assert_eq!(
        entries.last().unwrap().record.events,
        [Event::Undone { act: ended }]
    );
    assert!(!hall.session.history().entry(ended).unwrap().in_force);
    let seqs: Vec<Seq> = entries.iter().map(|entry| entry.record.seq).collect();
    assert_eq!(seqs, (1..=ended.0 + 1).map(Seq).collect::<Vec<_>>());
}

#[test]
fn closing_can_be_undone() {
    let mut hall = Hall::under(LAO_CAI);
    hall.spaces_until(|next| *next == Next::Nothing);
    hall.does(Command::Undo);
    assert_eq!(hall.state().closed, None);
    assert_eq!(hall.session.next(), Next::Close);
    hall.passes(100);
    // The step goes on as if it had not been left.
    let lasted = hall.state().agenda.lasted(&step("conclusion"), hall.now());
    assert!(lasted >= seconds(100));
}

#[test]
fn a_pause_that_is_undone_never_was() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    hall.passes(10);
    hall.does(Command::PauseClock);
    hall.passes(50);
    hall.does(Command::Undo);
    assert_eq!(hall.floor().lasted(hall.now()), seconds(60));
    assert_eq!(
        hall.floor().limit.unwrap().saturating_sub(seconds(60)),
        Millis(120_000)
    );
}

#[test]
fn a_break_that_is_undone_gives_the_floor_back() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    hall.does(Command::BeginBreak { planned: None });
    hall.passes(30);
    hall.does(Command::Undo);
    assert_eq!(hall.state().present_break(), None);
    assert_eq!(hall.floor().lasted(hall.now()), seconds(30));
}
