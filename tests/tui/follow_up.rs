//! The follow-up screen: a clerk on a Monday morning, her keys counted, everything she enters on disk before it is shown.

use std::path::{Path, PathBuf};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use doithoai::domain::deadlines::Basis;
use doithoai::domain::deadlines::explain::Explainer;
use doithoai::domain::follow_up::teller::FollowUpTeller;
use doithoai::domain::follow_up::{DueState, DutyRef, LedgerCommand, overview};
use doithoai::domain::i18n::Lang;
use doithoai::domain::regulation::{ClassKind, DeadlineKind};
use doithoai::store::calendars;
use doithoai::store::clock::Clock;
use doithoai::store::sessions::follow_up::{
    EnterError, LedgerFile, attach, promises_of, read_ledger,
};
use doithoai::tui::desk::input::Press;
use doithoai::tui::follow_up::run::{FollowUpEnv, NotEntered, carry_out};
use doithoai::tui::follow_up::view::FollowUpView;
use doithoai::tui::follow_up::words::WORDS;
use doithoai::tui::follow_up::{FollowUpDrafts, FollowUpScreen, FollowUpTone, FollowedCase, draw};
use doithoai::tui::theme::Theme;
use doithoai::tui::vn_input::Typing;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::follow_up_given::{Office, closed_of, day, laid_down, letter, plan};

/// A clerk at the screen, on a day.
struct Clerk {
    home: tempfile::TempDir,
    clock: Clock,
    screen: FollowUpScreen,
    /// The keys she pressed, text left out.
    keys: Vec<String>,
}

fn case(folder: &Path, clock: &Clock) -> FollowedCase {
    let indexed = promises_of(folder).unwrap();
    let ledger = read_ledger(folder).unwrap();
    let basis = Basis::of(calendars::load(None).unwrap());
    let today = clock.now().wall.date_naive();
    FollowedCase {
        id: folder.file_name().unwrap().to_string_lossy().into_owned(),
        folder: folder.to_owned(),
        ledger_folder: folder.to_owned(),
        overview: overview(&indexed.promises, ledger.state(), &basis, today, 7),
        promises: indexed.promises,
        anchor: indexed.anchor,
        ledger,
        trouble: None,
        amended: Vec::new(),
    }
}

impl Clerk {
    /// Fourteen promises of a session in November, its notice out; today is a Monday in December.
    fn on_monday() -> Self {
        let home = tempfile::tempdir().unwrap();
        let plan = plan(
            "qd-1573-2025",
            day("25/11/2026"),
            "Ủy ban nhân dân xã Mẫu",
            15,
        );
        let session = closed_of(plan, |number| match number {
            1 => ClassKind::AnsweredNow,
            2 => ClassKind::ReportUpward,
            _ => ClassKind::VerifyLater,
        });
        laid_down(&session, &home.path().join("2026-11-25-01"));
        let mut clerk = Self::at(home, "30/11/2026");
        clerk.enters(Office::notice(letter("15/TB-UBND", "27/11/2026")));
        clerk.sends_the_notice("27/11/2026");
        clerk.opens_on("14/12/2026");
        clerk
    }

    /// Sending the notice is owed besides issuing it.
    fn sends_the_notice(&self, date: &str) {
        let regulation = promises_of(&self.folder()).unwrap().promises.regulation;
        let duty = regulation
            .deadlines
            .iter()
            .find(|deadline| deadline.kind == DeadlineKind::SendNotice)
            .unwrap();
        self.enters(LedgerCommand::Send {
            duty: Some(DutyRef {
                source: regulation.id.clone(),
                id: duty.id.clone(),
            }),
            to: "Các cơ quan liên quan".into(),
            on: day(date),
        });
    }

    fn at(home: tempfile::TempDir, date: &str) -> Self {
        let clock = clock(date);
        let screen = screen(home.path(), &clock);
        Self {
            home,
            clock,
            screen,
            keys: Vec::new(),
        }
    }

    fn opens_on(&mut self, date: &str) {
        self.clock = clock(date);
        self.screen = screen(self.home.path(), &self.clock);
        self.keys.clear();
    }

    fn folder(&self) -> PathBuf {
        self.home.path().join("2026-11-25-01")
    }

    fn enters(&self, command: LedgerCommand) {
        let indexed = promises_of(&self.folder()).unwrap();
        LedgerFile::open(&self.folder(), self.clock.clone())
            .unwrap()
            .enter(&indexed.promises, &indexed.anchor, command)
            .unwrap();
    }

    fn presses(&mut self, key: KeyEvent) {
        // Nobody presses two keys in one moment.
        self.clock.pass(doithoai::domain::time::Millis(700));
        let clock = self.clock.clone();
        let effect = self.screen.press(Press::alone(key), clock.now());
        let Some(effect) = effect else { return };
        let enter = |case: &FollowedCase, command| {
            LedgerFile::open(&case.ledger_folder, clock.clone())
                .map_err(EnterError::from)
                .and_then(|mut file| file.enter(&case.promises, &case.anchor, command))
                .map(|entry| (self::case(&case.folder, &clock), entry))
                .map_err(|error| match error {
                    EnterError::Rejected(rejection) => NotEntered::Rejected(rejection),
                    other @ (EnterError::Lock(_)
                    | EnterError::Ledger(_)
                    | EnterError::NotWritten(_)) => NotEntered::Failed(other.to_string()),
                })
        };
        let theme = Theme::plain();
        let env = FollowUpEnv {
            theme: &theme,
            now: &|| clock.now(),
            enter: &enter,
            attach: &|case, path, item, paper| {
                let mut attachment = attach(&case.ledger_folder, path, item)
                    .map_err(|error| NotEntered::Failed(error.to_string()))?;
                attachment.paper = paper;
                enter(case, LedgerCommand::Attach { attachment })
            },
            place: &|_, _| Err("no".into()),
            write: &|_, paper, to| Ok(to.join(format!("{paper:?}.docx"))),
            export: &|case| Ok(case.folder.join("ho-so")),
            again: &|case| Some(self::case(&case.folder, &clock)),
            keep: &|_| {},
        };
        carry_out(&mut self.screen, effect, &env);
    }

    fn key(&mut self, code: KeyCode) {
        self.keys.push(format!("{code}"));
        self.presses(KeyEvent::from(code));
    }

    fn ctrl(&mut self, letter: char) {
        self.keys.push(format!("Ctrl+{letter}"));
        self.presses(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL));
    }

    fn types(&mut self, text: &str) {
        for letter in text.chars() {
            self.presses(KeyEvent::from(KeyCode::Char(letter)));
        }
    }

    fn sees(&self) -> FollowUpView {
        self.screen.view()
    }

    fn picture(&self, columns: u16, rows: u16) -> String {
        let area = Rect::new(0, 0, columns, rows);
        let mut buffer = Buffer::empty(area);
        draw::draw(&self.sees(), area, &mut buffer, &Theme::plain());
        let line = |row: u16| -> String {
            let cells = (0..columns).map(|column| buffer[(column, row)].symbol());
            cells.collect::<String>().trim_end().to_owned()
        };
        (0..rows).map(line).collect::<Vec<_>>().join("\n")
    }
}

fn clock(date: &str) -> Clock {
    Clock::by_hand(format!("{}T08:00:00+07:00", day(date)).parse().unwrap())
}

fn screen(home: &Path, clock: &Clock) -> FollowUpScreen {
    let mut folders: Vec<PathBuf> = std::fs::read_dir(home)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    FollowUpScreen::new(
        WORDS.read(Lang::Vi),
        (FollowUpTeller::new(Lang::Vi), Explainer::new(Lang::Vi)),
        Typing::default(),
        clock.now().wall.date_naive(),
        folders.iter().map(|folder| case(folder, clock)).collect(),
    )
    .with_folder("/tmp/giay-to".into())
}

#[test]
fn on_monday_morning_what_is_overdue_is_seen_with_no_key_and_an_answer_takes_twelve() {
    let mut clerk = Clerk::on_monday();
    // No key yet: the count, the group and the first promise are in sight at the smallest size.
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        let picture = clerk.picture(columns, rows);
        for wanted in ["14 quá hạn", "QUÁ HẠN", "quá hạn 6 ngày", "ý kiến 3"] {
            assert!(
                picture.contains(wanted),
                "{wanted} at {columns}x{rows}:\n{picture}"
            );
        }
    }
    assert_eq!(
        clerk.screen.row().unwrap().state,
        DueState::Overdue { days: 6 }
    );
    // when she enters the answer to the most overdue one
    clerk.key(KeyCode::Enter);
    clerk.types("45/KT-HT");
    clerk.key(KeyCode::Tab);
    clerk.key(KeyCode::Tab);
    clerk.types("Da sua xong doan duong");
    clerk.key(KeyCode::Enter);
    // then it took so many keys, and it is on disk and on the screen
    assert!(clerk.keys.len() <= 12, "{:?}", clerk.keys);
    assert_eq!(clerk.keys, ["Enter", "Tab", "Tab", "Enter"]);
    let ledger = read_ledger(&clerk.folder()).unwrap();
    let answer = ledger.state().promises[&3].answer().unwrap().clone();
    assert_eq!(answer.letter, letter("45/KT-HT", "14/12/2026"));
    assert_eq!(answer.text.as_deref(), Some("Da sua xong doan duong"));
    let notice = clerk.screen.notice().unwrap();
    assert!(
        notice.contains("ý kiến 3") && notice.contains("45/KT-HT"),
        "{notice}"
    );
    assert!(clerk.sees().counts.contains("13 quá hạn"));
}

#[test]
fn nothing_in_the_list_is_cut_with_a_form_open_or_without() {
    for (columns, rows) in [(80, 24), (100, 30), (120, 40), (150, 45), (200, 60)] {
        for is_form_open in [false, true] {
            let mut clerk = Clerk::on_monday();
            if is_form_open {
                clerk.key(KeyCode::Enter);
            }
            let picture = clerk.picture(columns, rows);
            assert!(!picture.contains('…'), "{columns}x{rows}:\n{picture}");
            // the row that the form is about is whole, agency and all
            assert!(picture.contains("ý kiến 3"), "{columns}x{rows}:\n{picture}");
        }
    }
}

#[test]
fn a_held_enter_opens_a_form_and_does_not_accept_it() {
    let mut clerk = Clerk::on_monday();
    let now = clerk.clock.now();
    let enter = || Press::alone(KeyEvent::from(KeyCode::Enter));
    assert_eq!(clerk.screen.press(enter(), now), None);
    for _ in 0..20 {
        assert_eq!(clerk.screen.press(enter(), now), None);
    }
    assert!(clerk.sees().panel.is_some());
}

#[test]
fn typing_narrows_by_agency_without_diacritics_and_escape_brings_everything_back() {
    let mut clerk = Clerk::on_monday();
    let all = clerk.screen.rows().len();
    clerk.types("van hoa");
    let rows = clerk.screen.rows();
    assert!(rows.len() < all && !rows.is_empty());
    assert!(
        rows.iter()
            .all(|row| row.agency == "Phòng Văn hóa - Xã hội")
    );
    clerk.key(KeyCode::Esc);
    assert_eq!(clerk.screen.rows().len(), all);
}

#[test]
fn what_was_entered_is_undone_and_redone_and_says_what_it_was() {
    let mut clerk = Clerk::on_monday();
    clerk.key(KeyCode::Enter);
    clerk.types("45/KT");
    clerk.key(KeyCode::Enter);
    clerk.ctrl('z');
    let notice = clerk.screen.notice().unwrap().to_owned();
    assert!(
        notice.contains("oàn tác") && notice.contains("ý kiến 3"),
        "{notice}"
    );
    assert!(clerk.sees().counts.contains("14 quá hạn"));
    clerk.ctrl('y');
    assert!(clerk.sees().counts.contains("13 quá hạn"));
}

#[test]
fn what_cannot_be_comes_back_with_what_was_typed_and_why() {
    let mut clerk = Clerk::on_monday();
    clerk.key(KeyCode::Enter);
    clerk.types("45/KT");
    clerk.key(KeyCode::Tab);
    clerk.types("20/12/2026");
    clerk.key(KeyCode::Enter);
    let panel = clerk.sees().panel.unwrap();
    assert!(panel.complaint.unwrap().contains("sau hôm nay"));
    assert_eq!(panel.fields[0].text, "45/KT");
    let ledger = read_ledger(&clerk.folder()).unwrap();
    assert!(
        ledger
            .state()
            .promises
            .get(&3)
            .is_none_or(|known| !known.is_answered)
    );
    // A day that is none is said at its field.
    for _ in 0..10 {
        clerk.presses(KeyEvent::from(KeyCode::Backspace));
    }
    clerk.types("hom nay");
    clerk.key(KeyCode::Enter);
    let panel = clerk.sees().panel.unwrap();
    assert!(panel.complaint.unwrap().contains("25/11/2026"));
}

#[test]
fn what_is_typed_where_the_choice_has_no_use_for_it_is_told_and_kept() {
    let mut clerk = Clerk::on_monday();
    // given an answer that settles everything, with words in the field of grounds and addressees
    clerk.key(KeyCode::Enter);
    clerk.types("45/KT");
    for _ in 0..4 {
        clerk.key(KeyCode::Tab);
    }
    clerk.types("Da sua xong");
    clerk.key(KeyCode::Enter);
    // then nothing is entered, and the words stand where they were
    let panel = clerk.sees().panel.unwrap();
    assert!(panel.complaint.unwrap().contains("không dùng ô này"));
    assert!(panel.fields.iter().any(|field| field.text == "Da sua xong"));
    let ledger = read_ledger(&clerk.folder()).unwrap();
    let known = ledger.state().promises.get(&3);
    assert!(known.is_none_or(|known| !known.is_answered));
    // once they stand where they are of use, it is entered
    for _ in 0.."Da sua xong".len() {
        clerk.presses(KeyEvent::from(KeyCode::Backspace));
    }
    clerk.key(KeyCode::BackTab);
    clerk.key(KeyCode::BackTab);
    clerk.types("Da sua xong");
    clerk.key(KeyCode::Enter);
    let ledger = read_ledger(&clerk.folder()).unwrap();
    let answer = ledger.state().promises[&3].answer().unwrap().clone();
    assert_eq!(answer.text.as_deref(), Some("Da sua xong"));
}

#[test]
fn what_was_told_stands_there_to_its_last_word() {
    let mut clerk = Clerk::on_monday();
    let told = "buổi này còn một sổ theo dõi khác ở /home/van-phong/Documents/ho-so/2026-11-25-01, ghi riêng từ đầu; \
                không tự gộp, hãy chọn một sổ";
    clerk.screen.notify(FollowUpTone::Alarm, told.to_owned());
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        let picture = clerk.picture(columns, rows);
        let words: Vec<&str> = picture.split_whitespace().collect();
        assert!(words.join(" ").contains("hãy chọn một sổ"), "{picture}");
        assert!(picture.lines().last().unwrap().contains("F1"), "{picture}");
    }
}

#[test]
fn the_keys_of_the_office_do_what_they_say() {
    let mut clerk = Clerk::on_monday();
    let scan = clerk.home.path().join("scan.pdf");
    std::fs::write(&scan, b"%PDF").unwrap();
    clerk.opens_on("14/12/2026");
    // a reminder is written and entered
    clerk.key(KeyCode::F(6));
    clerk.key(KeyCode::Enter);
    let notice = clerk.screen.notice().unwrap().to_owned();
    assert!(
        notice.contains("Reminder") && notice.contains("đôn đốc"),
        "{notice}"
    );
    // a scan is attached
    clerk.ctrl('o');
    clerk.types(&scan.display().to_string());
    clerk.key(KeyCode::Enter);
    // the petition goes up
    let upward = clerk
        .screen
        .rows()
        .iter()
        .position(|row| row.item() == Some(2));
    let here = clerk
        .screen
        .rows()
        .iter()
        .position(|row| Some(&row.key) == clerk.screen.row().map(|row| &row.key));
    for _ in here.unwrap()..upward.unwrap() {
        clerk.key(KeyCode::Down);
    }
    clerk.key(KeyCode::F(4));
    clerk.types("20/UBND-VP");
    clerk.key(KeyCode::Enter);
    // the results are published, a note is taken, the notice is corrected
    clerk.key(KeyCode::F(9));
    clerk.key(KeyCode::Enter);
    clerk.ctrl('n');
    clerk.types("Da goi dien");
    clerk.key(KeyCode::Enter);
    let ledger = read_ledger(&clerk.folder()).unwrap();
    let state = ledger.state();
    assert_eq!(state.reminded.len(), 1);
    assert_eq!(state.attached.len(), 1);
    assert_eq!(state.published.len(), 1);
    assert_eq!(state.notes.len(), 1);
    assert!(state.promises[&2].submitted.is_some());
    // The page of keys names every one of them.
    clerk.key(KeyCode::F(1));
    let picture = clerk.picture(120, 40);
    for key in ["F2", "F5", "Ctrl+E", "Ctrl+Z"] {
        assert!(picture.contains(key), "{key}:\n{picture}");
    }
}

#[test]
fn nothing_overlaps_or_panics_at_any_size() {
    let mut clerk = Clerk::on_monday();
    for form in [None, Some(KeyCode::Enter), Some(KeyCode::F(8))] {
        if let Some(key) = form {
            clerk.key(KeyCode::Esc);
            clerk.key(key);
        }
        for columns in [1, 20, 40, 60, 80, 100, 120, 150, 200, 250] {
            for rows in [1, 5, 10, 16, 24, 40, 70] {
                clerk.picture(columns, rows);
            }
        }
    }
}

#[test]
fn all_sessions_stand_together_until_one_is_chosen() {
    let clerk = Clerk::on_monday();
    let Clerk { home, .. } = clerk;
    let plan = plan(
        "lao-cai-7-qc-tu-2025",
        day("01/12/2026"),
        "Ủy ban nhân dân xã Khác",
        4,
    );
    let session = closed_of(plan, |_| ClassKind::VerifyLater);
    laid_down(&session, &home.path().join("2026-12-01-01"));
    let mut clerk = Clerk::at(home, "14/12/2026");
    let all = clerk.screen.rows().len();
    let picture = clerk.picture(120, 40);
    assert!(picture.contains("Tất cả các phiên"));
    // Each by its whole title, in as many rows as that takes.
    for session in clerk.sees().sessions {
        let words: Vec<&str> = session.title.split(' ').collect();
        let column: String = picture
            .lines()
            .map(|line| line.chars().take(34).collect::<String>())
            .collect();
        let column: Vec<&str> = column.split_whitespace().collect();
        assert!(
            column.windows(words.len()).any(|window| window == words),
            "{}:\n{picture}",
            session.title
        );
    }
    clerk.key(KeyCode::Tab);
    clerk.key(KeyCode::Down);
    clerk.key(KeyCode::Down);
    let one = clerk.screen.rows();
    assert!(one.len() < all && one.iter().all(|row| row.key.session == 1));
}

#[test]
fn what_was_typed_is_there_again_after_escape_and_after_the_power_went() {
    let mut clerk = Clerk::on_monday();
    clerk.key(KeyCode::Enter);
    clerk.types("45/KT-HT");
    clerk.key(KeyCode::Esc);
    assert!(clerk.sees().panel.is_none());
    // another form has nothing of it
    clerk.key(KeyCode::Down);
    clerk.key(KeyCode::Enter);
    assert_eq!(clerk.sees().panel.unwrap().fields[0].text, "");
    clerk.types("7/VH");
    // when the power goes, then the form that lay open is open again, and the one that was left is kept
    let kept = serde_json::to_string(&clerk.screen.drafts()).unwrap();
    clerk.opens_on("14/12/2026");
    let drafts: FollowUpDrafts = serde_json::from_str(&kept).unwrap();
    let now = clerk.clock.now();
    clerk.screen.restore_drafts(drafts, now);
    assert_eq!(clerk.sees().panel.unwrap().fields[0].text, "7/VH");
    clerk.key(KeyCode::Enter);
    clerk.key(KeyCode::Home);
    clerk.key(KeyCode::Enter);
    assert_eq!(clerk.sees().panel.unwrap().fields[0].text, "45/KT-HT");
    // once entered, nothing is left to be kept
    clerk.key(KeyCode::Enter);
    assert!(
        clerk.screen.drafts().is_empty(),
        "{:?}",
        clerk.screen.drafts()
    );
    let ledger = read_ledger(&clerk.folder()).unwrap();
    let answers = ledger.state().promises.values();
    assert_eq!(answers.filter(|known| known.answer().is_some()).count(), 2);
}

#[test]
fn midnight_passes_while_the_screen_stands_open() {
    let mut clerk = Clerk::on_monday();
    clerk.opens_on("07/12/2026");
    clerk.types("van hoa");
    clerk.key(KeyCode::Enter);
    clerk.types("45/KT");
    let before = clerk.sees().counts;
    assert!(before.starts_with("1 quá hạn"), "{before}");
    // when the answers' last day is over
    clerk.clock = clock("09/12/2026");
    let clock = clerk.clock.clone();
    let again = |case: &FollowedCase| Some(self::case(&case.folder, &clock));
    clerk.screen.begin_day(day("09/12/2026"), &again);
    // then they are overdue, and the form and what narrows the list are as they were
    let seen = clerk.sees();
    assert!(seen.counts.contains("14 quá hạn"), "{}", seen.counts);
    assert_eq!(seen.today, "09/12/2026");
    assert_eq!(seen.panel.unwrap().fields[0].text, "45/KT");
    assert_eq!(seen.filter, "van hoa");
}

#[test]
fn a_letter_that_was_sent_is_entered_with_few_keys_and_tells_the_petitioner() {
    let mut clerk = Clerk::on_monday();
    clerk.key(KeyCode::Enter);
    clerk.types("45/KT");
    clerk.key(KeyCode::Enter);
    // given the answer to item 3 came, when she marks the letter with the result as sent
    let answered = clerk.screen.rows();
    let place = answered
        .iter()
        .position(|row| row.item() == Some(3))
        .unwrap();
    let here = clerk.screen.row().unwrap().key.clone();
    let here = clerk
        .screen
        .rows()
        .iter()
        .position(|row| row.key == here)
        .unwrap();
    let (steps, way) = if place > here {
        (place - here, KeyCode::Down)
    } else {
        (here - place, KeyCode::Up)
    };
    for _ in 0..steps {
        clerk.key(way);
    }
    clerk.keys.clear();
    clerk.ctrl('s');
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        let picture = clerk.picture(columns, rows);
        for wanted in [
            "Văn bản đã ký, gửi",
            "Thư trả lời người kiến nghị (ý kiến 3)",
        ] {
            assert!(picture.contains(wanted), "{columns}x{rows}:\n{picture}");
        }
    }
    clerk.key(KeyCode::Tab);
    clerk.types("52/UBND");
    clerk.key(KeyCode::Enter);
    // then it is on disk with its number, and the petitioner counts as told
    assert_eq!(clerk.keys, ["Ctrl+s", "Tab", "Enter"]);
    let ledger = read_ledger(&clerk.folder()).unwrap();
    let state = ledger.state();
    assert_eq!(state.promises[&3].told, Some(day("14/12/2026")));
    let (paper, sent) = state.papers.iter().next().unwrap();
    assert_eq!(
        (paper.item, sent),
        (Some(3), &letter("52/UBND", "14/12/2026"))
    );
    let notice = clerk.screen.notice().unwrap();
    assert!(
        notice.contains("đã gửi thư trả lời người kiến nghị (ý kiến 3), văn bản số 52/UBND"),
        "{notice}"
    );
    // the paper that 1573 lists last is offered by its own name, too
    clerk.ctrl('o');
    clerk.key(KeyCode::Tab);
    let picture = clerk.picture(120, 40);
    assert!(picture.contains("Là bản lưu của"), "{picture}");
    assert!(picture.contains("Biên bản hội nghị"), "{picture}");
}

#[test]
fn the_page_of_keys_names_every_key_or_says_how_many_are_left() {
    let mut clerk = Clerk::on_monday();
    clerk.key(KeyCode::F(1));
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        let picture = clerk.picture(columns, rows);
        for (key, does) in &clerk.sees().panel.unwrap().lines {
            assert!(
                picture.contains(key.as_str()) && picture.contains(does.as_str()),
                "{key} {does}\n{picture}"
            );
        }
        // The way out is the last of them.
        assert!(picture.contains("thoát"), "{picture}");
    }
    let picture = clerk.picture(60, 16);
    assert!(picture.contains("↓ còn"), "{picture}");
}

#[test]
fn every_form_is_told_whole_in_a_narrow_window_and_only_its_own_keys_are_named() {
    let ctrl = |letter| KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
    let keys = (2..=9).map(|number| KeyEvent::from(KeyCode::F(number)));
    let mut opened = 0;
    for key in keys.chain(['o', 'p', 's', 'e', 'd', 't', 'n'].map(ctrl)) {
        let mut clerk = Clerk::on_monday();
        let now = clerk.clock.now();
        clerk.screen.press(Press::alone(key), now);
        let Some(panel) = clerk.sees().panel else {
            continue;
        };
        opened += 1;
        for (columns, rows) in [(60, 20), (80, 24)] {
            let picture = clerk.picture(columns, rows);
            assert!(!picture.contains('…'), "{columns}x{rows}:\n{picture}");
            let words: Vec<&str> = picture
                .split(['┃', '\n', ' ', '━', '┏', '┓'])
                .filter(|word| !word.is_empty())
                .collect();
            assert!(words.join(" ").contains(&panel.title), "{picture}");
            assert!(!picture.contains("F1 các phím"), "{picture}");
        }
    }
    assert!(opened > 8, "{opened}");
}

#[test]
fn with_nothing_owed_no_key_is_offered_but_help_and_the_way_back() {
    let home = tempfile::tempdir().unwrap();
    let screen = screen(home.path(), &clock("14/12/2026"));
    let keys: Vec<String> = screen.view().keys.into_iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["F1", "Esc"]);
    // with promises both stand before everything else, so that no window leaves them out
    let clerk = Clerk::on_monday();
    let keys: Vec<String> = clerk.sees().keys.into_iter().map(|(key, _)| key).collect();
    assert_eq!(keys[..3], ["F1", "Esc", "Enter"]);
}
