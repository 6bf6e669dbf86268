//! Reading what deadlines are counted on: the calendar, and the accompanying laws that run beside a regulation. A file of
//! the user's with a fault takes away what stands in it and nothing else; what is missing is always told, never guessed.

use std::path::Path;

use super::Place;
use super::words::CliWords;
use crate::cli::error::{self, Error};
use crate::cli::words::SaidMessage;
use crate::domain::deadlines::{Basis, MissingLaw};
use crate::domain::i18n::Lang;
use crate::domain::regulation::{Regulation, RegulationId};
use crate::domain::session::plan::Plan;
use crate::store::calendars::{self, CalendarError};
use crate::store::profiles;
use crate::store::profiles::ProfileError;

/// What there is to count on, and the user's files that cannot be used.
pub(super) struct Loaded {
    pub basis: Basis,
    pub unusable: Vec<Unusable>,
}

/// A file of the user's that cannot be used.
pub(super) struct Unusable(Error);

impl Loaded {
    /// For the session of a plan: the laws that the plan names, else those that bind such a session.
    pub(super) fn for_plan(place: &Place, plan: &Plan) -> Self {
        let (calendar, faulty) = calendars::usable(place.calendar().as_deref());
        let mut loaded = Self {
            basis: Basis::of(calendar),
            unusable: faulty
                .into_iter()
                .map(|error| Unusable(Error::Calendar(error)))
                .collect(),
        };
        if let Some(chosen) = &plan.laws {
            for id in chosen {
                let law = place.regulation(id);
                loaded.take(id, law);
            }
        } else {
            loaded.take_binding(place, plan);
        }
        loaded.basis.troubles = loaded
            .unusable
            .iter()
            .flat_map(|unusable| unusable.brief(place.lang))
            .collect();
        loaded
    }

    /// With every accompanying law, for sessions of all kinds.
    pub(super) fn with_all_laws(place: &Place) -> Self {
        let (calendar, faulty) = calendars::usable(place.calendar().as_deref());
        let mut loaded = Self {
            basis: Basis::of(calendar),
            unusable: faulty
                .into_iter()
                .map(|error| Unusable(Error::Calendar(error)))
                .collect(),
        };
        for (id, law) in profiles::laws(place.regulations().as_deref()) {
            loaded.take(&id, law.map_err(Error::Profile));
        }
        loaded
    }

    /// The laws that bind such a session.
    fn take_binding(&mut self, place: &Place, plan: &Plan) {
        let occasion = plan.occasion();
        for (id, law) in profiles::laws(place.regulations().as_deref()) {
            let binds = match &law {
                Ok(law) => law.binds(&occasion),
                // A file that cannot be read says of nobody that it does not bind.
                Err(_) => shipped(&id).is_none_or(|law| law.binds(&occasion)),
            };
            if binds {
                self.take(&id, law.map_err(Error::Profile));
            }
        }
    }

    fn take(&mut self, id: &RegulationId, law: Result<Regulation, Error>) {
        match law {
            Ok(law) => self.basis.laws.push(law),
            Err(error) => {
                let title = shipped(id).map_or_else(
                    || crate::domain::regulation::Text {
                        vi: id.0.clone(),
                        en: String::new(),
                    },
                    |law| law.short,
                );
                let id = id.clone();
                self.basis.missing.push(MissingLaw { id, title });
                self.unusable.push(Unusable(error));
            }
        }
    }
}

/// The shipped law that a file of the user's was to replace, for its name.
fn shipped(id: &RegulationId) -> Option<Regulation> {
    profiles::load(&id.0, None).ok()
}

impl Unusable {
    /// Every fault in one line: the file, the place in it, what is wrong.
    pub(super) fn brief(&self, lang: Lang) -> Vec<String> {
        let explained = self.0.explained(lang);
        match self.path().and_then(Path::file_name) {
            Some(file) => explained
                .because
                .iter()
                .map(|why| format!("{}: {why}", file.to_string_lossy()))
                .collect(),
            None => vec![error::brief(&self.0, lang)],
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only the two errors of the user's own files come here"
    )]
    fn path(&self) -> Option<&Path> {
        match &self.0 {
            Error::Calendar(CalendarError::Unreadable { path, .. })
            | Error::Profile(ProfileError::Unreadable { path, .. }) => Some(path),
            Error::Calendar(CalendarError::Faulty { path, .. })
            | Error::Profile(ProfileError::Faulty { path, .. }) => path.as_deref(),
            _ => None,
        }
    }
}

/// Tells on standard error what cannot be used; for commands that open no desk.
pub(super) fn warn(place: &Place, loaded: &Loaded, words: &CliWords) {
    for Unusable(error) in &loaded.unusable {
        let text = error::brief(error, place.lang);
        super::warn(&words.said[SaidMessage::Warning].render(&[("text", &text)]));
    }
}
