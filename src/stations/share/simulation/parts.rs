//! What takes part: an engine that keeps what `JetStream` keeps, and a desk with its courier.

#![cfg(test)]

use std::collections::BTreeSet;

use super::desk::SimulatedDesk;
use crate::domain::time::Millis;
use crate::stations::share::courier::{Courier, CourierInput, CourierNews, CourierOutput};
use crate::store::journal::{self, CopiedLine, LineMark, MarkFollower};

/// A message of the engine; none where its disk lost it, no line where its disk changed it.
#[derive(Debug, Clone)]
pub(super) enum Stored {
    Line(CopiedLine),
    Changed,
    Gone,
}

#[derive(Debug, Default)]
pub(super) struct SimulatedEngine {
    pub(super) stored: Vec<Stored>,
    pub(super) ids: BTreeSet<String>,
}

pub(super) enum SimulatedOutcome {
    Stored(u64),
    Before,
    OtherLast(u64),
}

impl SimulatedEngine {
    pub(super) fn last(&self) -> u64 {
        let kept = |stored: &Stored| !matches!(stored, Stored::Gone);
        self.stored
            .iter()
            .rposition(kept)
            .map_or(0, |at| at as u64 + 1)
    }

    pub(super) fn store(&mut self, line: &CopiedLine, id: &str, expected: u64) -> SimulatedOutcome {
        if self.ids.contains(id) {
            return SimulatedOutcome::Before;
        }
        if expected != self.last() {
            return SimulatedOutcome::OtherLast(self.last());
        }
        self.ids.insert(id.to_owned());
        self.stored.push(Stored::Line(line.clone()));
        SimulatedOutcome::Stored(self.stored.len() as u64)
    }
}

/// One desk with its courier.
pub(super) struct SimulatedWriter {
    pub(super) desk: SimulatedDesk,
    follower: MarkFollower,
    /// By the courier's own clock.
    pub(super) now: Millis,
    pub(super) courier: Courier,
    pub(super) wanted: Vec<CourierOutput>,
    pub(super) up: bool,
    pub(super) reading: Option<usize>,
    pub(super) is_told_level: bool,
    /// Kept on disk.
    pub(super) fenced: bool,
    pub(super) told: Vec<CourierNews>,
}

impl SimulatedWriter {
    pub(super) fn with(desk: SimulatedDesk) -> Self {
        let mut writer = Self {
            follower: MarkFollower::of(&desk.path()),
            desk,
            now: Millis::ZERO,
            courier: Courier::default(),
            wanted: Vec::new(),
            up: true,
            reading: None,
            is_told_level: false,
            fenced: false,
            told: Vec::new(),
        };
        writer.restart();
        writer
    }

    pub(super) fn takes(&mut self, input: CourierInput) {
        let wanted = self.courier.on(input);
        self.wanted.extend(wanted);
    }

    pub(super) fn looks(&mut self) -> bool {
        self.now = self.now.saturating_add(Millis(15));
        let lines = self.follower.look(self.now).unwrap();
        lines
            .map(|lines| self.takes(CourierInput::Journal(lines)))
            .is_some()
    }

    pub(super) fn restart(&mut self) {
        self.courier = Courier::new(self.fenced);
        self.wanted.clear();
        self.reading = None;
        self.follower = MarkFollower::of(&self.desk.path());
        self.looks();
        if self.up {
            self.takes(CourierInput::Reached);
        }
    }

    pub(super) fn reached(&mut self, up: bool) {
        self.up = up;
        self.reading = None;
        self.wanted
            .retain(|wanted| matches!(wanted, CourierOutput::Tell(_)));
        self.takes(if up {
            CourierInput::Reached
        } else {
            CourierInput::Lost
        });
    }

    /// One thing that is wanted, or one message that comes; whether there was any.
    pub(super) fn step(&mut self, engine: &mut SimulatedEngine, ack_is_lost: bool) -> bool {
        let is_new = self.looks();
        if !self.up {
            return is_new;
        }
        if !self.wanted.is_empty() {
            match self.wanted.remove(0) {
                CourierOutput::Read => {
                    self.reading = Some(0);
                    self.is_told_level = false;
                }
                CourierOutput::Publish { mark, id, expected } => {
                    let line = self.line_at(&mark);
                    let outcome = line.map(|line| engine.store(&line, &id, expected));
                    self.take_outcome(outcome.as_ref().filter(|_| !ack_is_lost));
                }
                CourierOutput::Tell(news) => {
                    self.fenced |= matches!(news, CourierNews::Fenced(_) | CourierNews::Ahead(_));
                    self.told.push(news);
                }
            }
            return true;
        }
        let Some(at) = self.reading else {
            return is_new;
        };
        match engine.stored.get(at) {
            Some(stored) => {
                self.reading = Some(at + 1);
                let line = match stored {
                    Stored::Line(line) => Some(line.clone()),
                    Stored::Changed => None,
                    Stored::Gone => return true,
                };
                let sequence = at as u64 + 1;
                self.takes(CourierInput::Held { sequence, line });
                true
            }
            None if !self.is_told_level => {
                self.is_told_level = true;
                self.takes(CourierInput::Level);
                true
            }
            None => is_new,
        }
    }

    fn line_at(&self, mark: &LineMark) -> Option<CopiedLine> {
        let bytes = journal::line_at(&self.desk.path(), mark).unwrap()?;
        CopiedLine::of(&bytes)
    }

    /// What the engine answered; nothing when its answer is lost or nothing could be asked.
    fn take_outcome(&mut self, outcome: Option<&SimulatedOutcome>) {
        match outcome {
            None => {
                self.takes(CourierInput::Lost);
                self.reached(true);
            }
            Some(SimulatedOutcome::Stored(sequence)) => {
                self.takes(CourierInput::Stored {
                    sequence: *sequence,
                });
            }
            Some(SimulatedOutcome::Before) => self.takes(CourierInput::StoredBefore),
            Some(SimulatedOutcome::OtherLast(last)) => {
                self.takes(CourierInput::OtherLast(Some(*last)));
            }
        }
    }
}
