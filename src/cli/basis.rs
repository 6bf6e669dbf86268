//! What deadlines are counted on, for the session of a plan, with the user's files that cannot be used.

use super::RunPlace;
use super::words::{CliWords, SaidMessage};
use crate::domain::deadlines::Basis;
use crate::domain::i18n::Explain as _;
use crate::domain::session::plan::Plan;
use crate::store::basis::UnusableFile;

/// What there is to count on, and the user's files that cannot be used.
pub(super) struct Loaded {
    pub basis: Basis,
    pub unusable: Vec<UnusableFile>,
}

impl Loaded {
    /// The laws that the plan names, else those that bind such a session.
    pub(super) fn for_plan(place: &RunPlace, plan: &Plan) -> Self {
        let (basis, unusable) = place.basis(plan);
        Self { basis, unusable }
    }

    /// With every accompanying law, for sessions of all kinds.
    pub(super) fn with_all_laws(place: &RunPlace) -> Self {
        let (basis, unusable) = place.basis_with_all_laws();
        Self { basis, unusable }
    }
}

/// Tells on standard error what cannot be used; for commands that open no desk.
pub(super) fn warn(place: &RunPlace, loaded: &Loaded, words: &CliWords) {
    for file in &loaded.unusable {
        let explained = file.explained(place.lang);
        let text = std::iter::once(explained.tried)
            .chain(explained.because)
            .collect::<Vec<_>>()
            .join(": ");
        super::warn(&words.said[SaidMessage::Warning].render(&[("text", &text)]));
    }
}
