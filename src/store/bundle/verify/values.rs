//! A record held against another as values, whatever the files that they come from look like. Knows no file.

use serde_json::Value;

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
