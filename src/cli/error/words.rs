//! The sentences of errors, in the user's language.

use std::io;
use std::path::Path;

use serde::Deserialize;

use crate::domain::i18n::{Lang, Message, Sources};
use crate::domain::io_messages;
use crate::store::journal::{Damage, DamageKind, Mismatch, TooManyKept, Unreadable};
use crate::store::sessions::TooManySessions;

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
    pub error: Message,
    pub because: Message,
    pub hint: Message,
    pub no_data_folder: Message,
    pub no_data_folder_hint: Message,
    pub create: Message,
    pub create_hint: Message,
    pub plan: Message,
    pub plan_hint: Message,
    pub sample: Message,
    pub find: Message,
    pub find_hint: Message,
    pub ambiguous: Message,
    pub ambiguous_hint: Message,
    pub open: Message,
    pub locked: Message,
    pub locked_by_somebody: Message,
    pub locked_hint: Message,
    pub damaged: Message,
    pub damage_control_character: Message,
    pub damage_not_utf8: Message,
    pub damage_not_a_record: Message,
    pub damage_changed: Message,
    pub damage_out_of_order: Message,
    pub damage_unsealed: Message,
    pub damage_line_ends: Message,
    pub damage_newer: Message,
    pub damaged_hint: Message,
    pub empty: Message,
    pub empty_hint: Message,
    pub terminal: Message,
    pub terminal_hint: Message,
    pub not_a_session: Message,
    pub read: Message,
    pub write: Message,
    pub dossier_changed: Message,
    pub file_changed: Message,
    pub file_missing: Message,
    pub dossier_changed_hint: Message,
    pub words: Message,
    pub attach: Message,
    pub archive: Message,
    pub archive_open: Message,
    pub archive_already: Message,
    pub archive_not: Message,
    pub archive_held: Message,
    pub archive_in_use: Message,
    pub mismatch_gone: Message,
    pub mismatch_folder_gone: Message,
    pub mismatch_replaced: Message,
    pub mismatch_changed: Message,
    pub mismatch_lock: Message,
    pub too_many_kept: Message,
    pub too_many_sessions: Message,
}

/// Why something failed, in words: a limit of our own, or what the computer says.
#[must_use]
pub fn told_cause(error: &io::Error, words: &Words, lang: Lang) -> String {
    let says = &words.errors;
    let ours = |cause: &(dyn std::error::Error + 'static)| {
        if let Some(mismatch) = cause.downcast_ref::<Mismatch>() {
            Some(told_mismatch(*mismatch, words))
        } else if cause.is::<TooManyKept>() {
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
        .unwrap_or_else(|| io_messages::sentence(error, lang))
}

/// How what lies at the path of a journal differs from what was written.
#[must_use]
pub fn told_mismatch(mismatch: Mismatch, words: &Words) -> String {
    let says = &words.errors;
    match mismatch {
        Mismatch::Gone => &says.mismatch_gone,
        Mismatch::FolderGone => &says.mismatch_folder_gone,
        Mismatch::Replaced => &says.mismatch_replaced,
        Mismatch::Changed => &says.mismatch_changed,
        Mismatch::LockLost => &says.mismatch_lock,
    }
    .to_string()
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
            says.damage_not_a_record.render(&[("cause", cause)])
        }
        DamageKind::Changed => says.damage_changed.to_string(),
        DamageKind::Unsealed => says.damage_unsealed.to_string(),
        DamageKind::LineEnds => says.damage_line_ends.to_string(),
        DamageKind::Newer { program } => says.damage_newer.render(&[("program", program)]),
        DamageKind::OutOfOrder { found } => says.damage_out_of_order.render(&[("seq", &found.0)]),
    };
    says.damaged.render(&[
        ("path", &path.display()),
        ("line", &damage.line),
        ("byte", &damage.byte),
        ("what", &what),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::i18n::places_that_differ;

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
