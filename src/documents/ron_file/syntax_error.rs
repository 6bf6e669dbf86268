//! What is wrong with a file before its content is even looked at. Knows RON's errors, and hides them from the rest.

use ron::error::{Error, SpannedError};

use super::{Place, SourceMap};

/// What chrono says of a day that does not exist or is written in another way.
const NOT_A_DATE: [&str; 4] = [
    "input is out of range",
    "input contains invalid characters",
    "premature end of input",
    "trailing input",
];

/// What is wrong with a file of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    TooLarge,
    NotUtf8,
    /// The file ends in the middle.
    Truncated,
    TooDeep,
    UnknownField {
        found: String,
        expected: Vec<String>,
    },
    MissingField {
        field: String,
    },
    DuplicateField {
        field: String,
    },
    UnknownName {
        found: String,
        expected: Vec<String>,
    },
    WrongValue {
        found: String,
        expected: String,
    },
    /// A sign of the notation was expected, for example `)` or `,`.
    Sign(&'static str),
    /// A name of the notation, for example of an entry.
    Name,
    Text,
    Number,
    /// A day as `2026-11-24`.
    Date,
    TruthValue,
    /// Something follows the end of the data.
    Trailing,
    Escape,
    OpenComment,
    /// In the words of the reader of RON.
    Other(String),
}

pub(super) fn of(error: &SpannedError, source: &str) -> (Option<Place>, Damage) {
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
        Damage::Sign(_) | Damage::Name | Damage::Text | Damage::Number | Damage::TruthValue
    );
    if is_notation && is_end(source, end) {
        damage = Damage::Truncated;
    }
    let place = match &damage {
        // The reader notices what is missing when it has read all the rest; a person looks where the thing begins.
        Damage::MissingField { .. } => SourceMap::of(source).opening_before(end).unwrap_or(end),
        Damage::TooLarge
        | Damage::NotUtf8
        | Damage::Truncated
        | Damage::TooDeep
        | Damage::Sign(_)
        | Damage::Name
        | Damage::Text
        | Damage::Number
        | Damage::Date
        | Damage::TruthValue
        | Damage::Trailing
        | Damage::Escape
        | Damage::OpenComment => end,
        Damage::UnknownField { .. }
        | Damage::DuplicateField { .. }
        | Damage::UnknownName { .. }
        | Damage::WrongValue { .. }
        | Damage::Other(_) => start,
    };
    (Some(place), damage)
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
fn kind(error: &Error) -> Damage {
    match error {
        Error::Eof | Error::ExpectedStringEnd => Damage::Truncated,
        Error::ExceededRecursionLimit => Damage::TooDeep,
        Error::NoSuchStructField {
            expected, found, ..
        } => Damage::UnknownField {
            found: found.clone(),
            expected: owned(expected),
        },
        Error::MissingStructField { field, .. } => Damage::MissingField {
            field: (*field).to_owned(),
        },
        Error::DuplicateStructField { field, .. } => Damage::DuplicateField {
            field: (*field).to_owned(),
        },
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => Damage::UnknownName {
            found: found.clone(),
            expected: owned(expected),
        },
        Error::InvalidValueForType { expected, found } => Damage::WrongValue {
            found: found.clone(),
            expected: expected.clone(),
        },
        Error::ExpectedArray => Damage::Sign("["),
        Error::ExpectedArrayEnd => Damage::Sign("]"),
        Error::ExpectedComma => Damage::Sign(","),
        Error::ExpectedMapColon => Damage::Sign(":"),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => Damage::Sign("("),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => Damage::Sign(")"),
        Error::ExpectedIdentifier => Damage::Name,
        Error::ExpectedString => Damage::Text,
        Error::ExpectedInteger
        | Error::IntegerOutOfBounds
        | Error::InvalidIntegerDigit { .. }
        | Error::UnderscoreAtBeginning => Damage::Number,
        Error::ExpectedBoolean => Damage::TruthValue,
        Error::Message(message) if NOT_A_DATE.contains(&message.as_str()) => Damage::Date,
        Error::TrailingCharacters => Damage::Trailing,
        Error::InvalidEscape(_) => Damage::Escape,
        Error::UnclosedBlockComment => Damage::OpenComment,
        other => Damage::Other(other.to_string()),
    }
}
