//! Lists, pairs, entries and choices of a tolerantly read file, value by value.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "every shape of the tree that does not fit is one case"
)]

use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::super::tolerant::{RonNode, Spanned, TolerantEntry};
use super::super::trouble::Trouble;
use super::TreeReader;
use crate::domain::source_text::SyntaxError;

pub(super) struct Sequence<'t> {
    pub reader: TreeReader<'t>,
    pub values: &'t [Spanned],
    pub next: usize,
}

impl<'de> SeqAccess<'de> for Sequence<'_> {
    type Error = Trouble;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Trouble> {
        let Some(value) = self.values.get(self.next) else {
            return Ok(None);
        };
        let reader = self.reader.child(self.next, value);
        self.next += 1;
        seed.deserialize(reader).map(Some)
    }
}

pub(super) struct Pairs<'t> {
    pub reader: TreeReader<'t>,
    pub all: &'t [(Spanned, Spanned)],
    pub next: usize,
}

impl<'de> MapAccess<'de> for Pairs<'_> {
    type Error = Trouble;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Trouble> {
        let Some((key, _)) = self.all.get(self.next) else {
            return Ok(None);
        };
        seed.deserialize(self.reader.child(self.next, key))
            .map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Trouble> {
        let number = self.next;
        self.next += 1;
        match self.all.get(number) {
            Some((_, value)) => seed.deserialize(self.reader.child(number, value)),
            None => Err(self.reader.unfit(SyntaxError::Unfit)),
        }
    }
}

pub(super) struct Fields<'t> {
    pub reader: TreeReader<'t>,
    pub entries: &'t [TolerantEntry],
    pub next: usize,
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Trouble;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Trouble> {
        let Some(entry) = self.entries.get(self.next) else {
            return Ok(None);
        };
        seed.deserialize(de::value::StrDeserializer::<Trouble>::new(&entry.name))
            .map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Trouble> {
        let number = self.next;
        self.next += 1;
        match self.entries.get(number) {
            Some(entry) => seed.deserialize(self.reader.child(number, &entry.value)),
            None => Err(self.reader.unfit(SyntaxError::Unfit)),
        }
    }
}

/// Something for every entry of a structure that stands in the place of another thing.
pub(super) struct DummyFields<'t> {
    pub reader: TreeReader<'t>,
    pub fields: &'static [&'static str],
    pub next: usize,
}

impl<'de> MapAccess<'de> for DummyFields<'_> {
    type Error = Trouble;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Trouble> {
        let Some(field) = self.fields.get(self.next) else {
            return Ok(None);
        };
        self.next += 1;
        seed.deserialize(de::value::StrDeserializer::<Trouble>::new(field))
            .map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Trouble> {
        seed.deserialize(TreeReader {
            node: self.reader.node,
            path: self.reader.path.clone(),
        })
    }
}

pub(super) struct Variant<'t> {
    pub reader: TreeReader<'t>,
    pub name: &'t str,
    pub payload: Option<&'t Spanned>,
}

impl<'de, 't> EnumAccess<'de> for Variant<'t> {
    type Error = Trouble;
    type Variant = Payload<'t>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Self::Variant), Trouble> {
        let name = de::value::StrDeserializer::<Trouble>::new(self.name);
        let value = seed.deserialize(name)?;
        Ok((
            value,
            Payload {
                reader: self.reader,
                payload: self.payload,
            },
        ))
    }
}

pub(super) struct Payload<'t> {
    pub reader: TreeReader<'t>,
    pub payload: Option<&'t Spanned>,
}

impl<'de> VariantAccess<'de> for Payload<'_> {
    type Error = Trouble;

    fn unit_variant(self) -> Result<(), Trouble> {
        match self.payload {
            None => Ok(()),
            Some(_) => Err(self.reader.unfit(SyntaxError::Unfit)),
        }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Trouble> {
        if self.reader.is_dummy() {
            return seed.deserialize(self.reader);
        }
        let Some(payload) = self.payload else {
            return Err(self.reader.unfit(SyntaxError::Sign("(")));
        };
        let inside = self.reader.child(0, payload);
        match &payload.node {
            RonNode::Values(values) => match values.first() {
                Some(only) if values.len() == 1 => seed.deserialize(inside.child(0, only)),
                Some(_) | None => Err(inside.unfit(SyntaxError::Unfit)),
            },
            // Its entries have brackets of their own within those of the name.
            _ => Err(inside.unfit(SyntaxError::TwoBrackets)),
        }
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        match self.payload {
            Some(payload) => self
                .reader
                .child(0, payload)
                .deserialize_tuple(length, visitor),
            None => Err(self.reader.unfit(SyntaxError::Sign("("))),
        }
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        match self.payload {
            Some(payload) => self
                .reader
                .child(0, payload)
                .deserialize_struct("", fields, visitor),
            None => Err(self.reader.unfit(SyntaxError::Sign("("))),
        }
    }
}
