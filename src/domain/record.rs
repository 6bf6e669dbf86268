//! The finished session as plain data: what `record.ron` and `record.json` hold, and what every document is written
//! from. Its shape is published and versioned; fields are added, never renamed. It knows the session and its regulation,
//! and nothing of files, documents or language.

mod build;
mod due;
mod issued;
mod look_through;
mod people;
mod public;

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::domain::regulation::{
    Article, Attending, ChecklistItemId, ClassKind, DeadlineId, DocumentKind, DossierList,
    PaperRule, Phase, RegulationId, Rule, StepId, StepKind, Text,
};
use crate::domain::session::deviation::{Departure, Reason};
use crate::domain::session::event::NotePlace;
use crate::domain::session::plan::{
    Agency, AgencyId, Layout, Level, Number, Official, Opinion, OpinionId,
};
use crate::domain::session::timing::Edge;
use crate::domain::time::{Millis, Wall};

pub use due::DeadlineRecord;
pub use issued::IssuedRecord;
pub use look_through::{Suspicion, SuspicionKind, TextPlace};
pub use people::{
    AttendanceRecord, ChairChangeRecord, ExpectedRecord, HolderRecord, PersonCorrectionRecord,
    RefusedRecord, SpeakerRecord, VenueLinkRecord,
};

/// The version of the shape below.
pub const SCHEMA: &str = "doithoai-record/1";

/// One session, whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SessionRecord {
    pub schema: String,
    pub fictional: bool,
    /// False while the session is not closed: the record is then a draft.
    pub closed: bool,
    pub title: String,
    pub regulation: RegulationCited,
    pub level: Level,
    pub layout: Layout,
    pub body: String,
    pub superior_body: Option<String>,
    pub lead_agency: String,
    pub place: String,
    /// The halls, where the session was held in several; this one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub venues: Vec<String>,
    /// Each time another hall was there, or was lost.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub venue_links: Vec<VenueLinkRecord>,
    pub contents: Vec<String>,
    pub mode: Option<Cited>,
    pub form: Option<Cited>,
    /// Local time, as planned.
    pub planned_begin: NaiveDateTime,
    pub began: Option<Wall>,
    pub ended: Option<Wall>,
    /// From the first step to closing, breaks included.
    pub lasted_ms: Millis,
    /// What the regulation or the office allows.
    pub allowed_minutes: Option<u16>,
    pub chair: Official,
    pub chair_changes: Vec<ChairChangeRecord>,
    pub co_chairs: Vec<Official>,
    pub secretaries: Vec<Official>,
    pub delegates: Vec<Official>,
    pub agencies: Vec<Agency>,
    pub steps: Vec<StepRecord>,
    pub speakers: Vec<SpeakerRecord>,
    pub turns: Vec<TurnRecord>,
    pub items: Vec<ItemRecord>,
    pub opinions: Vec<Opinion>,
    pub breaks: Vec<BreakRecord>,
    pub interruptions: Vec<InterruptionRecord>,
    /// When somebody set the clock of the computer; no time in this record was moved by it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clock_sets: Vec<ClockSetRecord>,
    pub deviations: Vec<DeviationRecord>,
    pub notes: Vec<NoteRecord>,
    /// The chair's own words under an act of the conclusion.
    pub conclusion: BTreeMap<ChecklistItemId, String>,
    /// Every act of the aide, also those taken back.
    pub acts: Vec<ActDone>,
    pub edition: Edition,
    /// How long the regulation lets a session last, in its own words.
    pub length: Option<Rule>,
    /// What the regulation wants to stand in the table of items.
    pub item_table: Option<Rule>,
    /// What the file of a session has to hold; `None` where the regulation lists nothing.
    pub dossier: Option<DossierList>,
    /// What the regulation says of single papers, as far as it concerns such a session: who writes, signs and gets them.
    #[serde(default)]
    pub papers: Vec<PaperRule>,
    /// Who takes part in such a session, as far as the regulation says.
    #[serde(default)]
    pub participants: Vec<Attending>,
    /// What is due before and after the session.
    pub deadlines: Vec<DeadlineRecord>,
    /// The papers that the office issued since, where they were entered; no part of the journal.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issued: Vec<IssuedRecord>,
    /// The journal it was made from: how many entries it had, and a code of the last, as in `61:3f9a0c2e7b1d4e5f`.
    #[serde(default)]
    pub journal: Option<String>,
    /// Who signs what the office issues.
    #[serde(default)]
    pub signatory: Option<Official>,
    #[serde(default)]
    pub attendance: AttendanceRecord,
    /// Minutes with one sentence a turn and the times in an annex.
    #[serde(default)]
    pub short_minutes: bool,
    /// Where the regulation takes an unregistered opinion only within the announced scope.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope_rule: Option<Article>,
}

/// The regulation the session was run under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegulationCited {
    pub id: RegulationId,
    pub title: Text,
    pub number: Option<String>,
    pub issuer: Text,
    /// As papers cite it, whole; the title where no citation is known.
    #[serde(default)]
    pub citation: Text,
}

/// Who a record is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edition {
    /// The office, which keeps everything. `mask_names` is the plan's setting for the other one.
    Office { mask_names: bool },
    /// Public notice: what is private was taken out.
    Public { names_masked: bool },
}

/// Something of the regulation, with its article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cited {
    pub title: Text,
    /// `None` where our copy of the regulation does not show where it stands.
    pub article: Option<Article>,
}

/// What became of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepOutcome {
    Held,
    NotHeld,
    /// Its condition was not met, so nothing was left out.
    NoOccasion,
}

/// One step of the regulation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StepRecord {
    pub id: StepId,
    pub kind: StepKind,
    pub title: Text,
    /// A few words for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    pub lead: Text,
    pub article: Article,
    pub outcome: StepOutcome,
    pub planned_minutes: u16,
    pub began: Option<Wall>,
    pub ended: Option<Wall>,
    /// All the time in the step, over its visits.
    pub actual_ms: Millis,
    pub visits: Vec<SpanRecord>,
    pub acts: Vec<ActRecord>,
}

/// One act of a step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ActRecord {
    pub id: ChecklistItemId,
    pub title: Text,
    pub article: Article,
    pub done: Option<Wall>,
    /// The classes of items read out under it.
    pub items: Vec<ClassKind>,
    /// The paper that is ordered by it.
    #[serde(default)]
    pub paper: Option<DocumentKind>,
}

/// A measured stretch of time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SpanRecord {
    /// The round of the dialogue; 0 outside it.
    pub round: u32,
    pub began: Wall,
    pub ended: Option<Wall>,
    pub actual_ms: Millis,
    pub pauses: Vec<PauseRecord>,
    pub corrections: Vec<CorrectionRecord>,
    /// The same for the end.
    #[serde(default)]
    pub ended_line_ms: Option<Millis>,
    /// What the clock had measured, where a correction changed it.
    pub measured_began: Wall,
    pub measured_ended: Option<Wall>,
    /// Milliseconds since the session was opened: the order of things, whatever the wall clock was set to.
    pub line_ms: Millis,
}

/// A stretch within another that does not count.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PauseRecord {
    pub from: Wall,
    pub to: Option<Wall>,
}

/// A correction of a begin or an end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrectionRecord {
    pub at: Wall,
    pub edge: Edge,
    /// Milliseconds later than measured; negative for earlier.
    pub by_ms: i64,
    pub reason: Reason,
}

/// One time that somebody had the floor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TurnRecord {
    pub id: u32,
    pub phase: Phase,
    pub step: StepId,
    pub article: Article,
    pub round: u32,
    pub holder: HolderRecord,
    pub items: Vec<u32>,
    pub limit_ms: Option<Millis>,
    pub called: Wall,
    /// Milliseconds since the session was opened: the order of things, whatever the wall clock was set to.
    pub line_ms: Millis,
    /// The clock of the turn; `None` when it was never started.
    pub span: Option<SpanRecord>,
    /// Milliseconds over the limit; negative when under it.
    pub over_ms: Option<i64>,
}

/// Where an item comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RaisedBy {
    Citizen { number: Number },
    Collected { opinion: OpinionId },
}

/// One thing that was raised: the six columns of the item table and what belongs to them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemRecord {
    pub id: u32,
    pub by: RaisedBy,
    /// The person or organisation.
    pub name: String,
    pub village: String,
    /// The hall it was raised from, where the session was held in several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    pub text: String,
    pub topic: Option<String>,
    pub opinion: Option<OpinionId>,
    pub prepared_answer: Option<String>,
    pub raised: Wall,
    pub round: u32,
    pub turns: Vec<u32>,
    pub answered_by: Vec<HolderRecord>,
    /// What was answered: in somebody's few words, or as it was prepared.
    pub answer: Option<String>,
    /// The answer is what had been prepared: it was read out, or somebody said so. Sessions of older programs have no
    /// `answer` then.
    #[serde(default)]
    pub as_prepared: bool,
    /// For an opinion that was not registered, where the regulation asks for it: whether it is within the scope.
    #[serde(default)]
    pub within_scope: Option<bool>,
    /// The turn in which it was said aloud; `None` for what came in writing or beforehand.
    #[serde(default)]
    pub said_in: Option<u32>,
    /// Milliseconds since the session was opened: the order of things, whatever the wall clock was set to.
    #[serde(default)]
    pub raised_line_ms: Millis,
    pub class: Option<ClassRecord>,
    /// The classes it had before.
    pub classed: Vec<ClassedRecord>,
}

/// The class of an item, with what it requires.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ClassRecord {
    AnsweredNow,
    VerifyLater {
        agency: Option<AgencyId>,
        agency_name: Option<String>,
        due: Option<NaiveDate>,
        /// The deadline of the regulation it follows from.
        under: Option<DueUnder>,
    },
    ReportUpward {
        authority: Option<String>,
        /// The day that the chair set for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<NaiveDate>,
    },
}

/// The deadline an answer is due under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueUnder {
    pub deadline: DeadlineId,
    pub title: Text,
    pub article: Article,
}

/// A class an item had before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClassedRecord {
    pub until: Wall,
    pub class: Option<ClassRecord>,
}

/// A break.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BreakRecord {
    /// The session was suspended, to go on at another time.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub adjourned: bool,
    pub planned_ms: Option<Millis>,
    pub span: SpanRecord,
}

/// Somebody set the clock of the computer while the session was held.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClockSetRecord {
    /// The first time after it.
    pub at: Wall,
    pub line_ms: Millis,
    /// Milliseconds forward; negative for back.
    pub by_ms: i64,
}

/// The program was away.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InterruptionRecord {
    pub from: Wall,
    pub to: Wall,
    /// Milliseconds since the session was opened: the order of things, whatever the wall clock was set to.
    pub line_ms: Millis,
    /// Whether the speaker went on meanwhile; `None` when nobody said.
    pub went_on: Option<bool>,
}

/// A departure from the prescribed order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeviationRecord {
    pub at: Wall,
    /// Milliseconds since the session was opened: the order of things, whatever the wall clock was set to.
    pub line_ms: Millis,
    pub departure: Departure,
    pub article: Article,
    pub reason: Reason,
}

/// Something the aide wrote down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NoteRecord {
    pub at: Wall,
    #[serde(default)]
    pub line_ms: Millis,
    #[serde(default)]
    pub place: NotePlace,
    pub text: String,
    pub item: Option<u32>,
}

/// One act of the aide, by the names of its events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ActDone {
    pub seq: u64,
    pub at: Wall,
    pub events: Vec<String>,
    /// Taken back: it counts for nothing above.
    pub undone: bool,
}
