//! Writing a journal: an entry counts once it is on disk.

use std::fs::{File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;

use serde::Serialize;

use super::Anchor;
use super::line::{self, NO_LINE_BEFORE};
use super::read::Reading;
use crate::domain::session::event::JournalEntry;
use crate::store::private_fs;

/// A journal that is open for writing. Hold the [`DeskLock`](super::DeskLock) as long as it lives.
#[derive(Debug)]
pub struct Journal {
    file: File,
    written: Lines,
    /// A write failed and may have left bytes behind the last whole entry.
    unclean: bool,
}

/// The lines that count, as they lie on disk.
#[derive(Debug, Clone)]
struct Lines {
    bytes: Vec<u8>,
    count: usize,
    last_hash: String,
    /// The last version of the program that a line names.
    program: String,
}

impl Lines {
    fn none() -> Self {
        Self {
            bytes: Vec::new(),
            count: 0,
            last_hash: NO_LINE_BEFORE.to_owned(),
            program: String::new(),
        }
    }

    fn of<E>(reading: &Reading<E>) -> Self {
        Self {
            bytes: reading.bytes.clone(),
            count: reading.records.len(),
            last_hash: reading.last_hash.clone(),
            program: reading.program.clone(),
        }
    }

    /// The line of an entry with its line break, and its hash. The first line of a version names it.
    fn next<E: Serialize>(&self, record: &JournalEntry<E>) -> io::Result<(String, String)> {
        let program = if self.program == line::PROGRAM {
            ""
        } else {
            line::PROGRAM
        };
        line::write(record, &self.last_hash, program)
    }

    fn add(&mut self, line: &str, hash: String) {
        self.bytes.extend_from_slice(line.as_bytes());
        self.count += 1;
        self.last_hash = hash;
        line::PROGRAM.clone_into(&mut self.program);
    }

    /// Where the last whole entry ends.
    fn length(&self) -> u64 {
        self.bytes.len() as u64
    }
}

impl Journal {
    /// Begins a journal in a new file with these entries. It is there whole or not at all.
    ///
    /// # Errors
    /// When the file exists or cannot be written.
    pub fn create<'a, E: Serialize + 'a>(
        path: &Path,
        records: impl IntoIterator<Item = &'a JournalEntry<E>>,
    ) -> io::Result<Self> {
        let mut written = Lines::none();
        for record in records {
            let (line, hash) = written.next(record)?;
            written.add(&line, hash);
        }
        Self::create_of(path, written)
    }

    /// Begins a journal in a new file with every line of this one, byte for byte, and goes on there. This one stays as it
    /// is if that fails.
    ///
    /// # Errors
    /// When the file exists or cannot be written.
    pub fn move_to(&mut self, path: &Path) -> io::Result<()> {
        *self = Self::create_of(path, self.written.clone())?;
        Ok(())
    }

    fn create_of(path: &Path, written: Lines) -> io::Result<Self> {
        let mut journal = Self {
            file: private_fs::new_file(path)?,
            written,
            unclean: false,
        };
        let created = journal
            .file
            .write_all(&journal.written.bytes)
            .and_then(|()| journal.file.sync_data());
        if let Err(error) = created {
            // Half a journal is worthless, and would be in the way of the next attempt.
            let _ = std::fs::remove_file(path);
            return Err(error);
        }
        sync_folder_of(path);
        Ok(journal)
    }

    /// Goes on writing after the whole entries of a reading. What was torn behind them is cut off; whoever calls this
    /// has set it aside.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn go_on<E>(path: &Path, reading: &Reading<E>) -> io::Result<Self> {
        let mut journal = Self {
            file: OpenOptions::new().write(true).open(path)?,
            written: Lines::of(reading),
            unclean: false,
        };
        journal.file.set_len(reading.whole_bytes)?;
        // A last entry whose line end was lost is given it back before anything is written behind it.
        let on_disk = usize::try_from(reading.whole_bytes).unwrap_or(usize::MAX);
        if let Some(missing) = reading.bytes.get(on_disk..)
            && !missing.is_empty()
        {
            journal.write_durably(missing, reading.whole_bytes)?;
        }
        Ok(journal)
    }

    /// Writes an entry and returns once it is on disk. After an error nothing of it counts, and the next call tries
    /// anew.
    ///
    /// # Errors
    /// When the disk refuses: full, gone, read-only.
    pub fn append<E: Serialize>(&mut self, record: &JournalEntry<E>) -> io::Result<()> {
        let (line, hash) = self.written.next(record)?;
        let end = self.written.length();
        let written = self.write_durably(line.as_bytes(), end);
        if written.is_err() {
            self.unclean = true;
            // If even this fails, the next append does it again before it writes.
            let _ = self.file.set_len(end);
            return written;
        }
        self.written.add(&line, hash);
        Ok(())
    }

    /// What the journal is held on to by from outside; `None` while it is empty.
    #[must_use]
    pub fn anchor(&self) -> Option<Anchor> {
        (self.written.count > 0).then(|| Anchor::new(self.written.count, &self.written.last_hash))
    }

    /// Every line that counts, as it lies on disk.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.written.bytes
    }

    fn write_durably(&mut self, bytes: &[u8], at: u64) -> io::Result<()> {
        if self.unclean {
            self.file.set_len(at)?;
            self.unclean = false;
        }
        self.file.seek(SeekFrom::Start(at))?;
        self.file.write_all(bytes)?;
        self.file.sync_data()
    }
}

/// Makes the name of a new file or folder durable, where the disk can do that; the bytes in it are so already.
pub(crate) fn sync_folder_of(path: &Path) {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    #[cfg(not(unix))]
    {
        let _ = path;
    }
}

#[cfg(test)]
impl Journal {
    /// From now on the disk takes nothing, as when it is full.
    pub(crate) fn lose_the_disk(&mut self, path: &Path) {
        self.file = File::open(path).unwrap();
    }

    /// The disk is back.
    pub(crate) fn find_the_disk(&mut self, path: &Path) {
        self.file = OpenOptions::new().write(true).open(path).unwrap();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::session::event::{Event, Seq};
    use crate::domain::time::{ClockReading, Millis};
    use crate::store::journal::read;

    fn record(seq: u64) -> JournalEntry {
        let at = ClockReading {
            wall: "2026-11-25T08:00:00+07:00".parse().unwrap(),
            run: 1,
            up: Millis(seq),
        };
        JournalEntry::new(Seq(seq), at, vec![Event::ClockStarted])
    }

    #[test]
    fn after_a_failed_write_the_next_one_stands_where_the_failed_one_was_to_stand() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.ron");
        let mut journal = Journal::create(&path, [&record(1)]).unwrap();
        journal.lose_the_disk(&path);
        assert!(journal.append(&record(2)).is_err());
        assert!(journal.append(&record(2)).is_err());
        assert_eq!(read(&path).unwrap().records, [record(1)]);
        // Some of what failed had reached the disk, and more of it than what is written next.
        let mut rest = OpenOptions::new().append(true).open(&path).unwrap();
        rest.write_all(&[b'x'; 1000]).unwrap();
        journal.find_the_disk(&path);
        journal.append(&record(2)).unwrap();
        journal.append(&record(3)).unwrap();
        let reading = read(&path).unwrap();
        assert_eq!(reading.records, [record(1), record(2), record(3)]);
        assert!(reading.torn.is_none() && reading.damage.is_none());
    }

    #[test]
    fn a_journal_is_never_written_over_another() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.ron");
        drop(Journal::create(&path, [&record(1)]).unwrap());
        assert!(Journal::create(&path, [&record(1), &record(2)]).is_err());
        assert_eq!(read(&path).unwrap().records, [record(1)]);
    }
}
