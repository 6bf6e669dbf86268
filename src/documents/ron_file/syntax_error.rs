//! Where a text of ours is wrong, and what is wrong with it, as a person is told. Knows the text, not the types.

use std::fmt;

use super::{SourceMap, words};
use crate::domain::i18n::Lang;
use crate::domain::source_text::{Place, SyntaxError, SyntaxScope};

/// What chrono says of a day that does not exist or is written in another way.
const NOT_A_DATE: [&str; 4] = [
    "input is out of range",
    "input contains invalid characters",
    "premature end of input",
    "trailing input",
];

/// Why a text cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadText {
    pub damage: SyntaxError,
    /// Where the last sign that was read begins, and where it ends, in bytes.
    pub begins: usize,
    pub ends: usize,
}

impl fmt::Display for UnreadText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words::sentence(&self.damage, Lang::En))
    }
}

impl std::error::Error for UnreadText {}

impl UnreadText {
    /// The place to which a person is sent, and what is told there.
    pub(super) fn located(self, source: &str) -> (Option<Place>, SyntaxError) {
        let end = place_of(source, self.ends);
        let is_notation = matches!(
            self.damage,
            SyntaxError::Sign(_)
                | SyntaxError::Name
                | SyntaxError::Text
                | SyntaxError::Number
                | SyntaxError::TruthValue
        );
        let rest = source.get(self.ends..).unwrap_or_default();
        let damage = if is_notation && rest.chars().all(char::is_whitespace) {
            SyntaxError::Truncated
        } else {
            self.damage
        };
        let place = match damage.scope() {
            // What is missing is noticed when all the rest is read; a person looks where the thing begins.
            SyntaxScope::Missing => SourceMap::of(source).opening_before(end).unwrap_or(end),
            SyntaxScope::Literal | SyntaxScope::Notation => end,
            SyntaxScope::Entry | SyntaxScope::Choice => place_of(source, self.begins),
        };
        (Some(place), damage)
    }
}

/// The line and column of a byte.
fn place_of(source: &str, byte: usize) -> Place {
    let before = source.get(..byte).unwrap_or(source);
    let line = before.rsplit('\n').next().unwrap_or_default();
    Place {
        line: before.matches('\n').count() + 1,
        column: line.chars().count() + 1,
    }
}

/// What a type says of a value that it does not take.
pub(super) fn of_message(message: &str) -> SyntaxError {
    if NOT_A_DATE.contains(&message) {
        SyntaxError::Date
    } else {
        SyntaxError::Unfit
    }
}
