//! What the stories of this folder begin with: lines to be written. Knows no file.
#![cfg(test)]

use crate::domain::session::event::{Event, JournalEntry, Seq};
use crate::domain::time::{ClockReading, Millis};

/// A line that shows something in the hall.
pub(super) fn record(seq: u64) -> JournalEntry {
    let at = ClockReading {
        wall: "2026-11-25T08:00:00+07:00".parse().unwrap(),
        run: 1,
        up: Millis(seq),
    };
    let message = Some(format!("Mời bà con số {seq}"));
    JournalEntry::new(Seq(seq), at, vec![Event::HallShown { message }])
}
