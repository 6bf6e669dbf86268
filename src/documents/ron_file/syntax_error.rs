//! What is wrong with a file before its content is even looked at. Knows RON's errors, and hides them from the rest.

use ron::error::{Error, SpannedError};

use super::SourceMap;
use crate::domain::source_text::{Place, SyntaxError, SyntaxScope};

/// What chrono says of a day that does not exist or is written in another way.
const NOT_A_DATE: [&str; 4] = [
    "input is out of range",
    "input contains invalid characters",
    "premature end of input",
    "trailing input",
];

pub(super) fn located(error: &SpannedError, source: &str) -> (Option<Place>, SyntaxError) {
    let end = Place {
        line: error.span.end.line,
        column: error.span.end.col,
    };
    let start = Place {
        line: error.span.start.line,
        column: error.span.start.col,
    };
    let mut damage = kind(&error.code);
    let is_notation = matches!(
        damage,
        SyntaxError::Sign(_)
            | SyntaxError::Name
            | SyntaxError::Text
            | SyntaxError::Number
            | SyntaxError::TruthValue
    );
    if is_notation && is_end(source, end) {
        damage = SyntaxError::Truncated;
    }
    let place = match damage.scope() {
        // The reader notices what is missing when it has read all the rest; a person looks where the thing begins.
        SyntaxScope::Missing => SourceMap::of(source).opening_before(end).unwrap_or(end),
        SyntaxScope::Literal | SyntaxScope::Notation => end,
        SyntaxScope::Entry | SyntaxScope::Choice => start,
    };
    (Some(place), damage)
}

/// What a type says of a value that it does not take.
pub(super) fn of_message(message: &str) -> SyntaxError {
    if NOT_A_DATE.contains(&message) {
        SyntaxError::Date
    } else {
        SyntaxError::Unfit
    }
}

/// Whether nothing is left of the text from this place on.
fn is_end(source: &str, place: Place) -> bool {
    let mut lines = source.split('\n').skip(place.line.saturating_sub(1));
    let rest_of_line = lines
        .next()
        .into_iter()
        .flat_map(str::chars)
        .skip(place.column.saturating_sub(1));
    rest_of_line
        .chain(lines.flat_map(str::chars))
        .all(char::is_whitespace)
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the errors of the reader of RON are not ours and may grow"
)]
fn kind(error: &Error) -> SyntaxError {
    match error {
        Error::Eof | Error::ExpectedStringEnd => SyntaxError::Truncated,
        Error::ExceededRecursionLimit => SyntaxError::TooDeep,
        Error::NoSuchStructField {
            expected, found, ..
        } => SyntaxError::UnknownField {
            found: found.clone(),
            expected: owned(expected),
        },
        Error::MissingStructField { field, .. } => SyntaxError::MissingField {
            field: (*field).to_owned(),
        },
        Error::DuplicateStructField { field, .. } => SyntaxError::DuplicateField {
            field: (*field).to_owned(),
        },
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => SyntaxError::UnknownName {
            found: found.clone(),
            expected: owned(expected),
        },
        Error::ExpectedArray => SyntaxError::Sign("["),
        Error::ExpectedArrayEnd => SyntaxError::Sign("]"),
        Error::ExpectedComma => SyntaxError::Sign(","),
        Error::ExpectedMapColon => SyntaxError::Sign(":"),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => SyntaxError::Sign("("),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => SyntaxError::Sign(")"),
        Error::ExpectedIdentifier => SyntaxError::Name,
        Error::ExpectedString => SyntaxError::Text,
        Error::ExpectedInteger
        | Error::IntegerOutOfBounds
        | Error::InvalidIntegerDigit { .. }
        | Error::UnderscoreAtBeginning => SyntaxError::Number,
        Error::ExpectedBoolean => SyntaxError::TruthValue,
        Error::Message(message) if NOT_A_DATE.contains(&message.as_str()) => SyntaxError::Date,
        Error::TrailingCharacters => SyntaxError::Trailing,
        Error::InvalidEscape(_) => SyntaxError::Escape,
        Error::UnclosedBlockComment => SyntaxError::OpenComment,
        other => SyntaxError::Other(other.to_string()),
    }
}
