//! `settings`: the screen on which the office sets what it would otherwise say every time; also from the first screen.

use std::path::Path;

use super::RunPlace;
use crate::cli::error::Error;
use crate::domain::i18n::WordedError;
use crate::domain::regulation::Scope;
use crate::store::explain::worded_io;
use crate::store::profiles;
use crate::store::settings::{self, SETTINGS_FILE, UserSettings};
use crate::tui::settings::run::{self, SettingsEnv};
use crate::tui::settings::words::{SOURCES, SettingsScreenMessage, SettingsWords};
use crate::tui::settings::{RegulationChoice, SettingsScreen};
use crate::tui::terminal::Screen;
use crate::tui::theme::Theme;
use crate::tui::vn_input::{ToneStyle, Typing};

/// The command.
pub(super) fn run(place: &RunPlace) -> Result<(), Error> {
    let mut screen = Screen::take(place.terminal).map_err(Error::Terminal)?;
    show(place, &mut screen)
}

/// The same on a terminal that is taken already.
pub(super) fn show(place: &RunPlace, screen: &mut Screen) -> Result<(), Error> {
    let words: SettingsWords = SOURCES.read(place.lang);
    let (own, behind) = place.own_settings();
    let typing = Typing::new(place.typing, ToneStyle::default());
    let mut shown = SettingsScreen::new(own, behind, regulations(place), typing);
    if !place.faults.is_empty() {
        shown.notify(place.faults.join("  ·  "));
    }
    let file = place.config.as_ref().map_or_else(
        || SETTINGS_FILE.to_owned(),
        |config| config.join(SETTINGS_FILE).display().to_string(),
    );
    let env = SettingsEnv {
        words: &words,
        lang: place.lang,
        file: &file,
        keep: &|settings| keep(place, settings, &words),
        theme: &|settings| Theme::named(place.theme_under(settings), place.terminal.depth),
    };
    run::run(screen, &mut shown, &env).map_err(Error::Terminal)
}

fn keep(
    place: &RunPlace,
    settings: &UserSettings,
    words: &SettingsWords,
) -> Result<(), WordedError> {
    let folder: &Path = place
        .config
        .as_deref()
        .ok_or_else(|| words.screen[SettingsScreenMessage::NoFolder].to_string())
        .map_err(WordedError::of_sentence)?;
    settings::save(folder, settings).map_err(|cause| worded_io(&cause, place.lang))
}

/// Every regulation that orders a session, by id and short name.
fn regulations(place: &RunPlace) -> Vec<RegulationChoice> {
    profiles::all(place.regulations().as_deref())
        .into_iter()
        .filter_map(|listed| listed.profile.ok())
        .filter(|regulation| regulation.scope == Scope::Session)
        .map(|regulation| {
            let name = regulation.short.in_lang(place.lang).to_owned();
            (regulation.id.0, name)
        })
        .collect()
}
