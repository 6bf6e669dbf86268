//! The whole screen at the sizes of a hall: names with stacked marks and the bottom line are whole, nothing runs over.

use crossterm::event::KeyCode;
use doithoai::domain::i18n::Lang;
use doithoai::domain::session::next::Next;
use doithoai::domain::text;
use doithoai::tui::vn_input::Typing;

use crate::desk::aide::Aide;
use crate::desk::given::*;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (250, 70)];
const NAMES: [&str; 3] = [
    "bà Nguyễn Thị Ước",
    "ông Lường Văn Ẩn",
    "bà Đặng Thị Như Quỳnh",
];

#[test]
fn names_with_stacked_marks_are_whole_at_every_size() {
    for (width, height) in SIZES {
        let mut aide = Aide::before_the_first_speech(LAO_CAI);
        for (number, name) in (1..).zip(NAMES) {
            aide.shows_at(name, width, height);
            aide.goes_on_until(|next| matches!(next, Next::EndFloor));
            aide.shows_at(&format!("số {number}"), width, height);
            aide.shows_at(&format!("[Space] {name} phát biểu xong"), width, height);
            aide.goes_on_until(|next| matches!(next, Next::Call(_) | Next::EnterStep(_)));
        }
    }
}

#[test]
#[expect(clippy::wildcard_enum_match_arm, reason = "the one key does the rest")]
fn the_bottom_line_is_whole_through_every_session_at_every_size() {
    for (regulation, lang) in ALL.iter().flat_map(|id| [(*id, Lang::Vi), (*id, Lang::En)]) {
        for (width, height) in SIZES {
            let mut aide = Aide::reading(plan(regulation), Typing::default(), lang);
            for _ in 0..500 {
                let screen = aide.screen(width, height);
                let lines: Vec<&str> = screen.split('\n').collect();
                let bottom = lines[usize::from(height) - 2..].join(" ");
                assert!(
                    !bottom
                        .replace("rút…", "")
                        .replace("Absent…", "")
                        .contains('…'),
                    "{regulation} {width}: {bottom}"
                );
                assert!(
                    bottom.trim_start().starts_with('[')
                        || bottom.contains("[1]")
                        || bottom.contains("[Ctrl+X]"),
                    "{regulation} {width}: {bottom}"
                );
                for line in screen.lines() {
                    assert!(text::width(line) <= usize::from(width), "{line}");
                }
                match aide.session.next() {
                    Next::Nothing => break,
                    Next::Class(_) => {
                        assert!(bottom.contains("[3]"), "{bottom}");
                        aide.classes_now();
                    }
                    _ => aide.space(),
                }
                aide.passes(10);
            }
        }
    }
}

#[test]
fn every_dialog_stays_within_the_window_and_leaves_the_clock_in_sight() {
    for (width, height) in SIZES {
        for key in [
            'p', 'l', 'u', 'k', 's', 'd', 'b', 'g', 'w', 'o', 't', 'f', 'e', 'a', 'n',
        ] {
            let mut aide = Aide::with_number_one_speaking(LAO_CAI);
            aide.ctrl(key);
            let screen = aide.screen(width, height);
            assert_eq!(screen.split('\n').count(), usize::from(height));
            assert!(screen.contains("Esc"), "Ctrl+{key}\n{screen}");
            assert!(
                screen.contains("ĐANG PHÁT BIỂU") && screen.contains("số 1"),
                "Ctrl+{key}\n{screen}"
            );
            for line in screen.lines() {
                assert!(text::width(line) <= usize::from(width), "{line}");
            }
        }
    }
}

#[test]
fn a_window_that_is_too_small_says_what_it_needs() {
    let aide = Aide::with_number_one_speaking(LAO_CAI);
    let screen = aide.screen(40, 10);
    let said: String = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(said, "Cửa sổ cần ít nhất 60×16, hiện là 40×10.");
    aide.shows_at("bà Nguyễn Thị Ước", 60, 16);
}

#[test]
fn no_size_panics() {
    let aide = Aide::with_number_one_speaking(LAO_CAI);
    for (width, height) in [
        (1, 1),
        (59, 15),
        (60, 16),
        (103, 16),
        (104, 17),
        (300, 16),
        (60, 100),
    ] {
        let rows = aide.screen(width, height).split('\n').count();
        assert_eq!(rows, usize::from(height));
    }
}

#[test]
fn the_header_says_what_the_hall_sees_instead_and_who_presides_instead() {
    let mut aide = Aide::with_number_one_speaking(DAN_TIEN);
    aide.hides("HỘI TRƯỜNG");
    aide.ctrl('p');
    aide.types("thong bao cho");
    aide.enter();
    aide.types("Mời bà con giữ trật tự");
    aide.enter();
    aide.shows_at("HỘI TRƯỜNG: thông báo", 120, 40);
    aide.ctrl('z');
    aide.press(KeyCode::Insert);
    aide.types("trong");
    aide.enter();
    aide.shows_at("HỘI TRƯỜNG: màn trống", 120, 40);
    aide.ctrl('d');
    aide.times(3, KeyCode::Tab);
    aide.types("Chủ tọa mệt");
    aide.enter();
    aide.shows("Chủ trì: bà Vi Thị Ngọc");
    aide.shows_at("chủ trì: bà Vi Thị Ngọc", 120, 40);
}

#[test]
fn a_paragraph_that_is_cut_ends_in_one_ellipsis() {
    for step in 0..40 {
        let mut aide = Aide::under(LAO_CAI);
        for _ in 0..step {
            aide.passes(5);
            aide.space();
        }
        for (width, height) in [(80, 24), (97, 30), (120, 40)] {
            let screen = aide.screen(width, height);
            assert!(!screen.contains("… …"), "{screen}");
        }
    }
}

#[test]
fn every_explanation_can_be_read_whole_in_the_smallest_window() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.press(KeyCode::F(1));
    let mut seen = String::new();
    for _ in 0..200 {
        seen.push_str(&aide.screen(80, 24));
        aide.press(KeyCode::Down);
    }
    // The rows of an explanation stand in one column.
    let read = seen.replace('│', " ");
    let read: String = read.split_whitespace().collect::<Vec<_>>().join(" ");
    for act in aide.desk.words.acts.values() {
        let help: String = act.help.to_string();
        let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(read.contains(&help), "«{help}» is not to be read");
    }
}

#[test]
fn an_item_that_the_gate_led_to_is_classed_by_the_keys_that_are_shown() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.ctrl('s');
    aide.types("ket luan");
    aide.enter();
    aide.ctrl('g');
    aide.shows("✗ Ý kiến chưa phân loại · 1");
    aide.enter();
    aide.shows("Phân loại ý kiến 1");
    aide.shows("[1]");
    aide.classes_now();
    assert!(aide.item(1).class.is_some(), "{}", aide.screen(80, 24));
    aide.hides("Phân loại ý kiến 1");
}

#[test]
fn a_notice_is_read_whole_in_the_smallest_window_and_goes_with_the_next_key() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    let path = "/home/van-phong/.local/share/doithoai/sessions/2026-11-25-01/ho-so-doi-thoai-voi-nhan-dan-xa-na-hoi";
    aide.press(KeyCode::Esc);
    let before = aide.screen(80, 24);
    aide.desk.notify(
        doithoai::tui::desk::Severity::Good,
        format!("Đã ghi hồ sơ vào {path}"),
    );
    let screen = aide.screen(80, 24);
    let read: String = screen.split_whitespace().collect();
    assert!(read.contains(path), "{screen}");
    // What is prescribed next stays where it was, and so does the clock.
    aide.shows("[Space]");
    let row_of = |screen: &str| screen.lines().position(|row| row.contains("[Space]"));
    assert_eq!(row_of(&screen), row_of(&before));
    assert_eq!(
        screen.lines().take(12).collect::<Vec<_>>(),
        before.lines().take(12).collect::<Vec<_>>()
    );
    aide.press(KeyCode::Esc);
    assert_eq!(aide.screen(80, 24), before);
}

/// Whoever does not tell colours apart, or does not know a sign, reads the word beside it.
#[test]
fn every_sign_of_a_class_has_its_word_beside_it() {
    let mut concluding = super::conclusion::about_to_conclude(DAN_TIEN);
    concluding.space();
    let given = vec![
        concluding,
        Aide::asked_for_the_first_class(QD_1573),
        Aide::with_number_one_speaking(LAO_CAI),
    ];
    let words: [(char, &[&str]); 4] = [
        ('✓', &["trả lời", "chuẩn bị"]),
        ('◷', &["hạn"]),
        ('↑', &["Ủy ban nhân dân tỉnh"]),
        ('?', &["chưa phân loại", "đang nêu"]),
    ];
    let mut seen = std::collections::BTreeSet::new();
    for aide in given {
        for (width, height) in [(80, 24), (120, 40), (200, 60)] {
            let screen = aide.screen(width, height);
            let items: Vec<String> = screen
                .lines()
                .map(|row| row.rsplit('│').next().unwrap_or_default().to_owned())
                .skip_while(|row| !row.contains("Ý KIẾN"))
                .skip(1)
                .collect();
            for (at, row) in items.iter().enumerate() {
                let sign = row.trim_start().chars().next();
                let Some((sign, words)) = words.iter().find(|(known, _)| Some(*known) == sign)
                else {
                    continue;
                };
                // The rows of the item: its text, then what is told of it, further in.
                let told: String = items[at + 1..]
                    .iter()
                    .take_while(|row| row.starts_with("    "))
                    .map(|row| row.trim())
                    .collect::<Vec<_>>()
                    .join(" ");
                let has_word = words.iter().any(|word| told.contains(word));
                assert!(has_word, "{sign} at {width}x{height}: «{told}»\n{screen}");
                seen.insert(*sign);
            }
        }
    }
    assert_eq!(seen.len(), words.len(), "{seen:?}");
}
