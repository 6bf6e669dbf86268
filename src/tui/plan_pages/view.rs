//! What the pages show, as data: nothing is drawn and nothing decided. Knows the pages.

pub use super::cell_view::{CellView, PageMark};
use super::grid_view::GridView;
use super::line::shown;
pub use super::over::PagePanel;
use super::tabs::PageTab;
use super::words::{PageMessage, PlanPageWords, PossibleKeys};
use super::{Over, PlanPages, PromisedLine, Showing, fitting};

/// The whole screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PagesView {
    pub title: String,
    /// All pages, in their order.
    pub tabs: Vec<PageTab>,
    pub about: String,
    pub body: PageBody,
    /// About the cell in question: what it is for, what may be chosen, what is wrong with it.
    pub help: Vec<String>,
    pub notice: String,
    pub keys: Vec<(String, String)>,
    pub over: Option<PagePanel>,
    /// A table that was pasted, above the list.
    pub grid: Option<GridView>,
}

/// What a page holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageBody {
    /// Label and value, line by line.
    Lines(Vec<LineView>),
    List {
        headings: Vec<(String, u16)>,
        rows: Vec<Vec<CellView>>,
        /// The row in question.
        at: usize,
    },
    /// Sentences to go through.
    Sentences {
        lines: Vec<(String, PageMark)>,
        at: usize,
        above: Vec<String>,
    },
}

/// One line of the first page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineView {
    pub label: String,
    pub needed: bool,
    /// Said where nothing is written: that nothing has to be.
    pub hint: String,
    pub cell: CellView,
}

impl PlanPages {
    /// What the screen shows.
    #[must_use]
    pub fn view(&self, title: &str, words: &PlanPageWords) -> PagesView {
        PagesView {
            title: title.to_owned(),
            tabs: self.tabs(words),
            about: match self.page() {
                Some((_, spec)) => spec.about.clone(),
                None if self.showing == Showing::Promised => {
                    words[PageMessage::PromisedAbout].to_string()
                }
                None if self.showing == Showing::Duties => {
                    words[PageMessage::DutiesAbout].to_string()
                }
                None => words[PageMessage::CheckAbout].to_string(),
            },
            body: self.body(words),
            help: if matches!(self.over, Over::Grid(_)) {
                vec![words[PageMessage::GridAbout].to_string()]
            } else {
                self.help(words)
            },
            notice: self.notice.clone(),
            keys: self
                .keys_of_grid(words)
                .unwrap_or_else(|| words.keys_of(self.possible_keys())),
            over: self.panel(words),
            grid: self.grid_view(words),
        }
    }

    /// What can be done where the keys are.
    fn possible_keys(&self) -> PossibleKeys {
        let spec = self.column_spec();
        PossibleKeys {
            is_list: self.page().is_some_and(|(_, spec)| !spec.is_lines),
            has_row: self.page().is_some_and(|(page, spec)| {
                !spec.is_lines
                    && self
                        .cells
                        .get(page)
                        .is_some_and(|rows| self.row < rows.len())
            }),
            is_cell: spec.is_some(),
            has_choices: spec.is_some_and(|spec| !spec.choices.is_empty()),
            is_many: spec.is_some_and(|spec| spec.is_many),
            can_put_back: !self.taken_out.is_empty(),
            has_duties: self.showing == Showing::Duties && !self.judged.duties.is_empty(),
            leads_to_cells: self.showing == Showing::Check
                && self
                    .judged
                    .found
                    .get(self.row)
                    .is_some_and(|found| found.at.is_some()),
            has_findings: !self.judged.found.is_empty(),
        }
    }

    /// Whether a cell is just being written in, so that what was found in it before is no longer true of it.
    fn is_being_written(&self, place: (usize, usize, usize)) -> bool {
        let (page, row, column) = place;
        self.place() == Some(place) && self.line.text() != self.cell(page, row, column)
    }

    fn mark(&self, place: (usize, usize, usize)) -> PageMark {
        if self.is_being_written(place) {
            return PageMark::Plain;
        }
        let mut mark = PageMark::Plain;
        for found in self
            .judged
            .found
            .iter()
            .filter(|found| found.at == Some(place))
        {
            if found.is_fault {
                return PageMark::Fault;
            }
            mark = PageMark::Warning;
        }
        mark
    }

    fn cell_view(&self, place: (usize, usize, usize)) -> CellView {
        let (page, row, column) = place;
        let is_here = self.place() == Some(place) && matches!(self.over, Over::Nothing);
        if is_here {
            let (text, cursor) = self.line.shown();
            return CellView {
                text,
                mark: self.mark(place),
                cursor: Some(cursor),
            };
        }
        CellView {
            text: shown(self.cell(page, row, column)),
            mark: self.mark(place),
            cursor: None,
        }
    }

    fn body(&self, words: &PlanPageWords) -> PageBody {
        let Some((page, spec)) = self.page() else {
            return self.sentences(words);
        };
        if spec.is_lines {
            let lines = spec
                .columns
                .iter()
                .enumerate()
                .map(|(column, of)| LineView {
                    label: of.heading.clone(),
                    needed: of.needed,
                    hint: if of.needed {
                        String::new()
                    } else {
                        words[PageMessage::Optional].to_string()
                    },
                    cell: self.cell_view((page, 0, column)),
                });
            return PageBody::Lines(lines.collect());
        }
        let headings = spec
            .columns
            .iter()
            .map(|column| {
                let mark = if column.needed { " *" } else { "" };
                (format!("{}{mark}", column.heading), column.width)
            })
            .collect();
        let rows = (0..self.rows())
            .map(|row| {
                (0..spec.columns.len())
                    .map(|column| self.cell_view((page, row, column)))
                    .collect()
            })
            .collect();
        PageBody::List {
            headings,
            rows,
            at: self.row,
        }
    }

    fn promised(&self, words: &PlanPageWords) -> PageBody {
        let mut lines: Vec<(String, PageMark)> = self
            .promised
            .iter()
            .map(|line| match line {
                PromisedLine::Session(title) => (title.clone(), PageMark::Plain),
                PromisedLine::Promise {
                    text,
                    state,
                    is_done,
                    is_overdue,
                } => {
                    let (sign, mark) = match (is_done, is_overdue) {
                        (true, _) => ("✓", PageMark::Good),
                        (false, true) => ("!!", PageMark::Fault),
                        (false, false) => ("·", PageMark::Warning),
                    };
                    (format!("{sign} {text} – {state}"), mark)
                }
            })
            .collect();
        if lines.is_empty() {
            lines.push((
                words[PageMessage::PromisedNone].to_string(),
                PageMark::Plain,
            ));
        }
        PageBody::Sentences {
            lines,
            at: self.row,
            above: Vec::new(),
        }
    }

    fn sentences(&self, words: &PlanPageWords) -> PageBody {
        if self.showing == Showing::Promised {
            return self.promised(words);
        }
        if self.showing == Showing::Duties {
            let lines = self
                .judged
                .duties
                .iter()
                .map(|duty| {
                    let mark = match (duty.is_done, duty.is_late) {
                        (true, _) => PageMark::Good,
                        (false, true) => PageMark::Fault,
                        (false, false) => PageMark::Plain,
                    };
                    let sign = match (duty.is_done, duty.is_late) {
                        (true, _) => "✓",
                        (false, true) => "!!",
                        (false, false) => "·",
                    };
                    (format!("{sign} {} – {}", duty.title, duty.state), mark)
                })
                .collect();
            return PageBody::Sentences {
                lines,
                at: self.row,
                above: self.judged.text_says.clone(),
            };
        }
        let mut lines: Vec<(String, PageMark)> = self
            .judged
            .found
            .iter()
            .map(|found| {
                let (sign, mark) = if found.is_fault {
                    ("✗", PageMark::Fault)
                } else {
                    ("!", PageMark::Warning)
                };
                (
                    format!("{sign} {}{}", found.whereabouts, found.sentence),
                    mark,
                )
            })
            .collect();
        if !self.judged.has_fault() {
            lines.push((words[PageMessage::AllRight].to_string(), PageMark::Good));
        }
        PageBody::Sentences {
            lines,
            at: self.row,
            above: Vec::new(),
        }
    }

    fn help(&self, words: &PlanPageWords) -> Vec<String> {
        let (Some(place), Some(spec)) = (self.place(), self.column_spec()) else {
            return Vec::new();
        };
        let mut help: Vec<String> = self
            .judged
            .found
            .iter()
            .filter(|found| found.at == Some(place) && !self.is_being_written(place))
            .map(|found| {
                let sign = if found.is_fault { "✗" } else { "!" };
                format!("{sign} {}", found.sentence)
            })
            .collect();
        let optional = if spec.needed {
            String::new()
        } else {
            format!(" ({})", words[PageMessage::Optional])
        };
        help.push(format!("{}{optional}: {}", spec.heading, spec.comment));
        if !spec.choices.is_empty() {
            let typed = self.line.text();
            let is_one = spec.choices.contains(&typed);
            let offered = if is_one {
                spec.choices.iter().collect()
            } else {
                fitting(spec, &typed)
            };
            let names: Vec<&str> = offered.iter().map(|choice| choice.as_str()).collect();
            help.push(words[PageMessage::Choices].render(&[("choices", &names.join(" · "))]));
        }
        help
    }
}
