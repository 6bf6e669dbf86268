//! How much a file may hold: its cells and their text are counted while they are read, so that a small file that claims to
//! be a large one ends in a fault. Knows no format.

use super::{MAX_CELLS, ReadValue, TableFault};

/// So much text may stand in the cells of a workbook.
const MAX_TEXT: usize = 16 * 1024 * 1024;

/// What a file may still cost.
#[derive(Debug)]
pub(super) struct Budget {
    cells: usize,
    text: usize,
}

impl Budget {
    pub(super) const fn new() -> Self {
        Self {
            cells: MAX_CELLS,
            text: MAX_TEXT,
        }
    }

    /// Pays for one cell; a text that is shared by many cells is paid for by each.
    pub(super) fn pay(&mut self, value: &ReadValue) -> Result<(), TableFault> {
        let text = match value {
            ReadValue::Text(text) | ReadValue::Error(text) => text.len(),
            ReadValue::Number(_)
            | ReadValue::Date(_)
            | ReadValue::Time(_)
            | ReadValue::Truth(_)
            | ReadValue::Uncomputed => 0,
        };
        self.cells = self.cells.checked_sub(1).ok_or(TableFault::TooLarge)?;
        self.text = self.text.checked_sub(text).ok_or(TableFault::TooLarge)?;
        Ok(())
    }
}
