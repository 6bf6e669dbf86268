//! The speaking order: newcomers, marks, and refusing dialogue on the regulation's own grounds.

use doithoai::domain::regulation::{Article, GroundId};
use doithoai::domain::session::command::{Command, Newcomer};
use doithoai::domain::session::deviation::{Departure, Reason};
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::Number;
use doithoai::domain::session::queue::Standing;
use doithoai::domain::session::rejection::Rejection;

use crate::session::given::*;

fn register(within_scope: Option<bool>, reason: Option<Reason>) -> Command {
    Command::Register {
        newcomer: newcomer(),
        within_scope,
        reason,
    }
}

fn refuse(number: u32, ground: &str) -> Command {
    Command::RefusePerson {
        number: Number(number),
        ground: GroundId(ground.into()),
    }
}

#[test]
fn before_the_first_speech_a_newcomer_registers_like_any_other() {
    for regulation in ALL {
        let mut hall = Hall::before_the_first_speech(regulation);
        hall.does(register(None, None));
        let people = hall.state().queue.people();
        assert_eq!(people[3].registration.number, Number(4), "{regulation}");
        assert!(people[3].newcomer);
        assert!(hall.state().deviations.is_empty());
    }
}

#[test]
fn under_1573_a_newcomer_is_accepted_within_the_scope() {
    let mut hall = Hall::with_number_one_speaking(QD_1573);
    assert_eq!(hall.refuses(register(None, None)), Rejection::NeedsScope);
    hall.does(register(Some(true), None));
    assert_eq!(hall.state().queue.people()[3].within_scope, Some(true));
    assert!(hall.state().deviations.is_empty());
    // Out of the scope it departs from the article on those who did not register.
    let departure = Departure::UnregisteredSpeaker { number: Number(5) };
    assert_eq!(
        hall.refuses(register(Some(false), None)),
        Rejection::NeedsReason(vec![departure])
    );
    hall.does(register(Some(false), Some(reason())));
    assert_eq!(hall.state().deviations[0].article, Article("Đ8.3".into()));
}

#[test]
fn where_the_regulation_is_silent_or_the_chair_moderates_a_newcomer_departs_from_nothing() {
    for regulation in [LAO_CAI, DIEN_BIEN, DAN_TIEN, TANG_TIEN] {
        let mut hall = Hall::with_number_one_speaking(regulation);
        hall.does(register(None, None));
        assert!(hall.state().deviations.is_empty(), "{regulation}");
        // The newcomer is called in the order, and what they came for is raised.
        hall.spaces_until(|next| *next == Next::Call(Number(4)));
        hall.space();
        assert_eq!(hall.state().items[3].text, "Nước sinh hoạt");
    }
}

#[test]
fn a_name_is_enough_and_needed() {
    let mut hall = Hall::under(LAO_CAI);
    let nameless = Command::Register {
        newcomer: Newcomer::default(),
        within_scope: None,
        reason: None,
    };
    assert_eq!(hall.refuses(nameless), Rejection::EmptyText);
    hall.does(Command::Register {
        newcomer: Newcomer {
            name: "Vàng Thị Sâu".into(),
            ..Newcomer::default()
        },
        within_scope: None,
        reason: None,
    });
    // Called without having said on what, the person still has an item to be written.
    hall.spaces_until(|next| matches!(next, Next::Call(_)));
    hall.does(call(4));
    assert_eq!(hall.state().items[0].text, "");
}

#[test]
fn refusing_a_person_cites_the_ground_and_its_article() {
    for (regulation, ground, article) in [
        (LAO_CAI, "disorder", "Đ15.7"),
        (QD_1573, "not-concerned", "Đ3.3"),
        (DIEN_BIEN, "breaks-house-rules", "Đ4.6"),
        (DAN_TIEN, "other-by-law", "Đ10.5"),
    ] {
        let mut hall = Hall::with_number_one_speaking(regulation);
        hall.does(refuse(2, ground));
        let person = hall.state().queue.person(Number(2)).unwrap();
        let refused = person.refused.clone().unwrap();
        assert_eq!(refused.article, Article(article.into()), "{regulation}");
        assert_eq!(hall.standing(2), Standing::Refused);
        assert_eq!(hall.refuses(refuse(2, ground)), Rejection::SameAsBefore);
        assert_eq!(hall.refuses(call(2)), Rejection::NotWaiting(Number(2)));
        assert_eq!(
            hall.refuses(refuse(3, "too-late")),
            Rejection::NoSuchGround(GroundId("too-late".into()))
        );
        // Whoever is refused while speaking loses the floor.
        hall.does(refuse(1, ground));
        assert_eq!(hall.state().floor(), None);
    }
}

#[test]
fn tang_tien_states_no_grounds_so_nobody_can_be_refused() {
    let hall = Hall::with_number_one_speaking(TANG_TIEN);
    assert_eq!(hall.refuses(refuse(2, "intoxicated")), Rejection::NoGrounds);
}

#[test]
fn marking_those_who_wait_never_touches_the_running_clock() {
    for standing in [
        Standing::Absent,
        Standing::Withdrew,
        Standing::WrittenSlip,
        Standing::NoTimeLeft,
    ] {
        let mut hall = Hall::with_number_one_speaking(LAO_CAI);
        hall.passes(30);
        hall.does(stands(2, standing));
        hall.passes(30);
        hall.does(refuse(3, "disorder"));
        hall.passes(30);
        assert_eq!(hall.standing(2), standing);
        assert_eq!(hall.floor().lasted(hall.now()), seconds(90));
        assert_eq!(hall.state().queue.waiting().count(), 0);
        // And they can be set waiting again.
        hall.does(stands(2, Standing::Waiting));
        assert_eq!(hall.state().queue.waiting().count(), 1);
    }
}

#[test]
fn an_absent_person_who_comes_can_be_called() {
    let mut hall = Hall::before_the_first_speech(QD_1573);
    hall.does(stands(1, Standing::Absent));
    assert_eq!(hall.session.next(), Next::Call(Number(2)));
    hall.does(call(1));
    assert_eq!(hall.standing(1), Standing::Spoke);
}

#[test]
fn whoever_spoke_keeps_that_mark() {
    let mut hall = Hall::with_number_one_speaking(QD_1573);
    assert_eq!(
        hall.refuses(stands(1, Standing::Absent)),
        Rejection::HasTheFloor(Number(1))
    );
    hall.space();
    assert_eq!(
        hall.refuses(stands(1, Standing::Absent)),
        Rejection::AlreadySpoke(Number(1))
    );
    assert_eq!(
        hall.refuses(stands(2, Standing::Waiting)),
        Rejection::SameAsBefore
    );
    assert_eq!(
        hall.refuses(stands(2, Standing::Spoke)),
        Rejection::NotWaiting(Number(2))
    );
    // To be heard once more they wait once more.
    hall.does(stands(1, Standing::Waiting));
    hall.does(call(1));
    assert_eq!(
        hall.floor().items,
        [doithoai::domain::session::item::ItemId(1)]
    );
}

#[test]
fn out_of_time_is_marked_for_everybody_at_once() {
    let mut hall = Hall::with_number_one_speaking(DAN_TIEN);
    hall.does(Command::NoTimeForRest);
    assert_eq!(hall.standing(1), Standing::Spoke);
    assert_eq!(hall.standing(2), Standing::NoTimeLeft);
    assert_eq!(hall.standing(3), Standing::NoTimeLeft);
    assert_eq!(hall.refuses(Command::NoTimeForRest), Rejection::NobodyWaits);
    hall.sets_aside_what_is_left();
    hall.spaces_until(|next| *next == Next::Nothing);
}

#[test]
fn the_order_of_calling_can_be_changed() {
    let mut hall = Hall::before_the_first_speech(QD_1573);
    let moved = |number, to| Command::MoveInQueue {
        number: Number(number),
        to,
    };
    hall.does(moved(3, 0));
    assert_eq!(hall.session.next(), Next::Call(Number(3)));
    assert_eq!(hall.refuses(moved(3, 0)), Rejection::SameAsBefore);
    hall.does(moved(3, 99));
    assert_eq!(hall.refuses(moved(3, 2)), Rejection::SameAsBefore);
    assert_eq!(
        hall.refuses(moved(8, 0)),
        Rejection::NoSuchPerson(Number(8))
    );
    assert_eq!(hall.session.next(), Next::Call(Number(1)));
}
