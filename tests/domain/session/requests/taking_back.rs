//! Undo with several who act: everybody takes back their own, and what others built on stays.

use doithoai::domain::request::{RequestRefusal, StationCommand, StationKind};
use doithoai::domain::session::command::Command;
use doithoai::domain::session::item::{ItemId, Raiser};
use doithoai::domain::session::plan::Number;
use doithoai::domain::session::queue::Standing;
use doithoai::domain::session::rejection::Rejection;

use super::{answer, door, mark, register, secretary};
use crate::session::given::*;

#[test]
fn everybody_takes_back_their_own_acts_and_nobody_else_s() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    let desk = hall.session.history().to_undo();
    hall.station(&door(), register("Lò Thị Mỷ")).unwrap();
    hall.station(&secretary(), answer(1, "", "xã sửa")).unwrap();
    // The desk's undo passes over both.
    assert_eq!(hall.session.history().to_undo(), desk);
    hall.does(Command::PauseClock);
    hall.does(Command::Undo);
    assert_eq!(hall.session.history().to_undo(), desk);
    assert_eq!(hall.name_of(4), "Lò Thị Mỷ");
    // The secretary takes back her answer, not who was registered; then she has nothing left.
    hall.station(&secretary(), StationCommand::Undo).unwrap();
    assert_eq!(hall.state().item(ItemId(1)).unwrap().answer, None);
    assert_eq!(
        hall.station(&secretary(), StationCommand::Undo),
        Err(RequestRefusal::Rejected(Rejection::NothingToUndo))
    );
    // What others do does not end her redo; what she does herself ends it.
    hall.does(Command::Redo);
    hall.station(&door(), mark(2, Standing::Waiting, Standing::Absent))
        .unwrap();
    hall.station(&secretary(), StationCommand::Redo).unwrap();
    assert_eq!(
        hall.state().item(ItemId(1)).unwrap().answer.as_deref(),
        Some("xã sửa")
    );
    assert_eq!(hall.replayed(), hall.session);
}

#[test]
fn an_undo_that_a_later_act_of_somebody_else_stands_on_is_refused_and_names_it() {
    let mut hall = Hall::before_the_first_speech(LAO_CAI);
    let registered = hall.station(&door(), register("Lò Thị Mỷ")).unwrap();
    hall.does(call(4));
    let called = hall.session.history().last_seq();
    assert_eq!(
        hall.station(&door(), StationCommand::Undo),
        Err(RequestRefusal::Rejected(Rejection::StoodOn {
            act: registered,
            later: called,
        }))
    );
    // It goes both ways: the desk cannot take back the item that the secretary wrote on.
    let raised = hall.session.history().to_undo().unwrap();
    let wrote = hall.station(&secretary(), answer(1, "", "xã sửa")).unwrap();
    assert_eq!(
        hall.refuses(Command::Undo),
        Rejection::StoodOn {
            act: raised,
            later: wrote
        }
    );
    // Once she has taken that back, the aide can go on, and then so can the door.
    hall.station(&secretary(), StationCommand::Undo).unwrap();
    hall.does(Command::Undo);
    hall.station(&door(), StationCommand::Undo).unwrap();
    assert!(hall.state().queue.person(Number(4)).is_none());
    // And what would stand on what is gone is not put back.
    assert_eq!(
        hall.station(&secretary(), StationCommand::Redo),
        Err(RequestRefusal::Rejected(Rejection::StoodOn {
            act: wrote,
            later: wrote,
        }))
    );
}

#[test]
fn two_who_write_about_the_same_thing_stand_on_each_other_and_about_different_ones_do_not() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    hall.does(Command::RaiseItem {
        by: Raiser::Citizen(Number(1)),
        text: "nước sinh hoạt".into(),
        opinion: None,
    });
    let edit = |item: u32, was: &str, text: &str| StationCommand::EditItem {
        item: ItemId(item),
        was: was.into(),
        text: text.into(),
    };
    let first = hall.state().item(ItemId(1)).unwrap().text.clone();
    let own = hall
        .station(&secretary(), edit(1, &first, "đường thôn"))
        .unwrap();
    let second = StationKind::Secretary.station(Some("2"));
    hall.station(&second, edit(2, "nước sinh hoạt", "nước sạch"))
        .unwrap();
    // Another item: no matter.
    hall.station(&secretary(), StationCommand::Undo).unwrap();
    hall.station(&secretary(), StationCommand::Redo).unwrap();
    let over = hall
        .station(&second, edit(1, "đường thôn", "đường thôn Nà Hỏi"))
        .unwrap();
    assert_eq!(
        hall.station(&secretary(), StationCommand::Undo),
        Err(RequestRefusal::Rejected(Rejection::StoodOn {
            act: own,
            later: over
        }))
    );
}

#[test]
fn taking_back_who_was_registered_changes_the_order_of_nobody_else() {
    // given three of the plan, one from the door, and the aide who moves the first behind them
    let mut hall = Hall::before_the_first_speech(LAO_CAI);
    let registered = hall.station(&door(), register("Lò Thị Mỷ")).unwrap();
    hall.does(Command::Register {
        newcomer: newcomer(),
        within_scope: None,
        reason: None,
    });
    hall.does(Command::MoveInQueue {
        number: Number(5),
        to: 2,
    });
    // A place before the one who came from the door stays the same without them.
    hall.station(&door(), StationCommand::Undo).unwrap();
    hall.station(&door(), StationCommand::Redo).unwrap();
    hall.does(Command::MoveInQueue {
        number: Number(1),
        to: 3,
    });
    hall.does(Command::MoveInQueue {
        number: Number(2),
        to: 4,
    });
    let order = |hall: &Hall| -> Vec<u32> {
        let people = hall.state().queue.people().iter();
        people.map(|person| person.registration.number.0).collect()
    };
    let before = order(&hall);
    match hall.station(&door(), StationCommand::Undo) {
        Ok(_) => {
            let kept: Vec<u32> = before.into_iter().filter(|number| *number != 4).collect();
            assert_eq!(order(&hall), kept);
        }
        Err(refused) => {
            let RequestRefusal::Rejected(Rejection::StoodOn { act, later }) = refused else {
                panic!("{refused:?}");
            };
            assert_eq!(
                (act, later),
                (registered, hall.session.history().last_seq())
            );
        }
    }
}
