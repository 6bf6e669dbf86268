//! The first line of a session's journal a second time: it holds plan and regulation, is most of the bytes, and with it
//! everything else would be lost. It is used only where it is the line that the second one follows.

use std::path::Path;

use super::line::hash_of;
use super::line::parse;
use crate::domain::session::event::{Event, Seq};
use crate::store::private_fs;

/// The copy of the first line in a session's folder.
pub const OPENING_NAME: &str = "opened.ron";

/// How the second line begins.
const SECOND: &[u8] = b"(seq:2,";

/// Keeps the first line of these lines in the folder, unless it is kept there already. A courtesy: where the disk refuses,
/// the journal is as good as without.
pub(crate) fn keep(folder: &Path, lines: &[u8]) {
    let path = folder.join(OPENING_NAME);
    let Some(first) = lines.split_inclusive(|byte| *byte == b'\n').next() else {
        return;
    };
    if private_fs::read(&path).is_ok_and(|kept| kept == first) {
        return;
    }
    if private_fs::replace(&path, first).is_ok() {
        let _ = private_fs::file(&path).and_then(|file| file.sync_all());
        let _ = private_fs::sync_folder_of(&path);
    }
}

/// Whether the journals in two folders may be of one session: begun by the same line, as far as anything there still says
/// which that was.
pub(crate) fn may_be_same_session(one: &Path, other: &Path) -> bool {
    let (one, other) = (openings_in(one), openings_in(other));
    one.is_empty() || other.is_empty() || one.iter().any(|hash| other.contains(hash))
}

/// The hash of the first line in a folder: as it lies there, as the second line names it, and as it is kept.
fn openings_in(folder: &Path) -> Vec<String> {
    let bytes = private_fs::read(&folder.join(super::FILE_NAME)).unwrap_or_default();
    let mut lines = bytes.split(|byte| *byte == b'\n');
    let first = lines.next().filter(|first| !first.is_empty()).map(hash_of);
    let named = lines.next().and_then(|second| {
        let (line, _) = parse::<Event>(second).ok()?;
        (line.seq == Seq(2)).then_some(line.before)
    });
    let kept = private_fs::read(&folder.join(OPENING_NAME))
        .ok()
        .map(|kept| hash_of(kept.strip_suffix(b"\n").unwrap_or(&kept)));
    [first, named, kept].into_iter().flatten().collect()
}

/// The journal with the kept first line in the place of what stands before its second, when that follows the kept one.
pub(super) fn restored(journal: &Path, bytes: &[u8]) -> Option<Vec<u8>> {
    let kept = private_fs::read(&journal.with_file_name(OPENING_NAME)).ok()?;
    let hash = hash_of(kept.strip_suffix(b"\n")?);
    let follows = |start: &usize| {
        let from = bytes.get(*start..).unwrap_or_default();
        let content = from.split(|byte| *byte == b'\n').next().unwrap_or_default();
        parse::<Event>(content).is_ok_and(|(line, _)| line.seq == Seq(2) && line.before == hash)
    };
    // The end of the first line may be what was changed, so the second need not begin a line.
    let start = memchr::memmem::find_iter(bytes, SECOND).find(follows)?;
    Some([&kept, bytes.get(start..)?].concat())
}
