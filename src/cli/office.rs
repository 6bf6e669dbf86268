//! The first screen as a command: shows it, carries out what is chosen, and comes back to it.

use std::path::{Path, PathBuf};

use super::desk::{Variable, home_folder, rehearsal, sample_regulation, sit_down, theme};
use super::{RunPlace, export, project};
use crate::cli::error::Error;
use crate::domain::i18n::Explain as _;
use crate::domain::regulation::Scope;
use crate::store::clock::Clock;
use crate::store::profiles;
use crate::store::sessions::ArchiveFailed;
use crate::store::sessions::{self, ArchiveError, SessionStore};
use crate::tui::desk::words::{DeskWords, SOURCES};
use crate::tui::office::words::{OfficeNoticeMessage, OfficeWords, SOURCES as OFFICE_SOURCES};
use crate::tui::office::{self, Office, OfficeChoice, OfficeEntry, OfficeEnv, Regulations};
use crate::tui::terminal::Screen;
use crate::tui::vn_input::{ToneStyle, Typing};

/// The first screen, then what is chosen on it. Only the desk ends it.
pub(super) fn run(place: &RunPlace, variable: Variable<'_>) -> Result<(), Error> {
    let store = SessionStore::at(&place.data);
    let mut screen = Screen::take(place.terminal).map_err(Error::Terminal)?;
    let mut place = place.clone();
    loop {
        match show(&place, &store, &mut screen)? {
            AfterOffice::Quit => return Ok(()),
            AfterOffice::SetAnew => {
                super::settings::show(&place, &mut screen)?;
                place = place.renewed();
            }
            AfterOffice::Desk(folder) => {
                let words: DeskWords = SOURCES.read(place.lang);
                let home = home_folder(variable);
                let theme = theme(&place);
                return sit_down(&place, &folder, words, &theme, screen, home.as_deref());
            }
        }
    }
}

/// What comes after the first screen.
enum AfterOffice {
    Quit,
    /// Something is to be set otherwise, and the screen shown anew.
    SetAnew,
    Desk(PathBuf),
}

fn show(place: &RunPlace, store: &SessionStore, screen: &mut Screen) -> Result<AfterOffice, Error> {
    let words: OfficeWords = OFFICE_SOURCES.read(place.lang);
    let theme = theme(place);
    let typing = Typing::new(place.typing, ToneStyle::default());
    let mut office = Office::new(entries(store), typing, Box::new(sessions::words_of));
    if !place.faults.is_empty() {
        office.notify(place.faults.join("  ·  "));
    }
    loop {
        let env = OfficeEnv {
            words: &words,
            lang: place.lang,
            theme: &theme,
            regulations: &|| regulations(place),
        };
        let chosen = office::run(screen, &mut office, env).map_err(Error::Terminal)?;
        match chosen {
            OfficeChoice::Quit => return Ok(AfterOffice::Quit),
            OfficeChoice::Settings => return Ok(AfterOffice::SetAnew),
            OfficeChoice::Resume(folder) => return Ok(AfterOffice::Desk(folder)),
            OfficeChoice::Rehearse(id) => {
                return rehearsal(place, &id).map(AfterOffice::Desk);
            }
            OfficeChoice::Project(folder) => {
                project::show(place, &folder, &theme, screen)?;
                office.renew(entries(store));
            }
            OfficeChoice::Export(folder) => {
                office.notify(exported(place, &folder, &words));
            }
            OfficeChoice::Archive(folder) => {
                let done = sessions::archive(&folder);
                let text = words.notices[OfficeNoticeMessage::Archived]
                    .render(&[("id", &sessions::id_of(&folder))]);
                office.renew(entries(store));
                office.notify(told(place, &folder, done, text));
            }
            OfficeChoice::DeleteRehearsal(folder) => {
                let now = Clock::system().now().wall;
                let done = sessions::delete_rehearsal(store, &folder, now);
                let text = words.notices[OfficeNoticeMessage::Deleted]
                    .render(&[("id", &sessions::id_of(&folder))]);
                office.renew(entries(store));
                office.notify(told(place, &folder, done, text));
            }
        }
    }
}

/// All sessions as the first screen lists them.
fn entries(store: &SessionStore) -> Vec<OfficeEntry> {
    sessions::list(store)
        .into_iter()
        .map(|session| OfficeEntry {
            session,
            owed: None,
        })
        .collect()
}

/// What was done, or why it was not.
fn told(place: &RunPlace, folder: &Path, done: Result<(), ArchiveError>, text: String) -> String {
    match done {
        Ok(()) => text,
        Err(cause) => Error::Archive(ArchiveFailed {
            path: folder.to_owned(),
            cause,
        })
        .explained(place.lang)
        .in_one_line(),
    }
}

fn exported(place: &RunPlace, folder: &Path, words: &OfficeWords) -> String {
    match export::of_folder(place, folder) {
        Ok((path, is_closed)) => {
            let says = &words.notices;
            let sentence = if is_closed {
                &says[OfficeNoticeMessage::Exported]
            } else {
                &says[OfficeNoticeMessage::ExportedOpen]
            };
            sentence.render(&[("path", &path.display())])
        }
        Err(cause) => cause.explained(place.lang).in_one_line(),
    }
}

/// The regulations that order a session; the office's usual one comes first, else the one the sample was
/// written for.
fn regulations(place: &RunPlace) -> Regulations {
    let usual = place.settings.regulation.clone();
    let proposed = usual.or_else(|| sample_regulation().ok());
    let mut offered: Regulations = profiles::all(place.regulations().as_deref())
        .into_iter()
        .filter_map(|listed| listed.profile.ok())
        .filter(|regulation| regulation.scope == Scope::Session)
        .map(|regulation| (regulation.id, regulation.short))
        .collect();
    offered.sort_by_key(|(id, _)| Some(id) != proposed.as_ref());
    offered
}
