//! Timed segments: when something began, paused and ended, and how long it really took. Durations are differences on the
//! session's line of time; corrections stand beside what was measured and never replace it.

use serde::{Deserialize, Serialize};

use super::deviation::Reason;
use super::ids::TurnId;
use crate::domain::time::{Millis, SessionTime};

/// Names one timed segment, for a correction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SegmentId {
    Turn(TurnId),
    /// The n-th visit to a step, from 0.
    Visit(u32),
    /// The n-th break, from 0.
    Break(u32),
}

/// Which end of a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Edge {
    Begin,
    End,
}

/// A correction of one end of a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    pub edge: Edge,
    /// Milliseconds later than what was measured; negative for earlier.
    pub by: i64,
    pub reason: Reason,
    pub at: SessionTime,
}

/// A stretch of time that is measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    measured_begin: SessionTime,
    measured_end: Option<SessionTime>,
    pauses: Vec<Pause>,
    corrections: Vec<Correction>,
}

/// A stretch inside a span that does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    pub from: SessionTime,
    pub to: Option<SessionTime>,
}

impl Span {
    #[must_use]
    pub const fn beginning(at: SessionTime) -> Self {
        Self {
            measured_begin: at,
            measured_end: None,
            pauses: Vec::new(),
            corrections: Vec::new(),
        }
    }

    /// When it began, corrected.
    #[must_use]
    pub fn began(&self) -> SessionTime {
        self.measured_begin.shifted(self.correction(Edge::Begin))
    }

    /// When it ended, corrected; `None` while it runs.
    #[must_use]
    pub fn ended(&self) -> Option<SessionTime> {
        self.measured_end
            .map(|end| end.shifted(self.correction(Edge::End)))
    }

    /// When it began and ended by the clock, without corrections.
    #[must_use]
    pub const fn measured(&self) -> (SessionTime, Option<SessionTime>) {
        (self.measured_begin, self.measured_end)
    }

    #[must_use]
    pub fn pauses(&self) -> &[Pause] {
        &self.pauses
    }

    #[must_use]
    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }

    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.measured_end.is_none()
    }

    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.is_open() && self.pauses.last().is_some_and(|pause| pause.to.is_none())
    }

    /// How long it has lasted at `now`, without its pauses.
    #[must_use]
    pub fn lasted(&self, now: SessionTime) -> Millis {
        // Lengths are asked for by the hundred with every key, and need no time of day.
        let begin = self
            .measured_begin
            .line
            .shifted(self.correction(Edge::Begin));
        let end = self
            .measured_end
            .map_or(now.line, |end| end.line.shifted(self.correction(Edge::End)));
        let paused = self
            .pauses
            .iter()
            .map(|pause| overlap(*pause, begin, end))
            .sum();
        end.saturating_sub(begin).saturating_sub(paused)
    }

    pub(super) fn pause(&mut self, at: SessionTime) {
        if self.is_open() && !self.is_paused() {
            self.pauses.push(Pause { from: at, to: None });
        }
    }

    pub(super) fn resume(&mut self, at: SessionTime) {
        if let Some(pause) = self.pauses.last_mut()
            && pause.to.is_none()
        {
            pause.to = Some(at);
        }
    }

    /// Whether it ran through this whole stretch, by the clock. Within a pause it did not.
    pub(super) fn covers(&self, from: SessionTime, to: SessionTime) -> bool {
        let paused = self.pauses.iter().any(|pause| {
            pause.from.line <= from.line && pause.to.is_none_or(|end| to.line <= end.line)
        });
        self.measured_begin.line <= from.line
            && self.measured_end.is_none_or(|end| to.line <= end.line)
            && !paused
    }

    /// A stretch that it ran through turns out not to have counted.
    pub(super) fn leave_out(&mut self, from: SessionTime, to: SessionTime) {
        if self.covers(from, to) {
            // Pauses stay in order, so that the last one tells whether the span is paused now.
            let place = self
                .pauses
                .partition_point(|pause| pause.from.line <= from.line);
            self.pauses.insert(place, Pause { from, to: Some(to) });
        }
    }

    pub(super) fn end(&mut self, at: SessionTime) {
        self.resume(at);
        self.measured_end.get_or_insert(at);
    }

    pub(super) fn correct(&mut self, correction: Correction) {
        self.corrections.push(correction);
    }

    /// The latest correction of an edge counts; each is told from what was measured.
    fn correction(&self, edge: Edge) -> i64 {
        self.corrections
            .iter()
            .rev()
            .find(|correction| correction.edge == edge)
            .map_or(0, |correction| correction.by)
    }
}

/// How much of a pause lies between two points on the session's line of time.
fn overlap(pause: Pause, begin: Millis, end: Millis) -> Millis {
    let from = pause.from.line.max(begin);
    let to = pause.to.map_or(end, |to| to.line.min(end));
    to.saturating_sub(from)
}

/// A pause in the session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    pub planned: Option<Millis>,
    pub span: Span,
    /// The session was suspended, to go on at another time; none of this is held time.
    pub adjourned: bool,
}

/// The program was away: what ran went on in the meantime, or not; the aide says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Away {
    pub from: SessionTime,
    pub to: SessionTime,
    /// `None` until the aide has said.
    pub went_on: Option<bool>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> SessionTime {
        let wall: crate::domain::time::Wall = "2026-11-25T08:00:00+07:00".parse().unwrap();
        SessionTime {
            line: Millis::ZERO,
            wall,
        }
        .shifted(i64::try_from(seconds).unwrap() * 1000)
    }

    #[test]
    fn pauses_do_not_count() {
        let mut span = Span::beginning(at(0));
        span.pause(at(10));
        assert!(span.is_paused());
        assert_eq!(span.lasted(at(15)), Millis::of_seconds(10));
        span.resume(at(20));
        span.end(at(30));
        assert_eq!(span.lasted(at(99)), Millis::of_seconds(20));
    }

    #[test]
    fn a_correction_changes_the_length_and_keeps_what_was_measured() {
        let mut span = Span::beginning(at(10));
        span.end(at(70));
        span.correct(Correction {
            edge: Edge::End,
            by: -20_000,
            reason: Reason {
                why: "quên bấm".into(),
                ordered_by: "thư ký".into(),
            },
            at: at(80),
        });
        assert_eq!(span.lasted(at(99)), Millis::of_seconds(40));
        assert_eq!(span.ended(), Some(at(50)));
        assert_eq!(span.measured(), (at(10), Some(at(70))));
    }

    #[test]
    fn ending_while_paused_ends_the_pause_too() {
        let mut span = Span::beginning(at(0));
        span.pause(at(10));
        span.end(at(40));
        assert_eq!(span.lasted(at(40)), Millis::of_seconds(10));
        assert!(!span.is_paused());
    }
}
