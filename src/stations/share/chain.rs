//! The chain of lines that an engine holds, put together from single lines in whatever order they were stored. An engine keeps
//! lines and nothing more: one may be missing, changed, or stored a second time behind all others. Pure.

use std::collections::{HashMap, HashSet};

use crate::store::journal::CopiedLine;

/// The lines of one session that an engine holds, and the chain they make.
#[derive(Debug, Default)]
pub struct HeldChain {
    chain: Vec<CopiedLine>,
    /// Lines whose place before is not held, by the hash they hold on to; of several the one stored last.
    waiting: HashMap<String, CopiedLine>,
    held: HashSet<String>,
}

/// What a line changed: so many lines of the chain stay, and these stand behind them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainChange {
    pub keep: usize,
    pub lines: Vec<CopiedLine>,
}

impl HeldChain {
    /// The chain as far as nothing is missing.
    #[must_use]
    pub fn lines(&self) -> &[CopiedLine] {
        &self.chain
    }

    /// Whether this line is held, in the chain or not.
    #[must_use]
    pub fn holds(&self, hash: &str) -> bool {
        self.held.contains(hash)
    }

    /// Every line that counts, those of the chain first.
    pub fn all(&self) -> impl Iterator<Item = &CopiedLine> {
        self.chain.iter().chain(self.waiting.values())
    }

    /// Whether a line that counts stands behind this place.
    #[must_use]
    pub fn reaches_beyond(&self, seq: u64) -> bool {
        self.chain.last().is_some_and(|line| line.seq > seq)
            || self.waiting.values().any(|line| line.seq > seq)
    }

    /// Takes a line as it was stored. A line in the place of another one was stored by a writer that knew the other one, since
    /// the engine takes nothing from anybody who does not know what came last: so it counts, and what stood there does not.
    pub fn take(&mut self, line: CopiedLine) -> Option<ChainChange> {
        if !self.held.insert(line.hash.clone()) {
            return None;
        }
        let place = usize::try_from(line.seq).ok()?.checked_sub(1)?;
        if self.hash_before(place) != Some(line.before.as_str()) {
            self.waiting.insert(line.before.clone(), line);
            return None;
        }
        self.chain.truncate(place);
        let mut next = Some(line);
        while let Some(line) = next {
            next = self.waiting.remove(&line.hash);
            self.chain.push(line);
        }
        Some(ChainChange {
            keep: place,
            lines: self.chain.get(place..).unwrap_or_default().to_vec(),
        })
    }

    /// What a line in this place has to hold on to; `None` where it is not known.
    fn hash_before(&self, place: usize) -> Option<&str> {
        match place.checked_sub(1) {
            None => Some(""),
            Some(before) => self.chain.get(before).map(|line| line.hash.as_str()),
        }
    }

    /// Lets go of the bytes of the chain, once they lie somewhere else.
    pub fn forget_bytes(&mut self) {
        for line in &mut self.chain {
            line.bytes = Vec::new();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hashes(chain: &HeldChain) -> String {
        chain
            .lines()
            .iter()
            .map(|line| line.hash.as_str())
            .collect()
    }

    #[test]
    fn the_order_in_which_lines_were_stored_does_not_matter() {
        let lines = [
            CopiedLine::named(1, "a", ""),
            CopiedLine::named(2, "b", "a"),
            CopiedLine::named(3, "c", "b"),
            CopiedLine::named(4, "d", "c"),
        ];
        // every order of four lines
        for order in 0..24_usize {
            let mut left: Vec<usize> = (0..4).collect();
            let mut chain = HeldChain::default();
            let mut rest = order;
            for many in (1..=4).rev() {
                let at = left.remove(rest % many);
                rest /= many;
                chain.take(lines[at].clone());
            }
            assert_eq!(hashes(&chain), "abcd", "order {order}");
        }
    }

    #[test]
    fn a_line_stored_twice_changes_nothing_and_one_that_is_missing_holds_back_what_follows() {
        let mut chain = HeldChain::default();
        chain.take(CopiedLine::named(1, "a", ""));
        assert_eq!(chain.take(CopiedLine::named(1, "a", "")), None);
        assert_eq!(chain.take(CopiedLine::named(3, "c", "b")), None);
        assert!(chain.holds("c"));
        assert_eq!(hashes(&chain), "a");
        let change = chain.take(CopiedLine::named(2, "b", "a")).unwrap();
        assert_eq!((change.keep, change.lines.len()), (1, 2));
    }

    #[test]
    fn what_was_stored_last_in_a_place_counts_with_what_holds_on_to_it() {
        let mut chain = HeldChain::default();
        for held in [
            CopiedLine::named(1, "a", ""),
            CopiedLine::named(2, "b", "a"),
            CopiedLine::named(3, "c", "b"),
            CopiedLine::named(2, "B", "a"),
        ] {
            chain.take(held);
        }
        assert_eq!(hashes(&chain), "aB");
        chain.take(CopiedLine::named(3, "C", "B"));
        assert_eq!(hashes(&chain), "aBC");
        // the same, where the line before both comes last
        let mut late = HeldChain::default();
        for held in [
            CopiedLine::named(2, "b", "a"),
            CopiedLine::named(2, "B", "a"),
            CopiedLine::named(3, "C", "B"),
            CopiedLine::named(1, "a", ""),
        ] {
            late.take(held);
        }
        assert_eq!(hashes(&late), "aBC");
    }

    #[test]
    fn a_place_that_nothing_has_is_none() {
        let mut chain = HeldChain::default();
        assert_eq!(chain.take(CopiedLine::named(0, "x", "")), None);
        assert_eq!(chain.take(CopiedLine::named(2, "b", "")), None);
        assert_eq!(hashes(&chain), "");
    }
}
