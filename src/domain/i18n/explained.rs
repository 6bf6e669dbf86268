//! Errors in words: every error that reaches a person can say, in her language, what was tried, why it did not go and what
//! to do. Knows no error.

use super::Lang;

/// An error in words: what was tried and on what, every reason in a line of its own, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    pub tried: String,
    pub because: Vec<String>,
    pub hint: Option<String>,
}

impl Explained {
    /// In one line, for a screen that has no more.
    #[must_use]
    pub fn in_one_line(self) -> String {
        let mut parts = vec![self.tried];
        parts.extend(self.because);
        parts.join(": ")
    }

    /// The reasons alone, where what was tried stands beside them.
    #[must_use]
    pub fn reasons(self) -> String {
        self.because.join(": ")
    }
}

/// An error that a person may meet.
pub trait Explain: std::error::Error {
    fn explained(&self, lang: Lang) -> Explained;
}

/// Why something was not done, in a sentence of the reader's language: what was worded once, where the error was known, is
/// only shown from there on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct WordedError(String);

impl WordedError {
    /// A sentence that was made for the reader.
    #[must_use]
    pub const fn of_sentence(sentence: String) -> Self {
        Self(sentence)
    }

    /// What an error says, in one line.
    #[must_use]
    pub fn of(error: &dyn Explain, lang: Lang) -> Self {
        Self(error.explained(lang).in_one_line())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    #[must_use]
    pub fn into_sentence(self) -> String {
        self.0
    }
}
