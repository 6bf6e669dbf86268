//! The sentences of the aide's desk. Every group has its ids; what is missing is a failing test.

mod acts;
mod flow;
mod forms;
mod import;
mod mirror;
mod promise;
mod rules;
mod stations;

use std::collections::BTreeMap;

use super::action::Action;
use super::keymap::{Binding, KEYS, Mode, PALETTE_ONLY};
use crate::domain::i18n::{Catalog, FromCatalog, Group, Message, Sources};

pub use acts::ActWords;
pub use flow::{FlowMessage, FlowWords};
pub use forms::{FormMessage, FormWords};
pub use import::{ImportMessage, ImportWords};
pub use mirror::{MirrorMessage, MirrorWords};
pub use promise::{PromiseMessage, PromiseWords};
pub use rules::{RuleMessage, RuleWords};
pub use stations::{StationMessage, StationWords};

/// The two files.
pub const SOURCES: Sources = crate::word_sources!("desk");

/// Everything the desk says.
#[derive(Debug, Clone)]
pub struct DeskWords {
    /// What each act is called, and what it does.
    pub acts: BTreeMap<Action, ActWords>,
    /// Of those that only a station has.
    pub station_acts: BTreeMap<Action, ActWords>,
    pub header: HeaderWords,
    pub next: NextWords,
    pub panes: PaneWords,
    pub mirror: MirrorWords,
    pub promise: PromiseWords,
    pub classes: ClassWords,
    pub standings: StandingWords,
    pub prompts: PromptWords,
    pub forms: FormWords,
    pub flow: FlowWords,
    pub import: ImportWords,
    pub rules: RuleWords,
    pub stations: StationWords,
    /// What each mode of the keys is called.
    pub modes: BTreeMap<Mode, Message>,
    pub refusals: RefusalWords,
    pub departures: DepartureWords,
    pub notices: NoticeWords,
    /// What an act is called when nothing in it tells more, by the name of its event.
    pub events: BTreeMap<String, Message>,
}

impl FromCatalog for DeskWords {
    fn from_catalog(catalog: &Catalog) -> Self {
        let (of_stations, of_desk): (Vec<&Binding>, Vec<&Binding>) = KEYS
            .iter()
            .partition(|binding| binding.mode.is_of_station());
        let actions: Vec<Action> = of_desk.iter().map(|binding| binding.action).collect();
        let at_stations = of_stations.iter().map(|binding| binding.action);
        let modes = KEYS.iter().map(|binding| binding.mode);
        Self {
            station_acts: at_stations
                .filter(|action| !actions.contains(action) && !PALETTE_ONLY.contains(action))
                .map(|action| (action, ActWords::at("station_acts", action, catalog)))
                .collect(),
            acts: actions
                .into_iter()
                .chain(PALETTE_ONLY.iter().copied())
                .map(|action| (action, ActWords::at("acts", action, catalog)))
                .collect(),
            header: Group::at(catalog, "header"),
            next: Group::at(catalog, "next"),
            panes: Group::at(catalog, "panes"),
            mirror: Group::at(catalog, "mirror"),
            promise: Group::at(catalog, "promise"),
            classes: Group::at(catalog, "classes"),
            standings: Group::at(catalog, "standings"),
            prompts: Group::at(catalog, "prompts"),
            forms: Group::at(catalog, "forms"),
            flow: Group::at(catalog, "flow"),
            import: Group::at(catalog, "import"),
            rules: Group::at(catalog, "rules"),
            stations: Group::at(catalog, "stations"),
            // An entry of the file is called as the mode is in the code.
            modes: modes
                .map(|mode| (mode, catalog.take(&format!("forms.modes.{mode:?}"))))
                .collect(),
            refusals: Group::at(catalog, "refusals"),
            departures: Group::at(catalog, "departures"),
            notices: Group::at(catalog, "notices"),
            events: catalog.take_all_under("events"),
        }
    }
}

impl DeskWords {
    /// What an act is called, at the desk or at a station.
    #[must_use]
    pub fn act(&self, action: Action) -> Option<&ActWords> {
        let known = self.acts.get(&action);
        known.or_else(|| self.station_acts.get(&action))
    }
}

crate::messages! {
    pub enum HeaderMessage {
        Product,
        Fictional,
        Saved,
        NotSaved,
        HallMessage,
        HallBlank,
        HallDark,
        HallPinned,
        HallPage,
        Chair,
        Elapsed,
        ElapsedOf,
        NotBegun,
        OnPlan,
        Ahead,
        Behind,
        Forecast,
        ClosedAt,
        TooSmall,
    }
}

pub type HeaderWords = Group<HeaderMessage>;

crate::messages! {
    pub enum NextMessage {
        Begin,
        EnterStep,
        Tick,
        Call,
        StartClock,
        ResumeClock,
        EndSpeech,
        EndAnswer,
        EndFollowUp,
        Answer,
        ReadPrepared,
        AnswerCollected,
        Class,
        FollowUp,
        HoldSpeeches,
        Reconvene,
        EndBreak,
        Close,
        Gate,
        Nothing,
        Chair,
        Number,
        ChooseStep,
    }
}

pub type NextWords = Group<NextMessage>;

crate::messages! {
    pub enum PaneMessage {
        Hall,
        Agenda,
        Queue,
        Items,
        Speech,
        Answer,
        FollowUp,
        Paused,
        NotStarted,
        Left,
        Over,
        Running,
        Rested,
        Free,
        InBreak,
        Adjourned,
        AdjournedSince,
        Limit,
        Prepared,
        NoPrepared,
        Collected,
        Assigned,
        NobodyWaits,
        NoItems,
        NoText,
        Lead,
        Newcomer,
        Optional,
        Counts,
        OneByOne,
        Batch,
        MoreAbove,
        MoreBelow,
        Due,
        DueUnder,
        NoDue,
        NoAgency,
        NoAuthority,
        FollowUpOffered,
        Closed,
        DossierAt,
        NextSpeaker,
        ToRead,
    }
}

pub type PaneWords = Group<PaneMessage>;

crate::messages! {
    pub enum ClassMessage {
        AnsweredNow,
        VerifyLater,
        ReportUpward,
        None,
    }
}

pub type ClassWords = Group<ClassMessage>;

crate::messages! {
    pub enum StandingMessage {
        Waiting,
        Spoke,
        Absent,
        Withdrew,
        Slip,
        NoTime,
        Refused,
    }
}

pub type StandingWords = Group<StandingMessage>;

crate::messages! {
    /// Prompts to the aide only.
    pub enum PromptMessage {
        ClockNotStarted,
        OverLimit,
        NoClass,
        PastLength,
        EqualShare,
        VenueLost,
        Away,
        AwayAsks,
        Torn,
    }
}

pub type PromptWords = Group<PromptMessage>;

crate::messages! {
    pub enum RefusalMessage {
        Closed,
        NotBegun,
        FloorTaken,
        FloorFree,
        ClockRuns,
        ClockStands,
        InBreak,
        NotInBreak,
        NoSuchPhase,
        AlreadyTicked,
        NotWaiting,
        AlreadySpoke,
        HasTheFloor,
        NobodyWaits,
        OpinionTakenUp,
        NoGrounds,
        EmptyText,
        NoLimit,
        NotClassed,
        TimesOutOfOrder,
        NotAway,
        SameAsBefore,
        AlreadyBegun,
        NothingNew,
        NothingToUndo,
        NothingToRedo,
        AgencyKnown,
        Unknown,
        NeedsMore,
        NothingPrepared,
        NothingAnnounced,
    }
}

pub type RefusalWords = Group<RefusalMessage>;

crate::messages! {
    pub enum DepartureMessage {
        Adjourned,
        StepSkipped,
        ActsLeftOut,
        OpinionsLeftUnread,
        WentBack,
        StepRepeated,
        Unregistered,
        OpinionOutOfScope,
    }
}

pub type DepartureWords = Group<DepartureMessage>;

crate::messages! {
    pub enum NoticeMessage {
        LastPage,
        Page,
        WrongClock,
        WrongZone,
        OtherZone,
        ReadOnly,
        Undone,
        Redone,
        ChooseClass,
        NoAlternative,
        NoItem,
        NoPerson,
        Stray,
        NotWritten,
        Moved,
        MovedUntold,
        NotMoved,
        Draft,
        Exporting,
        Exported,
        ExportKept,
        ExportedOpen,
        Registered,
        Namesake,
        ChairReplaced,
        TimeCorrected,
        NotExported,
        DiskIsFine,
        NothingMissing,
        NoConclusionWords,
        PreviewOn,
        PreviewOff,
        PreviewTooNarrow,
        LeastLimit,
        NoOpinions,
        NobodySpoke,
        NoDeadlines,
        NotCounted,
        NoShare,
        Classed,
        Done,
        HalfAKey,
        HalfAPaste,
        LongPaste,
        NotWrittenInto,
        MismatchSeen,
        WriteAnew,
        Reopened,
        WrittenAnew,
        WrittenAnewKept,
        NotWrittenAnew,
    }
}

pub type NoticeWords = Group<NoticeMessage>;
