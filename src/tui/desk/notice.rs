//! A line that the desk says to whoever sits at it, and how it is meant.

/// A line that stays until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskNotice {
    pub text: String,
    pub tone: Severity,
}

/// How a notice is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    Good,
    Warning,
    /// The disk did not take a record.
    Alarm,
}
