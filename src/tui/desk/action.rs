//! What the aide can mean by a key: one name for each act, the same for every key, the help and the palette.

use serde::Deserialize;

/// What the aide means by a key.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Deserialize,
    strum::VariantNames,
    strum::IntoStaticStr,
)]
pub enum Action {
    /// The prescribed next act.
    Next,
    /// The exchange that may follow an answer, or the answers before a batch is full.
    Alternative,
    ClassNow,
    ClassLater,
    ClassUpward,

    CallSelected,
    PauseOrResume,
    LessTime,
    MoreTime,
    ChooseAnswerer,
    FollowUpBy,
    StartClock,

    Register,
    PersonMenu,
    MoveUpQueue,
    MoveDownQueue,
    NoTimeForRest,

    NewItem,
    EditItem,
    SummariseAnswer,
    SetTopic,
    LinkOpinion,
    MoveItem,
    ReopenItem,

    Note,
    HallMessage,
    HallScene,
    Mirror,
    Preview,
    WordConclusion,

    GoToStep,
    SpeakingMode,
    Deputy,
    Break,
    Adjourn,
    Attendance,
    Stations,
    /// Where other devices see the hall and register: address, number, and what a camera reads.
    HallAddress,
    Import,
    Rules,
    LimitForRest,
    EqualShare,
    CorrectTime,
    Gate,

    Items,
    Segments,
    Deadlines,
    Find,
    Palette,
    Help,
    Undo,
    Redo,
    Export,
    SaveElsewhere,
    Quit,

    /// At the desk at the door: absent, or here again.
    MarkAbsent,
    /// At another hall: it is there, or was lost.
    VenueReady,
    VenueLost,

    /// Moving about, and answering a dialog.
    Go(Motion),
}

/// A move on the screen, or the answer to a dialog. None of them touches the session by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Motion {
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    NextPane,
    NextField,
    PreviousField,
    Accept,
    Cancel,
}

impl Action {
    /// Whether it does something in the session, so that the palette lists it.
    #[must_use]
    pub const fn is_an_act(self) -> bool {
        !matches!(self, Self::Go(_) | Self::Palette)
    }

    /// Whether it changes what stays as it is once a session is closed.
    #[must_use]
    pub const fn changes_session(self) -> bool {
        matches!(
            self,
            Self::Register
                | Self::Import
                | Self::NewItem
                | Self::LinkOpinion
                | Self::MoveItem
                | Self::ChooseAnswerer
                | Self::FollowUpBy
                | Self::GoToStep
                | Self::SpeakingMode
                | Self::Deputy
                | Self::LimitForRest
                | Self::Break
                | Self::MoveUpQueue
                | Self::MoveDownQueue
        )
    }
}
