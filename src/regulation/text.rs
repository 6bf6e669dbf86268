//! Words inside a profile: a text in both languages, and the article it comes from. Knows nothing of regulations.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The same words in Vietnamese and English.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    pub vi: String,
    pub en: String,
}

/// Where a rule stands, as offices cite it: `Đ10.2` is Article 10, clause 2.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Article(pub String);

impl fmt::Display for Article {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
