//! Speakers who had not registered: each regulation has its own rule, and some are silent.

use crossterm::event::KeyCode;
use doithoai::domain::session::deviation::Departure;
use doithoai::domain::session::event::Event;
use doithoai::domain::session::plan::Number;

use crate::desk::aide::Aide;
use crate::desk::given::*;

fn registers(aide: &mut Aide) {
    aide.press(KeyCode::F(9));
    aide.types("Giàng A Súa");
    aide.enter();
}

#[test]
fn before_the_first_speech_it_is_a_registration_like_any_other() {
    for regulation in ALL {
        let mut aide = Aide::before_the_first_speech(regulation);
        registers(&mut aide);
        assert!(matches!(aide.last(), [Event::Registered { .. }]));
    }
}

#[test]
fn where_the_scope_decides_the_aide_is_asked_and_the_article_is_cited() {
    let mut aide = Aide::with_number_one_speaking(QD_1573);
    registers(&mut aide);
    aide.shows("Đ8.3");
    aide.shows("Có, đúng nội dung và phạm vi");
    assert_eq!(aide.waiting(), [2, 3]);
    aide.enter();
    assert_eq!(aide.waiting(), [2, 3, 4]);
    assert_eq!(aide.record().speakers[3].within_scope, Some(true));
    assert!(aide.record().deviations.is_empty());
    aide.shows("4 Giàng A Súa");
}

#[test]
fn out_of_scope_it_is_a_deviation_with_a_reason() {
    let mut aide = Aide::with_number_one_speaking(QD_1573);
    registers(&mut aide);
    aide.press(KeyCode::Down);
    aide.enter();
    aide.shows("người chưa đăng ký được phát biểu (Đ8.3)");
    aide.types("Chủ trì đồng ý nghe");
    aide.enter();
    let deviation = &aide.record().deviations[0];
    assert_eq!(
        deviation.departure,
        Departure::UnregisteredSpeaker { number: Number(4) }
    );
    assert_eq!(deviation.article.0, "Đ8.3");
    assert_eq!(deviation.reason.why, "Chủ trì đồng ý nghe");
    assert_eq!(deviation.reason.ordered_by, "ông Hoàng Đức Thắng");
    assert_eq!(aide.waiting(), [2, 3, 4]);
}

#[test]
fn where_the_regulation_is_silent_or_the_chair_moderates_nothing_is_asked() {
    for regulation in [LAO_CAI, DIEN_BIEN, DAN_TIEN, TANG_TIEN] {
        let mut aide = Aide::with_number_one_speaking(regulation);
        registers(&mut aide);
        aide.hides("Khác trình tự");
        assert_eq!(aide.waiting(), [2, 3, 4]);
        assert!(aide.record().deviations.is_empty(), "{regulation}");
    }
}
