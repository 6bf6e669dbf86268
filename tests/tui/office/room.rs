//! However much is owed and however small the window, sessions are seen: their titles, and always the chosen one.

use crossterm::event::KeyCode;
use doithoai::tui::office::{Office, OfficeEntry, OfficeLine, Owed};

use super::{Given, PLAIN, counted, drawn, entry, now, office, press, view};

const SIZES: [(u16, u16); 4] = [(60, 16), (80, 24), (100, 30), (120, 40)];

const OWING: [(&str, &str, &str, Owed); 3] = [
    (
        "2026-11-24-01",
        "2026-11-24T08:00:00",
        "Đối thoại trực tiếp giữa Chủ tịch UBND xã Phiêng Mây với Nhân dân năm 2026",
        owing(1, 2, 6),
    ),
    (
        "2026-11-20-01",
        "2026-11-20T08:00:00",
        "Hội nghị đối thoại giữa người đứng đầu cấp ủy, chính quyền xã với Nhân dân các thôn vùng cao",
        owing(0, 2, 6),
    ),
    (
        "2026-11-18-01",
        "2026-11-18T08:00:00",
        "Đối thoại chuyên đề về đất đai và nước sinh hoạt tại cụm thôn Khuổi Ngàn",
        owing(12, 10, 16),
    ),
];

const fn owing(overdue: usize, soon: usize, running: usize) -> Owed {
    Owed {
        overdue,
        soon,
        running,
        promised: 9,
        answered: 0,
        has_notice: false,
    }
}

/// One session that has not begun, and three of which much is owed.
fn owing_office() -> Office {
    let closed = OWING.iter().map(|(id, held, title, _)| {
        entry(&Given {
            id,
            held,
            title,
            closed: true,
            ..PLAIN
        })
    });
    let entries: Vec<OfficeEntry> = [entry(&PLAIN)].into_iter().chain(closed).collect();
    let mut office = office(entries);
    office.on_day(now().date_naive());
    let owed: Vec<(&str, Owed)> = OWING.iter().map(|(id, _, _, owed)| (*id, *owed)).collect();
    office.set_owed(counted(&owed), now().date_naive());
    office
}

/// The rows of the table's chosen line, and those behind it up to the next one.
fn from_chosen(picture: &str) -> String {
    let rows = picture.lines().skip_while(|row| !row.contains(" ▸ "));
    rows.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_chosen_session_is_always_seen_with_its_day_its_title_and_what_is_owed() {
    for (width, height) in SIZES {
        let mut office = owing_office();
        for step in 0..=OWING.len() {
            let view = view(&office);
            let picture = drawn(&view, width, height);
            assert!(!picture.contains('…'), "{picture}");
            let chosen = view.lines.iter().find(|line| line.is_selected()).unwrap();
            let OfficeLine::Session {
                date,
                title,
                owed,
                state,
                ..
            } = chosen
            else {
                panic!("no session is chosen")
            };
            let seen = from_chosen(&picture);
            let first = seen.lines().next().unwrap_or_default();
            assert!(first.contains(date.as_str()), "step {step}\n{picture}");
            for told in owed.iter().chain([state]) {
                assert!(
                    seen.contains(told.as_str()),
                    "{told} at step {step}\n{picture}"
                );
            }
            // the title stands there to its last word, in three rows at most
            let top: String = seen.lines().take(3).collect::<Vec<_>>().join("\n");
            for word in title.split(' ') {
                assert!(top.contains(word), "{word} at step {step}\n{picture}");
            }
            press(&mut office, KeyCode::Down);
        }
    }
}

#[test]
fn more_than_one_session_is_seen_and_no_heading_runs_into_another() {
    for (width, height) in SIZES {
        let view = view(&owing_office());
        let picture = drawn(&view, width, height);
        let days = picture
            .lines()
            .filter(|row| row.contains("/2026  Đối thoại") || row.contains("/2026  Hội nghị"));
        assert!(days.count() >= 2, "{picture}");
        let heads = picture.lines().find(|row| row.contains("NGÀY")).unwrap();
        assert!(heads.contains("BUỔI ĐỐI THOẠI  "), "{picture}");
        assert!(heads.contains("TÌNH TRẠNG"), "{picture}");
        assert!(heads.ends_with("CÒN NỢ"), "{picture}");
    }
}

#[test]
fn in_no_window_that_has_a_row_for_it_the_chosen_session_is_missing() {
    for width in [40, 60, 80, 100] {
        for height in 6..30 {
            let mut office = owing_office();
            for _ in 0..=OWING.len() {
                let mut view = view(&office);
                view.notice = None;
                let picture = drawn(&view, width, height);
                assert!(picture.contains(" ▸ "), "{width}x{height}\n{picture}");
                press(&mut office, KeyCode::Down);
            }
        }
    }
}
