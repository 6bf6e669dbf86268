//! A copy of a journal that grows by lines from elsewhere, byte for byte. What was there is never thrown away: when another
//! chain takes its place, it is kept beside it.

use std::io::{self, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use super::copy::{CopiedLine, LineMark};
use super::follow::Follower;
use super::repair::set_aside;
use crate::domain::time::Millis;
use crate::store::private_fs;
use serde::de::IgnoredAny;

/// A copy that is open for lines.
#[derive(Debug)]
pub struct ReplicaJournal {
    path: PathBuf,
    marks: Vec<LineMark>,
}

impl ReplicaJournal {
    /// The copy at this path, as far as its lines are whole; what is torn or damaged behind them is kept aside and comes again.
    ///
    /// # Errors
    /// When the file cannot be read or mended.
    pub fn open(path: &Path) -> io::Result<Self> {
        let lines = Follower::<IgnoredAny>::at(path).look_at_lines(Millis::ZERO)?;
        let marks: Vec<LineMark> = lines
            .into_iter()
            .map(|followed| LineMark {
                seq: followed.line.seq.0,
                hash: followed.hash,
                before: followed.line.before,
                start: followed.start,
                length: followed.length,
            })
            .collect();
        let replica = Self {
            path: path.to_owned(),
            marks,
        };
        let length = std::fs::metadata(path).map_or(0, |metadata| metadata.len());
        if length > replica.length() {
            set_aside(path, &private_fs::read(path)?)?;
            let file = private_fs::writable(path)?;
            file.set_len(replica.length())?;
            file.sync_all()?;
        }
        Ok(replica)
    }

    /// The lines it has.
    #[must_use]
    pub fn marks(&self) -> &[LineMark] {
        &self.marks
    }

    fn length(&self) -> u64 {
        self.marks.last().map_or(0, |mark| mark.start + mark.length)
    }

    /// Writes lines behind those it has, and returns once they are on disk. Each has to follow the one before.
    ///
    /// # Errors
    /// When the disk refuses; then none of them counts.
    pub fn append(&mut self, lines: &[CopiedLine]) -> io::Result<()> {
        let end = self.length();
        let (bytes, marks) = written(end, lines);
        let is_new = !self.path.exists();
        drop(private_fs::file(&self.path)?);
        if is_new {
            private_fs::sync_folder_of(&self.path)?;
        }
        let mut file = private_fs::writable(&self.path)?;
        file.seek(SeekFrom::Start(end))?;
        let done = file.write_all(&bytes).and_then(|()| file.sync_data());
        if let Err(error) = done {
            // What cannot be cut off is cut off when the copy is opened again.
            let _ = file.set_len(end);
            return Err(error);
        }
        self.marks.extend(marks);
        Ok(())
    }

    /// Keeps so many of its lines and puts these in the place of the others, which are kept beside it. Returns where.
    ///
    /// # Errors
    /// When the disk refuses; the copy is then as it was.
    pub fn turn(&mut self, keep: usize, lines: &[CopiedLine]) -> io::Result<PathBuf> {
        let older = private_fs::read(&self.path)?;
        let kept = set_aside(&self.path, &older)?;
        let end = self
            .marks
            .get(..keep)
            .and_then(<[LineMark]>::last)
            .map_or(0, |mark| mark.start + mark.length);
        let length = usize::try_from(end).unwrap_or(usize::MAX);
        let (bytes, marks) = written(end, lines);
        let mut whole = older.get(..length).unwrap_or_default().to_vec();
        whole.extend_from_slice(&bytes);
        private_fs::replace(&self.path, &whole)?;
        private_fs::writable(&self.path)?.sync_all()?;
        private_fs::sync_folder_of(&self.path)?;
        self.marks.truncate(keep);
        self.marks.extend(marks);
        Ok(kept)
    }
}

/// The bytes of lines, each with its break, and where they come to lie.
fn written(mut end: u64, lines: &[CopiedLine]) -> (Vec<u8>, Vec<LineMark>) {
    let mut bytes = Vec::new();
    let mut marks = Vec::with_capacity(lines.len());
    for line in lines {
        let length = line.bytes.len() as u64 + 1;
        bytes.extend_from_slice(&line.bytes);
        bytes.push(b'\n');
        marks.push(LineMark {
            seq: line.seq,
            hash: line.hash.clone(),
            before: line.before.clone(),
            start: end,
            length,
        });
        end += length;
    }
    (bytes, marks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::session::event::{Event, JournalEntry, Seq};
    use crate::domain::time::ClockReading;
    use crate::store::journal::{FILE_NAME, Journal};

    fn lines(texts: &[&str]) -> (Vec<u8>, Vec<CopiedLine>) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE_NAME);
        let records: Vec<JournalEntry> = texts
            .iter()
            .zip(1..)
            .map(|(text, seq)| {
                let at = ClockReading {
                    wall: "2026-11-25T08:00:00+07:00".parse().unwrap(),
                    run: 1,
                    up: Millis(seq),
                };
                let message = Some((*text).to_owned());
                JournalEntry::new(Seq(seq), at, vec![Event::HallShown { message }])
            })
            .collect();
        drop(Journal::create(&path, &records).unwrap());
        let bytes = std::fs::read(&path).unwrap();
        let copied = bytes
            .split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty())
            .map(|line| CopiedLine::of(line).unwrap())
            .collect();
        (bytes, copied)
    }

    #[test]
    fn a_copy_is_the_journal_byte_for_byte_wherever_it_was_torn() {
        let (bytes, all) = lines(&["một", "hai", "ba"]);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE_NAME);
        for cut in 0..bytes.len() {
            // given a copy that was torn off anywhere
            std::fs::write(&path, &bytes[..cut]).unwrap();
            let mut replica = ReplicaJournal::open(&path).unwrap();
            let has = replica.marks().len();
            replica.append(&all[has..]).unwrap();
            assert_eq!(std::fs::read(&path).unwrap(), bytes, "cut at {cut}");
        }
    }

    #[test]
    fn another_chain_takes_its_place_and_the_one_before_is_kept() {
        let (bytes, all) = lines(&["một", "hai", "ba"]);
        let (other_bytes, other) = lines(&["một", "HAI"]);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE_NAME);
        let mut replica = ReplicaJournal::open(&path).unwrap();
        replica.append(&all).unwrap();
        let kept = replica.turn(1, &other[1..]).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), other_bytes);
        assert_eq!(std::fs::read(kept).unwrap(), bytes);
        assert_eq!(
            ReplicaJournal::open(&path).unwrap().marks(),
            replica.marks()
        );
    }
}
