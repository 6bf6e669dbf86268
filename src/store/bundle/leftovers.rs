//! What a program that was killed left lying: folders that were being built, files that were being written. Only what is
//! a day old, belongs to the same user and has a name that nothing but this program gives is taken away.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::SystemTime;

use super::compare;
use crate::domain::time::Wall;

/// What is younger may still be at work.
const A_DAY: std::time::Duration = std::time::Duration::from_hours(24);
/// So many letters and digits follow the name of something that only passes.
const RANDOM: usize = 6;

/// A name of something that only passes, and what it is.
const PASSING: [(&str, Kind); 4] = [
    (".dossier-old-", Kind::Older),
    (".dossier-", Kind::Folder),
    (".new-", Kind::Folder),
    (".tmp", Kind::File),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A folder that was being built.
    Folder,
    /// A folder with a dossier that was to be replaced: the last copy of it, perhaps.
    Older,
    File,
}

/// Takes away what was left in a folder. What cannot be taken away stays; nobody waits for it.
pub fn sweep(folder: &Path, now: Wall) {
    let now = SystemTime::from(now);
    let Ok(own) = fs::symlink_metadata(folder) else {
        return;
    };
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let Some(kind) = entry.file_name().to_str().and_then(kind_of) else {
            continue;
        };
        let path = entry.path();
        let Ok(metadata) = fs::symlink_metadata(&path) else {
            continue;
        };
        if !is_old(&metadata, now) || !has_same_owner(&metadata, &own) {
            continue;
        }
        let _ = match kind {
            Kind::File if metadata.is_file() => fs::remove_file(&path),
            Kind::Folder if metadata.is_dir() => fs::remove_dir_all(&path),
            Kind::Older if metadata.is_dir() && holds_only_our_bytes(&path) => {
                fs::remove_dir_all(&path)
            }
            Kind::File | Kind::Folder | Kind::Older => Ok(()),
        };
    }
}

fn kind_of(name: &str) -> Option<Kind> {
    PASSING.iter().find_map(|(prefix, kind)| {
        let random = name.strip_prefix(prefix)?;
        let is_random = random.len() == RANDOM && random.bytes().all(|b| b.is_ascii_alphanumeric());
        is_random.then_some(*kind)
    })
}

fn is_old(metadata: &Metadata, now: SystemTime) -> bool {
    metadata
        .modified()
        .ok()
        .and_then(|modified| now.duration_since(modified).ok())
        .is_some_and(|age| age > A_DAY)
}

#[cfg(unix)]
fn has_same_owner(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    one.uid() == other.uid()
}

#[cfg(not(unix))]
fn has_same_owner(_: &Metadata, _: &Metadata) -> bool {
    true
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
    fn only_what_is_old_and_has_the_programs_own_name_is_taken_away() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        for name in [
            ".dossier-aB3dE6",
            ".new-000000",
            ".dossier-backup1",
            "dossier",
            ".dossier-old-aB3dE6",
        ] {
            fs::create_dir(at(name)).unwrap();
            fs::write(at(name).join("bien-ban.docx"), "x").unwrap();
        }
        fs::write(at(".tmpAbC123"), "x").unwrap();
        fs::write(at(".tmp"), "x").unwrap();
        let now = Clock::system().now().wall;
        sweep(home.path(), now);
        assert!(at(".dossier-aB3dE6").exists(), "it may still be at work");
        sweep(home.path(), now + chrono::TimeDelta::hours(25));
        let mut left: Vec<String> = fs::read_dir(home.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        // What was to be replaced and is not whole may be the last copy of somebody's work.
        assert_eq!(
            left,
            [".dossier-backup1", ".dossier-old-aB3dE6", ".tmp", "dossier"]
        );
    }
}
