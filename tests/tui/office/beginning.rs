//! From what a new session can begin, and what is asked before anything is lost.

use crossterm::event::KeyCode;
use doithoai::domain::regulation::RegulationId;
use doithoai::tui::office::{NewFrom, Office, OfficeChoice};

use super::{PLAIN, entry, of_an_office, office, press, press_with, titles, types, view};

#[test]
fn rehearsals_stand_apart_folded_and_are_deleted_only_after_asking() {
    let mut office = office(of_an_office());
    assert!(!titles(&view(&office)).contains(&"Đối thoại mẫu".to_owned()));
    // when the last line is chosen and accepted, then they are unfolded
    press(&mut office, KeyCode::End);
    assert_eq!(view(&office).enter.unwrap(), "mở 1 buổi diễn tập");
    press(&mut office, KeyCode::Enter);
    press(&mut office, KeyCode::End);
    assert!(titles(&view(&office)).contains(&"Đối thoại mẫu".to_owned()));
    // when it is to be deleted, then that is asked, and any other key than Enter leaves it
    press(&mut office, KeyCode::Delete);
    assert!(
        view(&office)
            .question
            .unwrap()
            .contains("rehearsal-2026-11-20-01")
    );
    assert_eq!(press(&mut office, KeyCode::Esc), None);
    press(&mut office, KeyCode::Delete);
    let deleted = press(&mut office, KeyCode::Enter);
    assert!(
        matches!(deleted, Some(OfficeChoice::DeleteRehearsal(_))),
        "{deleted:?}"
    );
}

#[test]
fn a_closed_session_is_put_away_and_an_open_one_is_not() {
    let mut office = office(of_an_office());
    assert_eq!(press(&mut office, KeyCode::Delete), None);
    assert!(view(&office).notice.unwrap().contains("2026-11-25-01"));
    types(&mut office, "nuoc sinh hoat");
    let chosen = press(&mut office, KeyCode::Delete);
    assert!(
        matches!(chosen, Some(OfficeChoice::Archive(folder)) if folder.ends_with("2026-03-20-01"))
    );
    // and what was put away is not in the list any more
    let mut entries = of_an_office();
    entries[3].session.is_archived = true;
    office.renew(entries);
    press(&mut office, KeyCode::Esc);
    assert!(
        !titles(&view(&office))
            .iter()
            .any(|title| title.contains("nước sinh hoạt"))
    );
}

#[test]
fn with_nothing_on_the_computer_enter_rehearses() {
    let mut office = office(Vec::new());
    assert!(view(&office).empty.is_some());
    assert_eq!(press(&mut office, KeyCode::Enter), None);
    press(&mut office, KeyCode::Down);
    assert_eq!(view(&office).enter.unwrap(), "diễn tập theo Điện Biên");
    assert_eq!(
        press(&mut office, KeyCode::Enter),
        Some(OfficeChoice::Rehearse(RegulationId("dien-bien".into())))
    );
}

/// The lines of a list over the table.
pub(super) fn offered(office: &Office) -> Vec<String> {
    view(office)
        .options
        .into_iter()
        .map(|(name, ..)| name)
        .collect()
}

#[test]
fn a_new_session_comes_from_a_draft_the_last_one_a_file_or_nothing() {
    let mut office = office(of_an_office());
    press(&mut office, KeyCode::F(2));
    assert_eq!(
        offered(&office),
        [
            "Viết tiếp bản nháp",
            "Chép từ buổi 25/11/2026",
            "Trang trắng",
            "Từ tệp Excel"
        ]
    );
    assert_eq!(
        press(&mut office, KeyCode::Enter),
        Some(OfficeChoice::New(NewFrom::Draft))
    );
    // with no draft the last session is proposed
    press_with(&mut office, KeyCode::F(2), false);
    assert_eq!(
        view(&office).enter.unwrap(),
        "lập buổi mới – Chép từ buổi 25/11/2026"
    );
    assert_eq!(
        press(&mut office, KeyCode::Enter),
        Some(OfficeChoice::New(NewFrom::Session(
            "/data/sessions/2026-11-25-01".into()
        )))
    );
    // and on a computer on which nothing was done there is nothing to copy
    let mut empty = self::office(Vec::new());
    press_with(&mut empty, KeyCode::F(2), false);
    assert_eq!(offered(&empty), ["Trang trắng", "Từ tệp Excel"]);
}

#[test]
fn a_session_that_was_not_begun_is_exported_only_after_asking() {
    let mut office = office(vec![entry(&PLAIN)]);
    assert_eq!(press(&mut office, KeyCode::F(7)), None);
    let asked = view(&office);
    assert!(asked.question.unwrap().contains("chưa bắt đầu"));
    assert_eq!(press(&mut office, KeyCode::Esc), None);
    assert!(view(&office).question.is_none());
    press(&mut office, KeyCode::F(7));
    assert!(matches!(
        press(&mut office, KeyCode::Enter),
        Some(OfficeChoice::Export(_))
    ));
}
