//! What a pasted table looks like, as data: its headings over what they are taken for, its rows with their signs, what was
//! found in them, the gravest first. Knows the table and its page, and nothing of cells on a screen.

use super::cell_view::{CellView, PageMark};
use super::grid::PastedGrid;
use super::line::shown;
use super::words::{PageMessage, PlanPageWords};
use super::{Over, PlanPages};
use crate::domain::text;

/// A pasted table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridView {
    pub title: String,
    pub about: String,
    /// What each column is called in what was pasted, and what it is taken for; how wide it wants to be.
    pub columns: Vec<GridColumn>,
    pub rows: Vec<GridRow>,
    /// The row and the column in question.
    pub at: (usize, usize),
    /// What was found, with what it is about.
    pub found: Vec<(String, PageMark)>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridColumn {
    pub pasted: String,
    pub meant: String,
    pub is_read: bool,
    pub width: u16,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridRow {
    pub mark: PageMark,
    pub number: usize,
    pub cells: Vec<CellView>,
}

impl PlanPages {
    pub(super) fn grid_view(&self, words: &PlanPageWords) -> Option<GridView> {
        let Over::Grid(grid) = &self.over else {
            return None;
        };
        let (page, spec) = self.page()?;
        let held = self.cells.get(page).map_or(0, Vec::len);
        let targets = grid.targets(held);
        let takeable = self.takeable(grid);
        let rows: Vec<GridRow> = grid
            .rows
            .iter()
            .zip(&targets)
            .zip(&takeable)
            .enumerate()
            .map(|(index, ((row, target), is_right))| {
                let found = grid.found_at(page, *target);
                GridRow {
                    mark: match (is_right, found.is_empty()) {
                        (false, _) => PageMark::Fault,
                        (true, false) => PageMark::Warning,
                        (true, true) => PageMark::Good,
                    },
                    number: row.number,
                    cells: cells(grid, index, page, *target),
                }
            })
            .collect();
        let columns = grid
            .to
            .iter()
            .enumerate()
            .map(|(index, to)| {
                let meant = to.and_then(|column| spec.columns.get(column));
                let pasted = grid.headings.as_ref().and_then(|names| names.get(index));
                let column = GridColumn {
                    pasted: pasted.map(|name| shown(name)).unwrap_or_default(),
                    meant: meant.map_or_else(
                        || words[PageMessage::GridUnread].to_string(),
                        |column| format!("{} ▾", column.heading),
                    ),
                    is_read: meant.is_some(),
                    width: 0,
                };
                let cells = grid.rows.iter().filter_map(|row| row.cells.get(index));
                let widest = cells
                    .map(|cell| text::width(&shown(cell)))
                    .chain([text::width(&column.pasted), text::width(&column.meant)])
                    .max()
                    .unwrap_or(0);
                GridColumn {
                    width: u16::try_from(widest + 1).unwrap_or(40).min(40),
                    ..column
                }
            })
            .collect();
        Some(GridView {
            title: words[PageMessage::GridTitle].render(&[
                ("rows", &grid.rows.len()),
                ("columns", &grid.to.len()),
                ("page", &spec.name),
                ("held", &held),
            ]),
            about: words[PageMessage::GridAbout].to_string(),
            columns,
            rows,
            at: (grid.row, grid.column),
            found: found(grid, page, &targets, words),
        })
    }

    /// The keys of a pasted table, with how many rows would be taken.
    pub(super) fn keys_of_grid(&self, words: &PlanPageWords) -> Option<Vec<(String, String)>> {
        let Over::Grid(grid) = &self.over else {
            return None;
        };
        let takeable = self.takeable(grid);
        let right = takeable.iter().filter(|is_right| **is_right).count();
        let left = takeable.len() - right;
        let take = if left == 0 {
            words[PageMessage::GridTakeAll].render(&[("rows", &right)])
        } else {
            words[PageMessage::GridTakeSome].render(&[("rows", &right), ("left", &left)])
        };
        let keys = [
            ("Ctrl+S", take),
            ("Enter", words[PageMessage::GridEdit].to_string()),
            ("Space", words[PageMessage::GridMeaning].to_string()),
            ("Delete", words[PageMessage::GridDrop].to_string()),
            ("F8", words[PageMessage::GridNextFault].to_string()),
            ("Esc", words[PageMessage::GridLeave].to_string()),
        ];
        Some(
            keys.into_iter()
                .map(|(key, does)| (key.to_owned(), does))
                .collect(),
        )
    }
}

/// The cells of one row; the one that is typed in has its cursor.
fn cells(grid: &PastedGrid, index: usize, page: usize, target: usize) -> Vec<CellView> {
    let Some(row) = grid.rows.get(index) else {
        return Vec::new();
    };
    let open = grid.line.as_ref().filter(|_| grid.row == index);
    row.cells
        .iter()
        .enumerate()
        .map(|(column, cell)| {
            let about = grid.found_at(page, target).into_iter().find(|found| {
                let of_page = found.at.map(|(_, _, column)| column);
                of_page.is_some() && of_page == grid.to.get(column).copied().flatten()
            });
            let mark = match about {
                Some(found) if found.is_fault => PageMark::Fault,
                Some(_) => PageMark::Warning,
                None => PageMark::Plain,
            };
            match open.filter(|_| column == grid.column) {
                Some(line) => {
                    let (text, cursor) = line.shown();
                    CellView {
                        text,
                        mark,
                        cursor: Some(cursor),
                    }
                }
                None => CellView {
                    text: shown(cell),
                    mark,
                    cursor: None,
                },
            }
        })
        .collect()
}

/// What was found in the rows: first what is wrong, in the order of the rows, then what should be looked at; before all of
/// it what concerns the row in question.
fn found(
    grid: &PastedGrid,
    page: usize,
    targets: &[usize],
    words: &PlanPageWords,
) -> Vec<(String, PageMark)> {
    let mut all: Vec<(bool, bool, usize, String)> = Vec::new();
    for (index, (row, target)) in grid.rows.iter().zip(targets).enumerate() {
        for found in grid.found_at(page, *target) {
            let sentence = words[PageMessage::GridRow]
                .render(&[("row", &row.number), ("text", &found.sentence)]);
            all.push((index != grid.row, !found.is_fault, index, sentence));
        }
    }
    all.sort();
    all.into_iter()
        .map(|(_, is_warning, _, sentence)| {
            if is_warning {
                (format!("! {sentence}"), PageMark::Warning)
            } else {
                (format!("✗ {sentence}"), PageMark::Fault)
            }
        })
        .collect()
}
