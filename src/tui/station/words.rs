//! The sentences of a station's screen.

use crate::domain::i18n::{Group, Sources};

pub const SOURCES: Sources = crate::word_sources!("station");

crate::messages! {
    /// What a station says; acts, forms and refusals are called as at the desk.
    pub enum StationScreenMessage {
        WaitingForSession,
        DeskSilent,
        DeskUnheard,
        DeskRuns,
        ShutOut,
        Unreachable,
        Damaged,
        NextNumber,
        HasFloor,
        Closed,
        Sent,
        SentTitle,
        NothingSent,
        WrittenTitle,
        Worded,
        Waiting,
        Provisional,
        Taken,
        Refused,
        NotSent,
        TooLong,
        Full,
        Busy,
        OnlyVenue,
        OtherAct,
        Register,
        Correct,
        Mark,
        ItemText,
        AnswerText,
        Topic,
        Link,
        Note,
        Conclusion,
        LinkVenue,
        Undo,
        Redo,
    }
}

pub type StationScreenWords = Group<StationScreenMessage>;
