//! The sentences for a damaged file.

use serde::Deserialize;

use super::Damage;
use crate::domain::i18n::{Lang, Message, Sources};

const WORDS: Sources = crate::word_sources!("data_file");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    too_large: Message,
    not_utf8: Message,
    truncated: Message,
    too_deep: Message,
    unknown_field: Message,
    missing_field: Message,
    duplicate_field: Message,
    unknown_name: Message,
    wrong_value: Message,
    sign: Message,
    name: Message,
    text: Message,
    number: Message,
    date: Message,
    truth_value: Message,
    trailing: Message,
    escape: Message,
    open_comment: Message,
    other: Message,
}

/// What is wrong and what to do about it, in one sentence.
#[must_use]
pub fn sentence(damage: &Damage, lang: Lang) -> String {
    // The words are read by a test; should they fail all the same, the data itself is better than nothing.
    WORDS
        .read::<Words>(lang)
        .map_or_else(|_| format!("{damage:?}"), |words| words.say(damage))
}

impl Words {
    fn say(&self, damage: &Damage) -> String {
        match damage {
            Damage::TooLarge => self.too_large.to_string(),
            Damage::NotUtf8 => self.not_utf8.to_string(),
            Damage::Truncated => self.truncated.to_string(),
            Damage::TooDeep => self.too_deep.to_string(),
            Damage::UnknownField { found, expected } => self
                .unknown_field
                .render(&[("found", found), ("expected", &expected.join(", "))]),
            Damage::MissingField { field } => self.missing_field.render(&[("field", field)]),
            Damage::DuplicateField { field } => self.duplicate_field.render(&[("field", field)]),
            Damage::UnknownName { found, expected } => self
                .unknown_name
                .render(&[("found", found), ("expected", &expected.join(", "))]),
            Damage::WrongValue { found, expected } => self
                .wrong_value
                .render(&[("found", found), ("expected", expected)]),
            Damage::Sign(sign) => self.sign.render(&[("sign", sign)]),
            Damage::Name => self.name.to_string(),
            Damage::Text => self.text.to_string(),
            Damage::Number => self.number.to_string(),
            Damage::Date => self.date.to_string(),
            Damage::TruthValue => self.truth_value.to_string(),
            Damage::Trailing => self.trailing.to_string(),
            Damage::Escape => self.escape.to_string(),
            Damage::OpenComment => self.open_comment.to_string(),
            Damage::Other(reason) => self.other.render(&[("reason", reason)]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::i18n::places_that_differ;

    #[test]
    fn both_languages_have_the_same_sentences_with_the_same_places() {
        assert_eq!(places_that_differ(WORDS), Vec::<String>::new());
        for lang in [Lang::Vi, Lang::En] {
            WORDS.read::<Words>(lang).unwrap();
        }
    }
}
