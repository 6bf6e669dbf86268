//! What can be done to the manifest.

use std::fs;
use std::process::Command;

use super::{
    BROKEN_MANIFEST, Case, FINE, INVITATIONS, MANIFEST, MINUTES, PLAN, append,
    each_says_what_was_done, edit, remark_says, remove, with_line, without_line_of,
    write_sums_anew,
};

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
        what: "capital figures and stars, as tools write them",
        done: |folder| {
            edit(&folder.join(MANIFEST), |text| {
                let lines = text.lines().map(|line| match line.split_once("  ") {
                    Some((sum, path)) => format!("{} *{path}\n", sum.to_uppercase()),
                    None => format!("{line}\n"),
                });
                lines.collect()
            });
        },
        ..FINE
    },
    Case {
        what: "a second line that names another journal",
        done: |folder| {
            edit(&folder.join(MANIFEST), |text| {
                let remark = text.lines().next().unwrap_or_default();
                let other = remark.replacen(" journal ", " journal 1", 1);
                format!("{text}{other}\n")
            });
        },
        ..BROKEN_MANIFEST
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

#[test]
fn what_the_manifest_says_that_is_not_so_is_held_against_the_manifest_alone() {
    each_says_what_was_done(MANIFESTS);
}
