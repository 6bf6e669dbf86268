//! What the regulation rules while a session runs. Knows nothing of how a session obeys it.

use serde::{Deserialize, Serialize};

use super::{Article, Choice, Rule, Text};

/// Names one ground on which the chair may refuse dialogue.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GroundId(pub String);

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
