//! The settings on a terminal, until they are left. What is set is handed over at once, and the colours follow.

use std::io;
use std::time::Duration;

use crossterm::event::{Event, KeyEventKind};

use super::draw::draw;
use super::words::{SettingsScreenMessage, SettingsWords};
use super::{SettingsOutcome, SettingsScreen};
use crate::domain::i18n::{Explain as _, Lang, WordedError};
use crate::store::settings::UserSettings;
use crate::tui::terminal::{self, Input, Interactive, Screen};
use crate::tui::theme::Theme;

/// Nothing moves on this screen by itself.
const FOR_LONG: Duration = Duration::from_hours(1);

/// What the screen is shown with.
pub struct SettingsEnv<'a> {
    pub words: &'a SettingsWords,
    pub lang: Lang,
    /// Where the settings are kept.
    pub file: &'a str,
    /// Keeps them.
    pub keep: &'a dyn Fn(&UserSettings) -> Result<(), WordedError>,
    pub theme: &'a dyn Fn(&UserSettings) -> Theme,
}

/// Shows the screen until it is left.
///
/// # Errors
/// When the terminal fails.
pub fn run(
    screen: &mut Screen,
    settings: &mut SettingsScreen,
    env: &SettingsEnv<'_>,
) -> io::Result<()> {
    terminal::run(screen, &mut ShownSettings { settings, env })
}

struct ShownSettings<'a, 'e> {
    settings: &'a mut SettingsScreen,
    env: &'a SettingsEnv<'e>,
}

impl ShownSettings<'_, '_> {
    fn keep(&mut self) {
        let says = &self.env.words.screen;
        let told = match (self.env.keep)(self.settings.settings()) {
            Ok(()) => says[SettingsScreenMessage::Saved].to_string(),
            Err(cause) => says[SettingsScreenMessage::NotSaved].render(&[("cause", &cause)]),
        };
        self.settings.notify(told);
    }
}

impl Interactive for ShownSettings<'_, '_> {
    type Outcome = ();

    fn show(&mut self, screen: &mut Screen) -> io::Result<Duration> {
        let view = self.settings.view(self.env.words, self.env.file);
        let theme = (self.env.theme)(self.settings.settings());
        screen.terminal.draw(|frame| {
            let area = frame.area();
            if let Some(position) = draw(&view, area, frame.buffer_mut(), &theme) {
                frame.set_cursor_position(position);
            }
        })?;
        Ok(FOR_LONG)
    }

    fn take(&mut self, _: &mut Screen, inputs: Vec<Input>) -> io::Result<Option<()>> {
        for input in inputs {
            match input {
                Input::Event(Event::Key(key)) if key.kind != KeyEventKind::Release => {
                    let before = self.settings.settings().clone();
                    let outcome = self.settings.press(key);
                    if *self.settings.settings() != before {
                        self.keep();
                    }
                    match outcome {
                        SettingsOutcome::Leave => return Ok(Some(())),
                        SettingsOutcome::Unclear(unclear) => {
                            let why = unclear.explained(self.env.lang).in_one_line();
                            self.settings.notify(why);
                        }
                        SettingsOutcome::Nothing | SettingsOutcome::Changed => {}
                    }
                }
                Input::Event(Event::Paste(text)) => self.settings.paste(&text),
                Input::Event(_) | Input::Dropped(_) | Input::System(_) => {}
            }
        }
        Ok(None)
    }

    fn end(&mut self) -> io::Result<()> {
        if self.settings.end() {
            self.keep();
        }
        Ok(())
    }
}
