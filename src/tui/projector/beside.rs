//! The hall's terminal on the computer of the desk: follows a session's journal, keeps the picture right, and needs nobody.
//!
//! It only reads. It may start before the session is there, and goes on showing what it knows when the desk ends, crashes
//! or comes back. It sleeps until a key, a resize, the next look at the journal, or the next second of a running clock.

use super::run::{self, POLL, PictureSource, ProjectorError};
use crate::domain::hall_view::{HallWords, ProjectorView, refresh_after, view};
use crate::domain::i18n::Lang;
use crate::domain::time::{ClockReading, Millis};
use crate::store::clock::Clock;
use crate::store::feed::FeedSource;
use crate::store::sessions::{SessionStore, tell_hall_window};
use crate::tui::terminal::Screen;
use crate::tui::theme::Theme;

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
    let source = JournalPictures {
        lang,
        words: &words,
        name,
        clock: Clock::system(),
        feed: FeedSource::of(store, name),
        right_until: Millis::ZERO,
        noted: None,
    };
    run::run(source, theme, screen)
}

/// A session whose journal is followed.
struct JournalPictures<'a> {
    name: &'a str,
    lang: Lang,
    words: &'a HallWords,
    clock: Clock,
    feed: FeedSource<'a>,
    /// When what is shown has to be looked at again.
    right_until: Millis,
    /// The window as it was written down last.
    noted: Option<(u16, u16)>,
}

impl PictureSource for JournalPictures<'_> {
    fn look(&mut self, is_wanted: bool) -> Option<ProjectorView> {
        let now = self.clock.now();
        let is_new = self.feed.look(now);
        if !is_new && !is_wanted && self.right_until > now.up {
            return None;
        }
        let (view, lasts) = self.picture(now);
        self.right_until = now.up.saturating_add(lasts);
        Some(view)
    }

    /// The desk turns the pages of the conclusion, and has to know how much is on one.
    fn drawn_in(&mut self, window: (u16, u16)) {
        if let Some(folder) = self.feed.folder().filter(|_| self.noted != Some(window)) {
            tell_hall_window(folder, window);
            self.noted = Some(window);
        }
    }

    fn wait(&self) -> Millis {
        self.right_until
            .saturating_sub(self.clock.now().up)
            .min(POLL)
    }
}

impl JournalPictures<'_> {
    /// What is to be seen now, and how long that stays right.
    fn picture(&self, now: ClockReading) -> (ProjectorView, Millis) {
        match self.feed.session(now) {
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
