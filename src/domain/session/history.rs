//! All records of a session in order, which of them count, and the line of time they lie on. Undo takes an act out of
//! force, redo puts it back with the time it had; nothing is ever deleted.

use super::event::{Event, JournalEntry, Seq};
use crate::domain::time::{ClockReading, SessionTime, Timeline};

/// A record with its place on the session's line of time.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryEntry {
    pub record: JournalEntry,
    pub at: SessionTime,
    pub in_force: bool,
}

/// All records in order.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    entries: Vec<HistoryEntry>,
    timeline: Timeline,
    /// What redo would put back, the next one last.
    redo: Vec<Seq>,
    /// Somebody entered a step, whether that still counts or not.
    has_begun: bool,
    clock_sets: Vec<ClockSet>,
}

/// Somebody set the clock of the computer while the session was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockSet {
    /// The first record after it.
    pub at: SessionTime,
    /// Milliseconds forward; negative for back.
    pub by: i64,
}

/// What a record does to the history.
pub(super) enum HistoryEffect {
    /// It adds to what is in force: apply it.
    Added,
    /// What is in force has changed further back: apply everything anew.
    Changed,
}

impl History {
    pub(super) fn starting(at: ClockReading) -> Self {
        Self {
            entries: Vec::new(),
            timeline: Timeline::starting(at),
            redo: Vec::new(),
            has_begun: false,
            clock_sets: Vec::new(),
        }
    }

    pub(super) fn push(&mut self, record: JournalEntry) -> HistoryEffect {
        let set_by = self.timeline.clock_set_by(record.at);
        let at = self.timeline.advance(record.at);
        if set_by != 0 {
            self.clock_sets.push(ClockSet { at, by: set_by });
        }
        if !self.has_begun && begins(&record.events) {
            self.has_begun = true;
            self.timeline.anchor();
        }
        let effect = match record.events.as_slice() {
            [Event::Undone { act }] => {
                self.set_in_force(*act, false);
                self.redo.push(*act);
                HistoryEffect::Changed
            }
            [Event::Redone { act }] => {
                self.set_in_force(*act, true);
                self.redo.retain(|known| known != act);
                HistoryEffect::Changed
            }
            events => {
                if is_act(events) {
                    self.redo.clear();
                }
                HistoryEffect::Added
            }
        };
        self.entries.push(HistoryEntry {
            record,
            at,
            in_force: true,
        });
        effect
    }

    /// Every record with its place in time, in the order they were made.
    #[must_use]
    pub fn entries(&self) -> &[HistoryEntry] {
        &self.entries
    }

    /// When somebody set the computer's clock.
    #[must_use]
    pub fn clock_sets(&self) -> &[ClockSet] {
        &self.clock_sets
    }

    /// Where a moment lies on the session's line of time.
    #[must_use]
    pub fn stamp(&self, now: ClockReading) -> SessionTime {
        self.timeline.stamp(now)
    }

    /// The number of the last record; 0 when there is none.
    #[must_use]
    pub fn last_seq(&self) -> Seq {
        self.entries.last().map_or(Seq(0), |entry| entry.record.seq)
    }

    /// The moment of the last record.
    #[must_use]
    pub const fn last_moment(&self) -> ClockReading {
        self.timeline.last()
    }

    /// The act that undo would take back: the last one in force.
    #[must_use]
    pub fn to_undo(&self) -> Option<Seq> {
        self.entries
            .iter()
            .rev()
            .find(|entry| entry.in_force && is_act(&entry.record.events))
            .map(|entry| entry.record.seq)
    }

    /// The act that redo would put back.
    #[must_use]
    pub fn to_redo(&self) -> Option<Seq> {
        self.redo.last().copied()
    }

    /// The record with this number.
    #[must_use]
    pub fn entry(&self, seq: Seq) -> Option<&HistoryEntry> {
        self.entries
            .binary_search_by_key(&seq, |entry| entry.record.seq)
            .ok()
            .and_then(|index| self.entries.get(index))
    }

    fn set_in_force(&mut self, seq: Seq, in_force: bool) {
        if let Ok(index) = self
            .entries
            .binary_search_by_key(&seq, |entry| entry.record.seq)
            && let Some(entry) = self.entries.get_mut(index)
        {
            entry.in_force = in_force;
        }
    }
}

fn begins(events: &[Event]) -> bool {
    events
        .iter()
        .any(|event| matches!(event, Event::StepEntered { .. }))
}

/// Whether the aide did this, so that she can take it back. Opening, coming back and undoing itself are no such acts.
fn is_act(events: &[Event]) -> bool {
    !events.iter().any(|event| {
        matches!(
            event,
            Event::Opened { .. }
                | Event::Resumed { .. }
                | Event::Undone { .. }
                | Event::Redone { .. }
        )
    })
}
