//! The first screen: what stands on it, what is found, and what each key does.

#![allow(
    clippy::unnecessary_wraps,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a story whose preparation fails is a failing test; a file's time is made up"
)]

mod beginning;
mod finding;
mod owing;
mod room;

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use doithoai::domain::i18n::Lang;
use doithoai::domain::regulation::{RegulationId, Text};
use doithoai::domain::time::Wall;
use doithoai::store::sessions::{ListedSession, SessionSummary};
use doithoai::tui::office::words::{OfficeWords, SOURCES};
use doithoai::tui::office::{
    OFFICE_KEYS, Office, OfficeAct, OfficeAsks, OfficeChoice, OfficeEntry, OfficeLine, OfficeOwed,
    OfficeView, Owed, Regulations, draw,
};
use doithoai::tui::theme::Theme;
use doithoai::tui::vn_input::Typing;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use self::beginning::offered;

fn words() -> OfficeWords {
    SOURCES.read(Lang::Vi)
}

fn now() -> Wall {
    "2026-11-25T13:20:00+07:00".parse().unwrap()
}

/// A session of the office; all names are made up.
struct Given {
    id: &'static str,
    held: &'static str,
    title: &'static str,
    regulation: &'static str,
    at: Option<(usize, usize)>,
    closed: bool,
    owed: Option<Owed>,
}

const PLAIN: Given = Given {
    id: "2026-12-09-01",
    held: "2026-12-09T08:00:00",
    title: "Đối thoại chuyên đề về đất đai tại cụm thôn Khuổi Ngàn",
    regulation: "Dân Tiến",
    at: None,
    closed: false,
    owed: None,
};

fn text(vi: &str) -> Text {
    ron::from_str(&format!("(vi: {vi:?}, en: {vi:?})")).unwrap()
}

/// Written out, so that it stands on the screen in the same way on every system.
fn folder(id: &str) -> PathBuf {
    PathBuf::from(format!("/data/sessions/{id}"))
}

fn entry(given: &Given) -> OfficeEntry {
    OfficeEntry {
        session: ListedSession {
            folder: folder(given.id),
            id: given.id.into(),
            standing: Some(SessionSummary {
                title: given.title.into(),
                held: given.held.parse().unwrap(),
                regulation: text(given.regulation),
                fictional: given.id.starts_with("rehearsal-"),
                step: given.at.map(|_| text("Nhân dân phát biểu")),
                closed: given.closed,
                place: "nhà văn hóa trung tâm xã".into(),
                chair: "ông Hoàng Văn Đức".into(),
                body: "UBND xã Phiêng Mây".into(),
                at: given.at,
                heard: Some((9, 18)),
                items: Some([6, 4, 2, 3]),
            }),
            is_rehearsal: given.id.starts_with("rehearsal-"),
            is_archived: false,
            touched: SystemTime::UNIX_EPOCH + Duration::from_secs(1),
        },
        owed: given.owed,
    }
}

fn owed(overdue: usize, soon: usize, running: usize) -> Option<Owed> {
    Some(Owed {
        overdue,
        soon,
        running,
        ..Owed::default()
    })
}

/// What is owed as it is counted: by session, and altogether.
fn counted(given: &[(&str, Owed)]) -> OfficeOwed {
    OfficeOwed {
        sessions: given.iter().map(|(id, owed)| (folder(id), *owed)).collect(),
        overdue: given.iter().map(|(_, owed)| owed.overdue).sum(),
        soon: given.iter().map(|(_, owed)| owed.soon).sum(),
    }
}

/// The office once what is owed was counted.
fn counted_office() -> Office {
    let mut office = office(of_an_office());
    let late = Owed {
        overdue: 2,
        running: 4,
        promised: 6,
        has_notice: true,
        ..Owed::default()
    };
    let kept = Owed {
        promised: 9,
        answered: 9,
        has_notice: true,
        ..Owed::default()
    };
    let owed = counted(&[("2026-09-22-01", late), ("2026-03-20-01", kept)]);
    office.set_owed(owed, now().date_naive());
    office
}

fn of_an_office() -> Vec<OfficeEntry> {
    [
        Given {
            id: "2026-11-25-01",
            held: "2026-11-25T08:00:00",
            title: "Đối thoại trực tiếp giữa Chủ tịch UBND xã Phiêng Mây với Nhân dân năm 2026",
            at: Some((3, 6)),
            ..PLAIN
        },
        PLAIN,
        Given {
            id: "2026-09-22-01",
            held: "2026-09-22T08:00:00",
            title: "Đối thoại đột xuất về bãi tập kết rác thôn Nà Hỏi",
            closed: true,
            owed: owed(2, 0, 4),
            ..PLAIN
        },
        Given {
            id: "2026-03-20-01",
            held: "2026-03-20T08:00:00",
            title: "Đối thoại chuyên đề về nước sinh hoạt",
            closed: true,
            owed: owed(0, 0, 0),
            ..PLAIN
        },
        Given {
            id: "2025-12-10-01",
            held: "2025-12-10T08:00:00",
            title: "Đối thoại trực tiếp giữa Chủ tịch UBND xã với Nhân dân năm 2025",
            regulation: "7-QC/TU",
            closed: true,
            ..PLAIN
        },
        Given {
            id: "rehearsal-2026-11-20-01",
            held: "2026-11-25T08:00:00",
            title: "Đối thoại mẫu",
            at: Some((2, 6)),
            ..PLAIN
        },
    ]
    .iter()
    .map(entry)
    .collect()
}

fn office(entries: Vec<OfficeEntry>) -> Office {
    let contents = |folder: &std::path::Path| -> String {
        if folder.ends_with("2026-03-20-01") {
            "Giàng A Chớ\nbản Háng Chua\nBể nước tập trung của thôn cạn từ tháng ba".into()
        } else {
            String::new()
        }
    };
    Office::new(entries, Typing::default(), Box::new(contents))
}

fn regulations() -> Regulations {
    vec![
        (RegulationId("dan-tien-2025".into()), text("Dân Tiến")),
        (RegulationId("dien-bien".into()), text("Điện Biên")),
    ]
}

fn press(office: &mut Office, code: KeyCode) -> Option<OfficeChoice> {
    press_with(office, code, true)
}

fn press_with(office: &mut Office, code: KeyCode, has_draft: bool) -> Option<OfficeChoice> {
    let key = KeyEvent::new(code, KeyModifiers::NONE);
    let words = words();
    let asks = OfficeAsks {
        regulations: &regulations,
        has_draft: &|| has_draft,
        today: now().date_naive(),
        lang: Lang::Vi,
        words: &words,
    };
    office.press(key, &asks)
}

fn types(office: &mut Office, text: &str) {
    for letter in text.chars() {
        assert_eq!(press(office, KeyCode::Char(letter)), None, "{letter}");
    }
}

fn view(office: &Office) -> OfficeView {
    office.view(&words(), Lang::Vi, now())
}

fn titles(view: &OfficeView) -> Vec<String> {
    view.lines
        .iter()
        .filter_map(|line| match line {
            OfficeLine::Session { title, .. } => Some(title.clone()),
            OfficeLine::Heading(_) | OfficeLine::Rehearsals { .. } => None,
        })
        .collect()
}

fn drawn(view: &OfficeView, width: u16, height: u16) -> String {
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    draw(view, buf.area, &mut buf, &Theme::plain());
    buf.content
        .chunks(usize::from(width.max(1)))
        .map(|row| {
            let row: String = row.iter().map(Cell::symbol).collect();
            row.trim_end().to_owned() + "\n"
        })
        .collect()
}

#[test]
fn the_table_groups_sessions_by_what_has_to_be_done() {
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let picture = drawn(&view(&counted_office()), width, height);
        insta::assert_snapshot!(format!("office-{width}x{height}"), picture);
    }
}

#[test]
fn from_eighty_columns_on_every_key_that_does_something_stands_there_and_what_is_told_is_told_whole()
 {
    let mut view = view(&office(of_an_office()));
    let path = "/home/van-phong/Tài liệu/Đối thoại năm 2026/hồ sơ của xã/2026-11-25-01/ho-so-2";
    view.notice = Some(format!("Đã ghi hồ sơ của buổi 25/11/2026 vào {path}"));
    for (width, height) in [(80, 24), (100, 30), (120, 40), (200, 60)] {
        let picture = drawn(&view, width, height);
        for (key, name) in &view.keys {
            assert!(
                picture.contains(&format!("{key} {name}")),
                "{key}\n{picture}"
            );
        }
        let words: Vec<&str> = picture.split_whitespace().collect();
        let told = view.notice.as_deref().unwrap();
        assert!(words.join(" ").contains(told), "{picture}");
        assert!(!picture.contains('…'), "{picture}");
    }
}

#[test]
fn nothing_is_cut_and_no_key_is_shown_in_part() {
    for (width, height) in [(60, 16), (80, 24), (100, 30), (120, 40), (200, 60)] {
        let view = view(&office(of_an_office()));
        let picture = drawn(&view, width, height);
        assert!(!picture.contains('…'), "{picture}");
        // then every key that stands there has its whole name
        for (key, name) in &view.keys {
            if picture
                .lines()
                .last()
                .unwrap()
                .contains(&format!(" {key} "))
            {
                assert!(
                    picture.contains(&format!("{key} {name}")),
                    "{key}\n{picture}"
                );
            }
        }
    }
}

#[test]
fn every_key_of_the_table_does_something_and_stands_in_the_help() {
    let mut office = office(of_an_office());
    press(&mut office, KeyCode::F(1));
    let help = drawn(&view(&office), 120, 40);
    press(&mut office, KeyCode::Esc);
    for (code, act) in OFFICE_KEYS {
        let name = words().acts[act].name.to_string();
        assert!(help.contains(&name), "{name}\n{help}");
        types(&mut office, "nuoc sinh hoat");
        let before = view(&office);
        let chosen = press(&mut office, *code);
        let does = chosen.is_some() || view(&office) != before;
        assert!(does || *act == OfficeAct::Leave, "{act:?}");
        office.renew(of_an_office());
        press(&mut office, KeyCode::Esc);
        press(&mut office, KeyCode::Esc);
    }
}

#[test]
fn the_help_is_read_to_its_end_in_a_small_window_and_left_by_escape_alone() {
    for (width, height) in [(60, 16), (80, 24), (120, 40)] {
        let mut office = office(of_an_office());
        press(&mut office, KeyCode::F(1));
        let mut read = String::new();
        for _ in 0..30 {
            let picture = drawn(&view(&office), width, height);
            assert!(!picture.contains('…'), "{picture}");
            assert!(picture.contains("Esc"), "{picture}");
            read.push_str(&picture);
            press(&mut office, KeyCode::Down);
        }
        for (_, act) in OFFICE_KEYS {
            let name = format!("{}:", words().acts[act].name);
            let name = name.split(' ').next().unwrap();
            assert!(read.contains(name), "{name} {width}x{height}\n{read}");
        }
        assert_eq!(read.contains("▼ còn"), height < 40, "{read}");
        press(&mut office, KeyCode::PageDown);
        assert_eq!(press(&mut office, KeyCode::Esc), None);
        assert!(view(&office).question.is_none());
    }
    // A list to choose from says how it is left, too.
    let mut office = office(of_an_office());
    press(&mut office, KeyCode::F(2));
    assert!(drawn(&view(&office), 80, 24).contains("Esc quay lại"));
}

#[test]
fn it_is_drawn_at_any_size() {
    let mut office = office(of_an_office());
    for over in [false, true] {
        if over {
            press(&mut office, KeyCode::F(1));
        }
        let view = view(&office);
        for width in (0..130).step_by(3) {
            for height in 0..45 {
                drawn(&view, width, height);
            }
        }
    }
}
