//! The answer in the flow: prepared, replaced, left open, read on.

use crossterm::event::KeyCode;
use doithoai::domain::regulation::Phase;
use doithoai::domain::session::floor::Holder;
use doithoai::domain::session::item::Class;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::{AgencyId, OpinionId};

use super::super::aide::Aide;
use super::super::given::*;
use super::with_two_items;

#[test]
fn the_prepared_answer_is_kept_with_one_key_and_replaced_by_typing() {
    for key in [KeyCode::Enter, KeyCode::Char(' ')] {
        let mut aide = with_two_items();
        aide.press(KeyCode::Char('1'));
        // The class is on disk before the line opens.
        assert_eq!(aide.item(1).class, Some(Class::AnsweredNow));
        aide.shows("Câu trả lời ghi vào biên bản");
        aide.shows_at("giữ câu đã chuẩn bị", 80, 24);
        aide.press(key);
        assert_eq!(aide.item(1).answer.as_deref(), Some(PREPARED));
        assert!(!aide.desk.is_writing());
    }
    let mut aide = with_two_items();
    aide.press(KeyCode::Char('1'));
    aide.types("Khởi công trong tháng 12");
    aide.enter();
    assert_eq!(
        aide.item(1).answer.as_deref(),
        Some("Khởi công trong tháng 12")
    );
}

#[test]
fn an_answer_that_nobody_prepared_stays_open_and_has_its_sign() {
    for key in [KeyCode::Enter, KeyCode::Char(' '), KeyCode::Esc] {
        let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
        aide.press(KeyCode::Char('1'));
        assert!(aide.desk.is_writing());
        let before = aide.acts();
        aide.press(key);
        assert!(!aide.desk.is_writing());
        assert_eq!(aide.acts(), before);
        assert_eq!(aide.item(1).answer, None);
        aide.shows_at("∅ chưa ghi trả", 120, 40);
    }
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.press(KeyCode::Char('1'));
    aide.types("Đã sửa xong tuần trước");
    aide.enter();
    aide.shows_at("✎ đã ghi trả", 120, 40);
    aide.press(KeyCode::F(3));
    aide.types("sua xong tuan truoc");
    aide.shows_at("1. Kiến nghị của số 1", 120, 40);
}

#[test]
fn undo_in_an_untouched_answer_line_takes_the_class_back() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.press(KeyCode::Char('1'));
    aide.ctrl('z');
    assert_eq!(aide.item(1).class, None);
    aide.shows("Đã hoàn tác: ý kiến 1: trả lời ngay · bà Nguyễn Thị Ước");
    assert!(!aide.desk.is_writing());
}

#[test]
fn the_answer_key_begins_with_the_prepared_answer() {
    let mut aide = with_two_items();
    aide.ctrl('a');
    aide.shows_at("Đã bố trí 2,4 tỷ đồng", 120, 40);
    aide.enter();
    assert_eq!(aide.item(1).answer.as_deref(), Some(PREPARED));
}

#[test]
fn an_exchange_is_about_an_item_and_its_answer_goes_to_the_agency_of_that_item() {
    let mut aide = with_two_items();
    aide.classes_now();
    aide.goes_on_until(|next| matches!(next, Next::Class(_)));
    aide.classes_now();
    // Given both answered, by two agencies; when she goes on about the first,
    aide.shows("trao đổi thêm");
    aide.enter();
    aide.shows_at("trao đổi thêm về ý kiến nào?", 120, 40);
    aide.types("kien nghi");
    aide.enter();
    assert_eq!(aide.floor().phase, Phase::Exchange);
    assert_eq!(
        aide.floor()
            .items
            .iter()
            .map(|item| item.0)
            .collect::<Vec<_>>(),
        [1]
    );
    aide.space();
    // then the agency of the first is asked, about that item alone.
    aide.shows("mời Phòng Kinh tế trả lời");
    aide.enter();
    assert_eq!(
        aide.floor().holder,
        Holder::Agency(AgencyId("kinh-te".into()))
    );
    assert_eq!(aide.floor().items.len(), 1);
}

#[test]
fn a_long_prepared_answer_says_which_rows_are_in_sight_and_is_read_on() {
    let sentence =
        |number| format!("Câu{number}. của phần trả lời đã được chuẩn bị trước hội nghị");
    let whole = (1..=14).map(sentence).collect::<Vec<_>>().join("; ");
    let mut plan = plan(DAN_TIEN);
    std::sync::Arc::make_mut(&mut plan.speakers[0]).subjects[0].opinion = Some(OpinionId(1));
    plan.opinions[0].prepared_answer = Some(whole.clone());
    let mut aide = Aide::of(plan);
    aide.goes_on_until(|next| matches!(next, Next::Class(_)));
    aide.passes(2);
    aide.press(KeyCode::Char('1'));
    // Which rows of how many: `1–4/7 ▼`.
    let extent = |aide: &Aide| {
        let screen = aide.screen(80, 24);
        let mut words = screen.split_whitespace();
        let rows = words.find(|word| word.contains('–') && word.contains('/'));
        let rows = rows.unwrap_or_else(|| panic!("{screen}")).to_owned();
        (rows, words.next().unwrap_or_default().to_owned())
    };
    let (first, more) = extent(&aide);
    assert!(first.starts_with("1–"), "{first}");
    assert_eq!(more, "▼");
    aide.shows_at("Câu1.", 80, 24);
    assert!(
        !aide.screen(80, 24).contains("Câu14."),
        "{}",
        aide.screen(80, 24)
    );
    // a row down, and both signs stand there
    aide.press(KeyCode::Down);
    let (second, more) = extent(&aide);
    assert!(second.starts_with("2–"), "{second}");
    assert_eq!(more, "▲▼");
    // to its end, and back to its beginning
    for _ in 0..60 {
        aide.press(KeyCode::Down);
    }
    aide.shows_at("Câu14.", 80, 24);
    assert_eq!(extent(&aide).1, "▲");
    for _ in 0..60 {
        aide.press(KeyCode::Up);
    }
    assert_eq!(extent(&aide), (first, "▼".to_owned()));
    // reading touches nothing: it is kept as prepared
    aide.enter();
    assert_eq!(aide.item(1).answer.as_deref(), Some(whole.as_str()));
}
