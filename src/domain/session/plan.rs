//! What was prepared for one session: who presides, who answers, who registered, what was collected beforehand, and the
//! settings of the evening. Plain data; where it is read from and whether it is complete is not known here.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::domain::regulation::{DeadlineId, Phase, PlanElement, Post, RegulationId, StepId};
use crate::domain::time::Millis;

pub use crate::domain::regulation::Level;

/// A person's place in the speaking order, as called out in the hall: *số 4*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Number(pub u32);

/// Names one answering agency within the session.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AgencyId(pub String);

/// Names one opinion collected before the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OpinionId(pub u32);

/// The plan of one session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    pub regulation: RegulationId,
    pub title: String,
    /// True for samples: every name in it is made up, and every screen and document says so.
    #[serde(default)]
    pub fictional: bool,
    pub level: Level,
    /// The day and time it is to begin, local time.
    pub held: NaiveDateTime,
    pub place: String,
    /// The hall that is run from here, where the session is held in several at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// One of the regulation's modes, by id.
    #[serde(default)]
    pub mode: Option<String>,
    /// One of the regulation's forms, by id.
    #[serde(default)]
    pub form: Option<String>,
    /// What it is about, one line per matter.
    #[serde(default)]
    pub contents: Vec<String>,
    /// The body in whose name the session is held, and the one above it; for the heads of documents.
    pub body: String,
    #[serde(default)]
    pub superior_body: Option<String>,
    pub layout: Layout,
    pub chair: Official,
    /// The office the chair holds, for rules that ask for it; read from the name of the office where left out.
    #[serde(default)]
    pub chair_post: Option<Post>,
    #[serde(default)]
    pub co_chairs: Vec<Official>,
    #[serde(default)]
    pub secretaries: Vec<Official>,
    /// Who signs what the office issues, where it is not the chair of the plan.
    #[serde(default)]
    pub signatory: Option<Official>,
    /// The agency that prepares and opens the session.
    pub lead_agency: String,
    #[serde(default)]
    pub delegates: Vec<Official>,
    pub agencies: Vec<Agency>,
    /// Who can settle what is beyond the chair's competence; the first is proposed.
    #[serde(default)]
    pub higher_levels: Vec<String>,
    /// What was due before the session and is done: the deadline of the regulation, and the day it was done.
    #[serde(default)]
    pub done: BTreeMap<DeadlineId, NaiveDate>,
    /// The accompanying laws that run beside the regulation; those that bind such a session where left out.
    #[serde(default)]
    pub laws: Option<Vec<RegulationId>>,
    #[serde(default)]
    pub settings: Settings,
    #[serde(default)]
    pub speakers: Vec<Arc<Registration>>,
    #[serde(default)]
    pub opinions: Vec<Opinion>,
}

impl Plan {
    /// Whether the plan states something that a regulation wants in a plan.
    #[must_use]
    pub fn states(&self, element: PlanElement) -> bool {
        match element {
            // A plan without its day is none.
            PlanElement::Time => true,
            PlanElement::Place => !self.place.trim().is_empty(),
            PlanElement::Form => self.form.is_some(),
            PlanElement::Contents => !self.contents.is_empty(),
            PlanElement::Participants => !self.delegates.is_empty() || !self.speakers.is_empty(),
            PlanElement::Preparers => {
                !self.lead_agency.trim().is_empty() && !self.agencies.is_empty()
            }
        }
    }
}

/// Which body of rules the documents are laid out by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Layout {
    /// Chaired by a head of government.
    State,
    /// Chaired by a head of the Party committee.
    Party,
}

/// Someone who holds an office: chair, secretary, delegate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Official {
    /// *Ông*, *Bà*, *Đồng chí* …
    #[serde(default)]
    pub honorific: String,
    pub name: String,
    pub office: String,
}

/// An agency that answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    pub id: AgencyId,
    pub name: String,
    /// Who speaks for it in the hall.
    #[serde(default)]
    pub spoken_for_by: Option<Official>,
}

/// A person who registered to speak.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registration {
    pub number: Number,
    #[serde(default)]
    pub honorific: String,
    pub name: String,
    /// Village, hamlet or unit.
    #[serde(default)]
    pub village: String,
    /// Private: never on the screen of the hall, never in the public record.
    #[serde(default)]
    pub phone: Option<String>,
    /// Private, like the phone.
    #[serde(default)]
    pub address: Option<String>,
    /// The hall in which the person sits, where there are several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// What the person wants to speak about, one entry per matter.
    #[serde(default)]
    pub subjects: Vec<Subject>,
}

/// One matter that a speaker announced.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    pub text: String,
    #[serde(default)]
    pub topic: Option<String>,
    /// The agency that is to answer; the chair when none is named.
    #[serde(default)]
    pub agency: Option<AgencyId>,
    /// The opinion collected beforehand that says the same.
    #[serde(default)]
    pub opinion: Option<OpinionId>,
}

/// An opinion collected before the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opinion {
    pub id: OpinionId,
    /// The person or organisation it comes from.
    pub from: String,
    #[serde(default)]
    pub village: String,
    pub text: String,
    #[serde(default)]
    pub topic: Option<String>,
    #[serde(default)]
    pub agency: Option<AgencyId>,
    /// For the chair and the aide only.
    #[serde(default)]
    pub prepared_answer: Option<String>,
}

/// What the office sets for the evening. None of it is a rule of the regulation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Minutes the whole session may take; the regulation's own length when left out.
    pub allowed_minutes: Option<u16>,
    /// Planned minutes per step; the profile's usual minutes where left out.
    pub step_minutes: BTreeMap<StepId, u16>,
    pub limits: Limits,
    /// Seconds before the limit at which the clock warns, first and second.
    pub warnings: (u32, u32),
    pub taking: SpeakingMode,
    pub clock_starts: ClockStart,
    /// A bell at the limit.
    pub bell: bool,
    /// The hall sees initials instead of names.
    pub mask_names: bool,
    /// Minutes with one sentence a turn and the times in an annex; when left out, where there are many items.
    pub short_minutes: Option<bool>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            allowed_minutes: None,
            step_minutes: BTreeMap::new(),
            limits: Limits::default(),
            warnings: (60, 15),
            taking: SpeakingMode::OneByOne,
            clock_starts: ClockStart::WithTheFloor,
            bell: false,
            mask_names: false,
            short_minutes: None,
        }
    }
}

/// How long each turn may take, in seconds. `None` measures without a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    pub speech: Option<u32>,
    pub answer: Option<u32>,
    pub follow_up: Option<u32>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            speech: Some(180),
            answer: Some(300),
            follow_up: Some(120),
        }
    }
}

impl Limits {
    /// The limit of one phase.
    #[must_use]
    pub fn of(&self, phase: Phase) -> Option<Millis> {
        match phase {
            Phase::Speech => self.speech,
            Phase::Answer => self.answer,
            Phase::Exchange => self.follow_up,
        }
        .map(|seconds| Millis::of_seconds(u64::from(seconds)))
    }

    /// Sets the limit of one phase.
    pub fn set(&mut self, phase: Phase, seconds: Option<u32>) {
        match phase {
            Phase::Speech => self.speech = seconds,
            Phase::Answer => self.answer = seconds,
            Phase::Exchange => self.follow_up = seconds,
        }
    }
}

/// How speeches are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SpeakingMode {
    /// Speech, answer, class, next.
    OneByOne,
    /// So many speeches, then their answers.
    InBatches(u32),
}

/// When the clock of a turn starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClockStart {
    /// As soon as the floor is given.
    WithTheFloor,
    /// With a key of its own, when the person begins to speak.
    ByHand,
}
