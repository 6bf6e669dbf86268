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
    /// Quotes of another kind, as word processors set them.
    Quotes(String),
    /// A blank that is none to the notation, mostly one that does not break.
    Blank,
    /// A day without quotes.
    BareDate(String),
    /// A quote inside a text.
    QuoteInside,
    /// A text that is never closed.
    TextOpen,
    /// A text without quotes.
    Unquoted(String),
    /// An entry without a value.
    NoValue,
    /// A sign that has no place in the notation.
    Strange(String),
    /// A structure was expected: its name in the notation, and its entries.
    Shape {
        found: String,
        name: &'static str,
        fields: Vec<String>,
    },
    /// Entries of a choice that need brackets of their own.
    TwoBrackets,
    /// Something of another kind.
    Unfit,
    Escape,
    OpenComment,
    /// In the words of the reader of RON.
    Other(String),
}
