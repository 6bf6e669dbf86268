//! What stands beside the hall's picture on a mirrored display.

use crate::domain::i18n::Group;

crate::messages! {
    /// The aide's one row on a mirrored display: kinds of acts, no names.
    pub enum MirrorMessage {
        Open,
        NotSaved,
        Step,
        Tick,
        Call,
        Clock,
        End,
        Answer,
        Class,
        FollowUp,
        EndBreak,
        Close,
        Back,
        Writing,
        WritingItem,
        Private,
        LookAgain,
        Choosing,
        Place,
        PrivateLine,
        PrivateNote,
        ItemNumber,
        CollectedNumber,
        Reconvene,
    }
}

pub type MirrorWords = Group<MirrorMessage>;
