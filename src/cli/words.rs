//! The sentences of the command line.

use std::collections::BTreeMap;

use crate::domain::i18n::{Catalog, FromCatalog, Group, Message, Sources};

/// The two files.
pub const SOURCES: Sources = crate::word_sources!("cli");

/// Everything the command line says.
#[derive(Debug, Clone)]
pub struct CliWords {
    /// What each command does, by its name.
    pub commands: BTreeMap<String, Message>,
    /// What each argument means, by its id.
    pub args: BTreeMap<String, Message>,
    pub usage: UsageWords,
    /// What stands for a value, by the name the program has for it.
    pub values: BTreeMap<String, Message>,
    pub said: SaidWords,
    /// The matters of a plan, by the name of the field.
    pub matters: BTreeMap<String, Message>,
    pub verify: VerifyWords,
}

impl FromCatalog for CliWords {
    fn from_catalog(catalog: &Catalog) -> Self {
        Self {
            commands: catalog.take_all_under("commands"),
            args: catalog.take_all_under("args"),
            usage: Group::at(catalog, "usage"),
            values: catalog.take_all_under("usage.values"),
            said: Group::at(catalog, "said"),
            matters: catalog.take_all_under("said.matters"),
            verify: Group::at(catalog, "verify"),
        }
    }
}

crate::messages! {
    /// How the command line is used, and what is wrong with what was asked for.
    pub enum UsageMessage {
        Usage,
        Commands,
        Arguments,
        Options,
        OptionsPlace,
        CommandPlace,
        Choices,
        Usual,
        UnknownCommand,
        UnknownOption,
        OneTooMany,
        Missing,
        NoValue,
        WrongValue,
        WrongDay,
        TakesNoValue,
        WrongCount,
        NotUsable,
        Repeated,
        NotTogether,
        NotText,
        Choose,
        DidYouMean,
        See,
    }
}

pub type UsageWords = Group<UsageMessage>;

crate::messages! {
    /// What is said of success.
    pub enum SaidMessage {
        Created,
        UpdateNone,
        UpdateAdded,
        UpdateChanged,
        UpdateGone,
        UpdateAsk,
        UpdateDone,
        UpdateKept,
        PartSpeaker,
        PartOpinion,
        PartAgency,
        PartOfficial,
        PapersWritten,
        DraftKept,
        PlanReplaced,
        PlanAdded,
        TemplateWritten,
        ReportWritten,
        Left,
        LeftUntold,
        PressEnter,
        Exported,
        Kept,
        KeptForeign,
        KeptStuck,
        Draft,
        LookThrough,
        Suspicion,
        InItem,
        InAnswer,
        InSubject,
        InOpinion,
        InConclusion,
        InReason,
        SeemsName,
        SeemsAddress,
        SeemsMail,
        SeemsNumber,
        Whole,
        Torn,
        Repaired,
        RepairedWhole,
        WatchingLock,
        NothingToRepair,
        Warning,
        NoSessions,
        StatePrepared,
        StateRunning,
        StateClosed,
        StateUnknown,
        Archived,
        Restored,
    }
}

pub type SaidWords = Group<SaidMessage>;

crate::messages! {
    /// What is said of a dossier or a journal that was checked.
    pub enum VerifyMessage {
        Digest,
        DigestHolds,
        Dossier,
        RecordWhole,
        RecordPublic,
        RecordBroken,
        CountsDifferently,
        PapersAsMade,
        PapersBySum,
        PapersOtherSentences,
        PapersNoRecord,
        PapersUnknown,
        PaperEdited,
        PaperAdded,
        PaperMissing,
        PaperUnknown,
        ManifestRight,
        ManifestWrong,
        ManifestNone,
        FileMissing,
        FileChanged,
        JournalTorn,
        NoSession,
        OtherJournal,
        OtherThanJournal,
        TwoRecords,
        FollowUpCut,
        FollowUpOfAnother,
        FollowUpFile,
        ManifestMissing,
        ManifestNoRemark,
        ManifestLine,
        NotListed,
        WrongSum,
        NotPlain,
        NotMade,
    }
}

pub type VerifyWords = Group<VerifyMessage>;
