//! What a journal is held on to by from outside: how many entries it had, and a short code of the last. It stands on
//! paper and in other files, so a journal cut back by whole entries, or written and chained anew, differs from it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Figures of the code. Short enough to be typed from paper, too long to be met by trying.
const FIGURES: usize = 16;

/// The number of entries and a code of the last of them, written `15:3f9a0c2e7b1d4e5f`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename = "Anchor")]
pub struct ChainAnchor {
    pub entries: u64,
    /// The first figures of the hash of the last line.
    pub code: String,
}

/// A text that is no anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an anchor is a number, a colon and sixteen hexadecimal figures")]
pub struct NotAnAnchor;

impl ChainAnchor {
    pub(super) fn new(entries: usize, hash: &str) -> Self {
        Self {
            entries: entries as u64,
            code: hash.chars().take(FIGURES).collect(),
        }
    }
}

impl fmt::Display for ChainAnchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.entries, self.code)
    }
}

impl FromStr for ChainAnchor {
    type Err = NotAnAnchor;

    /// Reads an anchor as it was typed from paper: blanks and hyphens between the figures do not count, nor does case.
    fn from_str(typed: &str) -> Result<Self, NotAnAnchor> {
        let (entries, code) = typed.split_once(':').ok_or(NotAnAnchor)?;
        let code: String = code
            .chars()
            .filter(|letter| !matches!(letter, ' ' | '-'))
            .map(|letter| letter.to_ascii_lowercase())
            .collect();
        let is_code = code.len() == FIGURES && code.bytes().all(|byte| byte.is_ascii_hexdigit());
        match entries.trim().parse() {
            Ok(entries) if is_code => Ok(Self { entries, code }),
            Ok(_) | Err(_) => Err(NotAnAnchor),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_is_read_as_it_is_written_and_as_it_is_typed() {
        let anchor = ChainAnchor::new(15, &"3f9a0c2e7b1d4e5f".repeat(4));
        assert_eq!(anchor.to_string(), "15:3f9a0c2e7b1d4e5f");
        for typed in ["15:3f9a0c2e7b1d4e5f", " 15 : 3F9A-0C2E-7B1D-4E5F "] {
            assert_eq!(typed.parse(), Ok(anchor.clone()), "{typed}");
        }
        for wrong in [
            "",
            "15",
            "15:3f9a",
            "x:3f9a0c2e7b1d4e5f",
            "15:3f9a0c2e7b1d4e5g",
        ] {
            assert_eq!(wrong.parse::<ChainAnchor>(), Err(NotAnAnchor), "{wrong}");
        }
    }
}
