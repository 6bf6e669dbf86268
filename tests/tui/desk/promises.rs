//! What the bottom line promises of a key is what the key does, in the words in which it is told afterwards.

use crossterm::event::KeyCode;
use doithoai::domain::i18n::Lang;
use doithoai::domain::session::event::Event;
use doithoai::domain::session::item::Class;
use doithoai::domain::session::next::Next;
use doithoai::tui::desk::view::footer;

use super::aide::Aide;
use super::given::*;
use super::panels::in_every_state;

/// What the bottom line says of `Enter`.
fn promise(aide: &Aide) -> Option<String> {
    let bottom = footer::view(&aide.session, &aide.desk, aide.now(), 120);
    let mut next = bottom.next.into_iter();
    next.find_map(|(key, text)| (key == "Enter").then_some(text))
}

#[test]
fn what_enter_will_do_is_said_of_whatever_opens_and_is_what_it_then_says_it_did() {
    for lang in [Lang::Vi, Lang::En] {
        let mut kept = 0;
        for (title, mut aide) in in_every_state(lang) {
            let Some(promised) = promise(&aide) else {
                continue;
            };
            // a title is no act
            assert_ne!(promised, title);
            let acts = aide.acts();
            aide.enter();
            if aide.acts() > acts {
                let told = aide.desk.notice_text().unwrap_or_default().to_owned();
                // What goes with the act – an agency, a day, whose it is – may be told otherwise.
                let head = |text: &str| {
                    let text = text.trim_start_matches("record – ");
                    let words = text.split_whitespace().take(4);
                    words.map(str::to_owned).collect::<Vec<_>>()
                };
                let is_kept = promised.contains(&told) || head(&told) == head(&promised);
                assert!(is_kept, "{title}: «{promised}» became «{told}»");
                kept += 1;
            }
        }
        assert!(kept > 12, "{lang:?}: {kept} promises only");
    }
}

#[test]
fn a_mark_is_promised_by_name_and_a_form_says_what_it_still_needs() {
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    aide.press(KeyCode::F(6));
    aide.shows("[Enter] đánh dấu vắng");
    aide.shows("số 1, bà Nguyễn Thị Ước");
    aide.press(KeyCode::Esc);
    aide.press(KeyCode::F(9));
    aide.shows_at("[Enter] Đăng ký thêm người – Cần ghi: Họ và tên", 120, 40);
    aide.types("Giàng A Súa");
    aide.shows_at("[Enter] Đăng ký số 4: Giàng A Súa", 120, 40);
    aide.press(KeyCode::Esc);
    aide.ctrl('b');
    aide.shows("[Enter] giải lao 15′00″");
    aide.times(2, KeyCode::Backspace);
    aide.types("mấy");
    aide.shows_at("[Enter] Giải lao – Số phút ghi như 3 hoặc 2:30", 120, 40);
    // and the keys beside it do not say Enter a second time
    let keys = footer::view(&aide.session, &aide.desk, aide.now(), 120).keys;
    assert!(
        keys.iter().all(|(_, words)| !words.contains("Enter")),
        "{keys:?}"
    );
}

#[test]
fn who_is_called_instead_and_which_step_is_gone_to_stand_in_the_bottom_line() {
    let mut aide = Aide::with_number_one_speaking(QD_1573);
    aide.passes(5);
    aide.press(KeyCode::F(2));
    aide.shows_at("[Enter] Để bà Nguyễn Thị Ước nói tiếp", 120, 40);
    aide.press(KeyCode::End);
    aide.shows_at("mời số 2, ông Lường Văn Ẩn phát biểu", 120, 40);
    aide.press(KeyCode::Esc);
    // a break that ends a turn is a break
    aide.ctrl('b');
    aide.shows_at("[Enter] giải lao 15′00″", 120, 40);
    aide.press(KeyCode::Esc);
    aide.ctrl('s');
    aide.press(KeyCode::End);
    // the order is left: that a reason will be asked for is said before
    aide.shows_at("– hỏi lý do trước", 120, 40);
}

#[test]
fn a_day_typed_where_a_name_belongs_is_no_name() {
    let mut aide = Aide::asked_for_the_first_class(QD_1573);
    aide.press(KeyCode::Char('2'));
    aide.types("31/02");
    aide.shows_at("“31/02” không có chữ nào", 120, 40);
    let acts = aide.acts();
    aide.enter();
    assert_eq!(aide.acts(), acts);
    aide.shows_at("Tab sang ô sau", 120, 40);
    aide.press(KeyCode::Esc);
    aide.press(KeyCode::Char('3'));
    aide.types("05/12/2026");
    aide.enter();
    assert_eq!(aide.acts(), acts);
    aide.press(KeyCode::Esc);
    aide.press(KeyCode::F(9));
    aide.types("0912 000 101");
    aide.enter();
    assert_eq!(aide.acts(), acts);
    // a day that does not exist is named as such where days belong
    aide.press(KeyCode::Esc);
    aide.press(KeyCode::Char('2'));
    aide.times(5, KeyCode::Backspace);
    aide.press(KeyCode::Tab);
    aide.types("31/02/2027");
    aide.enter();
    aide.shows_at("31/02", 120, 40);
    aide.shows_at("không có trong lịch", 120, 40);
    assert_eq!(aide.acts(), acts);
}

#[test]
fn the_minute_keys_stand_in_the_row_while_a_clock_runs_and_only_then() {
    let mut aide = Aide::before_the_first_speech(DAN_TIEN);
    let row = |aide: &Aide| aide.screen(120, 40).lines().last().unwrap().to_owned();
    assert!(!row(&aide).contains("F8"), "{}", row(&aide));
    aide.space();
    assert!(row(&aide).contains("F7 F8 -/+1′"), "{}", row(&aide));
    assert!(row(&aide).contains("Ctrl+Z Hoàn tác"), "{}", row(&aide));
}

#[test]
fn which_item_is_answered_next_stands_in_the_bottom_line() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.passes(5);
    aide.space();
    aide.shows_at("trả lời ý kiến 1", 120, 40);
}

#[test]
fn what_several_people_announced_is_told_as_that_and_the_past_is_not_told_anew() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.passes(5);
    aide.ctrl('p');
    aide.types("het gio cho nguoi con cho");
    aide.enter();
    aide.press(KeyCode::Down);
    aide.enter();
    aide.goes_on_until(|next| matches!(next, Next::Close));
    aide.ctrl('g');
    aide.shows_at("✗ Nội dung đã đăng ký mà chưa được nêu · 2", 120, 40);
    aide.enter();
    let raised = aide.last().iter();
    assert_eq!(
        raised
            .filter(|event| matches!(event, Event::ItemRaised { .. }))
            .count(),
        2
    );
    aide.shows_at("thêm 2 ý kiến (2–3) của 2 người", 120, 40);
    // The step was entered when no item was without a class.
    aide.press(KeyCode::Esc);
    let screen = aide.screen(200, 60);
    assert!(!screen.contains("Còn 2 ý kiến chưa phân loại"), "{screen}");
}

#[test]
fn a_closed_session_says_so_once_and_offers_no_key_twice() {
    let mut aide = Aide::under(LAO_CAI);
    aide.goes_on_until(|next| matches!(next, Next::Nothing));
    let screen = aide.screen(120, 40);
    let mut rows: Vec<&str> = screen.lines().collect();
    let keys = rows.pop().unwrap();
    let bar = rows.pop().unwrap();
    assert_eq!(
        bar.trim(),
        "[Ctrl+X] Xuất hồ sơ   [Ctrl+Q] Thoát",
        "{screen}"
    );
    assert!(!keys.contains("Ctrl+Q"), "{screen}");
    assert!(!screen.contains("CHỜ PHÁT BIỂU"), "{screen}");
    assert!(screen.contains("NGƯỜI PHÁT BIỂU"), "{screen}");
    // of a person only what is written can be put right
    aide.press(KeyCode::Home);
    let keys = aide.screen(120, 40).lines().last().unwrap().to_owned();
    assert!(keys.contains("F6 Sửa tên"), "{keys}");
}

#[test]
fn the_title_of_a_step_stands_once_on_the_desk() {
    let aide = Aide::before_the_first_speech(DAN_TIEN);
    let screen = aide.screen(200, 60);
    let title = "Nhân dân phát biểu theo thứ tự đã đăng ký";
    assert_eq!(screen.matches(title).count(), 1, "{screen}");
}

#[test]
fn on_a_mirrored_display_the_item_that_is_classed_is_named() {
    let mut aide = Aide::asked_for_the_first_class(DAN_TIEN);
    aide.press(KeyCode::F(12));
    aide.shows_at("1 2 3 phân loại ý kiến 1", 120, 40);
}

#[test]
fn however_long_a_promise_is_how_to_leave_stands_beside_it() {
    for lang in [Lang::Vi, Lang::En] {
        for (title, aide) in in_every_state(lang) {
            for (width, height) in [(60, 16), (80, 24), (120, 40)] {
                let screen = aide.screen(width, height);
                let below: Vec<&str> = screen.lines().rev().take(2).collect();
                let says = below.iter().any(|line| line.contains("Esc"));
                assert!(says, "{title} {width}×{height}\n{screen}");
            }
        }
    }
}

#[test]
fn class_two_says_the_day_by_which_the_answer_comes_at_the_latest() {
    // given thirty working days after a notice that goes out ten working days after 25/11/2026 at the latest: 09/12/2026, and
    // then, without the first of January, 21/01/2027
    let mut aide = Aide::asked_for_the_first_class(DAN_TIEN);
    aide.shows_unwrapped("chậm nhất 21/01/2027", 120, 40);
    aide.press(KeyCode::Char('2'));
    aide.shows_unwrapped("(Đ9.2), chậm nhất 21/01/2027", 120, 40);
    let promised = promise(&aide).unwrap();
    assert!(promised.ends_with("chậm nhất 21/01/2027"), "{promised}");
    // and what is recorded still counts from the notice
    aide.enter();
    let class = aide.item(1).class.clone().unwrap();
    let due = match class {
        Class::VerifyLater { due, .. } => due,
        Class::AnsweredNow | Class::ReportUpward { .. } => panic!("{class:?}"),
    };
    assert!(due.on.is_none() && due.under.is_some());
}

#[test]
fn the_palette_says_of_each_act_what_it_would_do_now_and_to_whom() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.ctrl('p');
    for told in [
        "bà Nguyễn Thị Ước phát biểu xong",
        "dừng giờ: bà Nguyễn Thị Ước",
        "giới hạn lượt của bà Nguyễn Thị Ước: 4′00″",
    ] {
        aide.shows_unwrapped(told, 200, 60);
    }
    // What would be taken back is named as that, and not as done.
    aide.shows_unwrapped("lấy lại: mời số 1, bà Nguyễn Thị Ước phát biểu", 200, 60);
    // An impossible one is told with its reason instead.
    aide.types("tra loi ngay");
    aide.shows_unwrapped("chưa làm được: bà Nguyễn Thị Ước đang phát biểu", 200, 60);
    aide.press(KeyCode::Esc);
    aide.press(KeyCode::F(5));
    aide.ctrl('p');
    aide.types("gio");
    aide.shows_unwrapped("tính giờ tiếp: bà Nguyễn Thị Ước", 120, 40);
}

#[test]
fn help_begins_with_one_sentence_of_what_is_happening() {
    let told = |aide: &mut Aide, sentence: &str| {
        aide.press(KeyCode::F(1));
        for (width, height) in [(80, 24), (120, 40), (200, 60)] {
            aide.shows_unwrapped(sentence, width, height);
        }
        aide.press(KeyCode::Esc);
    };
    let mut aide = Aide::under(DAN_TIEN);
    told(&mut aide, "Hội nghị chưa bắt đầu.");
    aide.goes_on_until(|next| matches!(next, Next::EndFloor));
    told(&mut aide, "Bà Nguyễn Thị Ước (số 1,");
    aide.press(KeyCode::F(5));
    told(&mut aide, "đồng hồ đang dừng");
    aide.press(KeyCode::F(5));
    aide.goes_on_until(|next| matches!(next, Next::Class(_)));
    told(&mut aide, "đã được trả lời, đang chờ phân loại");
    aide.goes_on_until(|next| matches!(next, Next::Nothing));
    told(&mut aide, "Hội nghị đã kết thúc lúc");
}
