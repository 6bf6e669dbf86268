//! How dates and limits are said. Knows the words and decides nothing.

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use super::words::Words;
use super::{Anchor, DayUnit, Limit};
use crate::domain::i18n::{Lang, Message};

/// Dates and limits in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    date: Message,
    days_one: Message,
    days: Message,
    working_days_one: Message,
    working_days: Message,
    limit_before_session: Message,
    limit_session: Message,
    limit_notice: Message,
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
        self.date.render(&[
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
        .render(&[("days", &limit.days)])
    }

    /// `7 working days after the session`.
    #[must_use]
    pub fn limit_from(&self, limit: Limit, anchor: Anchor) -> String {
        match anchor {
            Anchor::BeforeSession => &self.limit_before_session,
            Anchor::Session => &self.limit_session,
            Anchor::Notice => &self.limit_notice,
        }
        .render(&[("limit", &self.limit(limit))])
    }
}
