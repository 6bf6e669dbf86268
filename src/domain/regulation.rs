//! The regulation a session is run under, as data: what it prescribes, with the article for each.
//!
//! A further regulation is a further file in `config/regulations`, never further code. Where a regulation is silent
//! the profile is silent: an absent rule is an empty list or `None`, never an invented default. The types know no
//! session, no file and no clock. Whether a profile makes sense is `check`'s.

pub mod check;
mod circumstances;
mod conduct;
mod deadline;
mod papers;
mod phrases;
mod rules;
mod step;
mod text;
pub(crate) mod words;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use circumstances::{
    Attending, AttendingAs, Circumstances, Grade, Level, Occasion, Post, RuleFor,
};
pub use conduct::{ChairRule, ChairVerdict, Frequency, Often, Preparer, Size, Validity, Waiver};
pub use deadline::{
    Anchor, DayMonth, DayUnit, Deadline, DeadlineId, DeadlineKind, Limit, Period, PeriodicReport,
};
pub use papers::{Addressee, DocumentKind, DossierEntry, DossierList, PaperRule, Recipient};
pub use phrases::Phrases;
pub use rules::{
    ClassRule, DeputyRule, GroundId, RefusalGround, RefusalGrounds, Rules, Unregistered,
};
pub use step::{
    ChecklistItem, ChecklistItemId, ClassKind, Condition, Phase, Step, StepId, StepKind,
};
pub use text::{Article, Text};
#[cfg(test)]
pub(crate) use words::{RegulationWords, WORDS};

/// Names one regulation, for example `lao-cai-7-qc-tu-2025`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RegulationId(pub String);

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
    /// As papers cite it, whole: kind, number, day, issuer, subject. Blanks (`…`) are for the office to fill.
    #[serde(default)]
    pub citation: Option<Text>,
    #[serde(default)]
    pub validity: Option<Validity>,
    /// Whether it orders a session, or only adds clocks beside one that does.
    #[serde(default)]
    pub scope: Scope,
    /// Whom an accompanying law binds: by level, kind and chair.
    #[serde(default, rename = "for")]
    pub bound: Circumstances,
    /// Who may chair.
    #[serde(default)]
    pub chairs: Vec<ChairRule>,
    /// Who prepares.
    #[serde(default)]
    pub preparers: Vec<Preparer>,
    /// Who takes part.
    #[serde(default)]
    pub participants: Vec<Attending>,
    /// How often sessions are to be held.
    #[serde(default)]
    pub frequency: Vec<Frequency>,
    /// Regular, periodic, thematic, ad hoc …
    #[serde(default)]
    pub modes: Vec<Choice>,
    /// In person, online, both.
    #[serde(default)]
    pub forms: Vec<Choice>,
    /// How long one session may last.
    #[serde(default)]
    pub length: Option<Length>,
    /// How many people it is for.
    #[serde(default)]
    pub size: Option<Size>,
    /// What a session is about, by its kind.
    #[serde(default)]
    pub contents: Vec<RuleFor>,
    /// Who takes the minutes, or records the session.
    #[serde(default)]
    pub record: Option<Rule>,
    /// Whether the text prescribes an order of the steps.
    #[serde(default)]
    pub order: Order,
    /// The steps, in the prescribed order; with [`Order::Unknown`], those that are known, in no order.
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
    /// The same point by point, for a plan to be held against.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plan_elements: Vec<PlanElement>,
    /// Events that deadlines are counted from, beside the session and its notice.
    #[serde(default)]
    pub events: Vec<Choice>,
    /// Notices and preparation before the session, and what follows after it.
    #[serde(default)]
    pub deadlines: Vec<Deadline>,
    #[serde(default)]
    pub reports: Vec<PeriodicReport>,
    /// What need not be done, by the kind of session.
    #[serde(default)]
    pub waivers: Vec<Waiver>,
    /// What the text says of single papers: who writes, signs and gets them.
    #[serde(default)]
    pub papers: Vec<PaperRule>,
    #[serde(default)]
    pub dossier: Option<DossierList>,
    /// What else the document says that is worth showing and that nothing in the program acts on.
    #[serde(default)]
    pub notes: Vec<Rule>,
}

/// Something that the plan of a session has to state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlanElement {
    Time,
    Place,
    Form,
    Contents,
    /// Those who attend.
    Participants,
    /// Which agencies prepare.
    Preparers,
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
    /// A law or decree that names no steps; its deadlines stand beside those of the regulation.
    #[serde(rename = "Floor", alias = "Accompanying")]
    Accompanying,
}

/// Whether the text prescribes an order of the steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Order {
    #[default]
    Prescribed,
    /// It prescribes none: every step is the chair's choice, and leaving one out departs from nothing.
    Unknown,
}

/// One of several things that the regulation names, with its article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub id: String,
    pub title: Text,
    /// `None` where our copy of the document shows the thing and not where it stands.
    #[serde(default)]
    pub article: Option<Article>,
}

/// A sentence of the regulation in our words, with its article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub article: Article,
    pub text: Text,
    /// What the floor is given for while it matters; whatever it is for where nothing is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub during: Vec<Phase>,
}

impl Rule {
    /// What an article says, whoever has the floor.
    #[must_use]
    pub const fn new(article: Article, text: Text) -> Self {
        Self {
            article,
            text,
            during: Vec::new(),
        }
    }

    /// Whether it matters while the floor is given for this.
    #[must_use]
    pub fn matters_in(&self, phase: Phase) -> bool {
        self.during.is_empty() || self.during.contains(&phase)
    }
}

/// The longest a session may last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Length {
    pub article: Article,
    pub text: Text,
    /// Minutes, where the text can be put in minutes by the office; a setting, not the regulation's own number.
    #[serde(default)]
    pub minutes: Option<u16>,
    #[serde(default)]
    pub when: Circumstances,
    /// The kinds of session, by the ids of [`Regulation::modes`], that are to be held in one sitting.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub one_sitting_for: Vec<String>,
}

impl Regulation {
    /// As papers cite it; the title where no citation is written down.
    #[must_use]
    pub fn cited(&self) -> &Text {
        self.citation.as_ref().unwrap_or(&self.title)
    }

    /// What a session of a kind is about, as far as the text says.
    pub fn contents_of(&self, occasion: &Occasion) -> impl Iterator<Item = &RuleFor> {
        self.contents
            .iter()
            .filter(move |rule| rule.when.hold(occasion))
    }

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
