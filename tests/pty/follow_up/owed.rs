//! `due` and `find` as a scheduled task runs them: the real program, its exit codes and its JSON.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use doithoai::domain::follow_up::LedgerCommand;
use doithoai::store::clock::Clock;
use doithoai::store::sessions::SessionStore;
use doithoai::store::sessions::follow_up::{LedgerFile, promises_of};

use crate::support::closed_sessions::{closed, laid_down};
use crate::support::ledger_office::Office;

struct Computer {
    home: tempfile::TempDir,
}

impl Computer {
    fn new() -> Self {
        Self {
            home: tempfile::tempdir().unwrap(),
        }
    }

    fn folder(&self, id: &str) -> PathBuf {
        SessionStore::at(self.home.path()).folder().join(id)
    }

    /// A session that was held so many days ago.
    fn held(&self, id: &str, days_ago: u64) -> PathBuf {
        let held = today() - chrono::Days::new(days_ago);
        let held = held.format("%d/%m/%Y").to_string();
        laid_down(&closed("lao-cai-7-qc-tu-2025", &held, 5), &self.folder(id))
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_doithoai"))
            .args(arguments)
            .env("DOITHOAI_DATA_DIR", self.home.path())
            .env("DOITHOAI_CONFIG_DIR", self.home.path().join("config"))
            .env_remove("DOITHOAI_LANG")
            .output()
            .unwrap()
    }
}

fn today() -> chrono::NaiveDate {
    Clock::system().now().wall.date_naive()
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stdout)))
}

fn enter(folder: &Path, command: LedgerCommand) {
    let indexed = promises_of(folder).unwrap();
    LedgerFile::open(folder, Clock::system())
        .unwrap()
        .enter(&indexed.promises, &indexed.anchor, command)
        .unwrap();
}

#[test]
fn a_scheduled_task_learns_by_the_exit_code_whether_anything_is_overdue() {
    // given nothing, then nothing is owed
    let computer = Computer::new();
    let output = computer.run(&["due", "--json"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(json(&output)["open"], 0);
    // given a session of today, then what follows is not overdue
    computer.held("a", 0);
    let output = computer.run(&["due", "--json"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(json(&output)["open"].as_u64().unwrap() >= 4);
    // given one of long ago, then its answers and its notice are overdue
    let old = computer.held("b", 80);
    let output = computer.run(&["due", "--json"]);
    assert_eq!(output.status.code(), Some(3));
    let told = json(&output);
    assert_eq!(told["schema"], "doithoai-due/1");
    let overdue: Vec<_> = told["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|item| item["state"] == "overdue")
        .collect();
    assert_eq!(overdue.len() as u64, told["overdue"].as_u64().unwrap());
    let promises = overdue.iter().filter(|item| item["kind"] == "promise");
    assert_eq!(promises.count(), 3);
    assert!(
        overdue
            .iter()
            .all(|item| item["days"].as_i64().unwrap() < 0)
    );
    // and the words say the same, with the person and the agency
    let words = String::from_utf8(computer.run(&["due"]).stdout).unwrap();
    assert!(
        words.contains("QUÁ HẠN") && words.contains("Nguyễn Thị Số 3"),
        "{words}"
    );
    // when everything of it is answered, one by one
    let letter = |days| doithoai::domain::follow_up::LetterDate {
        number: None,
        on: today() - chrono::Days::new(days),
    };
    for item in 3..=5 {
        enter(&old, Office::answer(item, letter(1)));
    }
    let told = json(&computer.run(&["due", "--json"]));
    let promises = told["items"].as_array().unwrap().iter();
    let left = promises.filter(|item| item["state"] == "overdue" && item["kind"] == "promise");
    assert_eq!(left.count(), 0);
}

#[test]
fn a_session_that_cannot_be_read_is_named_and_the_others_are_listed_all_the_same() {
    let computer = Computer::new();
    computer.held("a", 0);
    let broken = computer.held("b", 0);
    let journal = broken.join("journal.ron");
    let mut bytes = std::fs::read(&journal).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&journal, bytes).unwrap();
    let output = computer.run(&["due", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let told = json(&output);
    assert_eq!(told["unreadable"][0]["session"], "b");
    assert!(told["open"].as_u64().unwrap() >= 4);
    assert!(String::from_utf8_lossy(&output.stderr).contains('b'));
}

#[test]
fn a_wrong_number_of_days_is_refused_and_a_calendar_comes_out() {
    let computer = Computer::new();
    computer.held("a", 0);
    assert_eq!(
        computer.run(&["due", "--within", "x"]).status.code(),
        Some(1)
    );
    let calendar = computer.run(&["due", "--within", "9w", "--ics"]);
    let calendar = String::from_utf8(calendar.stdout).unwrap();
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n"));
    let events = calendar.matches("BEGIN:VEVENT").count();
    assert_eq!(events, calendar.matches("DTSTART;VALUE=DATE:").count());
    assert!(events >= 4, "{calendar}");
    assert!(calendar.lines().all(|line| line.len() <= 75));
}

/// Every key in a JSON text, however deep.
fn keys(value: &serde_json::Value, all: &mut std::collections::BTreeSet<String>) {
    match value {
        serde_json::Value::Object(object) => {
            for (key, inner) in object {
                all.insert(key.clone());
                keys(inner, all);
            }
        }
        serde_json::Value::Array(values) => values.iter().for_each(|inner| keys(inner, all)),
        serde_json::Value::Null
        | serde_json::Value::Bool(_)
        | serde_json::Value::Number(_)
        | serde_json::Value::String(_) => {}
    }
}

#[test]
fn every_field_that_other_programs_read_is_documented() {
    let page = include_str!("../../../docs/json.md");
    let computer = Computer::new();
    computer.held("a", 80);
    computer.held("b", 0);
    let broken = computer.held("c", 0);
    std::fs::write(broken.join("journal.ron"), "(seq:").unwrap();
    for arguments in [
        &["due", "--json"][..],
        &["find", "viec", "--json"],
        &["sessions", "--json"],
    ] {
        let mut all = std::collections::BTreeSet::new();
        let output = computer.run(arguments);
        keys(&json(&output), &mut all);
        assert!(all.len() > 8, "{arguments:?}: {all:?}");
        for key in all {
            assert!(page.contains(&format!("`{key}`")), "{arguments:?}: {key}");
        }
    }
    // and what is overdue is told by the exit code even where a session cannot be read
    let output = computer.run(&["due"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("phiên c"));
}

#[test]
fn what_is_put_away_is_found_and_owed_as_before_and_comes_back() {
    let computer = Computer::new();
    computer.held("a", 80);
    let told = |arguments: &[&str]| {
        let output = computer.run(arguments);
        String::from_utf8(output.stdout).unwrap()
    };
    let overdue = json(&computer.run(&["due", "--json"]))["overdue"].clone();
    assert_eq!(computer.run(&["archive", "a"]).status.code(), Some(0));
    assert!(!told(&["sessions"]).contains("Đối thoại của"));
    assert!(told(&["sessions", "--archived"]).contains("Đối thoại của"));
    assert!(told(&["find", "viec thu 3"]).contains("việc thứ 3"));
    assert_eq!(json(&computer.run(&["due", "--json"]))["overdue"], overdue);
    assert_eq!(computer.run(&["archive", "a"]).status.code(), Some(1));
    assert_eq!(
        computer.run(&["archive", "a", "--restore"]).status.code(),
        Some(0)
    );
    assert!(told(&["sessions"]).contains("Đối thoại của"));
    assert_eq!(
        computer.run(&["archive", "a", "--restore"]).status.code(),
        Some(1)
    );
}

#[test]
fn a_folder_that_holds_a_journal_alone_is_listed_with_its_title() {
    let computer = Computer::new();
    let folder = computer.held("a", 3);
    assert!(!folder.join("standing.ron").exists());
    let told = json(&computer.run(&["sessions", "--json"]));
    assert_eq!(told["sessions"][0]["state"], "closed");
    assert!(
        told["sessions"][0]["title"]
            .as_str()
            .unwrap()
            .starts_with("Đối thoại của")
    );
    // one that cannot be read is named by its folder
    std::fs::write(folder.join("journal.ron"), "(seq:").unwrap();
    let told = json(&computer.run(&["sessions", "--json"]));
    assert_eq!(told["sessions"][0]["id"], "a");
}

#[test]
fn what_was_raised_in_a_session_that_is_not_over_is_found_and_says_so() {
    let computer = Computer::new();
    let golden = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden/0.1.0/sessions/running-dan-tien-2025/journal.ron");
    let folder = computer.folder("open");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::copy(golden, folder.join("journal.ron")).unwrap();
    let found = json(&computer.run(&["find", "duong truc thon", "--json"]));
    assert_eq!(found[0]["session"], "open");
    assert_eq!(found[0]["state"], "session_open");
    let words = String::from_utf8(computer.run(&["find", "duong truc thon"]).stdout).unwrap();
    assert!(words.contains("chưa bế mạc"), "{words}");
    // nothing of it is owed
    assert_eq!(json(&computer.run(&["due", "--json"]))["open"], 0);
}

#[test]
fn an_item_is_found_in_all_sessions_without_diacritics() {
    let computer = Computer::new();
    let folder = computer.held("a", 30);
    computer.held("b", 3);
    enter(
        &folder,
        LedgerCommand::Answer {
            item: 4,
            letter: doithoai::domain::follow_up::LetterDate {
                number: None,
                on: today(),
            },
            outcome: doithoai::domain::follow_up::AnswerOutcome::Settled,
            text: Some("Đã lắp đường ống dẫn nước".into()),
            told: None,
            correction: None,
        },
    );
    let found = json(&computer.run(&["find", "nguyen", "viec thu 4 cua", "--json"]));
    let items: Vec<u64> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["item"].as_u64().unwrap())
        .collect();
    // Item 3 is of a village with that number: every word occurs in it as well.
    assert_eq!(items, [3, 4, 3, 4]);
    let found = json(&computer.run(&["find", "duong ong", "--json"]));
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_eq!(found[0]["session"], "a");
    assert_eq!(found[0]["item"], 4);
    assert_eq!(found[0]["state"], "done");
    let words = String::from_utf8(computer.run(&["find", "khong-co-gi"]).stdout).unwrap();
    assert!(words.contains("Không tìm thấy"), "{words}");
}
