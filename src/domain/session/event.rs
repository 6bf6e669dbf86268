//! What happened, in the past tense. Events are only ever added to: a journal of any released version must replay.
//! What is needed to replay an event is inside it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::attendance::{Attendee, Presence};
use super::deviation::{Departure, Reason};
use super::floor::{Holder, TurnId};
use super::item::{Class, ItemId, Raiser};
use super::plan::{
    AgencyId, Number, Official, Opinion, OpinionId, Plan, Registration, SpeakingMode,
};
use super::queue::{PersonDetails, Standing};
use super::scene::Scene;
use super::timing::{Edge, SegmentId};
use super::venue::VenueLink;
use crate::domain::regulation::{Article, ChecklistItemId, GroundId, Phase, Regulation, StepId};
use crate::domain::time::{ClockReading, Millis, Wall};

/// The place of a record in the journal, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seq(pub u64);

/// Names the station of a session that asked for an act: the registration desk, the secretary, a second venue.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StationId(pub String);

/// Names one request of a station.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RequestId(pub String);

/// One act: everything that one key press brought about, at one moment. It is on disk whole or not at all. The events
/// are those of a session, or of another journal that is written in the same way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JournalEntry<E = Event> {
    pub seq: Seq,
    pub at: ClockReading,
    pub events: Vec<E>,
    /// The station that asked for it; `None` for the desk itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<StationId>,
    /// What the station asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<RequestId>,
}

impl<E> JournalEntry<E> {
    /// An act of the desk itself.
    #[must_use]
    pub const fn new(seq: Seq, at: ClockReading, events: Vec<E>) -> Self {
        Self {
            seq,
            at,
            events,
            by: None,
            request: None,
        }
    }
}

/// Where a note is to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum NotePlace {
    /// For the aide alone.
    #[default]
    Aide,
    Minutes,
    /// In the annex of the minutes.
    Annex,
}

impl NotePlace {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "asked by the serialiser, by reference"
    )]
    fn is_aide(&self) -> bool {
        *self == Self::Aide
    }
}

/// Something that happened in a session.
#[derive(
    Debug, Clone, PartialEq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr,
)]
pub enum Event {
    /// Always and only the first; holds the regulation whole, so that the session never changes its meaning.
    Opened {
        plan: Box<Plan>,
        regulation: Box<Regulation>,
    },
    /// Before it began the office brought a new plan; what was planned before stays in the journal.
    PlanReplaced {
        plan: Box<Plan>,
        /// Only where the new plan follows another regulation than the one before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        regulation: Option<Box<Regulation>>,
    },
    /// An opinion that was collected beforehand came to the desk later than the plan.
    OpinionAdded {
        opinion: Box<Opinion>,
    },
    /// The program came back. `alive` is the last time the run before is known to have lived.
    Resumed {
        alive: Option<Wall>,
        /// Whether what was running had gone on, where the absence was too short for asking.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        went_on: Option<bool>,
    },
    /// Somebody set the clock of the computer while the program was away, as the computer itself knows. Stands before
    /// `Resumed`, in the same record.
    ClockCorrected {
        /// Milliseconds forward; negative for back.
        by: i64,
    },
    /// The aide said whether what was running when the program went away had gone on.
    AwayJudged {
        went_on: bool,
    },

    StepEntered {
        step: StepId,
    },
    ActTicked {
        step: StepId,
        act: ChecklistItemId,
    },
    RoundBegan {
        round: u32,
    },
    TakingSet {
        taking: SpeakingMode,
    },
    /// In a batch: no more speeches now, the answers come.
    SpeechesHeld,
    /// The speakers of the round were asked whether they want to go on.
    FollowUpOffered,
    Deviated {
        departure: Departure,
        article: Article,
        reason: Reason,
    },
    Closed,

    FloorGiven {
        turn: TurnId,
        phase: Phase,
        holder: Holder,
        items: Vec<ItemId>,
        limit: Option<Millis>,
    },
    ClockStarted,
    ClockPaused,
    ClockResumed,
    FloorEnded,
    LimitSet {
        turn: TurnId,
        limit: Option<Millis>,
    },
    /// The limit of all who are left.
    LimitForRestSet {
        phase: Phase,
        seconds: Option<u32>,
    },

    Registered {
        registration: Arc<Registration>,
        within_scope: Option<bool>,
    },
    QueueMoved {
        number: Number,
        to: usize,
    },
    StandingSet {
        number: Number,
        standing: Standing,
    },
    PersonRefused {
        number: Number,
        ground: GroundId,
        article: Article,
    },
    /// The person is written down like this from now on; what stood before is kept.
    PersonCorrected {
        number: Number,
        details: PersonDetails,
    },

    ItemRaised {
        item: ItemId,
        by: Raiser,
        text: String,
        topic: Option<String>,
        agency: Option<AgencyId>,
        opinion: Option<OpinionId>,
    },
    ItemEdited {
        item: ItemId,
        text: String,
    },
    ItemTopicSet {
        item: ItemId,
        topic: Option<String>,
    },
    ItemLinked {
        item: ItemId,
        opinion: Option<OpinionId>,
    },
    ItemMoved {
        item: ItemId,
        to: Raiser,
    },
    ItemSummarised {
        item: ItemId,
        answer: String,
    },
    ItemClassed {
        item: ItemId,
        class: Class,
    },
    ItemReopened {
        item: ItemId,
    },
    /// The answer to an item is what had been prepared; `answer` are the words.
    AnsweredAsPrepared {
        item: ItemId,
        answer: String,
    },
    /// The aide said whether an opinion that was not registered is within the announced scope.
    ItemScoped {
        item: ItemId,
        within_scope: bool,
    },
    AgencyAdded {
        id: AgencyId,
        name: String,
    },
    /// What this person announced and could not say is left aside.
    SubjectsSetAside {
        number: Number,
        why: String,
    },
    /// Whether one who was expected came; `None` takes back what was recorded.
    AttendanceSet {
        who: Attendee,
        presence: Option<Presence>,
    },
    PeopleCounted {
        people: Option<u32>,
    },

    BreakBegan {
        planned: Option<Millis>,
    },
    BreakEnded,
    /// The session goes on at another time, mostly on another day; it goes on as after a break.
    Adjourned,
    TimeCorrected {
        segment: SegmentId,
        edge: Edge,
        /// Milliseconds later (negative: earlier) than what was measured.
        by: i64,
        reason: Reason,
    },

    ChairReplaced {
        by: Official,
        case: Option<String>,
        article: Option<Article>,
        reason: Reason,
    },
    Noted {
        text: String,
        item: Option<ItemId>,
        #[serde(default, skip_serializing_if = "NotePlace::is_aide")]
        place: NotePlace,
    },
    ConclusionWorded {
        act: ChecklistItemId,
        text: String,
    },
    HallShown {
        message: Option<String>,
    },
    /// A picture was pinned to the screen of the hall, or taken off.
    SceneSet {
        scene: Option<Scene>,
    },

    /// The pages of the conclusion were turned to the one with this item.
    PageTurned {
        to: ItemId,
    },

    /// A hall that is not this one is there, or was lost.
    VenueLinked {
        venue: String,
        link: VenueLink,
    },
    /// A station asks in vain from now on, until it is let in again.
    StationShutOut {
        station: StationId,
    },
    StationLetIn {
        station: StationId,
    },

    /// An act was taken back. Nothing is deleted: it only no longer counts.
    Undone {
        act: Seq,
    },
    Redone {
        act: Seq,
    },
}

impl Event {
    /// Whether the hall is shown other pages from now on, from their first: the next act reads out other items.
    pub(super) const fn begins_other_pages(&self) -> bool {
        matches!(
            self,
            Self::StepEntered { .. } | Self::ActTicked { .. } | Self::SceneSet { .. }
        )
    }

    /// By how many milliseconds the clock was set, where this says so.
    pub(super) const fn clock_correction(&self) -> Option<i64> {
        if let Self::ClockCorrected { by } = self {
            Some(*by)
        } else {
            None
        }
    }

    /// The event's name, as it stands in the journal.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.into()
    }
}
