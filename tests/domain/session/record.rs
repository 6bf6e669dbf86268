//! The finished session as plain data.

use doithoai::domain::record::{ClassRecord, HolderRecord, SCHEMA, SessionRecord, StepOutcome};
use doithoai::domain::regulation::{ClassKind, Phase};
use doithoai::domain::session::command::Command;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::{AgencyId, Number};

use crate::session::given::{self, *};

#[test]
fn every_step_stands_in_it_with_its_article_and_what_became_of_it() {
    let articles = [
        (LAO_CAI, "Đ10.2"),
        (QD_1573, "Đ8"),
        (DIEN_BIEN, "Đ8"),
        (DAN_TIEN, "Đ8"),
        (TANG_TIEN, "II.4"),
    ];
    for (regulation, article) in articles {
        let mut hall = Hall::under(regulation);
        hall.spaces_until(|next| *next == Next::Nothing);
        let record = hall.record();
        assert_eq!(record.schema, SCHEMA);
        assert!(record.closed);
        for step in &record.steps {
            let cited = step.article.0.as_str();
            assert!(cited.starts_with(article), "{regulation} {:?}", step.id);
            let expected = if step.id.0 == "prepared-answers" {
                StepOutcome::NoOccasion
            } else {
                StepOutcome::Held
            };
            assert_eq!(step.outcome, expected, "{regulation} {:?}", step.id);
            assert!(step.acts.iter().all(|act| act.done.is_some()));
        }
        // The time in the steps is the time of the session: nothing is lost in between.
        let in_steps = record.steps.iter().map(|step| step.actual_ms).sum();
        assert_eq!(record.lasted_ms, in_steps);
    }
}

#[test]
fn a_step_that_was_left_out_is_not_held() {
    let mut plan = given::plan(QD_1573);
    plan.opinions = vec![];
    let mut hall = Hall::of(plan);
    hall.does(enter_for_a_reason("speeches"));
    let record = hall.record();
    assert!(!record.closed);
    assert_eq!(record.steps[1].outcome, StepOutcome::NotHeld);
    assert_eq!(record.deviations.len(), 2);
    assert_eq!(record.deviations[1].reason, reason());
}

#[test]
fn an_item_stands_in_it_with_who_asked_who_answered_and_what_follows() {
    let mut hall = Hall::before_the_first_speech(DAN_TIEN);
    hall.spaces(4);
    hall.does(proposed(&hall, 1, ClassKind::VerifyLater));
    let record = hall.record();
    let item = &record.items[0];
    assert_eq!(
        (item.name.as_str(), item.village.as_str()),
        ("Nguyễn Thị Ước", "thôn Nà Hỏi")
    );
    assert_eq!(item.turns, [1, 2]);
    assert_eq!(
        item.answered_by,
        [HolderRecord::Agency {
            id: AgencyId("moi-truong".into()),
            name: "Phòng moi-truong".into(),
            speaker: None,
        }]
    );
    let Some(ClassRecord::VerifyLater {
        agency_name, under, ..
    }) = &item.class
    else {
        panic!("{:?}", item.class);
    };
    assert_eq!(agency_name.as_deref(), Some("Phòng moi-truong"));
    assert_eq!(under.as_ref().unwrap().article.0, "Đ9.2");
    assert_eq!(record.turns[0].phase, Phase::Speech);
    assert_eq!(record.turns[0].over_ms, Some(-170_000));
}

#[test]
fn a_refused_person_stands_in_it_with_the_ground_in_words() {
    let mut hall = Hall::under(DIEN_BIEN);
    hall.does(Command::RefusePerson {
        number: Number(2),
        ground: doithoai::domain::regulation::GroundId("breaks-house-rules".into()),
    });
    let record = hall.record();
    let refused = record.speakers[1].refused.as_ref().unwrap();
    assert_eq!(refused.article.0, "Đ4.6");
    assert_eq!(refused.text.vi, "Vi phạm nội quy, quy chế đối thoại");
}

#[test]
fn an_act_that_was_taken_back_is_marked_and_stands_nowhere_else() {
    // Given a session, and the same one with everything in it done and taken back.
    let mut plain = Hall::with_number_one_speaking(LAO_CAI);
    let mut hall = plain.clone();
    let taken_back = [
        call(2),
        Command::BeginBreak { planned: None },
        Command::Note {
            text: "Nhầm".into(),
            item: None,
        },
        enter_for_a_reason("conclusion"),
        Command::RefusePerson {
            number: Number(3),
            ground: doithoai::domain::regulation::GroundId("disorder".into()),
        },
        Command::ReplaceChair {
            by: official("Lò Văn Phó"),
            case: None,
            reason: reason(),
        },
    ];
    let count = taken_back.len();
    for command in taken_back {
        hall.passes(7);
        plain.passes(7);
        hall.does(command);
        hall.does(Command::Undo);
    }
    let (mut left, right) = (hall.record(), plain.record());
    let acts = std::mem::replace(&mut left.acts, right.acts.clone());
    assert_eq!(left, right);
    assert_eq!(acts.iter().filter(|act| act.undone).count(), count);
    assert_eq!(acts.len(), right.acts.len() + 2 * count);
}

#[test]
fn the_record_survives_its_files() {
    let mut hall = Hall::under(QD_1573);
    hall.spaces_until(|next| *next == Next::Nothing);
    let record = hall.record();
    let json = serde_json::to_string(&record).unwrap();
    assert_eq!(
        serde_json::from_str::<SessionRecord>(&json).unwrap(),
        record
    );
    let ron = ron::to_string(&record).unwrap();
    assert_eq!(ron::from_str::<SessionRecord>(&ron).unwrap(), record);
}
