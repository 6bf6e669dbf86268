//! Leaving the prescribed order: possible, but never without a reason and the one who ordered it.

use crossterm::event::KeyCode;
use doithoai::domain::session::deviation::Departure;
use doithoai::domain::session::event::Event;
use doithoai::domain::session::next::Next;

use crate::desk::aide::Aide;
use crate::desk::given::*;

#[test]
fn a_step_is_skipped_with_a_reason_and_who_ordered_it() {
    let mut aide = Aide::under(QD_1573);
    aide.goes_on_until(|next| matches!(next, Next::EnterStep(step) if step.0 == "announcement"));
    let before = aide.acts();
    aide.ctrl('s');
    aide.types("phat bieu");
    aide.enter();
    aide.shows("Khác trình tự");
    aide.shows("bỏ qua bước");
    // An empty reason is not accepted, nor one of blanks.
    aide.enter();
    aide.shows("Cần ghi: ");
    aide.types("   ");
    aide.enter();
    aide.shows("Cần ghi: ");
    assert_eq!(aide.acts(), before);
    aide.types("Mất điện, rút ngắn");
    aide.press(KeyCode::Tab);
    aide.types("Trưởng ban tổ chức");
    aide.enter();
    let deviation = &aide.record().deviations[0];
    assert!(
        matches!(&deviation.departure, Departure::StepSkipped { step } if step.0 == "announcement")
    );
    assert!(deviation.article.0.starts_with("Đ8"));
    assert_eq!(deviation.reason.why, "Mất điện, rút ngắn");
    assert_eq!(deviation.reason.ordered_by, "Trưởng ban tổ chức");
    assert_eq!(aide.state().agenda.present().unwrap().0, "speeches");
}

#[test]
fn acts_left_out_are_named_before_the_reason_is_given() {
    let mut aide = Aide::under(LAO_CAI);
    aide.space();
    aide.ctrl('s');
    aide.press(KeyCode::Down);
    aide.enter();
    aide.shows("chưa làm ở bước");
    aide.types("Đã giới thiệu trước giờ");
    aide.enter();
    let deviation = &aide.record().deviations[0];
    assert!(matches!(
        &deviation.departure,
        Departure::ActsLeftOut { .. }
    ));
    // Unless somebody else is named, the chair ordered it.
    assert_eq!(deviation.reason.ordered_by, "ông Hoàng Đức Thắng");
}

#[test]
fn going_back_and_repeating_are_deviations() {
    for regulation in ALL {
        let mut aide = Aide::under(regulation);
        let conclusion = aide.session.regulation().steps.last().unwrap().id.clone();
        aide.goes_on_until(|next| next == &Next::EnterStep(conclusion.clone()));
        aide.space();
        aide.ctrl('s');
        aide.times(2, KeyCode::Down);
        aide.enter();
        aide.shows("quay lại bước");
        aide.types("Còn người muốn hỏi");
        aide.enter();
        let departures: Vec<Departure> = aide
            .record()
            .deviations
            .iter()
            .map(|deviation| deviation.departure.clone())
            .collect();
        assert!(
            departures
                .iter()
                .any(|departure| matches!(departure, Departure::WentBack { .. })),
            "{departures:?}"
        );
        assert!(
            aide.record()
                .deviations
                .iter()
                .all(|known| !known.article.0.is_empty())
        );

        let mut aide = Aide::under(regulation);
        aide.space();
        aide.ctrl('s');
        aide.enter();
        aide.shows("lặp lại bước");
        aide.types("Khách đến muộn");
        aide.enter();
        assert!(matches!(
            aide.record().deviations[0].departure,
            Departure::StepRepeated { .. }
        ));
    }
}

#[test]
fn a_session_closed_by_the_one_key_alone_has_no_deviation() {
    for regulation in ALL {
        let mut aide = Aide::under(regulation);
        aide.goes_on_until(|next| next == &Next::Nothing);
        assert!(aide.record().deviations.is_empty());
        assert!(aide.record().closed);
    }
}

#[test]
fn undo_takes_a_departure_back_and_redo_brings_it_again() {
    let mut aide = Aide::under(LAO_CAI);
    aide.space();
    aide.ctrl('s');
    aide.enter();
    aide.types("Khách đến muộn");
    aide.enter();
    assert!(matches!(
        aide.last(),
        [Event::Deviated { .. }, Event::StepEntered { .. }]
    ));
    aide.ctrl('z');
    assert!(aide.record().deviations.is_empty());
    aide.ctrl('y');
    assert_eq!(aide.record().deviations.len(), 1);
    aide.shows("Đã làm lại");
}

#[test]
fn escape_leaves_everything_as_it_was() {
    let mut aide = Aide::under(LAO_CAI);
    aide.space();
    let before = aide.acts();
    aide.ctrl('s');
    aide.enter();
    aide.types("Không");
    aide.press(KeyCode::Esc);
    assert_eq!(aide.acts(), before);
    aide.hides("Khác trình tự");
}

#[test]
fn a_deputy_takes_the_chair_in_a_case_of_the_regulation() {
    let mut aide = Aide::with_number_one_speaking(DAN_TIEN);
    aide.ctrl('d');
    aide.shows("Đ3.5");
    aide.shows("Vi Thị Ngọc");
    aide.times(2, KeyCode::Tab);
    aide.shows_at("Lý do sức khỏe cá nhân", 120, 40);
    aide.shows_at("Người thân trong gia đình từ trần", 120, 40);
    aide.shows_at("Cấp trên triệu tập", 120, 40);
    aide.types("trieu tap");
    aide.enter();
    aide.shows("Cần ghi: ");
    aide.types("Họp khẩn ở tỉnh");
    aide.enter();
    assert!(matches!(aide.last(), [Event::ChairReplaced { .. }]));
    let change = &aide.record().chair_changes[0];
    assert_eq!(change.by.name, "Vi Thị Ngọc");
    assert_eq!(change.article.as_ref().unwrap().0, "Đ3.5");
    assert_eq!(
        change
            .case
            .as_ref()
            .unwrap()
            .title
            .in_lang(doithoai::domain::i18n::Lang::Vi),
        "Cấp trên triệu tập đột xuất"
    );
    assert_eq!(aide.session.chair().name, "Vi Thị Ngọc");
}

#[test]
fn where_the_regulation_names_no_case_the_reason_alone_is_asked_for() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.ctrl('d');
    aide.shows("● (không thuộc trường hợp nào được nêu)");
    aide.types("Lò Văn Ổn");
    aide.press(KeyCode::Tab);
    aide.types("Phó Bí thư");
    aide.times(2, KeyCode::Tab);
    aide.types("Chủ trì bị ốm");
    aide.enter();
    let change = &aide.record().chair_changes[0];
    assert_eq!(change.by.name, "Lò Văn Ổn");
    assert_eq!(change.by.office, "Phó Bí thư");
    assert_eq!(change.case, None);
    assert_eq!(change.reason.ordered_by, "ông Hoàng Đức Thắng");
}
