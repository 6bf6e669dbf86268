//! A dossier to which one thing was done, or two: each of its three grades says what was done to it and nothing of the
//! others, in words, in JSON and by the exit code.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use doithoai::domain::follow_up::{JournalAnchor, LedgerCommand};
use doithoai::store::clock::Clock;
use doithoai::store::sessions::follow_up::{LedgerFile, attach, promises_of};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::computer::Computer;

const MANIFEST: &str = "MANIFEST.sha256";
const MINUTES: &str = "bien-ban.docx";
const PLAN: &str = "dinh-kem/plan-01-moi.pdf";
const INVITATIONS: &str = "dinh-kem/invitations-01-moi.pdf";
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
    assert!(folder.join(SCAN).is_file() && folder.join(INVITATIONS).is_file());
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

const RECORDS: &[Case] = &[
    FINE,
    Case {
        what: "a letter in record.json",
        done: |folder| misspell(&folder.join("record.json")),
        ..BROKEN_RECORD
    },
    Case {
        what: "record.json is none",
        done: |folder| fs::write(folder.join("record.json"), "xin chào").unwrap(),
        ..BROKEN_RECORD
    },
    Case {
        what: "record.json is empty",
        done: |folder| fs::write(folder.join("record.json"), "").unwrap(),
        ..BROKEN_RECORD
    },
    Case {
        what: "record.json is gone",
        done: |folder| remove(folder, "record.json"),
        says: "record.json: missing",
        ..BROKEN_RECORD
    },
    Case {
        what: "a letter in record.json, and its sum",
        done: |folder| {
            misspell(&folder.join("record.json"));
            write_sums_anew(folder);
        },
        says: "record.json",
        ..BROKEN_RECORD
    },
    Case {
        what: "a letter in record.ron",
        done: |folder| misspell(&folder.join("record.ron")),
        ..BROKEN_RECORD
    },
    Case {
        what: "record.ron is gone",
        done: |folder| remove(folder, "record.ron"),
        ..BROKEN_RECORD
    },
    Case {
        what: "a letter in both",
        done: |folder| {
            misspell(&folder.join("record.json"));
            misspell(&folder.join("record.ron"));
        },
        not_compared: Some("no_record"),
        says: "cannot be made again",
        ..BROKEN_RECORD
    },
    Case {
        what: "a letter in both, and their sums",
        done: |folder| {
            misspell(&folder.join("record.json"));
            misspell(&folder.join("record.ron"));
            write_sums_anew(folder);
        },
        not_compared: Some("no_record"),
        ..BROKEN_RECORD
    },
    Case {
        what: "both are gone",
        done: |folder| {
            remove(folder, "record.json");
            remove(folder, "record.ron");
        },
        not_compared: Some("no_record"),
        ..BROKEN_RECORD
    },
    Case {
        what: "a letter in both, and a paper",
        done: |folder| {
            misspell(&folder.join("record.json"));
            misspell(&folder.join("record.ron"));
            append(&folder.join(MINUTES), "x");
        },
        not_compared: Some("no_record"),
        states: &[(MINUTES, "edited")],
        ..BROKEN_RECORD
    },
    Case {
        what: "a letter in record.json, and a paper",
        done: |folder| {
            misspell(&folder.join("record.json"));
            append(&folder.join(MINUTES), "x");
        },
        states: &[(MINUTES, "edited")],
        ..BROKEN_RECORD
    },
    Case {
        what: "a letter in the journal",
        done: |folder| misspell(&folder.join("journal.ron")),
        ..BROKEN_RECORD
    },
    Case {
        what: "the ends of the journal's lines",
        done: |folder| {
            edit(&folder.join("journal.ron"), |text| {
                text.replace('\n', "\r\n")
            });
        },
        ..BROKEN_RECORD
    },
    Case {
        what: "the journal is gone",
        done: |folder| remove(folder, "journal.ron"),
        says: "journal.ron: missing",
        ..BROKEN_RECORD
    },
    Case {
        what: "the journal is cut back, and its sum",
        done: |folder| {
            edit(&folder.join("journal.ron"), |text| {
                text.split_inclusive('\n').take(40).collect()
            });
            write_sums_anew(folder);
        },
        ..BROKEN_RECORD
    },
];

const PAPERS: &[Case] = &[
    Case {
        what: "a paper edited",
        done: |folder| append(&folder.join(MINUTES), "x"),
        states: &[(MINUTES, "edited")],
        says: "edited by the office: bien-ban.docx",
        ..FINE
    },
    Case {
        what: "a paper added",
        done: |folder| fs::write(folder.join("ban-ky.pdf"), "scan").unwrap(),
        states: &[("ban-ky.pdf", "added")],
        says: "added: ban-ky.pdf",
        ..FINE
    },
    Case {
        what: "an empty folder added",
        done: |folder| fs::create_dir(folder.join("ky-so")).unwrap(),
        states: &[("ky-so", "added")],
        ..FINE
    },
    Case {
        what: "a paper taken away",
        done: |folder| remove(folder, MINUTES),
        states: &[(MINUTES, "missing")],
        says: "missing: bien-ban.docx",
        ..FINE
    },
    Case {
        what: "all papers of a folder taken away",
        done: |folder| remove(folder, "phieu-chuyen/01-hanh-chinh-cong.docx"),
        states: &[("phieu-chuyen/01-hanh-chinh-cong.docx", "missing")],
        ..FINE
    },
    Case {
        what: "an attached paper edited",
        done: |folder| append(&folder.join(PLAN), "x"),
        states: &[(PLAN, "edited")],
        ..FINE
    },
    Case {
        what: "an attached paper taken away",
        done: |folder| remove(folder, PLAN),
        states: &[(PLAN, "missing")],
        ..FINE
    },
    Case {
        what: "a paper put beside the attached ones",
        done: |folder| fs::write(folder.join("dinh-kem/them.pdf"), "x").unwrap(),
        states: &[("dinh-kem/them.pdf", "added")],
        ..FINE
    },
    Case {
        what: "made in another layout",
        done: |folder| remark_says(folder, "layout", "4"),
        not_compared: Some("other_version"),
        says: "not comparable, made by",
        ..FINE
    },
    Case {
        what: "made by another version",
        done: |folder| remark_says(folder, "doithoai", "0.1.7"),
        not_compared: Some("other_version"),
        says: "not comparable, made by 0.1.7;",
        ..FINE
    },
    Case {
        what: "made in another layout, and a paper edited, added and taken away",
        done: |folder| {
            remark_says(folder, "layout", "4");
            append(&folder.join(MINUTES), "x");
            fs::write(folder.join("ban-ky.pdf"), "scan").unwrap();
            remove(folder, "han-xu-ly.ics");
        },
        not_compared: Some("other_version"),
        states: &[
            (MINUTES, "edited"),
            ("ban-ky.pdf", "added"),
            ("han-xu-ly.ics", "missing"),
        ],
        says: "not comparable, made by",
        ..FINE
    },
    Case {
        what: "made with other sentences",
        done: |folder| remark_says(folder, "words", "0123456789abcdef"),
        not_compared: Some("other_sentences"),
        says: "with other sentences",
        ..FINE
    },
];

const MANIFESTS: &[Case] = &[
    Case {
        what: "its line ends and a mark, as tools leave them",
        done: |folder| {
            edit(&folder.join(MANIFEST), |text| {
                format!("\u{feff}{}", text.replace('\n', "\r\n"))
            });
        },
        ..FINE
    },
    Case {
        what: "it is gone",
        done: |folder| remove(folder, MANIFEST),
        not_compared: Some("unknown_version"),
        states: &[(PLAN, "unknown"), (INVITATIONS, "unknown")],
        says: "THERE IS NONE",
        ..BROKEN_MANIFEST
    },
    Case {
        what: "it is gone, and a paper was edited",
        done: |folder| {
            remove(folder, MANIFEST);
            append(&folder.join(MINUTES), "x");
        },
        not_compared: Some("unknown_version"),
        states: &[
            (MINUTES, "unknown"),
            (PLAN, "unknown"),
            (INVITATIONS, "unknown"),
        ],
        says: "nothing to judge it by: bien-ban.docx",
        ..BROKEN_MANIFEST
    },
    Case {
        what: "it is empty",
        done: |folder| fs::write(folder.join(MANIFEST), "").unwrap(),
        not_compared: Some("unknown_version"),
        states: &[(PLAN, "unknown"), (INVITATIONS, "unknown")],
        ..BROKEN_MANIFEST
    },
    Case {
        what: "a link in its place",
        done: |folder| {
            let copy = folder.with_file_name("MANIFEST");
            fs::rename(folder.join(MANIFEST), &copy).unwrap();
            std::os::unix::fs::symlink(copy, folder.join(MANIFEST)).unwrap();
        },
        not_compared: Some("unknown_version"),
        states: &[(PLAN, "unknown"), (INVITATIONS, "unknown")],
        says: "THERE IS NONE",
        ..BROKEN_MANIFEST
    },
    Case {
        what: "the line that names the journal is gone",
        done: |folder| {
            edit(&folder.join(MANIFEST), |text| {
                text.split_inclusive('\n').skip(1).collect()
            });
        },
        not_compared: Some("unknown_version"),
        ..BROKEN_MANIFEST
    },
    Case {
        what: "the line of a paper is gone",
        done: |folder| without_line_of(folder, MINUTES),
        ..BROKEN_MANIFEST
    },
    Case {
        what: "the line of a record is gone",
        done: |folder| without_line_of(folder, "record.json"),
        ..BROKEN_MANIFEST
    },
    Case {
        what: "the line of an attached paper is gone",
        done: |folder| without_line_of(folder, PLAN),
        states: &[(PLAN, "unknown")],
        ..BROKEN_MANIFEST
    },
    Case {
        what: "a line for a file that nobody wrote",
        done: |folder| with_line(folder, "quyet-dinh.docx"),
        says: "quyet-dinh.docx: stands in MANIFEST.sha256",
        ..BROKEN_MANIFEST
    },
    Case {
        what: "a line for a paper of the office that nobody attached",
        done: |folder| with_line(folder, "dinh-kem/plan-09-ma.pdf"),
        says: "plan-09-ma.pdf: stands in MANIFEST.sha256",
        ..BROKEN_MANIFEST
    },
    Case {
        what: "a line for a file that nobody wrote, in another layout",
        done: |folder| {
            remark_says(folder, "layout", "4");
            with_line(folder, "quyet-dinh.docx");
        },
        not_compared: Some("other_version"),
        ..BROKEN_MANIFEST
    },
    Case {
        what: "a scan added, and a line for it",
        done: |folder| {
            fs::write(folder.join("ban-ky.pdf"), "scan").unwrap();
            with_line(folder, "ban-ky.pdf");
            write_sums_anew(folder);
        },
        states: &[("ban-ky.pdf", "added")],
        ..BROKEN_MANIFEST
    },
    Case {
        what: "a paper edited, and its sum",
        done: |folder| {
            append(&folder.join(MINUTES), "x");
            write_sums_anew(folder);
        },
        states: &[(MINUTES, "edited")],
        ..BROKEN_MANIFEST
    },
    Case {
        what: "the sum of a paper that is as it was made",
        done: |folder| {
            without_line_of(folder, MINUTES);
            with_line(folder, MINUTES);
        },
        ..BROKEN_MANIFEST
    },
    Case {
        what: "a line twice",
        done: |folder| {
            with_line(folder, MINUTES);
        },
        ..BROKEN_MANIFEST
    },
    Case {
        what: "an absolute path",
        done: |folder| with_line(folder, "/etc/passwd"),
        ..BROKEN_MANIFEST
    },
    Case {
        what: "a path out of the folder",
        done: |folder| with_line(folder, "../plan.ron"),
        ..BROKEN_MANIFEST
    },
    Case {
        what: "a path of Windows",
        done: |folder| with_line(folder, "C:\\Windows\\win.ini"),
        ..BROKEN_MANIFEST
    },
    Case {
        what: "a link in the place of a paper",
        done: |folder| {
            let copy = folder.with_file_name("copy.docx");
            fs::rename(folder.join(MINUTES), &copy).unwrap();
            std::os::unix::fs::symlink(copy, folder.join(MINUTES)).unwrap();
        },
        states: &[(MINUTES, "missing")],
        ..BROKEN_MANIFEST
    },
    Case {
        what: "a device",
        done: |folder| {
            let made = Command::new("mkfifo").arg(folder.join("ong")).status();
            assert!(made.unwrap().success());
        },
        states: &[("ong", "added")],
        ..BROKEN_MANIFEST
    },
    Case {
        what: "a folder in the place of a paper",
        done: |folder| {
            remove(folder, MINUTES);
            fs::create_dir(folder.join(MINUTES)).unwrap();
        },
        states: &[(MINUTES, "missing")],
        ..FINE
    },
];

const LEDGERS: &[Case] = &[
    Case {
        what: "something entered since",
        done: |folder| enter(folder, note()),
        ..FINE
    },
    Case {
        what: "a letter in what was entered",
        done: |folder| {
            edit(&folder.join("follow-up.ron"), |text| {
                text.replacen("moi.pdf", "noi.pdf", 1)
            });
        },
        ..BROKEN_RECORD
    },
    Case {
        what: "its last line cut off",
        done: |folder| {
            edit(&folder.join("follow-up.ron"), |text| {
                text.split_inclusive('\n').take(1).collect()
            });
        },
        says: "lines that were there when the dossier was written are gone",
        ..BROKEN_RECORD
    },
    Case {
        what: "it is gone",
        done: |folder| remove(folder, "follow-up.ron"),
        says: "follow-up.ron: missing",
        ..BROKEN_RECORD
    },
    Case {
        what: "kept over another journal",
        done: |folder| {
            remove(folder, "follow-up.ron");
            let indexed = promises_of(folder).unwrap();
            let other = JournalAnchor {
                entries: 3,
                code: "0123456789abcdef".to_owned(),
            };
            LedgerFile::open(folder, Clock::system())
                .unwrap()
                .enter(&indexed.promises, &other, note())
                .unwrap();
        },
        says: "follows another journal",
        ..BROKEN_RECORD
    },
    Case {
        what: "a file of it changed",
        done: |folder| append(&folder.join(SCAN), "x"),
        says: "follow-up-files/01-moi.pdf: missing, or not the file",
        ..BROKEN_RECORD
    },
    Case {
        what: "a file of it taken away",
        done: |folder| remove(folder, SCAN),
        says: "follow-up-files/01-moi.pdf: missing, or not the file",
        ..BROKEN_RECORD
    },
];

fn each_says_what_was_done(cases: &[Case]) {
    let Written { computer, folder } = written();
    let before = computer.folder().join("truoc");
    fs::rename(&folder, &before).unwrap();
    for case in cases {
        let _ = fs::remove_dir_all(&folder);
        let copied = Command::new("cp")
            .arg("-r")
            .args([&before, &folder])
            .status();
        assert!(copied.unwrap().success());
        (case.done)(&folder);
        says_what_was_done(&computer, case);
    }
}

fn says_what_was_done(computer: &Computer, case: &Case) {
    let what = case.what;
    let ran = computer.run(&["verify", "ho-so", "--json"]);
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
    let ran = computer.run(&["verify", "ho-so", "--lang", "en"]);
    assert_eq!(ran.code, i32::from(!is_sound), "{what}");
    let words = format!("{}\n{}", ran.out, ran.err);
    assert!(words.contains(case.says), "{what}: {words}");
    for (grade, is_right) in [
        ("NOT to be relied on", !case.record),
        ("manifest: right", case.manifest),
    ] {
        assert_eq!(words.contains(grade), is_right, "{what}: {words}");
    }
}

#[test]
fn what_was_done_to_the_record_is_held_against_the_record_alone() {
    each_says_what_was_done(RECORDS);
}

#[test]
fn what_was_done_to_the_papers_is_named_and_not_condemned() {
    each_says_what_was_done(PAPERS);
}

#[test]
fn what_the_manifest_says_that_is_not_so_is_held_against_the_manifest_alone() {
    each_says_what_was_done(MANIFESTS);
}

#[test]
fn what_was_entered_later_is_judged_by_its_own_chain() {
    each_says_what_was_done(LEDGERS);
}

#[test]
fn papers_are_compared_in_the_order_in_which_they_were_attached() {
    let computer = Computer::new();
    let id = computer.create("dien-bien");
    fs::write(computer.folder().join("moi.pdf"), "giấy mời").unwrap();
    for order in [["plan", "invitations"], ["invitations", "plan"]] {
        let attached = order.map(|kind| format!("{kind}=moi.pdf"));
        let to = order[0];
        let ran = computer.run(&[
            "export",
            &id,
            "--to",
            to,
            "--attach",
            &attached[0],
            "--attach",
            &attached[1],
        ]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let ran = computer.run(&["verify", to, "--json"]);
        let told: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(
            (ran.code, &told["whole"]),
            (0, &Value::Bool(true)),
            "{told}"
        );
    }
}
