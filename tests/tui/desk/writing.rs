//! Writing while somebody speaks: the clock stays in sight, and whatever an input method sends comes out right.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use doithoai::domain::session::event::Event;
use doithoai::tui::desk::input::Press;
use doithoai::tui::vn_input::{Method, ToneStyle, Typing};

use crate::desk::aide::Aide;
use crate::desk::given::*;
use crate::support::typing_bursts::bursts;

/// The keys that the terminal library reads from these bytes.
fn keys_of(bytes: &[u8]) -> Vec<KeyEvent> {
    String::from_utf8_lossy(bytes)
        .chars()
        .map(|letter| match letter {
            '\u{7f}' => KeyEvent::from(KeyCode::Backspace),
            '\u{8}' => KeyEvent::new(KeyCode::Char('h'), KeyModifiers::CONTROL),
            '\r' | '\n' => KeyEvent::from(KeyCode::Enter),
            letter if letter.is_uppercase() => {
                KeyEvent::new(KeyCode::Char(letter), KeyModifiers::SHIFT)
            }
            letter => KeyEvent::from(KeyCode::Char(letter)),
        })
        .collect()
}

#[test]
fn the_text_of_an_item_its_answer_and_a_note_are_written() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.ctrl('e');
    aide.shows("Nội dung ý kiến 1");
    aide.types(" về đường thôn");
    aide.enter();
    assert_eq!(aide.item(1).text, "Kiến nghị của số 1 về đường thôn");
    aide.ctrl('a');
    aide.shows("Tóm tắt trả lời ý kiến 1");
    aide.types("Đã có kế hoạch");
    aide.enter();
    assert_eq!(aide.item(1).answer.as_deref(), Some("Đã có kế hoạch"));
    aide.ctrl('n');
    aide.types("Bà con vỗ tay");
    aide.enter();
    assert_eq!(aide.record().notes[0].text, "Bà con vỗ tay");
    aide.ctrl('n');
    aide.enter();
    aide.shows("Cần ghi: ");
}

#[test]
fn the_clock_stays_in_sight_and_goes_on_while_something_is_written() {
    for writes in ['e', 'a', 'n'] {
        let mut aide = Aide::with_number_one_speaking(LAO_CAI);
        aide.ctrl(writes);
        let clock = |aide: &Aide| -> Vec<String> {
            let screen = aide.screen(80, 24);
            screen
                .lines()
                .skip(2)
                .take(6)
                .map(ToOwned::to_owned)
                .collect()
        };
        aide.shows("ĐANG PHÁT BIỂU · số 1");
        aide.shows("bà Nguyễn Thị Ước");
        let first = clock(&aide);
        aide.types("Nội dung dài");
        aide.passes(1);
        assert_ne!(clock(&aide), first);
        aide.passes(200);
        aide.shows("QUÁ GIỜ");
        assert_eq!(aide.floor().lasted(aide.now()).seconds(), 201);
        aide.shows("Nội dung dài");
    }
}

#[test]
fn a_burst_of_any_input_method_comes_out_right_in_one_piece_and_key_by_key() {
    for burst in bursts() {
        for in_one_piece in [true, false] {
            let mut aide = Aide::under(LAO_CAI);
            aide.ctrl('n');
            let keys = keys_of(&burst.bytes);
            if in_one_piece {
                aide.burst(&keys);
            } else {
                for key in &keys {
                    aide.presses(Press::alone(*key));
                }
            }
            let draft = aide.desk.draft().unwrap();
            assert_eq!(draft.texts.concat(), burst.text, "{}", burst.name);
            aide.enter();
            assert_eq!(aide.state().notes[0].text, burst.text, "{}", burst.name);
        }
    }
}

#[test]
fn a_burst_narrows_a_list_as_well() {
    for burst in bursts()
        .iter()
        .filter(|burst| burst.text == "Nguyễn Thị Ước")
    {
        let mut aide = Aide::under(LAO_CAI);
        aide.press(KeyCode::F(3));
        aide.burst(&keys_of(&burst.bytes));
        aide.enter();
        aide.press(KeyCode::F(6));
        aide.shows("Số 1: bà Nguyễn Thị Ước");
    }
}

#[test]
fn outside_a_field_no_burst_triggers_anything() {
    for burst in bursts() {
        for in_one_piece in [true, false] {
            let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
            aide.passes(5);
            let before = aide.acts();
            let keys = keys_of(&burst.bytes);
            if in_one_piece {
                aide.burst(&keys);
            } else {
                for key in &keys {
                    aide.presses(Press::alone(*key));
                }
            }
            assert_eq!(aide.acts(), before, "{}", burst.name);
            assert!(aide.desk.draft().is_none());
            aide.shows("Đang gõ chữ ngoài ô nhập");
        }
    }
}

#[test]
fn a_line_break_within_a_burst_is_text_and_does_not_submit() {
    let mut aide = Aide::under(LAO_CAI);
    aide.ctrl('n');
    aide.burst(&keys_of("Dòng một\rdòng hai".as_bytes()));
    assert!(aide.state().notes.is_empty());
    aide.enter();
    assert_eq!(aide.state().notes[0].text, "Dòng một dòng hai");
}

#[test]
fn pasted_text_is_one_line_and_composed() {
    let mut aide = Aide::under(LAO_CAI);
    aide.ctrl('n');
    aide.desk
        .paste("U\u{31b}o\u{31b}\u{301}c mong\ncủa bà con\t");
    aide.enter();
    assert_eq!(aide.state().notes[0].text, "Ước mong của bà con");
    // Outside a field a paste is told, and nothing happens.
    let before = aide.acts();
    aide.desk.paste("2 3 1");
    assert_eq!(aide.acts(), before);
    aide.shows("Đang gõ chữ ngoài ô nhập");
}

#[test]
fn what_arrives_decomposed_is_kept_composed() {
    let mut aide = Aide::under(LAO_CAI);
    aide.press(KeyCode::F(9));
    aide.types("La\u{300}nh Thi\u{323} U\u{31b}o\u{31b}\u{301}c");
    aide.enter();
    assert_eq!(
        aide.state().queue.people()[3].registration.name,
        "Lành Thị Ước"
    );
}

#[test]
fn the_built_in_input_types_vietnamese() {
    for (method, keys, text) in [
        (Method::Telex, "Nguyeenx Thij Uwowcs", "Nguyễn Thị Ước"),
        (Method::Telex, "HDDND", "HĐND"),
        (Method::Telex, "UYEEN", "UYÊN"),
        (Method::Vni, "Nguye6n4 Thi5 U7o7c1", "Nguyễn Thị Ước"),
        (Method::Vni, "HD9ND", "HĐND"),
        (Method::Vni, "UYE6N", "UYÊN"),
    ] {
        let typing = Typing::new(method, ToneStyle::Traditional);
        let mut aide = Aide::typing(plan(LAO_CAI), typing);
        aide.ctrl('n');
        aide.types(keys);
        aide.shows(text);
        aide.enter();
        assert!(matches!(aide.last(), [Event::Noted { text: noted, .. }] if noted == text));
    }
}

#[test]
fn the_built_in_input_narrows_lists_and_leaves_keys_alone() {
    let typing = Typing::new(Method::Vni, ToneStyle::Traditional);
    let mut aide = Aide::typing(plan(LAO_CAI), typing);
    aide.goes_on_until(|next| matches!(next, doithoai::domain::session::next::Next::Class(_)));
    aide.press(KeyCode::Char('2'));
    aide.types("So73 No6ng");
    aide.shows("● Sở Nông nghiệp và Môi trường");
    aide.enter();
    assert!(aide.item(1).class.is_some());
}
