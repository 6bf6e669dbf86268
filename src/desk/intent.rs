//! What the aide can mean by a key: one name for each act, the same for every key, the help and the palette.

use serde::Deserialize;

/// What the aide means by a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Intent {
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
    WordConclusion,

    GoToStep,
    Taking,
    Deputy,
    Break,
    LimitForRest,
    EqualShare,
    CorrectTime,
    Gate,

    Items,
    Segments,
    Find,
    Palette,
    Help,
    Undo,
    Redo,
    Export,
    SaveElsewhere,
    Quit,

    FocusNext,
    FocusPrevious,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,

    Accept,
    Cancel,
    NextField,
    PreviousField,
}

impl Intent {
    /// Whether it does something in the session, so that the palette lists it; moving about does not.
    #[must_use]
    pub const fn is_an_act(self) -> bool {
        !matches!(
            self,
            Self::FocusNext
                | Self::FocusPrevious
                | Self::Up
                | Self::Down
                | Self::PageUp
                | Self::PageDown
                | Self::First
                | Self::Last
                | Self::Accept
                | Self::Cancel
                | Self::NextField
                | Self::PreviousField
                | Self::Palette
        )
    }
}
