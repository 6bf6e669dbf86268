//! The sentences of errors, in the user's language.

use std::io;
use std::path::Path;

use crate::domain::i18n::{Catalog, FromCatalog, Group, Lang, Sources};
use crate::domain::io_messages;
use crate::store::journal::{Damage, DamageKind, Mismatch, TooManyKept, Unreadable};
use crate::store::sessions::{Damaged, TooManySessions};

/// The files of this room.
pub const SOURCES: Sources = crate::word_sources!("errors");

/// Everything that is said of errors.
#[derive(Debug, Clone)]
pub struct ErrorTexts {
    pub errors: ErrorWords,
}

impl FromCatalog for ErrorTexts {
    fn from_catalog(catalog: &Catalog) -> Self {
        Self {
            errors: Group::at(catalog, "errors"),
        }
    }
}

crate::messages! {
    /// What was tried and failed, and what to do.
    pub enum ErrorMessage {
        Error,
        Because,
        Hint,
        NoDataFolder,
        NoDataFolderHint,
        Create,
        CreateHint,
        Plan,
        PlanHint,
        PlanInUse,
        PlanInUseBegan,
        PlanInUseOpen,
        PlanInUseHint,
        NotConfirmed,
        NotConfirmedHint,
        Exists,
        ExistsHint,
        Sample,
        Find,
        FindHint,
        Ambiguous,
        AmbiguousHint,
        Open,
        Locked,
        LockedBySomebody,
        LockedHint,
        Damaged,
        DamageControlCharacter,
        DamageNotUtf8,
        DamageNotARecord,
        DamageChanged,
        DamageOutOfOrder,
        DamageUnsealed,
        DamageLineEnds,
        DamageNewer,
        DamagedHint,
        Empty,
        EmptyHint,
        Terminal,
        TerminalHint,
        NotASession,
        Read,
        Write,
        DossierChanged,
        DossierChangedHint,
        Digest,
        DigestHint,
        OtherJournal,
        OtherJournalWhy,
        OtherJournalHint,
        Attach,
        Archive,
        ArchiveOpen,
        ArchiveAlready,
        ArchiveNot,
        ArchiveHeld,
        ArchiveInUse,
        TooManyKept,
        WrongClock,
        WrongClockHint,
        TooManySessions,
        MismatchGone,
        MismatchFolderGone,
        MismatchReplaced,
        MismatchChanged,
        MismatchLock,
        MismatchMoved,
        ReadOnlyDamaged,
        DamageOpening,
        LosslessHint,
        NewerHint,
        MovedTo,
        MovedHint,
        Away,
        AwayHint,
        LockUnclear,
        LockUnclearHint,
    }
}

pub type ErrorWords = Group<ErrorMessage>;

/// Why something failed, in words: a limit of our own, or what the computer says.
#[must_use]
pub fn told_cause(error: &io::Error, words: &ErrorTexts, lang: Lang) -> String {
    let says = &words.errors;
    let ours = |cause: &(dyn std::error::Error + 'static)| {
        if let Some(Damaged(damage)) = cause.downcast_ref::<Damaged>() {
            let what = told_damage_kind(damage, words);
            Some(says[ErrorMessage::ReadOnlyDamaged].render(&[
                ("line", &damage.line),
                ("byte", &damage.byte),
                ("what", &what),
            ]))
        } else if let Some(mismatch) = cause.downcast_ref::<Mismatch>() {
            Some(told_mismatch(*mismatch, words))
        } else if cause.is::<TooManyKept>() {
            Some(says[ErrorMessage::TooManyKept].to_string())
        } else if cause.is::<TooManySessions>() {
            Some(says[ErrorMessage::TooManySessions].to_string())
        } else {
            None
        }
    };
    error
        .get_ref()
        .and_then(|cause| ours(cause))
        .unwrap_or_else(|| io_messages::sentence(error, lang))
}

/// Where a journal is damaged, and how.
#[must_use]
pub fn told_damage(path: &Path, damage: &Damage, words: &ErrorTexts) -> String {
    words.errors[ErrorMessage::Damaged].render(&[
        ("path", &path.display()),
        ("line", &damage.line),
        ("byte", &damage.byte),
        ("what", &told_damage_kind(damage, words)),
    ])
}

fn told_damage_kind(damage: &Damage, words: &ErrorTexts) -> String {
    let says = &words.errors;
    match &damage.kind {
        DamageKind::Unreadable(Unreadable::ControlCharacter) => {
            says[ErrorMessage::DamageControlCharacter].to_string()
        }
        DamageKind::Unreadable(Unreadable::NotUtf8) => {
            says[ErrorMessage::DamageNotUtf8].to_string()
        }
        DamageKind::Unreadable(Unreadable::NotARecord { cause }) => {
            says[ErrorMessage::DamageNotARecord].render(&[("cause", cause)])
        }
        DamageKind::Changed => says[ErrorMessage::DamageChanged].to_string(),
        DamageKind::Unsealed => says[ErrorMessage::DamageUnsealed].to_string(),
        DamageKind::OpeningKept => says[ErrorMessage::DamageOpening].to_string(),
        DamageKind::LineEnds => says[ErrorMessage::DamageLineEnds].to_string(),
        DamageKind::Newer { program } => {
            says[ErrorMessage::DamageNewer].render(&[("program", program)])
        }
        DamageKind::OutOfOrder { found } => {
            says[ErrorMessage::DamageOutOfOrder].render(&[("seq", &found.0)])
        }
    }
}

/// How what lies at the path of a journal differs from what was written.
#[must_use]
pub fn told_mismatch(mismatch: Mismatch, words: &ErrorTexts) -> String {
    let says = &words.errors;
    match mismatch {
        Mismatch::Gone => &says[ErrorMessage::MismatchGone],
        Mismatch::FolderGone => &says[ErrorMessage::MismatchFolderGone],
        Mismatch::Replaced => &says[ErrorMessage::MismatchReplaced],
        Mismatch::Changed => &says[ErrorMessage::MismatchChanged],
        Mismatch::LockLost => &says[ErrorMessage::MismatchLock],
        Mismatch::MovedOn => &says[ErrorMessage::MismatchMoved],
    }
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_of_our_own_is_told_in_our_words() {
        for (lang, word) in [(Lang::Vi, "nghìn"), (Lang::En, "thousand")] {
            let words: ErrorTexts = SOURCES.read(lang);
            let told = told_cause(&io::Error::other(TooManySessions), &words, lang);
            assert!(told.contains(word), "{told}");
        }
        let words: ErrorTexts = SOURCES.read(Lang::Vi);
        let told = told_cause(&io::Error::other(TooManyKept), &words, Lang::Vi);
        assert!(told.contains("journal.kept-"), "{told}");
    }
}
