//! Parts of a sheet, and columns made one: what a sheet is taken apart into before it is read. Knows rows and columns, and
//! nothing of what stands in them.

use std::rc::Rc;

use super::{Area, ReadValue, TableCell, TableSheet};

impl TableSheet {
    /// The rows in which something stands, in groups between empty rows: first and last of each.
    #[must_use]
    pub fn blocks(&self) -> Vec<(u32, u32)> {
        let mut blocks: Vec<(u32, u32)> = Vec::new();
        for row in self.rows().filter_map(|row| Some(row.first()?.row)) {
            match blocks.last_mut() {
                Some((_, last)) if last.saturating_add(1) >= row => *last = row,
                Some(_) | None => blocks.push((row, row)),
            }
        }
        blocks
    }

    /// These rows as a sheet of their own, at the places where they stand.
    #[must_use]
    pub fn part(&self, first: u32, last: u32) -> Self {
        let is_within = |area: &&Area| (first..=last).contains(&area.top);
        Self {
            name: self.name.clone(),
            begins: first,
            cells: self.in_rows(first, last).to_vec(),
            hidden_rows: self.hidden_rows.range(first..=last).copied().collect(),
            hidden_columns: self.hidden_columns.clone(),
            merged: self.merged.iter().filter(is_within).copied().collect(),
            highest_area: self.highest_area,
            ..Self::default()
        }
    }

    /// Makes one of two columns below a heading, in which texts go on; the heading gets a name of its own.
    pub fn join_columns(&mut self, heading: u32, (left, right): (u32, u32), name: &str) {
        let mut joined: Vec<TableCell> = Vec::with_capacity(self.cells.len());
        for cell in std::mem::take(&mut self.cells) {
            let is_below = cell.row >= heading;
            let text = |value: &ReadValue| match value {
                ReadValue::Text(text) => Some(Rc::clone(text)),
                ReadValue::Number(_)
                | ReadValue::Date(_)
                | ReadValue::Time(_)
                | ReadValue::Truth(_)
                | ReadValue::Error(_)
                | ReadValue::Uncomputed => None,
            };
            if is_below && cell.row == heading && cell.column == left {
                joined.push(TableCell {
                    value: ReadValue::Text(name.into()),
                    ..cell
                });
                continue;
            }
            if is_below && cell.column == right {
                let before = joined
                    .last_mut()
                    .filter(|before| before.row == cell.row && before.column == left);
                match (before, text(&cell.value)) {
                    _ if cell.row == heading => {}
                    (Some(before), Some(more)) => {
                        if let Some(first) = text(&before.value) {
                            before.value = ReadValue::Text(format!("{first} {more}").into());
                        }
                    }
                    // What is no text, or stands alone, is read where the name stands.
                    (None, _) => joined.push(TableCell {
                        column: left,
                        ..cell
                    }),
                    (Some(before), None) => before.value = cell.value,
                }
                continue;
            }
            joined.push(cell);
        }
        self.cells = joined;
    }
}
