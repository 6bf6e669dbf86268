//! The sentences for a damaged file.

use chrono::NaiveDate;

use super::letters::{as_day, narrow};
use crate::domain::i18n::{Group, Lang, Sources};
use crate::domain::source_text::SyntaxError;

pub(crate) const WORDS: Sources = crate::word_sources!("data_file");

crate::messages! {
    pub(crate) enum RonFileMessage {
        TooLarge,
        NotUtf8,
        Utf16,
        OfficeFile,
        EmptyFile,
        NoData,
        Truncated,
        TooDeep,
        UnknownField,
        MissingField,
        DuplicateField,
        UnknownName,
        WrongValue,
        Sign,
        Name,
        Text,
        Number,
        Date,
        TruthValue,
        Trailing,
        Escape,
        OpenComment,
        Quotes,
        Blank,
        BareDate,
        QuoteInside,
        TextOpen,
        Unquoted,
        NoValue,
        Strange,
        FullWidth,
        ForeignLetters,
        QuotedName,
        QuotedNumber,
        QuotedChoice,
        Surplus,
        CommentSign,
        NoneWord,
        UnknownDay,
        Shape,
        ShapeLimit,
        ShapeText,
        ShapeDay,
        TwoBrackets,
        Unfit,
        Other,
    }
}

pub(crate) type SyntaxWords = Group<RonFileMessage>;

/// What is wrong and what to do about it, in one sentence.
#[must_use]
pub fn sentence(damage: &SyntaxError, lang: Lang) -> String {
    WORDS.read::<SyntaxWords>(lang).damage_in_words(damage)
}

impl SyntaxWords {
    fn damage_in_words(&self, damage: &SyntaxError) -> String {
        match damage {
            SyntaxError::TooLarge => self[RonFileMessage::TooLarge].to_string(),
            SyntaxError::NotUtf8 => self[RonFileMessage::NotUtf8].to_string(),
            SyntaxError::Truncated => self[RonFileMessage::Truncated].to_string(),
            SyntaxError::TooDeep => self[RonFileMessage::TooDeep].to_string(),
            SyntaxError::UnknownField { found, expected } => self[RonFileMessage::UnknownField]
                .render(&[("found", found), ("expected", &expected.join(", "))]),
            SyntaxError::MissingField { field } => {
                self[RonFileMessage::MissingField].render(&[("field", field)])
            }
            SyntaxError::DuplicateField { field } => {
                self[RonFileMessage::DuplicateField].render(&[("field", field)])
            }
            SyntaxError::UnknownName { found, expected } if is_of_days(expected) => {
                self[RonFileMessage::UnknownDay].render(&[("found", found), ("day", &day(found))])
            }
            SyntaxError::UnknownName { found, expected } => self[RonFileMessage::UnknownName]
                .render(&[("found", found), ("expected", &expected.join(", "))]),
            SyntaxError::WrongValue { found, .. } => {
                self[RonFileMessage::WrongValue].render(&[("found", found)])
            }
            SyntaxError::Quotes(found) => self[RonFileMessage::Quotes].render(&[("found", found)]),
            SyntaxError::Blank => self[RonFileMessage::Blank].to_string(),
            SyntaxError::BareDate(found) => {
                self[RonFileMessage::BareDate].render(&[("found", found), ("day", &day(found))])
            }
            SyntaxError::QuoteInside => self[RonFileMessage::QuoteInside].to_string(),
            SyntaxError::TextOpen => self[RonFileMessage::TextOpen].to_string(),
            SyntaxError::Unquoted(found) => {
                self[RonFileMessage::Unquoted].render(&[("found", found)])
            }
            SyntaxError::NoValue => self[RonFileMessage::NoValue].to_string(),
            SyntaxError::Strange(found) => {
                self[RonFileMessage::Strange].render(&[("found", found)])
            }
            SyntaxError::FullWidth(found) => self[RonFileMessage::FullWidth].render(&[
                ("found", found),
                (
                    "usual",
                    &found.chars().filter_map(narrow).collect::<String>(),
                ),
            ]),
            SyntaxError::ForeignLetters(found) => {
                self[RonFileMessage::ForeignLetters].render(&[("found", found)])
            }
            SyntaxError::QuotedName(name) => {
                self[RonFileMessage::QuotedName].render(&[("name", name)])
            }
            SyntaxError::QuotedNumber(number) => {
                self[RonFileMessage::QuotedNumber].render(&[("number", number)])
            }
            SyntaxError::QuotedChoice(name) => {
                self[RonFileMessage::QuotedChoice].render(&[("name", name)])
            }
            SyntaxError::Surplus(sign) => self[RonFileMessage::Surplus].render(&[("sign", sign)]),
            SyntaxError::CommentSign => self[RonFileMessage::CommentSign].to_string(),
            SyntaxError::NoneWord(found) => {
                self[RonFileMessage::NoneWord].render(&[("found", found)])
            }
            SyntaxError::Utf16 => self[RonFileMessage::Utf16].to_string(),
            SyntaxError::OfficeFile => self[RonFileMessage::OfficeFile].to_string(),
            SyntaxError::EmptyFile => self[RonFileMessage::EmptyFile].to_string(),
            SyntaxError::NoData => self[RonFileMessage::NoData].to_string(),
            SyntaxError::Shape {
                found,
                name,
                fields,
            } => self.shape(found, name, fields),
            SyntaxError::TwoBrackets => self[RonFileMessage::TwoBrackets].to_string(),
            SyntaxError::Unfit => self[RonFileMessage::Unfit].to_string(),
            SyntaxError::Sign(sign) => self[RonFileMessage::Sign].render(&[("sign", sign)]),
            SyntaxError::Name => self[RonFileMessage::Name].to_string(),
            SyntaxError::Text => self[RonFileMessage::Text].to_string(),
            SyntaxError::Number => self[RonFileMessage::Number].to_string(),
            SyntaxError::Date => self[RonFileMessage::Date].to_string(),
            SyntaxError::TruthValue => self[RonFileMessage::TruthValue].to_string(),
            SyntaxError::Trailing => self[RonFileMessage::Trailing].to_string(),
            SyntaxError::Escape => self[RonFileMessage::Escape].to_string(),
            SyntaxError::OpenComment => self[RonFileMessage::OpenComment].to_string(),
            // The reader's own words are English and say nothing to an office.
            SyntaxError::Other(_) => self[RonFileMessage::Other].to_string(),
        }
    }

    /// What a structure looks like, with an example for those that clerks get wrong most.
    fn shape(&self, found: &str, name: &str, fields: &[String]) -> String {
        let sentence = match name {
            "Limit" => RonFileMessage::ShapeLimit,
            "Text" => RonFileMessage::ShapeText,
            "DayMonth" => RonFileMessage::ShapeDay,
            _ => RonFileMessage::Shape,
        };
        let fields: Vec<String> = fields.iter().map(|field| format!("{field}: …")).collect();
        self[sentence].render(&[("found", &found), ("fields", &fields.join(", "))])
    }
}

/// A day as the notation has it; the example where it is none.
fn day(found: &str) -> String {
    let read = as_day(found);
    if read.parse::<NaiveDate>().is_ok() {
        read
    } else {
        "2026-11-24".to_owned()
    }
}

/// Whether the choices are ways to tell when a text was issued.
fn is_of_days(expected: &[String]) -> bool {
    ["On", "After"]
        .iter()
        .all(|way| expected.iter().any(|one| one == way))
}
