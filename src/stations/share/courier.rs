//! What a courier does with the lines of a journal: which line it hands to the engine next, under which condition, and when it
//! does not. Pure: it is told what happened and says what to do; it knows no network and no disk.
//!
//! The journal is the truth. The engine takes a line only from somebody who knows the last one it has, so of two writers one
//! sees the lines of the other, stops and says so. What the engine lost or changed is handed to it again; whatever became of
//! an answer that was lost, the next reading tells.

use std::collections::HashSet;

use super::chain::HeldChain;
use crate::store::journal::{CopiedLine, LineMark, MarkedLines};

/// What a courier is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CourierInput {
    /// What lies on disk.
    Journal(MarkedLines),
    /// The engine can be asked, or is to be looked through again.
    Reached,
    /// The engine is away, or nobody knows what became of the line that was handed over.
    Lost,
    /// The engine holds something at this sequence; no line, where it is changed.
    Held {
        sequence: u64,
        line: Option<CopiedLine>,
    },
    /// Everything that the engine holds was told.
    Level,
    /// The line that was handed over is stored there.
    Stored { sequence: u64 },
    /// The engine says that it has this line already, under the same id.
    StoredBefore,
    /// The engine has another last line, this one where it says so.
    OtherLast(Option<u64>),
}

/// What a courier wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CourierOutput {
    /// Tell everything that the engine holds, from the first, and what comes from then on.
    Read,
    /// Hand this line over, on condition that the last one there has this sequence; 0 where there is none.
    Publish {
        mark: LineMark,
        id: String,
        expected: u64,
    },
    Tell(CourierNews),
}

/// What a person should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CourierNews {
    /// The engine holds every line of the journal, so many.
    Level(usize),
    /// So many lines that the engine had lost were handed to it again.
    Refilled(usize),
    /// From this line on the engine holds the chain of another writer. Nothing is handed over any more.
    Fenced(u64),
    /// The engine holds so many lines that follow the last one of this journal. Nothing is handed over any more.
    Ahead(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CourierPhase {
    Away,
    Reading,
    Level,
    /// For good: two chains are never merged.
    Fenced,
}

/// A courier of one session.
#[derive(Debug)]
pub struct Courier {
    journal: Vec<LineMark>,
    hashes: HashSet<String>,
    /// The journal was looked at.
    has_journal: bool,
    /// Lines that this courier saw on disk and that the desk took back.
    retracted: HashSet<String>,
    /// A line behind the journal's that is not acknowledged yet. Where the engine has it, it was once: a power cut takes the
    /// word for it, and not the line.
    pending: Option<String>,
    held: HeldChain,
    /// A line may be held that is none of this journal's.
    may_be_strange: bool,
    /// The last sequence that was told of this session's lines.
    last: u64,
    /// The last sequence by the engine's own word, and whether everything was read since.
    said_last: Option<(u64, bool)>,
    phase: CourierPhase,
    in_flight: Option<LineMark>,
    /// Everything before this place of the journal is held.
    level_to: usize,
    /// A line that the engine says it has and does not show, and how often it said so.
    hidden: Option<(String, u32)>,
    refilled: usize,
    told_level: Option<usize>,
}

impl Default for Courier {
    fn default() -> Self {
        Self::new(false)
    }
}

impl Courier {
    /// A courier that knows nothing yet; one that was fenced before stays so.
    #[must_use]
    pub fn new(fenced: bool) -> Self {
        Self {
            journal: Vec::new(),
            hashes: HashSet::new(),
            has_journal: false,
            retracted: HashSet::new(),
            pending: None,
            held: HeldChain::default(),
            may_be_strange: false,
            last: 0,
            said_last: None,
            phase: if fenced {
                CourierPhase::Fenced
            } else {
                CourierPhase::Away
            },
            in_flight: None,
            level_to: 0,
            hidden: None,
            refilled: 0,
            told_level: None,
        }
    }

    /// Whether it does nothing any more, because somebody else writes.
    #[must_use]
    pub fn is_fenced(&self) -> bool {
        self.phase == CourierPhase::Fenced
    }

    /// Whether the engine holds what lies on disk.
    #[must_use]
    pub fn is_level(&self) -> bool {
        self.phase == CourierPhase::Level && self.level_to == self.journal.len()
    }

    /// Takes what happened, and says what to do about it.
    pub fn on(&mut self, input: CourierInput) -> Vec<CourierOutput> {
        if let CourierInput::Journal(lines) = input {
            self.journal(lines);
            return self.go_on();
        }
        if self.is_fenced() {
            return Vec::new();
        }
        match input {
            CourierInput::Journal(_) => {}
            CourierInput::Reached => return self.read_anew(),
            CourierInput::Lost => {
                self.phase = CourierPhase::Away;
                self.in_flight = None;
                // That all of it is there is told again, once it is.
                self.told_level = None;
            }
            CourierInput::Held { sequence, line } => {
                self.last = self.last.max(sequence);
                if let Some(line) = line {
                    self.holds(line);
                }
            }
            CourierInput::Level => {
                if self.phase == CourierPhase::Reading {
                    self.phase = CourierPhase::Level;
                    self.said_last = self.said_last.map(|(last, _)| (last, true));
                }
            }
            CourierInput::Stored { sequence } => {
                self.last = self.last.max(sequence);
                if let Some(mark) = self.in_flight.take() {
                    self.holds(CopiedLine {
                        seq: mark.seq,
                        hash: mark.hash,
                        before: mark.before,
                        bytes: Vec::new(),
                    });
                }
            }
            CourierInput::StoredBefore => {
                // Within a while the engine takes no line twice, also one that it lost: then it is given another id.
                self.hidden = self.in_flight.take().map(|mark| {
                    let times = match &self.hidden {
                        Some((hash, times)) if *hash == mark.hash => *times,
                        Some(_) | None => 0,
                    };
                    (mark.hash, times + 1)
                });
                return self.read_anew();
            }
            CourierInput::OtherLast(said) => {
                if let Some(said) = said {
                    self.said_last = Some((said, false));
                }
                return self.read_anew();
            }
        }
        self.go_on()
    }

    fn journal(&mut self, lines: MarkedLines) {
        self.has_journal |= !lines.marks.is_empty();
        self.may_be_strange |= lines.anew || self.pending != lines.pending;
        self.pending = lines.pending;
        if lines.anew {
            let older = std::mem::take(&mut self.hashes);
            self.hashes = lines.marks.iter().map(|mark| mark.hash.clone()).collect();
            let gone = older.into_iter().filter(|hash| !self.hashes.contains(hash));
            self.retracted.extend(gone);
            self.journal = lines.marks;
            self.level_to = 0;
        } else {
            let hashes = lines.marks.iter().map(|mark| mark.hash.clone());
            self.hashes.extend(hashes);
            self.journal.extend(lines.marks);
        }
        // What was taken back and is there again was not taken back.
        self.retracted.retain(|hash| !self.hashes.contains(hash));
    }

    /// The bytes of a line lie on disk already.
    fn holds(&mut self, line: CopiedLine) {
        self.may_be_strange |= !self.hashes.contains(&line.hash);
        self.held.take(CopiedLine {
            bytes: Vec::new(),
            ..line
        });
    }

    fn read_anew(&mut self) -> Vec<CourierOutput> {
        self.held = HeldChain::default();
        self.may_be_strange = false;
        self.last = 0;
        self.level_to = 0;
        self.in_flight = None;
        self.phase = CourierPhase::Reading;
        vec![CourierOutput::Read]
    }

    fn go_on(&mut self) -> Vec<CourierOutput> {
        if self.phase != CourierPhase::Level || !self.has_journal {
            return Vec::new();
        }
        if let Some(news) = self.stranger() {
            self.phase = CourierPhase::Fenced;
            return vec![CourierOutput::Tell(news)];
        }
        if self.in_flight.is_some() {
            return Vec::new();
        }
        while let Some(mark) = self.journal.get(self.level_to) {
            if !self.held.holds(&mark.hash) {
                let mark = mark.clone();
                return vec![self.publish(mark)];
            }
            self.level_to += 1;
        }
        self.hidden = None;
        self.tell_level()
    }

    fn publish(&mut self, mark: LineMark) -> CourierOutput {
        let last = match self.said_last {
            // It has something that cannot be read any more: that is no line, and what comes behind it is.
            Some((said, true)) => self.last.max(said),
            Some((_, false)) | None => self.last,
        };
        let is_behind = self.held.reaches_beyond(mark.seq);
        self.refilled += usize::from(is_behind);
        let times = match &self.hidden {
            Some((hash, times)) if *hash == mark.hash => *times,
            Some(_) | None => 0,
        };
        let id = match (is_behind, times) {
            (false, 0) => mark.hash.clone(),
            (_, 0 | 1) => format!("{}@{last}", mark.hash),
            // Also an id that was given to it when it was handed over again may be one that the engine lost.
            (_, times) => format!("{}@{last}.{times}", mark.hash),
        };
        self.in_flight = Some(mark.clone());
        CourierOutput::Publish {
            mark,
            id,
            expected: last,
        }
    }

    /// Lines of the engine that are none of this journal's.
    fn stranger(&mut self) -> Option<CourierNews> {
        // Looking through all of them for each line would take as long as their square.
        if !std::mem::take(&mut self.may_be_strange) {
            return None;
        }
        let is_strange = |hash: &String| {
            let is_pending = self.pending.as_ref() == Some(hash);
            !is_pending && !self.hashes.contains(hash) && !self.retracted.contains(hash)
        };
        let mut strange = self.held.all().filter(|line| is_strange(&line.hash));
        let first = strange.next()?;
        let count = 1 + strange.count();
        let chain = self.held.lines();
        let is_ahead = self.journal.last().is_some_and(|last| {
            let place = self.journal.len();
            chain
                .get(place - 1)
                .is_some_and(|line| line.hash == last.hash)
                && chain.get(place..).is_some_and(|more| more.len() == count)
        });
        Some(if is_ahead {
            CourierNews::Ahead(count)
        } else {
            CourierNews::Fenced(first.seq)
        })
    }

    fn tell_level(&mut self) -> Vec<CourierOutput> {
        let mut told = Vec::new();
        let refilled = std::mem::take(&mut self.refilled);
        if refilled > 0 {
            told.push(CourierOutput::Tell(CourierNews::Refilled(refilled)));
        }
        let count = self.journal.len();
        // Line by line nobody wants to hear of it.
        if self.told_level.is_none() || refilled > 0 {
            told.push(CourierOutput::Tell(CourierNews::Level(count)));
        }
        self.told_level = Some(count);
        told
    }
}
