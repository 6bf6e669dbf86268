//! The sentences of the first screen. Every group has its ids; what is missing is a failing test.

use std::collections::BTreeMap;

use super::acts::{OFFICE_KEYS, OfficeAct};
use crate::domain::i18n::{Catalog, FromCatalog, Group, Message, Sources};

/// The files of the first screen.
pub const SOURCES: Sources = crate::word_sources!("office");

/// Everything the first screen says.
#[derive(Debug, Clone)]
pub struct OfficeWords {
    pub general: Group<OfficeMessage>,
    pub columns: Group<ColumnMessage>,
    pub groups: Group<SessionGroupMessage>,
    pub states: Group<SessionStateMessage>,
    pub owed: Group<OfficeOwedMessage>,
    pub detail: Group<DetailMessage>,
    pub enter: Group<EnterMessage>,
    pub offers: Group<OfferMessage>,
    pub help: Group<OfficeHelpMessage>,
    pub acts: BTreeMap<OfficeAct, ActName>,
    pub notices: Group<OfficeNoticeMessage>,
}

/// An act by its name in the line of keys, and what it does.
#[derive(Debug, Clone)]
pub struct ActName {
    pub name: Message,
    pub help: Message,
}

impl FromCatalog for OfficeWords {
    fn from_catalog(catalog: &Catalog) -> Self {
        // An entry of the file is called as the act is in the code.
        let act = |(_, act): &(_, OfficeAct)| {
            let name = ActName {
                name: catalog.take(&format!("acts.{act:?}.name")),
                help: catalog.take(&format!("acts.{act:?}.help")),
            };
            (*act, name)
        };
        Self {
            general: Group::at(catalog, ""),
            columns: Group::at(catalog, "columns"),
            groups: Group::at(catalog, "groups"),
            states: Group::at(catalog, "states"),
            owed: Group::at(catalog, "owed"),
            detail: Group::at(catalog, "detail"),
            enter: Group::at(catalog, "enter"),
            offers: Group::at(catalog, "offers"),
            help: Group::at(catalog, "help"),
            acts: OFFICE_KEYS.iter().map(act).collect(),
            notices: Group::at(catalog, "notices"),
        }
    }
}

crate::messages! {
    pub enum OfficeMessage {
        Name,
        About,
        Sessions,
        None,
        Search,
        SearchHint,
        Found,
        NotFound,
        ChooseRegulation,
        ChooseNew,
        ChoosePreparation,
        ChoosePeriod,
        ChooseExport,
        Delete,
        More,
        Above,
    }
}

crate::messages! {
    pub enum ColumnMessage {
        Date,
        Title,
        Regulation,
        State,
        Owed,
    }
}

crate::messages! {
    pub enum SessionGroupMessage {
        Coming,
        Missed,
        Owing,
        Done,
        Rehearsals,
        RehearsalCount,
        DeleteKey,
    }
}

crate::messages! {
    pub enum SessionStateMessage {
        Running,
        RunningIn,
        InDays,
        Today,
        Passed,
        Closed,
        Noticed,
        Answered,
        Unknown,
    }
}

crate::messages! {
    pub enum OfficeOwedMessage {
        Overdue,
        Soon,
        Running,
        AllOverdue,
        AllSoon,
        Kept,
    }
}

crate::messages! {
    pub enum DetailMessage {
        Chair,
        Heard,
        Step,
        Items,
        Folder,
        Fictional,
    }
}

crate::messages! {
    pub enum EnterMessage {
        Resume,
        Begin,
        Look,
        Open,
        Unfold,
        Fold,
        Rehearse,
        RehearseUnder,
        New,
        Prepare,
        Report,
        Export,
        Delete,
    }
}

crate::messages! {
    /// What can be chosen from a list over the table, each with what is said of it.
    pub enum OfferMessage {
        Draft,
        DraftAbout,
        Last,
        LastAbout,
        Blank,
        BlankAbout,
        File,
        FileAbout,
        Plan,
        PlanAbout,
        Additions,
        AdditionsAbout,
        Papers,
        PapersAbout,
        Promised,
        PromisedAbout,
        FirstHalf,
        SecondHalf,
        Year,
        AfterSession,
        ReportAbout,
        DraftDossier,
        DraftDossierAbout,
    }
}

crate::messages! {
    /// Keys that are no acts, with what they do.
    pub enum OfficeHelpMessage {
        MoveKeys,
        Move,
        AcceptKeys,
        Accept,
        FindKeys,
        Find,
        KeysHelp,
        KeysOffers,
        KeysDelete,
    }
}

crate::messages! {
    pub enum OfficeNoticeMessage {
        Archived,
        Deleted,
        Exported,
        ExportedOpen,
        OnlyClosed,
        OnlyOpen,
        NothingSelected,
        Overdue,
        StillOwed,
        Created,
        PlanReplaced,
        PlanAdded,
        PlanStays,
        DraftKept,
        PapersWritten,
        NothingPromised,
        ReportWritten,
        LeftOut,
    }
}
