//! The sentences for a damaged file.

use super::Damage;
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
pub fn sentence(damage: &Damage, lang: Lang) -> String {
    WORDS.read::<SyntaxWords>(lang).say(damage)
}

impl SyntaxWords {
    fn say(&self, damage: &Damage) -> String {
        match damage {
            Damage::TooLarge => self[RonFileMessage::TooLarge].to_string(),
            Damage::NotUtf8 => self[RonFileMessage::NotUtf8].to_string(),
            Damage::Truncated => self[RonFileMessage::Truncated].to_string(),
            Damage::TooDeep => self[RonFileMessage::TooDeep].to_string(),
            Damage::UnknownField { found, expected } => self[RonFileMessage::UnknownField]
                .render(&[("found", found), ("expected", &expected.join(", "))]),
            Damage::MissingField { field } => {
                self[RonFileMessage::MissingField].render(&[("field", field)])
            }
            Damage::DuplicateField { field } => {
                self[RonFileMessage::DuplicateField].render(&[("field", field)])
            }
            Damage::UnknownName { found, expected } => self[RonFileMessage::UnknownName]
                .render(&[("found", found), ("expected", &expected.join(", "))]),
            Damage::WrongValue { found, expected } => {
                self[RonFileMessage::WrongValue].render(&[("found", found), ("expected", expected)])
            }
            Damage::Sign(sign) => self[RonFileMessage::Sign].render(&[("sign", sign)]),
            Damage::Name => self[RonFileMessage::Name].to_string(),
            Damage::Text => self[RonFileMessage::Text].to_string(),
            Damage::Number => self[RonFileMessage::Number].to_string(),
            Damage::Date => self[RonFileMessage::Date].to_string(),
            Damage::TruthValue => self[RonFileMessage::TruthValue].to_string(),
            Damage::Trailing => self[RonFileMessage::Trailing].to_string(),
            Damage::Escape => self[RonFileMessage::Escape].to_string(),
            Damage::OpenComment => self[RonFileMessage::OpenComment].to_string(),
            Damage::Other(reason) => self[RonFileMessage::Other].render(&[("reason", reason)]),
        }
    }
}
