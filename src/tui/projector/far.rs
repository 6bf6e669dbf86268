//! The hall's terminal on another computer: shows pictures that somebody else follows, and keeps nothing of a session.

use super::run::{self, POLL, PictureSource, ProjectorError};
use crate::domain::hall_view::{HallWords, ProjectorView};
use crate::domain::i18n::Lang;
use crate::domain::time::Millis;
use crate::tui::terminal::Screen;
use crate::tui::theme::Theme;

/// Shows pictures on this terminal until `q`, `Esc` or `Ctrl+C`: the present one whenever it is asked for, `None` as long as
/// there was none of the session of this name.
///
/// # Errors
/// When the terminal does not work.
pub fn show_received(
    picture: &dyn Fn() -> Option<ProjectorView>,
    name: &str,
    lang: Lang,
    theme: &Theme,
    screen: &mut Screen,
) -> Result<(), ProjectorError> {
    let source = ReceivedPictures {
        picture,
        waiting: ProjectorView::waiting_for(name, &HallWords::of(lang)),
    };
    run::run(source, theme, screen)
}

/// Pictures that somebody else follows.
struct ReceivedPictures<'a> {
    picture: &'a dyn Fn() -> Option<ProjectorView>,
    waiting: ProjectorView,
}

impl PictureSource for ReceivedPictures<'_> {
    fn look(&mut self, _: bool) -> Option<ProjectorView> {
        Some((self.picture)().unwrap_or_else(|| self.waiting.clone()))
    }

    /// Nobody there turns pages by it.
    fn drawn_in(&mut self, _: (u16, u16)) {}

    fn wait(&self) -> Millis {
        POLL
    }
}
