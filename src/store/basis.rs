//! Reading what deadlines are counted on: the calendar, and the accompanying laws that run beside a regulation, from the
//! user's folders and the program's own files. A file of the user's with a fault takes away what stands in it and nothing
//! else; what is missing is always told, never guessed.

use std::path::Path;

use super::calendars::{self, CalendarError};
use super::profiles::{self, ProfileError};
use crate::domain::deadlines::{Basis, MissingLaw};
use crate::domain::i18n::{Explain, Explained, Lang};
use crate::domain::regulation::{Regulation, RegulationId, Text};
use crate::domain::session::plan::Plan;

/// The user's folders that are read; `None` where there is none.
#[derive(Debug, Clone, Copy)]
pub struct UserFolders<'a> {
    pub regulations: Option<&'a Path>,
    pub calendar: Option<&'a Path>,
}

/// A file of the user's that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum UnusableFile {
    #[error(transparent)]
    Calendar(CalendarError),
    #[error(transparent)]
    Profile(ProfileError),
}

/// For the session of a plan: the laws that the plan names, else those that bind such a session. What cannot be used is
/// told in the basis' troubles, in the language asked for, and given back for whoever tells it otherwise.
#[must_use]
pub fn load(folders: UserFolders<'_>, plan: &Plan, lang: Lang) -> (Basis, Vec<UnusableFile>) {
    on_laws(folders, laws_for(folders, plan), lang)
}

/// With every accompanying law, for sessions of all kinds.
#[must_use]
pub fn load_with_all_laws(folders: UserFolders<'_>, lang: Lang) -> (Basis, Vec<UnusableFile>) {
    on_laws(folders, profiles::laws(folders.regulations), lang)
}

fn on_laws(
    folders: UserFolders<'_>,
    laws: Vec<(RegulationId, Result<Regulation, ProfileError>)>,
    lang: Lang,
) -> (Basis, Vec<UnusableFile>) {
    let (calendar, faulty) = calendars::usable(folders.calendar);
    let mut basis = Basis::of(calendar);
    let mut unusable: Vec<UnusableFile> = faulty.into_iter().map(UnusableFile::Calendar).collect();
    for (id, law) in laws {
        match law {
            Ok(law) => basis.laws.push(law),
            Err(error) => {
                let title = shipped(&id).map_or_else(|| untitled(&id), |law| law.short);
                basis.missing.push(MissingLaw { id, title });
                unusable.push(UnusableFile::Profile(error));
            }
        }
    }
    basis.troubles = unusable.iter().flat_map(|file| file.brief(lang)).collect();
    (basis, unusable)
}

fn laws_for(
    folders: UserFolders<'_>,
    plan: &Plan,
) -> Vec<(RegulationId, Result<Regulation, ProfileError>)> {
    if let Some(chosen) = &plan.laws {
        return chosen
            .iter()
            .map(|id| (id.clone(), profiles::load(&id.0, folders.regulations)))
            .collect();
    }
    let occasion = plan.occasion();
    profiles::laws(folders.regulations)
        .into_iter()
        .filter(|(id, law)| match law {
            Ok(law) => law.binds(&occasion),
            // A file that cannot be read says of nobody that it does not bind.
            Err(_) => shipped(id).is_none_or(|law| law.binds(&occasion)),
        })
        .collect()
}

/// The shipped law that a file of the user's was to replace.
fn shipped(id: &RegulationId) -> Option<Regulation> {
    profiles::load(&id.0, None).ok()
}

fn untitled(id: &RegulationId) -> Text {
    Text {
        vi: id.0.clone(),
        en: String::new(),
    }
}

impl Explain for UnusableFile {
    fn explained(&self, lang: Lang) -> Explained {
        match self {
            Self::Calendar(error) => error.explained(lang),
            Self::Profile(error) => error.explained(lang),
        }
    }
}

impl UnusableFile {
    /// Every fault in one line: the file, the place in it, what is wrong.
    #[must_use]
    pub fn brief(&self, lang: Lang) -> Vec<String> {
        let explained = self.explained(lang);
        match self.path().and_then(Path::file_name) {
            Some(file) => explained
                .because
                .iter()
                .map(|why| format!("{}: {why}", file.to_string_lossy()))
                .collect(),
            None => std::iter::once(explained.tried)
                .chain(explained.because)
                .collect(),
        }
    }

    fn path(&self) -> Option<&Path> {
        match self {
            Self::Calendar(
                CalendarError::Unreadable { path, .. }
                | CalendarError::Faulty {
                    path: Some(path), ..
                },
            )
            | Self::Profile(
                ProfileError::Unreadable { path, .. }
                | ProfileError::Faulty {
                    path: Some(path), ..
                },
            ) => Some(path),
            Self::Calendar(CalendarError::Faulty { path: None, .. })
            | Self::Profile(
                ProfileError::Unknown { .. } | ProfileError::Faulty { path: None, .. },
            ) => None,
        }
    }
}
