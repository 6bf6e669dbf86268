//! The loop of the hall's terminal: draws a picture whenever it is another one, until somebody leaves. It knows nothing of
//! where the pictures come from.

use std::io;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::draw;
use crate::domain::hall_view::ProjectorView;
use crate::domain::time::Millis;
use crate::tui::terminal::{self, Input, Interactive, Screen};
use crate::tui::theme::Theme;

/// How often a picture is asked for. An act is on the screen of the hall after this and one drawing at the latest.
pub(super) const POLL: Millis = Millis(30);

/// Why the projector ended though nobody asked.
#[derive(Debug, thiserror::Error)]
pub enum ProjectorError {
    #[error("the terminal does not work")]
    Terminal(#[source] io::Error),
}

/// Where the pictures of the hall come from.
pub(super) trait PictureSource {
    /// The picture, if it may be another than the last; always while `is_wanted`.
    fn look(&mut self, is_wanted: bool) -> Option<ProjectorView>;

    /// A picture is drawn in a window of so many columns and rows.
    fn drawn_in(&mut self, window: (u16, u16));

    /// When it is to be looked again.
    fn wait(&self) -> Millis;
}

/// Shows the pictures on this terminal until `q`, `Esc` or `Ctrl+C`.
pub(super) fn run(
    source: impl PictureSource,
    theme: &Theme,
    screen: &mut Screen,
) -> Result<(), ProjectorError> {
    let mut app = ProjectorApp {
        source,
        theme,
        shown: None,
    };
    terminal::run(screen, &mut app).map_err(ProjectorError::Terminal)
}

struct ProjectorApp<'a, S> {
    source: S,
    theme: &'a Theme,
    shown: Option<ProjectorView>,
}

impl<S: PictureSource> Interactive for ProjectorApp<'_, S> {
    type Outcome = ();

    fn show(&mut self, screen: &mut Screen) -> io::Result<Duration> {
        let view = self.source.look(self.shown.is_none());
        if let Some(view) = view.filter(|view| self.shown.as_ref() != Some(view)) {
            let size = screen.terminal.size()?;
            self.source.drawn_in((size.width, size.height));
            screen.terminal.draw(|frame| {
                draw(&view, frame.area(), frame.buffer_mut(), self.theme);
            })?;
            self.shown = Some(view);
        }
        Ok(Duration::from_millis(self.source.wait().0))
    }

    /// Somebody leaves, or what is shown has to be drawn anew.
    fn take(&mut self, _: &mut Screen, inputs: Vec<Input>) -> io::Result<Option<()>> {
        for input in inputs {
            match input {
                Input::Event(Event::Key(key)) if ends(key) => return Ok(Some(())),
                Input::Event(Event::Resize(..) | Event::FocusGained) => self.shown = None,
                Input::Event(_) | Input::Dropped(_) | Input::System(_) => {}
            }
        }
        Ok(None)
    }

    fn end(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn ends(key: KeyEvent) -> bool {
    let interrupts =
        key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL);
    let leaves = matches!(key.code, KeyCode::Esc | KeyCode::Char('q' | 'Q'));
    key.kind == KeyEventKind::Press && (leaves || interrupts)
}
