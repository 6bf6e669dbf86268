//! The gate before closing.

use doithoai::domain::regulation::ClassKind;
use doithoai::domain::session::closing_check::Missing;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::item::{Class, Due, ItemId};
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::Number;
use doithoai::domain::session::rejection::Rejection;

use crate::session::given::{self, *};

const CLOSE: Command = Command::Close { reason: None };

fn classed(item: u32, class: Class) -> Command {
    Command::ClassItem {
        item: ItemId(item),
        class,
    }
}

#[test]
fn the_gate_names_everything_that_is_missing() {
    // Given the conclusion, with one item without a class and two people waiting.
    let mut hall = Hall::with_number_one_speaking(QD_1573);
    hall.does(enter_for_a_reason("conclusion"));
    assert_eq!(
        hall.refuses(CLOSE),
        Rejection::GateShut(vec![
            Missing::Class(ItemId(1)),
            Missing::StillWaiting(Number(2)),
            Missing::StillWaiting(Number(3)),
        ])
    );
    // A reason opens no gate.
    assert!(matches!(
        hall.refuses(Command::Close {
            reason: Some(reason())
        }),
        Rejection::GateShut(_)
    ));
    hall.does(Command::NoTimeForRest);
    // Whoever had no time left announced something all the same.
    assert_eq!(
        hall.session.missing(),
        [
            Missing::Class(ItemId(1)),
            Missing::Subjects(Number(2)),
            Missing::Subjects(Number(3)),
        ]
    );
    hall.sets_aside_what_is_left();
    hall.does(classed(
        1,
        Class::VerifyLater {
            agency: None,
            due: Due::default(),
        },
    ));
    assert_eq!(
        hall.session.missing(),
        [Missing::Agency(ItemId(1)), Missing::Due(ItemId(1))]
    );
    for authority in [None, Some(" ".to_owned())] {
        hall.does(classed(
            1,
            Class::ReportUpward {
                authority,
                due: None,
            },
        ));
        assert_eq!(hall.session.missing(), [Missing::Authority(ItemId(1))]);
    }
    hall.does(proposed(&hall, 1, ClassKind::VerifyLater));
    assert_eq!(hall.session.missing(), []);
    hall.spaces_until(|next| *next == Next::Close);
    hall.does(CLOSE);
}

#[test]
fn what_is_proposed_passes_every_gate() {
    for regulation in ALL {
        for kind in ClassKind::ALL {
            let mut hall = Hall::with_number_one_speaking(regulation);
            hall.does(proposed(&hall, 1, kind));
            hall.does(Command::NoTimeForRest);
            hall.sets_aside_what_is_left();
            assert_eq!(hall.session.missing(), [], "{regulation} {kind:?}");
        }
    }
}

#[test]
fn a_due_date_is_asked_for_only_where_the_regulation_sets_a_limit() {
    for (regulation, missing) in [
        (LAO_CAI, vec![Missing::Due(ItemId(1))]),
        (DAN_TIEN, vec![Missing::Due(ItemId(1))]),
        (TANG_TIEN, vec![]),
    ] {
        let mut hall = Hall::with_number_one_speaking(regulation);
        hall.does(Command::NoTimeForRest);
        hall.sets_aside_what_is_left();
        hall.does(classed(
            1,
            Class::VerifyLater {
                agency: Some(agency("kinh-te")),
                due: Due::default(),
            },
        ));
        assert_eq!(hall.session.missing(), missing, "{regulation}");
    }
}

#[test]
fn nobody_closes_over_a_speaker_or_in_a_break() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    assert!(matches!(hall.refuses(CLOSE), Rejection::FloorTaken { .. }));
    hall.does(Command::BeginBreak { planned: None });
    assert_eq!(hall.refuses(CLOSE), Rejection::InBreak);
}

#[test]
fn closing_ends_the_last_step() {
    let mut plan = given::plan(LAO_CAI);
    plan.speakers.clear();
    let mut hall = Hall::of(plan);
    hall.spaces_until(|next| *next == Next::Nothing);
    let closed = hall.state().closed.unwrap();
    let last = hall.state().agenda.visits().last().unwrap();
    assert_eq!(last.span.ended(), Some(closed));
    hall.passes(3600);
    assert_eq!(hall.record().ended, Some(closed.wall));
}
