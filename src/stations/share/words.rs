//! The sentences of sharing and joining.

use crate::domain::i18n::{Catalog, FromCatalog, Group, Lang, Sources};

/// The files of this module.
pub const SOURCES: Sources = crate::word_sources!("share");

/// Everything that is said where a session is shared or joined.
#[derive(Debug, Clone)]
pub struct ShareWords {
    pub terminal: Group<ShareTerminalMessage>,
    pub errors: Group<ShareErrorMessage>,
}

impl FromCatalog for ShareWords {
    fn from_catalog(catalog: &Catalog) -> Self {
        Self {
            terminal: Group::at(catalog, "terminal"),
            errors: Group::at(catalog, "errors"),
        }
    }
}

crate::messages! {
    /// What stands on the terminal.
    pub enum ShareTerminalMessage {
        Begins,
        Plain,
        OnlyHere,
        Join,
        Stop,
        Level,
        Refilled,
        Fenced,
        Ahead,
        Lost,
        Away,
        NotYet,
        Reached,
        Restarted,
        Refused,
        Full,
        Unanswered,
        RestartIt,
        RestartsIt,
        TooLarge,
        Damaged,
        Moved,
        WrongKind,
        NotWritten,
        Waiting,
        DossierStored,
        DossierHeld,
        HallLost,
    }
}

crate::messages! {
    pub enum ShareErrorMessage {
        Address,
        AddressHint,
        Unreachable,
        UnreachableHint,
        NotLetIn,
        NotLetInHint,
        Tls,
        TlsHint,
        TlsEnded,
        TlsEndedHint,
        TlsNotYet,
        TlsNotYetHint,
        TlsUnknown,
        TlsOtherName,
        TlsOtherNameHint,
        TlsNotBuilt,
        TlsNotBuiltHint,
        NotSafe,
        TooOld,
        TooOldHint,
        SyncNotAlways,
        SyncHint,
        SyncUnknown,
        SyncUnknownHint,
        Server,
        NoServer,
        NoServerHint,
        ServerEnded,
        ListenAddress,
        ListenAddressHint,
        Listen,
        ListenHint,
        Folder,
        Refused,
        RefusedHint,
        Full,
        FullHint,
        NoSession,
        NoSessionHint,
        Fenced,
        FencedHint,
        NotClosed,
        NotClosedHint,
        NoChance,
        Start,
    }
}

/// The sentences in one language.
#[must_use]
pub fn words_in(lang: Lang) -> ShareWords {
    SOURCES.read(lang)
}
