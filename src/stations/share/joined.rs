//! What a computer that joined a session does with the lines that an engine tells it: which it writes into its copy of the
//! journal, and when another chain takes the place of what it has. Pure, like the courier on the other side.

use super::chain::{ChainChange, HeldChain};
use crate::store::journal::CopiedLine;

/// What is to be done with the copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyStep {
    /// These lines stand behind those it has.
    Append(Vec<CopiedLine>),
    /// So many of its lines stay, and these take the place of the others, which are kept.
    Turn { keep: usize, lines: Vec<CopiedLine> },
}

/// The copy of one session's journal.
#[derive(Debug, Default)]
pub struct JoinedCopy {
    /// The hashes of the lines that it has.
    has: Vec<String>,
    held: HeldChain,
    /// Everything that the engine holds was told once.
    is_level: bool,
}

impl JoinedCopy {
    /// A copy that has these lines already.
    #[must_use]
    pub fn with(hashes: Vec<String>) -> Self {
        Self {
            has: hashes,
            ..Self::default()
        }
    }

    /// Everything is told from the first once more.
    pub fn begin(&mut self) {
        self.held = HeldChain::default();
        self.is_level = false;
    }

    /// Takes a line that the engine holds.
    pub fn take(&mut self, line: CopiedLine) -> Option<CopyStep> {
        let change = self.held.take(line)?;
        // Until all was told, a line that was written over later would be taken for the present one.
        if !self.is_level {
            return None;
        }
        self.step(change)
    }

    /// Everything that the engine holds was told.
    pub fn level(&mut self) -> Option<CopyStep> {
        if std::mem::replace(&mut self.is_level, true) {
            return None;
        }
        let lines = self.held.lines().to_vec();
        self.step(ChainChange { keep: 0, lines })
    }

    /// The step is done.
    pub fn done(&mut self, step: &CopyStep) {
        let lines = match step {
            CopyStep::Append(lines) => lines,
            CopyStep::Turn { keep, lines } => {
                self.has.truncate(*keep);
                lines
            }
        };
        self.has.extend(lines.iter().map(|line| line.hash.clone()));
    }

    fn step(&mut self, change: ChainChange) -> Option<CopyStep> {
        self.held.forget_bytes();
        let ChainChange { keep, mut lines } = change;
        // An engine that lost lines gets them again: what the copy has beyond it stays.
        let differs = lines
            .iter()
            .zip(keep..)
            .position(|(line, place)| self.has.get(place) != Some(&line.hash))?;
        let keep = keep + differs;
        let lines = lines.split_off(differs);
        Some(if keep == self.has.len() {
            CopyStep::Append(lines)
        } else {
            CopyStep::Turn { keep, lines }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps_for(copy: &mut JoinedCopy, lines: &[CopiedLine]) -> Vec<CopyStep> {
        copy.begin();
        let mut steps = Vec::new();
        for line in lines {
            steps.extend(copy.take(line.clone()));
        }
        steps.extend(copy.level());
        for step in &steps {
            copy.done(step);
        }
        steps
    }

    #[test]
    fn lines_are_written_once_and_what_an_engine_lost_stays() {
        let all = [
            CopiedLine::named(1, "a", ""),
            CopiedLine::named(2, "b", "a"),
            CopiedLine::named(3, "c", "b"),
        ];
        let mut copy = JoinedCopy::default();
        assert_eq!(steps_for(&mut copy, &all), [CopyStep::Append(all.to_vec())]);
        // told again, or by an engine that has only a part of it
        assert_eq!(steps_for(&mut copy, &all), []);
        assert_eq!(steps_for(&mut copy, &all[..1]), []);
        assert_eq!(copy.take(all[1].clone()), None);
        assert_eq!(copy.take(all[2].clone()), None);
        // and what is new comes behind
        let next = CopiedLine::named(4, "d", "c");
        assert_eq!(copy.take(next.clone()), Some(CopyStep::Append(vec![next])));
    }

    #[test]
    fn a_line_that_was_written_over_is_never_taken_for_the_present_one() {
        let (a, b, other) = (
            CopiedLine::named(1, "a", ""),
            CopiedLine::named(2, "b", "a"),
            CopiedLine::named(2, "B", "a"),
        );
        let mut copy = JoinedCopy::default();
        let steps = steps_for(&mut copy, &[a.clone(), b.clone(), other.clone()]);
        assert_eq!(steps, [CopyStep::Append(vec![a.clone(), other.clone()])]);
        // who had the other one keeps it aside
        let mut older = JoinedCopy::with(vec!["a".into(), "b".into()]);
        let steps = steps_for(&mut older, &[a, b, other.clone()]);
        assert_eq!(
            steps,
            [CopyStep::Turn {
                keep: 1,
                lines: vec![other]
            }]
        );
    }
}
