//! What a journal holds, as it was read: entries, what is torn, where damage lies.

use super::ChainAnchor;
use super::line::Unreadable;
use crate::domain::session::event::{Event, JournalEntry, Seq};

/// What a journal holds.
#[derive(Debug)]
pub struct JournalReading<E = Event> {
    /// The whole entries, in order, up to the first damage.
    pub records: Vec<JournalEntry<E>>,
    /// Their lines as they were written, each with its line break.
    pub bytes: Vec<u8>,
    /// Where the last of them ends in the file, in bytes.
    pub whole_bytes: u64,
    /// The hash the next line has to hold.
    pub last_hash: String,
    /// The last version of the program that a line names; empty for the first released one.
    pub program: String,
    /// A last line that was not written to its end.
    pub torn: Option<Torn>,
    /// The first place at which the journal is not what was written.
    pub damage: Option<Damage>,
    pub(super) hashes: Vec<String>,
}

/// A last line that was not written to its end: never acknowledged, so nothing is lost with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Torn {
    pub line: usize,
    pub bytes: Vec<u8>,
}

/// A place where the journal is not what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// Counted from 1.
    pub line: usize,
    /// The first byte that is in question, counted from 0 in the file.
    pub byte: u64,
    pub kind: DamageKind,
}

/// What is wrong there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DamageKind {
    /// The line cannot be read.
    Unreadable(Unreadable),
    /// The line can be read and is not the one that was written there.
    Changed,
    /// A record is missing, or stands twice.
    OutOfOrder { found: Seq },
    /// The line has no seal, though one before it has.
    Unsealed,
    /// A tool ended the lines in its own way, or put its mark before the first. Every entry is there; nothing else was
    /// changed.
    LineEnds,
    /// The first line was changed; it is known from where it is kept a second time, and every entry with it.
    OpeningKept,
    /// No damage: the line is what was written, by a version of the program that knows more than this one.
    Newer { program: String },
}

impl DamageKind {
    /// Whether every entry is known all the same.
    #[must_use]
    pub const fn is_lossless(&self) -> bool {
        matches!(self, Self::LineEnds | Self::OpeningKept)
    }
}

impl<E> JournalReading<E> {
    /// What the journal is held on to by from outside; `None` when it has no whole entry.
    #[must_use]
    pub fn anchor(&self) -> Option<ChainAnchor> {
        self.anchor_at(self.hashes.len())
    }

    /// What the journal was held on to by when it had so many entries.
    #[must_use]
    pub fn anchor_at(&self, entries: usize) -> Option<ChainAnchor> {
        let hash = self.hashes.get(entries.checked_sub(1)?)?;
        Some(ChainAnchor::new(entries, hash))
    }

    /// The reading as of an anchor; what comes after it is torn. As it is, when the journal never had this anchor, or has
    /// nothing after it.
    pub(super) fn cut_back_to(mut self, anchor: &ChainAnchor) -> Self {
        let count = usize::try_from(anchor.entries).unwrap_or(usize::MAX);
        if count >= self.hashes.len() || self.anchor_at(count).as_ref() != Some(anchor) {
            return self;
        }
        let kept: usize = self
            .bytes
            .split_inclusive(|byte| *byte == b'\n')
            .take(count)
            .map(<[u8]>::len)
            .sum();
        let mut behind = self.bytes.split_off(kept);
        behind.extend(self.torn.take().into_iter().flat_map(|torn| torn.bytes));
        self.records.truncate(count);
        self.hashes.truncate(count);
        self.whole_bytes = kept as u64;
        self.last_hash = self.hashes.last().cloned().unwrap_or_default();
        self.torn = Some(Torn {
            line: count + 1,
            bytes: behind,
        });
        self
    }
}
