//! A dossier to which one thing was done, or two: each of its three grades says what was done to it and nothing of the
//! others, in words, in JSON and by the exit code.

mod ledgers;
mod manifests;
mod papers;
mod records;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use doithoai::domain::follow_up::LedgerCommand;
use doithoai::store::clock::Clock;
use doithoai::store::sessions::follow_up::{LedgerFile, attach, promises_of};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::computer::{Computer, Ran};

const MANIFEST: &str = "MANIFEST.sha256";

const MINUTES: &str = "bien-ban.docx";

const PLAN: &str = "dinh-kem/plan-01-moi.pdf";

const INVITATIONS: &str = "dinh-kem/invitations-01-moi.pdf";

const LEDGER: &str = "follow-up.ron";

const SCAN: &str = "follow-up-files/01-moi.pdf";

/// A dossier with papers of the office, a ledger and a file in it, as the program wrote it.
struct Written {
    computer: Computer,
    folder: PathBuf,
}

fn written() -> Written {
    let computer = Computer::new();
    let from = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden/0.1.0/sessions/everything-qd-1573-2025/journal.ron");
    fs::create_dir_all(computer.session("phien")).unwrap();
    fs::copy(from, computer.journal("phien")).unwrap();
    let paper = computer.folder().join("moi.pdf");
    fs::write(&paper, "giấy mời").unwrap();
    let session = computer.session("phien");
    let attachment = attach(&session, &paper, None).unwrap();
    enter(&session, LedgerCommand::Attach { attachment });
    let ran = computer.run(&[
        "export",
        "phien",
        "--to",
        "ho-so",
        "--attach",
        "plan=moi.pdf",
        "--attach",
        "invitations=moi.pdf",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let folder = computer.folder().join("ho-so");
    if !folder.join(SCAN).exists() {
        // The first version had no ledger; one is laid into its dossier as on a stick.
        fs::copy(session.join(LEDGER), folder.join(LEDGER)).unwrap();
        fs::create_dir(folder.join(SCAN).parent().unwrap()).unwrap();
        fs::copy(session.join(SCAN), folder.join(SCAN)).unwrap();
    }
    assert!(folder.join(PLAN).is_file());
    Written { computer, folder }
}

fn enter(folder: &Path, command: LedgerCommand) {
    let indexed = promises_of(folder).unwrap();
    LedgerFile::open(folder, Clock::system())
        .unwrap()
        .enter(&indexed.promises, &indexed.anchor, command)
        .unwrap();
}

fn note() -> LedgerCommand {
    LedgerCommand::Note {
        item: None,
        text: "đã gọi điện".to_owned(),
    }
}

fn edit(path: &Path, change: impl FnOnce(String) -> String) {
    let text = fs::read_to_string(path).unwrap();
    let changed = change(text.clone());
    assert_ne!(changed, text, "{}", path.display());
    fs::write(path, changed).unwrap();
}

fn append(path: &Path, text: &str) {
    let mut bytes = fs::read(path).unwrap();
    bytes.extend(text.as_bytes());
    fs::write(path, bytes).unwrap();
}

fn misspell(path: &Path) {
    edit(path, |text| text.replacen("Phiêng", "Phiên", 1));
}

fn without_line_of(folder: &Path, path: &str) {
    edit(&folder.join(MANIFEST), |text| {
        text.split_inclusive('\n')
            .filter(|line| !line.trim_end().ends_with(&format!("  {path}")))
            .collect()
    });
}

fn with_line(folder: &Path, path: &str) {
    let sum = "0".repeat(64);
    append(&folder.join(MANIFEST), &format!("{sum}  {path}\n"));
}

fn in_remark(folder: &Path, change: impl Fn(&str) -> String) {
    edit(&folder.join(MANIFEST), |text| {
        let (remark, rest) = text.split_once('\n').unwrap();
        format!("{}\n{rest}", change(remark))
    });
}

/// The word behind another in the remark, exchanged.
fn remark_says(folder: &Path, name: &str, value: &str) {
    in_remark(folder, |remark| {
        let (before, after) = remark.split_once(&format!("{name} ")).unwrap();
        let (_, after) = after.split_once(' ').unwrap_or((after, ""));
        format!("{before}{name} {value} {after}")
            .trim_end()
            .to_owned()
    });
}

fn write_sums_anew(folder: &Path) {
    edit(&folder.join(MANIFEST), |text| {
        text.lines()
            .map(|line| match line.split_once("  ") {
                Some((_, path)) => {
                    let mut sum = String::new();
                    for byte in Sha256::digest(fs::read(folder.join(path)).unwrap()) {
                        write!(sum, "{byte:02x}").unwrap();
                    }
                    format!("{sum}  {path}\n")
                }
                None => format!("{line}\n"),
            })
            .collect()
    });
}

fn remove(folder: &Path, path: &str) {
    fs::remove_file(folder.join(path)).unwrap();
}

/// What was done to a dossier, and what has to be said of it.
struct Case {
    what: &'static str,
    done: fn(&Path),
    record: bool,
    manifest: bool,
    /// Why the papers were not made once more.
    not_compared: Option<&'static str>,
    /// The papers that are not as the program made or the office attached them.
    states: &'static [(&'static str, &'static str)],
    /// What stands in the English words.
    says: &'static str,
}

const FINE: Case = Case {
    what: "nothing",
    done: |_| {},
    record: true,
    manifest: true,
    not_compared: None,
    states: &[],
    says: "byte for byte",
};

const BROKEN_RECORD: Case = Case {
    record: false,
    says: "NOT to be relied on",
    ..FINE
};

const BROKEN_MANIFEST: Case = Case {
    manifest: false,
    says: "manifest: WRONG",
    ..FINE
};

fn each_says_what_was_done(cases: &[Case]) {
    let Written { computer, folder } = written();
    let before = computer.folder().join("truoc");
    fs::rename(&folder, &before).unwrap();
    let mut judged = Vec::new();
    for case in cases {
        let _ = fs::remove_dir_all(&folder);
        let copied = Command::new("cp")
            .arg("-r")
            .args([&before, &folder])
            .status();
        assert!(copied.unwrap().success());
        (case.done)(&folder);
        // Whether it is to be relied on comes before the words for it: every version says that by its exit code.
        let ran = computer.run(&["verify", "ho-so", "--lang", "en"]);
        let is_sound = case.record && case.manifest;
        assert_eq!(ran.code, i32::from(!is_sound), "{}: {}", case.what, ran.err);
        judged.push((case, ran, computer.run(&["verify", "ho-so", "--json"])));
    }
    for (case, in_words, in_json) in judged {
        says_what_was_done(case, &in_words, &in_json);
    }
}

fn says_what_was_done(case: &Case, in_words: &Ran, ran: &Ran) {
    let what = case.what;
    let told: Value = serde_json::from_str(&ran.out)
        .unwrap_or_else(|_| panic!("{what}: {} {}", ran.out, ran.err));
    let is_sound = case.record && case.manifest;
    assert_eq!(ran.code, i32::from(!is_sound), "{what}: {told}");
    assert_eq!(told["sound"], Value::Bool(is_sound), "{what}: {told}");
    let is_whole = is_sound && case.not_compared.is_none() && case.states.is_empty();
    assert_eq!(told["whole"], Value::Bool(is_whole), "{what}: {told}");
    assert_eq!(
        told["record"]["whole"],
        Value::Bool(case.record),
        "{what}: {told}"
    );
    let manifest = told["manifest"].as_array().unwrap();
    assert_eq!(manifest.is_empty(), case.manifest, "{what}: {told}");
    let not_compared = told["papers"]["not_compared"].as_str();
    assert_eq!(not_compared, case.not_compared, "{what}: {told}");
    let files = told["papers"]["files"].as_array().unwrap();
    let odd: Vec<(&str, &str)> = files
        .iter()
        .map(|file| {
            let text = |name: &str| file[name].as_str().unwrap();
            (text("path"), text("state"))
        })
        .filter(|(_, state)| !matches!(*state, "as_made" | "unchanged"))
        .collect();
    let mut expected = case.states.to_vec();
    expected.sort_unstable();
    assert_eq!(odd, expected, "{what}: {told}");
    let words = format!("{}\n{}", in_words.out, in_words.err);
    assert!(words.contains(case.says), "{what}: {words}");
    for (grade, is_right) in [
        ("NOT to be relied on", !case.record),
        ("manifest: right", case.manifest),
    ] {
        assert_eq!(words.contains(grade), is_right, "{what}: {words}");
    }
}
