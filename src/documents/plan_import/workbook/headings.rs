//! Finds sheets and headings by their words: marks, capitals, brackets and what is added behind do not matter. Knows
//! nothing of what stands below the headings.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "only a text can be what is looked for"
)]

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::columns::{InputColumn, PlanField, PlanTable, SheetKind, SheetSpec};
use super::names::key;
use crate::documents::plan_import::table::{ReadValue, TableSheet};

/// Further tables are looked for in so many groups of rows.
const MOST_BLOCKS: usize = 100;

/// Headings are looked for in so many rows.
pub(super) const ROWS_SEARCHED: u32 = 15;

/// How well a heading fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum HeadingFit {
    /// It has the name inside it, behind other words.
    Holds(usize),
    /// It begins with the name.
    Begins(usize),
    /// It is one of the further names.
    Known,
    /// It is the heading itself.
    Exact,
}

/// How well a heading, already made a key, fits a column.
pub(super) fn fit(heading: &str, column: &InputColumn) -> Option<HeadingFit> {
    if heading.is_empty() {
        return None;
    }
    let own = key(&column.heading);
    if own == heading {
        return Some(HeadingFit::Exact);
    }
    std::iter::once(own)
        .chain(column.also.iter().map(|name| key(name)))
        .filter_map(|name| fit_name(heading, &name))
        .max()
}

fn fit_name(heading: &str, name: &str) -> Option<HeadingFit> {
    if heading == name {
        return Some(HeadingFit::Known);
    }
    // A single word stands in too many headings to prove anything.
    if !name.contains(' ') {
        return None;
    }
    let length = name.len();
    if heading
        .strip_prefix(name)
        .is_some_and(|rest| rest.starts_with(' '))
    {
        return Some(HeadingFit::Begins(length));
    }
    format!(" {heading} ")
        .contains(&format!(" {name} "))
        .then_some(HeadingFit::Holds(length))
}

/// The column that a heading means.
pub(super) fn column<'t>(
    heading: &str,
    spec: &'t SheetSpec,
) -> Option<(HeadingFit, &'t InputColumn)> {
    let heading = key(heading);
    spec.columns
        .iter()
        .filter_map(|column| Some((fit(&heading, column)?, column)))
        .max_by_key(|(fit, _)| *fit)
}

/// Where the columns of a table stand, and what each is called there.
#[derive(Debug, Clone, Default)]
pub(super) struct HeadingColumns {
    pub row: u32,
    pub of: BTreeMap<PlanField, (u32, String)>,
    /// Headings that mean nothing to us.
    pub unread: Vec<(u32, String)>,
    /// A second heading of the same words, as in two tables side by side.
    pub twice: Vec<(u32, String, PlanField)>,
}

/// The columns that a row names.
pub(super) fn columns_of(sheet: &TableSheet, row: u32, spec: &SheetSpec) -> HeadingColumns {
    let mut best: BTreeMap<PlanField, (HeadingFit, u32, String)> = BTreeMap::new();
    let mut others: Vec<(u32, String, Option<PlanField>)> = Vec::new();
    for (place, heading) in headings_in(sheet, row) {
        let Some((fit, column)) = column(&heading, spec) else {
            others.push((place, heading, None));
            continue;
        };
        match best.get(&column.field) {
            Some((known, _, _)) if *known >= fit => {
                others.push((place, heading, Some(column.field)));
            }
            _ => {
                if let Some((_, place, heading)) = best.insert(column.field, (fit, place, heading))
                {
                    others.push((place, heading, Some(column.field)));
                }
            }
        }
    }
    let mut columns = HeadingColumns {
        row,
        ..HeadingColumns::default()
    };
    for (place, heading, field) in others {
        let same = field.filter(|field| {
            best.get(field)
                .is_some_and(|(_, _, chosen)| key(chosen) == key(&heading))
        });
        match same {
            Some(field) => columns.twice.push((place, heading, field)),
            None => columns.unread.push((place, heading)),
        }
    }
    columns.of = best
        .into_iter()
        .map(|(field, (_, place, heading))| (field, (place, heading)))
        .collect();
    columns
}

/// The texts of a row with their columns; a cell that is merged downwards is a heading of its last row, too.
fn headings_in(sheet: &TableSheet, row: u32) -> Vec<(u32, String)> {
    let mut places: Vec<u32> = sheet
        .in_rows(row.saturating_sub(ROWS_SEARCHED - 1), row)
        .iter()
        .map(|cell| cell.column)
        .collect();
    places.sort_unstable();
    places.dedup();
    places
        .into_iter()
        .filter_map(|column| {
            let cell = sheet.at(row, column)?;
            // Of a heading over several columns only the first is one.
            if cell.column != column {
                return None;
            }
            match &cell.value {
                ReadValue::Text(text) => {
                    let text = crate::domain::text::clean_line(text);
                    (!text.is_empty()).then_some((column, text))
                }
                _ => None,
            }
        })
        .collect()
}

/// The headings of a further table below the first one. What a person is called, where they live or what they want may by
/// chance be words that headings are made of; so a row is one of headings only when it names every column that is needed,
/// word by word, and all that stands in it are names of columns, known or as they stood above; below an empty row, which is
/// where a further table begins, most of it is enough.
pub(super) fn again(
    sheet: &TableSheet,
    row: u32,
    spec: &SheetSpec,
    above: &HeadingColumns,
) -> Option<HeadingColumns> {
    let own = sheet.in_rows(row, row);
    let columns = columns_of(sheet, row, spec);
    let is_named = |(column, heading): &(u32, String)| {
        own.iter().any(|cell| cell.column == *column)
            && self::column(heading, spec).is_some_and(|(fit, _)| fit >= HeadingFit::Known)
    };
    let named = columns.of.values().filter(|place| is_named(place)).count();
    let has_needed = needed(spec).all(|field| columns.of.get(&field).is_some_and(is_named));
    let stood_above = |heading: &str| {
        let of = above.of.values().map(|(_, known)| known);
        let unread = above.unread.iter().map(|(_, known)| known);
        of.chain(unread).any(|known| key(known) == key(heading))
    };
    let others = columns.unread.iter();
    let unknown = others.filter(|(_, heading)| !stood_above(heading)).count();
    let is_text = |value: &ReadValue| matches!(value, ReadValue::Text(_));
    let begins_anew = row
        .checked_sub(1)
        .is_some_and(|row| sheet.in_rows(row, row).is_empty());
    let is_whole = named + columns.twice.len() + (columns.unread.len() - unknown) >= own.len();
    let is_mostly = named * 2 > own.len();
    (has_needed
        && named >= 2
        && (is_whole || (begins_anew && is_mostly))
        && own.iter().all(|cell| is_text(&cell.value)))
    .then_some(columns)
}

/// The columns without which there is no such list.
fn needed(spec: &SheetSpec) -> impl Iterator<Item = PlanField> {
    let columns = spec.columns.iter();
    columns
        .filter(|column| column.needed)
        .map(|column| column.field)
}

/// The row of a sheet that names every column that is needed, and of those the most, among the first rows.
pub(super) fn heading_row(sheet: &TableSheet, spec: &SheetSpec) -> Option<HeadingColumns> {
    let mut rows: Vec<u32> = sheet
        .cells()
        .iter()
        .map(|cell| cell.row)
        .take_while(|row| *row < sheet.begins + ROWS_SEARCHED)
        .collect();
    rows.dedup();
    // Of equals the first; what is merged downwards counts for its last row, which is where the data begin.
    let mut best: Option<((bool, usize), HeadingColumns)> = None;
    for row in rows {
        let columns = columns_of(sheet, row, spec);
        let named = columns.of.len();
        let has_needed = needed(spec).all(|field| columns.of.contains_key(&field));
        let is_better = match &best {
            None => named > 0,
            Some((most, _)) => (has_needed, named) > *most,
        };
        if is_better {
            best = Some(((has_needed, named), columns));
        }
    }
    best.map(|(_, columns)| columns)
}

/// What is read: the number of a sheet, what it holds, and its rows.
pub(super) type SheetPart<'s> = (usize, SheetKind, Cow<'s, TableSheet>);

/// Which sheet holds what: by its name, or, where that says nothing, by its headings. A sheet with tables of several kinds
/// below each other is taken apart.
pub(super) fn sheets<'s>(table: &PlanTable, sheets: &'s [TableSheet]) -> Vec<SheetPart<'s>> {
    sheets
        .iter()
        .enumerate()
        .filter(|(_, sheet)| {
            !sheet.hidden && !sheet.cells().is_empty() && !table.is_own_list(sheet)
        })
        .flat_map(|(index, sheet)| {
            let parts = taken_apart(table, sheet).into_iter();
            parts.map(move |(kind, part)| (index, kind, part))
        })
        .collect()
}

/// The tables of a sheet, with what each holds: the whole, unless below an empty row one of another kind begins.
fn taken_apart<'s>(
    table: &PlanTable,
    sheet: &'s TableSheet,
) -> Vec<(SheetKind, Cow<'s, TableSheet>)> {
    let mut begins: Vec<(u32, &SheetSpec)> = Vec::new();
    for (first, last) in sheet.blocks().into_iter().take(MOST_BLOCKS) {
        let block = sheet.part(first, last);
        let Some(spec) = by_headings(table, &block) else {
            continue;
        };
        // What can be read as well as more of the table above is no other one.
        let goes_on = begins
            .last()
            .is_some_and(|(_, above)| strength(&block, above) >= strength(&block, spec));
        if !goes_on {
            begins.push((first, spec));
        }
    }
    if begins.len() < 2 {
        let kind = kind_of(table, sheet);
        return kind
            .map(|kind| (kind, Cow::Borrowed(sheet)))
            .into_iter()
            .collect();
    }
    let mut parts = Vec::new();
    let mut end = u32::MAX;
    for (place, (begin, spec)) in begins.into_iter().enumerate().rev() {
        let first = if place == 0 { 0 } else { begin };
        let part = sheet.part(first, end);
        // The name of a sheet is that of its first table.
        let named = Some(&part).filter(|_| place == 0);
        let kind = named.and_then(|part| named_exactly(table, part));
        parts.push((kind.unwrap_or(spec.kind), Cow::Owned(part)));
        end = first.saturating_sub(1);
    }
    parts.reverse();
    parts
}

fn by_headings<'t>(table: &'t PlanTable, sheet: &TableSheet) -> Option<&'t SheetSpec> {
    table
        .sheets
        .iter()
        // Of equals the first: names, villages and matters are a list of people.
        .rev()
        .filter_map(|spec| Some((strength(sheet, spec)?, spec)))
        .max_by_key(|(strength, _)| *strength)
        .map(|(_, spec)| spec)
}

fn kind_of(table: &PlanTable, sheet: &TableSheet) -> Option<SheetKind> {
    named_exactly(table, sheet).or_else(|| {
        let spec = by_headings(table, sheet).or_else(|| {
            named(table, sheet, |name, known| {
                known.contains(' ') && fit_name(name, known).is_some()
            })
        });
        spec.map(|spec| spec.kind)
    })
}

fn named_exactly(table: &PlanTable, sheet: &TableSheet) -> Option<SheetKind> {
    named(table, sheet, |name, known| name == known).map(|spec| spec.kind)
}

fn named<'t>(
    table: &'t PlanTable,
    sheet: &TableSheet,
    fits: impl Fn(&str, &str) -> bool,
) -> Option<&'t SheetSpec> {
    let name = key(&sheet.name);
    table.sheets.iter().find(|spec| {
        std::iter::once(&spec.name)
            .chain(&spec.also)
            .any(|known| fits(&name, &key(known)))
    })
}

/// How surely a sheet is of a kind, by its headings: at least two, and those that are needed among them.
fn strength(sheet: &TableSheet, spec: &SheetSpec) -> Option<usize> {
    if spec.kind == SheetKind::Session {
        let labels = sheet
            .cells()
            .iter()
            .filter(|cell| cell.row < sheet.begins + 60)
            .filter(|cell| match &cell.value {
                ReadValue::Text(text) => {
                    let label = text.split(':').next().unwrap_or_default();
                    matches!(column(label, spec), Some((HeadingFit::Exact | HeadingFit::Known, column)) if column.needed)
                }
                _ => false,
            })
            .count();
        return (labels >= 3).then_some(labels);
    }
    let columns = heading_row(sheet, spec)?;
    let has_needed = needed(spec).all(|field| columns.of.contains_key(&field));
    let named = columns.of.len();
    (named >= 2 && has_needed).then_some(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_known_by_its_words() {
        let table = PlanTable::shipped();
        let spec = table.sheet(SheetKind::Speakers);
        let field = |heading: &str| column(heading, spec).map(|(_, column)| column.field);
        assert_eq!(field("HỌ VÀ TÊN (*)"), Some(PlanField::Name));
        assert_eq!(field("Họ, tên người phát biểu"), Some(PlanField::Name));
        assert_eq!(field("Số ĐT"), None);
        assert_eq!(field("Số điện thoại liên hệ"), Some(PlanField::Phone));
        assert_eq!(
            field("Nội dung phát biểu / kiến nghị"),
            Some(PlanField::SubjectText)
        );
        assert_eq!(field("STT"), Some(PlanField::Number));
        assert_eq!(field("Ghi chú"), None);
        let spec = table.sheet(SheetKind::Opinions);
        let field = |heading: &str| column(heading, spec).map(|(_, column)| column.field);
        assert_eq!(
            field("Nội dung trả lời của cơ quan"),
            Some(PlanField::PreparedAnswer)
        );
        assert_eq!(
            field("Nội dung kiến nghị của cử tri"),
            Some(PlanField::Text)
        );
    }
}
