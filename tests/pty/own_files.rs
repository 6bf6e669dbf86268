//! Files of the user's own with a fault: they are told while there is time to mend them, and the dossier is made all the
//! same, with what cannot be counted said to be so.

use serde_json::Value;

use crate::aide::Aide;
use crate::computer::{Computer, LANGUAGES, words};
use doithoai::cli::words::SaidMessage;

/// The second line says a year that is not the file's.
const OTHER_YEAR: &str = "(\n    year: 2031,\n    off: [],\n    worked: [],\n)";

fn with(file: &str, text: &str) -> Computer {
    let computer = Computer::new();
    let path = computer.folder().join("configuration").join(file);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
    computer
}

fn deadlines(record: &Value) -> &Vec<Value> {
    record["deadlines"].as_array().unwrap()
}

/// The first version did this, too.
#[test]
fn a_year_of_days_off_with_a_fault_is_told_at_once_and_the_dossier_is_not_kept_from_the_secretary()
{
    // given the office's own year 2026, which is not right
    let computer = with("calendar/2026.ron", OTHER_YEAR);
    // when a session is laid down, then the fault is told with its file and line, and the session is there
    for ((lang, name), line) in LANGUAGES.into_iter().zip(["dòng 2", "line 2"]) {
        let ran = computer.run(&[
            "new",
            "plan.ron",
            "--regulation",
            "qd-1573-2025",
            "--lang",
            name,
        ]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let warning = crate::aide::before(&words(lang).said[SaidMessage::Warning]);
        for told in [warning.as_str(), "2026.ron", line] {
            assert!(ran.err.contains(told), "{told}: {}", ran.err);
        }
    }
    // and the desk tells it, too
    let id = "2026-11-25-01";
    let mut aide = Aide::at(&computer, id);
    aide.terminal.wait_for_text("2026.ron: dòng 2");
    assert_eq!(aide.leave(), 0);
    // then the dossier is written, and says of what would be counted through that year that it is not
    let ran = computer.run(&["export", id, "--to", "out"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("2026.ron"), "{}", ran.err);
    let record = computer.record(id);
    let silent: Vec<&Value> = deadlines(&record)
        .iter()
        .filter(|due| {
            due["counting"]
                .to_string()
                .contains("2026 nên không tính được")
        })
        .collect();
    assert!(!silent.is_empty(), "{:#}", record["deadlines"]);
    assert!(silent.iter().all(|due| due["on"].is_null()));
    // and once the file is gone it is counted
    std::fs::remove_file(computer.folder().join("configuration/calendar/2026.ron")).unwrap();
    let ran = computer.run(&["export", id, "--to", "out", "--force"]);
    assert_eq!((ran.code, ran.err.contains("2026.ron")), (0, false));
    let record = computer.record(id);
    assert!(
        deadlines(&record)
            .iter()
            .all(|due| { !due["counting"].to_string().contains("nên không tính được") })
    );
}

#[test]
fn a_floor_with_a_fault_is_told_and_the_dossier_says_that_it_is_missing() {
    let floor = "luat-72-2025-dieu-43";
    let computer = with(&format!("regulations/{floor}.ron"), "(id: )");
    // a law that the office chose for the session itself
    let plan = crate::computer::sample().replacen(
        "    level: Commune,",
        &format!("    level: Commune,\n    laws: [\"{floor}\"],"),
        1,
    );
    std::fs::write(computer.folder().join("plan.ron"), plan).unwrap();
    let id = computer.create("dien-bien");
    let mut aide = Aide::at(&computer, &id);
    aide.terminal.wait_for_text(&format!("{floor}.ron: dòng 1"));
    assert_eq!(aide.leave(), 0);
    let ran = computer.run(&["export", &id, "--to", "out", "--lang", "en"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains(&format!("{floor}.ron")), "{}", ran.err);
    let record = computer.record(&id);
    let of_floor: Vec<&Value> = deadlines(&record)
        .iter()
        .filter(|due| due["source"] == floor)
        .collect();
    assert_eq!(of_floor.len(), 1);
    assert!(of_floor[0]["on"].is_null());
    let why = of_floor[0]["counting"][0].as_str().unwrap();
    assert!(why.contains("không dùng được"), "{why}");
}
