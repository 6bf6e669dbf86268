//! What can be done to the record.

use std::fs;

use super::{
    BROKEN_RECORD, Case, FINE, MINUTES, append, each_says_what_was_done, edit, misspell, remove,
    write_sums_anew,
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
        what: "record.json says of one thing two, and its sum",
        done: |folder| {
            edit(&folder.join("record.json"), |text| {
                text.replacen('{', "{\n  \"title\": \"khác\",", 1)
            });
            write_sums_anew(folder);
        },
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

#[test]
fn what_was_done_to_the_record_is_held_against_the_record_alone() {
    each_says_what_was_done(RECORDS);
}
