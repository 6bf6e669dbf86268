//! What she reads to find her way: the help and the palette, and how she goes on from there.

use crossterm::event::KeyCode;
use doithoai::domain::session::next::Next;

use super::aide::Aide;
use super::given::{LAO_CAI, QD_1573};

#[test]
fn what_cannot_be_done_stands_in_the_palette_with_its_reason() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.ctrl('p');
    aide.types("tra loi ngay");
    aide.shows_at("đang phát biểu – phân loại sau khi trả lời", 120, 40);
    let before = aide.acts();
    aide.enter();
    assert_eq!(aide.acts(), before);
    // The list stays, so that something else can be chosen.
    aide.shows_at("MỌI VIỆC", 120, 40);
}

#[test]
fn the_help_opens_with_what_can_be_done_now_and_goes_to_its_end_and_back() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.press(KeyCode::F(1));
    aide.shows("BÂY GIỜ");
    aide.shows("bà Nguyễn Thị Ước phát biểu xong");
    aide.shows_at("còn", 120, 40);
    let first = aide.screen(80, 24);
    aide.press(KeyCode::End);
    assert_ne!(aide.screen(80, 24), first);
    aide.press(KeyCode::Home);
    assert_eq!(aide.screen(80, 24), first);
}

#[test]
fn the_palette_parts_what_can_be_done_from_what_cannot_and_tab_leaves_the_first() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.ctrl('p');
    aide.shows_at("LÀM ĐƯỢC BÂY GIỜ ─", 120, 40);
    aide.press(KeyCode::End);
    let end = aide.screen(120, 40);
    assert!(end.contains("CHƯA LÀM ĐƯỢC ─"), "{end}");
    assert!(!end.contains("LÀM ĐƯỢC BÂY GIỜ ─"), "{end}");
    aide.press(KeyCode::Tab);
    aide.press(KeyCode::End);
    let possible = aide.screen(120, 40);
    assert!(!possible.contains("CHƯA LÀM ĐƯỢC"), "{possible}");
    assert!(!possible.contains("chưa làm được:"), "{possible}");
    // Typing narrows what is left, and the second Tab brings everything back.
    aide.types("tra loi ngay");
    assert!(!aide.screen(120, 40).contains("phân loại sau khi trả lời"));
    aide.press(KeyCode::Tab);
    aide.shows_at("phân loại sau khi trả lời", 120, 40);
}

#[test]
fn what_fits_best_is_chosen_and_its_group_leads() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.ctrl('p');
    for (typed, first, chosen) in [
        ("tra loi ngay", "CHƯA LÀM ĐƯỢC ─", "▸ Trả lời ngay"),
        ("them ý kien", "LÀM ĐƯỢC BÂY GIỜ ─", "▸ Thêm ý kiến"),
    ] {
        aide.types(typed);
        let screen = aide.screen(120, 40);
        let rows: Vec<&str> = screen
            .lines()
            .skip_while(|row| !row.contains('›'))
            .skip(1)
            .collect();
        assert!(rows[0].contains(first), "{screen}");
        assert!(rows[1].contains(chosen), "{screen}");
        aide.times(typed.chars().count(), KeyCode::Backspace);
    }
}

#[test]
fn the_one_key_acts_from_the_help_as_its_bottom_line_says() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.press(KeyCode::F(1));
    aide.shows("[Space] bà Nguyễn Thị Ước phát biểu xong");
    aide.space();
    assert!(aide.state().floor().is_none());
    aide.hides("BÂY GIỜ");
    // A second press right behind it is the same press.
    let acts = aide.acts();
    aide.at_once(KeyCode::Char(' '));
    assert_eq!(aide.acts(), acts);
}

#[test]
fn the_class_that_is_asked_for_is_given_from_the_help_too() {
    let mut aide = Aide::asked_for_the_first_class(QD_1573);
    aide.press(KeyCode::F(1));
    aide.shows("Phân loại ý kiến 1");
    aide.press(KeyCode::Char('1'));
    assert!(aide.item(1).class.is_some());
    assert!(!matches!(aide.session.next(), Next::Class(_)));
}

#[test]
fn tab_in_the_help_goes_to_all_keys_and_back() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.press(KeyCode::F(1));
    aide.shows("Tab bây giờ, tất cả");
    let now = aide.screen(80, 24);
    aide.press(KeyCode::Tab);
    aide.shows("Bàn điều hành");
    aide.press(KeyCode::Tab);
    assert_eq!(aide.screen(80, 24), now);
}
