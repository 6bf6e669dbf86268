//! What somebody announced does not vanish because they could not say it, and a further opinion is asked for its scope
//! where the regulation binds it.

use doithoai::domain::session::closing_check::Missing;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::deviation::Departure;
use doithoai::domain::session::item::{Item, ItemId, Raiser};
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::{Number, OpinionId};
use doithoai::domain::session::queue::Standing;
use doithoai::domain::session::rejection::Rejection;

use crate::session::given::{self, *};

fn take_up(number: u32) -> Command {
    Command::TakeUpSubjects {
        numbers: vec![Number(number)],
    }
}

fn set_aside(number: u32, why: &str) -> Command {
    Command::SetAsideSubjects {
        numbers: vec![Number(number)],
        why: why.into(),
    }
}

fn raise(number: u32, text: &str) -> Command {
    Command::RaiseItem {
        by: Raiser::Citizen(Number(number)),
        text: text.into(),
        opinion: None,
    }
}

#[test]
fn whatever_kept_somebody_from_speaking_the_gate_asks_for_what_they_announced() {
    for standing in [
        Standing::Absent,
        Standing::Withdrew,
        Standing::WrittenSlip,
        Standing::NoTimeLeft,
    ] {
        let mut hall = Hall::before_the_first_speech(LAO_CAI);
        hall.does(stands(2, standing));
        let asked = Missing::Subjects(Number(2));
        assert!(hall.session.missing().contains(&asked), "{standing:?}");
        // Taken up, it is an item like any other: with its topic and agency, and without a turn.
        hall.does(take_up(2));
        let item: &Item = hall.state().items.last().unwrap();
        assert_eq!(item.text, "Kiến nghị của số 2");
        assert_eq!(item.by, Raiser::Citizen(Number(2)));
        assert_eq!(item.agency, Some(agency("moi-truong")));
        assert!(item.turns.is_empty());
        assert!(!hall.session.missing().contains(&asked));
        assert_eq!(
            hall.refuses(take_up(2)),
            Rejection::NothingAnnounced(Number(2))
        );
        // Taken back, the gate asks again.
        hall.does(Command::Undo);
        assert!(hall.session.missing().contains(&asked));
    }
}

#[test]
fn setting_aside_takes_a_word_and_stands_in_the_record() {
    let mut hall = Hall::before_the_first_speech(QD_1573);
    hall.does(stands(2, Standing::Withdrew));
    assert_eq!(hall.refuses(set_aside(2, "  ")), Rejection::EmptyText);
    assert_eq!(
        hall.refuses(set_aside(1, "vì")),
        Rejection::NothingAnnounced(Number(1))
    );
    hall.does(set_aside(2, "đã được trả lời tại ý kiến số 1"));
    assert!(
        hall.session
            .missing()
            .iter()
            .all(|missing| !matches!(missing, Missing::Subjects(_)))
    );
    let speaker = &hall.record().speakers[1];
    assert_eq!(
        speaker.set_aside.as_deref(),
        Some("đã được trả lời tại ý kiến số 1")
    );
    assert_eq!(speaker.not_raised.len(), 1);
    // Whoever speaks after all raises it.
    hall.does(stands(2, Standing::Waiting));
    hall.does(call(2));
    assert_eq!(hall.state().items[0].text, "Kiến nghị của số 2");
}

#[test]
fn what_was_noted_already_and_what_somebody_refused_announced_is_not_asked_for() {
    let mut hall = Hall::before_the_first_speech(LAO_CAI);
    hall.does(raise(2, "Kiến nghị của số 2"));
    hall.does(stands(2, Standing::WrittenSlip));
    hall.does(Command::RefusePerson {
        number: Number(3),
        ground: doithoai::domain::regulation::GroundId("no-capacity".into()),
    });
    assert!(
        hall.session
            .missing()
            .iter()
            .all(|missing| !matches!(missing, Missing::Subjects(_)))
    );
}

#[test]
fn under_1573_a_further_opinion_is_asked_for_its_scope() {
    let mut hall = Hall::with_number_one_speaking(QD_1573);
    assert_eq!(
        hall.refuses(raise(1, "Thêm một việc")),
        Rejection::NeedsScope
    );
    let within = raise(1, "Thêm một việc").with_scope(true);
    hall.does(within);
    let item = hall.state().items.last().unwrap();
    assert_eq!(item.within_scope, Some(true));
    assert_eq!(item.turns, [hall.floor().id]);
    assert!(hall.state().deviations.is_empty());
    // Out of the scope it departs from the text, with a reason.
    let out = raise(1, "Việc của tỉnh khác").with_scope(false);
    let departure = Departure::OpinionOutOfScope { item: 3 };
    assert_eq!(
        hall.refuses(out.clone()),
        Rejection::NeedsReason(vec![departure.clone()])
    );
    hall.does(out.with_reason(reason()));
    let deviation = &hall.state().deviations[0];
    assert_eq!(
        (&deviation.departure, deviation.article.0.as_str()),
        (&departure, "Đ8.3")
    );
    assert_eq!(hall.record().items[2].within_scope, Some(false));
}

#[test]
fn a_further_exchange_and_what_was_collected_are_not_bound_to_the_scope() {
    // Given number 1 who goes on after the answer.
    let mut plan = given::plan(QD_1573);
    plan.opinions = vec![opinion(1, None)];
    let mut hall = Hall::of(plan);
    hall.spaces_until(|next| matches!(next, Next::Call(_)));
    hall.does(Command::RaiseItem {
        by: Raiser::Citizen(Number(1)),
        text: "Trước khi có ai phát biểu".into(),
        opinion: None,
    });
    hall.space();
    hall.does(Command::RaiseItem {
        by: Raiser::Citizen(Number(1)),
        text: "Ý kiến 1".into(),
        opinion: Some(OpinionId(1)),
    });
    hall.spaces_until(|next| *next == Next::Call(Number(2)));
    hall.alternative();
    hall.does(raise(1, "Nói rõ thêm"));
    // Also when it is noted after the floor was given back.
    hall.space();
    hall.does(raise(1, "Nói rõ thêm nữa"));
}

#[test]
fn elsewhere_a_further_opinion_is_noted_without_a_question() {
    for regulation in [LAO_CAI, DIEN_BIEN, DAN_TIEN, TANG_TIEN] {
        let mut hall = Hall::with_number_one_speaking(regulation);
        hall.does(raise(1, "Thêm một việc"));
        assert_eq!(hall.state().items.last().unwrap().within_scope, None);
    }
}

#[test]
fn an_item_that_is_noted_after_the_floor_has_ended_was_said_in_that_turn() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    let spoke = hall.floor().id;
    hall.space();
    hall.does(raise(1, "Ghi sau khi người phát biểu đã về chỗ"));
    // Somebody who has not spoken yet said nothing.
    hall.does(raise(2, "Ghi trước khi được mời"));
    let items = &hall.record().items;
    assert_eq!(items[0].said_in, Some(spoke.0));
    assert_eq!(items[1].said_in, Some(spoke.0));
    assert_eq!(items[2].said_in, None);
}

#[test]
fn answered_as_prepared_is_the_prepared_answer_until_somebody_writes_another() {
    let mut plan = given::plan(LAO_CAI);
    plan.opinions = vec![opinion(1, Some("kinh-te")), {
        let mut without = opinion(2, None);
        without.prepared_answer = Some("  ".into());
        without
    }];
    let mut hall = Hall::of(plan);
    hall.spaces_until(|next| *next == Next::Class(ItemId(1)));
    let as_prepared = Command::AnswerAsPrepared { item: ItemId(1) };
    let link = |opinion| Command::LinkItem {
        item: ItemId(1),
        opinion: Some(OpinionId(opinion)),
    };
    // Without anything prepared there is nothing to keep.
    let nothing = Rejection::NothingPrepared(ItemId(1));
    assert_eq!(hall.refuses(as_prepared.clone()), nothing);
    hall.does(link(2));
    assert_eq!(hall.refuses(as_prepared.clone()), nothing);
    hall.does(link(1));
    hall.does(as_prepared.clone());
    assert_eq!(hall.refuses(as_prepared.clone()), Rejection::SameAsBefore);
    let item = &hall.record().items[0];
    assert_eq!(
        (item.answer.as_deref(), item.as_prepared),
        (Some("Đã bố trí vốn"), true)
    );
    hall.does(Command::SummariseAnswer {
        item: ItemId(1),
        answer: "Sẽ bố trí vốn".into(),
    });
    let item = &hall.record().items[0];
    assert_eq!(
        (item.answer.as_deref(), item.as_prepared),
        (Some("Sẽ bố trí vốn"), false)
    );
    // Nobody needs to have written anything where it was kept as prepared.
    hall.does(as_prepared);
    hall.does(answered_now(ItemId(1)));
    assert!(hall.session.reminders().iter().all(|reminder| !matches!(
        reminder,
        doithoai::domain::session::closing_check::Reminder::Answer(_)
    )));
}

#[test]
fn an_answer_that_was_read_out_is_the_answer() {
    let mut plan = given::plan(DIEN_BIEN);
    plan.opinions = vec![opinion(1, Some("kinh-te")), {
        let mut without = opinion(2, None);
        without.prepared_answer = None;
        without
    }];
    let mut hall = Hall::of(plan);
    hall.spaces_until(|next| matches!(next, Next::Call(_)));
    let items = &hall.record().items;
    assert_eq!(items[0].answer.as_deref(), Some("Đã bố trí vốn"));
    assert!(items[0].as_prepared);
    // Where nothing was prepared nothing was read.
    assert_eq!((&items[1].answer, items[1].as_prepared), (&None, false));
}
