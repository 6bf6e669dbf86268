//! What the aide asks for. A command may be refused; what comes of it otherwise are events.

use super::attendance::{Attendee, Presence};
use super::deviation::Reason;
use super::event::{NotePlace, StationId};
use super::floor::{Holder, TurnId};
use super::item::{Class, Due, ItemId, Raiser};
use super::plan::{AgencyId, Number, Official, OpinionId, Plan, SpeakingMode};
use super::plan_update::Additions;
use super::scene::Scene;
use super::timing::{Edge, SegmentId};
use super::venue::VenueLink;
use crate::domain::regulation::{ChecklistItemId, GroundId, Phase, Regulation, StepId};
use crate::domain::time::Millis;

/// Something the aide wants to happen.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Before it begins: the office brought a new plan, with its regulation where that is another.
    ReplacePlan {
        plan: Box<Plan>,
        regulation: Option<Box<Regulation>>,
    },
    /// People and opinions that came later than the plan, with the agencies they name. Whoever is there already is left
    /// out, numbers are given anew.
    Import {
        additions: Box<Additions>,
        within_scope: Option<bool>,
        reason: Option<Reason>,
    },
    /// Go to a step. Any but the next prescribed one departs from the order and needs a reason.
    EnterStep {
        step: StepId,
        reason: Option<Reason>,
    },
    Tick {
        act: ChecklistItemId,
    },
    SetSpeakingMode {
        mode: SpeakingMode,
    },
    /// In a batch: enough speeches, now the answers.
    HoldSpeeches,
    Close {
        reason: Option<Reason>,
    },

    /// A citizen speaks, the chair or an agency answers, a citizen goes on. Whoever has the floor gives it up first, in
    /// the same act.
    GiveFloor {
        phase: Phase,
        to: Holder,
        items: Vec<ItemId>,
    },
    /// The next collected opinion is read and answered.
    ReadPrepared {
        opinion: OpinionId,
    },
    StartClock,
    PauseClock,
    ResumeClock,
    EndFloor,
    /// More or less time for whoever has the floor, in seconds.
    ShiftLimit {
        seconds: i64,
    },
    SetLimitForRest {
        phase: Phase,
        seconds: Option<u32>,
    },

    Register {
        newcomer: Newcomer,
        within_scope: Option<bool>,
        reason: Option<Reason>,
    },
    /// The same with how the person can be reached, and the hall they sit in.
    RegisterInFull {
        newcomer: Newcomer,
        contact: NewcomerContact,
        within_scope: Option<bool>,
        reason: Option<Reason>,
    },
    MoveInQueue {
        number: Number,
        to: usize,
    },
    /// Waiting again, absent, withdrew, handed in a slip, no time left.
    SetStanding {
        number: Number,
        standing: super::queue::Standing,
    },
    /// Everybody who still waits is marked as having had no time.
    NoTimeForRest,
    RefusePerson {
        number: Number,
        ground: GroundId,
    },
    /// A name, form of address, village or organisation was written down wrongly.
    CorrectPerson {
        number: Number,
        details: super::queue::PersonDetails,
    },
    /// What people announced and could not say becomes items.
    TakeUpSubjects {
        numbers: Vec<Number>,
    },
    /// What people announced and could not say is left aside, with a word why.
    SetAsideSubjects {
        numbers: Vec<Number>,
        why: String,
    },
    /// Who came of those expected, and how many people there are. Of whom nothing is said here, nothing changes; `people`
    /// is what shall stand, `None` for not counted.
    RecordAttendance {
        marks: Vec<(Attendee, Option<Presence>)>,
        people: Option<u32>,
    },

    RaiseItem {
        by: Raiser,
        text: String,
        opinion: Option<OpinionId>,
    },
    /// An opinion that was not registered, where the regulation accepts it only within the announced scope and the aide
    /// has said whether it is.
    RaiseScopedItem {
        by: Raiser,
        text: String,
        opinion: Option<OpinionId>,
        within_scope: bool,
        reason: Option<Reason>,
    },
    EditItem {
        item: ItemId,
        text: String,
    },
    SetTopic {
        item: ItemId,
        topic: Option<String>,
    },
    LinkItem {
        item: ItemId,
        opinion: Option<OpinionId>,
    },
    MoveItem {
        item: ItemId,
        to: Raiser,
    },
    SummariseAnswer {
        item: ItemId,
        answer: String,
    },
    /// What was answered is what had been prepared on the opinion the item is linked to.
    AnswerAsPrepared {
        item: ItemId,
    },
    ClassItem {
        item: ItemId,
        class: Class,
    },
    /// Class 2 under an agency that is named for the first time: one act, so that undo takes both back.
    ClassUnderNewAgency {
        item: ItemId,
        id: AgencyId,
        name: String,
        due: Due,
    },
    ReopenItem {
        item: ItemId,
    },
    AddAgency {
        id: AgencyId,
        name: String,
    },

    BeginBreak {
        planned: Option<Millis>,
    },
    EndBreak,
    /// Suspend the session, to go on at another time. Where the text wants one sitting this needs a reason.
    Adjourn {
        reason: Option<Reason>,
    },
    JudgeAway {
        went_on: bool,
    },
    CorrectTime {
        segment: SegmentId,
        edge: Edge,
        by: i64,
        reason: Reason,
    },
    /// The limit of one turn that is over or running, in whole.
    SetLimit {
        turn: TurnId,
        limit: Option<Millis>,
    },

    ReplaceChair {
        by: Official,
        case: Option<String>,
        reason: Reason,
    },
    Note {
        text: String,
        item: Option<ItemId>,
    },
    /// A note that is not for the aide alone.
    NoteInto {
        text: String,
        item: Option<ItemId>,
        place: NotePlace,
    },
    WordConclusion {
        act: ChecklistItemId,
        text: String,
    },
    ShowHall {
        message: Option<String>,
    },
    /// Pins a picture to the screen of the hall; `None` takes it off, and what is happening decides again.
    SetScene {
        scene: Option<Scene>,
    },
    /// The screen of the hall shows what happens: whatever was pinned and whatever message was put there goes.
    FollowInHall,
    /// Turns the pages of the conclusion in the hall to the one with this item.
    TurnPage {
        to: ItemId,
    },

    /// Another hall is there, or was lost.
    LinkVenue {
        venue: String,
        link: VenueLink,
    },
    /// A station is listened to no more, or again.
    ShutOut {
        station: StationId,
    },
    LetIn {
        station: StationId,
    },

    Undo,
    Redo,
}

impl Command {
    /// The same command with the reason it was refused for.
    #[must_use]
    pub fn with_reason(mut self, given: Reason) -> Self {
        if let Self::EnterStep { reason, .. }
        | Self::Close { reason }
        | Self::Adjourn { reason }
        | Self::RaiseScopedItem { reason, .. }
        | Self::Register { reason, .. }
        | Self::RegisterInFull { reason, .. }
        | Self::Import { reason, .. } = &mut self
        {
            *reason = Some(given);
        }
        self
    }

    /// The same command with the aide's word on whether an unregistered speaker, or an unregistered opinion, is within
    /// the scope.
    #[must_use]
    pub fn with_scope(mut self, within: bool) -> Self {
        if let Self::Register { within_scope, .. }
        | Self::RegisterInFull { within_scope, .. }
        | Self::Import { within_scope, .. } = &mut self
        {
            *within_scope = Some(within);
        }
        if let Self::RaiseItem { by, text, opinion } = self {
            return Self::RaiseScopedItem {
                by,
                text,
                opinion,
                within_scope: within,
                reason: None,
            };
        }
        self
    }

    /// Whether it only mends what is written down or changes what the hall sees, so that it is still possible after
    /// closing.
    #[must_use]
    pub const fn allowed_after_closing(&self) -> bool {
        match self {
            Self::EditItem { .. }
            | Self::SetTopic { .. }
            | Self::SummariseAnswer { .. }
            | Self::AnswerAsPrepared { .. }
            | Self::WordConclusion { .. }
            | Self::Note { .. }
            | Self::NoteInto { .. }
            | Self::RecordAttendance { .. }
            | Self::CorrectTime { .. }
            | Self::CorrectPerson { .. }
            | Self::JudgeAway { .. }
            | Self::ShowHall { .. }
            | Self::SetScene { .. }
            | Self::FollowInHall
            | Self::TurnPage { .. }
            | Self::LinkVenue { .. }
            | Self::ShutOut { .. }
            | Self::LetIn { .. }
            | Self::Undo
            | Self::Redo => true,
            Self::ReplacePlan { .. }
            | Self::Import { .. }
            | Self::EnterStep { .. }
            | Self::Tick { .. }
            | Self::SetSpeakingMode { .. }
            | Self::HoldSpeeches
            | Self::Close { .. }
            | Self::GiveFloor { .. }
            | Self::ReadPrepared { .. }
            | Self::StartClock
            | Self::PauseClock
            | Self::ResumeClock
            | Self::EndFloor
            | Self::ShiftLimit { .. }
            | Self::SetLimitForRest { .. }
            | Self::SetLimit { .. }
            | Self::Register { .. }
            | Self::RegisterInFull { .. }
            | Self::MoveInQueue { .. }
            | Self::SetStanding { .. }
            | Self::NoTimeForRest
            | Self::RefusePerson { .. }
            | Self::TakeUpSubjects { .. }
            | Self::SetAsideSubjects { .. }
            | Self::RaiseItem { .. }
            | Self::RaiseScopedItem { .. }
            | Self::LinkItem { .. }
            | Self::MoveItem { .. }
            | Self::ClassItem { .. }
            | Self::ClassUnderNewAgency { .. }
            | Self::ReopenItem { .. }
            | Self::AddAgency { .. }
            | Self::BeginBreak { .. }
            | Self::EndBreak
            | Self::Adjourn { .. }
            | Self::ReplaceChair { .. } => false,
        }
    }
}

/// A speaker who comes to the desk during the session; the name alone is enough.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Newcomer {
    pub honorific: String,
    pub name: String,
    pub village: String,
    pub subject: Option<String>,
}

/// How a newcomer can be reached, and where they sit, as far as they said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewcomerContact {
    pub phone: Option<String>,
    pub address: Option<String>,
    pub venue: Option<String>,
}
