//! Items: raised, written, linked, moved, classed and reopened.

use doithoai::domain::regulation::{ClassKind, Phase};
use doithoai::domain::session::command::Command;
use doithoai::domain::session::event::Event;
use doithoai::domain::session::floor::Holder;
use doithoai::domain::session::item::{Class, Due, ItemId, Raiser};
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::{Number, OpinionId};
use doithoai::domain::session::rejection::Rejection;

use crate::session::given::{self, *};

const FIRST: ItemId = ItemId(1);

fn raised_by(number: u32) -> Command {
    Command::RaiseItem {
        by: Raiser::Citizen(Number(number)),
        text: "Thêm một việc".into(),
        opinion: None,
    }
}

#[test]
fn calling_a_speaker_raises_what_they_registered_for() {
    let hall = Hall::with_number_one_speaking(LAO_CAI);
    let item = hall.state().item(FIRST).unwrap();
    assert_eq!(item.text, "Kiến nghị của số 1");
    assert_eq!(item.by, Raiser::Citizen(Number(1)));
    assert_eq!(item.agency, Some(agency("moi-truong")));
    assert_eq!(item.turns, [hall.floor().id]);
}

#[test]
fn a_second_item_of_the_speaker_belongs_to_the_speech() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    hall.does(raised_by(1));
    hall.does(raised_by(2));
    assert_eq!(hall.floor().items, [FIRST, ItemId(2)]);
    assert_eq!(hall.state().items[1].turns, [hall.floor().id]);
    assert!(hall.state().items[2].turns.is_empty());
    assert_eq!(
        hall.refuses(raised_by(9)),
        Rejection::NoSuchPerson(Number(9))
    );
}

#[test]
fn an_item_is_written_and_linked_to_what_was_prepared() {
    let mut plan = given::plan(QD_1573);
    plan.opinions = vec![opinion(1, Some("kinh-te"))];
    let mut hall = Hall::of(plan);
    hall.spaces_until(|next| matches!(next, Next::Call(_)));
    hall.space();
    let edit = Command::EditItem {
        item: FIRST,
        text: "Bãi rác".into(),
    };
    hall.does(edit.clone());
    assert_eq!(hall.refuses(edit), Rejection::SameAsBefore);
    hall.does(Command::SetTopic {
        item: FIRST,
        topic: Some("Rác thải".into()),
    });
    hall.does(Command::SummariseAnswer {
        item: FIRST,
        answer: "Sẽ di dời".into(),
    });
    let link = |opinion| Command::LinkItem {
        item: FIRST,
        opinion: Some(OpinionId(opinion)),
    };
    assert_eq!(
        hall.refuses(link(7)),
        Rejection::NoSuchOpinion(OpinionId(7))
    );
    hall.does(link(1));
    assert_eq!(hall.session.taken_up(OpinionId(1)).unwrap().id, FIRST);
    hall.does(Command::MoveItem {
        item: FIRST,
        to: Raiser::Citizen(Number(2)),
    });
    let item = hall.state().item(FIRST).unwrap();
    assert_eq!(item.text, "Bãi rác");
    assert_eq!(item.topic.as_deref(), Some("Rác thải"));
    assert_eq!(item.answer.as_deref(), Some("Sẽ di dời"));
    assert_eq!(item.by, Raiser::Citizen(Number(2)));
}

#[test]
fn a_reopened_item_is_answered_and_classed_anew() {
    let mut hall = Hall::before_the_first_speech(QD_1573);
    assert_eq!(
        hall.refuses(Command::ReopenItem { item: FIRST }),
        Rejection::NoSuchItem(FIRST)
    );
    hall.spaces(4);
    assert_eq!(
        hall.refuses(Command::ReopenItem { item: FIRST }),
        Rejection::NotClassed(FIRST)
    );
    hall.space();
    hall.does(Command::ReopenItem { item: FIRST });
    assert!(matches!(hall.session.next(), Next::Answer { .. }));
    hall.spaces(2);
    assert_eq!(hall.session.next(), Next::Class(FIRST));
    hall.does(proposed(&hall, 1, ClassKind::ReportUpward));
    let item = hall.state().item(FIRST).unwrap();
    assert_eq!(item.classed.len(), 1);
    assert_eq!(item.classed[0].1, Some(Class::AnsweredNow));
    assert_eq!(
        item.class,
        Some(Class::ReportUpward {
            authority: Some("Ủy ban nhân dân tỉnh".into()),
            due: None,
        })
    );
}

#[test]
fn a_class_can_be_changed_and_the_old_one_is_kept() {
    let mut hall = Hall::with_number_one_speaking(DAN_TIEN);
    hall.does(answered_now(FIRST));
    assert_eq!(hall.refuses(answered_now(FIRST)), Rejection::SameAsBefore);
    let later = Command::ClassItem {
        item: FIRST,
        class: Class::VerifyLater {
            agency: Some(agency("y-te")),
            due: Due::default(),
        },
    };
    assert_eq!(hall.refuses(later), Rejection::NoSuchAgency(agency("y-te")));
    hall.does(proposed(&hall, 1, ClassKind::VerifyLater));
    assert_eq!(hall.state().items[0].classed[0].1, Some(Class::AnsweredNow));
}

#[test]
fn an_agency_can_be_added_and_then_answers() {
    let mut hall = Hall::with_number_one_speaking(DAN_TIEN);
    let add = Command::AddAgency {
        id: agency("y-te"),
        name: "Trạm y tế".into(),
    };
    hall.does(add.clone());
    assert_eq!(hall.refuses(add), Rejection::AgencyKnown(agency("y-te")));
    assert_eq!(
        hall.refuses(Command::AddAgency {
            id: agency("khac"),
            name: " ".into()
        }),
        Rejection::EmptyText
    );
    assert_eq!(hall.session.agency_name(&agency("y-te")), "Trạm y tế");
}

#[test]
fn a_note_is_written_down_with_its_time() {
    let mut hall = Hall::with_number_one_speaking(DAN_TIEN);
    assert_eq!(
        hall.refuses(Command::Note {
            text: "  ".into(),
            item: None
        }),
        Rejection::EmptyText
    );
    assert_eq!(
        hall.refuses(Command::Note {
            text: "Ghi".into(),
            item: Some(ItemId(9))
        }),
        Rejection::NoSuchItem(ItemId(9))
    );
    hall.does(Command::Note {
        text: "Hẹn khảo sát".into(),
        item: Some(FIRST),
    });
    assert_eq!(hall.state().notes[0].at, hall.now());
}

#[test]
fn a_message_to_the_hall_is_shown_until_it_is_taken_away() {
    let mut hall = Hall::under(LAO_CAI);
    let show = |message: Option<&str>| Command::ShowHall {
        message: message.map(Into::into),
    };
    assert_eq!(hall.refuses(show(None)), Rejection::SameAsBefore);
    hall.does(show(Some("Giải lao")));
    assert_eq!(hall.state().message.as_deref(), Some("Giải lao"));
    hall.does(show(None));
    assert_eq!(hall.state().message, None);
}

#[test]
fn to_show_what_happens_takes_down_the_message_that_covers_it() {
    let mut hall = Hall::under(LAO_CAI);
    let follow = Command::SetScene { scene: None };
    assert_eq!(hall.refuses(follow.clone()), Rejection::SameAsBefore);
    hall.does(Command::ShowHall {
        message: Some("Mời bà con giải lao".into()),
    });
    // when the aide chooses what happens, then the message is taken down, on record
    let events = hall.does(follow.clone());
    assert_eq!(events, [Event::HallShown { message: None }]);
    assert_eq!(hall.state().message, None);
    assert_eq!(hall.refuses(follow), Rejection::SameAsBefore);
    // and it can be taken back
    hall.does(Command::Undo);
    assert_eq!(hall.state().message.as_deref(), Some("Mời bà con giải lao"));
}

#[test]
fn an_item_to_be_verified_is_proposed_to_whoever_knows_of_it_and_to_nobody_by_chance() {
    let agency_of = |class: Class| match class {
        Class::VerifyLater { agency, .. } => agency,
        other @ (Class::AnsweredNow | Class::ReportUpward { .. }) => panic!("{other:?}"),
    };
    let with = |asked: Option<&str>, lead: &str| {
        let mut plan = given::plan(QD_1573);
        plan.speakers = vec![speaker(1, "Nguyễn Thị Ước", asked).into()];
        plan.lead_agency = lead.into();
        plan
    };
    // the one assigned
    let mut hall = Hall::of(with(Some("moi-truong"), "Phòng Kinh tế"));
    hall.spaces_until(|next| matches!(next, Next::Class(_)));
    let proposed = |hall: &Hall| {
        let class = hall.session.proposal(ItemId(1), ClassKind::VerifyLater);
        agency_of(class)
    };
    assert_eq!(proposed(&hall), Some(agency("moi-truong")));
    // nobody assigned, the chair answered: the one that leads the preparation, where it is among the agencies
    let name = hall.state().agencies[1].name.clone();
    let mut hall = Hall::of(with(None, &name));
    hall.spaces_until(|next| matches!(next, Next::Class(_)));
    let leads = hall.state().agencies[1].id.clone();
    assert_eq!(proposed(&hall), Some(leads));
    // else nobody
    let mut hall = Hall::of(with(None, "Văn phòng ở nơi khác"));
    hall.spaces_until(|next| matches!(next, Next::Class(_)));
    assert_eq!(proposed(&hall), None);
    // until an agency takes the floor to answer it
    hall.does(Command::GiveFloor {
        phase: Phase::Answer,
        to: Holder::Agency(agency("moi-truong")),
        items: vec![ItemId(1)],
    });
    assert_eq!(proposed(&hall), Some(agency("moi-truong")));
}
