//! The lines of a journal that count, in memory as they lie on disk, and the one that comes next.

use std::io;

use serde::Serialize;

use super::line::{self, NO_LINE_BEFORE};
use super::reading::JournalReading;
use crate::domain::session::event::JournalEntry;

/// The lines that count, as they lie on disk.
#[derive(Debug, Clone)]
pub(super) struct Lines {
    pub bytes: Vec<u8>,
    pub count: usize,
    pub last_hash: String,
    /// The last version of the program that a line names.
    program: String,
}

impl Lines {
    pub(super) fn none() -> Self {
        Self {
            bytes: Vec::new(),
            count: 0,
            last_hash: NO_LINE_BEFORE.to_owned(),
            program: String::new(),
        }
    }

    pub(super) fn of<E>(reading: &JournalReading<E>) -> Self {
        Self {
            bytes: reading.bytes.clone(),
            count: reading.records.len(),
            last_hash: reading.last_hash.clone(),
            program: reading.program.clone(),
        }
    }

    /// The line of an entry with its line break, and its hash. The first line of a version names it.
    pub(super) fn next<E: Serialize>(
        &self,
        record: &JournalEntry<E>,
    ) -> io::Result<(String, String)> {
        let program = if self.program == line::PROGRAM {
            ""
        } else {
            line::PROGRAM
        };
        line::write(record, &self.last_hash, program)
    }

    pub(super) fn add(&mut self, line: &str, hash: String) {
        self.bytes.extend_from_slice(line.as_bytes());
        self.count += 1;
        self.last_hash = hash;
        line::PROGRAM.clone_into(&mut self.program);
    }

    /// Where the last whole entry ends.
    pub(super) fn length(&self) -> u64 {
        self.bytes.len() as u64
    }
}
