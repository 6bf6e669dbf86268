//! The first screen on a terminal, until something is chosen on it.

use std::io;
use std::time::Duration;

use crossterm::event::{Event, KeyEventKind};

use super::choice::{OfficeChoice, OfficeOwed, Regulations};
use super::draw::draw;
use super::home::Office;
use super::press::OfficeAsks;
use super::words::OfficeWords;
use crate::domain::i18n::Lang;
use crate::domain::time::Wall;
use crate::store::clock::Clock;
use crate::tui::terminal::{self, Input, Interactive, Screen};
use crate::tui::theme::Theme;

/// What the screen is shown with.
#[derive(Clone, Copy)]
pub struct OfficeEnv<'a> {
    pub words: &'a OfficeWords,
    pub lang: Lang,
    pub theme: &'a Theme,
    /// Read once a rehearsal is asked for.
    pub regulations: &'a dyn Fn() -> Regulations,
    /// Whether a new plan was begun and not finished.
    pub has_draft: &'a dyn Fn() -> bool,
    /// What is owed over all sessions: counted once the first frame stands, and again when another day begins.
    pub owed: &'a dyn Fn() -> OfficeOwed,
}

/// Shows the screen until something is chosen. Only the time of day moves on it, once a minute.
///
/// # Errors
/// When the terminal fails.
pub fn run(
    screen: &mut Screen,
    office: &mut Office,
    env: OfficeEnv<'_>,
) -> io::Result<OfficeChoice> {
    let mut shown = Shown {
        office,
        env,
        clock: Clock::system(),
    };
    terminal::run(screen, &mut shown)
}

struct Shown<'a> {
    office: &'a mut Office,
    env: OfficeEnv<'a>,
    clock: Clock,
}

impl Shown<'_> {
    fn draw(&mut self, screen: &mut Screen, now: Wall) -> io::Result<()> {
        let view = self.office.view(self.env.words, self.env.lang, now);
        screen.terminal.draw(|frame| {
            let area = frame.area();
            if let Some(position) = draw(&view, area, frame.buffer_mut(), self.env.theme) {
                frame.set_cursor_position(position);
            }
        })?;
        Ok(())
    }
}

impl Interactive for Shown<'_> {
    type Outcome = OfficeChoice;

    fn show(&mut self, screen: &mut Screen) -> io::Result<Duration> {
        let now = self.clock.now().wall;
        self.office.on_day(now.date_naive());
        self.draw(screen, now)?;
        if self.office.needs_counting(now.date_naive()) {
            self.office.set_owed((self.env.owed)(), now.date_naive());
            self.draw(screen, now)?;
        }
        let into_minute = u64::try_from(now.timestamp().rem_euclid(60)).unwrap_or(0);
        Ok(Duration::from_secs(60 - into_minute))
    }

    fn take(&mut self, _: &mut Screen, inputs: Vec<Input>) -> io::Result<Option<OfficeChoice>> {
        for input in inputs {
            match input {
                Input::Event(Event::Key(key)) if key.kind != KeyEventKind::Release => {
                    let asks = OfficeAsks {
                        regulations: self.env.regulations,
                        has_draft: self.env.has_draft,
                        today: self.clock.now().wall.date_naive(),
                        lang: self.env.lang,
                        words: self.env.words,
                    };
                    let choice = self.office.press(key, &asks);
                    if choice.is_some() {
                        return Ok(choice);
                    }
                }
                Input::Event(Event::Paste(text)) => self.office.paste(&text),
                Input::Event(_) | Input::Dropped(_) | Input::System(_) => {}
            }
        }
        Ok(None)
    }

    fn end(&mut self) -> io::Result<OfficeChoice> {
        Ok(OfficeChoice::Quit)
    }
}
