//! `follow-up`: the screen of what was promised, as a command and from the first screen.

use std::path::Path;

use super::RunPlace;
use super::follow_up::documents_folder;
use super::follow_up::office::FollowUpOffice;
use crate::cli::error::Error;
use crate::domain::deadlines::explain::Explainer;
use crate::store::private_fs;
use crate::tui::follow_up::run::{self, FollowUpEnv};
use crate::tui::follow_up::words::FollowUpScreenWords;
use crate::tui::follow_up::{FollowUpDrafts, FollowUpScreen, FollowUpTone};
use crate::tui::terminal::Screen;
use crate::tui::theme::Theme;
use crate::tui::vn_input::{ToneStyle, Typing};

/// What was typed in forms and not accepted, beside the sessions of this computer.
const DRAFTS: &str = "follow-up-drafts.json";

/// Shows the screen, over all sessions or one; a folder may be a dossier that came from elsewhere.
pub(super) fn run(place: &RunPlace, session: Option<&str>) -> Result<(), Error> {
    let office = FollowUpOffice::of(place);
    let screen = laid_out(&office, place, session)?;
    let theme = super::desk::theme(place);
    let mut terminal = Screen::take(place.terminal).map_err(Error::Terminal)?;
    work(&office, place, screen, &mut terminal, &theme)
}

/// The same on a terminal that is taken already, over all sessions; that of a folder is shown first.
pub(super) fn show(
    place: &RunPlace,
    first: Option<&Path>,
    terminal: &mut Screen,
    theme: &Theme,
) -> Result<(), Error> {
    let office = FollowUpOffice::of(place);
    let mut screen = laid_out(&office, place, None)?;
    if let Some(folder) = first {
        screen = screen.with_session(folder);
    }
    work(&office, place, screen, terminal, theme)
}

fn laid_out(
    office: &FollowUpOffice<'_>,
    place: &RunPlace,
    session: Option<&str>,
) -> Result<FollowUpScreen, Error> {
    let words = crate::tui::follow_up::words::WORDS.read::<FollowUpScreenWords>(place.lang);
    let (cases, troubles) = office.cases(session)?;
    let mut screen = FollowUpScreen::new(
        words,
        (office.teller.clone(), Explainer::new(place.lang)),
        Typing::new(place.typing, ToneStyle::default()),
        office.today(),
        cases,
    )
    .with_folder(documents_folder(place).display().to_string());
    if !troubles.is_empty() {
        let before = screen.notice().map(ToOwned::to_owned);
        screen.notify(FollowUpTone::Alarm, troubles.join("  ·  "));
        screen.tell_also(before);
    }
    Ok(screen)
}

fn work(
    office: &FollowUpOffice<'_>,
    place: &RunPlace,
    mut screen: FollowUpScreen,
    terminal: &mut Screen,
    theme: &Theme,
) -> Result<(), Error> {
    let path = place.data.join(DRAFTS);
    let left: Option<FollowUpDrafts> = private_fs::read(&path)
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok());
    if let Some(drafts) = left {
        screen.restore_drafts(drafts, office.now());
    }
    run::run(
        terminal,
        &mut screen,
        &FollowUpEnv {
            theme,
            now: &|| office.now(),
            enter: &|case, command| office.enter(case, command),
            attach: &|case, path, item, paper| office.attach(case, path, item, paper),
            place: &|case, parent| office.place_ledger(case, parent),
            write: &|case, paper, to| office.write(case, paper, to),
            export: &|case| office.export(case),
            again: &|case| office.again(case).ok(),
            keep: &|drafts| {
                // A draft that cannot be kept must not stop anybody from writing.
                let bytes = serde_json::to_vec(drafts).unwrap_or_default();
                let _ = private_fs::folder(&place.data);
                let _ = private_fs::replace(&path, &bytes);
            },
        },
    )
    .map_err(Error::Terminal)
}
