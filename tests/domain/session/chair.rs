//! Somebody else takes the chair.

use doithoai::domain::regulation::Article;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::deviation::Reason;
use doithoai::domain::session::rejection::Rejection;

use crate::session::given::*;

fn replaced(case: Option<&str>, reason: Reason) -> Command {
    Command::ReplaceChair {
        by: official("Lò Văn Phó"),
        case: case.map(Into::into),
        reason,
    }
}

#[test]
fn dan_tien_names_the_cases_and_the_article() {
    let mut hall = Hall::with_number_one_speaking(DAN_TIEN);
    let before = hall.now();
    hall.passes(60);
    assert_eq!(
        hall.refuses(replaced(Some("holiday"), reason())),
        Rejection::NoSuchCase("holiday".into())
    );
    hall.does(replaced(Some("summoned"), reason()));
    assert_eq!(hall.session.chair().name, "Lò Văn Phó");
    assert_eq!(hall.session.chair_at(before).name, "Nguyễn Văn An");
    assert_eq!(
        hall.state().chair_changes[0].article,
        Some(Article("Đ3.5".into()))
    );
    let record = hall.record();
    assert_eq!(
        record.chair_changes[0].case.as_ref().unwrap().title.en,
        "Suddenly summoned by a superior"
    );
    // The clock of the speaker is not touched.
    assert_eq!(hall.floor().lasted(hall.now()), seconds(60));
}

#[test]
fn without_a_case_of_the_text_a_deputy_cites_none() {
    let mut hall = Hall::under(DIEN_BIEN);
    hall.does(replaced(None, reason()));
    assert_eq!(hall.state().chair_changes[0].article, None);
    let mut hall = Hall::under(DAN_TIEN);
    hall.does(replaced(None, reason()));
    assert_eq!(hall.state().chair_changes[0].article, None);
}

#[test]
fn where_the_regulation_is_silent_no_article_is_cited() {
    for regulation in [LAO_CAI, QD_1573, TANG_TIEN] {
        let mut hall = Hall::under(regulation);
        assert_eq!(
            hall.refuses(replaced(Some("health"), reason())),
            Rejection::NoSuchCase("health".into())
        );
        hall.does(replaced(None, reason()));
        assert_eq!(hall.state().chair_changes[0].article, None);
    }
}

#[test]
fn a_reason_is_needed() {
    let hall = Hall::under(DIEN_BIEN);
    let unsaid = Reason {
        why: String::new(),
        ordered_by: String::new(),
    };
    assert_eq!(hall.refuses(replaced(None, unsaid)), Rejection::EmptyText);
}
