//! What went wrong with the files of a session, in words: not found, not opened, damaged, held by another desk, changed from
//! outside. Decides nothing.

mod find;

use std::io;
use std::path::Path;

use crate::domain::follow_up::words::{self as follow_up, FollowUpMessage};
use crate::domain::i18n::{Explain, Explained, Group, Lang, Message, Sources, WordedError};
use crate::domain::io_messages;
use crate::store::inbox::InboxError;
use crate::store::journal::{
    Damage, DamageKind, LockError, LockHolder, Mismatch, TooManyKept, Unreadable,
};
use crate::store::sessions::follow_up::{EnterError, IndexError, LedgerError};
use crate::store::sessions::{
    ArchiveError, ArchiveFailed, Damaged, OpenError, OpenFailed, TooManySessions, UnclearPath,
};

pub const WORDS: Sources = crate::word_sources!("store");

crate::messages! {
    /// What is said of the files of sessions.
    pub enum StoreMessage {
        Find,
        FindHint,
        Ambiguous,
        AmbiguousHint,
        Away,
        AwayHint,
        AwayAnother,
        AwayAnotherHint,
        AwayCircle,
        AwayCircleHint,
        NotASession,
        Open,
        Locked,
        LockedBySomebody,
        LockedHint,
        LockUnclear,
        LockUnclearHint,
        MovedTo,
        MovedHint,
        Damaged,
        DamageControlCharacter,
        DamageNotUtf8,
        DamageNotARecord,
        DamageChanged,
        DamageOutOfOrder,
        DamageUnsealed,
        DamageLineEnds,
        DamageOpening,
        DamageNewer,
        DamagedHint,
        LosslessHint,
        NewerHint,
        ReadOnlyDamaged,
        Empty,
        EmptyHint,
        Archive,
        ArchiveOpen,
        ArchiveAlready,
        ArchiveNot,
        ArchiveHeld,
        ArchiveInUse,
        TooManyKept,
        TooManySessions,
        BoxTooLong,
        BoxFull,
        BoxBusy,
        MismatchGone,
        MismatchFolderGone,
        MismatchReplaced,
        MismatchChanged,
        MismatchLock,
        MismatchMoved,
        PathUnclear,
        PathQuote,
        PathComputer,
        PathBeginning,
        PathSign,
    }
}

pub type StoreWords = Group<StoreMessage>;

/// Why a file could not be read or written: a limit of our own, or what the computer says.
#[must_use]
pub fn io_cause(error: &io::Error, lang: Lang) -> String {
    let words: StoreWords = WORDS.read(lang);
    let ours = |cause: &(dyn std::error::Error + 'static)| {
        if let Some(Damaged(damage)) = cause.downcast_ref::<Damaged>() {
            Some(words[StoreMessage::ReadOnlyDamaged].render(&[
                ("line", &damage.line),
                ("byte", &damage.byte),
                ("what", &words.damage_kind(damage)),
            ]))
        } else if let Some(mismatch) = cause.downcast_ref::<Mismatch>() {
            Some(words.mismatch(*mismatch))
        } else if cause.is::<TooManyKept>() {
            Some(words[StoreMessage::TooManyKept].to_string())
        } else if cause.is::<TooManySessions>() {
            Some(words[StoreMessage::TooManySessions].to_string())
        } else {
            cause
                .downcast_ref::<InboxError>()
                .map(|fault| words.box_fault(fault, lang))
        }
    };
    error
        .get_ref()
        .and_then(|cause| ours(cause))
        .unwrap_or_else(|| io_messages::sentence(error, lang))
}

/// The same, to be shown as it is.
#[must_use]
pub fn worded_io(error: &io::Error, lang: Lang) -> WordedError {
    WordedError::of_sentence(io_cause(error, lang))
}

/// Where a journal is damaged, and how.
#[must_use]
pub fn damage(path: &Path, found: &Damage, lang: Lang) -> String {
    WORDS.read::<StoreWords>(lang).damage(path, found)
}

/// That another desk has a session, and which.
#[must_use]
pub fn held(holder: Option<&LockHolder>, lang: Lang) -> String {
    WORDS.read::<StoreWords>(lang).holder(holder)
}

impl StoreWords {
    fn damage(&self, path: &Path, damage: &Damage) -> String {
        self[StoreMessage::Damaged].render(&[
            ("path", &path.display()),
            ("line", &damage.line),
            ("byte", &damage.byte),
            ("what", &self.damage_kind(damage)),
        ])
    }

    fn damage_kind(&self, damage: &Damage) -> String {
        match &damage.kind {
            DamageKind::Unreadable(Unreadable::ControlCharacter) => {
                self[StoreMessage::DamageControlCharacter].to_string()
            }
            DamageKind::Unreadable(Unreadable::NotUtf8) => {
                self[StoreMessage::DamageNotUtf8].to_string()
            }
            // The reader's own words are English and say nothing to an office.
            DamageKind::Unreadable(Unreadable::NotARecord { .. }) => {
                self[StoreMessage::DamageNotARecord].to_string()
            }
            DamageKind::Changed => self[StoreMessage::DamageChanged].to_string(),
            DamageKind::Unsealed => self[StoreMessage::DamageUnsealed].to_string(),
            DamageKind::OpeningKept => self[StoreMessage::DamageOpening].to_string(),
            DamageKind::LineEnds => self[StoreMessage::DamageLineEnds].to_string(),
            DamageKind::Newer { program } => {
                self[StoreMessage::DamageNewer].render(&[("program", program)])
            }
            DamageKind::OutOfOrder { found } => {
                self[StoreMessage::DamageOutOfOrder].render(&[("seq", &found.0)])
            }
        }
    }

    /// What to do about a damaged journal.
    fn damage_hint(&self, found: &Damage) -> &Message {
        match found.kind {
            DamageKind::Newer { .. } => &self[StoreMessage::NewerHint],
            DamageKind::LineEnds | DamageKind::OpeningKept => &self[StoreMessage::LosslessHint],
            // Nothing stands before it that could be kept.
            DamageKind::Unreadable(_)
            | DamageKind::Changed
            | DamageKind::OutOfOrder { .. }
            | DamageKind::Unsealed
                if found.line == 1 =>
            {
                &self[StoreMessage::EmptyHint]
            }
            DamageKind::Unreadable(_)
            | DamageKind::Changed
            | DamageKind::OutOfOrder { .. }
            | DamageKind::Unsealed => &self[StoreMessage::DamagedHint],
        }
    }

    /// Why the file through which stations ask or are answered was not written.
    fn box_fault(&self, fault: &InboxError, lang: Lang) -> String {
        match fault {
            InboxError::TooLong(bytes) => {
                self[StoreMessage::BoxTooLong].render(&[("bytes", bytes)])
            }
            InboxError::Full => self[StoreMessage::BoxFull].to_string(),
            InboxError::Busy => self[StoreMessage::BoxBusy].to_string(),
            InboxError::Io(error) => io_messages::sentence(error, lang),
        }
    }

    /// How what lies at the path of a journal differs from what was written.
    fn mismatch(&self, mismatch: Mismatch) -> String {
        match mismatch {
            Mismatch::Gone => &self[StoreMessage::MismatchGone],
            Mismatch::FolderGone => &self[StoreMessage::MismatchFolderGone],
            Mismatch::Replaced => &self[StoreMessage::MismatchReplaced],
            Mismatch::Changed => &self[StoreMessage::MismatchChanged],
            Mismatch::LockLost => &self[StoreMessage::MismatchLock],
            Mismatch::MovedOn => &self[StoreMessage::MismatchMoved],
        }
        .to_string()
    }

    fn holder(&self, holder: Option<&LockHolder>) -> String {
        holder.map_or_else(
            || self[StoreMessage::LockedBySomebody].to_string(),
            |LockHolder { process, since }| {
                self[StoreMessage::Locked].render(&[
                    ("process", process),
                    ("since", &crate::domain::format::time(*since)),
                ])
            },
        )
    }

    fn open_trouble(
        &self,
        path: &Path,
        cause: &OpenError,
        lang: Lang,
    ) -> (String, Option<&Message>) {
        match cause {
            OpenError::Lock(LockError::Held(holder)) => (
                self.holder(holder.as_ref()),
                Some(&self[StoreMessage::LockedHint]),
            ),
            OpenError::Lock(LockError::Io(error)) | OpenError::Io(error) => {
                (io_cause(error, lang), None)
            }
            OpenError::Lock(LockError::Unclear(_)) => (
                self[StoreMessage::LockUnclear].to_string(),
                Some(&self[StoreMessage::LockUnclearHint]),
            ),
            OpenError::Damaged(found) => (self.damage(path, found), Some(self.damage_hint(found))),
            OpenError::Moved(to) => (
                self[StoreMessage::MovedTo].render(&[("path", &to.display())]),
                Some(&self[StoreMessage::MovedHint]),
            ),
            OpenError::Empty(_) => (
                self[StoreMessage::Empty].to_string(),
                Some(&self[StoreMessage::EmptyHint]),
            ),
        }
    }
}

impl Explain for OpenFailed {
    fn explained(&self, lang: Lang) -> Explained {
        let words: StoreWords = WORDS.read(lang);
        let (because, hint) = words.open_trouble(&self.path, &self.cause, lang);
        Explained {
            tried: words[StoreMessage::Open].render(&[("path", &self.path.display())]),
            because: vec![because],
            hint: hint.map(ToString::to_string),
        }
    }
}

impl Explain for ArchiveFailed {
    fn explained(&self, lang: Lang) -> Explained {
        let words: StoreWords = WORDS.read(lang);
        let because = match &self.cause {
            ArchiveError::NotClosed => words[StoreMessage::ArchiveOpen].to_string(),
            ArchiveError::Already => words[StoreMessage::ArchiveAlready].to_string(),
            ArchiveError::NotArchived => words[StoreMessage::ArchiveNot].to_string(),
            ArchiveError::NoRehearsal => words[StoreMessage::ArchiveHeld].to_string(),
            ArchiveError::InUse => words[StoreMessage::ArchiveInUse].to_string(),
            ArchiveError::Io(error) => io_cause(error, lang),
        };
        Explained {
            tried: words[StoreMessage::Archive].render(&[("path", &self.path.display())]),
            because: vec![because],
            hint: None,
        }
    }
}

impl Explain for UnclearPath {
    fn explained(&self, lang: Lang) -> Explained {
        let words: StoreWords = WORDS.read(lang);
        let because = match self {
            Self::Quote => words[StoreMessage::PathQuote].to_string(),
            Self::Computer(name) => words[StoreMessage::PathComputer].render(&[("name", name)]),
            Self::Beginning(name) => words[StoreMessage::PathBeginning].render(&[("name", name)]),
            Self::Sign => words[StoreMessage::PathSign].to_string(),
        };
        Explained {
            tried: words[StoreMessage::PathUnclear].to_string(),
            because: vec![because],
            hint: None,
        }
    }
}

impl Explain for LedgerError {
    fn explained(&self, lang: Lang) -> Explained {
        only(match self {
            Self::Io(error) => io_cause(error, lang),
            Self::Damaged(damage) => {
                ledger_words(lang)[FollowUpMessage::Damaged].render(&[("line", &damage.line)])
            }
        })
    }
}

impl Explain for IndexError {
    fn explained(&self, lang: Lang) -> Explained {
        let words = ledger_words(lang);
        only(match self {
            Self::Io(error) => io_cause(error, lang),
            Self::Damaged(damage) => {
                words[FollowUpMessage::SessionDamaged].render(&[("line", &damage.line)])
            }
            Self::Empty => words[FollowUpMessage::SessionEmpty].to_string(),
        })
    }
}

impl Explain for EnterError {
    fn explained(&self, lang: Lang) -> Explained {
        let words = ledger_words(lang);
        let locked = |who: &str| words[FollowUpMessage::Locked].render(&[("who", &who)]);
        only(match self {
            Self::Rejected(rejection) => {
                crate::domain::follow_up::teller::FollowUpTeller::new(lang).rejection(rejection)
            }
            Self::Lock(LockError::Unclear(_)) => locked("?"),
            Self::Lock(LockError::Held(holder)) => {
                locked(&holder.as_ref().map_or_else(String::new, |holder| {
                    let since = crate::domain::format::time(holder.since);
                    format!("{}, {since}", holder.process)
                }))
            }
            Self::Ledger(error) => return error.explained(lang),
            Self::NotWritten(error) | Self::Lock(LockError::Io(error)) => {
                words[FollowUpMessage::NotWritten].render(&[("cause", &io_cause(error, lang))])
            }
        })
    }
}

fn ledger_words(lang: Lang) -> Group<FollowUpMessage> {
    follow_up::WORDS.read(lang)
}

/// What is told beside the thing it happened to.
const fn only(what: String) -> Explained {
    Explained {
        tried: what,
        because: Vec::new(),
        hint: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_of_our_own_is_told_in_our_words() {
        for (lang, word) in [(Lang::Vi, "nghìn"), (Lang::En, "thousand")] {
            let told = io_cause(&io::Error::other(TooManySessions), lang);
            assert!(told.contains(word), "{told}");
        }
        let told = io_cause(&io::Error::other(TooManyKept), Lang::Vi);
        assert!(told.contains("journal.kept-"), "{told}");
        for fault in [
            InboxError::TooLong(70_000),
            InboxError::Full,
            InboxError::Busy,
        ] {
            let raw = fault.to_string();
            let told = io_cause(&io::Error::other(fault), Lang::Vi);
            assert!(
                !told.contains(&raw) && !told.contains("máy tính báo"),
                "{told}"
            );
        }
    }
}
