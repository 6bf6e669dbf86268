//! The follow-up screen: a clerk on a Monday morning, her keys counted, everything she enters on disk before it is shown.

mod forms;
mod order;
mod windows;
mod words;

use std::path::{Path, PathBuf};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use doithoai::domain::deadlines::Basis;
use doithoai::domain::deadlines::explain::Explainer;
use doithoai::domain::follow_up::teller::FollowUpTeller;
use doithoai::domain::follow_up::{DueState, DutyRef, LedgerCommand, overview};
use doithoai::domain::i18n::{Lang, WordedError};
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
use doithoai::tui::follow_up::{FollowUpScreen, FollowedCase, draw};
use doithoai::tui::theme::Theme;
use doithoai::tui::vn_input::Typing;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::support::closed_sessions::{closed_of, laid_down, plan};
use crate::support::days::{day, letter};
use crate::support::ledger_office::Office;

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
                    | EnterError::NotWritten(_)) => {
                        NotEntered::Failed(WordedError::of_sentence(other.to_string()))
                    }
                })
        };
        let theme = Theme::plain();
        let env = FollowUpEnv {
            theme: &theme,
            now: &|| clock.now(),
            enter: &enter,
            attach: &|case, path, item, paper| {
                let mut attachment = attach(&case.ledger_folder, path, item).map_err(|error| {
                    NotEntered::Failed(WordedError::of_sentence(error.to_string()))
                })?;
                attachment.paper = paper;
                enter(case, LedgerCommand::Attach { attachment })
            },
            place: &|_, _| Err(WordedError::of_sentence("no".into())),
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
