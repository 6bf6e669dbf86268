//! One value of a tolerantly read file on its way into the wanted type. What does not fit is a fault with its way from the
//! root; a dummy fits everywhere.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "every shape of the tree that does not fit is one case"
)]

mod access;

use serde::de::{Deserializer, Visitor};

use super::tolerant::{RonNode, Spanned};
use super::trouble::{Mend, Trouble, owned};
use crate::domain::source_text::SyntaxError;
use access::{DummyFields, Fields, Pairs, Sequence, Variant};

/// Reads one value of the tree.
pub(super) struct TreeReader<'t> {
    pub node: &'t Spanned,
    pub path: Vec<usize>,
}

impl<'t> TreeReader<'t> {
    pub(super) fn child(&self, number: usize, node: &'t Spanned) -> Self {
        let mut path = self.path.clone();
        path.push(number);
        TreeReader { node, path }
    }

    pub(super) fn is_dummy(&self) -> bool {
        matches!(self.node.node, RonNode::Dummy)
    }

    pub(super) fn unfit(&self, damage: SyntaxError) -> Trouble {
        Trouble::new(damage, Mend::Replace).at(&self.path)
    }

    /// What stands here, as it is written, for a message.
    fn found(&self) -> String {
        match &self.node.node {
            RonNode::Text(text) => text.clone(),
            RonNode::Number(raw) | RonNode::Phrase(raw) => raw.clone(),
            RonNode::Word(word, None) => word.clone(),
            RonNode::Word(word, Some(_)) => format!("{word}(…)"),
            RonNode::Entries(_) | RonNode::Values(_) => "(…)".to_owned(),
            RonNode::List(_) => "[…]".to_owned(),
            RonNode::Pairs(_) => "{…}".to_owned(),
            RonNode::Dummy => String::new(),
        }
    }

    fn text(&self) -> Result<&'t str, Trouble> {
        match &self.node.node {
            RonNode::Text(text) => Ok(text),
            // Fits an id, an article and a day alike.
            RonNode::Dummy => Ok("2024-01-01"),
            RonNode::Phrase(_) | RonNode::Word(_, None) => {
                Err(self.unfit(SyntaxError::Unquoted(self.found())))
            }
            RonNode::Number(_)
            | RonNode::Word(_, Some(_))
            | RonNode::Entries(_)
            | RonNode::Values(_)
            | RonNode::List(_)
            | RonNode::Pairs(_) => Err(self.unfit(SyntaxError::Text)),
        }
    }

    fn number<N: std::str::FromStr>(&self) -> Result<N, Trouble> {
        let raw = match &self.node.node {
            RonNode::Number(raw) => raw.as_str(),
            RonNode::Dummy => "1",
            RonNode::Text(text) if is_number(text) => {
                return Err(self.unfit(SyntaxError::QuotedNumber(text.trim().to_owned())));
            }
            RonNode::Text(_)
            | RonNode::Phrase(_)
            | RonNode::Word(..)
            | RonNode::Entries(_)
            | RonNode::Values(_)
            | RonNode::List(_)
            | RonNode::Pairs(_) => return Err(self.unfit(SyntaxError::Number)),
        };
        raw.replace('_', "")
            .parse()
            .map_err(|_| self.unfit(SyntaxError::Number))
    }
}

/// What people write where there is nothing.
const NO_WORDS: [&str; 5] = ["none", "null", "nil", "không", "trống"];

fn is_number(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.chars().all(|sign| sign.is_ascii_digit())
}

macro_rules! numbers {
    ($($read:ident $visit:ident $kind:ty),*) => {$(
        fn $read<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
            let number: $kind = self.number()?;
            visitor.$visit(number).map_err(|trouble: Trouble| trouble.at(&self.path))
        }
    )*};
}

impl<'de> Deserializer<'de> for TreeReader<'_> {
    type Error = Trouble;

    numbers!(
        deserialize_u8 visit_u8 u8, deserialize_u16 visit_u16 u16, deserialize_u32 visit_u32 u32,
        deserialize_u64 visit_u64 u64, deserialize_i8 visit_i8 i8, deserialize_i16 visit_i16 i16,
        deserialize_i32 visit_i32 i32, deserialize_i64 visit_i64 i64, deserialize_f32 visit_f32 f32,
        deserialize_f64 visit_f64 f64
    );

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        visitor.visit_unit()
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        match &self.node.node {
            RonNode::Word(word, None) if word == "true" => visitor.visit_bool(true),
            RonNode::Word(word, None) if word == "false" => visitor.visit_bool(false),
            RonNode::Dummy => visitor.visit_bool(false),
            RonNode::Word(..)
            | RonNode::Text(_)
            | RonNode::Number(_)
            | RonNode::Phrase(_)
            | RonNode::Entries(_)
            | RonNode::Values(_)
            | RonNode::List(_)
            | RonNode::Pairs(_) => Err(self.unfit(SyntaxError::TruthValue)),
        }
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        self.deserialize_str(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        let text = self.text()?;
        visitor
            .visit_str(text)
            .map_err(|trouble: Trouble| trouble.at(&self.path))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        self.deserialize_str(visitor)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        match &self.node.node {
            RonNode::Dummy => visitor.visit_none(),
            RonNode::Word(word, None) if word == "None" => visitor.visit_none(),
            RonNode::Word(word, None) if NO_WORDS.contains(&word.to_lowercase().as_str()) => {
                Err(self.unfit(SyntaxError::NoneWord(word.clone())))
            }
            RonNode::Word(word, Some(payload))
                if word == "Some" && matches!(payload.node, RonNode::Entries(_)) =>
            {
                Err(self.unfit(SyntaxError::TwoBrackets))
            }
            RonNode::Word(word, Some(payload)) if word == "Some" => {
                let inner = self.child(0, payload);
                match &payload.node {
                    RonNode::Values(values) if values.len() == 1 => match values.first() {
                        Some(only) => visitor.visit_some(inner.child(0, only)),
                        None => visitor.visit_none(),
                    },
                    _ => visitor.visit_some(inner),
                }
            }
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        let path = self.path.clone();
        let values: &[Spanned] = match &self.node.node {
            RonNode::List(values) => values,
            RonNode::Dummy => &[],
            _ => return Err(self.unfit(SyntaxError::Sign("["))),
        };
        visitor
            .visit_seq(Sequence {
                reader: self,
                values,
                next: 0,
            })
            .map_err(|trouble| trouble.at(&path))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Trouble> {
        let path = self.path.clone();
        let values: &[Spanned] = match &self.node.node {
            RonNode::Values(values) | RonNode::List(values) => values,
            _ => return Err(self.unfit(SyntaxError::Sign("("))),
        };
        visitor
            .visit_seq(Sequence {
                reader: self,
                values,
                next: 0,
            })
            .map_err(|trouble| trouble.at(&path))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        let path = self.path.clone();
        let pairs: &[(Spanned, Spanned)] = match &self.node.node {
            RonNode::Pairs(pairs) => pairs,
            RonNode::Dummy => &[],
            _ => return Err(self.unfit(SyntaxError::Sign("{"))),
        };
        visitor
            .visit_map(Pairs {
                reader: self,
                all: pairs,
                next: 0,
            })
            .map_err(|trouble| trouble.at(&path))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        let path = self.path.clone();
        let done = match &self.node.node {
            RonNode::Entries(entries) => visitor.visit_map(Fields {
                reader: self,
                entries,
                next: 0,
            }),
            RonNode::Dummy => visitor.visit_map(DummyFields {
                reader: self,
                fields,
                next: 0,
            }),
            RonNode::Values(values) if values.is_empty() => visitor.visit_map(Fields {
                reader: self,
                entries: &[],
                next: 0,
            }),
            RonNode::Word(word, Some(payload)) if word == name => {
                return self
                    .child(0, payload)
                    .deserialize_struct(name, fields, visitor);
            }
            _ => {
                let found = self.found();
                return Err(self.unfit(SyntaxError::Shape {
                    found,
                    name,
                    fields: owned(fields),
                }));
            }
        };
        done.map_err(|trouble| trouble.at(&path))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        let path = self.path.clone();
        let (name, payload) = match &self.node.node {
            RonNode::Word(word, payload) => (word.as_str(), payload.as_deref()),
            RonNode::Dummy => (variants.first().copied().unwrap_or_default(), None),
            RonNode::Text(text) if variants.contains(&text.trim()) => {
                let name = text.trim().to_owned();
                return Err(self.unfit(SyntaxError::QuotedChoice(name)));
            }
            _ => {
                let found = self.found();
                return Err(self.unfit(SyntaxError::UnknownName {
                    found,
                    expected: owned(variants),
                }));
            }
        };
        visitor
            .visit_enum(Variant {
                reader: self,
                name,
                payload,
            })
            .map_err(|trouble| trouble.at(&path))
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        match &self.node.node {
            RonNode::Word(word, _) => visitor.visit_str(word),
            _ => self.deserialize_str(visitor),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        visitor.visit_unit()
    }
}
