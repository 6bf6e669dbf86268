//! The hall's terminal on another computer: shows pictures that somebody else follows, and keeps nothing of a session.

use std::io;
use std::time::Duration;

use super::draw;
use super::run::{ProjectorError, left_or_drawn_anew};
use crate::domain::hall_view::{HallWords, ProjectorView};
use crate::domain::i18n::Lang;
use crate::tui::terminal::{self, Input, Interactive, Screen};
use crate::tui::theme::Theme;

/// How often it is asked for the picture.
const POLL: Duration = Duration::from_millis(30);

/// Shows pictures on this terminal until `q`, `Esc` or `Ctrl+C`: the present one whenever it is asked for, `None` as long as
/// there was none of the session of this name.
///
/// # Errors
/// When the terminal does not work.
pub fn show_told(
    picture: &dyn Fn() -> Option<ProjectorView>,
    name: &str,
    lang: Lang,
    theme: &Theme,
    screen: &mut Screen,
) -> Result<(), ProjectorError> {
    let mut wall = ToldProjectorApp {
        picture,
        waiting: ProjectorView::waiting_for(name, &HallWords::of(lang)),
        theme,
        shown: None,
    };
    terminal::run(screen, &mut wall).map_err(ProjectorError::Terminal)
}

struct ToldProjectorApp<'a> {
    picture: &'a dyn Fn() -> Option<ProjectorView>,
    waiting: ProjectorView,
    theme: &'a Theme,
    shown: Option<ProjectorView>,
}

impl Interactive for ToldProjectorApp<'_> {
    type Outcome = ();

    fn show(&mut self, screen: &mut Screen) -> io::Result<Duration> {
        let view = (self.picture)().unwrap_or_else(|| self.waiting.clone());
        if self.shown.as_ref() != Some(&view) {
            screen.terminal.draw(|frame| {
                draw(&view, frame.area(), frame.buffer_mut(), self.theme);
            })?;
            self.shown = Some(view);
        }
        Ok(POLL)
    }

    fn take(&mut self, _: &mut Screen, inputs: Vec<Input>) -> io::Result<Option<()>> {
        Ok(left_or_drawn_anew(inputs, &mut self.shown))
    }

    fn end(&mut self) -> io::Result<()> {
        Ok(())
    }
}
