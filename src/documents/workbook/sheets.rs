//! What stands in the sheets of the workbook. Knows the record and nothing of cells and formats.

mod due;
mod items;
mod times;

use super::super::prose::Prose;
use super::{Grid, Value};

pub(super) fn all(scribe: Prose<'_>) -> Vec<Grid> {
    vec![
        items::all(scribe),
        items::by_class(scribe),
        items::by_agency(scribe),
        times::speaking(scribe),
        times::agenda(scribe),
        due::deadlines(scribe),
    ]
}

fn text(text: impl Into<String>) -> Value {
    let text = text.into();
    if text.is_empty() {
        Value::Nothing
    } else {
        Value::Text(text)
    }
}

fn maybe(given: Option<&str>) -> Value {
    given.map_or(Value::Nothing, text)
}
