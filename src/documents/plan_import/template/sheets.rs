//! How the sheets of a template are laid out: titles, headings with their comments, lists of choices, formats, printing.
//! Knows nothing of what a plan holds; the cells come from `filled`.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a match is about a few of the many fields"
)]

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, Format, Note, Worksheet, XlsxError,
};

use super::filled;
use super::lists::Choices;
use super::{FIRST_ROW, Filled, HEAD, ROWS, TemplateFormats, Wanted};
use crate::documents::plan_import::workbook::columns::{
    InputColumn, PlanField, PlanTable, SheetKind, SheetSpec,
};
use crate::documents::workbook::cell_text;

/// So many empty rows are drawn below the examples.
const BLANK_LINES: u32 = 30;

pub(super) struct Writing<'a> {
    pub table: &'a PlanTable,
    pub wanted: Wanted<'a>,
    pub choices: &'a Choices,
    pub formats: &'a TemplateFormats,
}

impl Writing<'_> {
    pub(super) fn session(&self, sheet: &mut Worksheet, spec: &SheetSpec) -> Result<(), XlsxError> {
        let words = &self.table.words;
        let formats = self.formats;
        self.begin(sheet, spec)?;
        for (column, (title, width)) in (0_u16..).zip([
            (&words.item, 34),
            (&words.value, 60),
            (&words.explanation, 60),
        ]) {
            sheet.set_column_width(column, width)?;
            sheet.write_string_with_format(HEAD, column, title, &formats.head)?;
        }
        let values = filled::session(&self.wanted, self.table);
        let mut row = FIRST_ROW;
        for column in &spec.columns {
            let value = values
                .get(&column.field)
                .cloned()
                .unwrap_or(Filled::Nothing);
            if column.rare && value == Filled::Nothing {
                continue;
            }
            let label = self.label(column);
            let format = if column.needed {
                &formats.needed_label
            } else {
                &formats.label
            };
            sheet.write_string_with_format(row, 0, &label, format)?;
            let format = match column.field {
                PlanField::Day => &formats.day,
                PlanField::Time => &formats.time,
                _ => &formats.text,
            };
            self.put(sheet, (row, 1), &value, format)?;
            sheet.write_string_with_format(row, 2, &column.comment, &formats.explanation)?;
            self.offer(sheet, column, (row, row), 1)?;
            row += 1;
        }
        sheet.set_landscape();
        sheet.set_print_area(0, 0, row, 2)?;
        Ok(())
    }

    pub(super) fn list(&self, sheet: &mut Worksheet, spec: &SheetSpec) -> Result<(), XlsxError> {
        let formats = self.formats;
        self.begin(sheet, spec)?;
        let rows = filled::rows(spec.kind, &self.wanted);
        // A column that hardly anybody needs is only there when something stands in it.
        let is_used = |index: usize| {
            rows.iter()
                .any(|row| row.get(index).is_some_and(|cell| *cell != Filled::Nothing))
        };
        let columns: Vec<(usize, &InputColumn)> = spec
            .columns
            .iter()
            .enumerate()
            .filter(|(index, column)| !column.rare || is_used(*index))
            .collect();
        let has_number = matches!(spec.kind, SheetKind::Speakers | SheetKind::Opinions);
        // Where the first column is no number, one is put before it: it marks the examples.
        let first = u16::from(!has_number);
        if !has_number {
            sheet.set_column_width(0, 8)?;
            sheet.write_string_with_format(HEAD, 0, &self.table.words.order, &formats.head)?;
        }
        for (place, (_, column)) in (first..).zip(&columns) {
            sheet.set_column_width(place, column.width)?;
            let format = if column.needed {
                &formats.needed
            } else {
                &formats.head
            };
            sheet.write_string_with_format(HEAD, place, self.label(column), format)?;
            sheet.insert_note(HEAD, place, &note(&column.comment))?;
            if matches!(
                column.field,
                PlanField::Phone | PlanField::Address | PlanField::Village
            ) {
                sheet.set_column_format(place, &formats.text_column)?;
            }
            self.offer(sheet, column, (FIRST_ROW, ROWS), place)?;
        }
        let mut row = FIRST_ROW;
        if self.wanted.plan.is_none() {
            for example in &spec.examples {
                sheet.write_string_with_format(
                    row,
                    0,
                    &self.table.words.example,
                    &formats.example,
                )?;
                for (place, (index, _)) in (first..).zip(&columns) {
                    let text = example.get(*index).map_or("", String::as_str);
                    if place > 0 {
                        sheet.write_string_with_format(row, place, text, &formats.example)?;
                    }
                }
                row += 1;
            }
        }
        for (order, cells) in (1_u32..).zip(&rows) {
            if !has_number {
                sheet.write_number_with_format(row, 0, order, &formats.number)?;
            }
            for (place, (index, column)) in (first..).zip(&columns) {
                let format = match column.field {
                    PlanField::Phone | PlanField::Address | PlanField::Village => &formats.as_text,
                    PlanField::Number
                    | PlanField::OpinionNumber
                    | PlanField::OpinionRef
                    | PlanField::Minutes => &formats.number,
                    _ => &formats.text,
                };
                let cell = cells.get(*index).unwrap_or(&Filled::Nothing);
                self.put(sheet, (row, place), cell, format)?;
            }
            row += 1;
        }
        let last = u16::try_from(columns.len()).unwrap_or(1) + first - 1;
        // Lines to write on, where nothing is filled in yet.
        if rows.is_empty() {
            for _ in 0..BLANK_LINES {
                for place in 0..=last {
                    let format = match columns.get(usize::from(place - first.min(place))) {
                        Some((_, column))
                            if matches!(
                                column.field,
                                PlanField::Phone | PlanField::Address | PlanField::Village
                            ) =>
                        {
                            &formats.as_text
                        }
                        _ => &formats.text,
                    };
                    sheet.write_blank(row, place, format)?;
                }
                row += 1;
            }
            row -= 1;
        }
        sheet.set_print_area(0, 0, row.max(FIRST_ROW), last)?;
        sheet.set_landscape();
        Ok(())
    }

    fn begin(&self, sheet: &mut Worksheet, spec: &SheetSpec) -> Result<(), XlsxError> {
        sheet.set_name(&spec.name)?;
        sheet.write_string_with_format(0, 0, &spec.name, &self.formats.title)?;
        sheet.write_string_with_format(1, 0, &spec.about, &self.formats.about)?;
        sheet.set_freeze_panes(FIRST_ROW, 0)?;
        sheet.set_repeat_rows(HEAD, HEAD)?;
        sheet.set_paper_size(9);
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_row_height(HEAD, 34)?;
        Ok(())
    }

    fn label(&self, column: &InputColumn) -> String {
        let mark = if column.needed {
            self.table.words.needed.as_str()
        } else {
            ""
        };
        format!("{}{mark}", column.heading)
    }

    /// Offers a list of choices, where there is one.
    fn offer(
        &self,
        sheet: &mut Worksheet,
        column: &InputColumn,
        (from, to): (u32, u32),
        place: u16,
    ) -> Result<(), XlsxError> {
        let words = &self.table.words;
        let Some((formula, is_open)) = self.choices.formula(column.field, self.table) else {
            return Ok(());
        };
        let mut validation = DataValidation::new()
            .allow_list_formula(formula)
            .set_error_title(&words.error_title)?
            .set_error_message(&words.error_choice)?;
        if is_open {
            validation = validation.set_error_style(DataValidationErrorStyle::Warning);
        }
        sheet.add_data_validation(from, place, to, place, &validation)?;
        Ok(())
    }

    fn put(
        &self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        value: &Filled,
        format: &Format,
    ) -> Result<(), XlsxError> {
        match value {
            Filled::Nothing => sheet.write_blank(row, column, format)?,
            // Always as text: what a citizen wrote is never a formula.
            Filled::Text(text) => {
                sheet.write_string_with_format(row, column, cell_text(text), format)?
            }
            Filled::Number(number) => {
                sheet.write_number_with_format(row, column, *number, format)?
            }
            Filled::Day(day) => {
                sheet.write_datetime_with_format(row, column, day, &self.formats.day)?
            }
            Filled::Time(time) => {
                sheet.write_datetime_with_format(row, column, time, &self.formats.time)?
            }
        };
        Ok(())
    }
}

fn note(text: &str) -> Note {
    Note::new(text)
        .add_author_prefix(false)
        .set_width(220)
        .set_height(80)
}
