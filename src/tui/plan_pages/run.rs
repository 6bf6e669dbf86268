//! Shows the pages in a terminal until they are left. Everything that is not keys and cells is asked of whoever opened
//! them.

use std::io;
use std::time::Duration;

use crossterm::event::{Event, KeyEventKind};
use ratatui::layout::Position;

use super::words::{PageMessage, PlanPageWords};
use super::{Judged, KeptPages, PageRows, PaperText, PlanPages, PlanPagesOutcome, draw, paste};
use crate::domain::i18n::WordedError;
use crate::tui::terminal::{self, Input, Interactive, Screen};
use crate::tui::theme::Theme;
use crate::tui::vn_input::Typing;

/// How often a draft is kept, while something is being written.
const KEEP_EVERY: Duration = Duration::from_millis(500);
/// Nothing moves on the pages by itself.
const FOR_LONG: Duration = Duration::from_hours(1);

/// The papers as text, or why there are none yet.
pub type PapersOrWhyNot = Result<Vec<PaperText>, WordedError>;

/// What the pages ask for.
pub struct PagesEnv<'a> {
    pub title: String,
    pub judge: &'a dyn Fn(&[PageRows]) -> Judged,
    /// The column of a page that a heading means.
    pub heading_of: &'a dyn Fn(usize, &str) -> Option<usize>,
    /// Brings in a file: its cells, or why not.
    pub import: &'a dyn Fn(&str) -> Result<Vec<PageRows>, WordedError>,
    /// Writes the cells into a workbook of this name: what became of it, in words.
    pub write: &'a dyn Fn(&[PageRows], &str) -> String,
    /// The papers that would come of the cells, or why there are none yet.
    pub papers: &'a dyn Fn(&[PageRows]) -> PapersOrWhyNot,
    /// Keeps what was written and pasted as a draft.
    pub keep: &'a dyn Fn(&KeptPages),
    pub theme: &'a Theme,
    pub words: &'a PlanPageWords,
}

/// Shows the pages; `true` when the plan is to be used.
///
/// # Errors
/// When the terminal fails.
pub fn run(
    screen: &mut Screen,
    pages: &mut PlanPages,
    typing: &mut Typing,
    env: &PagesEnv<'_>,
) -> io::Result<bool> {
    terminal::run(screen, &mut ShownPages { pages, typing, env })
}

struct ShownPages<'a, 'e> {
    pages: &'a mut PlanPages,
    typing: &'a mut Typing,
    env: &'a PagesEnv<'e>,
}

impl Interactive for ShownPages<'_, '_> {
    type Outcome = bool;

    fn show(&mut self, screen: &mut Screen) -> io::Result<Duration> {
        if self.pages.is_unjudged() {
            self.pages.judge((self.env.judge)(self.pages.cells()));
        }
        if let Some(cells) = self.pages.pasted_unjudged() {
            self.pages.judge_pasted((self.env.judge)(&cells).found);
        }
        let view = self.pages.view(&self.env.title, self.env.words);
        screen.terminal.draw(|frame| {
            let area = frame.area();
            let cursor = draw::draw(&view, area, frame.buffer_mut(), self.env.theme);
            if let Some((x, y)) = cursor {
                frame.set_cursor_position(Position { x, y });
            }
        })?;
        Ok(if self.pages.is_unkept() {
            KEEP_EVERY
        } else {
            FOR_LONG
        })
    }

    fn take(&mut self, _: &mut Screen, inputs: Vec<Input>) -> io::Result<Option<bool>> {
        let events: Vec<Event> = inputs
            .into_iter()
            .filter_map(|input| match input {
                Input::Event(event) => Some(event),
                Input::Dropped(_) | Input::System(_) => None,
            })
            .collect();
        // A paste on a terminal that knows none comes as keys, faster than anybody types.
        if let Some(text) = paste::of_burst(&events) {
            self.pages.paste(&text, self.env.heading_of, self.env.words);
        } else {
            for event in events {
                if let Some(is_finished) = self.take_event(event) {
                    self.keep();
                    return Ok(Some(is_finished));
                }
            }
        }
        self.keep();
        Ok(None)
    }

    fn end(&mut self) -> io::Result<bool> {
        self.keep();
        Ok(false)
    }
}

impl ShownPages<'_, '_> {
    /// What was typed is on disk with the key that follows it, or half a second later.
    fn keep(&mut self) {
        if self.pages.take_unkept() {
            (self.env.keep)(&self.pages.kept());
        }
    }

    fn take_event(&mut self, event: Event) -> Option<bool> {
        let (pages, env) = (&mut *self.pages, self.env);
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => {
                match pages.press(key, self.typing, env.words) {
                    None => {}
                    Some(PlanPagesOutcome::Leave) => return Some(false),
                    Some(PlanPagesOutcome::Finish) => {
                        // The last cell may have changed since the plan was looked at.
                        let judged = (env.judge)(pages.cells());
                        let is_right = !judged.has_fault();
                        pages.judge(judged);
                        if is_right {
                            return Some(true);
                        }
                        pages.show_faults(env.words);
                    }
                    Some(PlanPagesOutcome::Write(path)) => {
                        let said = (env.write)(pages.cells(), &path);
                        pages.notice(said);
                    }
                    Some(PlanPagesOutcome::Papers) => match (env.papers)(pages.cells()) {
                        Ok(papers) => pages.show_papers(papers),
                        Err(why) => pages.notice(why.into_sentence()),
                    },
                    Some(PlanPagesOutcome::Import(path)) => match (env.import)(&path) {
                        Ok(cells) => {
                            pages.replace(cells);
                            pages.notice(
                                env.words[PageMessage::Imported].render(&[("path", &path)]),
                            );
                        }
                        Err(why) => pages.notice(why.into_sentence()),
                    },
                }
            }
            Event::Paste(text) => pages.paste(&text, env.heading_of, env.words),
            Event::Key(_)
            | Event::Resize(..)
            | Event::Mouse(_)
            | Event::FocusGained
            | Event::FocusLost => {}
        }
        None
    }
}
