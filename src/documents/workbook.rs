//! `bang-tong-hop.xlsx`: every item with the columns the regulations name and more, and sheets by class, by agency, of the
//! speaking times, the agenda and the due dates. Here grids become cells; what stands in them is `sheets`'.

mod sheets;

use chrono::NaiveDate;
use rust_xlsxwriter::{
    DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::prose::Prose;
use crate::documents::words::LayoutMessage;
use crate::documents::words::WorkbookMessage;
use crate::domain::record::Edition;
use crate::domain::text::visible;
use crate::domain::time::{Millis, Wall};

/// A sheet as data.
struct SheetGrid {
    name: String,
    columns: Vec<Column>,
    rows: Vec<Vec<CellValue>>,
    /// So many columns from the left stay in view.
    frozen: u16,
}

/// A column as it is laid out.
struct Column {
    title: String,
    /// In letters.
    width: u16,
    /// The others are for the screen. Those that are printed stand left.
    printed: bool,
}

/// One row of the table of columns: what it is called, how wide it is, whether it is printed, whether it stands in the
/// version for public notice, and what stands in it.
struct ColumnSpec<T> {
    title: String,
    width: u16,
    printed: bool,
    public: bool,
    value: fn(Prose<'_>, &T) -> CellValue,
}

impl<T> ColumnSpec<T> {
    /// A column that is printed and public, as most are.
    fn new(title: &impl ToString, width: u16, value: fn(Prose<'_>, &T) -> CellValue) -> Self {
        Self {
            title: title.to_string(),
            width,
            printed: true,
            public: true,
            value,
        }
    }

    fn on_screen(mut self) -> Self {
        self.printed = false;
        self
    }

    fn for_the_office(mut self) -> Self {
        self.public = false;
        self
    }
}

impl SheetGrid {
    /// The sheet of these rows under these columns; what is private is no column of the public version.
    fn of<T>(
        prose: Prose<'_>,
        name: &impl ToString,
        frozen: u16,
        mut specs: Vec<ColumnSpec<T>>,
        rows: &[T],
    ) -> Self {
        if let Edition::Public { .. } = prose.record.edition {
            specs.retain(|spec| spec.public);
        }
        Self {
            name: name.to_string(),
            frozen,
            rows: rows
                .iter()
                .map(|row| specs.iter().map(|spec| (spec.value)(prose, row)).collect())
                .collect(),
            columns: specs
                .into_iter()
                .map(|spec| Column {
                    title: spec.title,
                    width: spec.width,
                    printed: spec.printed,
                })
                .collect(),
        }
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
enum CellValue {
    Nothing,
    Text(String),
    Number(u32),
    /// Whole minutes, with a sign.
    Minutes(i32),
    At(Wall),
    On(NaiveDate),
    Length(Millis),
}

/// The first row of a grid: above it stand what the table is and of which session.
const HEAD: u32 = 3;

const FONT: &str = "Times New Roman";

pub(super) fn bytes(prose: Prose<'_>) -> Result<Vec<u8>, XlsxError> {
    let words = &prose.words.workbook;
    let record = prose.record;
    let mut book = Workbook::new();
    let mut properties = DocProperties::new()
        .set_title(words[WorkbookMessage::Title].render(&[("title", &record.title)]));
    // The time of the session: without one the library would write that of the export. A session that has not begun has
    // the time it is planned for.
    let made = record
        .ended
        .or(record.began)
        .map_or_else(|| record.planned_begin.and_utc(), |at| at.to_utc());
    properties = properties.set_creation_datetime(&made);
    book.set_properties(&properties);
    let formats = Formats::new();
    for grid in sheets::all(prose) {
        let sheet = book.add_worksheet();
        lay_out(prose, sheet, &grid, &formats)?;
    }
    book.save_to_buffer().map(super::zip_origin::as_on_unix)
}

struct Formats {
    title: Format,
    subtitle: Format,
    head: Format,
    text: Format,
    centre: Format,
    minutes: Format,
    time: Format,
    date: Format,
    length: Format,
}

impl Formats {
    fn new() -> Self {
        let plain = Format::new().set_font_name(FONT).set_font_size(11);
        let cell = plain
            .clone()
            .set_border(FormatBorder::Thin)
            .set_align(FormatAlign::Top);
        let centre = cell.clone().set_align(FormatAlign::Center);
        Self {
            title: plain.clone().set_bold().set_font_size(14).set_text_wrap(),
            subtitle: plain
                .set_italic()
                .set_text_wrap()
                .set_align(FormatAlign::Top),
            head: centre
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(rust_xlsxwriter::Color::RGB(0x00E7_E6E6)),
            text: cell.set_text_wrap(),
            minutes: centre.clone().set_num_format("+0;-0;0"),
            time: centre.clone().set_num_format("hh:mm:ss"),
            date: centre.clone().set_num_format("dd/mm/yyyy"),
            length: centre.clone().set_num_format("[h]:mm:ss"),
            centre,
        }
    }
}

fn lay_out(
    prose: Prose<'_>,
    sheet: &mut Worksheet,
    grid: &SheetGrid,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let words = &prose.words.workbook;
    let record = prose.record;
    sheet.set_name(&grid.name)?;
    let title = words[WorkbookMessage::Title].render(&[("title", &record.title)]);
    across(sheet, grid, 0, &title, &formats.title)?;
    let held = words[WorkbookMessage::Held].render(&[
        ("date", &prose.held_on()),
        ("place", &record.place),
        ("regulation", &prose.regulation()),
    ]);
    across(sheet, grid, 1, &held, &formats.subtitle)?;
    let mark = mark(prose);
    across(sheet, grid, 2, &mark, &formats.subtitle)?;
    for (column, given) in (0_u16..).zip(&grid.columns) {
        sheet.set_column_width(column, given.width)?;
        sheet.write_string_with_format(HEAD, column, &given.title, &formats.head)?;
    }
    sheet.set_row_height(HEAD, 34)?;
    let mut last = HEAD;
    for (row, values) in (HEAD + 1..).zip(&grid.rows) {
        last = row;
        sheet.set_row_height(row, height(&grid.columns, values))?;
        for (column, value) in (0_u16..).zip(values) {
            put(sheet, row, column, value, formats)?;
        }
    }
    let columns = u16::try_from(grid.columns.len()).unwrap_or(u16::MAX);
    sheet.autofilter(HEAD, 0, last, columns.saturating_sub(1))?;
    sheet.set_freeze_panes(HEAD + 1, grid.frozen)?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    let printed = grid.columns.iter().filter(|column| column.printed).count();
    let printed = u16::try_from(printed).unwrap_or(columns);
    sheet.set_print_area(0, 0, last, printed.saturating_sub(1))?;
    sheet.set_paper_size(9);
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    // In inches: about 15 mm all round, 10 for header and footer.
    sheet.set_margins(0.6, 0.6, 0.7, 0.7, 0.4, 0.4);
    sheet.set_header(format!("&R&\"{FONT},Bold\"{}", mark.replace('&', "&&")));
    sheet.set_footer(format!(
        "&C&\"{FONT},Regular\"{}",
        words[WorkbookMessage::Page]
    ));
    Ok(())
}

/// A line over everything that is printed, as high as it needs to be; beside the printed columns it would be cut off.
fn across(
    sheet: &mut Worksheet,
    grid: &SheetGrid,
    row: u32,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let printed = || grid.columns.iter().filter(|column| column.printed);
    let width: usize = printed().map(|column| usize::from(column.width)).sum();
    let lines = crate::domain::text::wrap(text, width.max(20)).len();
    sheet.set_row_height(row, u16::try_from(lines * 18 + 2).unwrap_or(u16::MAX))?;
    match u16::try_from(printed().count()) {
        Ok(columns @ 2..) => sheet.merge_range(row, 0, row, columns - 1, text, format)?,
        Ok(_) | Err(_) => sheet.write_string_with_format(row, 0, text, format)?,
    };
    Ok(())
}

/// How high a row has to be for the longest text that is printed, in points. Spreadsheets do not all find out by
/// themselves.
fn height(columns: &[Column], values: &[CellValue]) -> u16 {
    const LINE: usize = 15;
    /// The highest that a row can be.
    const HIGHEST: usize = 409;
    let lines = columns
        .iter()
        .zip(values)
        .filter(|(column, _)| column.printed)
        .map(|(column, value)| match value {
            // A column is measured in the digits of a wider typeface, so more letters fit than it is wide.
            CellValue::Text(text) => {
                crate::domain::text::wrap(text, usize::from(column.width) * 13 / 10).len()
            }

            CellValue::Nothing
            | CellValue::Number(_)
            | CellValue::Minutes(_)
            | CellValue::At(_)
            | CellValue::On(_)
            | CellValue::Length(_) => 1,
        })
        .max()
        .unwrap_or(1);
    u16::try_from((lines * LINE + 2).min(HIGHEST)).unwrap_or(u16::MAX)
}

/// What every page says of itself: that it is a draft, that it is fictional.
fn mark(prose: Prose<'_>) -> String {
    let layout = &prose.words.layout;
    let mut marks: Vec<&str> = Vec::new();
    if !prose.record.closed {
        marks.push(layout[LayoutMessage::Draft].as_str());
    }
    if prose.record.fictional {
        marks.push(layout[LayoutMessage::Fictional].as_str());
    }
    marks.join(" ")
}

fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    value: &CellValue,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match value {
        CellValue::Nothing => sheet.write_blank(row, column, &formats.text),
        // Always as text: what a citizen wrote is never a formula.
        CellValue::Text(text) => {
            sheet.write_string_with_format(row, column, cell_text(text), &formats.text)
        }
        CellValue::Number(number) => {
            sheet.write_number_with_format(row, column, *number, &formats.centre)
        }
        CellValue::Minutes(minutes) => {
            sheet.write_number_with_format(row, column, *minutes, &formats.minutes)
        }
        CellValue::At(at) => {
            sheet.write_datetime_with_format(row, column, at.naive_local(), &formats.time)
        }
        CellValue::On(date) => sheet.write_datetime_with_format(row, column, date, &formats.date),
        CellValue::Length(length) => {
            let seconds = u32::try_from(length.seconds()).unwrap_or(u32::MAX);
            let days = f64::from(seconds) / 86_400.0;
            sheet.write_number_with_format(row, column, days, &formats.length)
        }
    }?;
    Ok(())
}

/// A text as a cell can hold it: signs that steer instead of standing in it are shown, and what is longer than 32 767 letters
/// stands in the minutes.
pub(super) fn cell_text(text: &str) -> String {
    visible(text).chars().take(32_000).collect()
}
