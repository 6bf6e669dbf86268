//! The sentences of errors, and what the computer itself says, in the user's language.

use std::io;
use std::path::Path;

use serde::Deserialize;

use crate::journal::{Damage, DamageKind};
use crate::words::{Sentence, Sources};

/// The files of this room.
pub const SOURCES: Sources = crate::word_sources!("errors");

/// Everything that is said of errors.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub errors: ErrorWords,
    pub causes: CauseWords,
}

/// What was tried and failed, and what to do.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErrorWords {
    pub error: Sentence,
    pub because: Sentence,
    pub hint: Sentence,
    pub no_data_folder: Sentence,
    pub no_data_folder_hint: Sentence,
    pub create: Sentence,
    pub create_hint: Sentence,
    pub plan: Sentence,
    pub plan_hint: Sentence,
    pub sample: Sentence,
    pub find: Sentence,
    pub find_hint: Sentence,
    pub ambiguous: Sentence,
    pub ambiguous_hint: Sentence,
    pub open: Sentence,
    pub locked: Sentence,
    pub locked_by_somebody: Sentence,
    pub locked_hint: Sentence,
    pub damaged: Sentence,
    pub damage_unreadable: Sentence,
    pub damage_changed: Sentence,
    pub damage_out_of_order: Sentence,
    pub damaged_hint: Sentence,
    pub empty: Sentence,
    pub empty_hint: Sentence,
    pub terminal: Sentence,
    pub terminal_hint: Sentence,
    pub not_a_session: Sentence,
    pub read: Sentence,
    pub write: Sentence,
    pub dossier_changed: Sentence,
    pub file_changed: Sentence,
    pub file_missing: Sentence,
    pub dossier_changed_hint: Sentence,
    pub words: Sentence,
    pub attach: Sentence,
}

/// What the computer said, in words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CauseWords {
    pub not_found: Sentence,
    pub permission: Sentence,
    pub full: Sentence,
    pub read_only: Sentence,
    pub exists: Sentence,
    pub busy: Sentence,
    pub not_a_folder: Sentence,
    pub no_terminal: Sentence,
    pub other: Sentence,
}

impl CauseWords {
    /// What the computer said, in words where there are any.
    #[must_use]
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the causes of the system; those without a word of ours are told in its own"
    )]
    pub fn of(&self, error: &io::Error) -> String {
        match error.kind() {
            io::ErrorKind::NotFound => self.not_found.to_string(),
            io::ErrorKind::PermissionDenied => self.permission.to_string(),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => self.full.to_string(),
            io::ErrorKind::ReadOnlyFilesystem => self.read_only.to_string(),
            io::ErrorKind::AlreadyExists => self.exists.to_string(),
            io::ErrorKind::ResourceBusy => self.busy.to_string(),
            io::ErrorKind::NotADirectory => self.not_a_folder.to_string(),
            io::ErrorKind::NotConnected => self.no_terminal.to_string(),
            _ => self.other.fill(&[("cause", error)]),
        }
    }
}

/// Where a journal is damaged, and how.
#[must_use]
pub fn told_damage(path: &Path, damage: &Damage, words: &Words) -> String {
    let says = &words.errors;
    let what = match &damage.kind {
        DamageKind::Unreadable { cause } => says.damage_unreadable.fill(&[("cause", cause)]),
        DamageKind::Changed => says.damage_changed.to_string(),
        DamageKind::OutOfOrder { found } => says.damage_out_of_order.fill(&[("seq", &found.0)]),
    };
    says.damaged.fill(&[
        ("path", &path.display()),
        ("line", &damage.line),
        ("byte", &damage.byte),
        ("what", &what),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Lang, places_that_differ};

    #[test]
    fn both_languages_tell_every_error() {
        for lang in [Lang::Vi, Lang::En] {
            assert!(SOURCES.read::<Words>(lang).is_ok());
        }
        assert_eq!(places_that_differ(SOURCES), Vec::<String>::new());
    }
}
