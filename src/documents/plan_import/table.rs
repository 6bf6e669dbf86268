//! Tables as an office keeps them – workbooks of three kinds and text with separators – read into plain cells: where each
//! stands, what it holds, whether it is hidden or merged, and which old letters its font is for.
//!
//! Nothing here knows what a plan is or what a cell means. A file is never trusted: what it unpacks to, how many cells it
//! has and how much text they hold is counted while reading, so that a small file that claims to be a large one ends in a
//! fault and not in the computer's memory. The readers are our own because only they tell hidden rows, fonts and merged
//! cells in all three kinds, and because a library that stumbles over a hostile file would take the program with it.

mod biff;
mod biff_text;
mod budget;
mod cell_name;
mod compound;
pub mod csv;
mod number_format;
mod ods;
mod parts;
mod unpack;
mod xls;
mod xlsx;
mod xlsx_parts;
mod xml;

use std::collections::BTreeSet;
use std::path::Path;
use std::rc::Rc;

use chrono::{NaiveDate, NaiveDateTime};

use budget::Budget;
pub use cell_name::{cell_name, column_name};

use super::old_letters::OldLetters;

/// The largest file that is opened at all.
const MAX_FILE: u64 = 20 * 1024 * 1024;
/// So much may come out of a workbook when it is unpacked.
const MAX_UNPACKED: usize = 20 * 1024 * 1024;
/// A plan of five hundred speakers and five hundred opinions has about fifteen thousand cells.
const MAX_CELLS: usize = 200_000;
const MAX_MERGES: usize = 20_000;
/// No spreadsheet has more rows; what stands further below is damage.
const MAX_ROW: u32 = 1_048_575;
const MAX_COLUMN: u32 = 16_383;

/// Why a file holds no tables for us.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableFault {
    /// Neither a workbook nor text.
    #[error("neither a workbook nor text")]
    NotATable,
    /// It opens only with a password.
    #[error("it opens only with a password")]
    Protected,
    /// It is, or unpacks to, more than is read.
    #[error("it is, or unpacks to, more than is read")]
    TooLarge,
    /// A workbook from before 1997.
    #[error("a workbook from before 1997")]
    TooOld,
    /// Cut off, changed on the way, or not what its name says. `part` is where inside the file.
    #[error("damaged in {part}")]
    Damaged { part: String },
}

impl TableFault {
    fn damaged(part: &str) -> Self {
        Self::Damaged {
            part: part.to_owned(),
        }
    }
}

/// What one cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum ReadValue {
    Text(Rc<str>),
    Number(f64),
    /// A day, with the time of day that came with it.
    Date(NaiveDateTime),
    /// Part of a day, from 0 to 1, or more hours than a day has.
    Time(f64),
    Truth(bool),
    /// `#N/A`, `#REF!` and their like.
    Error(Rc<str>),
    /// A formula whose result is not in the file.
    Uncomputed,
}

/// One cell that holds something.
#[derive(Debug, Clone, PartialEq)]
pub struct TableCell {
    pub row: u32,
    pub column: u32,
    pub value: ReadValue,
    /// What its font says of its letters.
    pub letters: Option<OldLetters>,
}

/// Cells that were made one; rows and columns from 0, both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    pub top: u32,
    pub left: u32,
    pub bottom: u32,
    pub right: u32,
}

impl Area {
    fn holds(&self, row: u32, column: u32) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TableSheet {
    pub name: String,
    pub hidden: bool,
    /// The row from which on it is read: 0, but for a part of a sheet.
    pub begins: u32,
    /// Only cells that hold something, row by row and from left to right.
    cells: Vec<TableCell>,
    /// Those hidden rows in which something stands.
    pub hidden_rows: BTreeSet<u32>,
    /// Those hidden columns in which something stands.
    pub hidden_columns: BTreeSet<u32>,
    /// What the file says of hidden columns: first and last of each run.
    hidden_runs: Vec<(u32, u32)>,
    merged: Vec<Area>,
    /// So many rows reaches the highest merged cell below its first.
    highest_area: u32,
}

impl TableSheet {
    fn new(name: String, hidden: bool) -> Self {
        Self {
            name,
            hidden,
            ..Self::default()
        }
    }

    /// A sheet of these texts, row by row.
    #[must_use]
    pub fn of_texts(name: &str, rows: &[Vec<String>]) -> Self {
        let mut sheet = Self::new(name.to_owned(), false);
        for (row, cells) in (0_u32..).zip(rows) {
            for (column, text) in (0_u32..).zip(cells) {
                if !text.trim().is_empty() {
                    sheet.cells.push(TableCell {
                        row,
                        column,
                        value: ReadValue::Text(text.as_str().into()),
                        letters: None,
                    });
                }
            }
        }
        sheet.finish()
    }

    /// What a cell holds, if anything, as far as there is room for it.
    fn put(
        &mut self,
        (row, column): (u32, u32),
        value: Option<ReadValue>,
        letters: Option<OldLetters>,
        budget: &mut Budget,
    ) -> Result<(), TableFault> {
        if let Some(value) = value {
            budget.pay(&value)?;
            self.cells.push(TableCell {
                row,
                column,
                value,
                letters,
            });
        }
        Ok(())
    }

    #[must_use]
    pub fn cells(&self) -> &[TableCell] {
        &self.cells
    }

    pub fn cells_mut(&mut self) -> impl Iterator<Item = &mut TableCell> {
        self.cells.iter_mut()
    }

    /// What stands in these rows, both ends among them.
    #[must_use]
    pub fn in_rows(&self, first: u32, last: u32) -> &[TableCell] {
        let from = self.cells.partition_point(|cell| cell.row < first);
        let to = self.cells.partition_point(|cell| cell.row <= last);
        self.cells.get(from..to).unwrap_or_default()
    }

    /// The rows in which something stands, from the top.
    pub fn rows(&self) -> impl Iterator<Item = &[TableCell]> {
        self.cells.chunk_by(|one, next| one.row == next.row)
    }

    /// What stands in a place, or in the merged cell that covers it.
    #[must_use]
    pub fn at(&self, row: u32, column: u32) -> Option<&TableCell> {
        self.own(row, column).or_else(|| {
            let area = self.merged_at(row, column)?;
            self.own(area.top, area.left)
        })
    }

    /// What stands in a place itself.
    #[must_use]
    pub fn own(&self, row: u32, column: u32) -> Option<&TableCell> {
        self.cells
            .binary_search_by_key(&(row, column), |cell| (cell.row, cell.column))
            .ok()
            .and_then(|index| self.cells.get(index))
    }

    #[must_use]
    pub fn merged_at(&self, row: u32, column: u32) -> Option<Area> {
        // In order of their first rows; none is higher than the highest.
        let first = row.saturating_sub(self.highest_area);
        let from = self.merged.partition_point(|area| area.top < first);
        self.merged
            .iter()
            .skip(from)
            .take_while(|area| area.top <= row)
            .find(|area| area.holds(row, column))
            .copied()
    }

    #[must_use]
    pub fn merged(&self) -> &[Area] {
        &self.merged
    }

    /// Hides columns, both ends among them.
    fn hide_columns(&mut self, first: u32, last: u32) {
        if self.hidden_runs.len() < MAX_MERGES {
            self.hidden_runs.push((first, last));
        }
    }

    /// Puts the cells into order; of two in one place the first stays.
    fn finish(mut self) -> Self {
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        self.cells.dedup_by_key(|cell| (cell.row, cell.column));
        let rows: BTreeSet<u32> = self.cells.iter().map(|cell| cell.row).collect();
        self.hidden_rows.retain(|row| rows.contains(row));
        let runs = std::mem::take(&mut self.hidden_runs);
        let columns: BTreeSet<u32> = self.cells.iter().map(|cell| cell.column).collect();
        self.hidden_columns = runs
            .into_iter()
            .filter(|(first, last)| first <= last)
            .flat_map(|(first, last)| columns.range(first..=last))
            .copied()
            .collect();
        self.merged.sort_by_key(|area| (area.top, area.left));
        let heights = self.merged.iter().map(|area| area.bottom - area.top);
        self.highest_area = heights.max().unwrap_or(0);
        self
    }
}

/// A whole file of tables.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Workbook {
    pub sheets: Vec<TableSheet>,
    /// Its days are counted from 1904 and not from 1900, as on old Macintosh computers.
    pub counts_from_1904: bool,
}

/// What the kinds of file are told by: their first bytes, never their name alone.
const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// The tables in the bytes of a file. `name` is the file's, for the one sheet of a text with separators.
///
/// # Errors
/// When there are none that can be read.
pub fn read(bytes: &[u8], name: &Path) -> Result<Workbook, TableFault> {
    if bytes.len() as u64 > MAX_FILE {
        return Err(TableFault::TooLarge);
    }
    if bytes.starts_with(ZIP) {
        let mut archive = unpack::Archive::open(bytes)?;
        if archive.has("content.xml") {
            ods::read(&mut archive)
        } else {
            xlsx::read(&mut archive)
        }
    } else if bytes.starts_with(COMPOUND) {
        xls::read(bytes)
    } else if is_markup(bytes) {
        Err(TableFault::NotATable)
    } else {
        let sheet = csv::read(bytes, &stem(name))?;
        Ok(Workbook {
            sheets: vec![sheet],
            counts_from_1904: false,
        })
    }
}

/// Whether it is a page for a browser, or another text with marks, whatever its name says: portals hand those out as
/// workbooks.
fn is_markup(bytes: &[u8]) -> bool {
    const BEGINS: [&[u8]; 9] = [
        b"<!doctype",
        b"<!--",
        b"<?xml",
        b"<html",
        b"<head",
        b"<meta",
        b"<body",
        b"<table",
        b"<style",
    ];
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = text.trim_ascii_start();
    BEGINS.iter().any(|begin| {
        text.get(..begin.len())
            .is_some_and(|first| first.eq_ignore_ascii_case(begin))
    })
}

/// The largest number of bytes worth reading of a file, one more than is taken.
#[must_use]
pub const fn most_bytes() -> u64 {
    MAX_FILE + 1
}

fn stem(name: &Path) -> String {
    name.file_stem()
        .map(|stem| crate::domain::text::clean_line(&stem.to_string_lossy()))
        .unwrap_or_default()
}

/// The day and time that a number of days means in a workbook; whole days only where the rest is nothing.
#[must_use]
pub fn of_serial(days: f64, from_1904: bool) -> Option<NaiveDateTime> {
    // Excel believes that 1900 was a leap year; only its first sixty days suffer from it.
    let first = if from_1904 {
        NaiveDate::from_ymd_opt(1904, 1, 1)
    } else {
        NaiveDate::from_ymd_opt(1899, 12, 30)
    }?;
    if !(0.0..2_958_466.0).contains(&days) {
        return None;
    }
    let seconds = (days * 86_400.0).round();
    #[expect(clippy::cast_possible_truncation, reason = "checked to lie in range")]
    let seconds = chrono::TimeDelta::seconds(seconds as i64);
    first.and_hms_opt(0, 0, 0)?.checked_add_signed(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_number_is_another_day_when_counted_from_1904() {
        let day = |days, from_1904| of_serial(days, from_1904).map(|at| at.to_string());
        assert_eq!(day(46_346.0, false).as_deref(), Some("2026-11-20 00:00:00"));
        assert_eq!(day(44_884.0, true).as_deref(), Some("2026-11-20 00:00:00"));
        assert_eq!(
            day(46_346.333_333_333_336, false).as_deref(),
            Some("2026-11-20 08:00:00")
        );
        assert_eq!(day(f64::NAN, false), None);
        assert_eq!(day(-1.0, false), None);
        assert_eq!(day(1e300, false), None);
    }
}
