//! What a pasted table becomes on a page: shown first, then cells. Knows columns and headings, and no keys.

use super::grid::PastedGrid;
use super::words::{PageMessage, PlanPageWords};
use super::{Over, PlanPages, paste};

impl PlanPages {
    /// A text that came at once: one line goes into the cell, a table is shown first.
    pub fn paste(
        &mut self,
        text: &str,
        heading_of: &dyn Fn(usize, &str) -> Option<usize>,
        words: &PlanPageWords,
    ) {
        if let Over::FileName(line, _) = &mut self.over {
            line.insert(&crate::domain::text::clean_line(text));
            return;
        }
        if matches!(self.over, Over::Papers(_)) {
            return;
        }
        if let Over::Grid(grid) = &mut self.over {
            // Into the cell that is open; a table that is being looked at is not lost to another.
            if let Some(line) = &mut grid.line {
                line.insert(&crate::domain::text::clean_line(text));
                self.is_unkept = true;
            }
            return;
        }
        let rows = paste::table(text);
        let Some((page, _, column)) = self.place() else {
            return;
        };
        let is_one = matches!(rows.as_slice(), [row] if row.len() == 1);
        let is_lines = self.specs.get(page).is_some_and(|spec| spec.is_lines);
        let is_many = self.column_spec().is_some_and(|spec| spec.is_many);
        if is_lines && !is_one && !is_many {
            self.paste_lines(page, column, &rows, heading_of, words);
            return;
        }
        if is_one || is_lines {
            self.line.insert(&crate::domain::text::clean_text(text));
            self.is_unkept = true;
            return;
        }
        self.end_line();
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        let named: Vec<Option<usize>> = rows
            .first()
            .map(|first| first.iter().map(|cell| heading_of(page, cell)).collect())
            .unwrap_or_default();
        let has_headings = named.iter().flatten().count() >= 2.min(width);
        let columns = self.specs.get(page).map_or(0, |spec| spec.columns.len());
        let to = if has_headings {
            named
        } else if is_lines {
            Vec::new()
        } else {
            (0..width)
                .map(|index| Some(column + index).filter(|column| *column < columns))
                .collect()
        };
        if to.iter().all(Option::is_none) {
            self.notice = words[PageMessage::PasteUnknown].to_string();
            return;
        }
        let headings = has_headings.then(|| rows.first().cloned()).flatten();
        let rows = rows.into_iter().skip(usize::from(has_headings)).collect();
        // With headings the rows are new ones; a table without them is written over the row in which the keys are.
        let held = self.cells.get(page).map_or(0, Vec::len);
        let over = (!has_headings && self.row < held).then_some(self.row);
        self.over = Over::Grid(PastedGrid::new(headings, rows, to, over));
        self.is_unkept = true;
    }

    /// Labels with their values, or values alone, which go down from where the keys are.
    fn paste_lines(
        &mut self,
        page: usize,
        column: usize,
        rows: &[Vec<String>],
        heading_of: &dyn Fn(usize, &str) -> Option<usize>,
        words: &PlanPageWords,
    ) {
        self.end_line();
        let mut taken = 0;
        for (index, cells) in rows.iter().enumerate() {
            let labelled = match cells.as_slice() {
                [label, value, ..] => heading_of(page, label).map(|column| (column, value)),
                _ => None,
            };
            let (to, value) = match (labelled, cells.first()) {
                (Some(found), _) => found,
                (None, Some(value)) if cells.len() == 1 => (column + index, value),
                (None, _) => continue,
            };
            self.set_cell(page, 0, to, value.clone());
            taken += 1;
        }
        self.begin_line();
        self.notice = if taken == 0 {
            words[PageMessage::PasteUnknown].to_string()
        } else {
            words[PageMessage::Pasted].render(&[("rows", &taken)])
        };
    }
}
