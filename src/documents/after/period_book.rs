//! The workbook behind a periodic report: tables of figures that are formulas over two sheets of raw rows, and two charts.

use crate::documents::words::AfterMessage;
use crate::documents::workbook::cell_text;
use rust_xlsxwriter::{
    Chart, ChartType, DocProperties, Format, FormatAlign, FormatBorder, Formula, Workbook,
    Worksheet, XlsxError,
};

use super::period_rows::RawCell;
use super::period_sheets::CountTable;
use super::period_telling::PeriodTelling;

const FONT: &str = "Times New Roman";
/// The row of the heads of a table.
const HEAD: u32 = 3;

pub(super) fn bytes(telling: &PeriodTelling<'_>) -> Result<Vec<u8>, XlsxError> {
    let words = telling.words();
    let title = words[AfterMessage::BookTitle].render(&[("period", &telling.period_name())]);
    let mut book = Workbook::new();
    // The day of the report: without one the library would write the present time.
    let made = telling.today.and_hms_opt(0, 0, 0).unwrap_or_default();
    let properties = DocProperties::new()
        .set_title(&title)
        .set_creation_datetime(&made.and_utc());
    book.set_properties(&properties);
    let formats = BookFormats::new();
    let summary = telling.summary();
    let tables = telling.tables();
    for table in std::iter::once(&summary).chain(&tables) {
        let sheet = book.add_worksheet();
        table_sheet(telling, sheet, &title, table, &formats)?;
        if table.name == summary.name {
            charts(telling, sheet, &summary, tables.first())?;
        }
    }
    frequency(telling, book.add_worksheet(), &title, &formats)?;
    let (heads, rows) = telling.session_rows();
    raw_sheet(
        book.add_worksheet(),
        words[AfterMessage::SheetSessions].as_str(),
        &heads,
        &rows,
        &formats,
    )?;
    let (heads, rows) = telling.item_rows();
    raw_sheet(
        book.add_worksheet(),
        words[AfterMessage::SheetItems].as_str(),
        &heads,
        &rows,
        &formats,
    )?;
    book.save_to_buffer()
}

struct BookFormats {
    title: Format,
    note: Format,
    head: Format,
    label: Format,
    number: Format,
    day: Format,
}

impl BookFormats {
    fn new() -> Self {
        let plain = Format::new().set_font_name(FONT).set_font_size(11);
        let cell = plain.clone().set_border(FormatBorder::Thin);
        Self {
            title: plain.clone().set_bold().set_font_size(14),
            note: plain.set_italic(),
            head: cell
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(rust_xlsxwriter::Color::RGB(0x00E7_E6E6)),
            label: cell.clone().set_text_wrap().set_align(FormatAlign::Top),
            // Beside a text of several lines a number stands with the first of them.
            number: cell
                .clone()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::Top),
            day: cell
                .set_num_format("dd/mm/yyyy")
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::Top),
        }
    }
}

fn headed(
    telling: &PeriodTelling<'_>,
    sheet: &mut Worksheet,
    name: &str,
    title: &str,
    formats: &BookFormats,
) -> Result<(), XlsxError> {
    let words = telling.words();
    sheet.set_name(name)?;
    sheet.write_string_with_format(0, 0, title, &formats.title)?;
    let note = words[AfterMessage::BookAsOf].render(&[
        ("today", &super::After::short(telling.today)),
        ("sessions", &words[AfterMessage::SheetSessions]),
        ("items", &words[AfterMessage::SheetItems]),
    ]);
    sheet.write_string_with_format(1, 0, note, &formats.note)?;
    sheet.set_paper_size(9);
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

fn table_sheet(
    telling: &PeriodTelling<'_>,
    sheet: &mut Worksheet,
    title: &str,
    table: &CountTable,
    formats: &BookFormats,
) -> Result<(), XlsxError> {
    headed(telling, sheet, &table.name, title, formats)?;
    for (column, head) in (0_u16..).zip(&table.heads) {
        sheet.set_column_width(column, if column == 0 { 44 } else { 12 })?;
        sheet.write_string_with_format(HEAD, column, head, &formats.head)?;
    }
    sheet.set_row_height(HEAD, 34)?;
    for (row, (label, cells)) in (HEAD + 1..).zip(&table.rows) {
        sheet.write_string_with_format(row, 0, cell_text(label), &formats.label)?;
        for (column, cell) in (1_u16..).zip(cells) {
            let formula = Formula::new(&cell.formula).set_result(cell.value.to_string());
            sheet.write_formula_with_format(row, column, formula, &formats.number)?;
        }
    }
    sheet.set_freeze_panes(HEAD + 1, 1)?;
    Ok(())
}

/// How often each chair held a dialogue, beside what the regulation says.
fn frequency(
    telling: &PeriodTelling<'_>,
    sheet: &mut Worksheet,
    title: &str,
    formats: &BookFormats,
) -> Result<(), XlsxError> {
    let words = telling.words();
    headed(
        telling,
        sheet,
        words[AfterMessage::SheetFrequency].as_str(),
        title,
        formats,
    )?;
    let heads = [
        (&words[AfterMessage::ColBody], 36),
        (&words[AfterMessage::ColChair], 26),
        (&words[AfterMessage::ColOffice], 30),
        (&words[AfterMessage::ColSessions], 12),
        (&words[AfterMessage::ColAtLeast], 14),
        (&words[AfterMessage::ColWanted], 60),
    ];
    for (column, (head, width)) in (0_u16..).zip(heads) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(HEAD, column, head.as_str(), &formats.head)?;
    }
    sheet.set_row_height(HEAD, 34)?;
    let last = telling.figures.sessions.len() + 1;
    for (row, one) in (HEAD + 1..).zip(&telling.figures.frequency) {
        sheet.write_string_with_format(row, 0, cell_text(&one.body), &formats.label)?;
        sheet.write_string_with_format(row, 1, cell_text(&one.chair), &formats.label)?;
        sheet.write_string_with_format(row, 2, cell_text(&one.office), &formats.label)?;
        let name = &words[AfterMessage::SheetSessions];
        let at = row + 1;
        let counted = format!(
            "SUMPRODUCT(1*('{name}'!$B$2:$B${last}=\"{}\")*('{name}'!$C$2:$C${last}=$A{at})*\
             ('{name}'!$E$2:$E${last}=$B{at})*('{name}'!$F$2:$F${last}=$C{at}))",
            words[AfterMessage::This]
        );
        let counted = if last == 1 { "0".to_owned() } else { counted };
        let formula = Formula::new(counted).set_result(one.sessions.to_string());
        sheet.write_formula_with_format(row, 3, formula, &formats.number)?;
        match one.at_least {
            Some(count) => sheet.write_number_with_format(row, 4, count, &formats.number)?,
            None => sheet.write_blank(row, 4, &formats.number)?,
        };
        let wanted: Vec<&str> = one.wanted.iter().map(|text| text.vi.as_str()).collect();
        let wanted = wanted.join("\n");
        sheet.set_row_height(row, height(&wanted))?;
        sheet.write_string_with_format(row, 5, wanted, &formats.label)?;
    }
    sheet.set_freeze_panes(HEAD + 1, 1)?;
    Ok(())
}

fn raw_sheet(
    sheet: &mut Worksheet,
    name: &str,
    heads: &[String],
    rows: &[Vec<RawCell>],
    formats: &BookFormats,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    for (column, head) in (0_u16..).zip(heads) {
        sheet.set_column_width(column, raw_width(head, rows, usize::from(column)))?;
        sheet.write_string_with_format(0, column, head, &formats.head)?;
    }
    sheet.set_row_height(0, 34)?;
    for (row, cells) in (1_u32..).zip(rows) {
        let words = cells.iter().filter_map(|cell| match cell {
            RawCell::Words(words) => Some(height(words)),
            RawCell::Count(_) | RawCell::Day(_) | RawCell::Nothing => None,
        });
        sheet.set_row_height(row, words.max().unwrap_or(LINE))?;
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                RawCell::Nothing => {
                    sheet.write_blank(row, column, &formats.label)?;
                }
                // Always as text: what a citizen said is never a formula.
                RawCell::Words(words) => {
                    let words = cell_text(words);
                    sheet.write_string_with_format(row, column, words, &formats.label)?;
                }
                RawCell::Count(count) => {
                    let count = i32::try_from(*count).unwrap_or(i32::MAX);
                    sheet.write_number_with_format(row, column, count, &formats.number)?;
                }
                RawCell::Day(day) => {
                    sheet.write_datetime_with_format(row, column, day, &formats.day)?;
                }
            }
        }
    }
    let last = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let columns = u16::try_from(heads.len()).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last, columns.saturating_sub(1))?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_paper_size(9);
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

/// The height of one line, in points.
const LINE: u16 = 16;

/// The widest that a column of text becomes.
const MOST: usize = 42;

/// How high a row has to be for a text that goes on below, in points. Spreadsheets do not all find out by themselves.
fn height(words: &str) -> u16 {
    // A column is measured in the digits of a wider typeface.
    let lines = words
        .split('\n')
        .map(|line| crate::domain::text::wrap(line, MOST * 6 / 5).len());
    u16::try_from(lines.sum::<usize>().clamp(1, 25)).map_or(LINE, |lines| lines * LINE)
}

/// As wide as the longest of its words, within bounds; a longer text goes on below.
fn raw_width(head: &str, rows: &[Vec<RawCell>], column: usize) -> f64 {
    const LEAST: usize = 9;
    let letters = |cell: &RawCell| match cell {
        RawCell::Words(words) => words.chars().count(),
        RawCell::Day(_) => 10,
        RawCell::Count(_) | RawCell::Nothing => 0,
    };
    let longest = rows
        .iter()
        .filter_map(|cells| cells.get(column))
        .map(letters);
    let longest = longest.max().unwrap_or(0);
    // A head may stand in two lines.
    let wanted = longest.max(head.chars().count().div_ceil(2)) + 2;
    u32::try_from(wanted.clamp(LEAST, MOST)).map_or(16.0, f64::from)
}

/// Items by field and class; answers on time and late, this period against the one before.
fn charts(
    telling: &PeriodTelling<'_>,
    sheet: &mut Worksheet,
    summary: &CountTable,
    fields: Option<&CountTable>,
) -> Result<(), XlsxError> {
    let words = telling.words();
    if let Some(fields) = fields.filter(|fields| !fields.rows.is_empty()) {
        let last = HEAD + u32::try_from(fields.rows.len()).unwrap_or(u32::MAX - HEAD);
        let name = fields.name.as_str();
        let mut chart = Chart::new(ChartType::BarStacked);
        // Answered now, later, upward: the columns after the count of items.
        for column in [2_u16, 3, 4] {
            chart
                .add_series()
                .set_name((name, HEAD, column))
                .set_categories((name, HEAD + 1, 0, last, 0))
                .set_values((name, HEAD + 1, column, last, column));
        }
        chart
            .title()
            .set_name(words[AfterMessage::ChartFields].as_str());
        chart.set_width(640).set_height(360);
        sheet.insert_chart(HEAD, 4, &chart)?;
    }
    let place = |label: &str| {
        let at = summary.rows.iter().position(|(known, _)| known == label);
        at.and_then(|at| u32::try_from(at).ok())
            .map(|at| HEAD + 1 + at)
    };
    if let (Some(first), Some(last)) = (
        place(words[AfterMessage::ColOnTime].as_str()),
        place(words[AfterMessage::ColSuperior].as_str()),
    ) {
        let name = summary.name.as_str();
        let mut chart = Chart::new(ChartType::Column);
        for column in [1_u16, 2] {
            chart
                .add_series()
                .set_name((name, HEAD, column))
                .set_categories((name, first, 0, last, 0))
                .set_values((name, first, column, last, column));
        }
        chart
            .title()
            .set_name(words[AfterMessage::ChartStates].as_str());
        chart.set_width(640).set_height(320);
        sheet.insert_chart(HEAD + 20, 4, &chart)?;
    }
    Ok(())
}
