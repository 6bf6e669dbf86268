//! What can be done to what was entered after the session.

use doithoai::domain::follow_up::JournalAnchor;
use doithoai::store::clock::Clock;
use doithoai::store::sessions::follow_up::{LedgerFile, promises_of};

use super::{
    BROKEN_RECORD, Case, FINE, SCAN, append, each_says_what_was_done, edit, enter, note, remove,
};

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

#[test]
fn what_was_entered_later_is_judged_by_its_own_chain() {
    each_says_what_was_done(LEDGERS);
}
