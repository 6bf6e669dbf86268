//! A journal as lines of bytes, for whoever carries it elsewhere: which lines lie on disk, each by its hash, and their bytes
//! when they are asked for. Lines of a newer version are carried like all others; what happened in them is not read.

use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use serde::de::IgnoredAny;

use super::follow::{FollowedLine, Follower};
use super::line::{hash_of, parse};
use crate::domain::time::Millis;
use crate::store::private_fs;

/// A line of a journal and its place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineMark {
    /// The place of the act, from 1.
    pub seq: u64,
    pub hash: String,
    /// The hash of the line before; empty in the first.
    pub before: String,
    /// Where the line begins in the file, and how long it is with its break, in bytes.
    pub start: u64,
    pub length: u64,
}

/// A line of a journal that came from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopiedLine {
    pub seq: u64,
    pub hash: String,
    pub before: String,
    /// Without its break.
    pub bytes: Vec<u8>,
}

impl CopiedLine {
    /// The line that these bytes are, without a break; `None` where they are no whole line with its right seal.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let (line, _) = parse::<IgnoredAny>(bytes).ok()?;
        Some(Self {
            seq: line.seq.0,
            hash: hash_of(bytes),
            before: line.before,
            bytes: bytes.to_vec(),
        })
    }
}

/// Lines that were found on disk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MarkedLines {
    /// They are all lines from the first: the journal is new, or no longer the one that was followed.
    pub anew: bool,
    pub marks: Vec<LineMark>,
    /// The hash of a whole line behind them that is not acknowledged yet, or of which that is not known any more.
    pub pending: Option<String>,
}

/// Follows the lines of a journal that somebody else writes, each once it is acknowledged and on disk.
#[derive(Debug)]
pub struct MarkFollower {
    path: PathBuf,
    follower: Follower<IgnoredAny>,
    /// Seen, and not yet known to be on disk.
    waiting: Option<MarkedLines>,
    /// The last that was told as pending.
    pending: Option<String>,
}

impl MarkFollower {
    /// Follows the journal at this path, which need not exist yet.
    #[must_use]
    pub fn of(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            follower: Follower::of_acknowledged_at(path),
            waiting: None,
            pending: None,
        }
    }

    /// Whether the last look met a whole line that does not follow the one before.
    #[must_use]
    pub const fn is_damaged(&self) -> bool {
        self.follower.is_damaged()
    }

    /// Looks for lines that came since the last look. What may still be lost with the power, or be taken back by the desk, is
    /// not told.
    ///
    /// # Errors
    /// When the file is there and cannot be read. A later look tries again.
    pub fn look(&mut self, now: Millis) -> io::Result<Option<MarkedLines>> {
        let had_some = self.waiting.is_some();
        let lines = self.follower.look_at_lines(now)?;
        self.wait_for(lines);
        let pending = self.follower.pending().map(ToOwned::to_owned);
        if self.waiting.is_some() {
            if !is_on_disk(&self.path, had_some)? {
                return Ok(None);
            }
        } else if pending == self.pending {
            return Ok(None);
        }
        let mut found = self.waiting.take().unwrap_or_default();
        found.pending.clone_from(&pending);
        self.pending = pending;
        Ok(Some(found))
    }

    fn wait_for(&mut self, lines: Vec<FollowedLine<IgnoredAny>>) {
        let Some(first) = lines.first() else { return };
        let anew = first.line.seq.0 == 1;
        let marks = lines.into_iter().map(|followed| LineMark {
            seq: followed.line.seq.0,
            hash: followed.hash,
            before: followed.line.before,
            start: followed.start,
            length: followed.length,
        });
        match &mut self.waiting {
            Some(waiting) if !anew => waiting.marks.extend(marks),
            waiting => {
                *waiting = Some(MarkedLines {
                    anew,
                    marks: marks.collect(),
                    pending: None,
                });
            }
        }
    }
}

/// Whether what was seen is on disk by now. Who writes syncs each line; here it is asked once more, since one that was killed
/// may have left a line that it did not sync.
fn is_on_disk(path: &Path, seen_before: bool) -> io::Result<bool> {
    if cfg!(unix) {
        private_fs::readable(path)?.sync_data()?;
        return Ok(true);
    }
    // Windows syncs only what may be written, and nobody but the desk may: it has until the next look.
    Ok(seen_before)
}

/// The bytes of a line without its break, while it still stands there.
///
/// # Errors
/// When the file cannot be read.
pub fn line_at(path: &Path, mark: &LineMark) -> io::Result<Option<Vec<u8>>> {
    let mut file = private_fs::readable(path)?;
    file.seek(SeekFrom::Start(mark.start))?;
    let mut bytes = Vec::new();
    file.take(mark.length.saturating_sub(1))
        .read_to_end(&mut bytes)?;
    Ok((hash_of(&bytes) == mark.hash).then_some(bytes))
}

#[cfg(all(test, feature = "nats"))]
impl CopiedLine {
    /// One with these words for its hash and for that of the line before it.
    pub(crate) fn named(seq: u64, hash: &str, before: &str) -> Self {
        Self {
            seq,
            hash: hash.into(),
            before: before.into(),
            bytes: hash.as_bytes().to_vec(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::journal::given::record;
    use crate::store::journal::{FILE_NAME, Journal};

    #[test]
    fn every_line_is_told_once_and_its_bytes_are_those_on_disk() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE_NAME);
        let mut journal = Journal::create(&path, [&record(1)]).unwrap();
        let mut follower = MarkFollower::of(&path);
        let mut told = Vec::new();
        for seq in 2..6 {
            // Where nothing can be synced from outside, a second look tells.
            for _ in 0..2 {
                let found = follower.look(Millis::ZERO).unwrap();
                told.extend(found.into_iter().flat_map(|found| found.marks));
            }
            journal.append(&record(seq)).unwrap();
        }
        let marks: Vec<u64> = told.iter().map(|mark| mark.seq).collect();
        assert_eq!(marks, [1, 2, 3, 4]);
        let bytes = std::fs::read(&path).unwrap();
        let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
        for (mark, line) in told.iter().zip(lines) {
            let read = line_at(&path, mark).unwrap().unwrap();
            assert_eq!(read, line);
            let copied = CopiedLine::of(&read).unwrap();
            assert_eq!((copied.seq, &copied.hash), (mark.seq, &mark.hash));
        }
    }

    #[test]
    fn what_the_disk_refused_is_not_told_and_a_line_that_is_gone_has_no_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE_NAME);
        let mut journal = Journal::create(&path, [&record(1)]).unwrap();
        journal.append(&record(2)).unwrap();
        let acknowledged = crate::store::journal::read(&path)
            .unwrap()
            .anchor()
            .unwrap();
        journal.append(&record(3)).unwrap();
        // given that the third line was refused and could not be cut off
        std::fs::write(
            path.with_extension("refused"),
            acknowledged.to_string().as_bytes(),
        )
        .unwrap();
        let mut follower = MarkFollower::of(&path);
        let mut told = Vec::new();
        for _ in 0..2 {
            let found = follower.look(Millis::ZERO).unwrap();
            told.extend(found.into_iter().flat_map(|found| found.marks));
        }
        assert_eq!(told.len(), 2);
        std::fs::write(&path, "another file of another session").unwrap();
        assert_eq!(line_at(&path, &told[1]).unwrap(), None);
    }

    #[test]
    fn lines_of_every_released_version_and_of_newer_ones_are_carried() {
        let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
        let mut journals = Vec::new();
        let mut folders = vec![golden];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.file_name().is_some_and(|name| name == FILE_NAME) {
                    journals.push(path);
                }
            }
        }
        assert!(!journals.is_empty());
        for path in journals {
            let bytes = std::fs::read(&path).unwrap();
            let mut before = String::new();
            let lines = bytes.split_inclusive(|byte| *byte == b'\n');
            // A last one without its end was never acknowledged.
            let whole = lines.filter_map(|line| line.strip_suffix(b"\n"));
            for (place, line) in whole.enumerate() {
                let copied = CopiedLine::of(line).unwrap_or_else(|| panic!("{path:?} {place}"));
                assert_eq!((copied.seq, copied.before), (place as u64 + 1, before));
                before = copied.hash;
            }
        }
    }
}
