//! The one reader of RON: from what a source says, step by step, into the wanted type. What depends on the type is as little
//! as can be, since it is made anew for each; what does not lies behind [`Source`].

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::source::{RonShape, Source, WholeNumbers};
use super::trouble::Trouble;
use crate::domain::source_text::SyntaxError;

/// Reads the value at which the source stands.
pub(super) struct RonReader<'s>(pub &'s mut dyn Source);

impl RonReader<'_> {
    fn again(&mut self) -> RonReader<'_> {
        RonReader(&mut *self.0)
    }

    fn listed<'de, V: Visitor<'de>>(
        mut self,
        shape: RonShape,
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        self.0.open(shape)?;
        let read = visitor.visit_seq(Members(self.again()))?;
        self.0.close()?;
        Ok(read)
    }

    fn mapped<'de, V: Visitor<'de>>(
        mut self,
        shape: RonShape,
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        self.0.open(shape)?;
        let read = visitor.visit_map(Members(self.again()))?;
        self.0.close()?;
        Ok(read)
    }
}

macro_rules! whole_numbers {
    ($($read:ident $visit:ident $kind:ident),*) => {$(
        fn $read<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
            let kind = WholeNumbers {
                name: stringify!($kind),
                least: i128::from($kind::MIN),
                most: i128::from($kind::MAX),
            };
            match $kind::try_from(self.0.whole_number(kind)?) {
                Ok(number) => visitor.$visit(number),
                Err(_) => Err(SyntaxError::Number.into()),
            }
        }
    )*};
}

/// What no data of ours holds.
macro_rules! unknown_kinds {
    ($($read:ident)*) => {$(
        fn $read<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Trouble> {
            Err(SyntaxError::Unfit.into())
        }
    )*};
}

impl<'de> Deserializer<'de> for RonReader<'_> {
    type Error = Trouble;

    whole_numbers!(
        deserialize_u8 visit_u8 u8, deserialize_u16 visit_u16 u16, deserialize_u32 visit_u32 u32,
        deserialize_u64 visit_u64 u64, deserialize_i8 visit_i8 i8, deserialize_i16 visit_i16 i16,
        deserialize_i32 visit_i32 i32, deserialize_i64 visit_i64 i64
    );

    unknown_kinds!(deserialize_any deserialize_f32 deserialize_f64 deserialize_bytes deserialize_byte_buf);

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        visitor.visit_bool(self.0.truth()?)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        visitor.visit_char(self.0.letter()?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        visitor.visit_str(&self.0.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        visitor.visit_string(self.0.text()?.into_owned())
    }

    fn deserialize_option<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Trouble> {
        if !self.0.is_there()? {
            return visitor.visit_none();
        }
        let read = visitor.visit_some(self.again())?;
        self.0.close()?;
        Ok(read)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        self.0.nothing("")?;
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        self.0.nothing(name)?;
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        mut self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        self.0.open(RonShape::Wrapped(name))?;
        let read = visitor.visit_newtype_struct(self.again())?;
        self.0.close()?;
        Ok(read)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        self.listed(RonShape::List, visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Trouble> {
        self.listed(RonShape::Tuple(""), visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        self.listed(RonShape::Tuple(name), visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        self.mapped(RonShape::Map, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        self.mapped(RonShape::Structure(name, fields), visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        mut self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        self.0.open(RonShape::Choice(variants))?;
        let read = visitor.visit_enum(self.again())?;
        self.0.close()?;
        Ok(read)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        visitor.visit_str(self.0.name()?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        self.0.pass_over()?;
        visitor.visit_unit()
    }
}

/// The members of what is open.
struct Members<'s>(RonReader<'s>);

impl<'de> SeqAccess<'de> for Members<'_> {
    type Error = Trouble;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Trouble> {
        if !self.0.0.has_member()? {
            return Ok(None);
        }
        seed.deserialize(self.0.again()).map(Some)
    }
}

impl<'de> MapAccess<'de> for Members<'_> {
    type Error = Trouble;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Trouble> {
        if !self.0.0.has_member()? {
            return Ok(None);
        }
        seed.deserialize(self.0.again()).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Trouble> {
        self.0.0.to_value()?;
        seed.deserialize(self.0.again())
    }
}

impl<'de> EnumAccess<'de> for RonReader<'_> {
    type Error = Trouble;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(
        mut self,
        seed: S,
    ) -> Result<(S::Value, Self), Trouble> {
        let chosen = seed.deserialize(self.again())?;
        Ok((chosen, self))
    }
}

impl<'de> VariantAccess<'de> for RonReader<'_> {
    type Error = Trouble;

    fn unit_variant(self) -> Result<(), Trouble> {
        self.0.name_alone()
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(
        mut self,
        seed: S,
    ) -> Result<S::Value, Trouble> {
        self.0.open(RonShape::ChosenValue)?;
        let read = seed.deserialize(self.again())?;
        self.0.close()?;
        Ok(read)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Trouble> {
        self.listed(RonShape::ChosenTuple, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        self.mapped(RonShape::ChosenEntries(fields), visitor)
    }
}
