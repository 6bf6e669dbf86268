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
    quotes: Message,
    blank: Message,
    bare_date: Message,
    quote_inside: Message,
    text_open: Message,
    unquoted: Message,
    no_value: Message,
    strange: Message,
    shape: Message,
    shape_limit: Message,
    shape_text: Message,
    shape_day: Message,
    two_brackets: Message,
    unfit: Message,
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
            Damage::WrongValue { found, .. } => self.wrong_value.render(&[("found", found)]),
            Damage::Quotes(found) => self.quotes.render(&[("found", found)]),
            Damage::Blank => self.blank.to_string(),
            Damage::BareDate(found) => self.bare_date.render(&[("found", found)]),
            Damage::QuoteInside => self.quote_inside.to_string(),
            Damage::TextOpen => self.text_open.to_string(),
            Damage::Unquoted(found) => self.unquoted.render(&[("found", found)]),
            Damage::NoValue => self.no_value.to_string(),
            Damage::Strange(found) => self.strange.render(&[("found", found)]),
            Damage::Shape {
                found,
                name,
                fields,
            } => self.shape(found, name, fields),
            Damage::TwoBrackets => self.two_brackets.to_string(),
            Damage::Unfit => self.unfit.to_string(),
            Damage::Sign(sign) => self.sign.render(&[("sign", sign)]),
            Damage::Name => self.name.to_string(),
            Damage::Text => self.text.to_string(),
            Damage::Number => self.number.to_string(),
            Damage::Date => self.date.to_string(),
            Damage::TruthValue => self.truth_value.to_string(),
            Damage::Trailing => self.trailing.to_string(),
            Damage::Escape => self.escape.to_string(),
            Damage::OpenComment => self.open_comment.to_string(),
            // The reader's own words are English and say nothing to an office.
            Damage::Other(_) => self.other.to_string(),
        }
    }

    /// What a structure looks like, with an example for those that clerks get wrong most.
    fn shape(&self, found: &str, name: &str, fields: &[String]) -> String {
        let sentence = match name {
            "Limit" => &self.shape_limit,
            "Text" => &self.shape_text,
            "DayMonth" => &self.shape_day,
            _ => &self.shape,
        };
        let fields: Vec<String> = fields.iter().map(|field| format!("{field}: …")).collect();
        sentence.render(&[("found", &found), ("fields", &fields.join(", "))])
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
