//! The sentences of errors, in the user's language.

use crate::domain::i18n::{Catalog, FromCatalog, Group, Sources};

/// The two files.
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
        HallNotBuilt,
        HallNotBuiltHint,
        StationName,
        StationNameHint,
        ShareNotBuilt,
        ShareNotBuiltHint,
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
        NotAWorkbook,
        NotAWorkbookHint,
        Sample,
        Terminal,
        TerminalHint,
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
        WrongClock,
        WrongClockHint,
    }
}

pub type ErrorWords = Group<ErrorMessage>;
