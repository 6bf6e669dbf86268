//! The workbook that a clerk fills in, blank or written from a plan. Headings, comments and examples come from the one
//! table of columns, so what is written here is what `workbook` reads. The same input gives the same
//! bytes. Knows no file and no session.

mod filled;
mod lists;
mod office;
mod sheets;

use chrono::NaiveDate;
use rust_xlsxwriter::{
    Color, DocProperties, Format, FormatAlign, FormatBorder, Workbook, XlsxError,
};

use super::workbook::columns::{MARK, PlanField, PlanTable, SheetKind, SheetSpec, VERSION};
use crate::domain::regulation::Regulation;
use crate::domain::session::plan::Plan;

pub use office::OfficeNames;

/// What a template is written for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Everything that can be chosen.
    pub regulations: &'a [Regulation],
    /// The one whose kinds, forms and steps are offered.
    pub regulation: Option<&'a Regulation>,
    /// What is filled in already.
    pub plan: Option<&'a Plan>,
    /// What the office set for every session; it stands where no plan is.
    pub office: OfficeNames<'a>,
}

/// One cell of a list.
#[derive(Debug, Clone, PartialEq)]
enum Filled {
    Nothing,
    Text(String),
    Number(f64),
    Day(NaiveDate),
    Time(chrono::NaiveTime),
}

impl Filled {
    fn text(text: &str) -> Self {
        if text.is_empty() {
            Self::Nothing
        } else {
            Self::Text(text.to_owned())
        }
    }

    /// As somebody would type it.
    fn typed(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => super::workbook::values::plain(*number),
            Self::Day(day) => crate::domain::format::date(*day),
            Self::Time(time) => time.format("%H:%M").to_string(),
        }
    }

    fn optional(text: Option<&String>) -> Self {
        text.map_or(Self::Nothing, |text| Self::text(text))
    }
}

const FONT: &str = "Times New Roman";

/// The row of the headings, from 0; above it the title and what the sheet is for.
const HEAD: u32 = 2;

/// The first row of data, from 0.
const FIRST_ROW: u32 = HEAD + 1;

/// So many rows are prepared for being filled in: formats and lists of choices.
const ROWS: u32 = 600;

/// The bytes of the workbook.
///
/// # Errors
/// When the writing library refuses something, which a test of every plan rules out.
pub fn bytes(wanted: &Wanted<'_>) -> Result<Vec<u8>, XlsxError> {
    let table = PlanTable::shipped();
    let mut book = Workbook::new();
    let made = NaiveDate::from_ymd_opt(2026, 1, 1)
        .unwrap_or_default()
        .and_time(chrono::NaiveTime::MIN)
        .and_utc();
    let properties = DocProperties::new()
        .set_title(wanted.plan.map_or("", |plan| &plan.title))
        .set_keywords(format!("{MARK}{VERSION}"))
        .set_creation_datetime(&made);
    book.set_properties(&properties);
    let choices = lists::Choices::of(wanted, &table);
    let formats = TemplateFormats::new();
    let writing = sheets::Writing {
        table: &table,
        wanted: *wanted,
        choices: &choices,
        formats: &formats,
    };
    for spec in &table.sheets {
        let sheet = book.add_worksheet();
        match spec.kind {
            SheetKind::Session => writing.session(sheet, spec)?,
            SheetKind::Agenda
            | SheetKind::Agencies
            | SheetKind::Delegates
            | SheetKind::Speakers
            | SheetKind::Opinions => writing.list(sheet, spec)?,
        }
    }
    choices.write(book.add_worksheet(), &table)?;
    book.save_to_buffer()
}

/// What a cell of a page offers, and whether something else may be written, too.
pub(super) fn page_choices(
    wanted: &Wanted<'_>,
    table: &PlanTable,
    field: PlanField,
) -> (Vec<String>, bool) {
    lists::Choices::of(wanted, table).names(field)
}

/// What is filled in on a page: one row of lines, or the rows of a list.
pub(super) fn page_rows(
    wanted: &Wanted<'_>,
    table: &PlanTable,
    spec: &SheetSpec,
) -> Vec<Vec<String>> {
    if spec.kind == SheetKind::Session {
        let lines = filled::session(wanted, table);
        let row = spec.columns.iter().map(|column| {
            lines
                .get(&column.field)
                .map(Filled::typed)
                .unwrap_or_default()
        });
        return vec![row.collect()];
    }
    filled::rows(spec.kind, wanted)
        .iter()
        .map(|row| row.iter().map(Filled::typed).collect())
        .collect()
}

struct TemplateFormats {
    title: Format,
    about: Format,
    head: Format,
    needed: Format,
    label: Format,
    needed_label: Format,
    text: Format,
    as_text: Format,
    /// For a whole column, where nothing may be drawn.
    text_column: Format,
    number: Format,
    day: Format,
    time: Format,
    explanation: Format,
    example: Format,
}

impl TemplateFormats {
    fn new() -> Self {
        let plain = Format::new().set_font_name(FONT).set_font_size(12);
        let cell = plain
            .clone()
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0x00BF_BFBF))
            .set_align(FormatAlign::Top)
            .set_text_wrap();
        let head = cell
            .clone()
            .set_bold()
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
            .set_background_color(Color::RGB(0x00DD_E8F0));
        Self {
            title: plain.clone().set_bold().set_font_size(14),
            about: plain.clone().set_italic(),
            // What is needed is told by sign and by colour.
            needed: head.clone().set_background_color(Color::RGB(0x00FF_E699)),
            label: cell.clone().set_bold(),
            needed_label: cell
                .clone()
                .set_bold()
                .set_background_color(Color::RGB(0x00FF_E699)),
            as_text: cell.clone().set_num_format("@"),
            text_column: plain.clone().set_num_format("@"),
            number: cell.clone().set_align(FormatAlign::Center),
            day: cell
                .clone()
                .set_num_format("dd/mm/yyyy")
                .set_align(FormatAlign::Left),
            time: cell
                .clone()
                .set_num_format("hh:mm")
                .set_align(FormatAlign::Left),
            explanation: cell
                .clone()
                .set_italic()
                .set_font_color(Color::RGB(0x0059_5959)),
            example: cell
                .clone()
                .set_italic()
                .set_font_color(Color::RGB(0x007F_7F7F))
                .set_background_color(Color::RGB(0x00F2_F2F2)),
            head,
            text: cell,
        }
    }
}
