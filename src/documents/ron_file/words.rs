//! The sentences for a damaged file.

use super::SyntaxError;
use crate::domain::i18n::{Group, Lang, Sources};

pub(crate) const WORDS: Sources = crate::word_sources!("data_file");

crate::messages! {
    pub(crate) enum RonFileMessage {
        TooLarge,
        NotUtf8,
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
        Other,
    }
}

pub(crate) type SyntaxWords = Group<RonFileMessage>;

/// What is wrong and what to do about it, in one sentence.
#[must_use]
pub fn sentence(damage: &SyntaxError, lang: Lang) -> String {
    WORDS.read::<SyntaxWords>(lang).say(damage)
}

impl SyntaxWords {
    fn say(&self, damage: &SyntaxError) -> String {
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
            SyntaxError::UnknownName { found, expected } => self[RonFileMessage::UnknownName]
                .render(&[("found", found), ("expected", &expected.join(", "))]),
            SyntaxError::WrongValue { found, expected } => {
                self[RonFileMessage::WrongValue].render(&[("found", found), ("expected", expected)])
            }
            SyntaxError::Sign(sign) => self[RonFileMessage::Sign].render(&[("sign", sign)]),
            SyntaxError::Name => self[RonFileMessage::Name].to_string(),
            SyntaxError::Text => self[RonFileMessage::Text].to_string(),
            SyntaxError::Number => self[RonFileMessage::Number].to_string(),
            SyntaxError::Date => self[RonFileMessage::Date].to_string(),
            SyntaxError::TruthValue => self[RonFileMessage::TruthValue].to_string(),
            SyntaxError::Trailing => self[RonFileMessage::Trailing].to_string(),
            SyntaxError::Escape => self[RonFileMessage::Escape].to_string(),
            SyntaxError::OpenComment => self[RonFileMessage::OpenComment].to_string(),
            SyntaxError::Other(reason) => self[RonFileMessage::Other].render(&[("reason", reason)]),
        }
    }
}
