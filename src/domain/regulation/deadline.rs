//! What is due before and after a session, and every half-year or year. Knows no calendar: counting is `deadlines`'.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Addressee, Article, Choice, Circumstances, ClassKind, DocumentKind, Grade, Occasion,
    Regulation, Text, Waiver,
};

/// Names one deadline within its regulation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DeadlineId(pub String);

/// Something that is due before or after the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    pub id: DeadlineId,
    pub title: Text,
    pub article: Article,
    /// The time limit; `None` where the act is prescribed without one.
    #[serde(default)]
    pub limit: Option<Limit>,
    pub anchor: Anchor,
    /// Counted back from the anchor and not forward; [`Anchor::BeforeSession`] always is.
    #[serde(default)]
    pub before: bool,
    /// When this limit applies instead of the ordinary one.
    #[serde(default)]
    pub condition: Option<Text>,
    /// The cases of the condition, for whoever has to say which of them it was.
    #[serde(default)]
    pub cases: Vec<Choice>,
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
    /// Whether the text orders it, allows it, or only lists a paper of that name.
    #[serde(default)]
    pub grade: Grade,
    #[serde(default)]
    pub when: Circumstances,
    /// Who owes it.
    #[serde(default)]
    pub owed_by: Option<Text>,
    /// Whom it is owed to.
    #[serde(default)]
    pub to: Vec<Addressee>,
    /// The paper that discharges it; whom that goes to is also asked of [`Regulation::addressees`].
    #[serde(default)]
    pub paper: Option<DocumentKind>,
}

/// So many days, or months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// How many of the unit.
    pub days: u16,
    pub unit: DayUnit,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DayUnit {
    /// Monday to Friday, less public holidays, plus make-up days.
    Working,
    Calendar,
    /// To the day of the same number, or the last day of a month that has none.
    Month,
}

/// The event a deadline is counted from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    /// Counted back from the day of the session.
    BeforeSession,
    Session,
    /// The day the conclusion notice is issued.
    Notice,
    /// Another event that `events` names; its day is told by whoever knows it.
    Event(String),
    /// The last day of another duty.
    Limit(DeadlineId),
    /// A day of every year; without a limit, due on that day.
    EveryYear(DayMonth),
    /// One day; without a limit, due on that day.
    On(NaiveDate),
}

impl Deadline {
    /// The paper that discharges it: the regulation's own, else what a duty of its kind comes to.
    #[must_use]
    pub fn discharged_by(&self) -> Option<DocumentKind> {
        self.paper.or_else(|| self.kind.paper())
    }
}

impl DeadlineKind {
    /// The paper that a duty of this kind comes to, where the regulation names none.
    const fn paper(self) -> Option<DocumentKind> {
        match self {
            Self::PublicNotice => Some(DocumentKind::PublicNotice),
            Self::PreparedAnswers => Some(DocumentKind::AnsweringReport),
            Self::ConclusionNotice | Self::SendNotice => Some(DocumentKind::ConclusionNotice),
            Self::HigherLevel => Some(DocumentKind::HigherLevelPetition),
            Self::Publication => Some(DocumentKind::PublicResult),
            Self::Invitations => Some(DocumentKind::Invitation),
            Self::Planning => Some(DocumentKind::Plan),
            Self::Opinions => Some(DocumentKind::OpinionSummary),
            Self::AnswerPetitioner => Some(DocumentKind::PetitionerLetter),
            Self::Transfer => Some(DocumentKind::TransferSlip),
            Self::AgencyReport
            | Self::Other
            | Self::Forecast
            | Self::SessionReport
            | Self::FollowUp
            | Self::Filing => None,
        }
    }
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
    /// Sending the conclusion notice, where that has a limit or addressees of its own.
    SendNotice,
    Invitations,
    /// Making the plan.
    Planning,
    /// Gathering, classing and assigning the People's opinions.
    Opinions,
    /// Foreseeing situations.
    Forecast,
    /// A written answer to whoever raised something.
    AnswerPetitioner,
    /// Passing on what others have to settle.
    Transfer,
    /// Reporting the session or its outcome to a superior.
    SessionReport,
    /// Following up and urging.
    FollowUp,
    /// Completing and keeping the file.
    Filing,
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
    #[serde(default)]
    pub before: Option<DayMonth>,
    /// Further days of the year before which it is due, for periods shorter than a year.
    #[serde(default)]
    pub also_before: Vec<DayMonth>,
    /// How long after each session, for [`Period::EachSession`], where the text says.
    #[serde(default)]
    pub limit: Option<Limit>,
    /// Who owes it, where the regulation tells levels apart.
    #[serde(default)]
    pub owed_by: Option<Text>,
    /// Whom it is owed to.
    #[serde(default)]
    pub to: Vec<Addressee>,
    /// Whose hands it goes through.
    #[serde(default)]
    pub through: Option<Text>,
    #[serde(default)]
    pub when: Circumstances,
    #[serde(default)]
    pub remark: Option<Text>,
}

/// What a periodic report covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Period {
    HalfYear,
    Year,
    Quarter,
    Month,
    /// So many months.
    Months(u8),
    /// After every session.
    EachSession,
    OnRequest,
}

/// A day of any year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayMonth {
    pub day: u8,
    pub month: u8,
}

impl Anchor {
    /// Whether days are counted back from it by itself.
    #[must_use]
    pub fn counts_back(&self) -> bool {
        matches!(self, Self::BeforeSession)
    }
}

impl PeriodicReport {
    /// Every day of the year before which it is due, in the order of the year.
    #[must_use]
    pub fn days_of_year(&self) -> Vec<DayMonth> {
        let mut days: Vec<DayMonth> = self
            .before
            .into_iter()
            .chain(self.also_before.iter().copied())
            .collect();
        days.sort_by_key(|day| (day.month, day.day));
        days
    }
}

impl Period {
    /// How many months it covers; `None` where it is no stretch of time.
    #[must_use]
    pub fn months(self) -> Option<u8> {
        match self {
            Self::HalfYear => Some(6),
            Self::Year => Some(12),
            Self::Quarter => Some(3),
            Self::Month => Some(1),
            Self::Months(months) => Some(months),
            Self::EachSession | Self::OnRequest => None,
        }
    }
}

impl Regulation {
    /// Whether a duty is done before the session: counted back from it, or from the limit of such a duty.
    #[must_use]
    pub fn is_before_session(&self, deadline: &Deadline) -> bool {
        let mut deadline = deadline;
        // No chain of duties is longer than the list of them.
        for _ in 0..=self.deadlines.len() {
            match &deadline.anchor {
                Anchor::BeforeSession => return true,
                Anchor::Session => return deadline.before,
                Anchor::Notice | Anchor::Event(_) | Anchor::EveryYear(_) | Anchor::On(_) => {
                    return false;
                }
                Anchor::Limit(id) => match self.deadline(id) {
                    Some(other) => deadline = other,
                    None => return false,
                },
            }
        }
        false
    }

    /// Why a duty need not be done in these circumstances; `None` where it has to be.
    #[must_use]
    pub fn waived(&self, deadline: &Deadline, occasion: &Occasion) -> Option<&Waiver> {
        // A kind that nobody named yet waives nothing.
        let known = |waiver: &&Waiver| {
            (waiver.when.kinds.is_empty() || occasion.kind.is_some())
                && (waiver.when.levels.is_empty() || occasion.level.is_some())
                && (waiver.when.chairs.is_empty() || occasion.chair.is_some())
        };
        self.waivers
            .iter()
            .filter(known)
            .filter(|waiver| waiver.when.hold(occasion))
            .find(|waiver| {
                waiver.deadlines.contains(&deadline.id)
                    || (waiver.deadlines.is_empty() && self.is_before_session(deadline))
            })
    }

    /// What another event or another duty, from which a deadline is counted, is called.
    #[must_use]
    pub fn anchor_title(&self, anchor: &Anchor) -> Option<&Text> {
        match anchor {
            Anchor::Event(id) => self
                .events
                .iter()
                .find(|event| &event.id == id)
                .map(|event| &event.title),
            Anchor::Limit(id) => self.deadline(id).map(|deadline| &deadline.title),
            Anchor::BeforeSession
            | Anchor::Session
            | Anchor::Notice
            | Anchor::EveryYear(_)
            | Anchor::On(_) => None,
        }
    }

    /// The limit that extends another one.
    #[must_use]
    pub fn extension_of(&self, id: &DeadlineId) -> Option<&Deadline> {
        self.deadlines
            .iter()
            .find(|deadline| deadline.extends.as_ref() == Some(id))
    }

    /// The duty of a kind that is not itself an extension.
    pub fn deadlines_of_kind(&self, kind: DeadlineKind) -> impl Iterator<Item = &Deadline> {
        self.deadlines
            .iter()
            .filter(move |deadline| deadline.kind == kind && deadline.extends.is_none())
    }
}
