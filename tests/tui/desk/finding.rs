//! Finding: every act in the palette, every person, item and note, and all times.

use crossterm::event::KeyCode;
use doithoai::domain::i18n::Lang;
use doithoai::domain::session::next::Next;
use doithoai::domain::text;
use doithoai::tui::desk::action::Action;
use doithoai::tui::desk::keymap::{KEYS, Mode, PALETTE_ONLY};
use doithoai::tui::desk::words::{DeskWords, SOURCES};

use crate::desk::aide::Aide;
use crate::desk::given::*;

/// Every act the desk knows, by the words it is called: there is no act without a word.
fn acts() -> Vec<(Action, String)> {
    let words: DeskWords = SOURCES.read(Lang::Vi);
    words
        .acts
        .iter()
        .filter(|(action, _)| action.is_an_act())
        .map(|(action, act)| (*action, act.name.to_string()))
        .collect()
}

#[test]
fn the_palette_lists_every_act_and_finds_it_without_diacritics() {
    for (action, name) in acts() {
        let mut aide = Aide::under(LAO_CAI);
        aide.ctrl('p');
        aide.types(&text::fold(&name));
        let screen = aide.screen(120, 40);
        let listed = screen.lines().filter(|line| line.contains(&name)).count();
        assert!(listed > 0, "{action:?} «{name}» is not in\n{screen}");
    }
}

#[test]
fn every_act_has_a_key_or_stands_in_the_palette_alone() {
    for (action, _) in acts() {
        let keyed = KEYS
            .iter()
            .any(|binding| binding.mode == Mode::Desk && binding.action == action);
        assert_ne!(keyed, PALETTE_ONLY.contains(&action), "{action:?}");
    }
}

#[test]
fn an_act_found_in_the_palette_is_done() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.ctrl('p');
    aide.types("tam dung");
    aide.shows("F5");
    aide.enter();
    aide.shows("TẠM DỪNG");
}

#[test]
fn what_fits_nothing_leaves_the_list_open() {
    let mut aide = Aide::under(LAO_CAI);
    aide.ctrl('p');
    aide.types("xyzzy");
    aide.shows("không tìm thấy");
    aide.enter();
    aide.shows("MỌI VIỆC");
    aide.shows("xyzzy");
}

#[test]
fn people_villages_items_and_notes_are_found() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.ctrl('n');
    aide.types("Xe cấp cứu chờ ngoài cổng");
    aide.enter();
    // A person by name, to be called.
    aide.press(KeyCode::F(3));
    aide.types("quynh");
    aide.shows("3 bà Đặng Thị Như Quỳnh");
    aide.enter();
    aide.press(KeyCode::F(6));
    aide.shows("Số 3: bà Đặng Thị Như Quỳnh");
    aide.press(KeyCode::Esc);
    // By village.
    aide.press(KeyCode::F(3));
    aide.types("huoi cay");
    aide.shows("2 ông Lường Văn Ẩn");
    aide.press(KeyCode::Esc);
    // An item, which is then the one in question.
    aide.press(KeyCode::F(3));
    aide.types("kien nghi cua so 1");
    aide.enter();
    aide.ctrl('e');
    aide.shows("Nội dung ý kiến 1");
    aide.press(KeyCode::Esc);
    // A note, with its time.
    aide.press(KeyCode::F(3));
    aide.types("cap cuu");
    aide.shows("Xe cấp cứu chờ ngoài cổng");
    aide.shows("08:0");
}

#[test]
fn items_are_filtered_by_class_agency_speaker_and_topic() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.press(KeyCode::Char('2'));
    aide.types("so nong");
    aide.enter();
    aide.goes_on_until(|next| matches!(next, Next::Class(item) if item.0 == 2));
    aide.press(KeyCode::Char('3'));
    aide.enter();
    aide.goes_on_until(|next| matches!(next, Next::Class(item) if item.0 == 3));
    aide.ctrl('p');
    aide.types("ghi linh vuc");
    aide.enter();
    aide.types("An ninh");
    aide.enter();
    aide.classes_now();
    for (typed, found) in [
        ("tra loi sau", 1),
        ("so nong nghiep", 1),
        ("uoc", 1),
        ("cap tren", 2),
        ("uy ban", 2),
        ("luong van an", 2),
        ("tra loi ngay", 3),
        ("an ninh", 3),
        ("nhu quynh", 3),
    ] {
        aide.ctrl('l');
        aide.types(typed);
        for number in 1..=3 {
            let line = format!("{number}. Kiến nghị của số {number}");
            if number == found {
                aide.shows(&line);
            } else {
                aide.hides(&line);
            }
        }
        aide.press(KeyCode::Esc);
    }
    // Choosing one selects it.
    aide.ctrl('l');
    aide.types("an ninh");
    aide.enter();
    aide.enter();
    aide.press(KeyCode::Char('2'));
    aide.shows("Ý kiến 3: kiểm tra, trả lời sau");
}

#[test]
fn all_steps_turns_and_breaks_are_listed_planned_and_actual() {
    let mut aide = Aide::with_number_one_speaking(QD_1573);
    aide.passes(65);
    aide.ctrl('b');
    aide.enter();
    aide.passes(30);
    aide.space();
    aide.ctrl('u');
    aide.shows_at("bước: Giới thiệu", 120, 40);
    aide.shows_at("phát biểu: bà Nguyễn Thị Ước", 120, 40);
    aide.shows_at("1′05″", 120, 40);
    aide.shows_at("3′00″", 120, 40);
    aide.shows_at("giải lao", 120, 40);
    aide.shows_at("0′30″", 120, 40);
    aide.shows_at("15′00″", 120, 40);
}
