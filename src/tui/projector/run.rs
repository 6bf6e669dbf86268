//! The hall's terminal: follows a session's journal, keeps the picture right, and needs nobody.
//!
//! It only reads. It may start before the session is there, and goes on showing what it knows when the desk ends, crashes
//! or comes back. It sleeps until a key, a resize, the next look at the journal, or the next second of a running clock.

use std::io;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::draw;
use crate::domain::hall_view::{HallWords, ProjectorView, refresh_after, view};
use crate::domain::i18n::Lang;
use crate::domain::time::{ClockReading, Millis};
use crate::store::clock::Clock;
use crate::store::feed::FeedSource;
use crate::store::sessions::{SessionStore, tell_hall_window};
use crate::tui::terminal::{self, Input, Interactive, Screen};
use crate::tui::theme::Theme;

/// How often the journal is looked at. An act is on the screen of the hall after this and one drawing at the latest.
const POLL: Millis = Millis(30);

/// Why the projector ended though nobody asked.
#[derive(Debug, thiserror::Error)]
pub enum ProjectorError {
    #[error("the terminal does not work")]
    Terminal(#[source] io::Error),
}

/// Shows a session on this terminal until `q`, `Esc` or `Ctrl+C`. The session is named as for [`SessionStore::find`], and is
/// waited for while there is none of that name.
///
/// # Errors
/// When the terminal does not work.
pub fn show(
    store: &SessionStore,
    name: &str,
    lang: Lang,
    theme: &Theme,
    screen: &mut Screen,
) -> Result<(), ProjectorError> {
    let words = HallWords::of(lang);
    let mut wall = ProjectorApp {
        lang,
        theme,
        words: &words,
        name,
        clock: Clock::system(),
        source: FeedSource::of(store, name),
        shown: None,
        right_until: Millis::ZERO,
        told: None,
    };
    terminal::run(screen, &mut wall).map_err(ProjectorError::Terminal)
}

/// The hall's view, and what it is drawn from.
struct ProjectorApp<'a> {
    name: &'a str,
    lang: Lang,
    words: &'a HallWords,
    theme: &'a Theme,
    clock: Clock,
    source: FeedSource<'a>,
    shown: Option<ProjectorView>,
    /// When what is shown has to be looked at again.
    right_until: Millis,
    /// The window as it was written down last.
    told: Option<(u16, u16)>,
}

impl Interactive for ProjectorApp<'_> {
    type Outcome = ();

    fn show(&mut self, screen: &mut Screen) -> io::Result<Duration> {
        let now = self.clock.now();
        let is_new = self.source.look(now);
        if is_new || self.shown.is_none() || self.right_until <= now.up {
            let (view, lasts) = self.picture(now);
            if self.shown.as_ref() != Some(&view) {
                self.tell_window(screen)?;
                screen.terminal.draw(|frame| {
                    draw(&view, frame.area(), frame.buffer_mut(), self.theme);
                })?;
                self.shown = Some(view);
            }
            self.right_until = now.up.saturating_add(lasts);
        }
        let wait = self
            .right_until
            .saturating_sub(self.clock.now().up)
            .min(POLL);
        Ok(Duration::from_millis(wait.0))
    }

    fn take(&mut self, _: &mut Screen, inputs: Vec<Input>) -> io::Result<Option<()>> {
        Ok(left_or_drawn_anew(inputs, &mut self.shown))
    }

    fn end(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl ProjectorApp<'_> {
    /// The desk turns the pages of the conclusion, and has to know how much is on one.
    fn tell_window(&mut self, screen: &Screen) -> io::Result<()> {
        let size = screen.terminal.size()?;
        let window = (size.width, size.height);
        if let Some(folder) = self.source.folder().filter(|_| self.told != Some(window)) {
            tell_hall_window(folder, window);
            self.told = Some(window);
        }
        Ok(())
    }

    /// What is to be seen now, and how long that stays right.
    fn picture(&self, now: ClockReading) -> (ProjectorView, Millis) {
        match self.source.session(now) {
            Some((session, stamp)) => (
                view(session, stamp, self.words, self.lang),
                refresh_after(session, stamp),
            ),
            None => (
                ProjectorView::waiting_for(self.name, self.words),
                Millis::of_minutes(1),
            ),
        }
    }
}

/// What is done at the hall's terminal: somebody leaves, or what is shown has to be drawn anew.
pub(super) fn left_or_drawn_anew(
    inputs: Vec<Input>,
    shown: &mut Option<ProjectorView>,
) -> Option<()> {
    for input in inputs {
        match input {
            Input::Event(Event::Key(key)) if ends(key) => return Some(()),
            Input::Event(Event::Resize(..) | Event::FocusGained) => *shown = None,
            Input::Event(_) | Input::Dropped(_) | Input::System(_) => {}
        }
    }
    None
}

fn ends(key: KeyEvent) -> bool {
    let interrupts =
        key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL);
    let leaves = matches!(key.code, KeyCode::Esc | KeyCode::Char('q' | 'Q'));
    key.kind == KeyEventKind::Press && (leaves || interrupts)
}
