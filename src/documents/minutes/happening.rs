//! The things that happen in a session besides its steps. Says nothing of how they are told.

use crate::domain::record::{
    BreakRecord, ChairChangeRecord, ClockSetRecord, DeviationRecord, InterruptionRecord,
    NoteRecord, RefusedRecord, SpeakerRecord, TurnRecord, VenueLinkRecord,
};

/// Something that happened besides entering a step.
#[derive(Debug, Clone, Copy)]
pub(super) enum Happening<'a> {
    Turn(&'a TurnRecord),
    Break(&'a BreakRecord),
    Away(&'a InterruptionRecord),
    ClockSet(&'a ClockSetRecord),
    Deviation(&'a DeviationRecord),
    ChairChange(&'a ChairChangeRecord),
    Refused(&'a SpeakerRecord, &'a RefusedRecord),
    Note(&'a NoteRecord),
    Venue(&'a VenueLinkRecord),
}
