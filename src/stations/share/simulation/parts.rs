//! What takes part: an engine that keeps what `JetStream` keeps, a desk with its courier, a computer that joined.

use std::collections::BTreeSet;

use crate::stations::share::courier::{Courier, CourierInput, CourierNews, CourierOutput};
use crate::stations::share::joined::{CopyStep, JoinedCopy};
use crate::store::journal::{CopiedLine, LineMark, MarkedLines};

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
    pub(super) journal: Vec<CopiedLine>,
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
    pub(super) fn with(journal: Vec<CopiedLine>) -> Self {
        let mut writer = Self {
            journal,
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

    pub(super) fn sees_disk(&mut self, from: usize) {
        let marks = self.journal[from..].iter().map(|line| LineMark {
            seq: line.seq,
            hash: line.hash.clone(),
            before: line.before.clone(),
            start: 0,
            length: 1,
        });
        let marks = marks.collect();
        let anew = from == 0;
        self.takes(CourierInput::Journal(MarkedLines { anew, marks }));
    }

    pub(super) fn restart(&mut self) {
        self.courier = Courier::new(self.fenced);
        self.wanted.clear();
        self.reading = None;
        self.sees_disk(0);
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

    pub(super) fn writes(&mut self, hash: String) {
        let before = self.journal.last().map_or("", |line| &line.hash);
        self.journal.push(CopiedLine {
            seq: self.journal.len() as u64 + 1,
            before: before.to_owned(),
            hash,
            bytes: Vec::new(),
        });
        self.sees_disk(self.journal.len() - 1);
    }

    /// One thing that is wanted, or one message that comes; whether there was any.
    pub(super) fn step(&mut self, engine: &mut SimulatedEngine, ack_is_lost: bool) -> bool {
        if !self.up {
            return false;
        }
        if !self.wanted.is_empty() {
            match self.wanted.remove(0) {
                CourierOutput::Read => {
                    self.reading = Some(0);
                    self.is_told_level = false;
                }
                CourierOutput::Publish { mark, id, expected } => {
                    let line = self.journal.iter().find(|line| line.hash == mark.hash);
                    let outcome = line.map(|line| engine.store(line, &id, expected));
                    match outcome {
                        _ if ack_is_lost => {
                            self.takes(CourierInput::Lost);
                            self.reached(true);
                        }
                        None => {
                            self.takes(CourierInput::Lost);
                            self.reached(true);
                        }
                        Some(SimulatedOutcome::Stored(sequence)) => {
                            self.takes(CourierInput::Stored { sequence });
                        }
                        Some(SimulatedOutcome::Before) => self.takes(CourierInput::StoredBefore),
                        Some(SimulatedOutcome::OtherLast(last)) => {
                            self.takes(CourierInput::OtherLast(Some(last)));
                        }
                    }
                }
                CourierOutput::Tell(news) => {
                    self.fenced |= matches!(news, CourierNews::Fenced(_) | CourierNews::Ahead(_));
                    self.told.push(news);
                }
            }
            return true;
        }
        let Some(at) = self.reading else { return false };
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
            None => false,
        }
    }
}

/// A computer that joined.
pub(super) struct SimulatedReader {
    pub(super) replica: Vec<CopiedLine>,
    /// What was there before another chain took its place.
    pub(super) kept: Vec<Vec<CopiedLine>>,
    pub(super) copy: JoinedCopy,
    pub(super) up: bool,
    pub(super) at: usize,
    pub(super) is_told_level: bool,
}

impl SimulatedReader {
    pub(super) fn new() -> Self {
        Self {
            replica: Vec::new(),
            kept: Vec::new(),
            copy: JoinedCopy::default(),
            up: true,
            at: 0,
            is_told_level: false,
        }
    }

    pub(super) fn reached(&mut self, up: bool) {
        self.up = up;
        self.at = 0;
        self.is_told_level = false;
        self.copy.begin();
    }

    pub(super) fn restart(&mut self) {
        let hashes = self.replica.iter().map(|line| line.hash.clone()).collect();
        self.copy = JoinedCopy::with(hashes);
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
                CopyStep::Append(lines) => self.replica.extend(lines.clone()),
                CopyStep::Turn { keep, lines } => {
                    self.kept.push(self.replica.clone());
                    self.replica.truncate(*keep);
                    self.replica.extend(lines.clone());
                }
            }
            self.copy.done(&step);
        }
        true
    }
}
