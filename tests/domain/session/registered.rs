//! What a person registered becomes items when they are called, whatever was noted before, and no speech goes without an
//! answer.

use doithoai::domain::session::command::Command;
use doithoai::domain::session::item::{ItemId, Raiser};
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::{Number, Plan, Subject};
use doithoai::domain::session::queue::Standing;

use crate::session::given::{self, *};

const TWO: Raiser = Raiser::Citizen(Number(2));

/// Number 2 registered two matters.
fn with_two_matters(regulation: &str) -> Plan {
    let mut plan = given::plan(regulation);
    let second = std::sync::Arc::make_mut(&mut plan.speakers[1]);
    second.subjects.push(Subject {
        text: "Việc thứ hai của số 2".into(),
        ..Subject::default()
    });
    plan
}

fn moved(item: u32, to: Raiser) -> Command {
    Command::MoveItem {
        item: ItemId(item),
        to,
    }
}

/// What whoever has the floor speaks about.
fn spoken_about(hall: &Hall) -> Vec<&str> {
    let state = hall.state();
    let items = hall.floor().items.iter();
    items
        .map(|id| state.item(*id).unwrap().text.as_str())
        .collect()
}

/// Number 1 spoke, was answered and had their item classed; then they wait again, last in the queue.
fn with_number_one_waiting_again(regulation: &str) -> Hall {
    let mut hall = Hall::before_the_first_speech(regulation);
    hall.spaces(5);
    hall.does(stands(1, Standing::Waiting));
    hall.does(Command::MoveInQueue {
        number: Number(1),
        to: 2,
    });
    hall
}

#[test]
fn a_matter_moved_to_a_person_does_not_take_the_place_of_their_own() {
    // Given what number 1 said, which turns out to be number 2's and has its class by then.
    let mut hall = Hall::of(with_two_matters(QD_1573));
    hall.spaces_until(|next| *next == Next::Call(Number(2)));
    hall.does(moved(1, TWO));
    // When number 2 is called, then both matters they registered are items, and both are answered.
    hall.space();
    assert_eq!(
        spoken_about(&hall),
        ["Kiến nghị của số 2", "Việc thứ hai của số 2"]
    );
    hall.spaces_until(|next| *next == Next::Call(Number(3)));
    let items = &hall.state().items;
    assert_eq!(items.len(), 3);
    assert!(items.iter().all(|item| item.answered));
}

#[test]
fn a_matter_is_raised_once_even_when_reworded_or_moved_away_since() {
    let mut hall = with_number_one_waiting_again(DAN_TIEN);
    hall.does(Command::EditItem {
        item: ItemId(1),
        text: "Bãi rác cạnh trường".into(),
    });
    hall.does(moved(1, TWO));
    hall.does(call(1));
    // What they say the second time is something new, which the aide has yet to write down.
    assert_eq!(spoken_about(&hall), [""]);
    assert_eq!(hall.state().items.len(), 2);
}

#[test]
fn what_a_person_says_the_second_time_is_answered_before_the_next_is_called() {
    let mut hall = with_number_one_waiting_again(LAO_CAI);
    hall.does(call(1));
    hall.space();
    assert_eq!(
        hall.space(),
        Next::Answer {
            by: doithoai::domain::session::floor::Holder::Chair,
            items: vec![ItemId(2)]
        }
    );
    hall.space();
    assert_eq!(hall.space(), Next::Class(ItemId(2)));
    assert_eq!(hall.session.next(), Next::Call(Number(2)));
}

#[test]
fn an_answer_without_its_class_is_no_answer_to_the_second_speech() {
    // Given number 1, answered but not classed, who is called once more.
    let mut hall = Hall::before_the_first_speech(LAO_CAI);
    hall.spaces(4);
    hall.does(stands(1, Standing::Waiting));
    hall.does(call(1));
    assert_eq!(hall.floor().items, [ItemId(1), ItemId(2)]);
    hall.space();
    assert_eq!(hall.space(), Next::Class(ItemId(1)));
    assert!(matches!(hall.space(), Next::Answer { items, .. } if items == [ItemId(2)]));
}

#[test]
fn what_is_noted_for_the_second_speech_needs_no_unnamed_item() {
    let mut hall = with_number_one_waiting_again(LAO_CAI);
    hall.does(Command::RaiseItem {
        by: Raiser::Citizen(Number(1)),
        text: "Hỏi lại".into(),
        opinion: None,
    });
    hall.does(call(1));
    assert_eq!(spoken_about(&hall), ["Hỏi lại"]);
}

#[test]
fn a_matter_noted_beforehand_in_the_words_of_the_registration_is_that_matter() {
    let mut hall = Hall::of(with_two_matters(QD_1573));
    hall.does(Command::RaiseItem {
        by: TWO,
        text: "Việc thứ hai của số 2".into(),
        opinion: None,
    });
    hall.spaces_until(|next| *next == Next::Call(Number(2)));
    hall.space();
    assert_eq!(
        spoken_about(&hall),
        ["Việc thứ hai của số 2", "Kiến nghị của số 2"]
    );
}

#[test]
fn two_matters_in_the_same_words_are_two() {
    let mut plan = given::plan(QD_1573);
    let first = std::sync::Arc::make_mut(&mut plan.speakers[0]);
    let again = Subject {
        agency: Some(agency("kinh-te")),
        ..first.subjects[0].clone()
    };
    first.subjects.push(again);
    let mut hall = Hall::of(plan);
    hall.does(Command::RaiseItem {
        by: Raiser::Citizen(Number(1)),
        text: "Kiến nghị của số 1".into(),
        opinion: None,
    });
    hall.spaces_until(|next| *next == Next::Call(Number(1)));
    hall.space();
    assert_eq!(
        spoken_about(&hall),
        ["Kiến nghị của số 1", "Kiến nghị của số 1"]
    );
}

#[test]
fn a_call_that_was_taken_back_raised_nothing() {
    let mut hall = Hall::of(with_two_matters(QD_1573));
    hall.spaces_until(|next| *next == Next::Call(Number(2)));
    hall.space();
    let called = hall.state().clone();
    hall.does(Command::Undo);
    assert_eq!(hall.state().items.len(), 1);
    hall.does(call(2));
    assert_eq!(hall.state().items.len(), called.items.len());
    assert_eq!(hall.floor().items, called.turns.last().unwrap().items);
    // Nor is it raised again once the call was put back.
    hall.does(Command::Undo);
    hall.does(Command::Redo);
    hall.does(Command::EndFloor);
    hall.does(stands(2, Standing::Waiting));
    hall.does(call(2));
    assert_eq!(hall.state().items.len(), called.items.len());
}
