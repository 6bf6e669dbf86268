//! The sentences about regulations.

use super::Phrases;
use crate::domain::i18n::{Catalog, FromCatalog, Group, Lang, Sources};

pub(crate) const WORDS: Sources = crate::word_sources!("regulations");

/// Every sentence about regulations, by what it is for.
#[derive(Debug)]
pub(crate) struct RegulationWords {
    pub(crate) faults: FaultWords,
    pub(crate) trouble: TroubleWords,
    pub(crate) list: ListWords,
    pub(crate) page: PageWords,
    pub(crate) phrases: Phrases,
}

impl RegulationWords {
    pub(crate) fn new(lang: Lang) -> Self {
        WORDS.read(lang)
    }
}

impl FromCatalog for RegulationWords {
    fn from_catalog(catalog: &Catalog) -> Self {
        Self {
            faults: Group::at(catalog, "faults"),
            trouble: Group::at(catalog, "trouble"),
            list: Group::at(catalog, "list"),
            page: Group::at(catalog, "page"),
            phrases: Group::at(catalog, "phrases"),
        }
    }
}

crate::messages! {
    /// What is wrong with a profile.
    pub(crate) enum FaultMessage {
        At,
        IdIsNotFileName,
        IdSigns,
        IdDevice,
        Twice,
        Empty,
        EmptyList,
        NoSteps,
        FloorWithSteps,
        OpeningNotFirst,
        ConclusionNotLast,
        NoSpeech,
        NoPhases,
        BlockWithoutSpeech,
        PhaseTwice,
        PhaseTooLate,
        NoActs,
        NotAlwaysHeld,
        ClassTwice,
        ZeroDays,
        ZeroMinutes,
        ExtendsUnknown,
        ExtendsInACircle,
        ItemsBeforeSession,
        NoSuchDay,
        Unknown,
        AnchorsInACircle,
        EndsBeforeItBegins,
        ArticleShape,
        NotBeforeSession,
        NotAfterSession,
        SameKind,
        ManyDays,
        ConclusionLeavesOut,
    }
}

pub(crate) type FaultWords = Group<FaultMessage>;

crate::messages! {
    /// Why a profile cannot be used.
    pub(crate) enum TroubleMessage {
        CannotUse,
        CannotUseFile,
        Unknown,
        UnknownHint,
        UnreadableHint,
        FaultyHint,
        Doubtful,
        DoubtfulHint,
        ShippedFaultyHint,
        NoFault,
        Rename,
    }
}

pub(crate) type TroubleWords = Group<TroubleMessage>;

crate::messages! {
    /// The list of profiles.
    pub(crate) enum ListMessage {
        OfUser,
        Unusable,
        ListedFloor,
    }
}

pub(crate) type ListWords = Group<ListMessage>;

crate::messages! {
    /// The table of one regulation.
    pub(crate) enum RegulationPageMessage {
        Citation,
        Validity,
        Chairs,
        Preparers,
        PreparedWith,
        DraftsNotice,
        Participants,
        Contents,
        OrderUnknown,
        OutsideScope,
        Prohibited,
        Rights,
        Duties,
        Brevity,
        ChairDecides,
        SpeakingOrder,
        RefusalMust,
        DecidedBy,
        GradeMay,
        GradeLists,
        OwedBy,
        OwedTo,
        Waivers,
        Papers,
        PaperTo,
        IssuedBy,
        NoNumber,
        IssuedOn,
        IssuedAfter,
        IssuedIn,
        IssuedUnknown,
        Cited,
        Frequency,
        Modes,
        Forms,
        Length,
        Record,
        Notes,
        Steps,
        Step,
        Lead,
        OnlyIfOpinions,
        Act,
        Rules,
        KeptOut,
        OffTopic,
        Classes,
        Delegated,
        Presentation,
        ItemTable,
        Deputy,
        Unregistered,
        UnregisteredSilent,
        DeputyCase,
        Refusal,
        NoRefusal,
        PlanStates,
        Deadlines,
        Deadline,
        DeadlineNoLimit,
        Reports,
        ReportBefore,
        ReportNoDate,
        ReportOwed,
        Dossier,
        NoDossier,
        Entry,
        EntryIfAny,
        Kept,
    }
}

pub(crate) type PageWords = Group<RegulationPageMessage>;
