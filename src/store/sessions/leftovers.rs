//! What of a session a program that was killed left lying: a folder in which one was being laid down, a journal that was
//! being written anew or repaired.

use std::io::Read as _;
use std::path::Path;

use super::listing;
use crate::domain::time::Wall;
use crate::store::journal;
use crate::store::leftovers::{self, Passing};
use crate::store::private_fs;

/// How every line of a journal begins, and so a journal that was being written.
const LINE_OPENS: &[u8] = b"(seq:";

const AMONG_SESSIONS: [Passing; 1] = [Passing {
    prefix: ".new-",
    is_ours: |path, found| {
        found.is_dir()
            && leftovers::holds_only(path, |name| {
                [
                    journal::FILE_NAME,
                    journal::OPENING_NAME,
                    listing::STANDING_NAME,
                    listing::WORDS_NAME,
                ]
                .iter()
                .any(|ours| name.strip_suffix(".new").unwrap_or(name) == *ours)
            })
            && has_no_act(&path.join(journal::FILE_NAME))
    },
}];

const IN_SESSION: [Passing; 2] = [
    Passing {
        prefix: ".journal-",
        is_ours: |path, found| found.is_file() && is_journal(path),
    },
    Passing {
        prefix: ".tmp",
        is_ours: |path, found| found.is_file() && is_journal(path),
    },
];

/// Takes away what was left where sessions live.
pub(super) fn sweep_sessions(sessions: &Path, now: Wall) {
    leftovers::sweep(sessions, &AMONG_SESSIONS, now);
}

/// Takes away what was left in the folder of a session; to be called under its lock.
pub(super) fn sweep_session(folder: &Path, now: Wall) {
    leftovers::sweep(folder, &IN_SESSION, now);
}

/// What was only laid down holds nothing that anybody did.
fn has_no_act(path: &Path) -> bool {
    let bytes = private_fs::read(path).unwrap_or_default();
    bytes
        .split_inclusive(|byte| *byte == b'\n')
        .nth(1)
        .is_none()
}

/// An empty file, or the beginning of a journal.
fn is_journal(path: &Path) -> bool {
    let mut begin = Vec::new();
    let read = private_fs::readable(path)
        .and_then(|file| file.take(LINE_OPENS.len() as u64).read_to_end(&mut begin));
    read.is_ok() && LINE_OPENS.starts_with(&begin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::clock::Clock;
    use chrono::TimeDelta;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_session_that_was_being_laid_down_a_day_ago_is_taken_away_and_nothing_that_somebody_did() {
        let home = tempfile::tempdir().unwrap();
        for (name, file, bytes) in [
            (".new-aB3dE6", journal::FILE_NAME, "(seq:1,at:(wal"),
            (".new-aB3dE7", journal::FILE_NAME, "(seq:1)\n(seq:2)\n"),
            (".new-aB3dE8", "thu-cua-dan.docx", ""),
            (".new-photos", journal::FILE_NAME, ""),
            ("2026-11-25-01", journal::FILE_NAME, ""),
        ] {
            std::fs::create_dir(home.path().join(name)).unwrap();
            std::fs::write(home.path().join(name).join(file), bytes).unwrap();
        }
        let now = Clock::system().now().wall;
        sweep_sessions(home.path(), now + TimeDelta::hours(23));
        assert_eq!(names(home.path()).len(), 5);
        sweep_sessions(home.path(), now + TimeDelta::hours(25));
        assert_eq!(
            names(home.path()),
            [".new-aB3dE7", ".new-aB3dE8", ".new-photos", "2026-11-25-01"]
        );
    }

    #[test]
    fn a_journal_that_was_being_written_anew_a_day_ago_is_taken_away_and_no_other_file() {
        let home = tempfile::tempdir().unwrap();
        for (name, bytes) in [
            (".journal-aB3dE6", "(seq:1,at"),
            (".tmpaB3dE6", ""),
            (".tmpaB3dE7", "thư của dân"),
            ("journal.kept-1.ron", "(seq:1,at"),
        ] {
            std::fs::write(home.path().join(name), bytes).unwrap();
        }
        let now = Clock::system().now().wall;
        sweep_session(home.path(), now);
        assert_eq!(names(home.path()).len(), 4);
        sweep_session(home.path(), now + TimeDelta::hours(25));
        assert_eq!(names(home.path()), [".tmpaB3dE7", "journal.kept-1.ron"]);
    }
}
