//! The first screen: go on with a session, or rehearse. It reads only the small file beside each journal.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{self, Event, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::layout::Rect;

use super::action::{Action, Motion};
use super::keymap::{self, Key, Mode};
use super::words::Words;
use crate::domain::format;
use crate::domain::i18n::Lang;
use crate::domain::regulation::{RegulationId, Text};
use crate::store::sessions::{Standing, id_of};
use crate::tui::terminal::{LOOK_EVERY, Screen};
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;
use crate::tui::widgets::scroll::first_in_sight;

/// What the aide chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    Resume(PathBuf),
    Rehearse(RegulationId),
    Quit,
}

/// What a rehearsal can be held under, the proposed one first.
pub type Regulations = Vec<(RegulationId, Text)>;

/// The first screen.
#[derive(Debug)]
pub struct Home {
    sessions: Vec<(PathBuf, Option<Standing>)>,
    /// A rehearsal was chosen; under which of these?
    choosing: Option<Regulations>,
    selected: usize,
}

/// One line of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HomeLine {
    pub text: String,
    pub hint: String,
    pub selected: bool,
}

/// What the screen shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HomeView {
    pub name: String,
    pub about: String,
    pub question: Option<String>,
    pub lines: Vec<HomeLine>,
    pub foot: Vec<String>,
}

impl Home {
    /// The screen over these sessions, latest first.
    #[must_use]
    pub fn new(sessions: Vec<(PathBuf, Option<Standing>)>) -> Self {
        Self {
            sessions,
            choosing: None,
            selected: 0,
        }
    }

    /// What a key comes to. The regulations are only read once a rehearsal is chosen.
    pub fn press(
        &mut self,
        key: KeyEvent,
        regulations: &dyn Fn() -> Regulations,
    ) -> Option<Choice> {
        let key = Key {
            code: key.code,
            modifiers: key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT),
        };
        let last = self.count().saturating_sub(1);
        let intent = keymap::intent(Mode::Home, key)?;
        if intent == Action::Quit {
            if self.choosing.take().is_none() {
                return Some(Choice::Quit);
            }
            self.selected = self.sessions.len();
        } else if intent == Action::Go(Motion::Up) {
            self.selected = self.selected.saturating_sub(1);
        } else if intent == Action::Go(Motion::Down) {
            self.selected = (self.selected + 1).min(last);
        } else if intent == Action::Go(Motion::Accept) {
            return self.accept(regulations);
        }
        None
    }

    fn accept(&mut self, regulations: &dyn Fn() -> Regulations) -> Option<Choice> {
        if let Some(offered) = &self.choosing {
            return offered
                .get(self.selected)
                .map(|(id, _)| Choice::Rehearse(id.clone()));
        }
        if let Some((folder, _)) = self.sessions.get(self.selected) {
            return Some(Choice::Resume(folder.clone()));
        }
        self.choosing = Some(regulations());
        self.selected = 0;
        None
    }

    fn count(&self) -> usize {
        self.choosing
            .as_ref()
            .map_or(self.sessions.len() + 1, Vec::len)
    }

    /// The screen's data.
    #[must_use]
    pub fn view(&self, words: &Words, lang: Lang) -> HomeView {
        let says = &words.home;
        let lines: Vec<(String, String)> = if let Some(offered) = &self.choosing {
            offered
                .iter()
                .map(|(id, short)| (short.in_lang(lang).to_owned(), id.0.clone()))
                .collect()
        } else {
            let mut lines: Vec<(String, String)> = self
                .sessions
                .iter()
                .map(|(folder, standing)| session_line(folder, standing.as_ref(), words, lang))
                .collect();
            lines.push((says.rehearse.to_string(), says.rehearse_hint.to_string()));
            lines
        };
        HomeView {
            name: says.name.to_string(),
            about: says.about.to_string(),
            question: self
                .choosing
                .as_ref()
                .map(|_| says.choose_regulation.to_string()),
            lines: lines
                .into_iter()
                .enumerate()
                .map(|(index, (text, hint))| HomeLine {
                    text,
                    hint,
                    selected: index == self.selected,
                })
                .collect(),
            foot: vec![says.new_hint.to_string(), says.keys.to_string()],
        }
    }
}

fn session_line(
    folder: &std::path::Path,
    standing: Option<&Standing>,
    words: &Words,
    lang: Lang,
) -> (String, String) {
    let says = &words.home;
    let id = id_of(folder);
    let Some(standing) = standing else {
        return (
            says.resume.render(&[("title", &id)]),
            says.unknown.to_string(),
        );
    };
    let state = if standing.closed {
        says.closed.to_string()
    } else {
        standing.step.as_ref().map_or_else(
            || says.not_begun.to_string(),
            |step| step.in_lang(lang).to_owned(),
        )
    };
    // Two rehearsals of one sample differ in nothing but their names.
    let mut hint = vec![
        format::date(standing.held.date()),
        id,
        standing.regulation.in_lang(lang).to_owned(),
        state,
    ];
    if standing.fictional {
        hint.push(says.fictional.to_string());
    }
    let text = if standing.closed {
        standing.title.clone()
    } else {
        says.resume.render(&[("title", &standing.title)])
    };
    (text, hint.join(" · "))
}

/// Draws the screen.
pub fn draw(view: &HomeView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    buf.set_style(area, theme.text());
    let inner = Rect {
        x: area.x + 2.min(area.width / 4),
        width: area.width.saturating_sub(4),
        y: area.y + u16::from(area.height > 12),
        height: area.height.saturating_sub(u16::from(area.height > 12)),
    };
    lines::put(buf, inner, 0, &view.name, theme.accent());
    lines::put(buf, inner, 1, &view.about, theme.faint());
    let mut row = 3;
    if let Some(question) = &view.question {
        lines::put(buf, inner, row, question, theme.strong());
        row += 2;
    }
    let foot = u16::try_from(view.foot.len()).unwrap_or(u16::MAX);
    let room = inner.height.saturating_sub(row + foot + 1);
    let at = view
        .lines
        .iter()
        .position(|line| line.selected)
        .unwrap_or(0);
    let each = 2;
    let first = first_in_sight(view.lines.len(), at, usize::from(room / each));
    for line in view.lines.iter().skip(first) {
        if row + each > inner.height.saturating_sub(foot) {
            break;
        }
        let (sign, style) = if line.selected {
            ("▶ ", theme.accent())
        } else {
            ("  ", theme.text())
        };
        let column = lines::put(buf, inner, row, sign, style);
        lines::put_at(buf, inner, column, row, &line.text, style);
        lines::put_at(buf, inner, column, row + 1, &line.hint, theme.faint());
        row += each;
    }
    for (index, foot_line) in (0..foot).zip(&view.foot) {
        let row = inner.height.saturating_sub(foot) + index;
        lines::put(buf, inner, row, foot_line, theme.faint());
    }
}

/// Shows the screen until the aide has chosen. Nothing on it moves, so nothing is drawn without a key.
///
/// # Errors
/// When the terminal fails.
pub fn run(
    screen: &mut Screen,
    home: &mut Home,
    regulations: &dyn Fn() -> Regulations,
    words: &Words,
    lang: Lang,
    theme: &Theme,
) -> io::Result<Choice> {
    loop {
        let view = home.view(words, lang);
        screen.terminal.draw(|frame| {
            let area = frame.area();
            draw(&view, area, frame.buffer_mut(), theme);
        })?;
        while !event::poll(LOOK_EVERY)? {
            if screen.is_asked_to_end() {
                return Ok(Choice::Quit);
            }
        }
        loop {
            match event::read()? {
                Event::Key(key) if key.kind != KeyEventKind::Release => {
                    if let Some(choice) = home.press(key, regulations) {
                        return Ok(choice);
                    }
                }
                Event::Resize(..) => screen.terminal.autoresize()?,
                Event::Key(_)
                | Event::Mouse(_)
                | Event::Paste(_)
                | Event::FocusGained
                | Event::FocusLost => {}
            }
            if !event::poll(Duration::ZERO)? {
                break;
            }
        }
    }
}
