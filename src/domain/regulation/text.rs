//! Words inside a profile: a text in both languages, and the article it comes from. Knows nothing of regulations.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

use crate::domain::i18n::Lang;
use crate::domain::text;

/// The same words in Vietnamese and English, in NFC however they were written. English may be left out: Vietnamese stands
/// in for it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    #[serde(deserialize_with = "composed")]
    pub vi: String,
    #[serde(default, deserialize_with = "composed")]
    pub en: String,
}

impl Text {
    /// The words in the language that is read.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En if self.en.trim().is_empty() => &self.vi,
            Lang::En => &self.en,
        }
    }
}

/// Where a rule stands, as offices cite it: `Đ10.2` is Article 10, clause 2.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Article(#[serde(deserialize_with = "composed")] pub String);

impl fmt::Display for Article {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text at the door: `e` followed by two combining marks becomes the one letter `ế`, also when written as escapes.
fn composed<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    Ok(text::nfc(&text).into_owned())
}
