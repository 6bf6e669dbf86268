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

impl Article {
    /// As it is cited in the language that is read: `Đ10.2a` is `Art. 10(2)(a)` in English. What is no article, as `II.4`, is
    /// cited as the text numbers it.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> String {
        match lang {
            Lang::Vi => self.0.clone(),
            Lang::En => {
                let places: Vec<String> = self.0.split(", ").map(in_english).collect();
                places.join(", ")
            }
        }
    }
}

/// One place of a text: an article with its clause and letter, or a section of an article.
fn in_english(place: &str) -> String {
    if let Some((section, article)) = place
        .strip_prefix("mục ")
        .and_then(|rest| rest.split_once(" Điều "))
    {
        return format!("section {section} of Art. {article}");
    }
    let Some(numbers) = place.strip_prefix('Đ') else {
        return place.to_owned();
    };
    let mut parts = numbers.split('.');
    let mut cited = format!("Art. {}", parts.next().unwrap_or_default());
    for part in parts {
        let letter = part.trim_start_matches(|sign: char| sign.is_ascii_digit());
        let clause = part.strip_suffix(letter).unwrap_or(part);
        for piece in [clause, letter] {
            if !piece.is_empty() {
                cited.push('(');
                cited.push_str(piece);
                cited.push(')');
            }
        }
    }
    cited
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_cited_in_the_language_that_is_read() {
        for (article, english) in [
            ("Đ8", "Art. 8"),
            ("Đ8.1", "Art. 8(1)"),
            ("Đ16.1c", "Art. 16(1)(c)"),
            ("Đ1.2a, Đ5.2b", "Art. 1(2)(a), Art. 5(2)(b)"),
            ("Đ10.4, Đ4.1đ", "Art. 10(4), Art. 4(1)(đ)"),
            ("II.4", "II.4"),
            ("mục 2.1 Điều 15", "section 2.1 of Art. 15"),
        ] {
            let cited = Article(article.to_owned());
            assert_eq!(cited.in_lang(Lang::En), english);
            assert_eq!(cited.in_lang(Lang::Vi), article);
        }
    }
}
