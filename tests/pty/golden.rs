//! What the program of a released version left behind, met by the real program of today: a dossier that is checked, a
//! session that was cut off in the middle of a note, a user's own profile and calendar.

use std::path::{Path, PathBuf};

use doithoai::store::journal;
use serde_json::Value;

use crate::computer::{Computer, ROOMY};

const VERSION: &str = "0.1.0";

fn golden(part: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(VERSION)
        .join(part)
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &to);
        } else {
            std::fs::copy(&path, to).unwrap();
        }
    }
}

#[test]
fn a_dossier_of_then_is_whole() {
    let computer = Computer::new();
    copy(&golden("dossier"), &computer.folder().join("ho-so"));
    let ran = computer.run(&["verify", "ho-so"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    // and one letter that was changed is found
    let record = computer.folder().join("ho-so/record.json");
    let text = std::fs::read_to_string(&record).unwrap();
    std::fs::write(&record, text.replacen("Phiêng", "Phiên", 1)).unwrap();
    assert_eq!(computer.run(&["verify", "ho-so"]).code, 1);
}

#[test]
fn a_session_that_was_cut_off_goes_on_with_the_note_that_was_being_written() {
    let computer = Computer::new();
    let folder = computer.session("2026-11-25-01");
    copy(&golden("left-behind"), &folder);
    let before = std::fs::read(folder.join(journal::FILE_NAME)).unwrap();
    assert_eq!(computer.run(&["verify", "2026-11-25-01"]).code, 0);
    let mut terminal = computer.open(&["run", "2026-11-25-01"], ROOMY);
    terminal.wait_for_text("Hẹn khảo sát đường vào bản");
    terminal.kill();
    let after = std::fs::read(folder.join(journal::FILE_NAME)).unwrap();
    assert!(after.starts_with(&before));
    // and it is exported, with every value that stood in it
    let record = computer.record("2026-11-25-01");
    assert!(
        record["turns"]
            .as_array()
            .is_some_and(|turns| turns.len() >= 2)
    );
}

#[test]
fn every_session_of_then_is_exported_and_its_journal_is_in_the_dossier_as_it_was() {
    let computer = Computer::new();
    for entry in std::fs::read_dir(golden("sessions")).unwrap() {
        let from = entry.unwrap().path();
        let id = from.file_name().unwrap().to_string_lossy().into_owned();
        std::fs::create_dir_all(computer.session(&id)).unwrap();
        std::fs::copy(from.join(journal::FILE_NAME), computer.journal(&id)).unwrap();
        let to = format!("ho-so-{id}");
        let ran = computer.run(&["export", &id, "--to", &to]);
        assert_eq!(ran.code, 0, "{id}: {}", ran.err);
        let old = std::fs::read(from.join(journal::FILE_NAME)).unwrap();
        let new = std::fs::read(computer.folder().join(&to).join(journal::FILE_NAME)).unwrap();
        assert!(old.starts_with(&new) && new.ends_with(b"\n"), "{id}");
        let ran = computer.run(&["verify", &to]);
        assert_eq!(ran.code, 0, "{id}: {}", ran.err);
    }
}

#[test]
fn a_users_own_profile_and_calendar_count_as_they_did() {
    let computer = Computer::new();
    let configuration = computer.folder().join("configuration");
    copy(&golden("regulations"), &configuration.join("regulations"));
    std::fs::remove_file(configuration.join("regulations/template.ron")).unwrap();
    copy(&golden("calendar"), &configuration.join("calendar"));
    for entry in std::fs::read_dir(configuration.join("calendar")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "json") {
            std::fs::remove_file(path).unwrap();
        }
    }
    let arguments = [
        "deadlines",
        "--regulation",
        "xa-rieng-2026",
        "--held",
        "25/11/2028",
        "--json",
    ];
    let ran = computer.run(&arguments);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let days = |text: &str| -> Vec<(String, String)> {
        let told: Value = serde_json::from_str(text).unwrap();
        let all = told["deadlines"]
            .as_array()
            .or(told.as_array())
            .unwrap()
            .clone();
        all.iter()
            .map(|one| (one["id"].to_string(), one["due"].to_string()))
            .collect()
    };
    let old = std::fs::read_to_string(golden("calendar/deadlines-xa-rieng-2026.json")).unwrap();
    assert!(days(&old).len() > 3, "{old}");
    assert_eq!(days(&ran.out), days(&old));
}
