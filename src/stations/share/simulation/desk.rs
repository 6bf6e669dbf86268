//! A desk as its disk shows it: a real journal, that is written, refused, torn and opened again.

#![cfg(test)]

use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use crate::domain::session::event::{Event, JournalEntry, Seq};
use crate::domain::time::{ClockReading, Millis, Wall};
use crate::store::journal::{self, DeskLock, Journal};

/// In memory, where the system has such a folder: a thousand histories sync a hundred thousand times.
pub(super) fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        tempfile::tempdir_in(memory).unwrap()
    } else {
        tempfile::tempdir().unwrap()
    }
}

fn wall() -> Wall {
    "2026-11-25T08:00:00+07:00".parse().unwrap()
}

/// What a power cut leaves of what was never synced.
#[derive(Debug, Clone, Copy)]
pub(super) enum NoteLeft {
    Whole,
    Older,
    Empty,
    Zeros,
    Gone,
}

pub(super) struct SimulatedDesk {
    folder: tempfile::TempDir,
    /// `None` while no desk runs.
    journal: Option<Journal>,
    count: u64,
    /// What the desk said was saved, in its order.
    pub(super) acknowledged: Vec<String>,
}

impl SimulatedDesk {
    pub(super) fn begins(name: &str) -> Self {
        let mut desk = Self {
            folder: folder(),
            journal: None,
            count: 0,
            acknowledged: Vec::new(),
        };
        let first = desk.entry(name);
        drop(Journal::create(&desk.path(), [&first]).unwrap());
        desk.acknowledged.push(name.to_owned());
        desk.opens();
        desk
    }

    /// Another computer with a copy of the journal.
    pub(super) fn copied(&self) -> Self {
        let mut copy = Self {
            folder: folder(),
            journal: None,
            count: 0,
            acknowledged: self.acknowledged.clone(),
        };
        std::fs::copy(self.path(), copy.path()).unwrap();
        copy.opens();
        copy
    }

    pub(super) fn path(&self) -> PathBuf {
        self.folder.path().join(journal::FILE_NAME)
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        std::fs::read(self.path()).unwrap()
    }

    fn entry(&mut self, text: &str) -> JournalEntry {
        self.count += 1;
        let at = ClockReading {
            wall: wall(),
            run: 1,
            up: Millis(self.count),
        };
        let message = Some(text.to_owned());
        JournalEntry::new(Seq(self.count), at, vec![Event::HallShown { message }])
    }

    /// The desk writes, and says that it is saved.
    pub(super) fn writes(&mut self, text: &str) {
        if self.journal.is_none() {
            return;
        }
        let entry = self.entry(text);
        self.journal.as_mut().unwrap().append(&entry).unwrap();
        self.acknowledged.push(text.to_owned());
    }

    /// The line that would come next, as it would lie on disk.
    fn next_line(&mut self, text: &str) -> Vec<u8> {
        let scratch = folder();
        let path = scratch.path().join(journal::FILE_NAME);
        let reading = journal::read(&self.path()).unwrap();
        let mut copy = Journal::copy_of(&path, &reading).unwrap();
        let entry = self.entry(text);
        self.count -= 1;
        copy.append(&entry).unwrap();
        copy.bytes()[reading.bytes.len()..].to_vec()
    }

    fn writes_bytes(&self, bytes: &[u8]) -> u64 {
        let mut file = std::fs::File::options()
            .write(true)
            .open(self.path())
            .unwrap();
        let end = file.seek(SeekFrom::End(0)).unwrap();
        file.write_all(bytes).unwrap();
        end
    }

    /// A whole line stands there that the disk has not taken yet; where it began.
    pub(super) fn is_writing(&mut self, text: &str) -> Option<u64> {
        self.journal.as_ref()?;
        let line = self.next_line(text);
        Some(self.writes_bytes(&line))
    }

    /// The disk refused it.
    pub(super) fn takes_back(&mut self, start: u64) {
        let file = std::fs::File::options().write(true).open(self.path());
        file.unwrap().set_len(start).unwrap();
    }

    /// The desk is killed while it writes: so many thousandths of the line reached the file.
    pub(super) fn is_killed(&mut self, text: &str, thousandths: usize, note: NoteLeft) {
        let Some(journal) = self.journal.take() else {
            return;
        };
        let line = self.next_line(text);
        self.writes_bytes(&line[..line.len() * thousandths / 1000]);
        // What a killed process leaves lying, and one that ends does not.
        let left = ["desk.holder", "journal.acknowledged"].map(|name| {
            let path = self.folder.path().join(name);
            (path.clone(), std::fs::read(path).unwrap())
        });
        drop(journal);
        for (path, bytes) in left {
            std::fs::write(path, bytes).unwrap();
        }
        let path = self.folder.path().join("journal.acknowledged");
        match note {
            NoteLeft::Whole => {}
            NoteLeft::Older => std::fs::write(path, "1:0000000000000000").unwrap(),
            NoteLeft::Empty => std::fs::write(path, "").unwrap(),
            NoteLeft::Zeros => std::fs::write(path, [0; 41]).unwrap(),
            NoteLeft::Gone => std::fs::remove_file(path).unwrap(),
        }
    }

    /// The desk is ended, as it should be.
    pub(super) fn ends(&mut self) {
        self.journal = None;
    }

    /// The desk is opened, if none runs. A whole line that a killed one left counts from now on.
    pub(super) fn opens(&mut self) {
        if self.journal.is_some() {
            return;
        }
        let reading = journal::read(&self.path()).unwrap();
        assert_eq!(reading.damage, None);
        let lock = DeskLock::take(self.folder.path(), wall()).unwrap();
        let journal = Journal::go_on(&self.path(), &reading).unwrap().under(lock);
        self.journal = Some(journal);
        self.count = reading.records.len() as u64;
    }

    /// Everything that it said was saved stands in the journal, in its order.
    pub(super) fn has_what_it_acknowledged(&self) -> bool {
        let reading = journal::read(&self.path()).unwrap();
        let told = |event: &Event| {
            if let Event::HallShown { message } = event {
                message.clone()
            } else {
                None
            }
        };
        let entries = reading.records.iter();
        let mut stands = entries.filter_map(|entry| entry.events.iter().find_map(told));
        let mut acknowledged = self.acknowledged.iter();
        acknowledged.all(|text| stands.any(|stood| stood == *text))
    }
}
