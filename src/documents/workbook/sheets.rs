//! What stands in the sheets of the workbook. Knows the record and nothing of cells and formats.

mod due;
mod items;
mod times;

use super::super::prose::Prose;
use super::{CellValue, SheetGrid};

pub(super) fn all(prose: Prose<'_>) -> Vec<SheetGrid> {
    vec![
        items::all(prose),
        items::by_class(prose),
        items::by_agency(prose),
        times::speaking(prose),
        times::agenda(prose),
        due::deadlines(prose),
    ]
}

fn text(text: impl Into<String>) -> CellValue {
    let text = text.into();
    if text.is_empty() {
        CellValue::Nothing
    } else {
        CellValue::Text(text)
    }
}

fn maybe(given: Option<&str>) -> CellValue {
    given.map_or(CellValue::Nothing, text)
}
