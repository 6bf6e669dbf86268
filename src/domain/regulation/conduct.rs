//! Who holds a session and how often: who may chair, who prepares, how many times a year, for how many people. Knows no
//! session; whether a plan agrees is asked elsewhere.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Article, Circumstances, DeadlineId, Level, Occasion, Post, Regulation, Text};

/// Who may chair, in the circumstances named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChairRule {
    pub article: Article,
    pub text: Text,
    #[serde(default)]
    pub when: Circumstances,
    pub posts: Vec<Post>,
    /// Who holds the session jointly with the chair.
    #[serde(default)]
    pub with: Vec<Post>,
}

/// Who prepares a session, in the circumstances named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preparer {
    pub article: Article,
    #[serde(default)]
    pub when: Circumstances,
    /// The lead agency.
    pub lead: Text,
    /// Whom it works with.
    #[serde(default)]
    pub with: Option<Text>,
    /// Who drafts the conclusion notice, where that is not the lead agency.
    #[serde(default)]
    pub drafts_notice: Option<Text>,
}

/// How often a session is to be held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frequency {
    pub article: Article,
    pub text: Text,
    #[serde(default)]
    pub when: Circumstances,
    /// In numbers, where the text gives any.
    #[serde(default)]
    pub often: Option<Often>,
}

/// So many times in so many months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Often {
    #[serde(default = "once")]
    pub times: u8,
    pub months: u8,
}

const fn once() -> u8 {
    1
}

/// From when to when the document is in force.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Validity {
    pub article: Option<Article>,
    pub text: Option<Text>,
    pub from: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
}

/// How many people a session is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Size {
    pub article: Article,
    pub text: Text,
    #[serde(default)]
    pub at_least: Option<u32>,
    #[serde(default)]
    pub at_most: Option<u32>,
}

/// What need not be done in the circumstances named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waiver {
    pub article: Article,
    pub text: Text,
    pub when: Circumstances,
    /// The duties it is about; all those due before the session where none is named.
    #[serde(default)]
    pub deadlines: Vec<DeadlineId>,
}

/// Whether the chair of a plan is one that the regulation names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChairVerdict<'a> {
    /// The regulation names this office, or says nothing of who chairs.
    Fits,
    /// These may chair; the office of the plan is not among them.
    Others(Vec<&'a ChairRule>),
}

impl Validity {
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

impl Regulation {
    /// Whether somebody of the occasion's office may chair.
    #[must_use]
    pub fn chair_verdict(&self, occasion: &Occasion) -> ChairVerdict<'_> {
        let Some(post) = occasion.chair else {
            return ChairVerdict::Fits;
        };
        let mut named = self.chair_rules(occasion);
        if named.any(|rule| rule.posts.contains(&post)) {
            ChairVerdict::Fits
        } else {
            self.chair_not_named(occasion)
        }
    }

    /// Who may chair, told to somebody whose office is none that a text could name.
    #[must_use]
    pub fn chair_not_named(&self, occasion: &Occasion) -> ChairVerdict<'_> {
        if self.chairs.is_empty() {
            return ChairVerdict::Fits;
        }
        ChairVerdict::Others(self.chair_rules(occasion).collect())
    }

    fn chair_rules(&self, occasion: &Occasion) -> impl Iterator<Item = &ChairRule> {
        self.chairs
            .iter()
            .filter(move |rule| rule.when.hold(occasion))
    }

    /// Who prepares a session, as far as the regulation names anybody.
    #[must_use]
    pub fn preparer(&self, occasion: &Occasion) -> Option<&Preparer> {
        self.preparers
            .iter()
            .find(|preparer| preparer.when.hold(occasion))
    }

    /// How often a session is to be held at a level, in the order of the text.
    pub fn frequencies(&self, occasion: &Occasion) -> impl Iterator<Item = &Frequency> {
        self.frequency
            .iter()
            .filter(move |frequency| frequency.when.hold(occasion))
    }

    /// Whether an accompanying law binds a session.
    #[must_use]
    pub fn binds(&self, occasion: &Occasion) -> bool {
        self.bound.hold(occasion)
    }

    /// The levels at which sessions are held under it: those that its rules on chairs name, or both.
    #[must_use]
    pub fn levels(&self) -> Vec<Level> {
        let named: Vec<Level> = [Level::Province, Level::Commune]
            .into_iter()
            .filter(|level| {
                self.chairs.is_empty()
                    || self
                        .chairs
                        .iter()
                        .any(|rule| rule.when.levels.is_empty() || rule.when.levels.contains(level))
            })
            .collect();
        named
    }
}
