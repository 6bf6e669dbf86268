//! The sentences of errors, in the user's language.

use std::io;
use std::path::Path;

use serde::Deserialize;

use crate::causes;
use crate::journal::{Damage, DamageKind, TooManyKept, Unreadable};
use crate::library::TooManySessions;
use crate::words::{Lang, Sentence, Sources};

/// The files of this room.
pub const SOURCES: Sources = crate::word_sources!("errors");

/// Everything that is said of errors.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub errors: ErrorWords,
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
    pub damage_control_character: Sentence,
    pub damage_not_utf8: Sentence,
    pub damage_not_a_record: Sentence,
    pub damage_changed: Sentence,
    pub damage_out_of_order: Sentence,
    pub damage_unsealed: Sentence,
    pub damage_line_ends: Sentence,
    pub damage_newer: Sentence,
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
    pub too_many_kept: Sentence,
    pub too_many_sessions: Sentence,
}

/// Why something failed, in words: a limit of our own, or what the computer says.
#[must_use]
pub fn told_cause(error: &io::Error, words: &Words, lang: Lang) -> String {
    let says = &words.errors;
    let ours = |cause: &(dyn std::error::Error + 'static)| {
        if cause.is::<TooManyKept>() {
            Some(says.too_many_kept.to_string())
        } else if cause.is::<TooManySessions>() {
            Some(says.too_many_sessions.to_string())
        } else {
            None
        }
    };
    error
        .get_ref()
        .and_then(|cause| ours(cause))
        .unwrap_or_else(|| causes::sentence(error, lang))
}

/// Where a journal is damaged, and how.
#[must_use]
pub fn told_damage(path: &Path, damage: &Damage, words: &Words) -> String {
    let says = &words.errors;
    let what = match &damage.kind {
        DamageKind::Unreadable(Unreadable::ControlCharacter) => {
            says.damage_control_character.to_string()
        }
        DamageKind::Unreadable(Unreadable::NotUtf8) => says.damage_not_utf8.to_string(),
        DamageKind::Unreadable(Unreadable::NotARecord { cause }) => {
            says.damage_not_a_record.fill(&[("cause", cause)])
        }
        DamageKind::Changed => says.damage_changed.to_string(),
        DamageKind::Unsealed => says.damage_unsealed.to_string(),
        DamageKind::LineEnds => says.damage_line_ends.to_string(),
        DamageKind::Newer { program } => says.damage_newer.fill(&[("program", program)]),
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
    use crate::words::places_that_differ;

    #[test]
    fn both_languages_tell_every_error() {
        for lang in [Lang::Vi, Lang::En] {
            assert!(SOURCES.read::<Words>(lang).is_ok());
        }
        assert_eq!(places_that_differ(SOURCES), Vec::<String>::new());
    }

    #[test]
    fn a_limit_of_our_own_is_told_in_our_words() {
        for (lang, word) in [(Lang::Vi, "nghìn"), (Lang::En, "thousand")] {
            let words: Words = SOURCES.read(lang).unwrap();
            let told = told_cause(&io::Error::other(TooManySessions), &words, lang);
            assert!(told.contains(word), "{told}");
        }
        let words: Words = SOURCES.read(Lang::Vi).unwrap();
        let told = told_cause(&io::Error::other(TooManyKept), &words, Lang::Vi);
        assert!(told.contains("journal.kept-"), "{told}");
    }
}
