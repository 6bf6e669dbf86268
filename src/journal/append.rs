//! Writing a journal: a record counts once it is on disk.

use std::fs::{File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;

use super::read::Reading;
use super::{Line, NO_LINE_BEFORE, hash_of};
use crate::private;
use crate::session::event::Record;

/// A journal that is open for writing. Hold the [`DeskLock`](super::DeskLock) as long as it lives.
#[derive(Debug)]
pub struct Journal {
    file: File,
    /// Where the last whole record ends.
    length: u64,
    last_hash: String,
    /// A write failed and may have left bytes behind the last whole record.
    unclean: bool,
}

impl Journal {
    /// Begins a journal in a new file with these records. It is there whole or not at all.
    ///
    /// # Errors
    /// When the file exists or cannot be written.
    pub fn create<'a>(
        path: &Path,
        records: impl IntoIterator<Item = &'a Record>,
    ) -> io::Result<Self> {
        let mut bytes = Vec::new();
        let mut last_hash = NO_LINE_BEFORE.to_owned();
        for record in records {
            let (line, hash) = line_after(&last_hash, record)?;
            bytes.extend(line.into_bytes());
            last_hash = hash;
        }
        let mut journal = Self {
            file: private::new_file(path)?,
            length: 0,
            last_hash,
            unclean: false,
        };
        if let Err(error) = journal.write_durably(&bytes) {
            // Half a journal is worthless, and would be in the way of the next attempt.
            let _ = std::fs::remove_file(path);
            return Err(error);
        }
        sync_folder_of(path);
        journal.length = bytes.len() as u64;
        Ok(journal)
    }

    /// Goes on writing after the whole records of a reading. What was torn behind them is cut off; whoever calls this
    /// has set it aside.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn go_on(path: &Path, reading: &Reading) -> io::Result<Self> {
        let file = OpenOptions::new().write(true).open(path)?;
        let journal = Self {
            file,
            length: reading.whole_bytes,
            last_hash: reading.last_hash.clone(),
            unclean: false,
        };
        journal.file.set_len(journal.length)?;
        Ok(journal)
    }

    /// Writes a record and returns once it is on disk. After an error nothing of it counts, and the next call tries
    /// anew.
    ///
    /// # Errors
    /// When the disk refuses: full, gone, read-only.
    pub fn append(&mut self, record: &Record) -> io::Result<()> {
        let (line, hash) = line_after(&self.last_hash, record)?;
        let written = self.write_durably(line.as_bytes());
        if written.is_err() {
            self.unclean = true;
            // If even this fails, the next append does it again before it writes.
            let _ = self.file.set_len(self.length);
            return written;
        }
        self.length += line.len() as u64;
        self.last_hash = hash;
        Ok(())
    }

    fn write_durably(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.unclean {
            self.file.set_len(self.length)?;
            self.unclean = false;
        }
        self.file.seek(SeekFrom::Start(self.length))?;
        self.file.write_all(bytes)?;
        self.file.sync_data()
    }
}

/// The line of a record with its line break, and the hash that the next one has to hold.
fn line_after(hash: &str, record: &Record) -> io::Result<(String, String)> {
    let mut line = ron::to_string(&Line::of(record, hash)).map_err(io::Error::other)?;
    let hash = hash_of(line.as_bytes());
    line.push('\n');
    Ok((line, hash))
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
    use crate::journal::read;
    use crate::moment::{Millis, Moment};
    use crate::session::event::{Event, Seq};

    fn record(seq: u64) -> Record {
        Record {
            seq: Seq(seq),
            at: Moment {
                wall: "2026-11-25T08:00:00+07:00".parse().unwrap(),
                run: 1,
                up: Millis(seq),
            },
            events: vec![Event::ClockStarted],
        }
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
