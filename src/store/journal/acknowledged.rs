//! A note beside a journal that is open for writing: up to which entry it is acknowledged. Another process sees a line before
//! the disk has taken it, and the line may still be taken back; whoever hands lines to somebody else asks here first.
//!
//! The note is written after each entry and never synced: it is for processes that run now. It costs the writer one short
//! write, and a note that cannot be written costs it nothing.

use std::fs::File;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use serde::de::IgnoredAny;

use super::line::{hash_of, parse};
use super::{ChainAnchor, refused};
use crate::domain::time::Millis;
use crate::store::private_fs;

/// Written over in one piece, whatever number stands in it.
const WIDTH: usize = 40;
/// A whole line that stays for so long behind the last acknowledged one is left by a writer that was killed: it counts once
/// the journal is opened again, and nobody is there to take it back.
const LEFT: Millis = Millis::of_seconds(30);

/// The note of a journal that is open; taken away when the journal is closed.
#[derive(Debug)]
pub(super) struct AcknowledgedNote {
    path: PathBuf,
    file: Option<File>,
}

impl AcknowledgedNote {
    /// The note beside this journal, of which so much is acknowledged.
    pub(super) fn begin(journal: &Path, anchor: Option<&ChainAnchor>) -> Self {
        let path = beside(journal);
        let mut note = Self {
            file: private_fs::file(&path).ok(),
            path,
        };
        note.write(anchor);
        note
    }

    /// So much is acknowledged by now.
    pub(super) fn write(&mut self, anchor: Option<&ChainAnchor>) {
        let (Some(file), Some(anchor)) = (&mut self.file, anchor) else {
            return;
        };
        let text = format!("{:<WIDTH$}\n", anchor.to_string());
        // Whoever asks waits for the next one, or until the line was left for a while.
        let _ = file
            .seek(SeekFrom::Start(0))
            .and_then(|_| file.write_all(text.as_bytes()));
    }
}

impl Drop for AcknowledgedNote {
    fn drop(&mut self) {
        if self.file.take().is_some() {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// Tells whether the last line of a journal counts, where somebody else may be about to take it back. A line that another one
/// follows always does.
#[derive(Debug, Default)]
pub(super) struct AcknowledgedWatch {
    /// The line that does not count yet, and since when it is seen.
    waits: Option<(String, Millis)>,
}

impl AcknowledgedWatch {
    /// The hash of the line that does not count yet.
    pub(super) fn waits(&self) -> Option<&str> {
        self.waits.as_ref().map(|(hash, _)| hash.as_str())
    }

    /// How many of these bytes, whole lines of a journal and what is torn behind them, count at this moment: all, unless a last
    /// whole line is not acknowledged yet.
    pub(super) fn length_that_counts(
        &mut self,
        journal: &Path,
        bytes: &[u8],
        now: Millis,
    ) -> usize {
        let end = bytes.iter().rposition(|byte| *byte == b'\n');
        let whole = end.and_then(|end| bytes.get(..end)).unwrap_or_default();
        let start = whole
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |before| before + 1);
        let last = whole.get(start..).unwrap_or_default();
        match parse::<IgnoredAny>(last) {
            Ok((line, _)) if !self.counts(journal, (line.seq.0, &hash_of(last)), now) => start,
            // Damage is not for this to judge.
            Ok(_) | Err(_) => {
                self.waits = None;
                bytes.len()
            }
        }
    }

    /// Whether this line, the last one of the journal, counts at this moment.
    fn counts(&mut self, journal: &Path, (seq, hash): (u64, &str), now: Millis) -> bool {
        // Refused, and the disk did not let it be cut off.
        if refused::marked(journal).is_some_and(|anchor| seq > anchor.entries) {
            return false;
        }
        let noted = match private_fs::read_text(&beside(journal)) {
            Ok(text) => text.trim().parse::<ChainAnchor>().ok(),
            // Nobody has the journal open.
            Err(_) if !is_held(journal) => return true,
            Err(_) => None,
        };
        let line = ChainAnchor::new(usize::try_from(seq).unwrap_or(usize::MAX), hash);
        if noted == Some(line) {
            self.waits = None;
            return true;
        }
        match &self.waits {
            Some((waits, since)) if waits == hash => now.saturating_sub(*since) >= LEFT,
            Some(_) | None => {
                self.waits = Some((hash.to_owned(), now));
                false
            }
        }
    }
}

/// Whether a desk has the journal, as far as its folder shows.
fn is_held(journal: &Path) -> bool {
    journal.with_file_name("desk.holder").exists()
        || journal.with_file_name("desk.heartbeat").exists()
}

/// `journal.ron` → `journal.acknowledged`.
fn beside(journal: &Path) -> PathBuf {
    journal.with_extension("acknowledged")
}

#[cfg(test)]
mod tests {
    use super::*;

    const JOURNAL: &str = "journal.ron";

    fn anchor(entries: usize, hash: &str) -> ChainAnchor {
        ChainAnchor::new(entries, hash)
    }

    #[test]
    fn a_line_counts_once_it_is_noted_or_was_left_by_a_writer_that_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let journal = folder.path().join(JOURNAL);
        let (first, second) = ("a".repeat(64), "b".repeat(64));
        let mut watch = AcknowledgedWatch::default();
        // nobody has it open
        assert!(watch.counts(&journal, (1, &first), Millis(0)));
        let mut note = AcknowledgedNote::begin(&journal, Some(&anchor(1, &first)));
        assert!(watch.counts(&journal, (1, &first), Millis(0)));
        for now in [0, 29_999] {
            assert!(!watch.counts(&journal, (2, &second), Millis(now)));
        }
        // another line in its place begins to wait anew
        let other = "c".repeat(64);
        assert!(!watch.counts(&journal, (2, &other), Millis(30_000)));
        assert!(!watch.counts(&journal, (2, &second), Millis(30_001)));
        note.write(Some(&anchor(2, &second)));
        assert!(watch.counts(&journal, (2, &second), Millis(30_002)));
        assert!(!watch.counts(&journal, (2, &other), Millis(30_003)));
        // a writer that was killed leaves its note, a line that it left behind counts after a while
        let third = (3, first.as_str());
        assert!(!watch.counts(&journal, third, Millis(40_000)));
        assert!(watch.counts(&journal, third, Millis(70_000)));
        // unless the disk refused it
        std::fs::write(
            folder.path().join("journal.refused"),
            anchor(2, &second).to_string(),
        )
        .unwrap();
        assert!(!watch.counts(&journal, third, Millis(90_000)));
        drop(note);
        assert!(!folder.path().join("journal.acknowledged").exists());
    }

    #[test]
    fn a_note_that_is_missing_or_half_written_lets_nothing_pass_while_a_desk_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let journal = folder.path().join(JOURNAL);
        let hash = "a".repeat(64);
        std::fs::write(folder.path().join("desk.holder"), "").unwrap();
        let mut watch = AcknowledgedWatch::default();
        assert!(!watch.counts(&journal, (1, &hash), Millis(0)));
        for half in ["", "1:", "1:aaaa", "x"] {
            std::fs::write(folder.path().join("journal.acknowledged"), half).unwrap();
            assert!(!watch.counts(&journal, (1, &hash), Millis(1)), "{half}");
        }
        assert!(watch.counts(&journal, (1, &hash), Millis(30_000)));
    }
}
