//! The commands that open the aide's desk, and those that lay down a session for it.

use std::path::{Path, PathBuf};

use super::basis::{self, Loaded};
use super::{Place, export, said, say};
use crate::cli::error::{self, Error};
use crate::cli::words::SaidMessage;
use crate::domain::regulation::RegulationId;
use crate::store::clock::Clock;
use crate::store::sessions::{self, OpenSession, Purpose, SessionStore};
use crate::tui::desk::Desk;
use crate::tui::desk::run::{self, Env};
use crate::tui::desk::words::{DeskWords, SOURCES};
use crate::tui::terminal::Screen;
use crate::tui::theme::{Depth, Theme};
use crate::tui::vn_input::{ToneStyle, Typing};

/// What the environment says, by name.
pub(super) type Variable<'a> = &'a dyn Fn(&str) -> Option<String>;

pub(super) fn rehearse(
    place: &Place,
    regulation: Option<String>,
    variable: Variable<'_>,
) -> Result<(), Error> {
    let id = match regulation {
        Some(id) => RegulationId(id),
        None => sample_regulation()?,
    };
    let words = SOURCES.read(place.lang);
    let theme = theme(place, variable);
    // The terminal first: without one no rehearsal is to be left behind.
    let screen = Screen::take().map_err(Error::Terminal)?;
    let folder = rehearsal(place, &id)?;
    sit_down(place, &folder, words, &theme, screen)
}

pub(super) fn run(place: &Place, session: &str, variable: Variable<'_>) -> Result<(), Error> {
    let folder = SessionStore::at(&place.data)
        .find(session)
        .map_err(Error::Find)?;
    let words = SOURCES.read(place.lang);
    let theme = theme(place, variable);
    let screen = Screen::take().map_err(Error::Terminal)?;
    sit_down(place, &folder, words, &theme, screen)
}

/// Lays down a session from a plan and prints its id.
pub(super) fn new(place: &Place, path: &Path, regulation: Option<String>) -> Result<(), Error> {
    let mut draft = crate::documents::plan_import::read(path).map_err(|cause| Error::Plan {
        path: path.to_owned(),
        cause,
    })?;
    if let Some(id) = regulation {
        draft.plan.regulation = RegulationId(id);
    }
    let regulation = place.regulation(&draft.plan.regulation)?;
    let findings = draft.check(Some(&regulation));
    if !findings.faults.is_empty() {
        return Err(Error::PlanFaults {
            path: path.to_owned(),
            faults: findings.faults,
        });
    }
    let words = said(place.lang);
    for warning in &findings.warnings {
        let text = crate::documents::plan_import::words::warning(warning, place.lang);
        super::warn(&words.said[SaidMessage::Warning].render(&[("text", &text)]));
    }
    basis::warn(place, &Loaded::for_plan(place, &draft.plan), &words);
    let folder = create(place, draft.plan, regulation, Purpose::Held)?;
    say(&words.said[SaidMessage::Created].render(&[("id", &sessions::id_of(&folder))]));
    Ok(())
}

pub(super) fn rehearsal(place: &Place, id: &RegulationId) -> Result<PathBuf, Error> {
    let regulation = place.regulation(id)?;
    let mut plan = crate::documents::plan_import::sample().map_err(Error::Sample)?;
    plan.regulation = id.clone();
    create(place, plan, regulation, Purpose::Rehearsal)
}

fn create(
    place: &Place,
    plan: crate::domain::session::plan::Plan,
    regulation: crate::domain::regulation::Regulation,
    purpose: Purpose,
) -> Result<PathBuf, Error> {
    SessionStore::at(&place.data)
        .create(plan, regulation, purpose, &Clock::system())
        .map_err(|cause| Error::Create {
            path: place.data.clone(),
            cause,
        })
}

pub(super) fn sit_down(
    place: &Place,
    folder: &Path,
    words: DeskWords,
    theme: &Theme,
    mut screen: Screen,
) -> Result<(), Error> {
    let mut sitting = OpenSession::open(folder, Clock::system())
        .map_err(|cause| Error::Open {
            path: folder.to_owned(),
            cause,
        })?
        .on_computer(&SessionStore::at(&place.data));
    let typing = Typing::new(place.typing, ToneStyle::default());
    // A file of the user's with a fault is told when the desk opens, while there is time to mend it; the session goes on
    // without what stands in it.
    let loaded = Loaded::for_plan(place, sitting.session().plan());
    let mut desk = Desk::new(words, place.lang, typing, loaded.basis);
    let around = Env {
        theme,
        export: &|sitting, progress| export::from_desk(place, sitting, progress),
        cause: &|error| error::cause(error, place.lang),
        held: &|holder| error::held(holder, place.lang),
    };
    run::run(&mut screen, &mut desk, &mut sitting, &around).map_err(Error::Terminal)?;
    drop(screen);
    tell_where(place, sitting.folder());
    Ok(())
}

/// Where the session lies and how to come back to it, once the terminal is the shell's again.
fn tell_where(place: &Place, folder: &Path) {
    let id = sessions::id_of(folder);
    let path = folder.display().to_string();
    let is_found_by_id =
        !place.data_is_named && folder.parent() == Some(SessionStore::at(&place.data).folder());
    let name = match (is_found_by_id, path.contains(' ')) {
        (true, _) => id.clone(),
        (false, true) => format!("\"{path}\""),
        (false, false) => path.clone(),
    };
    say(&said(place.lang).said[SaidMessage::Left].render(&[
        ("id", &id),
        ("path", &path),
        ("name", &name),
    ]));
}

pub(super) fn theme(place: &Place, variable: Variable<'_>) -> Theme {
    Theme::named(place.theme, Depth::of(variable))
}

pub(super) fn sample_regulation() -> Result<RegulationId, Error> {
    crate::documents::plan_import::sample()
        .map(|plan| plan.regulation)
        .map_err(Error::Sample)
}
