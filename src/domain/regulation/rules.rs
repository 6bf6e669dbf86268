//! What the regulation rules while a session runs. Knows nothing of how a session obeys it.

use serde::{Deserialize, Serialize};

use super::{Article, Choice, ClassKind, Grade, Rule, Text};

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
    /// In which order people speak.
    #[serde(default)]
    pub speaking_order: Option<Rule>,
    #[serde(default)]
    pub off_topic: Option<Rule>,
    /// What may not be brought up.
    #[serde(default)]
    pub kept_out: Vec<Rule>,
    /// What another procedure governs: outside the scope of the text, and no ban on speaking.
    #[serde(default)]
    pub outside_scope: Vec<Rule>,
    /// Where the three classes stand.
    #[serde(default)]
    pub classes: Option<Rule>,
    /// What the text says of each class; a class that no text names has no entry.
    #[serde(default)]
    pub class_rules: Vec<ClassRule>,
    /// Who answers for answers that the chair delegated.
    #[serde(default)]
    pub delegated_answers: Option<Rule>,
    /// One-way presentations are limited, the chair may ask back.
    #[serde(default)]
    pub presentation: Option<Rule>,
    /// Questions and answers are short and to the point.
    #[serde(default)]
    pub brevity: Option<Rule>,
    /// What the chair decides.
    #[serde(default)]
    pub chair_decides: Option<Rule>,
    #[serde(default)]
    pub deputy: Option<DeputyRule>,
    /// The table of items that the dossier holds.
    #[serde(default)]
    pub item_table: Option<Rule>,
    /// What is prohibited; to be read out with the house rules.
    #[serde(default)]
    pub prohibited: Vec<Rule>,
    /// What those who take part have a right to.
    #[serde(default)]
    pub rights: Vec<Rule>,
    /// What those who take part have to keep to.
    #[serde(default)]
    pub duties: Vec<Rule>,
    /// The text's name for those who register speakers and gather opinions.
    #[serde(default)]
    pub registration_desk: Option<Text>,
}

impl Rules {
    /// The rules that stand once, by the names they have in the file.
    #[must_use]
    pub fn single(&self) -> Vec<(&'static str, &Rule)> {
        [
            ("unregistered", self.unregistered.rule()),
            ("speaking_order", self.speaking_order.as_ref()),
            ("off_topic", self.off_topic.as_ref()),
            ("classes", self.classes.as_ref()),
            ("delegated_answers", self.delegated_answers.as_ref()),
            ("presentation", self.presentation.as_ref()),
            ("brevity", self.brevity.as_ref()),
            ("chair_decides", self.chair_decides.as_ref()),
            ("item_table", self.item_table.as_ref()),
        ]
        .into_iter()
        .filter_map(|(name, rule)| Some((name, rule?)))
        .collect()
    }

    /// The rules that stand in lists, by the names these have in the file.
    #[must_use]
    pub fn lists(&self) -> [(&'static str, &[Rule]); 5] {
        [
            ("kept_out", &self.kept_out),
            ("outside_scope", &self.outside_scope),
            ("prohibited", &self.prohibited),
            ("rights", &self.rights),
            ("duties", &self.duties),
        ]
    }
}

/// What the regulation says of a speaker who did not register.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Unregistered {
    /// Nothing: giving such a person the floor departs from nothing.
    #[default]
    Silent,
    Accepted(Rule),
    /// Accepted when the opinion fits the announced content and scope.
    WithinScope(Rule),
    /// The registered order is prescribed *and as the chair moderates*: the chair's leave is noted, and is no breach.
    ByLeave(Rule),
}

impl Unregistered {
    /// The rule, where there is one.
    #[must_use]
    pub fn rule(&self) -> Option<&Rule> {
        match self {
            Self::Silent => None,
            Self::Accepted(rule) | Self::WithinScope(rule) | Self::ByLeave(rule) => Some(rule),
        }
    }
}

/// What the text says of items of one class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassRule {
    pub class: ClassKind,
    pub article: Article,
    pub text: Text,
}

/// Who may replace the chair, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeputyRule {
    pub article: Article,
    pub text: Text,
    pub cases: Vec<Choice>,
}

/// The closed list of grounds on which there is no dialogue with a person, or the chair may refuse it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusalGrounds {
    pub article: Article,
    /// Whether dialogue *may* be refused, or *is not held* ([`Grade::Orders`]).
    #[serde(default = "may")]
    pub grade: Grade,
    /// Who decides; `None` where the text names nobody.
    #[serde(default)]
    pub decided_by: Option<Text>,
    pub grounds: Vec<RefusalGround>,
}

const fn may() -> Grade {
    Grade::May
}

/// One ground for refusing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[serde(rename = "Ground")]
pub struct RefusalGround {
    pub id: GroundId,
    /// In the text's own words.
    pub text: Text,
    /// Where it stands, when not with the others.
    #[serde(default)]
    pub article: Option<Article>,
    /// May or must, when not as the others.
    #[serde(default)]
    pub grade: Option<Grade>,
}

impl RefusalGrounds {
    /// Where a ground stands.
    #[must_use]
    pub fn article_of<'a>(&'a self, ground: &'a RefusalGround) -> &'a Article {
        ground.article.as_ref().unwrap_or(&self.article)
    }

    /// Whether dialogue may be refused on a ground, or is not held.
    #[must_use]
    pub fn grade_of(&self, ground: &RefusalGround) -> Grade {
        ground.grade.unwrap_or(self.grade)
    }
}
