//! A computer that joined: a real copy on its disk, with what an engine tells it.

#![cfg(test)]

use std::path::PathBuf;

use super::desk::folder;
use super::parts::{SimulatedEngine, Stored};
use crate::stations::share::joined::{CopyStep, JoinedCopy};
use crate::store::journal::{self, ReplicaJournal};

pub(super) struct SimulatedReader {
    folder: tempfile::TempDir,
    replica: ReplicaJournal,
    /// What was there before another chain took its place.
    pub(super) kept: Vec<PathBuf>,
    copy: JoinedCopy,
    pub(super) up: bool,
    at: usize,
    is_told_level: bool,
}

impl SimulatedReader {
    pub(super) fn new() -> Self {
        let folder = folder();
        let replica = ReplicaJournal::open(&folder.path().join(journal::FILE_NAME)).unwrap();
        Self {
            folder,
            replica,
            kept: Vec::new(),
            copy: JoinedCopy::default(),
            up: true,
            at: 0,
            is_told_level: false,
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join(journal::FILE_NAME)
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        std::fs::read(self.path()).unwrap_or_default()
    }

    pub(super) fn reached(&mut self, up: bool) {
        self.up = up;
        self.at = 0;
        self.is_told_level = false;
        self.copy.begin();
    }

    /// Killed while it wrote: so many bytes of a line that never was whole stand at the end.
    pub(super) fn restart(&mut self, torn: usize) {
        if self.path().exists() && torn > 0 {
            let mut bytes = self.bytes();
            let line: Vec<u8> = bytes.iter().copied().take(torn).collect();
            bytes.extend(line.into_iter().filter(|byte| *byte != b'\n'));
            std::fs::write(self.path(), bytes).unwrap();
        }
        self.replica = ReplicaJournal::open(&self.path()).unwrap();
        let hashes = self.replica.marks().iter().map(|mark| mark.hash.clone());
        self.copy = JoinedCopy::with(hashes.collect());
        self.reached(self.up);
    }

    pub(super) fn step(&mut self, engine: &SimulatedEngine) -> bool {
        if !self.up {
            return false;
        }
        let step = match engine.stored.get(self.at) {
            Some(stored) => {
                self.at += 1;
                match stored {
                    Stored::Line(line) => self.copy.take(line.clone()),
                    Stored::Changed | Stored::Gone => None,
                }
            }
            None if !self.is_told_level => {
                self.is_told_level = true;
                self.copy.level()
            }
            None => return false,
        };
        if let Some(step) = step {
            match &step {
                CopyStep::Append(lines) => self.replica.append(lines).unwrap(),
                CopyStep::Turn { keep, lines } => {
                    self.kept.push(self.replica.turn(*keep, lines).unwrap());
                }
            }
            self.copy.done(&step);
        }
        true
    }
}
