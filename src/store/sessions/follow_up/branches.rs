//! Whether two ledgers are one: the same, one the beginning of the other, or two branches of which nobody can tell which
//! is right. They are never merged.

/// How one ledger stands to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LedgerRelation {
    Same,
    /// The second is the first, with more entries.
    SecondLonger,
    FirstLonger,
    /// They have this many entries in common, and then differ.
    Branched {
        common: usize,
    },
    /// They have not even the first entry in common.
    Unrelated,
}

/// Compares two ledgers by their lines, as they lie on disk.
#[must_use]
pub fn relation(first: &[u8], second: &[u8]) -> LedgerRelation {
    let lines = |bytes| -> Vec<Vec<u8>> { lines_of(bytes) };
    let (first, second) = (lines(first), lines(second));
    let common = first
        .iter()
        .zip(&second)
        .take_while(|(left, right)| left == right)
        .count();
    match (common == first.len(), common == second.len()) {
        (true, true) => LedgerRelation::Same,
        (true, false) => LedgerRelation::SecondLonger,
        (false, true) => LedgerRelation::FirstLonger,
        (false, false) if common == 0 => LedgerRelation::Unrelated,
        (false, false) => LedgerRelation::Branched { common },
    }
}

/// Whole lines, without their ends: a tool that changes these changes no entry.
fn lines_of(bytes: &[u8]) -> Vec<Vec<u8>> {
    bytes
        .split_inclusive(|byte| *byte == b'\n')
        .filter(|line| line.ends_with(b"\n"))
        .map(|line| line.trim_ascii_end().to_vec())
        .filter(|line| !line.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_ledger_is_told_from_another_branch() {
        let of = |first: &str, second: &str| relation(first.as_bytes(), second.as_bytes());
        assert_eq!(of("a\nb\n", "a\r\nb\r\n"), LedgerRelation::Same);
        assert_eq!(of("a\n", "a\nb\n"), LedgerRelation::SecondLonger);
        assert_eq!(of("a\nb\nc", "a\nb\n"), LedgerRelation::Same);
        assert_eq!(of("a\nb\n", "a\n"), LedgerRelation::FirstLonger);
        assert_eq!(
            of("a\nb\n", "a\nc\nd\n"),
            LedgerRelation::Branched { common: 1 }
        );
        assert_eq!(of("a\n", "b\n"), LedgerRelation::Unrelated);
        assert_eq!(of("", "b\n"), LedgerRelation::SecondLonger);
    }
}
