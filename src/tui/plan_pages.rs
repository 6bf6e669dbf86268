//! The pages on which a plan is written without a file: the same sheets and columns as the office's workbook, cell by cell,
//! and a page that says what is still wrong. Nothing is decided here about what a cell means: whoever opens the pages reads
//! the cells and says what was found. Knows keys, cells and places; no document, no session.

mod cell_view;
mod cells;
mod choice;
mod draw;
mod edit;
mod focus;
mod grid;
mod grid_draw;
pub mod grid_view;
mod kept;
mod line;
mod over;
pub mod paste;
mod paste_rows;
pub mod run;
mod tabs;
pub mod view;
pub mod words;

use choice::{chosen, fitting};
pub use draw::draw;
use grid::PastedGrid;
pub use kept::{KeptPages, KeptTable};
use line::EditLine;
pub use over::{FileFor, PaperText};
use over::{FileNames, PapersShown};
pub use tabs::PageTab;

/// One page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageSpec {
    pub name: String,
    /// What it is for, in a sentence.
    pub about: String,
    /// A line for each column, instead of rows.
    pub is_lines: bool,
    pub columns: Vec<PageColumn>,
}

/// One column of a list, or one line of the first page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageColumn {
    pub heading: String,
    pub comment: String,
    pub needed: bool,
    /// What may be chosen; something else may be typed where `is_open`.
    pub choices: Vec<String>,
    pub is_open: bool,
    /// Several things may stand in one cell, a line each.
    pub is_many: bool,
    /// In letters, beside the others.
    pub width: u16,
}

/// The cells of one page. A page of lines has one row, with a cell for each line.
pub type PageRows = Vec<Vec<String>>;

/// Something found in the cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageFinding {
    pub is_fault: bool,
    pub sentence: String,
    /// Which cell it is about, for somebody who does not stand in it.
    pub whereabouts: String,
    /// Page, row and column; `None` where no cell is meant.
    pub at: Option<(usize, usize, usize)>,
}

/// A duty before the session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyLine {
    pub title: String,
    /// What it is called where it is marked as done.
    pub mark: String,
    /// Its day, its article, where it stands.
    pub state: String,
    pub is_done: bool,
    pub is_late: bool,
}

/// A line of what was promised before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PromisedLine {
    /// The session that it was promised in.
    Session(String),
    Promise {
        text: String,
        state: String,
        is_done: bool,
        is_overdue: bool,
    },
}

/// What is known about the cells as they stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Judged {
    pub found: Vec<PageFinding>,
    pub duties: Vec<DutyLine>,
    /// Who may chair, who prepares, what the text wants a plan to state.
    pub text_says: Vec<String>,
    /// What may be chosen in a column of a page, where that depends on other cells.
    pub choices: Vec<(usize, usize, Vec<String>)>,
}

impl Judged {
    fn has_fault(&self) -> bool {
        self.found.iter().any(|found| found.is_fault)
    }
}

/// What a key came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanPagesOutcome {
    /// The plan is right and is to be used.
    Finish,
    /// The pages are left; what was written stays as a draft.
    Leave,
    /// A file is to be brought in.
    Import(String),
    /// What is written is to be written into a workbook.
    Write(String),
    /// The papers that come of it are to be shown.
    Papers,
}

/// What stands over the pages.
#[derive(Debug, Clone)]
enum Over {
    Nothing,
    /// A table that was pasted, and what would become of it.
    Grid(PastedGrid),
    /// The name of a file is being typed.
    FileName(EditLine, FileFor),
    /// The papers as they would be.
    Papers(PapersShown),
    /// What the keys do.
    Help(PapersShown),
}

/// Three pages stand behind those of the plan: what was promised last time, what is due before the session, and what is
/// wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Showing {
    Page(usize),
    Promised,
    Duties,
    Check,
}

/// The pages while they are being filled in.
#[derive(Debug)]
pub struct PlanPages {
    specs: Vec<PageSpec>,
    cells: Vec<PageRows>,
    showing: Showing,
    row: usize,
    column: usize,
    /// The cell that is being typed in.
    line: EditLine,
    over: Over,
    judged: Judged,
    /// The cells changed since they were last judged, and since they were last kept.
    is_unjudged: bool,
    is_unkept: bool,
    notice: String,
    /// Rows that were taken out, the last one last.
    taken_out: Vec<(usize, usize, Vec<String>)>,
    /// The day of today, as it is written.
    today: String,
    /// What marks a duty as done: page and column.
    done_at: Option<(usize, usize)>,
    promised: Vec<PromisedLine>,
    files: FileNames,
}

impl PlanPages {
    /// Pages with these cells. `done_at` is the line in which duties that are done are listed.
    #[must_use]
    pub fn new(
        specs: Vec<PageSpec>,
        cells: Vec<PageRows>,
        today: String,
        done_at: Option<(usize, usize)>,
    ) -> Self {
        let mut pages = Self {
            specs,
            cells,
            showing: Showing::Page(0),
            row: 0,
            column: 0,
            line: EditLine::default(),
            over: Over::Nothing,
            judged: Judged::default(),
            is_unjudged: true,
            is_unkept: false,
            notice: String::new(),
            taken_out: Vec::new(),
            today,
            done_at,
            promised: Vec::new(),
            files: FileNames::default(),
        };
        for (spec, rows) in pages.specs.iter().zip(&mut pages.cells) {
            if spec.is_lines && rows.is_empty() {
                rows.push(Vec::new());
            }
            for row in rows {
                row.resize(spec.columns.len(), String::new());
            }
        }
        pages.cells.resize(pages.specs.len(), PageRows::new());
        (pages.row, pages.column) = pages.focus(0);
        pages.begin_line();
        pages
    }

    /// With what was promised before.
    #[must_use]
    pub fn with_promised(mut self, promised: Vec<PromisedLine>) -> Self {
        self.promised = promised;
        self
    }

    #[must_use]
    pub fn cells(&self) -> &[PageRows] {
        &self.cells
    }

    #[must_use]
    pub fn specs(&self) -> &[PageSpec] {
        &self.specs
    }

    /// Whether what is known about the cells is older than they are.
    #[must_use]
    pub fn is_unjudged(&self) -> bool {
        self.is_unjudged
    }

    pub fn judge(&mut self, judged: Judged) {
        for (page, column, choices) in &judged.choices {
            if let Some(of) = self
                .specs
                .get_mut(*page)
                .and_then(|spec| spec.columns.get_mut(*column))
            {
                of.choices.clone_from(choices);
            }
        }
        self.judged = judged;
        self.is_unjudged = false;
    }

    /// Whether the draft is older than the cells; asked and answered at once.
    pub fn take_unkept(&mut self) -> bool {
        std::mem::take(&mut self.is_unkept)
    }

    #[must_use]
    pub fn is_unkept(&self) -> bool {
        self.is_unkept
    }

    /// The cells with what is being typed in its place.
    #[must_use]
    pub fn cells_with_line(&self) -> Vec<PageRows> {
        let mut cells = self.cells.clone();
        if let Some((page, row, column)) = self.place()
            && let Some(cell) = cells
                .get_mut(page)
                .and_then(|rows| rows.get_mut(row))
                .and_then(|cells| cells.get_mut(column))
        {
            *cell = self.line.text();
        }
        cells
    }

    /// Other cells in place of these, as when a file was brought in.
    pub fn replace(&mut self, cells: Vec<PageRows>) {
        let done_at = self.done_at;
        let today = std::mem::take(&mut self.today);
        let promised = std::mem::take(&mut self.promised);
        let files = std::mem::take(&mut self.files);
        *self = Self::new(std::mem::take(&mut self.specs), cells, today, done_at)
            .with_promised(promised);
        self.files = files;
        self.is_unkept = true;
    }

    pub fn notice(&mut self, notice: String) {
        self.notice = notice;
    }

    /// Whether a text is being pasted or typed, so that a burst of keys is text.
    fn page(&self) -> Option<(usize, &PageSpec)> {
        match self.showing {
            Showing::Page(page) => self.specs.get(page).map(|spec| (page, spec)),
            Showing::Promised | Showing::Duties | Showing::Check => None,
        }
    }

    /// The present cell's text as it was before it was typed in.
    fn cell(&self, page: usize, row: usize, column: usize) -> &str {
        self.cells
            .get(page)
            .and_then(|rows| rows.get(row))
            .and_then(|cells| cells.get(column))
            .map_or("", String::as_str)
    }

    fn set_cell(&mut self, page: usize, row: usize, column: usize, text: String) {
        let Some(width) = self.specs.get(page).map(|spec| spec.columns.len()) else {
            return;
        };
        let Some(rows) = self.cells.get_mut(page) else {
            return;
        };
        if rows.len() <= row {
            if text.is_empty() {
                return;
            }
            rows.resize(row + 1, vec![String::new(); width]);
        }
        if let Some(cell) = rows.get_mut(row).and_then(|cells| cells.get_mut(column))
            && *cell != text
        {
            *cell = text;
            self.is_unjudged = true;
            self.is_unkept = true;
        }
    }

    /// Where the keys are: on a page of lines each column is a line of its own.
    fn place(&self) -> Option<(usize, usize, usize)> {
        let (page, spec) = self.page()?;
        Some(if spec.is_lines {
            (page, 0, self.row)
        } else {
            (page, self.row, self.column)
        })
    }

    fn column_spec(&self) -> Option<&PageColumn> {
        let (page, _, column) = self.place()?;
        self.specs.get(page)?.columns.get(column)
    }

    /// Begins typing in the present cell.
    fn begin_line(&mut self) {
        let text = self
            .place()
            .map(|(page, row, column)| self.cell(page, row, column).to_owned())
            .unwrap_or_default();
        self.line = EditLine::of(&text);
    }

    /// Puts what was typed into the present cell.
    fn end_line(&mut self) {
        let Some((page, row, column)) = self.place() else {
            return;
        };
        let typed = self.line.text();
        let text = self.column_spec().map_or_else(
            || typed.clone(),
            |spec| match chosen(spec, &typed) {
                Some(choice) => choice.clone(),
                None => typed.clone(),
            },
        );
        self.set_cell(page, row, column, text);
    }

    fn rows(&self) -> usize {
        match self.page() {
            Some((_, spec)) if spec.is_lines => spec.columns.len(),
            // One more to write the next row in.
            Some((page, _)) => self.cells.get(page).map_or(0, Vec::len) + 1,
            None if self.showing == Showing::Promised => self.promised.len().max(1),
            None if self.showing == Showing::Duties => self.judged.duties.len().max(1),
            None => self.judged.found.len().max(1),
        }
    }
}
