//! The steps of a session and what happens in them. Knows nothing of who speaks when: that is the session's.

use serde::{Deserialize, Serialize};

use super::{Article, DocumentKind, Grade, Text};

/// Names one step within its regulation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StepId(pub String);

/// Names one act to tick within its step.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ChecklistItemId(pub String);

/// One step of the prescribed order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub id: StepId,
    pub kind: StepKind,
    pub title: Text,
    /// A few words for narrow places; the title where left out.
    #[serde(default)]
    pub name: Option<Text>,
    /// Who conducts it; blank where the text names nobody.
    #[serde(default)]
    pub lead: Text,
    pub article: Article,
    /// What has to be done in it, ticked off one by one, in the order of the text.
    #[serde(default)]
    pub acts: Vec<ChecklistItem>,
    #[serde(default)]
    pub held: Condition,
    /// Whether the step has to be held or may be.
    #[serde(default)]
    pub grade: Grade,
    /// Planned minutes when the plan says nothing: a setting of this program, not a rule.
    #[serde(default, with = "minutes", skip_serializing_if = "Option::is_none")]
    pub usual_minutes: Option<u16>,
}

/// Minutes are written as a bare number, as they always were; what is not set is left out.
mod minutes {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[expect(
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        reason = "the signature that serde asks for"
    )]
    pub(super) fn serialize<S: Serializer>(
        minutes: &Option<u16>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        minutes.unwrap_or_default().serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<u16>, D::Error> {
        u16::deserialize(deserializer).map(Some)
    }
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
    /// The citizen goes on after an answer.
    #[serde(rename = "FollowUp")]
    Exchange,
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
#[serde(rename = "Act", deny_unknown_fields)]
pub struct ChecklistItem {
    pub id: ChecklistItemId,
    pub title: Text,
    /// Where the act stands, when not in the step's own article.
    #[serde(default)]
    pub article: Option<Article>,
    /// The items that are read out under this act: those of the classes listed. Used by conclusions.
    #[serde(default)]
    pub items: Vec<ClassKind>,
    /// The paper that is ordered by it; that paper does not order itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<DocumentKind>,
    /// The house rules are introduced under it: what is prohibited, duties and rights are then at hand to read out.
    #[serde(default, skip_serializing_if = "is_not")]
    pub reads_rules: bool,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde asks for"
)]
const fn is_not(given: &bool) -> bool {
    !*given
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

impl Step {
    /// A few words for narrow places.
    #[must_use]
    pub fn name(&self) -> &Text {
        self.name.as_ref().unwrap_or(&self.title)
    }

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
