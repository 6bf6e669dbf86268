//! The same sheets and columns as the workbook's, for being filled in without one: what each page holds, and the way from
//! its cells to a plan and from a finding back to its cell. Knows no screen.

use super::diagnostic::Location;
use super::table::{TableSheet, Workbook};
use super::template::{Wanted, page_choices, page_rows};
use super::workbook::columns::{PlanField, PlanTable, SheetKind};
use super::workbook::{Catalogue, column_of};
use super::{PlanDraft, from_workbook};

/// One page.
#[derive(Debug, Clone)]
pub struct PageData {
    pub name: String,
    pub about: String,
    /// A line for each column, instead of rows.
    pub is_lines: bool,
    pub columns: Vec<PageColumnData>,
    /// What is filled in already; one row on a page of lines.
    pub rows: Vec<Vec<String>>,
    kind: SheetKind,
}

/// One column, or line.
#[derive(Debug, Clone)]
pub struct PageColumnData {
    pub heading: String,
    pub comment: String,
    pub needed: bool,
    pub choices: Vec<String>,
    pub is_open: bool,
    /// Several things may stand in one cell, a line each.
    pub is_many: bool,
    pub width: u16,
    pub field: PlanField,
}

/// Every page, filled in from a plan where there is one.
#[must_use]
pub fn pages(wanted: &Wanted<'_>) -> Vec<PageData> {
    let table = PlanTable::shipped();
    table
        .sheets
        .iter()
        .map(|spec| PageData {
            name: spec.name.clone(),
            about: spec.on_page.as_ref().unwrap_or(&spec.about).clone(),
            is_lines: spec.kind == SheetKind::Session,
            columns: spec
                .columns
                .iter()
                .map(|column| {
                    let (choices, is_open) = page_choices(wanted, &table, column.field);
                    PageColumnData {
                        heading: column.heading.clone(),
                        comment: column.on_page.as_ref().unwrap_or(&column.comment).clone(),
                        needed: column.needed,
                        choices,
                        is_open,
                        is_many: matches!(
                            column.field,
                            PlanField::Contents
                                | PlanField::HigherLevels
                                | PlanField::Done
                                | PlanField::Laws
                                | PlanField::PreparedAnswer
                                | PlanField::Text
                        ),
                        width: column.width,
                        field: column.field,
                    }
                })
                .collect(),
            rows: page_rows(wanted, &table, spec),
            kind: spec.kind,
        })
        .collect()
}

/// The plan in the cells of the pages.
#[must_use]
pub fn draft(
    pages: &[PageData],
    cells: &[Vec<Vec<String>>],
    catalogue: &Catalogue<'_>,
) -> PlanDraft {
    let table = PlanTable::shipped();
    let sheets = pages
        .iter()
        .zip(cells)
        .map(|(page, rows)| {
            let headings: Vec<String> = page
                .columns
                .iter()
                .map(|column| column.heading.clone())
                .collect();
            if page.is_lines {
                let values = rows.first().cloned().unwrap_or_default();
                let mut lines = vec![vec![table.words.item.clone(), table.words.value.clone()]];
                lines.extend(
                    headings
                        .into_iter()
                        .zip(values)
                        .map(|(heading, value)| vec![heading, value]),
                );
                TableSheet::of_texts(&page.name, &lines)
            } else {
                let mut all = vec![headings];
                all.extend(rows.iter().cloned());
                TableSheet::of_texts(&page.name, &all)
            }
        })
        .collect();
    let workbook = Workbook {
        sheets,
        counts_from_1904: false,
    };
    from_workbook(workbook, catalogue)
}

/// The page, row and column that a finding is about.
#[must_use]
pub fn place(pages: &[PageData], at: Option<&Location>) -> Option<(usize, usize, usize)> {
    let Some(Location::Cell(place)) = at else {
        return None;
    };
    let page = pages.get(place.order)?;
    let (row, column) = (place.row? as usize, place.column.unwrap_or(0) as usize);
    let row = row.checked_sub(1)?;
    Some(if page.is_lines {
        (place.order, 0, row)
    } else {
        (place.order, row, column)
    })
}

/// The column of a page that a heading means.
#[must_use]
pub fn heading(pages: &[PageData], page: usize, text: &str) -> Option<usize> {
    let page = pages.get(page)?;
    let field = column_of(page.kind, text)?;
    page.columns.iter().position(|column| column.field == field)
}

/// Where a line or column stands.
#[must_use]
pub fn find(pages: &[PageData], field: PlanField) -> Option<(usize, usize)> {
    pages.iter().enumerate().find_map(|(index, page)| {
        let column = page
            .columns
            .iter()
            .position(|column| column.field == field)?;
        Some((index, column))
    })
}

/// Every column in which an agency is chosen.
#[must_use]
pub fn agency_columns(pages: &[PageData]) -> Vec<(usize, usize)> {
    pages
        .iter()
        .enumerate()
        .flat_map(|(index, page)| {
            page.columns
                .iter()
                .enumerate()
                .filter(|(_, column)| column.field == PlanField::Agency)
                .map(move |(column, _)| (index, column))
        })
        .collect()
}
