//! Every way to change the record or the manifest of a dossier is found.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::{MANIFEST, append, exported, replace, verdict, write_sums_anew};

/// What is done to a dossier, and how it is called.
type Harm = (&'static str, fn(&Path));

const HARMS: &[Harm] = &[
    ("a letter of the record", |folder| {
        replace(&folder.join("record.json"), "Phiêng", "Phiên");
    }),
    ("an item in both records, with new sums", |folder| {
        for name in ["record.json", "record.ron"] {
            replace(
                &folder.join(name),
                "mùa mưa xe không qua được",
                "mùa mưa xe vẫn qua được",
            );
        }
        write_sums_anew(folder);
    }),
    (
        "the code of the journal in the record, with new sums",
        |folder| {
            let text = std::fs::read_to_string(folder.join(MANIFEST)).unwrap();
            let digest = text
                .split("journal ")
                .nth(1)
                .unwrap()
                .split(' ')
                .next()
                .unwrap();
            let other: String = digest.chars().rev().collect();
            for name in ["record.json", "record.ron"] {
                replace(&folder.join(name), digest, &other);
            }
            write_sums_anew(folder);
        },
    ),
    ("the last entries cut off, with new sums", |folder| {
        let path = folder.join("journal.ron");
        let text = std::fs::read_to_string(&path).unwrap();
        let kept: Vec<&str> = text.split_inclusive('\n').take(40).collect();
        std::fs::write(&path, kept.concat()).unwrap();
        write_sums_anew(folder);
    }),
    ("the journal taken away", |folder| {
        std::fs::remove_file(folder.join("journal.ron")).unwrap();
    }),
    ("the record taken away", |folder| {
        std::fs::remove_file(folder.join("record.json")).unwrap();
    }),
    ("a paper changed and its sum, too", |folder| {
        append(&folder.join("bien-ban.docx"), b"x");
        write_sums_anew(folder);
    }),
    ("a line of the manifest taken away", |folder| {
        let path = folder.join(MANIFEST);
        let text = std::fs::read_to_string(&path).unwrap();
        let kept: Vec<&str> = text
            .split_inclusive('\n')
            .filter(|line| !line.contains("bien-ban.docx"))
            .collect();
        std::fs::write(path, kept.concat()).unwrap();
    }),
    ("the line that names the journal taken away", |folder| {
        let path = folder.join(MANIFEST);
        let text = std::fs::read_to_string(&path).unwrap();
        let kept: Vec<&str> = text.split_inclusive('\n').skip(1).collect();
        std::fs::write(path, kept.concat()).unwrap();
    }),
    ("the manifest taken away", |folder| {
        std::fs::remove_file(folder.join(MANIFEST)).unwrap();
    }),
    ("an absolute path", |folder| {
        append(
            &folder.join(MANIFEST),
            format!("{}  /etc/passwd\n", "0".repeat(64)).as_bytes(),
        );
    }),
    ("a path out of the folder", |folder| {
        append(
            &folder.join(MANIFEST),
            format!("{}  ../plan.ron\n", "0".repeat(64)).as_bytes(),
        );
    }),
    ("a link in the place of a paper", |folder| {
        let paper = folder.join("bien-ban.docx");
        let copy = folder.with_file_name("bien-ban.docx");
        std::fs::rename(&paper, &copy).unwrap();
        std::os::unix::fs::symlink(copy, paper).unwrap();
    }),
    ("a pipe", |folder| {
        let made = Command::new("mkfifo")
            .arg(folder.join("ong"))
            .status()
            .unwrap();
        assert!(made.success());
    }),
];

#[test]
fn a_record_or_manifest_that_is_not_what_was_written_is_always_found() {
    let (computer, folder) = exported();
    let before = computer.folder().join("truoc");
    std::fs::rename(&folder, &before).unwrap();
    for (what, harm) in HARMS {
        let _ = std::fs::remove_dir_all(&folder);
        let copied = Command::new("cp")
            .args(["-r", "truoc", "ho-so"])
            .current_dir(computer.folder())
            .status();
        assert!(copied.unwrap().success());
        harm(&folder);
        let (code, told) = verdict(&computer);
        assert_eq!(
            (code, &told["sound"]),
            (1, &Value::Bool(false)),
            "{what}: {told}"
        );
        let ran = computer.run(&["verify", "ho-so"]);
        assert_eq!(ran.code, 1, "{what}");
        assert!(!ran.err.is_empty(), "{what}");
    }
}
