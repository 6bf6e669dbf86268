//! What of a dossier a program that was killed left lying beside its place.

use std::fs;
use std::path::Path;

use super::compare;
use crate::domain::time::Wall;
use crate::store::leftovers::{self, Passing};

/// The ends of the names that files of a dossier have.
const ENDS: [&str; 6] = ["docx", "xlsx", "ics", "json", "ron", "sha256"];

const PASSING: [Passing; 2] = [
    // A folder with a dossier that was to be replaced: the last copy of it, perhaps.
    Passing {
        prefix: ".dossier-old-",
        is_ours: |path, found| found.is_dir() && holds_only_our_bytes(path),
    },
    // A folder in which a dossier was being built.
    Passing {
        prefix: ".dossier-",
        is_ours: |path, found| {
            found.is_dir()
                && leftovers::holds_only(path, |name| {
                    let end = name.rsplit_once('.').map(|(_, end)| end);
                    end.map_or_else(|| path.join(name).is_dir(), |end| ENDS.contains(&end))
                })
        },
    },
];

/// Takes away what was left in a folder.
pub(super) fn sweep(folder: &Path, now: Wall) {
    leftovers::sweep(folder, &PASSING, now);
}

fn holds_only_our_bytes(folder: &Path) -> bool {
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .all(|entry| {
            matches!(compare::differences(&entry.path()), Ok(Some(differences)) if differences.is_empty())
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::clock::Clock;

    #[test]
    fn only_what_is_old_and_the_programs_own_is_taken_away() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        for (name, file) in [
            (".dossier-aB3dE6", "bien-ban.docx"),
            (".dossier-aB3dE7", "ghi-chu.odt"),
            (".dossier-backup", "bien-ban.docx"),
            (".dossier-backup1", "bien-ban.docx"),
            (".new-0000A0", "bien-ban.docx"),
            ("dossier", "bien-ban.docx"),
            (".dossier-old-aB3dE6", "bien-ban.docx"),
        ] {
            fs::create_dir(at(name)).unwrap();
            fs::write(at(name).join(file), "x").unwrap();
        }
        fs::write(at(".tmpAbC123"), "x").unwrap();
        let now = Clock::system().now().wall;
        sweep(home.path(), now);
        assert!(at(".dossier-aB3dE6").exists(), "it may still be at work");
        sweep(home.path(), now + chrono::TimeDelta::hours(25));
        let mut left: Vec<String> = fs::read_dir(home.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        // What was to be replaced and is not whole may be the last copy of somebody's work; a file of another program is no
        // dossier.
        assert_eq!(
            left,
            [
                ".dossier-aB3dE7",
                ".dossier-backup",
                ".dossier-backup1",
                ".dossier-old-aB3dE6",
                ".new-0000A0",
                ".tmpAbC123",
                "dossier"
            ]
        );
    }
}
