//! Leaving the prescribed order: what takes a reason and stands in the record, and what the text leaves open.

use doithoai::domain::regulation::{Article, Phase};
use doithoai::domain::session::command::Command;
use doithoai::domain::session::deviation::{Departure, Reason};
use doithoai::domain::session::floor::Holder;
use doithoai::domain::session::item::ItemId;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::OpinionId;
use doithoai::domain::session::rejection::Rejection;

use crate::session::given;
use crate::session::given::*;

#[test]
fn nothing_but_the_opening_can_begin_a_session_without_a_reason() {
    for regulation in ALL {
        let hall = Hall::under(regulation);
        assert_eq!(hall.session.next(), Next::EnterStep(step("opening")));
        assert_eq!(
            hall.refuses(enter("announcement")),
            Rejection::NeedsReason(vec![Departure::StepSkipped {
                step: step("opening")
            }])
        );
        assert_eq!(hall.refuses(call(1)), Rejection::NotBegun);
        assert_eq!(
            hall.refuses(Command::Close { reason: None }),
            Rejection::NotBegun
        );
    }
}

#[test]
fn skipping_a_step_for_a_reason_is_in_the_record_with_its_article() {
    // Given the opening, all ticked.
    let mut hall = Hall::under(DAN_TIEN);
    hall.spaces_until(|next| *next == Next::EnterStep(step("announcement")));
    // When the chair goes on to the speeches at once.
    let skipped = Departure::StepSkipped {
        step: step("announcement"),
    };
    assert_eq!(
        hall.refuses(enter("speeches")),
        Rejection::NeedsReason(vec![skipped.clone()])
    );
    let unsaid = Reason {
        why: " ".into(),
        ordered_by: "người chủ trì".into(),
    };
    assert!(matches!(
        hall.refuses(Command::EnterStep {
            step: step("speeches"),
            reason: Some(unsaid)
        }),
        Rejection::NeedsReason(_)
    ));
    hall.does(enter_for_a_reason("speeches"));
    // Then it is a deviation, cited, and is asked for once only.
    let [deviation] = hall.state().deviations.as_slice() else {
        panic!("{:?}", hall.state().deviations);
    };
    assert_eq!(deviation.departure, skipped);
    assert_eq!(deviation.article, Article("Đ8.2".into()));
    assert_eq!(deviation.reason, reason());
    hall.spaces_until(|next| *next == Next::Nothing);
    assert_eq!(hall.state().deviations.len(), 1);
}

#[test]
fn the_answers_are_skipped_only_once_there_is_something_to_answer() {
    let mut hall = Hall::before_the_first_speech(QD_1573);
    assert_eq!(
        hall.refuses(enter("conclusion")),
        Rejection::NeedsReason(vec![Departure::StepSkipped {
            step: step("speeches")
        }])
    );
    hall.spaces(2);
    assert_eq!(
        hall.refuses(enter("conclusion")),
        Rejection::NeedsReason(vec![Departure::StepSkipped {
            step: step("answers")
        }])
    );
}

#[test]
fn a_dialogue_that_was_opened_and_left_before_anybody_spoke_is_skipped() {
    for regulation in ALL {
        // Given speeches that were opened, three people who wait, and a jump to the conclusion
        let mut hall = Hall::before_the_first_speech(regulation);
        let opened = hall.present().to_owned();
        let Rejection::NeedsReason(departures) = hall.refuses(enter("conclusion")) else {
            panic!("{regulation}: nobody was heard, and no reason was asked for");
        };
        let skipped = Departure::StepSkipped {
            step: step(&opened),
        };
        assert_eq!(departures, std::slice::from_ref(&skipped), "{regulation}");
        // also when they were all marked as having no time left before
        let mut hurried = Hall::before_the_first_speech(regulation);
        hurried.does(Command::NoTimeForRest);
        assert!(matches!(
            hurried.refuses(enter("conclusion")),
            Rejection::NeedsReason(_)
        ));
        // then it is one deviation with its article, asked for once
        hall.does(enter_for_a_reason("conclusion"));
        let told: Vec<&Departure> = hall
            .state()
            .deviations
            .iter()
            .map(|deviation| &deviation.departure)
            .collect();
        assert_eq!(told, [&skipped], "{regulation}");
    }
}

#[test]
fn a_dialogue_in_which_somebody_was_heard_and_answered_is_no_deviation_to_end() {
    for regulation in ALL {
        let mut hall = Hall::before_the_first_speech(regulation);
        hall.spaces_until(|next| matches!(next, Next::Call(number) if number.0 == 2));
        assert!(hall.asks(enter("conclusion")).is_ok(), "{regulation}");
    }
}

#[test]
fn leaving_acts_out_takes_a_reason() {
    let mut hall = Hall::under(LAO_CAI);
    hall.spaces(3);
    let left_out = Departure::ActsLeftOut {
        step: step("opening"),
        acts: vec![act("those-present"), act("chair")],
    };
    assert_eq!(
        hall.refuses(enter("announcement")),
        Rejection::NeedsReason(vec![left_out.clone()])
    );
    hall.does(enter_for_a_reason("announcement"));
    assert_eq!(hall.state().deviations[0].departure, left_out);
    assert_eq!(hall.state().deviations[0].article, Article("Đ10.2".into()));
}

#[test]
fn leaving_prepared_answers_before_all_opinions_were_taken_up_takes_a_reason() {
    let mut plan = given::plan(DIEN_BIEN);
    plan.opinions = vec![given::opinion(1, None), given::opinion(2, None)];
    let mut hall = Hall::of(plan);
    hall.spaces_until(|next| matches!(next, Next::ReadPrepared(_)));
    hall.space();
    hall.spaces_until(|next| matches!(next, Next::Class(_)));
    hall.does(given::answered_now(ItemId(1)));
    let left = hall.present().to_owned();
    let Rejection::NeedsReason(departures) = hall.refuses(enter("speeches")) else {
        panic!("went on without a reason");
    };
    let unread = Departure::OpinionsLeftUnread {
        step: step(&left),
        opinions: vec![OpinionId(2)],
    };
    assert_eq!(departures.last(), Some(&unread));
    hall.does(enter_for_a_reason("speeches"));
    let recorded = hall.state().deviations.last().unwrap();
    assert_eq!(recorded.departure, unread);
    let article = &hall
        .session
        .regulation()
        .step(&step(&left))
        .unwrap()
        .article;
    assert_eq!(&recorded.article, article);
}

#[test]
fn closing_before_the_conclusion_is_a_deviation() {
    let mut plan = given::plan(QD_1573);
    plan.speakers.clear();
    let mut hall = Hall::of(plan);
    hall.spaces_until(|next| *next == Next::EnterStep(step("conclusion")));
    assert_eq!(
        hall.refuses(Command::Close { reason: None }),
        Rejection::NeedsReason(vec![Departure::StepSkipped {
            step: step("conclusion")
        }])
    );
    hall.does(Command::Close {
        reason: Some(reason()),
    });
    assert_eq!(hall.state().deviations.len(), 1);
    assert!(hall.state().closed.is_some());
}

#[test]
fn going_back_from_the_conclusion_takes_a_reason_and_forward_again_none() {
    let mut hall = Hall::under(QD_1573);
    hall.spaces_until(|next| matches!(next, Next::Tick(act) if act.0 == "what-was-settled"));
    // Nobody gets the floor in a conclusion.
    assert_eq!(
        hall.refuses(Command::GiveFloor {
            phase: Phase::Answer,
            to: Holder::Chair,
            items: vec![]
        }),
        Rejection::NoSuchPhase(Phase::Answer)
    );
    let Rejection::NeedsReason(departures) = hall.refuses(enter("speeches")) else {
        panic!("going back needs a reason");
    };
    assert!(departures.contains(&Departure::WentBack {
        from: step("conclusion"),
        to: step("speeches")
    }));
    hall.does(enter_for_a_reason("speeches"));
    hall.does(enter("conclusion"));
    assert_eq!(hall.present(), "conclusion");
}

#[test]
fn a_step_is_repeated_for_a_reason_only() {
    let mut hall = Hall::under(TANG_TIEN);
    hall.space();
    assert_eq!(
        hall.refuses(enter("opening")),
        Rejection::NeedsReason(vec![Departure::StepRepeated {
            step: step("opening")
        }])
    );
    hall.does(enter_for_a_reason("opening"));
    assert_eq!(hall.way(), ["opening", "opening"]);
    assert_eq!(hall.state().deviations[0].article, Article("II.4".into()));
}

#[test]
fn inside_the_dialogue_steps_come_again_without_a_reason() {
    let mut hall = Hall::before_the_first_speech(QD_1573);
    hall.spaces_until(|next| matches!(next, Next::Call(number) if number.0 == 2));
    assert_eq!(hall.present(), "follow-up");
    assert!(hall.asks(enter("speeches")).is_ok());
}
