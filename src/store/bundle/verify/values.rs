//! A record held against another as values, whatever the files that they come from look like. Knows no file.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// The values of a file of JSON; `None` where it is none, or says of one thing two: programs differ in which of them they
/// take.
pub(super) fn json_of(bytes: &[u8]) -> Option<Value> {
    let OneSaid(value) = serde_json::from_slice(bytes).ok()?;
    Some(value)
}

/// A value in which no key stands twice.
struct OneSaid(Value);

impl<'de> Deserialize<'de> for OneSaid {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneSaidVisitor).map(Self)
    }
}

struct OneSaidVisitor;

impl<'de> Visitor<'de> for OneSaidVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value in which no key stands twice")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        let number = Number::from_f64(value).ok_or_else(|| E::custom("no number"))?;
        Ok(number.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Value, A::Error> {
        let mut all = Vec::new();
        while let Some(OneSaid(value)) = values.next_element()? {
            all.push(value);
        }
        Ok(all.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut all = Map::new();
        while let Some((key, OneSaid(value))) = entries.next_entry::<String, OneSaid>()? {
            if all.insert(key, value).is_some() {
                return Err(A::Error::custom("a key stands twice"));
            }
        }
        Ok(all.into())
    }
}

/// What may differ at the root: it names a version, or comes of a calendar or a ledger and not of the journal alone.
const NOT_OF_THE_JOURNAL: [&str; 4] = ["schema", "deadlines", "issued", "journal"];

/// The first place at which a record says something else than another. What only one of them knows is passed over unless
/// the same version made both.
pub(super) fn other_value(record: &Value, other: &Value, is_strict: bool) -> Option<String> {
    other_value_at(record, Some(other), "", is_strict)
}

fn other_value_at(
    record: &Value,
    other: Option<&Value>,
    way: &str,
    is_strict: bool,
) -> Option<String> {
    match (record, other) {
        (Value::Object(record), Some(Value::Object(other))) => record
            .iter()
            .filter(|(key, _)| !(way.is_empty() && NOT_OF_THE_JOURNAL.contains(&key.as_str())))
            .find_map(|(key, value)| {
                other_value_at(value, other.get(key), &format!("{way}/{key}"), is_strict)
            }),
        (Value::Array(record), Some(Value::Array(other))) if record.len() == other.len() => record
            .iter()
            .zip(other)
            .enumerate()
            .find_map(|(at, (value, other))| {
                other_value_at(value, Some(other), &format!("{way}/{at}"), is_strict)
            }),
        (Value::Null, None) => None,
        (_, None) if !is_strict => None,
        (record, Some(other)) if record == other => None,
        _ => Some(way.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_read_as_it_is_elsewhere_unless_it_says_of_one_thing_two() {
        for text in [
            r#"{"a": [1, -2, 2.5, null, true, "ữ\u0303", {}], "b": {"a": 18446744073709551615}}"#,
            "7",
            "[]",
        ] {
            assert_eq!(json_of(text.as_bytes()), serde_json::from_str(text).ok());
        }
        for text in [
            r#"{"a": 1, "a": 1}"#,
            r#"[{"b": {"a": 1, "\u0061": 2}}]"#,
            "{",
            "",
        ] {
            assert_eq!(json_of(text.as_bytes()), None, "{text}");
        }
    }
}
