//! A value of any type that can be read, made up by dice: which choice, how many of a list, which text. So a kind of event
//! that is added is among them without anybody's doing.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Expected, MapAccess,
    SeqAccess, VariantAccess, Visitor,
};

/// Texts that are hard to write and to read.
const TEXTS: [&str; 12] = [
    "",
    "Đề nghị xã sửa đường",
    "mot-hai-3",
    "\"trích\"",
    "C:\\thư\\mục",
    "dòng một\ndòng hai\r\n\tthụt vào",
    "\u{1}\u{7f}\u{85}\u{200e}",
    "👩🏽‍🌾 e\u{302}\u{301}",
    "None, Some(1), (a:[2]) // /* \\u{41}",
    "Some(",
    "r#\"thô\"#",
    "'",
];

/// A value of this type; `None` where the dice fell on one that the type does not take. The first choice is the given one,
/// so that none of an enum is left out.
pub fn made_up<T: DeserializeOwned>(seed: u64, first: Option<usize>) -> Option<T> {
    let mut dice = Dice {
        state: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1,
        first,
        depth: 0,
    };
    T::deserialize(&mut dice).ok()
}

struct Dice {
    state: u64,
    first: Option<usize>,
    depth: usize,
}

impl Dice {
    /// A number below this one.
    fn throw(&mut self, below: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        usize::try_from(self.state >> 33).unwrap() % below.max(1)
    }

    fn whole(&mut self, least: i128, most: i128) -> i128 {
        match self.throw(4) {
            0 => least,
            1 => most,
            _ => (self.throw(3000) as i128).min(most),
        }
    }

    fn many(&mut self) -> usize {
        if self.depth > 12 { 0 } else { self.throw(3) }
    }
}

#[derive(Debug)]
struct NotTaken;

impl fmt::Display for NotTaken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not taken")
    }
}

impl std::error::Error for NotTaken {}

impl de::Error for NotTaken {
    fn custom<M: fmt::Display>(_: M) -> Self {
        Self
    }
}

macro_rules! numbers {
    ($($read:ident $visit:ident $kind:ident),*) => {$(
        fn $read<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotTaken> {
            let number = self.whole(i128::from($kind::MIN), i128::from($kind::MAX));
            visitor.$visit($kind::try_from(number).unwrap())
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut Dice {
    type Error = NotTaken;

    numbers!(
        deserialize_u8 visit_u8 u8, deserialize_u16 visit_u16 u16, deserialize_u32 visit_u32 u32,
        deserialize_u64 visit_u64 u64, deserialize_i8 visit_i8 i8, deserialize_i16 visit_i16 i16,
        deserialize_i32 visit_i32 i32, deserialize_i64 visit_i64 i64
    );

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, NotTaken> {
        Err(NotTaken)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotTaken> {
        visitor.visit_bool(self.throw(2) == 0)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotTaken> {
        let wanted = (&visitor as &dyn Expected).to_string();
        if wanted.contains("RFC 3339") {
            visitor.visit_str("2026-11-25T08:04:11.020+07:00")
        } else if wanted.contains("date and time") {
            visitor.visit_str("2026-11-25T08:30:00")
        } else if wanted.contains("date") {
            visitor.visit_str("2026-11-25")
        } else {
            let text = TEXTS[self.throw(TEXTS.len())];
            visitor.visit_str(text)
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotTaken> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotTaken> {
        if self.many() == 0 {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotTaken> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, NotTaken> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, NotTaken> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotTaken> {
        let left = self.many();
        visitor.visit_seq(Several { dice: self, left })
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        left: usize,
        visitor: V,
    ) -> Result<V::Value, NotTaken> {
        visitor.visit_seq(Several { dice: self, left })
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        left: usize,
        visitor: V,
    ) -> Result<V::Value, NotTaken> {
        visitor.visit_seq(Several { dice: self, left })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotTaken> {
        let left = self.many();
        visitor.visit_map(Several { dice: self, left })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotTaken> {
        visitor.visit_map(All { dice: self, fields })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotTaken> {
        let thrown = self.throw(variants.len());
        let name = variants[self.first.take().unwrap_or(thrown)];
        visitor.visit_enum(Chosen { dice: self, name })
    }

    serde::forward_to_deserialize_any! {
        f32 f64 char bytes byte_buf identifier ignored_any
    }
}

/// So many values.
struct Several<'d> {
    dice: &'d mut Dice,
    left: usize,
}

impl Several<'_> {
    fn one<'de, S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, NotTaken> {
        self.dice.depth += 1;
        let made = seed.deserialize(&mut *self.dice);
        self.dice.depth -= 1;
        made
    }
}

impl<'de> SeqAccess<'de> for Several<'_> {
    type Error = NotTaken;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, NotTaken> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        self.one(seed).map(Some)
    }
}

impl<'de> MapAccess<'de> for Several<'_> {
    type Error = NotTaken;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, NotTaken> {
        self.next_element_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, NotTaken> {
        self.one(seed)
    }
}

/// Every entry of a structure.
struct All<'d> {
    dice: &'d mut Dice,
    fields: &'static [&'static str],
}

impl<'de> MapAccess<'de> for All<'_> {
    type Error = NotTaken;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, NotTaken> {
        let Some((first, rest)) = self.fields.split_first() else {
            return Ok(None);
        };
        self.fields = rest;
        let name: StrDeserializer<'_, NotTaken> = StrDeserializer::new(first);
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, NotTaken> {
        self.dice.depth += 1;
        let made = seed.deserialize(&mut *self.dice);
        self.dice.depth -= 1;
        made
    }
}

struct Chosen<'d> {
    dice: &'d mut Dice,
    name: &'static str,
}

impl<'de, 'd> EnumAccess<'de> for Chosen<'d> {
    type Error = NotTaken;
    type Variant = Payload<'d>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Payload<'d>), NotTaken> {
        let name: StrDeserializer<'_, NotTaken> = StrDeserializer::new(self.name);
        Ok((seed.deserialize(name)?, Payload(self.dice)))
    }
}

struct Payload<'d>(&'d mut Dice);

impl<'de> VariantAccess<'de> for Payload<'_> {
    type Error = NotTaken;

    fn unit_variant(self) -> Result<(), NotTaken> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, NotTaken> {
        seed.deserialize(self.0)
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, NotTaken> {
        self.0.deserialize_tuple(length, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotTaken> {
        self.0.deserialize_struct("", fields, visitor)
    }
}
