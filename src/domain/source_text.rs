//! What can be wrong with a file of data that people write, as plain data: where, and what. Knows nothing of how such a
//! file is read.

/// A line and a column of a file, both counted from 1, columns in letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

/// What is wrong with a file of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyntaxError {
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
