//! What is kept of the pages while they are being filled in: the cells, and a pasted table that nobody has taken or left yet.
//! Knows cells, and nothing of where they are kept.

use serde::{Deserialize, Serialize};

use super::grid::{PastedGrid, PastedRow};
use super::{Over, PageRows, PlanPages, Showing};

/// All that somebody wrote or pasted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptPages {
    pub cells: Vec<PageRows>,
    #[serde(default)]
    pub pasted: Option<KeptTable>,
}

/// A pasted table with its page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptTable {
    page: usize,
    headings: Option<Vec<String>>,
    rows: Vec<PastedRow>,
    to: Vec<Option<usize>>,
}

impl PlanPages {
    /// The cells with what is being typed in its place, and the table that was pasted and not taken yet.
    #[must_use]
    pub fn kept(&self) -> KeptPages {
        let pasted = match (&self.over, self.page()) {
            (Over::Grid(grid), Some((page, _))) => {
                let grid = grid.with_line();
                Some(KeptTable {
                    page,
                    headings: grid.headings,
                    rows: grid.rows,
                    to: grid.to,
                })
            }
            _ => None,
        };
        KeptPages {
            cells: self.cells_with_line(),
            pasted,
        }
    }

    /// Shows a table again that was pasted and neither taken nor left. One that does not fit the pages is not shown.
    #[must_use]
    pub fn with_table(mut self, kept: KeptTable) -> Self {
        let Some(spec) = self.specs.get(kept.page).filter(|spec| !spec.is_lines) else {
            return self;
        };
        let width = spec.columns.len();
        let to: Vec<Option<usize>> = kept
            .to
            .into_iter()
            .map(|column| column.filter(|column| *column < width))
            .collect();
        self.showing = Showing::Page(kept.page);
        (self.row, self.column) = self.focus(kept.page);
        self.begin_line();
        self.over = Over::Grid(PastedGrid::of(kept.headings, kept.rows, to));
        self
    }
}
