//! The prescribed order of the five regulations, written out here from the regulations and not from the profiles, and
//! what leaving it takes.

mod departures;

use doithoai::domain::session::command::Command;
use doithoai::domain::session::event::Event;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::rejection::Rejection;

use crate::session::given;
use crate::session::given::*;

const DESK: &str = "minutes-secretary registration-desk";

const AS_1573: &str =
    "delegates those-present chair programme house-rules minutes-secretary registration-desk";

/// Everything that is ticked off and every step entered, from opening to closing, with three speakers one by one.
fn prescribed(regulation: &str) -> String {
    let with_follow_up = "[speeches] [answers] [follow-up]";
    let (opening, announcement, round, conclusion) = match regulation {
        LAO_CAI => (
            "open delegates those-present chair".to_owned(),
            "content purpose requirements",
            "",
            "what-was-discussed",
        ),
        QD_1573 => (
            AS_1573.to_owned(),
            "purpose requirements main-content",
            with_follow_up,
            "what-was-discussed what-was-settled not-settled tell-agencies",
        ),
        DIEN_BIEN => (
            format!("delegates those-present programme house-rules chair {DESK}"),
            "content-by-mode purpose requirements main-content",
            with_follow_up,
            "accept-proposals settle-or-assign order-notice",
        ),
        DAN_TIEN => (
            format!("reason delegates those-present chair content programme house-rules {DESK}"),
            "content-by-mode purpose requirements main-content",
            with_follow_up,
            "what-was-discussed further-study",
        ),
        TANG_TIEN => (
            format!("reason delegates those-present programme house-rules chair {DESK}"),
            "content",
            "[speeches] [answers]",
            "what-was-discussed what-was-settled beyond-competence",
        ),
        other => panic!("no order was written out for {other}"),
    };
    let dialogue = if round.is_empty() {
        // One step, in which speech, answer and follow-up alternate.
        "[dialogue]".to_owned()
    } else {
        [round; 3].join(" ")
    };
    format!(
        "[opening] {opening} [announcement] {announcement} {dialogue} [conclusion] {conclusion} closed"
    )
}

fn performed(hall: &Hall) -> String {
    let entries = hall.session.history().entries();
    let words: Vec<String> = entries
        .iter()
        .flat_map(|entry| &entry.record.events)
        .filter_map(|event| {
            if let Event::StepEntered { step } = event {
                Some(format!("[{}]", step.0))
            } else if let Event::ActTicked { act, .. } = event {
                Some(act.0.clone())
            } else {
                (*event == Event::Closed).then(|| "closed".to_owned())
            }
        })
        .collect();
    words.join(" ")
}

#[test]
fn one_key_performs_exactly_the_prescribed_order() {
    for regulation in ALL {
        let mut hall = Hall::under(regulation);
        hall.spaces_until(|next| *next == Next::Nothing);
        assert_eq!(performed(&hall), prescribed(regulation), "{regulation}");
        assert!(hall.state().deviations.is_empty(), "{regulation}");
        assert!(hall.state().closed.is_some());
    }
}

#[test]
fn one_key_performs_the_order_in_batches_too() {
    for regulation in ALL {
        let mut hall = Hall::of(in_batches(regulation, 2));
        hall.spaces_until(|next| *next == Next::Nothing);
        assert_eq!(hall.state().round.number, 2, "{regulation}");
        assert!(hall.state().deviations.is_empty(), "{regulation}");
    }
}

#[test]
fn with_nobody_to_speak_the_dialogue_is_opened_and_the_conclusion_follows() {
    for regulation in ALL {
        let mut plan = given::plan(regulation);
        plan.speakers.clear();
        let mut hall = Hall::of(plan);
        hall.spaces_until(|next| *next == Next::Nothing);
        assert!(hall.state().deviations.is_empty(), "{regulation}");
        assert_eq!(hall.way().last(), Some(&"conclusion"));
    }
}

#[test]
fn acts_and_steps_that_the_regulation_does_not_have_are_refused() {
    let mut hall = Hall::under(LAO_CAI);
    assert_eq!(
        hall.refuses(Command::Tick { act: act("chair") }),
        Rejection::NotBegun
    );
    hall.spaces(3);
    assert_eq!(
        hall.refuses(Command::Tick {
            act: act("delegates")
        }),
        Rejection::AlreadyTicked(act("delegates"))
    );
    assert_eq!(
        hall.refuses(Command::Tick {
            act: act("house-rules")
        }),
        Rejection::NoSuchAct(act("house-rules"))
    );
    assert_eq!(
        hall.refuses(enter("follow-up")),
        Rejection::NoSuchStep(step("follow-up"))
    );
    // Acts may be ticked in another order than the one they are written in.
    hall.does(Command::Tick { act: act("chair") });
    assert_eq!(hall.session.next(), Next::Tick(act("those-present")));
}

#[test]
fn a_closed_session_only_takes_what_mends_the_writing() {
    let mut hall = Hall::under(LAO_CAI);
    hall.spaces_until(|next| *next == Next::Nothing);
    assert_eq!(hall.refuses(call(1)), Rejection::Closed);
    assert_eq!(
        hall.refuses(enter_for_a_reason("speeches")),
        Rejection::Closed
    );
    hall.does(Command::Note {
        text: "Kết thúc đúng giờ".into(),
        item: None,
    });
    hall.does(Command::WordConclusion {
        act: act("what-was-discussed"),
        text: "Đã kết luận".into(),
    });
    assert_eq!(hall.session.alternative(), None);
}

#[test]
fn only_acts_of_the_conclusion_are_worded() {
    let hall = Hall::under(LAO_CAI);
    assert_eq!(
        hall.refuses(Command::WordConclusion {
            act: act("delegates"),
            text: "…".into()
        }),
        Rejection::NoSuchAct(act("delegates"))
    );
}
