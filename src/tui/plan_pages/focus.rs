//! Where the keys are put: on what is missing when a page is opened, in the column in which rows begin, on the next place
//! with something wrong. Knows cells and what was found in them.

use super::words::{PageMessage, PlanPageWords};
use super::{PageFinding, PlanPages, Showing};

impl PlanPages {
    /// The row and the column of a page on which the keys begin: the first line that is needed and empty; in a list the
    /// first cell with a fault, else where a name is written.
    pub(super) fn focus(&self, page: usize) -> (usize, usize) {
        let Some(spec) = self.specs.get(page) else {
            return (0, 0);
        };
        if spec.is_lines {
            let missing = (0..spec.columns.len()).find(|column| {
                spec.columns.get(*column).is_some_and(|one| one.needed)
                    && self.cell(page, 0, *column).is_empty()
            });
            return (missing.unwrap_or(0), 0);
        }
        let held = self.cells.get(page).map_or(0, Vec::len);
        let fault = self
            .judged
            .found
            .iter()
            .filter(|found| found.is_fault)
            .filter_map(|found| found.at)
            .find(|(of, row, _)| *of == page && *row < held);
        match fault {
            Some((_, row, column)) => (row, column),
            None => (0, self.first_needed(page)),
        }
    }

    fn first_needed(&self, page: usize) -> usize {
        let columns = self.specs.get(page).map(|spec| spec.columns.iter());
        columns
            .and_then(|mut columns| columns.position(|column| column.needed))
            .unwrap_or(0)
    }

    /// The column in which the row after this one begins: that of the name, or one before it where this row has something.
    pub(super) fn home(&self, page: usize, row: usize) -> usize {
        let needed = self.first_needed(page);
        (0..needed)
            .find(|column| !self.cell(page, row, *column).is_empty())
            .unwrap_or(needed)
    }

    /// Goes to the next cell with something wrong, or to look at where nothing is wrong.
    pub(super) fn next_finding(&mut self, words: &PlanPageWords) {
        self.end_line();
        let has_fault = self.judged.has_fault();
        let is_one = |found: &&PageFinding| found.is_fault || !has_fault;
        let mut places: Vec<(usize, usize, usize)> = self
            .judged
            .found
            .iter()
            .filter(is_one)
            .filter_map(|found| found.at)
            .collect();
        places.sort_unstable();
        let here = self.place();
        let next = places
            .iter()
            .find(|place| here.is_none_or(|here| **place > here))
            .or_else(|| places.first())
            .copied();
        match next {
            Some((page, row, column)) => self.go_to(page, row, column),
            // What is wrong with the whole is told on the page of its own.
            None if !self.judged.found.is_empty() => self.show(Showing::Check),
            None => {
                self.begin_line();
                self.notice = words[PageMessage::NothingWrong].to_string();
            }
        }
    }
}
