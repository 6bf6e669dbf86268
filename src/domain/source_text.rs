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
    /// The letters have two bytes each.
    Utf16,
    /// A file of Word or Excel, packed, PDF or a picture.
    OfficeFile,
    /// Nothing stands in the file.
    EmptyFile,
    /// The file does not begin as one of ours.
    NoData,
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
    /// Letters or signs of full width.
    FullWidth(String),
    /// A name with letters of another alphabet that look alike.
    ForeignLetters(String),
    /// The name of an entry in quotes.
    QuotedName(String),
    /// A number in quotes.
    QuotedNumber(String),
    /// The name of a choice in quotes.
    QuotedChoice(String),
    /// A sign too many.
    Surplus(&'static str),
    /// A comment that begins as in another notation.
    CommentSign,
    /// A word for nothing that the notation does not know.
    NoneWord(String),
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

/// What of a file something is wrong with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyntaxScope {
    /// An entry that is not there.
    Missing,
    /// An entry that should not be there.
    Entry,
    /// What an entry says.
    Choice,
    /// The kind of value that an entry has.
    Literal,
    /// The notation itself: brackets, quotes, ends.
    Notation,
}

impl SyntaxError {
    /// Whether a bracket is missing or too many, so that entries fall to others than they belong to.
    #[must_use]
    pub fn tears(&self) -> bool {
        matches!(
            *self,
            Self::Sign(")" | "]" | "}")
                | Self::Truncated
                | Self::Trailing
                | Self::Name
                | Self::TooDeep
        )
    }

    /// Whether this may be said only because a bracket before it is missing or too many.
    #[must_use]
    pub fn may_follow_from_a_tear(&self) -> bool {
        matches!(
            *self,
            Self::MissingField { .. }
                | Self::UnknownField { .. }
                | Self::DuplicateField { .. }
                | Self::Shape { .. }
                | Self::Trailing
        )
    }

    #[must_use]
    pub fn scope(&self) -> SyntaxScope {
        match self {
            Self::MissingField { .. } => SyntaxScope::Missing,
            Self::UnknownField { .. } | Self::DuplicateField { .. } => SyntaxScope::Entry,
            Self::UnknownName { .. } | Self::WrongValue { .. } | Self::Other(_) => {
                SyntaxScope::Choice
            }
            Self::Text | Self::Number | Self::Date | Self::TruthValue => SyntaxScope::Literal,
            Self::TooLarge
            | Self::NotUtf8
            | Self::Utf16
            | Self::OfficeFile
            | Self::EmptyFile
            | Self::NoData
            | Self::FullWidth(_)
            | Self::ForeignLetters(_)
            | Self::QuotedName(_)
            | Self::QuotedNumber(_)
            | Self::QuotedChoice(_)
            | Self::Surplus(_)
            | Self::CommentSign
            | Self::NoneWord(_)
            | Self::Truncated
            | Self::TooDeep
            | Self::Sign(_)
            | Self::Name
            | Self::Trailing
            | Self::Escape
            | Self::Quotes(_)
            | Self::Blank
            | Self::BareDate(_)
            | Self::QuoteInside
            | Self::TextOpen
            | Self::Unquoted(_)
            | Self::NoValue
            | Self::Strange(_)
            | Self::Shape { .. }
            | Self::TwoBrackets
            | Self::Unfit
            | Self::OpenComment => SyntaxScope::Notation,
        }
    }
}
