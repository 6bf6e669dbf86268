//! The rows of a list: which of them are data, and which cell of a row is under which heading. What is no data – examples,
//! numbers under headings, sums, titles across the sheet – is passed over, and said where somebody might miss it. Knows
//! nothing of what the data mean.

#![expect(
    clippy::match_same_arms,
    reason = "letters may stand before numbers and not between them"
)]

use super::columns::{PlanField, SheetKind, SheetSpec};
use super::headings::{self, HeadingColumns};
use super::names::key;
use super::values;
use super::{At, WorkbookReading};
use crate::documents::plan_import::diagnostic::{CellPlace, Location};
use crate::documents::plan_import::problem::{PlanProblem, Remark};
use crate::documents::plan_import::table::{ReadValue, TableCell, TableSheet};

/// One row of data.
pub(super) struct SheetRow<'s> {
    pub index: usize,
    pub sheet: &'s TableSheet,
    pub at: u32,
    columns: &'s HeadingColumns,
}

impl<'s> SheetRow<'s> {
    /// The cell under a heading; a merged cell stands in every row that it covers.
    pub(super) fn cell(&self, field: PlanField) -> Option<(&'s TableCell, At<'s>)> {
        let (column, heading) = self.columns.of.get(&field)?;
        let cell = self.sheet.at(self.at, *column)?;
        let at = At {
            index: self.index,
            sheet: self.sheet,
            row: self.at,
            column: *column,
            heading,
        };
        Some((cell, at))
    }

    /// The cell under a heading, unless it only reaches down from a row above.
    pub(super) fn own_cell(&self, field: PlanField) -> Option<(&'s TableCell, At<'s>)> {
        self.cell(field).filter(|(cell, _)| cell.row == self.at)
    }

    pub(super) fn has(&self, field: PlanField) -> bool {
        self.columns.of.contains_key(&field)
    }

    /// Whether something of this row itself stands under one of these headings.
    pub(super) fn holds_any(&self, fields: &[PlanField]) -> bool {
        fields.iter().any(|field| self.own_cell(*field).is_some())
    }

    /// Where something is missing in this row.
    pub(super) fn place(&self, field: PlanField) -> Location {
        let (column, heading) = match self.columns.of.get(&field) {
            Some((column, heading)) => (Some(*column), Some(heading.clone())),
            None => (None, None),
        };
        Location::Cell(CellPlace {
            order: self.index,
            row: Some(self.at),
            column,
            sheet: self.sheet.name.clone(),
            heading,
        })
    }
}

/// The tables of one sheet: usually one; a second one begins with headings of its own.
pub(super) struct Lists {
    index: usize,
    tables: Vec<(HeadingColumns, Vec<u32>)>,
}

impl Lists {
    pub(super) fn rows<'s>(&'s self, sheet: &'s TableSheet) -> impl Iterator<Item = SheetRow<'s>> {
        let index = self.index;
        self.tables.iter().flat_map(move |(columns, rows)| {
            rows.iter().map(move |row| SheetRow {
                index,
                sheet,
                at: *row,
                columns,
            })
        })
    }
}

impl WorkbookReading<'_> {
    /// Finds the headings of a list and its rows of data. Without the headings that are needed there is none, and that
    /// is said.
    pub(super) fn lists(
        &mut self,
        index: usize,
        sheet: &TableSheet,
        kind: SheetKind,
    ) -> Option<Lists> {
        let spec = self.table.sheet(kind).clone();
        let Some(columns) = headings::heading_row(sheet, &spec) else {
            self.tell_no_headings(index, sheet, &spec);
            return None;
        };
        if self.lies_across(index, sheet, &spec, &columns) {
            return None;
        }
        self.tell_headings(index, sheet, &spec, &columns);
        let mut tables = vec![(columns, Vec::new())];
        let mut rows: Vec<u32> = sheet
            .rows()
            .filter_map(|row| Some(row.first()?.row))
            .collect();
        rows.retain(|row| {
            tables
                .first()
                .is_some_and(|(columns, _)| *row > columns.row)
        });
        let mut is_signed = false;
        for (order, row) in rows.into_iter().enumerate() {
            let Some((columns, _)) = tables.last() else {
                break;
            };
            is_signed = self.is_signature(sheet, row, is_signed);
            if is_signed {
                self.tell_row_unread(index, sheet, row);
                continue;
            }
            match self.kind_of_row(index, sheet, &spec, columns, row, order) {
                ListRowKind::Data => {
                    if let Some((_, rows)) = tables.last_mut() {
                        rows.push(row);
                    }
                }
                ListRowKind::Passed => {}
                ListRowKind::Headings(columns) => {
                    self.tell_headings(index, sheet, &spec, &columns);
                    tables.push((columns, Vec::new()));
                }
            }
        }
        Some(Lists { index, tables })
    }

    /// What is wrong with the headings themselves.
    fn tell_headings(
        &mut self,
        index: usize,
        sheet: &TableSheet,
        spec: &SheetSpec,
        columns: &HeadingColumns,
    ) {
        for column in spec.columns.iter().filter(|column| column.needed) {
            if !columns.of.contains_key(&column.field) {
                self.tell_no_heading(index, sheet, spec, column);
            }
        }
        let place = |column: u32, heading: &str| {
            Location::Cell(CellPlace {
                order: index,
                row: Some(columns.row),
                column: Some(column),
                sheet: sheet.name.clone(),
                heading: Some(heading.to_owned()),
            })
        };
        let order = key(&self.table.words.order);
        for (column, heading, field) in &columns.twice {
            let first = columns.of.get(field).map_or(0, |(column, _)| *column);
            let has_data = sheet
                .cells()
                .iter()
                .any(|cell| cell.row > columns.row && cell.column == *column);
            if key(heading) == order || !has_data {
                continue;
            }
            let what = PlanProblem::HeadingTwice {
                first: crate::documents::plan_import::table::cell_name(columns.row, first),
            };
            self.fault_at("", place(*column, heading), what);
        }
        for (column, heading) in &columns.unread {
            let has_data = sheet
                .cells()
                .iter()
                .any(|cell| cell.row > columns.row && cell.column == *column);
            if key(heading) != order && has_data {
                self.remark_at("", place(*column, heading), Remark::ColumnUnread);
            }
        }
    }

    fn kind_of_row(
        &mut self,
        index: usize,
        sheet: &TableSheet,
        spec: &SheetSpec,
        columns: &HeadingColumns,
        row: u32,
        order: usize,
    ) -> ListRowKind {
        let own: Vec<&TableCell> = sheet.in_rows(row, row).iter().collect();
        let under = |cell: &TableCell| {
            columns
                .of
                .values()
                .any(|(column, _)| *column == cell.column)
        };
        if !own.iter().any(|cell| under(cell)) {
            return ListRowKind::Passed;
        }
        if order == 0 && is_numbering(&own) {
            return ListRowKind::Passed;
        }
        if let Some(again) = headings::again(sheet, row, spec, columns) {
            return ListRowKind::Headings(again);
        }
        match self.as_example(spec, columns, sheet, row) {
            Example::Whole => return ListRowKind::Passed,
            Example::Changed(column) => {
                let at = Location::Cell(CellPlace {
                    order: index,
                    row: Some(row),
                    column: Some(column),
                    sheet: sheet.name.clone(),
                    heading: None,
                });
                self.fault_at("", at, PlanProblem::ExampleChanged);
                return ListRowKind::Passed;
            }
            Example::None => {}
        }
        if self.is_title_or_sum(sheet, &own, row) {
            self.tell_row_unread(index, sheet, row);
            return ListRowKind::Passed;
        }
        ListRowKind::Data
    }

    /// Says that a row is passed over, since it is none of the list.
    pub(super) fn tell_row_unread(&mut self, index: usize, sheet: &TableSheet, row: u32) {
        let first = sheet.in_rows(row, row).first();
        let at = Location::Cell(CellPlace {
            order: index,
            row: Some(row),
            column: first.map(|cell| cell.column),
            sheet: sheet.name.clone(),
            heading: None,
        });
        let said = first
            .and_then(|cell| values::line(&cell.value).ok())
            .unwrap_or_default();
        self.remark_at("", at, Remark::RowUnread { said });
    }

    /// Whether a row belongs to what is signed below a list: it stands apart from the list, has nothing but days, offices and
    /// the like, or follows such a row with a name alone.
    fn is_signature(&self, sheet: &TableSheet, row: u32, is_signed: bool) -> bool {
        let own = sheet.in_rows(row, row);
        let stands_apart = row > 0 && sheet.in_rows(row - 1, row - 1).is_empty();
        if !(is_signed || stands_apart) {
            return false;
        }
        if is_signed && own.len() <= 2 {
            return true;
        }
        own.iter().all(|cell| {
            let ReadValue::Text(text) = &cell.value else {
                return false;
            };
            let said = key(text);
            let is_day = ["ngay", "thang", "nam"]
                .iter()
                .all(|word| said.split(' ').any(|part| part == *word));
            is_day
                || self
                    .table
                    .closings
                    .iter()
                    .map(|closing| key(closing))
                    .any(|closing| said == closing || said.starts_with(&format!("{closing} ")))
        })
    }

    /// A title across the sheet, or a row of sums.
    fn is_title_or_sum(&self, sheet: &TableSheet, own: &[&TableCell], row: u32) -> bool {
        let Some(first) = own.first() else {
            return false;
        };
        let wide = sheet
            .merged_at(row, first.column)
            .is_some_and(|area| area.right - area.left >= 2);
        if wide && own.len() == 1 {
            return true;
        }
        let ReadValue::Text(text) = &first.value else {
            return false;
        };
        let said = key(text);
        self.table
            .totals
            .iter()
            .map(|total| key(total))
            .any(|total| {
                said == total
                    || (total.contains(' ') && said.starts_with(&format!("{total} ")))
                    || (said.starts_with(&format!("{total} ")) && text.contains(':'))
            })
    }

    /// Whether a row is one of the examples that the template shows.
    fn as_example(
        &self,
        spec: &SheetSpec,
        columns: &HeadingColumns,
        sheet: &TableSheet,
        row: u32,
    ) -> Example {
        let shown = |column: u32| {
            sheet
                .own(row, column)
                .and_then(|cell| values::line(&cell.value).ok())
                .map(|text| key(&text))
                .unwrap_or_default()
        };
        let mark = key(&self.table.words.example);
        let marked = sheet
            .in_rows(row, row)
            .iter()
            .find(|cell| shown(cell.column) == mark)
            .map(|cell| cell.column);
        let is_like = |example: &Vec<String>| {
            spec.columns.iter().zip(example).all(|(column, cell)| {
                let written = match columns.of.get(&column.field) {
                    Some((place, _)) if Some(*place) != marked => shown(*place),
                    Some(_) | None => String::new(),
                };
                let expected = key(cell);
                written == expected
                    // A telephone number loses its zero and its blanks on the way.
                    || (column.field == PlanField::Phone && digits(&written) == digits(&expected))
            })
        };
        if spec.examples.iter().any(is_like) {
            Example::Whole
        } else if let Some(column) = marked {
            Example::Changed(column)
        } else {
            Example::None
        }
    }
}

fn digits(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').to_owned()
}

enum ListRowKind {
    Data,
    Passed,
    Headings(HeadingColumns),
}

enum Example {
    Whole,
    /// It is marked as an example, and says something else; the mark stands in this column.
    Changed(u32),
    None,
}

/// Whether the first row under the headings only numbers the columns: `(1) (2) (3)`, `A B 1 2`.
fn is_numbering(own: &[&TableCell]) -> bool {
    let mut last: Option<u32> = None;
    let mut numbered = 0;
    for cell in own {
        match values::whole(&cell.value) {
            Ok(number) if last.is_none_or(|last| number == last + 1) && number < 100 => {
                last = Some(number);
                numbered += 1;
            }
            Ok(_) => return false,
            // Letters stand before the numbers.
            Err(_) if last.is_none() => {
                let is_letter = values::line(&cell.value)
                    .is_ok_and(|text| text.chars().filter(|c| c.is_alphabetic()).count() <= 1);
                if !is_letter {
                    return false;
                }
            }
            Err(_) => return false,
        }
    }
    numbered >= 2 && numbered + 2 >= own.len()
}
