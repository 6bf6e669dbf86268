//! What a program that was killed left lying: folders that were being built, files that were being written. Only what is
//! a day old, belongs to the same user, has a name as this program gives it and holds what it writes is taken away. What
//! that is, those who write it know.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::SystemTime;

use crate::domain::time::Wall;

/// What is younger may still be at work.
const A_DAY: std::time::Duration = std::time::Duration::from_hours(24);
/// So many letters and digits follow the name of something that only passes.
const RANDOM: usize = 6;

/// Something that only passes: how its name begins, and whether what lies there is it.
pub(crate) struct Passing {
    pub prefix: &'static str,
    pub is_ours: fn(&Path, &Metadata) -> bool,
}

/// Takes away what was left in a folder. What cannot be taken away stays; nobody waits for it.
pub(crate) fn sweep(folder: &Path, kinds: &[Passing], now: Wall) {
    let now = SystemTime::from(now);
    let Ok(own) = fs::symlink_metadata(folder) else {
        return;
    };
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(kind) = name.to_str().and_then(|name| kind_of(name, kinds)) else {
            continue;
        };
        let path = entry.path();
        let Ok(metadata) = fs::symlink_metadata(&path) else {
            continue;
        };
        let is_left = is_old(&metadata, now) && has_same_owner(&metadata, &own);
        if !is_left || !(kind.is_ours)(&path, &metadata) {
            continue;
        }
        let _ = if metadata.is_dir() {
            fs::remove_dir_all(&path)
        } else {
            fs::remove_file(&path)
        };
    }
}

/// Whether there are only files of these names in a folder.
pub(crate) fn holds_only(folder: &Path, is_name: impl Fn(&str) -> bool) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| {
        entries
            .all(|entry| entry.is_ok_and(|entry| entry.file_name().to_str().is_some_and(&is_name)))
    })
}

fn kind_of<'a>(name: &str, kinds: &'a [Passing]) -> Option<&'a Passing> {
    kinds.iter().find(|kind| {
        name.strip_prefix(kind.prefix).is_some_and(|random| {
            // A word of six letters is somebody's own name.
            random.len() == RANDOM
                && random.bytes().all(|byte| byte.is_ascii_alphanumeric())
                && !random.bytes().all(|byte| byte.is_ascii_lowercase())
        })
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
