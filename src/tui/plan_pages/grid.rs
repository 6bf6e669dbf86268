//! A pasted table before it becomes rows of a page: its cells as they came, what each column is taken for, what was found in
//! them; mended in place, and taken row by row. Knows keys and cells, and nothing of what a cell means: the rows are looked
//! at by the same judge as those of the page.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the keys of the terminal library are not ours"
)]

use std::collections::BTreeSet;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use serde::{Deserialize, Serialize};

use super::line::EditLine;
use super::words::{PageMessage, PlanPageWords};
use super::{Over, PageFinding, PageRows, PlanPages};
use crate::tui::vn_input::Typing;

/// A table that was pasted into a page.
#[derive(Debug, Clone)]
pub(super) struct PastedGrid {
    /// The headings that came with it.
    pub headings: Option<Vec<String>>,
    pub rows: Vec<PastedRow>,
    /// For each column of the table the column of the page, where there is one.
    pub to: Vec<Option<usize>>,
    /// The cell in question.
    pub row: usize,
    pub column: usize,
    /// That cell while it is being typed in.
    pub line: Option<EditLine>,
    /// What the judge found, at places of the page as it would be.
    pub found: Vec<PageFinding>,
    pub is_unjudged: bool,
}

/// One row of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PastedRow {
    /// Which row of the table, from 1.
    pub number: usize,
    pub cells: Vec<String>,
    /// The row of the page that it is written over; a new one at the end where none is meant.
    pub to: Option<usize>,
}

impl PastedGrid {
    pub(super) fn new(
        headings: Option<Vec<String>>,
        rows: PageRows,
        to: Vec<Option<usize>>,
        over: Option<usize>,
    ) -> Self {
        let rows = (1..).zip(rows).map(|(number, cells)| PastedRow {
            number,
            cells,
            to: over.map(|from| from + number - 1),
        });
        Self::of(headings, rows.collect(), to)
    }

    /// A table of these rows.
    pub(super) fn of(
        headings: Option<Vec<String>>,
        mut rows: Vec<PastedRow>,
        to: Vec<Option<usize>>,
    ) -> Self {
        for row in &mut rows {
            row.cells.resize(to.len(), String::new());
        }
        Self {
            headings,
            rows,
            to,
            row: 0,
            column: 0,
            line: None,
            found: Vec::new(),
            is_unjudged: true,
        }
    }

    /// The row of the page that each row would become, where the page holds so many.
    pub(super) fn targets(&self, held: usize) -> Vec<usize> {
        let mut next = held;
        self.rows
            .iter()
            .map(|row| {
                row.to.unwrap_or_else(|| {
                    next += 1;
                    next - 1
                })
            })
            .collect()
    }

    /// What was found in a row that would become this one of the page, the gravest first.
    pub(super) fn found_at(&self, page: usize, target: usize) -> Vec<&PageFinding> {
        let mut found: Vec<&PageFinding> = self
            .found
            .iter()
            .filter(|found| {
                found
                    .at
                    .is_some_and(|(p, row, _)| (p, row) == (page, target))
            })
            .collect();
        found.sort_by_key(|found| !found.is_fault);
        found
    }

    /// The column of the table that becomes this one of the page.
    pub(super) fn column_for(&self, column: usize) -> Option<usize> {
        self.to.iter().position(|to| *to == Some(column))
    }

    fn cell(&self) -> &str {
        self.rows
            .get(self.row)
            .and_then(|row| row.cells.get(self.column))
            .map_or("", String::as_str)
    }

    fn open_cell(&mut self) {
        if !self.rows.is_empty() {
            self.line = Some(EditLine::of(self.cell()));
        }
    }

    /// With what is being typed in its place.
    pub(super) fn with_line(&self) -> Self {
        let mut grid = self.clone();
        grid.close_cell();
        grid
    }

    fn close_cell(&mut self) {
        let Some(line) = self.line.take() else { return };
        let text = line.text();
        let column = self.column;
        if let Some(row) = self.rows.get_mut(self.row)
            && let Some(cell) = row.cells.get_mut(column)
            && *cell != text
        {
            *cell = text;
            self.is_unjudged = true;
        }
    }

    fn step(&mut self, rows: isize, columns: isize) {
        let last = |count: usize| count.saturating_sub(1);
        self.row = self
            .row
            .saturating_add_signed(rows)
            .min(last(self.rows.len()));
        self.column = self
            .column
            .saturating_add_signed(columns)
            .min(last(self.to.len()));
    }

    /// The next column of the page that no other column of the table means, then none.
    fn next_meaning(&mut self, columns: usize) {
        let taken: BTreeSet<usize> = self.to.iter().flatten().copied().collect();
        let Some(meaning) = self.to.get_mut(self.column) else {
            return;
        };
        let from = meaning.map_or(0, |column| column + 1);
        *meaning = (from..columns).find(|column| !taken.contains(column));
        self.is_unjudged = true;
    }
}

impl PlanPages {
    /// The cells as they would be with the pasted table, when nobody has looked at them yet.
    #[must_use]
    pub fn pasted_unjudged(&self) -> Option<Vec<PageRows>> {
        let Over::Grid(grid) = &self.over else {
            return None;
        };
        let (page, spec) = self.page().filter(|_| grid.is_unjudged)?;
        let mut cells = self.cells.clone();
        let rows = cells.get_mut(page)?;
        let width = spec.columns.len();
        for (row, target) in grid.rows.iter().zip(grid.targets(rows.len())) {
            write_over(rows, width, target, &row.cells, &grid.to);
        }
        Some(cells)
    }

    /// What was found in the cells with the pasted table.
    pub fn judge_pasted(&mut self, found: Vec<PageFinding>) {
        if let Over::Grid(grid) = &mut self.over {
            grid.found = found;
            grid.is_unjudged = false;
        }
    }

    /// For each pasted row whether it can be taken: nothing is wrong with it, and it does not continue one that stays.
    pub(super) fn takeable(&self, grid: &PastedGrid) -> Vec<bool> {
        let Some((page, spec)) = self.page() else {
            return Vec::new();
        };
        let held = self.cells.get(page).map_or(0, Vec::len);
        let needed = spec.columns.iter().position(|column| column.needed);
        let names = needed.and_then(|column| grid.column_for(column));
        let mut stays = false;
        grid.rows
            .iter()
            .zip(grid.targets(held))
            .map(|(row, target)| {
                let is_wrong = grid.found_at(page, target).iter().any(|it| it.is_fault);
                let continues = row.to.is_none()
                    && names.is_some_and(|at| row.cells.get(at).is_some_and(String::is_empty));
                stays = is_wrong || (stays && continues);
                !stays
            })
            .collect()
    }

    /// What a key comes to while a pasted table is shown.
    pub(super) fn press_grid(&mut self, key: KeyEvent, typing: &mut Typing, words: &PlanPageWords) {
        let columns = self.page().map_or(0, |(_, spec)| spec.columns.len());
        let Over::Grid(grid) = &mut self.over else {
            return;
        };
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        self.is_unkept = true;
        if let Some(line) = &mut grid.line {
            match key.code {
                KeyCode::Esc => grid.line = None,
                KeyCode::Enter => {
                    grid.close_cell();
                    grid.step(1, 0);
                }
                KeyCode::Tab => {
                    grid.close_cell();
                    grid.step(0, 1);
                }
                KeyCode::Char('s') if control => {
                    grid.close_cell();
                    self.notice = words[PageMessage::GridLook].to_string();
                }
                _ => line.press(key, typing),
            }
            return;
        }
        match key.code {
            KeyCode::Esc => self.over = Over::Nothing,
            KeyCode::F(10) => self.take_pasted(words),
            KeyCode::Char('s') if control => self.take_pasted(words),
            KeyCode::Up => grid.step(-1, 0),
            KeyCode::Down => grid.step(1, 0),
            KeyCode::Left | KeyCode::BackTab => grid.step(0, -1),
            KeyCode::Right | KeyCode::Tab => grid.step(0, 1),
            KeyCode::Char(' ') => grid.next_meaning(columns),
            KeyCode::Enter => grid.open_cell(),
            KeyCode::Delete => {
                if grid.row < grid.rows.len() {
                    grid.rows.remove(grid.row);
                    grid.is_unjudged = true;
                    grid.step(0, 0);
                }
                if grid.rows.is_empty() {
                    self.over = Over::Nothing;
                }
            }
            KeyCode::F(8) => self.next_fault(),
            KeyCode::Char(_) if !control => {
                grid.open_cell();
                if let Some(line) = &mut grid.line {
                    line.press(key, typing);
                }
            }
            _ => {}
        }
    }

    /// Goes to the next row with something wrong, and to its cell where the table has it.
    fn next_fault(&mut self) {
        let Some((page, _)) = self.page() else { return };
        let held = self.cells.get(page).map_or(0, Vec::len);
        let Over::Grid(grid) = &mut self.over else {
            return;
        };
        let targets = grid.targets(held);
        let count = targets.len();
        let wrong = (1..=count).find_map(|by| {
            let row = (grid.row + by) % count;
            let target = targets.get(row).copied()?;
            let found = grid.found_at(page, target);
            let fault = found.first().filter(|found| found.is_fault)?;
            Some((
                row,
                fault.at.and_then(|(_, _, column)| grid.column_for(column)),
            ))
        });
        if let Some((row, column)) = wrong {
            grid.row = row;
            grid.column = column.unwrap_or(grid.column);
        }
    }

    /// Takes the rows with which nothing is wrong; the others stay to be mended.
    fn take_pasted(&mut self, words: &PlanPageWords) {
        let Over::Grid(grid) = &self.over else { return };
        // What was typed last is looked at first.
        if grid.is_unjudged {
            self.notice = words[PageMessage::GridLook].to_string();
            return;
        }
        let takeable = self.takeable(grid);
        let Over::Grid(mut grid) = std::mem::replace(&mut self.over, Over::Nothing) else {
            return;
        };
        let Some((page, spec)) = self.page() else {
            return;
        };
        let width = spec.columns.len();
        let mut kept = Vec::new();
        let mut taken = 0;
        let mut first = None;
        if let Some(rows) = self.cells.get_mut(page) {
            for (row, is_right) in grid.rows.drain(..).zip(takeable) {
                if !is_right {
                    kept.push(row);
                    continue;
                }
                let target = row.to.unwrap_or(rows.len());
                write_over(rows, width, target, &row.cells, &grid.to);
                first.get_or_insert(target);
                taken += 1;
            }
        }
        let left = kept.len();
        if let Some(first) = first {
            self.row = first;
            self.is_unjudged = true;
            self.is_unkept = true;
        }
        self.begin_line();
        self.notice = match (taken, left) {
            (_, 0) => words[PageMessage::Pasted].render(&[("rows", &taken)]),
            (0, _) => words[PageMessage::GridNone].to_string(),
            _ => words[PageMessage::GridTaken].render(&[("rows", &taken), ("left", &left)]),
        };
        if left > 0 {
            grid.rows = kept;
            grid.is_unjudged = true;
            grid.step(0, 0);
            self.over = Over::Grid(grid);
        }
    }
}

/// Writes the cells of a pasted row over one of the page, which grows where it has to.
fn write_over(
    rows: &mut PageRows,
    width: usize,
    target: usize,
    cells: &[String],
    to: &[Option<usize>],
) {
    if rows.len() <= target {
        rows.resize(target + 1, vec![String::new(); width]);
    }
    let Some(row) = rows.get_mut(target) else {
        return;
    };
    for (text, to) in cells.iter().zip(to) {
        if let Some(cell) = to.and_then(|column| row.get_mut(column)) {
            cell.clone_from(text);
        }
    }
}
