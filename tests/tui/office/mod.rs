//! The first screen: what stands on it, what is found, and what each key does.

#![allow(
    clippy::unnecessary_wraps,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a story whose preparation fails is a failing test; a file's time is made up"
)]

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use doithoai::domain::i18n::Lang;
use doithoai::domain::regulation::{RegulationId, Text};
use doithoai::domain::time::Wall;
use doithoai::store::sessions::{ListedSession, SessionSummary};
use doithoai::tui::office::words::{OfficeWords, SOURCES};
use doithoai::tui::office::{
    NewFrom, OFFICE_KEYS, Office, OfficeAct, OfficeAsks, OfficeChoice, OfficeEntry, OfficeLine,
    OfficeOwed, OfficeView, Owed, Regulations, draw,
};
use doithoai::tui::theme::Theme;
use doithoai::tui::vn_input::Typing;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

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
fn two_hundred_sessions_can_all_be_reached_and_say_how_many_are_left() {
    let ids: Vec<String> = (0..200).map(|number| format!("2026-{number:03}")).collect();
    let entries: Vec<OfficeEntry> = ids
        .iter()
        .map(|id| {
            let mut one = entry(&Given {
                closed: true,
                ..PLAIN
            });
            one.session.id.clone_from(id);
            one.session.folder = PathBuf::from(id);
            one
        })
        .collect();
    let mut office = office(entries);
    let picture = drawn(&view(&office), 120, 40);
    assert!(picture.contains("▼ còn 1"), "{picture}");
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..200 {
        let Some(OfficeChoice::Resume(folder)) = press(&mut office, KeyCode::Enter) else {
            panic!("a session is chosen");
        };
        // then the chosen line is in sight
        assert!(drawn(&view(&office), 100, 24).contains(" ▸ "));
        seen.insert(folder);
        press(&mut office, KeyCode::Down);
    }
    let picture = drawn(&view(&office), 100, 24);
    assert!(picture.contains("▲ còn 1"), "{picture}");
    assert_eq!(seen.len(), 200);
}

#[test]
fn what_is_owed_is_said_in_words_in_the_table_and_above_it() {
    let view = view(&counted_office());
    assert_eq!(view.summary, "5 buổi đối thoại · 2 việc quá hạn");
    assert_eq!(
        view.notice.as_deref(),
        Some("Còn 2 việc quá hạn ở 1 buổi – F5 theo dõi sau hội nghị")
    );
    let picture = drawn(&view, 120, 40);
    for wanted in [
        "2 quá hạn · 4 đang chạy",
        "đã ra thông báo",
        "trả lời đủ 9/9",
    ] {
        assert!(picture.contains(wanted), "{wanted}\n{picture}");
    }
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

/// The lines of a list over the table.
fn offered(office: &Office) -> Vec<String> {
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
fn what_is_not_over_is_prepared_and_what_is_over_is_followed_up() {
    let mut office = office(of_an_office());
    types(&mut office, "khuoi ngan");
    press(&mut office, KeyCode::F(4));
    assert!(offered(&office)[0].contains("Sửa kế hoạch"));
    press(&mut office, KeyCode::Down);
    let chosen = press(&mut office, KeyCode::Enter);
    assert!(
        matches!(chosen, Some(OfficeChoice::Papers(folder)) if folder.ends_with("2026-12-09-01"))
    );
    // one that has begun can only be added to
    press(&mut office, KeyCode::Esc);
    types(&mut office, "chu tich ubnd xa phieng may");
    press(&mut office, KeyCode::F(4));
    assert!(offered(&office)[0].contains("Thêm người"));
    press(&mut office, KeyCode::Esc);
    // until a session was chosen, everything is followed up together
    let mut fresh = self::office(of_an_office());
    assert_eq!(
        press(&mut fresh, KeyCode::F(5)),
        Some(OfficeChoice::FollowUp(None))
    );
    // one that is over is not prepared any more, and its own promises are shown first
    press(&mut office, KeyCode::Esc);
    types(&mut office, "rac na hoi");
    press(&mut office, KeyCode::F(4));
    assert!(view(&office).question.is_none());
    assert!(view(&office).notice.unwrap().contains("F5"));
    assert!(!view(&office).keys.iter().any(|(key, _)| key == "F4"));
    let chosen = press(&mut office, KeyCode::F(5));
    assert!(
        matches!(chosen, Some(OfficeChoice::FollowUp(Some(folder))) if folder.ends_with("2026-09-22-01"))
    );
}

#[test]
fn periods_are_offered_by_name_and_reported_as_they_are_typed() {
    let mut office = office(of_an_office());
    types(&mut office, "rac na hoi");
    let mut periods = Vec::new();
    for steps in 0..5 {
        press(&mut office, KeyCode::F(8));
        for _ in 0..steps {
            press(&mut office, KeyCode::Down);
        }
        let name = view(&office).enter.unwrap();
        let Some(OfficeChoice::Report(period)) = press(&mut office, KeyCode::Enter) else {
            panic!("no report");
        };
        periods.push((name, period));
    }
    let told: Vec<(&str, &str)> = periods
        .iter()
        .map(|(name, period)| (name.trim_start_matches("viết báo cáo "), period.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("6 tháng cuối năm 2026", "2026-H2"),
            ("năm 2026", "2026"),
            ("6 tháng đầu năm 2026", "2026-H1"),
            ("năm 2025", "2025"),
            ("sau buổi 22/09/2026", "after:2026-09-22-01"),
        ]
    );
}

#[test]
fn what_is_owed_is_counted_after_the_first_picture_and_again_on_another_day() {
    let mut office = office(of_an_office());
    let today = now().date_naive();
    assert!(office.needs_counting(today));
    // given somebody who chose a session before the count was there
    for _ in 0..3 {
        press(&mut office, KeyCode::Down);
    }
    let before = view(&office);
    let chosen = |view: &OfficeView| {
        let selected = view.lines.iter().find(|line| line.is_selected());
        match selected {
            Some(OfficeLine::Session { title, .. }) => title.clone(),
            _ => String::new(),
        }
    };
    let title = chosen(&before);
    // when that session moves to those that owe, then it is still the chosen one
    let owes = Owed {
        overdue: 1,
        ..Owed::default()
    };
    office.set_owed(counted(&[("2025-12-10-01", owes)]), today);
    assert_eq!(chosen(&view(&office)), title);
    assert_eq!(view(&office).summary, "5 buổi đối thoại · 1 việc quá hạn");
    assert!(!office.needs_counting(today));
    assert!(office.needs_counting(today.succ_opt().unwrap()));
}

#[test]
fn sessions_whose_day_is_over_do_not_stand_before_those_that_come() {
    // given many sessions that were prepared and never begun, and one that comes next month
    let ids: &'static [(String, String)] = (1..=28)
        .map(|day| {
            let day = format!("2026-10-{day:02}");
            (format!("{day}-01"), format!("{day}T08:00:00"))
        })
        .collect::<Vec<_>>()
        .leak();
    let missed = ids.iter().map(|(id, held)| {
        entry(&Given {
            id,
            held,
            title: "Đối thoại đã lỡ",
            ..PLAIN
        })
    });
    let mut office = office(missed.chain([entry(&PLAIN)]).collect());
    // when it is known which day it is
    office.on_day(now().date_naive());
    // then the one that comes leads and is proposed, and the others have a part of their own, the latest first
    let view = view(&office);
    assert_eq!(titles(&view)[0], PLAIN.title);
    assert_eq!(
        press(&mut office, KeyCode::Enter),
        Some(OfficeChoice::Resume(folder(PLAIN.id)))
    );
    let screen = drawn(&view, 120, 40);
    assert!(screen.contains("QUÁ NGÀY, CHƯA BẮT ĐẦU"), "{screen}");
    let first = screen.lines().find(|line| line.contains("đã lỡ"));
    assert!(first.unwrap().contains("28/10/2026"), "{screen}");
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
