//! Writing a journal: an entry counts once it is on disk, in the file that lies at the path.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::acknowledged::AcknowledgedNote;
use super::fingerprint::{FileFingerprint, Mismatch};
use super::lines::Lines;
use super::reading::JournalReading;
use super::{ChainAnchor, DeskLock, refused};
use crate::domain::session::event::JournalEntry;
use crate::store::private_fs;

/// A journal that is open for writing.
#[derive(Debug)]
pub struct Journal {
    pub(super) path: PathBuf,
    pub(super) file: File,
    /// What the file looked like when it was last written.
    pub(super) fingerprint: FileFingerprint,
    pub(super) written: Lines,
    /// A write failed and may have left bytes behind the last whole entry.
    pub(super) unclean: bool,
    /// For other processes, as long as the lock is held; given back before it.
    pub(super) acknowledged: Option<AcknowledgedNote>,
    /// Held as long as the journal is open.
    pub(super) lock: Option<DeskLock>,
    /// The file at the path was exchanged for one with the same bytes, and is the one that is open since.
    pub(super) was_reopened: bool,
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

    /// Begins a journal in a new file with every line of this one, byte for byte, and goes on there under another lock.
    /// This one stays as it is if that fails.
    ///
    /// # Errors
    /// When the file exists or cannot be written.
    pub fn move_to(&mut self, path: &Path, lock: DeskLock) -> io::Result<()> {
        *self = Self::create_of(path, self.written.clone())?.under(lock);
        Ok(())
    }

    /// Begins a journal in a new file with the lines of a reading, byte for byte.
    ///
    /// # Errors
    /// When the file exists or cannot be written.
    pub fn copy_of<E>(path: &Path, reading: &JournalReading<E>) -> io::Result<Self> {
        Self::create_of(path, Lines::of(reading))
    }

    fn create_of(path: &Path, written: Lines) -> io::Result<Self> {
        let mut file = private_fs::new_file(path)?;
        let created = file
            .write_all(&written.bytes)
            .and_then(|()| file.sync_data())
            .and_then(|()| private_fs::sync_folder_of(path))
            .and_then(|()| FileFingerprint::of(&file));
        match created {
            Ok(fingerprint) => Ok(Self::with_open_file(path, file, fingerprint, written)),
            Err(error) => {
                // Half a journal is worthless, and would be in the way of the next attempt.
                let _ = std::fs::remove_file(path);
                Err(error)
            }
        }
    }

    /// Goes on writing after the whole entries of a reading. What was torn behind them is cut off; whoever calls this
    /// has set it aside.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn go_on<E>(path: &Path, reading: &JournalReading<E>) -> io::Result<Self> {
        let file = private_fs::writable(path)?;
        let fingerprint = FileFingerprint::of(&file)?;
        let mut journal = Self::with_open_file(path, file, fingerprint, Lines::of(reading));
        if fingerprint.length != reading.whole_bytes {
            journal.file.set_len(reading.whole_bytes)?;
        }
        // A last entry whose line end was lost is given it back before anything is written behind it.
        let on_disk = usize::try_from(reading.whole_bytes).unwrap_or(usize::MAX);
        if let Some(missing) = reading.bytes.get(on_disk..)
            && !missing.is_empty()
        {
            journal.write_durably(missing, reading.whole_bytes)?;
        }
        if fingerprint.length != journal.written.length() {
            journal.file.sync_data()?;
        }
        refused::forget(path)?;
        journal.fingerprint = FileFingerprint::of(&journal.file)?;
        Ok(journal)
    }

    fn with_open_file(
        path: &Path,
        file: File,
        fingerprint: FileFingerprint,
        written: Lines,
    ) -> Self {
        Self {
            path: path.to_owned(),
            file,
            fingerprint,
            written,
            unclean: false,
            acknowledged: None,
            lock: None,
            was_reopened: false,
        }
    }

    /// The journal, held under this lock from now on; an older one is given back.
    #[must_use]
    pub fn under(mut self, lock: DeskLock) -> Self {
        self.lock = Some(lock);
        self.begin_note();
        self
    }

    pub(super) fn begin_note(&mut self) {
        let anchor = self.anchor();
        self.acknowledged = Some(AcknowledgedNote::begin(&self.path, anchor.as_ref()));
    }

    /// Writes an entry and returns once it is on disk, in the file at the path. After an error nothing of it counts, and
    /// the next call tries anew.
    ///
    /// # Errors
    /// When the disk refuses: full, gone, read-only. When the file, its folder or its lock is no longer what it was,
    /// the cause is a [`Mismatch`].
    pub fn append<E: Serialize>(&mut self, record: &JournalEntry<E>) -> io::Result<()> {
        let (line, hash) = self.written.next(record)?;
        self.check()?;
        let end = self.written.length();
        let whole = end + line.len() as u64;
        let written = self
            .write_durably(line.as_bytes(), end)
            .and_then(|()| self.see_what_was_written(whole))
            .and_then(|()| refused::forget(&self.path));
        if written.is_err() {
            self.take_back(end, whole);
            return written;
        }
        self.written.add(&line, hash);
        let anchor = self.anchor();
        if let Some(note) = &mut self.acknowledged {
            note.write(anchor.as_ref());
        }
        Ok(())
    }

    /// After a write: the file that was written is the one at the path, and ends where it should.
    fn see_what_was_written(&mut self, whole: u64) -> io::Result<()> {
        let written = FileFingerprint::of(&self.file)?;
        let seen = FileFingerprint::at(&self.path)
            .map_err(|_| Mismatch::of_unseen(&self.path))?
            .ok_or(Mismatch::Replaced)?;
        if !seen.is_same_file(&written) {
            return Err(Mismatch::Replaced.into());
        }
        if seen.length != whole {
            return Err(Mismatch::Changed.into());
        }
        self.check_lock()?;
        self.fingerprint = seen;
        Ok(())
    }

    /// An entry was not acknowledged: whatever of it reached the file is cut off again. What somebody else wrote there
    /// stays; and where it cannot be cut off, a mark says from where on nothing counts.
    fn take_back(&mut self, end: u64, whole: u64) {
        let is_ours = self
            .file
            .metadata()
            .is_ok_and(|metadata| (end..=whole).contains(&metadata.len()));
        let cut = is_ours
            && self
                .file
                .set_len(end)
                .and_then(|()| self.file.sync_data())
                .is_ok();
        if let (true, Ok(fingerprint)) = (cut, FileFingerprint::of(&self.file)) {
            self.fingerprint = fingerprint;
        } else {
            self.unclean = is_ours;
            refused::mark(&self.path, self.anchor().as_ref());
        }
    }

    /// Shows that this writer lives, where its lock needs it; every five seconds.
    pub fn beat(&self) {
        if let Some(lock) = &self.lock {
            lock.beat();
        }
    }

    /// Whether another file with the same bytes was opened in the place of the one before, since this was last asked.
    pub fn was_reopened(&mut self) -> bool {
        std::mem::take(&mut self.was_reopened)
    }

    /// What the journal is held on to by from outside; `None` while it is empty.
    #[must_use]
    pub fn anchor(&self) -> Option<ChainAnchor> {
        (self.written.count > 0)
            .then(|| ChainAnchor::new(self.written.count, &self.written.last_hash))
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

#[cfg(test)]
impl Journal {
    /// From now on the disk takes nothing, as when it is full.
    pub(crate) fn lose_the_disk(&mut self, path: &Path) {
        self.file = File::open(path).unwrap();
    }

    /// The disk is back.
    pub(crate) fn find_the_disk(&mut self, path: &Path) {
        self.file = std::fs::OpenOptions::new().write(true).open(path).unwrap();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::journal::given::record;
    use crate::store::journal::read;

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
        let mut rest = std::fs::OpenOptions::new()
            .append(true)
            .open(&path)
            .unwrap();
        rest.write_all(&[b'x'; 1000]).unwrap();
        journal.find_the_disk(&path);
        journal.append(&record(2)).unwrap();
        journal.append(&record(3)).unwrap();
        let reading = read(&path).unwrap();
        assert_eq!(reading.records, [record(1), record(2), record(3)]);
        assert!(reading.torn.is_none() && reading.damage.is_none());
    }

    #[test]
    fn what_could_neither_be_written_nor_cut_off_does_not_count_when_it_is_read_again() {
        // given an entry that reached the file though it was refused, and a disk that did not let it be cut off
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.ron");
        let mut journal = Journal::create(&path, [&record(1)]).unwrap();
        journal.lose_the_disk(&path);
        assert!(journal.append(&record(2)).is_err());
        let (line, _) = journal.written.next(&record(2)).unwrap();
        let mut rest = std::fs::OpenOptions::new()
            .append(true)
            .open(&path)
            .unwrap();
        rest.write_all(line.as_bytes()).unwrap();
        // who writes has the file alone, where the system can do that
        drop((journal, rest));
        // when it is read, then what was refused is a torn end
        let reading = read(&path).unwrap();
        assert_eq!(reading.records, [record(1)]);
        assert_eq!(reading.torn.as_ref().unwrap().bytes, line.as_bytes());
        // and when it is gone on with, nothing is left of it
        let mut journal = Journal::go_on(&path, &reading).unwrap();
        journal.append(&record(2)).unwrap();
        drop(journal);
        let reading = read(&path).unwrap();
        assert_eq!(reading.records, [record(1), record(2)]);
        assert!(reading.torn.is_none());
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
