//! An error in words. Knows nothing of any error.

/// An error about data, in words: what was tried, why it did not go, every reason in a line of its own, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    pub tried: String,
    pub because: Vec<String>,
    pub hint: Option<String>,
}
