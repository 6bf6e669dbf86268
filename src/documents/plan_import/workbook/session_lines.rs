//! Finds the labels of the first sheet and what each labels: one matter a line, one a column, or behind a colon. Knows
//! nothing of what they mean.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a match is about a few of the many fields"
)]

use std::collections::BTreeMap;

use super::columns::{CellWords, PlanField, SheetSpec};
use super::headings::{self, HeadingFit};
use super::names::key;
use super::values;
use super::{At, WorkbookReading};
use crate::documents::plan_import::problem::Remark;
use crate::documents::plan_import::table::{ReadValue, TableCell, TableSheet};

/// Lines of which there may be several.
const MANY: &[PlanField] = &[
    PlanField::Contents,
    PlanField::HigherLevels,
    PlanField::Done,
    PlanField::Laws,
];

/// The cells that hold what each line says; the label's own place where nothing was filled in.
#[derive(Default)]
pub(super) struct SessionLines<'s> {
    pub values: BTreeMap<PlanField, Vec<(&'s TableCell, At<'s>)>>,
    /// A label whose value stands behind a colon in the same cell.
    pub inline: BTreeMap<PlanField, (String, At<'s>)>,
    pub labels: BTreeMap<PlanField, At<'s>>,
}

/// The row that says which column holds labels and which values.
struct Header {
    row: u32,
    labels: u32,
    values: u32,
}

fn header(sheet: &TableSheet, words: &CellWords) -> Option<Header> {
    let is = |cell: &TableCell, word: &str| matches!(&cell.value, ReadValue::Text(text) if key(text) == key(word));
    sheet
        .rows()
        .take_while(|row| {
            row.first()
                .is_some_and(|cell| cell.row < headings::ROWS_SEARCHED)
        })
        .find_map(|row| {
            let labels = row.iter().find(|cell| is(cell, &words.item))?;
            let values = row.iter().find(|cell| is(cell, &words.value))?;
            Some(Header {
                row: labels.row,
                labels: labels.column,
                values: values.column,
            })
        })
}

/// Whether the labels stand side by side in one row, with the values below.
fn lies_across<T>(sheet: &TableSheet, label_of: &impl Fn(&TableCell) -> Option<T>) -> bool {
    sheet.rows().any(|row| {
        let labels: Vec<u32> = row
            .iter()
            .filter(|cell| label_of(cell).is_some())
            .map(|cell| cell.column)
            .collect();
        labels.len() >= 3
            && labels
                .windows(2)
                .any(|two| matches!(two, [one, next] if one + 1 == *next))
    })
}

/// The value of a label: in its place, or, where nobody said which column holds values, the next to the right that is no
/// label itself.
fn value_near<'s, T>(
    sheet: &'s TableSheet,
    row: u32,
    column: u32,
    exactly: bool,
    label_of: &impl Fn(&TableCell) -> Option<T>,
) -> Option<&'s TableCell> {
    let reach = if exactly { 1 } else { 4 };
    (column..column.saturating_add(reach))
        .find_map(|column| sheet.at(row, column))
        .filter(|cell| exactly || label_of(cell).is_none())
}

impl WorkbookReading<'_> {
    /// Finds labels and what they label.
    pub(super) fn lines<'s>(
        &mut self,
        index: usize,
        sheet: &'s TableSheet,
        spec: &'s SheetSpec,
        words: &CellWords,
    ) -> SessionLines<'s> {
        let header = header(sheet, words);
        let at = |row: u32, column: u32, heading: &'s str| At {
            index,
            sheet,
            row,
            column,
            heading,
        };
        let label_of = |cell: &TableCell| -> Option<(&'s str, PlanField, Option<String>)> {
            let ReadValue::Text(text) = &cell.value else {
                return None;
            };
            let (label, rest) = match text.split_once(':') {
                Some((label, rest)) => (label, rest.trim()),
                None => (&**text, ""),
            };
            let (fit, column) = headings::column(label, spec)?;
            // Without a column for labels only whole names count; a title begins with much.
            let is_label = match &header {
                Some(header) => cell.column == header.labels && cell.row > header.row,
                None => fit >= HeadingFit::Known && label.chars().count() < 80,
            };
            let rest = (!rest.is_empty()).then(|| rest.to_owned());
            is_label.then_some((column.heading.as_str(), column.field, rest))
        };
        let across = lies_across(sheet, &label_of);
        let mut lines = SessionLines::default();
        let mut last: Option<(PlanField, u32, u32)> = None;
        for cell in sheet.cells() {
            let Some((heading, field, inline)) = label_of(cell) else {
                self.go_on(cell, header.as_ref(), &mut last, &mut lines, at);
                continue;
            };
            let (row, column) = value_place(cell, sheet, header.as_ref(), across);
            let place = at(row, column, heading);
            if lines.labels.contains_key(&field) && !MANY.contains(&field) {
                continue;
            }
            lines.labels.insert(field, place);
            last = Some((field, row, column));
            let found = value_near(sheet, row, column, header.is_some() || across, &label_of);
            if let Some(value) = found {
                let place = at(value.row, value.column, heading);
                lines.values.entry(field).or_default().push((value, place));
                last = Some((field, value.row, value.column));
            } else if let Some(text) = inline {
                let place = at(cell.row, cell.column, heading);
                lines.inline.entry(field).or_insert((text, place));
            }
        }
        lines
    }

    /// A value below another whose label is blank goes on with it, where there may be several.
    fn go_on<'s>(
        &mut self,
        cell: &'s TableCell,
        header: Option<&Header>,
        last: &mut Option<(PlanField, u32, u32)>,
        lines: &mut SessionLines<'s>,
        at: impl Fn(u32, u32, &'s str) -> At<'s>,
    ) {
        let Some((field, row, column)) = *last else {
            return;
        };
        if cell.column != column || cell.row == row {
            return;
        }
        let heading = lines.labels.get(&field).map_or("", |at| at.heading);
        if cell.row == row + 1 && MANY.contains(&field) {
            let place = at(cell.row, cell.column, heading);
            lines.values.entry(field).or_default().push((cell, place));
            *last = Some((field, cell.row, column));
        } else if header.is_some() {
            let said = values::line(&cell.value).unwrap_or_default();
            let place = at(cell.row, cell.column, "").location();
            self.remark_at("", place, Remark::RowUnread { said });
        }
    }
}

/// What of the plan a line holds.
pub(super) fn path(field: PlanField) -> &'static str {
    match field {
        PlanField::Regulation => "regulation",
        PlanField::Title => "title",
        PlanField::Day => "held",
        PlanField::Time => "held.time",
        PlanField::Place => "place",
        PlanField::Venue => "venue",
        PlanField::ChairName => "chair.name",
        PlanField::ChairOffice => "chair.office",
        PlanField::ChairHonorific => "chair.honorific",
        PlanField::ChairPost => "chair_post",
        PlanField::Laws => "laws",
        PlanField::Body => "body",
        PlanField::SuperiorBody => "superior_body",
        PlanField::LeadAgency => "lead_agency",
        PlanField::Level => "level",
        PlanField::Layout => "layout",
        PlanField::Mode => "mode",
        PlanField::Form => "form",
        PlanField::Contents => "contents",
        PlanField::HigherLevels => "higher_levels",
        PlanField::SpeechLimit => "settings.limits.speech",
        PlanField::AnswerLimit => "settings.limits.answer",
        PlanField::ExchangeLimit => "settings.limits.follow_up",
        PlanField::AllowedMinutes => "settings.allowed_minutes",
        PlanField::Warnings => "settings.warnings",
        PlanField::SpeakingMode => "settings.taking",
        PlanField::ClockStarts => "settings.clock_starts",
        PlanField::Bell => "settings.bell",
        PlanField::MaskNames => "settings.mask_names",
        PlanField::ShortMinutes => "settings.short_minutes",
        PlanField::Done => "done",
        PlanField::Fictional => "fictional",
        _ => "",
    }
}

/// Where the value of a label lies: below it in a table that lies across, else beside it.
fn value_place(
    cell: &TableCell,
    sheet: &TableSheet,
    header: Option<&Header>,
    across: bool,
) -> (u32, u32) {
    if across {
        (cell.row + 1, cell.column)
    } else {
        let right = sheet
            .merged_at(cell.row, cell.column)
            .map_or(cell.column, |area| area.right);
        let value = header.map_or(right + 1, |header| header.values);
        (cell.row, value)
    }
}
