//! Tables that are not laid out as a list is read: headings too far down, or below each other; a name in two columns. Each is
//! told by its cell, or read, and nobody in it is taken for somebody else. Knows headings and cells, and nothing of what the
//! data mean.

use super::columns::{InputColumn, SheetSpec};
use super::headings::{self, HeadingColumns, HeadingFit, ROWS_SEARCHED};
use super::names::key;
use super::{WorkbookReading, values, whole_sheet};
use crate::documents::plan_import::diagnostic::{CellPlace, Location};
use crate::documents::plan_import::problem::PlanProblem;
use crate::documents::plan_import::table::{ReadValue, TableCell, TableSheet};

impl WorkbookReading<'_> {
    /// Says of each heading that is needed that it is missing.
    pub(super) fn tell_no_headings(&mut self, index: usize, sheet: &TableSheet, spec: &SheetSpec) {
        for column in spec.columns.iter().filter(|column| column.needed) {
            self.tell_no_heading(index, sheet, spec, column);
        }
    }

    /// Says that a heading is missing, or where it stands too far down.
    pub(super) fn tell_no_heading(
        &mut self,
        index: usize,
        sheet: &TableSheet,
        spec: &SheetSpec,
        missing: &InputColumn,
    ) {
        let below = sheet
            .cells()
            .iter()
            .filter(|cell| cell.row >= sheet.begins + ROWS_SEARCHED)
            .find_map(|cell| {
                let text = values::line(&cell.value).ok()?;
                let (fit, column) = headings::column(&text, spec)?;
                (fit >= HeadingFit::Known && column.field == missing.field).then_some((
                    cell.row,
                    cell.column,
                    text,
                ))
            });
        if let Some((row, column, heading)) = below {
            let at = place(index, sheet, (row, column), &heading);
            self.fault_at("", at, PlanProblem::HeadingTooLow);
        } else {
            let at = whole_sheet(index, &sheet.name, Some(&missing.heading));
            self.fault_at("", at, PlanProblem::NoHeading);
        }
    }

    /// Whether what should be headings of columns stand below each other, so that names would be read for what they are not.
    pub(super) fn lies_across(
        &mut self,
        index: usize,
        sheet: &TableSheet,
        spec: &SheetSpec,
        columns: &HeadingColumns,
    ) -> bool {
        // Two headings beside each other are those of a list.
        let (1, Some((first, heading))) = (columns.of.len(), columns.of.values().next()) else {
            return false;
        };
        let below = sheet
            .cells()
            .iter()
            .filter(|cell| cell.column == *first && cell.row != columns.row)
            .filter_map(|cell| values::line(&cell.value).ok())
            .filter_map(|text| headings::column(&text, spec))
            .filter(|(fit, _)| *fit >= HeadingFit::Known)
            .count();
        if below < 2 {
            return false;
        }
        let at = place(index, sheet, (columns.row, *first), heading);
        self.fault_at("", at, PlanProblem::LyingAcross);
        true
    }
}

fn place(index: usize, sheet: &TableSheet, (row, column): (u32, u32), heading: &str) -> Location {
    Location::Cell(CellPlace {
        order: index,
        row: Some(row),
        column: Some(column),
        sheet: sheet.name.clone(),
        heading: Some(heading.to_owned()),
    })
}

/// What a column is called that holds a name without its last word, beside one that holds the last word.
const FAMILY_NAMES: &[&str] = &[
    "ho",
    "ho dem",
    "ho va dem",
    "ho lot",
    "ho va lot",
    "ho chu lot",
    "ho va chu lot",
    "ho ten dem",
    "ho va ten dem",
    "ho va ten lot",
];
const GIVEN_NAMES: &[&str] = &["ten", "ten goi"];
/// What the two are together.
const WHOLE_NAME: &str = "Họ và tên";

/// Makes one of the two columns in which some lists keep a name.
pub(super) fn join_names(sheet: &mut TableSheet) {
    let is = |cell: &TableCell, names: &[&str]| match &cell.value {
        ReadValue::Text(text) => names.contains(&key(text).as_str()),
        ReadValue::Number(_)
        | ReadValue::Date(_)
        | ReadValue::Time(_)
        | ReadValue::Truth(_)
        | ReadValue::Error(_)
        | ReadValue::Uncomputed => false,
    };
    let found = sheet
        .rows()
        .take_while(|row| row.first().is_some_and(|cell| cell.row < ROWS_SEARCHED))
        .find_map(|row| {
            row.windows(2).find_map(|pair| {
                let [family, given] = pair else { return None };
                let are_beside = family.column + 1 == given.column;
                (are_beside && is(family, FAMILY_NAMES) && is(given, GIVEN_NAMES))
                    .then_some((family.row, (family.column, given.column)))
            })
        });
    if let Some((heading, columns)) = found {
        sheet.join_columns(heading, columns, WHOLE_NAME);
    }
}
