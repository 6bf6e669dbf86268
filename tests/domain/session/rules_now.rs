//! Which rules are to be said at this moment.

use doithoai::domain::regulation::StepKind;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::rules_now::RuleKind;

use crate::session::given::*;

fn kinds(hall: &Hall) -> Vec<RuleKind> {
    let mut kinds: Vec<RuleKind> = hall
        .session
        .rules_now()
        .into_iter()
        .map(|now| now.kind)
        .collect();
    kinds.dedup();
    kinds
}

#[test]
fn in_the_opening_what_is_prohibited_and_what_people_may_and_must_is_at_hand_to_read() {
    let mut hall = Hall::under(DAN_TIEN);
    assert!(hall.session.rules_now().is_empty());
    hall.space();
    let articles: Vec<&str> = hall
        .session
        .rules_now()
        .iter()
        .map(|now| now.rule.article.0.as_str())
        .collect();
    assert_eq!(
        articles,
        [
            "Đ3.4", "Đ11.4", "Đ11.5", "Đ11.3", "Đ11.4", "Đ11.5", "Đ11.1", "Đ11.2"
        ]
    );
    assert!(kinds(&hall).iter().all(|kind| kind.is_read_out()));
}

#[test]
fn while_somebody_speaks_what_bounds_a_speech_is_said_and_the_scope_of_the_text_is_no_ban() {
    for (regulation, expected) in [
        (
            LAO_CAI,
            vec![
                RuleKind::OffTopic,
                RuleKind::KeptOut,
                RuleKind::Brevity,
                RuleKind::Presentation,
            ],
        ),
        // Other procedures are outside the scope of both texts, and nothing is kept out by them.
        (DIEN_BIEN, vec![]),
        (DAN_TIEN, vec![RuleKind::Brevity, RuleKind::Presentation]),
        (TANG_TIEN, vec![RuleKind::KeptOut, RuleKind::Brevity]),
    ] {
        let hall = Hall::with_number_one_speaking(regulation);
        assert_eq!(kinds(&hall), expected, "{regulation}");
    }
}

#[test]
fn while_an_agency_answers_it_is_said_who_answers_for_the_answer() {
    let mut hall = Hall::with_number_one_speaking(QD_1573);
    hall.spaces_until(|next| matches!(next, Next::Answer { .. }));
    hall.space();
    assert_eq!(kinds(&hall), [RuleKind::Delegated]);
}

#[test]
fn a_rule_on_opinions_is_told_of_no_answer_and_one_on_answers_is() {
    for (regulation, expected) in [
        // What Tăng Tiến wants clear and short are opinions.
        (TANG_TIEN, vec![]),
        (
            DAN_TIEN,
            vec![
                RuleKind::Delegated,
                RuleKind::Brevity,
                RuleKind::Presentation,
            ],
        ),
    ] {
        let mut hall = Hall::with_number_one_speaking(regulation);
        hall.spaces_until(|next| matches!(next, Next::Answer { .. }));
        hall.space();
        assert_eq!(kinds(&hall), expected, "{regulation}");
    }
}

#[test]
fn while_the_chair_announces_it_is_said_that_one_way_presentation_is_limited() {
    for (regulation, expected) in [
        (LAO_CAI, vec![RuleKind::Presentation]),
        (DAN_TIEN, vec![RuleKind::Presentation]),
        (QD_1573, vec![]),
    ] {
        let mut hall = Hall::under(regulation);
        for _ in 0..40 {
            if hall
                .session
                .present_step()
                .is_some_and(|step| step.kind == StepKind::Announcement)
            {
                break;
            }
            hall.space();
        }
        assert_eq!(kinds(&hall), expected, "{regulation}");
    }
}
