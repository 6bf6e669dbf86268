//! What keys come to on the pages: moving, typing, rows added, moved and taken out, tables pasted. Draws nothing.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the keys of the terminal library are not ours"
)]

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::line::EditLine;
use super::words::{PageMessage, PlanPageWords};
use super::{FileFor, Over, PlanPages, PlanPagesOutcome, Showing, fitting};
use crate::tui::vn_input::Typing;

impl PlanPages {
    /// What a key comes to.
    pub fn press(
        &mut self,
        key: KeyEvent,
        typing: &mut Typing,
        words: &PlanPageWords,
    ) -> Option<PlanPagesOutcome> {
        self.notice.clear();
        match &self.over {
            Over::Nothing => self.press_page(key, typing, words),
            Over::Grid(_) => {
                self.press_grid(key, typing, words);
                None
            }
            Over::FileName(..) | Over::Papers(_) | Over::Help(_) => self.press_over(key, typing),
        }
    }

    fn press_page(
        &mut self,
        key: KeyEvent,
        typing: &mut Typing,
        words: &PlanPageWords,
    ) -> Option<PlanPagesOutcome> {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Esc => {
                self.end_line();
                return Some(PlanPagesOutcome::Leave);
            }
            KeyCode::F(10) | KeyCode::Char('s') if key.code == KeyCode::F(10) || control => {
                self.end_line();
                // What was typed last is looked at by whoever uses the plan, before anything is made of it.
                if !self.is_unjudged && self.judged.has_fault() {
                    self.show_faults(words);
                    return None;
                }
                return Some(PlanPagesOutcome::Finish);
            }
            KeyCode::F(1) => self.show_help(words),
            KeyCode::F(2) => {
                self.end_line();
                return Some(PlanPagesOutcome::Papers);
            }
            KeyCode::F(7) => self.ask_for(FileFor::Write),
            KeyCode::Char('o') if control => self.ask_for(FileFor::Import),
            KeyCode::F(5) => self.show(Showing::Check),
            KeyCode::PageDown => self.turn(1),
            KeyCode::PageUp => self.turn(-1),
            KeyCode::F(8) => self.next_finding(words),
            KeyCode::Insert => self.add_row(),
            KeyCode::Char('x') | KeyCode::Delete if control => self.take_row_out(words),
            KeyCode::F(4) => self.next_choice(),
            KeyCode::Up if control => self.move_row(-1),
            KeyCode::Down if control => self.move_row(1),
            KeyCode::Char('z') if control => self.put_row_back(),
            KeyCode::Up => self.step(-1, 0),
            KeyCode::Down => self.step(1, 0),
            KeyCode::Tab => self.step(0, 1),
            KeyCode::BackTab => self.step(0, -1),
            KeyCode::Enter => self.enter(),
            KeyCode::F(3) if self.column_spec().is_some_and(|spec| spec.is_many) => {
                self.line.insert("\n");
                self.is_unkept = true;
            }
            KeyCode::F(9) | KeyCode::Char(' ') if self.showing == Showing::Duties => {
                self.mark_done(words);
            }
            _ => {
                if self.page().is_some() {
                    self.line.press(key, typing);
                    self.is_unkept = true;
                }
            }
        }
        None
    }

    /// The page that says what is wrong, since the plan cannot be used yet.
    pub(super) fn show_faults(&mut self, words: &PlanPageWords) {
        self.show(Showing::Check);
        self.notice = words[PageMessage::StillWrong].to_string();
    }

    fn turn(&mut self, by: isize) {
        const BEHIND: [Showing; 3] = [Showing::Promised, Showing::Duties, Showing::Check];
        let pages = (0..self.specs.len()).map(Showing::Page);
        let all: Vec<Showing> = pages.chain(BEHIND).collect();
        let here = all.iter().position(|one| *one == self.showing).unwrap_or(0);
        let next = here.saturating_add_signed(by).min(all.len() - 1);
        self.show(all.get(next).copied().unwrap_or(self.showing));
    }

    pub(super) fn show(&mut self, showing: Showing) {
        self.end_line();
        if self.showing != showing {
            self.showing = showing;
            (self.row, self.column) = match showing {
                Showing::Page(page) => self.focus(page),
                Showing::Promised | Showing::Duties | Showing::Check => (0, 0),
            };
        }
        self.begin_line();
    }

    fn step(&mut self, rows: isize, columns: isize) {
        self.end_line();
        let count = self.rows();
        let width = match self.page() {
            Some((_, spec)) if !spec.is_lines => spec.columns.len(),
            _ => 1,
        };
        let last = count.saturating_sub(1);
        if columns != 0 && width > 1 {
            let at = (self.row * width + self.column).saturating_add_signed(columns);
            let at = at.min(last * width + width - 1);
            self.row = at / width;
            self.column = at % width;
        } else {
            let by = if rows == 0 { columns } else { rows };
            self.row = self.row.saturating_add_signed(by).min(last);
        }
        self.begin_line();
    }

    /// On a list the next row begins; on the check page the cell is shown.
    fn enter(&mut self) {
        match self.showing {
            Showing::Check => {
                let at = self.judged.found.get(self.row).and_then(|found| found.at);
                if let Some((page, row, column)) = at {
                    self.go_to(page, row, column);
                }
            }
            Showing::Promised | Showing::Duties => {}
            Showing::Page(page) => {
                self.end_line();
                let is_lines = self.specs.get(page).is_some_and(|spec| spec.is_lines);
                let home = self.home(page, self.row);
                self.row = (self.row + 1).min(self.rows().saturating_sub(1));
                if !is_lines {
                    self.column = home;
                }
                self.begin_line();
            }
        }
    }

    pub(super) fn go_to(&mut self, page: usize, row: usize, column: usize) {
        self.end_line();
        self.showing = Showing::Page(page);
        let is_lines = self.specs.get(page).is_some_and(|spec| spec.is_lines);
        if is_lines {
            self.row = column;
            self.column = 0;
        } else {
            self.row = row;
            self.column = column;
        }
        self.row = self.row.min(self.rows().saturating_sub(1));
        self.begin_line();
    }

    fn list(&self) -> Option<usize> {
        self.page()
            .filter(|(_, spec)| !spec.is_lines)
            .map(|(page, _)| page)
    }

    fn add_row(&mut self) {
        let Some(page) = self.list() else { return };
        self.end_line();
        let width = self.specs.get(page).map_or(0, |spec| spec.columns.len());
        let at = (self.row + 1).min(self.cells.get(page).map_or(0, Vec::len));
        if let Some(rows) = self.cells.get_mut(page) {
            rows.insert(at, vec![String::new(); width]);
        }
        (self.row, self.column) = (at, self.home(page, at.saturating_sub(1)));
        self.changed();
    }

    fn take_row_out(&mut self, words: &PlanPageWords) {
        let Some(page) = self.list() else { return };
        let row = self.row;
        let Some(rows) = self.cells.get_mut(page).filter(|rows| row < rows.len()) else {
            return;
        };
        let taken = rows.remove(row);
        self.taken_out.push((page, row, taken));
        self.notice = words[PageMessage::RowOut].to_string();
        self.changed();
    }

    fn put_row_back(&mut self) {
        let Some((page, row, cells)) = self.taken_out.pop() else {
            return;
        };
        self.end_line();
        if let Some(rows) = self.cells.get_mut(page) {
            let at = row.min(rows.len());
            rows.insert(at, cells);
            self.showing = Showing::Page(page);
            (self.row, self.column) = (at, 0);
        }
        self.changed();
    }

    fn move_row(&mut self, by: isize) {
        let Some(page) = self.list() else { return };
        self.end_line();
        let row = self.row;
        let to = row.saturating_add_signed(by);
        let Some(rows) = self.cells.get_mut(page) else {
            return;
        };
        if row < rows.len() && to < rows.len() {
            rows.swap(row, to);
            self.row = to;
        }
        self.changed();
    }

    fn changed(&mut self) {
        self.is_unjudged = true;
        self.is_unkept = true;
        self.begin_line();
    }

    /// The next of the choices that fit what is typed.
    fn next_choice(&mut self) {
        let Some(spec) = self.column_spec() else {
            return;
        };
        let typed = self.line.text();
        let all = &spec.choices;
        let next = match all.iter().position(|choice| *choice == typed) {
            Some(index) => all.get((index + 1) % all.len().max(1)).cloned(),
            None => fitting(spec, &typed)
                .first()
                .map(|choice| (*choice).clone())
                .or_else(|| all.first().cloned()),
        };
        if let Some(next) = next {
            self.line = EditLine::of(&next);
            self.end_line();
        }
    }

    /// Marks the duty in question as done today, or takes the mark away.
    fn mark_done(&mut self, words: &PlanPageWords) {
        let Some(duty) = self.judged.duties.get(self.row).cloned() else {
            return;
        };
        let Some((page, column)) = self.done_at else {
            return;
        };
        let begins = format!("{}:", duty.mark);
        let mut lines: Vec<String> = self
            .cell(page, 0, column)
            .lines()
            .filter(|line| !line.starts_with(&begins))
            .map(str::to_owned)
            .collect();
        if !duty.is_done {
            lines.push(format!("{begins} {}", self.today));
            self.notice = words[PageMessage::Marked].render(&[("duty", &duty.title)]);
        }
        self.set_cell(page, 0, column, lines.join("\n"));
    }
}
