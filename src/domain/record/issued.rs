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
    pub on: NaiveDate,
}
