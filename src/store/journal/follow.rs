//! Following a journal that somebody else writes: only whole lines, each once, as soon as they are there.
//!
//! It reads and nothing else: no lock, nothing held open between two looks, so it never stands in the way of the desk
//! that writes, repairs or moves the file. A look at an unchanged journal costs one question to the file system.

use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::de::DeserializeOwned;

use super::acknowledged::AcknowledgedWatch;
use super::line::{JournalLine, hash_of};
use super::line::{NO_LINE_BEFORE, parse};
use crate::domain::session::event::{Event, JournalEntry, Seq};
use crate::domain::time::Millis;
use crate::store::private_fs;

/// Reads a journal while it grows. `E` is what is read of the events of a line.
#[derive(Debug)]
pub struct Follower<E = Event> {
    path: PathBuf,
    last: Last,
    /// Length and time of the file at the last look; while they stay, there is nothing to read.
    seen: Option<(u64, Option<SystemTime>)>,
    is_damaged: bool,
    /// Where only what is acknowledged is told.
    acknowledged: Option<AcknowledgedWatch>,
    events: PhantomData<E>,
}

/// A whole line that follows those before it.
pub(super) struct FollowedLine<E> {
    pub line: JournalLine<E>,
    pub hash: String,
    /// Where it begins in the file, and how long it is with its break, in bytes.
    pub start: u64,
    pub length: u64,
}

/// The last record that was told.
#[derive(Debug)]
struct Last {
    seq: Seq,
    hash: String,
    /// Where its line begins and ends, in bytes.
    start: u64,
    end: u64,
}

impl Last {
    fn none() -> Self {
        Self {
            seq: Seq(0),
            hash: NO_LINE_BEFORE.to_owned(),
            start: 0,
            end: 0,
        }
    }
}

/// What a look found.
#[derive(Debug, PartialEq)]
pub enum News {
    /// Nothing that is whole and was not told before.
    Nothing,
    /// Records that follow those told before.
    More(Vec<JournalEntry>),
    /// All records, from the first: the journal is new, or it is no longer the one that was followed – repaired, or a
    /// record that the disk did not take was cut off again.
    Anew(Vec<JournalEntry>),
}

impl Follower {
    /// Follows the journal at this path, which need not exist yet.
    #[must_use]
    pub fn of(path: &Path) -> Self {
        Self::at(path)
    }

    /// Follows it for somebody to whom nothing may come that is taken back: a line is told once it is acknowledged.
    #[must_use]
    pub fn of_acknowledged(path: &Path) -> Self {
        Self::of_acknowledged_at(path)
    }

    /// Looks for what was written since the last look.
    ///
    /// # Errors
    /// When the file is there and cannot be read. A later look tries again.
    pub fn look(&mut self, now: Millis) -> io::Result<News> {
        let lines = self.look_at_lines(now)?;
        let is_anew = lines.first().is_some_and(|first| first.line.seq == Seq(1));
        let records: Vec<JournalEntry> = lines
            .into_iter()
            .map(|followed| followed.line.into_record())
            .collect();
        Ok(match (records.is_empty(), is_anew) {
            (true, _) => News::Nothing,
            (false, true) => News::Anew(records),
            (false, false) => News::More(records),
        })
    }
}

impl<E: DeserializeOwned> Follower<E> {
    pub(super) fn at(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            last: Last::none(),
            seen: None,
            is_damaged: false,
            acknowledged: None,
            events: PhantomData,
        }
    }

    pub(super) fn of_acknowledged_at(path: &Path) -> Self {
        Self {
            acknowledged: Some(AcknowledgedWatch::default()),
            ..Self::at(path)
        }
    }

    /// Whether the last look met a whole line that does not follow the one before.
    #[must_use]
    pub const fn is_damaged(&self) -> bool {
        self.is_damaged
    }

    /// The whole lines that were written since the last look; from the first, where the journal is no longer the one that was
    /// followed.
    pub(super) fn look_at_lines(&mut self, now: Millis) -> io::Result<Vec<FollowedLine<E>>> {
        let metadata = match std::fs::metadata(&self.path) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let found = Some((metadata.len(), metadata.modified().ok()));
        if found == self.seen {
            return Ok(Vec::new());
        }
        let mut bytes = self.read_from(self.last.start)?;
        if !self.holds_on_to(&bytes) {
            self.last = Last::none();
            bytes = self.read_from(0)?;
        }
        let known = usize::try_from(self.last.end - self.last.start).unwrap_or(usize::MAX);
        let fresh = bytes.get(known..).unwrap_or_default();
        let counts = match &mut self.acknowledged {
            Some(watch) => watch.length_that_counts(&self.path, fresh, now),
            None => fresh.len(),
        };
        let lines = self.whole_lines(fresh.get(..counts).unwrap_or_default());
        // What does not count yet is looked at again.
        self.seen = found.filter(|_| counts == fresh.len());
        Ok(lines)
    }

    fn read_from(&self, start: u64) -> io::Result<Vec<u8>> {
        let mut file = private_fs::readable(&self.path)?;
        file.seek(SeekFrom::Start(start))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Whether the last record told still stands where it stood.
    fn holds_on_to(&self, bytes: &[u8]) -> bool {
        if self.last.seq == Seq(0) {
            return true;
        }
        usize::try_from(self.last.end - self.last.start)
            .ok()
            .and_then(|length| bytes.get(..length)?.strip_suffix(b"\n"))
            .is_some_and(|line| hash_of(line) == self.last.hash)
    }

    /// The hash of a whole last line that is not told yet, since it is not acknowledged.
    pub(super) fn pending(&self) -> Option<&str> {
        self.acknowledged.as_ref()?.waits()
    }

    /// The whole lines, up to the first that does not follow the one before. What comes after that is for the desk to mend.
    fn whole_lines(&mut self, bytes: &[u8]) -> Vec<FollowedLine<E>> {
        let mut lines = Vec::new();
        self.is_damaged = false;
        for raw in bytes.split_inclusive(|byte| *byte == b'\n') {
            let Some(content) = raw.strip_suffix(b"\n") else {
                break;
            };
            let line = parse::<E>(content).ok().map(|(line, _)| line);
            let follows = line
                .filter(|line| line.before == self.last.hash && line.seq.0 == self.last.seq.0 + 1);
            let Some(line) = follows else {
                self.is_damaged = true;
                break;
            };
            let length = raw.len() as u64;
            self.last = Last {
                seq: line.seq,
                hash: hash_of(content),
                start: self.last.end,
                end: self.last.end + length,
            };
            lines.push(FollowedLine {
                line,
                hash: self.last.hash.clone(),
                start: self.last.start,
                length,
            });
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use std::fs::OpenOptions;
    use std::io::Write as _;

    use super::*;
    use crate::store::journal::given::record;
    use crate::store::journal::{self, Journal};

    struct Desk {
        folder: tempfile::TempDir,
        /// Who writes has the file alone, where the system can do that; `None` once this desk is gone.
        journal: Option<Journal>,
        seq: u64,
    }

    impl Desk {
        fn opens() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join(journal::FILE_NAME);
            let journal = Journal::create(&path, [&record(1)]).unwrap();
            Self {
                folder,
                journal: Some(journal),
                seq: 1,
            }
        }

        fn path(&self) -> PathBuf {
            self.folder.path().join(journal::FILE_NAME)
        }

        fn acts(&mut self) -> JournalEntry {
            self.seq += 1;
            let journal = self.journal.as_mut().unwrap();
            journal.append(&record(self.seq)).unwrap();
            record(self.seq)
        }

        fn spills(&self, bytes: &[u8]) {
            let mut file = OpenOptions::new().append(true).open(self.path()).unwrap();
            file.write_all(bytes).unwrap();
        }
    }

    #[test]
    fn every_record_is_told_once_from_before_the_journal_is_there() {
        let empty = tempfile::tempdir().unwrap();
        let mut early = Follower::of(&empty.path().join(journal::FILE_NAME));
        assert_eq!(early.look(Millis::ZERO).unwrap(), News::Nothing);

        let mut desk = Desk::opens();
        let mut follower = Follower::of(&desk.path());
        assert_eq!(
            follower.look(Millis::ZERO).unwrap(),
            News::Anew(vec![record(1)])
        );
        assert_eq!(follower.look(Millis::ZERO).unwrap(), News::Nothing);
        let (second, third) = (desk.acts(), desk.acts());
        assert_eq!(
            follower.look(Millis::ZERO).unwrap(),
            News::More(vec![second, third])
        );
        assert_eq!(follower.look(Millis::ZERO).unwrap(), News::Nothing);
    }

    #[test]
    fn a_line_is_told_when_it_is_whole_wherever_it_was_cut() {
        // given the bytes of a second line
        let mut desk = Desk::opens();
        let first = std::fs::metadata(desk.path()).unwrap().len();
        let second = desk.acts();
        let bytes = std::fs::read(desk.path()).unwrap();
        let line = &bytes[usize::try_from(first).unwrap()..];
        for cut in 0..line.len() {
            // when it comes in two parts, cut anywhere, also inside a letter
            let desk = Desk::opens();
            let mut follower = Follower::of(&desk.path());
            follower.look(Millis::ZERO).unwrap();
            desk.spills(&line[..cut]);
            assert_eq!(follower.look(Millis::ZERO).unwrap(), News::Nothing);
            desk.spills(&line[cut..]);
            // then it is told once, whole
            assert_eq!(
                follower.look(Millis::ZERO).unwrap(),
                News::More(vec![second.clone()]),
                "cut at {cut}"
            );
        }
    }

    #[test]
    fn a_torn_line_that_is_cut_off_and_written_over_leaves_no_trace() {
        let mut desk = Desk::opens();
        let mut follower = Follower::of(&desk.path());
        follower.look(Millis::ZERO).unwrap();
        desk.spills(b"(seq:2,at:(wall:\"2026-\xc6");
        assert_eq!(follower.look(Millis::ZERO).unwrap(), News::Nothing);
        assert!(!follower.is_damaged());
        // when the next desk cuts it off and goes on
        let reading = journal::read(&desk.path()).unwrap();
        desk.journal = None;
        desk.journal = Some(Journal::go_on(&desk.path(), &reading).unwrap());
        assert_eq!(follower.look(Millis::ZERO).unwrap(), News::Nothing);
        let second = desk.acts();
        assert_eq!(
            follower.look(Millis::ZERO).unwrap(),
            News::More(vec![second])
        );
    }

    #[test]
    fn a_repaired_journal_is_read_anew() {
        // given a journal of three records that was followed, and then damaged in the second
        let mut desk = Desk::opens();
        desk.acts();
        desk.acts();
        let mut follower = Follower::of(&desk.path());
        assert!(matches!(follower.look(Millis::ZERO).unwrap(), News::Anew(all) if all.len() == 3));
        let damaged = String::from_utf8(std::fs::read(desk.path()).unwrap())
            .unwrap()
            .replace("số 2", "số 9");
        std::fs::write(desk.path(), &damaged).unwrap();
        assert_eq!(follower.look(Millis::ZERO).unwrap(), News::Nothing);
        // whoever looks for the first time sees as far as it can be read, and that there is more
        let mut late = Follower::of(&desk.path());
        assert_eq!(
            late.look(Millis::ZERO).unwrap(),
            News::Anew(vec![record(1)])
        );
        assert!(late.is_damaged());
        // when it is repaired
        let reading = journal::read(&desk.path()).unwrap();
        journal::repair(&desk.path(), &reading).unwrap();
        // then only what is left of it is told, from the first
        assert_eq!(
            follower.look(Millis::ZERO).unwrap(),
            News::Anew(vec![record(1)])
        );
        assert_eq!(late.look(Millis::ZERO).unwrap(), News::Nothing);
        assert!(!late.is_damaged());
    }

    #[test]
    fn another_record_of_the_same_length_in_the_same_place_is_seen() {
        let mut desk = Desk::opens();
        let until = std::fs::metadata(desk.path()).unwrap().len();
        desk.acts();
        let mut follower = Follower::of(&desk.path());
        follower.look(Millis::ZERO).unwrap();
        // when the disk did not keep the second, and another one was written in its place
        let file = OpenOptions::new().write(true).open(desk.path()).unwrap();
        file.set_len(until).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
        desk.journal = None;
        drop(file);
        let reading = journal::read(&desk.path()).unwrap();
        let mut other = record(2);
        other.at.up = Millis(7);
        let mut journal = Journal::go_on(&desk.path(), &reading).unwrap();
        journal.append(&other).unwrap();
        assert_eq!(
            follower.look(Millis::ZERO).unwrap(),
            News::Anew(vec![record(1), other])
        );
    }
}
