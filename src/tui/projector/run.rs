//! The hall's terminal: follows a session's journal, keeps the picture right, and needs nobody.
//!
//! It only reads. It may start before the session is there, and goes on showing what it knows when the desk ends, crashes
//! or comes back. It sleeps until a key, a resize, the next look at the journal, or the next second of a running clock.

use std::io;
use std::time::Duration;

use ratatui::crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::draw;
use super::feed::Source;
use crate::domain::hall_view::{ProjectorView, Words, lasts, view};
use crate::domain::i18n::Lang;
use crate::domain::time::{ClockReading, Millis};
use crate::store::clock::Clock;
use crate::store::sessions::SessionStore;
use crate::tui::terminal::Screen;
use crate::tui::theme::Theme;

/// How often the journal is looked at. An act is on the wall after this and one drawing at the latest.
const POLL: Millis = Millis(30);

/// Why the projector ended though nobody asked.
#[derive(Debug, thiserror::Error)]
pub enum ProjectorError {
    #[error("the words of the projector cannot be read")]
    Words(#[from] ron::error::SpannedError),
    #[error("the terminal does not work")]
    Terminal(#[source] io::Error),
}

/// Shows a session on this terminal until `q`, `Esc` or `Ctrl+C`, and leaves the terminal as it was. The session is named
/// as for [`SessionStore::find`], and is waited for while there is none of that name.
///
/// # Errors
/// When the terminal does not work.
pub fn run(
    library: &SessionStore,
    name: &str,
    lang: Lang,
    theme: &Theme,
) -> Result<(), ProjectorError> {
    let mut screen = Screen::take().map_err(ProjectorError::Terminal)?;
    show(library, name, lang, theme, &mut screen)
}

/// The same on a terminal that is taken already, and is kept.
///
/// # Errors
/// When the terminal does not work.
pub fn show(
    library: &SessionStore,
    name: &str,
    lang: Lang,
    theme: &Theme,
    screen: &mut Screen,
) -> Result<(), ProjectorError> {
    let words = Words::of(lang)?;
    let wall = Wall {
        lang,
        theme,
        words: &words,
        name,
    };
    wall.show(library, screen).map_err(ProjectorError::Terminal)
}

/// What stays the same as long as the projector runs.
#[derive(Clone, Copy)]
struct Wall<'a> {
    name: &'a str,
    lang: Lang,
    words: &'a Words,
    theme: &'a Theme,
}

impl Wall<'_> {
    fn show(self, library: &SessionStore, screen: &mut Screen) -> io::Result<()> {
        let clock = Clock::system();
        let mut source = Source::of(library, self.name);
        let mut shown: Option<ProjectorView> = None;
        let mut right_until = Millis::ZERO;
        loop {
            let now = clock.now();
            let is_new = source.look(now);
            if is_new || shown.is_none() || right_until <= now.up {
                let (view, lasts) = self.picture(&source, now);
                if shown.as_ref() != Some(&view) {
                    screen.terminal.draw(|frame| {
                        draw(&view, frame.area(), frame.buffer_mut(), self.theme);
                    })?;
                    shown = Some(view);
                }
                right_until = now.up.saturating_add(lasts);
            }
            let wait = right_until.saturating_sub(clock.now().up).min(POLL);
            let wanted = wanted(wait)?;
            if screen.is_asked_to_end() {
                return Ok(());
            }
            match wanted {
                Wanted::Nothing => {}
                Wanted::Redraw => shown = None,
                Wanted::End => return Ok(()),
            }
        }
    }

    /// What is to be seen now, and how long that stays right.
    fn picture(self, source: &Source, now: ClockReading) -> (ProjectorView, Millis) {
        match source.session(now) {
            Some((session, stamp)) => (
                view(session, stamp, self.words, self.lang),
                lasts(session, stamp),
            ),
            None => (
                ProjectorView::waiting_for(self.name, self.words),
                Millis::of_minutes(1),
            ),
        }
    }
}

/// What happened at this terminal.
enum Wanted {
    Nothing,
    Redraw,
    End,
}

/// Waits so long for a key or a resize, and takes all that came.
fn wanted(wait: Millis) -> io::Result<Wanted> {
    let mut wanted = Wanted::Nothing;
    let mut wait = Duration::from_millis(wait.0);
    while event::poll(wait)? {
        wait = Duration::ZERO;
        match event::read()? {
            Event::Key(key) if ends(key) => return Ok(Wanted::End),
            Event::Resize(_, _) | Event::FocusGained => wanted = Wanted::Redraw,
            Event::Key(_) | Event::FocusLost | Event::Mouse(_) | Event::Paste(_) => {}
        }
    }
    Ok(wanted)
}

fn ends(key: KeyEvent) -> bool {
    let interrupts =
        key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL);
    let leaves = matches!(key.code, KeyCode::Esc | KeyCode::Char('q' | 'Q'));
    key.kind == KeyEventKind::Press && (leaves || interrupts)
}
