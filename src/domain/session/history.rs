//! All records of a session in order, which of them count, and the line of time they lie on. Undo takes an act out of
//! force, redo puts it back with the time it had; nothing is ever deleted.

use std::collections::BTreeMap;

use super::event::{Event, JournalEntry, RequestId, Seq, StationId};
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
    /// What redo would put back, the next one last; each for whoever did it.
    redo: Vec<Seq>,
    /// Which record a request became.
    requests: BTreeMap<RequestId, Seq>,
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
            requests: BTreeMap::new(),
            has_begun: false,
            clock_sets: Vec::new(),
        }
    }

    pub(super) fn push(&mut self, record: JournalEntry) -> HistoryEffect {
        let corrected = record.events.iter().find_map(Event::clock_correction);
        if let Some(by) = corrected {
            self.timeline.clock_was_set(by);
        }
        let set_by = corrected.unwrap_or_else(|| self.timeline.clock_set_by(record.at));
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
                    self.forget_redo(record.by.as_ref());
                }
                HistoryEffect::Added
            }
        };
        if let Some(request) = &record.request {
            self.requests.entry(request.clone()).or_insert(record.seq);
        }
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

    /// The line of time after the last record.
    pub(super) const fn timeline(&self) -> &Timeline {
        &self.timeline
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

    /// The act that undo of the desk would take back: the last of its own in force. What stations did is theirs.
    #[must_use]
    pub fn to_undo(&self) -> Option<Seq> {
        self.to_undo_of(None)
    }

    /// The act that redo of the desk would put back.
    #[must_use]
    pub fn to_redo(&self) -> Option<Seq> {
        self.to_redo_of(None)
    }

    /// The last act in force of one station; of the desk for `None`.
    #[must_use]
    pub fn to_undo_of(&self, by: Option<&StationId>) -> Option<Seq> {
        self.entries
            .iter()
            .rev()
            .filter(|entry| entry.record.by.as_ref() == by)
            .find(|entry| entry.in_force && is_act(&entry.record.events))
            .map(|entry| entry.record.seq)
    }

    /// The act of one station that was taken back last; of the desk for `None`.
    #[must_use]
    pub fn to_redo_of(&self, by: Option<&StationId>) -> Option<Seq> {
        let known = self.redo.iter().rev();
        known.copied().find(|seq| self.is_by(*seq, by))
    }

    /// The record that a request became, whether it still counts or not.
    #[must_use]
    pub fn of_request(&self, request: &RequestId) -> Option<&HistoryEntry> {
        self.requests.get(request).and_then(|seq| self.entry(*seq))
    }

    /// A new act ends redo, for whoever did it.
    fn forget_redo(&mut self, by: Option<&StationId>) {
        let mut redo = std::mem::take(&mut self.redo);
        redo.retain(|seq| !self.is_by(*seq, by));
        self.redo = redo;
    }

    fn is_by(&self, seq: Seq, by: Option<&StationId>) -> bool {
        self.entry(seq)
            .is_some_and(|entry| entry.record.by.as_ref() == by)
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

/// Whether somebody did this, so that they can take it back. Opening, coming back and undoing itself are no such acts.
pub(super) fn is_act(events: &[Event]) -> bool {
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
