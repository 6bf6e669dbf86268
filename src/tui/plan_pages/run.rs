//! Shows the pages in a terminal until they are left. Everything that is not keys and cells is asked of whoever opened
//! them.

use std::io;
use std::time::Duration;

use ratatui::crossterm::event::{self, Event, KeyEventKind};
use ratatui::layout::Position;

use super::words::Words;
use super::{Judged, Outcome, PlanPages, Rows, draw, paste};
use crate::tui::terminal::Screen;
use crate::tui::theme::Theme;
use crate::tui::vn_input::Typing;

/// How often a draft is kept, while something is being written.
const KEEP_EVERY: Duration = Duration::from_millis(500);
/// How long a burst of keys may pause and still be one.
const BURST_PAUSE: Duration = Duration::from_millis(20);

/// What the pages ask for.
pub struct PagesEnv<'a> {
    pub title: String,
    pub judge: &'a dyn Fn(&[Rows]) -> Judged,
    /// The column of a page that a heading means.
    pub heading_of: &'a dyn Fn(usize, &str) -> Option<usize>,
    /// Brings in a file: its cells, or why not.
    pub import: &'a dyn Fn(&str) -> Result<Vec<Rows>, String>,
    /// Keeps the cells as a draft.
    pub keep: &'a dyn Fn(&[Rows]),
    pub theme: &'a Theme,
    pub words: &'a Words,
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
    loop {
        if pages.is_unjudged() {
            pages.judge((env.judge)(pages.cells()));
        }
        let view = pages.view(&env.title, env.words);
        screen.terminal.draw(|frame| {
            let area = frame.area();
            let cursor = draw::draw(&view, area, frame.buffer_mut(), env.theme);
            if let Some((x, y)) = cursor {
                frame.set_cursor_position(Position { x, y });
            }
        })?;
        while !event::poll(KEEP_EVERY)? {
            if pages.take_unkept() {
                (env.keep)(pages.cells());
            }
            if screen.is_asked_to_end() {
                (env.keep)(pages.cells());
                return Ok(false);
            }
        }
        let mut events = vec![event::read()?];
        // A paste on a terminal that knows none comes as keys, faster than anybody types.
        while event::poll(if events.len() > 1 {
            BURST_PAUSE
        } else {
            Duration::ZERO
        })? {
            events.push(event::read()?);
        }
        if let Some(text) = paste::of_burst(&events) {
            pages.paste(&text, env.heading_of, env.words);
            continue;
        }
        for event in events {
            if let Some(is_finished) = one(screen, pages, typing, env, event)? {
                (env.keep)(pages.cells());
                return Ok(is_finished);
            }
        }
    }
}

fn one(
    screen: &mut Screen,
    pages: &mut PlanPages,
    typing: &mut Typing,
    env: &PagesEnv<'_>,
    event: Event,
) -> io::Result<Option<bool>> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => {
            match pages.press(key, typing, env.words) {
                None => {}
                Some(Outcome::Leave) => return Ok(Some(false)),
                Some(Outcome::Finish) => {
                    // The last cell may have changed since the plan was looked at.
                    let judged = (env.judge)(pages.cells());
                    let is_right = !judged.has_fault();
                    pages.judge(judged);
                    if is_right {
                        return Ok(Some(true));
                    }
                    pages.notice(env.words.still_wrong.to_string());
                }
                Some(Outcome::Import(path)) => match (env.import)(&path) {
                    Ok(cells) => {
                        pages.replace(cells);
                        pages.notice(env.words.imported.render(&[("path", &path)]));
                    }
                    Err(why) => pages.notice(why),
                },
            }
        }
        Event::Paste(text) => pages.paste(&text, env.heading_of, env.words),
        Event::Resize(..) => screen.terminal.autoresize()?,
        Event::Key(_) | Event::Mouse(_) | Event::FocusGained | Event::FocusLost => {}
    }
    Ok(None)
}
