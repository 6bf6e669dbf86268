//! How dates and limits are said. Knows the words and decides nothing.

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use super::words::Words;
use super::{Anchor, DayUnit, Limit};
use crate::words::{Lang, Sentence};

/// Dates and limits in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    date: Sentence,
    days_one: Sentence,
    days: Sentence,
    working_days_one: Sentence,
    working_days: Sentence,
    limit_before_session: Sentence,
    limit_session: Sentence,
    limit_notice: Sentence,
}

impl Phrases {
    /// # Errors
    /// When the words are not as the program expects them, which a test of the words rules out.
    pub fn new(lang: Lang) -> Result<Self, ron::error::SpannedError> {
        Words::new(lang).map(|words| words.phrases)
    }

    /// `25/11/2026`.
    #[must_use]
    pub fn date(&self, date: NaiveDate) -> String {
        self.date.fill(&[
            ("day", &format!("{:02}", date.day())),
            ("month", &format!("{:02}", date.month())),
            ("year", &date.year()),
        ])
    }

    /// `7 working days`.
    #[must_use]
    pub fn limit(&self, limit: Limit) -> String {
        match (limit.unit, limit.days) {
            (DayUnit::Calendar, 1) => &self.days_one,
            (DayUnit::Calendar, _) => &self.days,
            (DayUnit::Working, 1) => &self.working_days_one,
            (DayUnit::Working, _) => &self.working_days,
        }
        .fill(&[("days", &limit.days)])
    }

    /// `7 working days after the session`.
    #[must_use]
    pub fn limit_from(&self, limit: Limit, anchor: Anchor) -> String {
        match anchor {
            Anchor::BeforeSession => &self.limit_before_session,
            Anchor::Session => &self.limit_session,
            Anchor::Notice => &self.limit_notice,
        }
        .fill(&[("limit", &self.limit(limit))])
    }
}
