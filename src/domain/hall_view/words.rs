//! The sentences of the hall. Every group has its ids; what is missing is a failing test.

use crate::domain::i18n::{Catalog, FromCatalog, Group, Lang, Message, Sources};
use crate::domain::regulation::{ClassKind, Phase};

/// The files of this module.
pub const SOURCES: Sources = crate::word_sources!("projector");

/// Everything the hall's screen says.
#[derive(Debug, Clone)]
pub struct HallWords {
    pub general: Group<HallMessage>,
    pub agenda: AgendaWords,
    pub turn: TurnWords,
    pub clock: ClockWords,
    pub rest: BreakWords,
    pub conclusion: ConclusionWords,
    /// The heading of each class at the conclusion.
    pub sections: HallClassWords,
    pub counts: HallClassWords,
    pub ended: EndedWords,
}

impl FromCatalog for HallWords {
    fn from_catalog(catalog: &Catalog) -> Self {
        Self {
            general: Group::at(catalog, ""),
            agenda: Group::at(catalog, "agenda"),
            turn: Group::at(catalog, "turn"),
            clock: Group::at(catalog, "clock"),
            rest: Group::at(catalog, "rest"),
            conclusion: Group::at(catalog, "conclusion"),
            sections: Group::at(catalog, "conclusion.sections"),
            counts: Group::at(catalog, "counts"),
            ended: Group::at(catalog, "ended"),
        }
    }
}

crate::messages! {
    pub enum HallMessage {
        /// In a window that can be left.
        Waiting,
        /// On a screen that nobody sits at.
        Awaited,
        Sample,
    }
}

crate::messages! {
    pub enum AgendaMessage {
        Begins,
        Over,
        Act,
        /// What begins an addition in the title of a step, which may be left out; parted by strokes.
        Additions,
    }
}

pub type AgendaWords = Group<AgendaMessage>;

crate::messages! {
    pub enum TurnMessage {
        Speech,
        FollowUp,
        Answer,
        Answered,
        AnswerTo,
        AnswerCollected,
        AnswerCollectedFrom,
        CalledNext,
        AnswersNext,
        ThenCitizen,
        ThenNumber,
        ThenAnswer,
        ThenStep,
    }
}

pub type TurnWords = Group<TurnMessage>;

crate::messages! {
    pub enum ClockMessage {
        Ready,
        Left,
        Warning,
        Last,
        Over,
        Running,
        Paused,
        Limit,
    }
}

pub type ClockWords = Group<ClockMessage>;

crate::messages! {
    pub enum BreakMessage {
        Heading,
        Back,
        Over,
        Waiting,
        Adjourned,
        GoesOn,
    }
}

pub type BreakWords = Group<BreakMessage>;

crate::messages! {
    pub enum ConclusionMessage {
        Page,
        ByAgency,
        ByAgencyUntil,
        Until,
        ToAuthority,
        Unnamed,
    }
}

pub type ConclusionWords = Group<ConclusionMessage>;

crate::messages! {
    /// One sentence for each class.
    pub enum HallClassMessage {
        AnsweredNow,
        VerifyLater,
        ReportUpward,
    }
}

pub type HallClassWords = Group<HallClassMessage>;

crate::messages! {
    pub enum EndedMessage {
        Heading,
        Thanks,
    }
}

pub type EndedWords = Group<EndedMessage>;

impl HallWords {
    /// The words of the hall's screen in one language.
    #[must_use]
    pub fn of(lang: Lang) -> Self {
        SOURCES.read(lang)
    }
}

impl HallClassWords {
    #[must_use]
    pub fn of(&self, class: ClassKind) -> &Message {
        match class {
            ClassKind::AnsweredNow => &self[HallClassMessage::AnsweredNow],
            ClassKind::VerifyLater => &self[HallClassMessage::VerifyLater],
            ClassKind::ReportUpward => &self[HallClassMessage::ReportUpward],
        }
    }
}

impl TurnWords {
    #[must_use]
    pub fn of(&self, phase: Phase) -> &Message {
        match phase {
            Phase::Speech => &self[TurnMessage::Speech],
            Phase::Answer => &self[TurnMessage::Answer],
            Phase::Exchange => &self[TurnMessage::FollowUp],
        }
    }
}
