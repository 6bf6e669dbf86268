//! The sentences of the pages and of the terminal they are offered from.

use crate::domain::i18n::{Catalog, FromCatalog, Group, Lang, MessageId, Sources};

/// The files of this module.
pub const SOURCES: Sources = crate::word_sources!("hall");

/// Everything that is said on the pages, and where they are offered.
#[derive(Debug, Clone)]
pub struct HallServerWords {
    /// What the page says itself.
    pub page: Group<HallPageMessage>,
    /// What a request is answered.
    pub answers: Group<HallAnswerMessage>,
    /// What stands on the terminal.
    pub terminal: Group<HallTerminalMessage>,
    pub errors: Group<HallErrorMessage>,
}

impl FromCatalog for HallServerWords {
    fn from_catalog(catalog: &Catalog) -> Self {
        Self {
            page: Group::at(catalog, "page"),
            answers: Group::at(catalog, "answers"),
            terminal: Group::at(catalog, "terminal"),
            errors: Group::at(catalog, "errors"),
        }
    }
}

crate::messages! {
    /// What the page says itself; it gets all of them by their keys.
    pub enum HallPageMessage {
        Lost,
        Failed,
        More,
        Register,
        Back,
        Pin,
        PinHint,
        Enter,
        Name,
        Village,
        Subject,
        Phone,
        Address,
        Send,
        Scope,
        Yes,
        No,
        Correct,
        Save,
        Leave,
        /// Forms of address to choose from, parted by strokes.
        Honorifics,
    }
}

crate::messages! {
    pub enum HallAnswerMessage {
        Damaged,
        WrongHost,
        WrongOrigin,
        WrongKind,
        TooLarge,
        TooSlow,
        NotFound,
        WrongPin,
        WrongTooOften,
        WaitForPin,
        NoDevice,
        TooManyDevices,
        TooFast,
        NameMissing,
        TooLong,
        NotUnderstood,
        NoSession,
        NotWritten,
        Waiting,
        DeskSilent,
        Number,
        TooManyViewers,
        NotItsOwn,
        Stands,
        StandsWaiting,
        StandsSpoke,
        StandsAbsent,
        StandsWithdrew,
        StandsSlip,
        StandsNoTime,
        StandsRefused,
        MarkWaiting,
        MarkAbsent,
        MarkWithdrew,
        MarkSlip,
    }
}

crate::messages! {
    pub enum HallTerminalMessage {
        View,
        OnlyHere,
        Register,
        NextPin,
        ScanOrType,
        Plain,
        Encrypted,
        Stop,
        DeviceIn,
        Guessed,
        Damaged,
        Mended,
        Found,
        Moved,
    }
}

crate::messages! {
    pub enum HallErrorMessage {
        Address,
        AddressHint,
        Listen,
        ListenTaken,
        ListenNotHere,
        ListenForbidden,
        ListenHint,
        Start,
        Tls,
        TlsHint,
        TlsNoCertificate,
        TlsNoKey,
        TlsNotOne,
        NoChance,
        TlsNotBuilt,
        TlsNotBuiltHint,
    }
}

/// The sentences in one language.
#[must_use]
pub fn words_in(lang: Lang) -> HallServerWords {
    SOURCES.read(lang)
}

/// The sentences of the page by their keys.
pub(super) fn of_page(words: &HallServerWords) -> serde_json::Map<String, serde_json::Value> {
    HallPageMessage::ALL
        .iter()
        .map(|id| (id.key(), words.page[*id].as_str().into()))
        .collect()
}
