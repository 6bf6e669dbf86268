//! Điện Biên: the answers prepared to opinions collected before the session are read, one by one.

use doithoai::domain::regulation::Phase;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::floor::Holder;
use doithoai::domain::session::item::{ItemId, Raiser};
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::OpinionId;
use doithoai::domain::session::rejection::Rejection;

use crate::session::given::{self, *};

fn with_opinions(regulation: &str) -> Hall {
    let mut plan = given::plan(regulation);
    plan.opinions = vec![opinion(1, Some("kinh-te")), opinion(2, None)];
    Hall::of(plan)
}

fn read(id: u32) -> Command {
    Command::ReadPrepared {
        opinion: OpinionId(id),
    }
}

#[test]
fn prepared_answers_are_read_one_by_one_before_citizens_speak() {
    let mut hall = with_opinions(DIEN_BIEN);
    hall.spaces_until(|next| *next == Next::EnterStep(step("prepared-answers")));
    hall.space();
    // Given to the agency it is for, or else to the chair.
    assert_eq!(hall.space(), Next::ReadPrepared(OpinionId(1)));
    assert_eq!(hall.floor().holder, Holder::Agency(agency("kinh-te")));
    assert_eq!(hall.floor().phase, Phase::Answer);
    assert_eq!(hall.floor().limit, Some(seconds(300)));
    assert_eq!(hall.state().items[0].by, Raiser::Collected(OpinionId(1)));
    assert_eq!(
        hall.refuses(read(1)),
        Rejection::OpinionTakenUp(OpinionId(1))
    );
    assert_eq!(hall.space(), Next::EndFloor);
    assert_eq!(hall.space(), Next::Class(ItemId(1)));
    assert_eq!(hall.space(), Next::ReadPrepared(OpinionId(2)));
    assert_eq!(hall.floor().holder, Holder::Chair);
    assert_eq!(hall.space(), Next::EndFloor);
    assert_eq!(hall.space(), Next::Class(ItemId(2)));
    assert_eq!(hall.session.alternative(), None);
    assert_eq!(hall.space(), Next::EnterStep(step("speeches")));
    hall.spaces_until(|next| *next == Next::Nothing);
    assert!(hall.state().deviations.is_empty());
    let way = hall.way();
    assert_eq!(
        way[..4],
        ["opening", "announcement", "prepared-answers", "speeches"]
    );
}

#[test]
fn without_opinions_the_step_has_no_occasion_and_is_not_missed() {
    let mut hall = Hall::under(DIEN_BIEN);
    hall.spaces_until(|next| *next == Next::Nothing);
    assert!(!hall.way().contains(&"prepared-answers"));
    assert!(hall.state().deviations.is_empty());
}

#[test]
fn with_opinions_passing_over_the_step_takes_a_reason() {
    let mut hall = with_opinions(DIEN_BIEN);
    hall.spaces_until(|next| *next == Next::EnterStep(step("prepared-answers")));
    assert!(matches!(
        hall.refuses(enter("speeches")),
        Rejection::NeedsReason(_)
    ));
    hall.does(enter_for_a_reason("speeches"));
    assert_eq!(hall.state().deviations[0].article.0, "Đ8.3");
}

#[test]
fn other_regulations_read_no_prepared_answers_in_a_step_of_their_own() {
    for regulation in [LAO_CAI, QD_1573, DAN_TIEN, TANG_TIEN] {
        let mut hall = with_opinions(regulation);
        hall.spaces_until(|next| {
            assert!(!matches!(next, Next::ReadPrepared(_)));
            *next == Next::Nothing
        });
        assert!(hall.state().deviations.is_empty(), "{regulation}");
    }
}

#[test]
fn nothing_is_read_in_a_break_or_outside_the_step() {
    let mut hall = with_opinions(DIEN_BIEN);
    assert_eq!(hall.refuses(read(1)), Rejection::NotBegun);
    hall.spaces(1);
    assert!(matches!(hall.refuses(read(1)), Rejection::NoSuchPhase(_)));
    hall.spaces_until(|next| matches!(next, Next::ReadPrepared(_)));
    assert_eq!(
        hall.refuses(read(9)),
        Rejection::NoSuchOpinion(OpinionId(9))
    );
    hall.does(Command::BeginBreak { planned: None });
    assert_eq!(hall.refuses(read(1)), Rejection::InBreak);
}

#[test]
fn an_item_left_without_class_is_asked_for_in_the_dialogue() {
    let mut hall = with_opinions(DIEN_BIEN);
    hall.spaces_until(|next| *next == Next::Class(ItemId(1)));
    hall.does(enter_for_a_reason("speeches"));
    assert_eq!(hall.session.next(), Next::Class(ItemId(1)));
}
