//! Typing finds sessions, without diacritics and without setting anything off.

use std::path::PathBuf;

use crossterm::event::KeyCode;
use doithoai::tui::office::OfficeChoice;

use super::{
    Given, PLAIN, counted_office, entry, of_an_office, office, press, titles, types, view,
};

#[test]
fn letters_only_find_and_enter_says_what_it_does() {
    let mut office = office(of_an_office());
    assert_eq!(
        view(&office).enter.unwrap(),
        "tiếp tục buổi 25/11/2026 từ bước 3: Nhân dân phát biểu"
    );
    // when something is typed without diacritics, then the title, the day, or a name in the session is found
    for (typed, expected) in [
        ("nuoc sinh", "Đối thoại chuyên đề về nước sinh hoạt"),
        ("20/03/2026", "Đối thoại chuyên đề về nước sinh hoạt"),
        ("giang a cho", "Đối thoại chuyên đề về nước sinh hoạt"),
        ("hang chua", "Đối thoại chuyên đề về nước sinh hoạt"),
        ("be nuoc", "Đối thoại chuyên đề về nước sinh hoạt"),
        (
            "rac na hoi",
            "Đối thoại đột xuất về bãi tập kết rác thôn Nà Hỏi",
        ),
    ] {
        types(&mut office, typed);
        assert_eq!(titles(&view(&office)), [expected], "{typed}");
        assert_eq!(press(&mut office, KeyCode::Esc), None);
    }
    // and with what is typed gone, Esc leaves
    assert_eq!(press(&mut office, KeyCode::Esc), Some(OfficeChoice::Quit));
}

#[test]
fn space_types_once_something_is_looked_for_and_accepts_before() {
    let mut office = office(of_an_office());
    types(&mut office, "bai tap");
    assert_eq!(titles(&view(&office)).len(), 1);
    press(&mut office, KeyCode::Esc);
    let chosen = press(&mut office, KeyCode::Char(' '));
    assert!(
        matches!(chosen, Some(OfficeChoice::Resume(folder)) if folder.ends_with("2026-11-25-01"))
    );
}

#[test]
fn what_stands_in_a_title_is_found_before_what_was_only_said() {
    let mut office = office(vec![
        entry(&Given {
            id: "2026-03-20-01",
            held: "2026-03-20T08:00:00",
            title: "Đối thoại chuyên đề",
            closed: true,
            ..PLAIN
        }),
        entry(&Given {
            id: "2026-02-20-01",
            held: "2026-02-20T08:00:00",
            title: "Đối thoại về bể nước",
            closed: true,
            ..PLAIN
        }),
    ]);
    types(&mut office, "be nuoc");
    let view = view(&office);
    assert_eq!(
        titles(&view),
        ["Đối thoại về bể nước", "Đối thoại chuyên đề"]
    );
    assert_eq!(
        press(&mut office, KeyCode::Enter),
        Some(OfficeChoice::Resume(PathBuf::from(
            "/data/sessions/2026-02-20-01"
        )))
    );
}

#[test]
fn where_only_rehearsals_are_found_enter_goes_on_with_the_first() {
    let mut office = counted_office();
    types(&mut office, "mau");
    let view = view(&office);
    assert_eq!(titles(&view), ["Đối thoại mẫu"]);
    // and Delete says what it does to a rehearsal
    let key = view.keys.iter().find(|(key, _)| key == "Delete").unwrap();
    assert!(key.1.starts_with("Xóa"), "{key:?}");
    assert!(matches!(
        press(&mut office, KeyCode::Enter),
        Some(OfficeChoice::Resume(_))
    ));
}
