//! A copy of the office's own workbook with what was found in it: the cells coloured, the sentences as notes, and a list of
//! all of them on a sheet of its own, which is never read as part of a plan. Knows the sentences, and nothing of what is
//! right or wrong.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    Color, DocProperties, Format, FormatAlign, FormatBorder, Note, Workbook, Worksheet, XlsxError,
};

use super::diagnostic::{Findings, Location};
use super::table::{self, ReadValue};
use super::workbook::columns::PlanTable;
use super::{words, workbook::values};
use crate::documents::workbook::cell_text;
use crate::domain::i18n::Lang;

const FONT: &str = "Times New Roman";
const FAULT: Color = Color::RGB(0x00FF_C7CE);
const WARNING: Color = Color::RGB(0x00FF_EB9C);

/// What is said of one cell.
#[derive(Default)]
struct CellRemarks {
    is_fault: bool,
    sentences: Vec<String>,
}

/// The bytes of the copy. `workbook` is as it was read; a plan that came from a text has none, and only the list is made.
///
/// # Errors
/// When the writing library refuses something.
pub fn bytes(
    workbook: Option<&table::Workbook>,
    findings: &Findings,
    lang: Lang,
) -> Result<Vec<u8>, XlsxError> {
    let table = PlanTable::shipped();
    let mut book = Workbook::new();
    let made = chrono::NaiveDate::from_ymd_opt(2026, 1, 1)
        .unwrap_or_default()
        .and_time(chrono::NaiveTime::MIN)
        .and_utc();
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    list(book.add_worksheet(), &table, findings, lang)?;
    let said = by_cell(findings, lang);
    for (order, sheet) in workbook
        .iter()
        .flat_map(|workbook| workbook.sheets.iter().enumerate())
    {
        // The list of an earlier report would only be in the way.
        if table.is_own_list(sheet) && !sheet.hidden {
            continue;
        }
        copy(book.add_worksheet(), order, sheet, &said)?;
    }
    book.save_to_buffer()
}

fn by_cell(findings: &Findings, lang: Lang) -> BTreeMap<(usize, u32, u32), CellRemarks> {
    let mut cells: BTreeMap<(usize, u32, u32), CellRemarks> = BTreeMap::new();
    let mut add = |at: Option<&Location>, is_fault: bool, sentence: String| {
        if let Some(Location::Cell(place)) = at
            && let Some(row) = place.row
        {
            let said = cells
                .entry((place.order, row, place.column.unwrap_or(0)))
                .or_default();
            said.is_fault |= is_fault;
            said.sentences.push(sentence);
        }
    };
    for fault in &findings.faults {
        add(fault.at.as_ref(), true, words::bare_fault(fault, lang));
    }
    for warning in &findings.warnings {
        add(
            warning.at.as_ref(),
            false,
            words::bare_warning(warning, lang),
        );
    }
    cells
}

fn list(
    sheet: &mut Worksheet,
    table: &PlanTable,
    findings: &Findings,
    lang: Lang,
) -> Result<(), XlsxError> {
    let says = &table.words;
    let plain = Format::new()
        .set_font_name(FONT)
        .set_font_size(12)
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::Top)
        .set_text_wrap();
    let head = plain.clone().set_bold();
    sheet.set_name(&says.report)?;
    for (column, (title, width)) in
        (0_u16..).zip([(&says.report_kind, 14), (&says.report_text, 110)])
    {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, title, &head)?;
    }
    let faults = findings
        .faults
        .iter()
        .map(|fault| (&says.report_fault, FAULT, words::fault(fault, lang)));
    let warnings = findings
        .warnings
        .iter()
        .map(|warning| (&says.report_warning, WARNING, words::warning(warning, lang)));
    for (row, (kind, colour, sentence)) in (1_u32..).zip(faults.chain(warnings)) {
        let format = plain.clone().set_background_color(colour);
        sheet.write_string_with_format(row, 0, kind, &format)?;
        sheet.write_string_with_format(row, 1, &sentence, &plain)?;
    }
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn copy(
    to: &mut Worksheet,
    order: usize,
    sheet: &table::TableSheet,
    said: &BTreeMap<(usize, u32, u32), CellRemarks>,
) -> Result<(), XlsxError> {
    // A name that a spreadsheet could not have comes from a file of text.
    if to.set_name(&sheet.name).is_err() {
        let number = order + 1;
        to.set_name(format!("Sheet{number}"))?;
    }
    to.set_hidden(sheet.hidden);
    let mut widths: BTreeMap<u16, usize> = BTreeMap::new();
    for cell in sheet.cells() {
        let Ok(column) = u16::try_from(cell.column) else {
            continue;
        };
        let text = values::text(&cell.value).unwrap_or_default();
        let widest = text
            .lines()
            .map(crate::domain::text::width)
            .max()
            .unwrap_or(0);
        let width = widths.entry(column).or_default();
        *width = (*width).max(widest.clamp(6, 60));
        let format = format(&cell.value, said.get(&(order, cell.row, cell.column)));
        put(to, cell, column, &text, &format)?;
    }
    to.set_landscape();
    to.set_paper_size(9);
    to.set_print_fit_to_pages(1, 0);
    for (column, width) in widths {
        to.set_column_width(column, u16::try_from(width + 2).unwrap_or(60))?;
    }
    for ((of, row, column), said) in said {
        let Ok(column) = u16::try_from(*column) else {
            continue;
        };
        if *of != order {
            continue;
        }
        if sheet.own(*row, u32::from(column)).is_none() {
            to.write_blank(*row, column, &format(&ReadValue::Truth(true), Some(said)))?;
        }
        let text = said.sentences.join("\n");
        let note = Note::new(text.chars().take(1000).collect::<String>())
            .add_author_prefix(false)
            .set_width(300)
            .set_height(110);
        to.insert_note(*row, column, &note)?;
    }
    Ok(())
}

fn format(value: &ReadValue, said: Option<&CellRemarks>) -> Format {
    let format = Format::new()
        .set_font_name(FONT)
        .set_font_size(12)
        .set_align(FormatAlign::Top)
        .set_text_wrap();
    let format = match value {
        ReadValue::Date(_) => format.set_num_format("dd/mm/yyyy hh:mm"),
        ReadValue::Time(_) => format.set_num_format("hh:mm"),
        ReadValue::Text(_)
        | ReadValue::Number(_)
        | ReadValue::Truth(_)
        | ReadValue::Error(_)
        | ReadValue::Uncomputed => format,
    };
    match said {
        Some(said) if said.is_fault => format.set_background_color(FAULT),
        Some(_) => format.set_background_color(WARNING),
        None => format,
    }
}

fn put(
    to: &mut Worksheet,
    cell: &table::TableCell,
    column: u16,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    match &cell.value {
        ReadValue::Number(number) | ReadValue::Time(number) => {
            to.write_number_with_format(cell.row, column, *number, format)?;
        }
        ReadValue::Date(at) => {
            to.write_datetime_with_format(cell.row, column, at, format)?;
        }
        ReadValue::Truth(truth) => {
            to.write_boolean_with_format(cell.row, column, *truth, format)?;
        }
        ReadValue::Error(found) => {
            to.write_string_with_format(cell.row, column, &**found, format)?;
        }
        ReadValue::Text(_) | ReadValue::Uncomputed => {
            to.write_string_with_format(cell.row, column, cell_text(text), format)?;
        }
    }
    Ok(())
}
