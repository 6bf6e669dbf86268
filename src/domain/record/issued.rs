//! The papers that an office issued after the session, as its record has them for the contents of the file. They come of
//! what was entered afterwards, not of the journal.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::regulation::DocumentKind;

/// A paper that was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuedRecord {
    pub paper: DocumentKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The day on it; of a copy, the day it was attached.
    pub on: NaiveDate,
    /// The agency it went to, where it is one of several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// The item it is about, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
    /// The file of the copy that was attached; only of a copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
}

impl IssuedRecord {
    /// A paper by its day, all there are of its kind.
    #[must_use]
    pub const fn every(paper: DocumentKind, on: NaiveDate) -> Self {
        Self {
            paper,
            number: None,
            on,
            agency: None,
            item: None,
            file: None,
        }
    }
}
