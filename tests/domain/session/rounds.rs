//! Speech, answer, class, follow-up: the rounds of the dialogue, one by one and in batches.

use doithoai::domain::regulation::Phase;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::floor::Holder;
use doithoai::domain::session::item::ItemId;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::{Number, SpeakingMode, Subject};
use doithoai::domain::session::rejection::Rejection;

use crate::session::given::{self, *};

fn answer(by: Holder, items: &[u32]) -> Next {
    Next::Answer {
        by,
        items: items.iter().map(|item| ItemId(*item)).collect(),
    }
}

fn by_environment() -> Holder {
    Holder::Agency(agency("moi-truong"))
}

#[test]
fn one_by_one_each_speaker_is_answered_before_the_next_is_called() {
    for regulation in ALL {
        let mut hall = Hall::before_the_first_speech(regulation);
        for (number, by) in [
            (1, by_environment()),
            (2, by_environment()),
            (3, Holder::Chair),
        ] {
            assert_eq!(hall.space(), Next::Call(Number(number)), "{regulation}");
            assert_eq!(hall.floor().phase, Phase::Speech);
            assert_eq!(hall.space(), Next::EndFloor);
            assert_eq!(hall.space(), answer(by, &[number]));
            assert_eq!(hall.space(), Next::EndFloor);
            assert_eq!(hall.space(), Next::Class(ItemId(number)));
        }
        assert_eq!(hall.space(), Next::EnterStep(step("conclusion")));
        assert_eq!(hall.state().round.number, 3);
    }
}

#[test]
fn in_batches_the_answers_come_after_the_speeches() {
    for regulation in ALL {
        let mut hall = Hall::of(in_batches(regulation, 2));
        hall.spaces_until(|next| matches!(next, Next::Call(_)));
        assert_eq!(hall.space(), Next::Call(Number(1)));
        assert_eq!(hall.space(), Next::EndFloor);
        assert_eq!(hall.space(), Next::Call(Number(2)));
        assert_eq!(hall.space(), Next::EndFloor);
        assert_eq!(hall.space(), answer(by_environment(), &[1]));
        assert_eq!(hall.space(), Next::EndFloor);
        assert_eq!(hall.space(), Next::Class(ItemId(1)));
        assert_eq!(hall.space(), answer(by_environment(), &[2]));
        assert_eq!(hall.space(), Next::EndFloor);
        assert_eq!(hall.space(), Next::Class(ItemId(2)));
        assert_eq!(hall.space(), Next::Call(Number(3)));
        assert_eq!(hall.state().round.number, 2, "{regulation}");
    }
}

#[test]
fn a_batch_can_be_answered_before_it_is_full() {
    let mut hall = Hall::of(in_batches(DAN_TIEN, 3));
    hall.spaces_until(|next| matches!(next, Next::Call(_)));
    assert_eq!(hall.session.alternative(), None);
    hall.spaces(2);
    assert_eq!(hall.session.next(), Next::Call(Number(2)));
    assert_eq!(hall.alternative(), Next::HoldSpeeches);
    assert_eq!(hall.session.next(), answer(by_environment(), &[1]));
    assert_eq!(hall.refuses(Command::HoldSpeeches), Rejection::SameAsBefore);
}

#[test]
fn speeches_are_held_in_the_dialogue_only() {
    let mut hall = Hall::under(DAN_TIEN);
    assert!(matches!(
        hall.refuses(Command::HoldSpeeches),
        Rejection::NoSuchPhase(_)
    ));
    hall.spaces_until(|next| *next == Next::Tick(act("further-study")));
    assert!(matches!(
        hall.refuses(Command::HoldSpeeches),
        Rejection::NoSuchPhase(_)
    ));
}

#[test]
fn the_way_of_taking_speeches_changes_at_any_time() {
    // Given a batch of three in which one has spoken.
    let mut hall = Hall::of(in_batches(LAO_CAI, 3));
    hall.spaces_until(|next| matches!(next, Next::Call(_)));
    hall.spaces(2);
    // When the chair wants the answers one by one, then these come at once.
    hall.does(Command::SetSpeakingMode {
        mode: SpeakingMode::OneByOne,
    });
    assert_eq!(hall.session.next(), answer(by_environment(), &[1]));
    hall.does(Command::SetSpeakingMode {
        mode: SpeakingMode::InBatches(3),
    });
    assert_eq!(hall.session.next(), Next::Call(Number(2)));
}

#[test]
fn the_last_batch_is_full_when_nobody_waits() {
    let mut hall = Hall::of(in_batches(LAO_CAI, 8));
    hall.spaces_until(|next| matches!(next, Next::Answer { .. }));
    assert_eq!(hall.state().turns.len(), 3);
}

#[test]
fn several_matters_of_one_speaker_are_answered_agency_by_agency() {
    let mut plan = given::plan(QD_1573);
    let [first, _, _] = plan.speakers.as_mut_slice() else {
        panic!("three speakers");
    };
    let first = std::sync::Arc::make_mut(first);
    for asked in ["moi-truong", "kinh-te"] {
        first.subjects.push(Subject {
            text: format!("Việc của {asked}"),
            agency: Some(agency(asked)),
            ..Subject::default()
        });
    }
    let mut hall = Hall::of(plan);
    hall.spaces_until(|next| matches!(next, Next::Call(_)));
    hall.spaces(2);
    // One answer for the two items of one agency, another for the third.
    assert_eq!(hall.space(), answer(by_environment(), &[1, 2]));
    assert_eq!(hall.space(), Next::EndFloor);
    assert_eq!(hall.space(), Next::Class(ItemId(1)));
    assert_eq!(hall.space(), Next::Class(ItemId(2)));
    assert_eq!(
        hall.space(),
        answer(Holder::Agency(agency("kinh-te")), &[3])
    );
    assert_eq!(hall.present(), "answers");
    assert_eq!(hall.space(), Next::EndFloor);
    assert_eq!(hall.space(), Next::Class(ItemId(3)));
    // Only then are the speakers asked whether they want to go on.
    assert_eq!(hall.present(), "follow-up");
}

#[test]
fn the_speaker_may_go_on_and_is_answered_again() {
    for regulation in [LAO_CAI, QD_1573, DIEN_BIEN, DAN_TIEN] {
        let mut hall = Hall::before_the_first_speech(regulation);
        hall.spaces(5);
        assert!(hall.state().round.follow_up_offered, "{regulation}");
        assert_eq!(hall.session.next(), Next::Call(Number(2)));
        // When the other key is taken.
        assert_eq!(hall.alternative(), Next::Exchange(Number(1)));
        assert_eq!(hall.floor().phase, Phase::Exchange);
        assert_eq!(hall.floor().items, [ItemId(1)]);
        assert_eq!(hall.floor().limit, Some(seconds(60)));
        hall.space();
        assert_eq!(hall.session.next(), Next::Call(Number(2)));
        assert_eq!(hall.alternative(), answer(by_environment(), &[1]));
        hall.space();
        // Then they may go on once more, or the next is called.
        assert_eq!(hall.session.alternative(), Some(Next::Exchange(Number(1))));
        assert_eq!(hall.space(), Next::Call(Number(2)));
        assert!(!hall.state().round.follow_up_offered);
    }
}

#[test]
fn tang_tien_prescribes_no_follow_up() {
    let mut hall = Hall::before_the_first_speech(TANG_TIEN);
    hall.spaces(5);
    assert_eq!(hall.session.alternative(), None);
    assert_eq!(
        hall.refuses(Command::GiveFloor {
            phase: Phase::Exchange,
            to: Holder::Citizen(Number(1)),
            items: vec![]
        }),
        Rejection::NoSuchPhase(Phase::Exchange)
    );
}

#[test]
fn the_follow_up_is_offered_when_the_class_was_chosen_during_the_answer() {
    let mut hall = Hall::before_the_first_speech(QD_1573);
    hall.spaces(3);
    hall.does(answered_now(ItemId(1)));
    assert_eq!(hall.present(), "answers");
    hall.space();
    assert_eq!(hall.present(), "follow-up");
}

#[test]
fn an_item_raised_while_going_on_is_answered_too() {
    let mut hall = Hall::before_the_first_speech(DAN_TIEN);
    hall.spaces(5);
    hall.alternative();
    hall.does(Command::RaiseItem {
        by: doithoai::domain::session::item::Raiser::Citizen(Number(1)),
        text: "Việc mới".into(),
        opinion: None,
    });
    assert_eq!(hall.floor().items, [ItemId(1), ItemId(2)]);
    hall.space();
    assert_eq!(hall.session.next(), answer(Holder::Chair, &[2]));
    hall.spaces(2);
    assert_eq!(hall.session.next(), Next::Class(ItemId(2)));
}

#[test]
fn an_answer_that_was_passed_over_is_not_forgotten() {
    // Given one speech, when the next is called before its answer.
    for regulation in ALL {
        let mut hall = Hall::before_the_first_speech(regulation);
        hall.spaces(2);
        hall.does(call(2));
        hall.space();
        // Then both are answered before anybody else speaks.
        assert_eq!(hall.space(), answer(by_environment(), &[1]), "{regulation}");
        hall.space();
        assert_eq!(hall.space(), Next::Class(ItemId(1)));
        assert_eq!(hall.space(), answer(by_environment(), &[2]));
        hall.spaces_until(|next| *next == Next::Nothing);
        assert!(hall.state().deviations.is_empty(), "{regulation}");
    }
}

#[test]
fn what_was_noted_before_a_person_is_called_waits_for_their_speech() {
    let mut hall = Hall::under(QD_1573);
    hall.does(Command::RaiseItem {
        by: doithoai::domain::session::item::Raiser::Citizen(Number(2)),
        text: "Đưa phiếu trước".into(),
        opinion: None,
    });
    hall.spaces_until(|next| *next == Next::Call(Number(2)));
    // The first speaker's round went by without it.
    assert_eq!(hall.state().items[1].id, ItemId(2));
    hall.space();
    // Then the speech is about it, and about what the person registered.
    assert_eq!(hall.floor().items, [ItemId(1), ItemId(3)]);
    hall.space();
    assert_eq!(hall.space(), answer(Holder::Chair, &[1]));
    hall.spaces(2);
    assert_eq!(hall.space(), answer(by_environment(), &[3]));
    hall.space();
    assert!(!hall.state().round.follow_up_offered);
    hall.space();
    assert!(hall.state().round.follow_up_offered);
}

#[test]
fn a_written_slip_is_answered_when_nobody_is_left_to_speak() {
    let mut plan = given::plan(LAO_CAI);
    plan.speakers.truncate(1);
    let mut hall = Hall::of(plan);
    hall.does(Command::RaiseItem {
        by: doithoai::domain::session::item::Raiser::Citizen(Number(1)),
        text: "Phiếu".into(),
        opinion: None,
    });
    hall.does(stands(
        1,
        doithoai::domain::session::queue::Standing::WrittenSlip,
    ));
    hall.sets_aside_what_is_left();
    hall.spaces_until(|next| *next == Next::Nothing);
    assert!(hall.state().items[0].answered);
    assert!(hall.state().deviations.is_empty());
}

#[test]
fn whoever_was_refused_meanwhile_is_not_asked_to_go_on() {
    let mut hall = Hall::before_the_first_speech(LAO_CAI);
    hall.spaces(5);
    hall.does(Command::RefusePerson {
        number: Number(1),
        ground: doithoai::domain::regulation::GroundId("disorder".into()),
    });
    assert_eq!(hall.session.alternative(), None);
}
