//! What can be done to the papers.

use std::fs;

use serde_json::Value;

use super::{Case, FINE, MINUTES, PLAN, append, each_says_what_was_done, remark_says, remove};
use crate::computer::Computer;

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

#[test]
fn what_was_done_to_the_papers_is_named_and_not_condemned() {
    each_says_what_was_done(PAPERS);
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
