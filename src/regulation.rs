//! The regulation a session is run under, as data: what it prescribes, with the article for each.
//!
//! A further regulation is a further file in `config/regulations`, never further code. Where a regulation is silent
//! the profile is silent: an absent rule is an empty list or `None`, never an invented default. This module knows no
//! session, no file, no clock and no language; where profiles come from is [`profiles`], whether one makes sense is
//! [`check`].

pub mod check;
pub mod profiles;
mod text;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use text::{Article, Text};

/// Names one regulation, for example `lao-cai-7-qc-tu-2025`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RegulationId(pub String);

/// Names one step within its regulation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct StepId(pub String);

/// Names one act to tick within its step.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ActId(pub String);

/// Names one ground on which the chair may refuse dialogue.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct GroundId(pub String);

/// Names one deadline within its regulation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DeadlineId(pub String);

/// Everything one regulation prescribes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regulation {
    pub id: RegulationId,
    /// The full title of the document.
    pub title: Text,
    /// A few words for the header of a screen.
    pub short: Text,
    /// The document's own number; `None` where our copy does not show it.
    pub number: Option<String>,
    pub issued: Issued,
    pub issuer: Text,
    /// Whether it orders a session, or only adds clocks beside one that does.
    #[serde(default)]
    pub scope: Scope,
    /// How often sessions are to be held.
    #[serde(default)]
    pub frequency: Vec<Rule>,
    /// Regular, periodic, thematic, ad hoc …
    #[serde(default)]
    pub modes: Vec<Choice>,
    /// In person, online, both.
    #[serde(default)]
    pub forms: Vec<Choice>,
    /// How long one session may last.
    #[serde(default)]
    pub length: Option<Length>,
    /// The steps, in the prescribed order. Empty only for [`Scope::Floor`].
    #[serde(default)]
    pub steps: Vec<Step>,
    #[serde(default)]
    pub rules: Rules,
    /// Grounds for refusing dialogue with a person; `None` where the regulation states none, and then none can be used.
    #[serde(default)]
    pub refusal: Option<RefusalGrounds>,
    /// What the plan of a session has to state.
    #[serde(default)]
    pub plan_states: Option<Rule>,
    /// Notices and preparation before the session, and what follows after it.
    #[serde(default)]
    pub deadlines: Vec<Deadline>,
    #[serde(default)]
    pub reports: Vec<PeriodicReport>,
    #[serde(default)]
    pub dossier: Option<DossierList>,
}

/// When the document was issued, as exactly as our copy tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Issued {
    On(NaiveDate),
    /// After this day, which the document itself mentions as past.
    After(NaiveDate),
    /// Some time in this year.
    In(i32),
    Unknown,
}

/// What a regulation is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Scope {
    /// Orders the steps of a session.
    #[default]
    Session,
    /// Names no steps; its deadlines stand beside those of the local regulation, as a floor.
    Floor,
}

/// One of several things that the regulation names, with its article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub id: String,
    pub title: Text,
    pub article: Article,
}

/// A sentence of the regulation in our words, with its article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub article: Article,
    pub text: Text,
}

/// The longest a session may last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Length {
    pub article: Article,
    pub text: Text,
    /// Minutes, where the text can be put in minutes by the office; a setting, not the regulation's own number.
    pub minutes: Option<u16>,
}

/// One step of the prescribed order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub id: StepId,
    pub kind: StepKind,
    pub title: Text,
    /// Who conducts it.
    pub lead: Text,
    pub article: Article,
    /// What has to be done in it, ticked off one by one.
    #[serde(default)]
    pub acts: Vec<Act>,
    #[serde(default)]
    pub held: Condition,
    /// Planned minutes when the plan says nothing: a setting of this program, not a rule.
    pub usual_minutes: u16,
}

/// What happens in a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepKind {
    Opening,
    Announcement,
    /// The answers prepared to opinions collected before the session are read, one by one.
    PreparedAnswers,
    /// Citizens have the floor and are answered. Neighbouring dialogue steps form one block; a round goes through the
    /// phases of the block in order, and the block repeats round by round.
    Dialogue(Vec<Phase>),
    Conclusion,
    /// Anything else that is ticked off act by act.
    Other,
}

/// What the floor is given for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Phase {
    Speech,
    Answer,
    FollowUp,
}

/// When a step is held at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Condition {
    #[default]
    Always,
    /// Only if opinions were collected before the session.
    OpinionsCollected,
}

/// Something to be done in a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    pub id: ActId,
    pub title: Text,
    /// Where the act stands, when not in the step's own article.
    #[serde(default)]
    pub article: Option<Article>,
    /// The items that are read out under this act: those of the classes listed. Used by conclusions.
    #[serde(default)]
    pub items: Vec<ClassKind>,
}

/// The three classes every item falls into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ClassKind {
    AnsweredNow,
    VerifyLater,
    ReportUpward,
}

impl ClassKind {
    /// All three, in the order of the keys `1` `2` `3`.
    pub const ALL: [Self; 3] = [Self::AnsweredNow, Self::VerifyLater, Self::ReportUpward];
}

/// Rules while the session runs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    #[serde(default)]
    pub unregistered: Unregistered,
    #[serde(default)]
    pub off_topic: Option<Rule>,
    /// What is no matter for a dialogue and goes another way.
    #[serde(default)]
    pub kept_out: Vec<Rule>,
    /// Where the three classes stand.
    #[serde(default)]
    pub classes: Option<Rule>,
    /// Who answers for answers that the chair delegated.
    #[serde(default)]
    pub delegated_answers: Option<Rule>,
    /// One-way presentations are limited, the chair may ask back.
    #[serde(default)]
    pub presentation: Option<Rule>,
    #[serde(default)]
    pub deputy: Option<DeputyRule>,
    /// The table of items that the dossier holds.
    #[serde(default)]
    pub item_table: Option<Rule>,
}

/// What the regulation says of a speaker who did not register.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Unregistered {
    /// Nothing: giving such a person the floor departs from the prescribed order.
    #[default]
    Silent,
    Accepted(Rule),
    /// Accepted when the opinion fits the announced content and scope.
    WithinScope(Rule),
}

/// Who may replace the chair, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeputyRule {
    pub article: Article,
    pub text: Text,
    pub cases: Vec<Choice>,
}

/// The closed list of grounds on which the chair may refuse dialogue with a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusalGrounds {
    pub article: Article,
    pub grounds: Vec<Ground>,
}

/// One ground for refusing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    pub id: GroundId,
    pub text: Text,
}

/// Something that is due before or after the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    pub id: DeadlineId,
    pub title: Text,
    pub article: Article,
    /// The time limit; `None` where the act is prescribed without one.
    pub limit: Option<Limit>,
    pub anchor: Anchor,
    /// When this limit applies instead of the ordinary one.
    #[serde(default)]
    pub condition: Option<Text>,
    /// The deadline that this one extends.
    #[serde(default)]
    pub extends: Option<DeadlineId>,
    /// What an office has to know about the counting, for example that the text names no starting day.
    #[serde(default)]
    pub remark: Option<Text>,
    /// The classes of items whose answer is due by it.
    #[serde(default)]
    pub items: Vec<ClassKind>,
    /// What it is, for the parts of the program that need to find it.
    #[serde(default)]
    pub kind: DeadlineKind,
}

/// A number of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    pub days: u16,
    pub unit: DayUnit,
}

/// What a day is, when days are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DayUnit {
    /// Monday to Friday, less public holidays, plus make-up days.
    Working,
    Calendar,
}

/// The event a deadline is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    /// Counted back from the day of the session.
    BeforeSession,
    Session,
    /// The day the conclusion notice is issued.
    Notice,
}

/// What a deadline is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum DeadlineKind {
    PublicNotice,
    PreparedAnswers,
    ConclusionNotice,
    AgencyReport,
    HigherLevel,
    Publication,
    #[default]
    Other,
}

/// A report that is owed every half-year or year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeriodicReport {
    pub id: String,
    pub title: Text,
    pub article: Article,
    pub period: Period,
    /// The day and month before which it is due; `None` where the regulation names no date.
    pub before: Option<DayMonth>,
    /// Who owes it, where the regulation tells levels apart.
    #[serde(default)]
    pub owed_by: Option<Text>,
}

/// What a periodic report covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Period {
    HalfYear,
    Year,
}

/// A day of any year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayMonth {
    pub day: u8,
    pub month: u8,
}

/// What the file of a session has to hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DossierList {
    pub article: Article,
    pub entries: Vec<DossierEntry>,
    /// Where it is kept.
    #[serde(default)]
    pub kept: Option<Rule>,
}

/// One paper in the file of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DossierEntry {
    pub id: String,
    pub title: Text,
    /// Prescribed only when there is occasion for it.
    #[serde(default)]
    pub if_any: bool,
    /// The document of this program that fills the entry; `None` where the office adds it.
    #[serde(default)]
    pub document: Option<DocumentKind>,
}

/// The documents this program writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DocumentKind {
    Minutes,
    ItemTable,
    ConclusionNotice,
    HigherLevelPetition,
    TransferSlip,
}

impl Regulation {
    /// The step with this id.
    #[must_use]
    pub fn step(&self, id: &StepId) -> Option<&Step> {
        self.steps.iter().find(|step| &step.id == id)
    }

    /// Where the step stands in the prescribed order, from 0.
    #[must_use]
    pub fn position(&self, id: &StepId) -> Option<usize> {
        self.steps.iter().position(|step| &step.id == id)
    }

    /// The deadline with this id.
    #[must_use]
    pub fn deadline(&self, id: &DeadlineId) -> Option<&Deadline> {
        self.deadlines.iter().find(|deadline| &deadline.id == id)
    }

    /// The deadline by which an item of this class has to be answered, where the regulation sets one.
    #[must_use]
    pub fn deadline_for(&self, class: ClassKind) -> Option<&Deadline> {
        self.deadlines
            .iter()
            .find(|deadline| deadline.items.contains(&class) && deadline.limit.is_some())
    }
}

impl Step {
    /// The phases of the floor that belong to this step; empty unless it is a dialogue step.
    #[must_use]
    pub fn phases(&self) -> &[Phase] {
        match &self.kind {
            StepKind::Dialogue(phases) => phases,
            StepKind::Opening
            | StepKind::Announcement
            | StepKind::PreparedAnswers
            | StepKind::Conclusion
            | StepKind::Other => &[],
        }
    }
}
