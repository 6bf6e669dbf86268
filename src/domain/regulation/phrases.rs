//! How dates and limits are said. Knows the words and decides nothing.

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use super::words::Words;
use super::{Anchor, DayUnit, Deadline, Limit};
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
    limit_before_notice: Message,
    limit_before_day: Message,
    limit_after_day: Message,
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

    /// `7 working days after the session`. `anchor` is what the regulation calls another event or another duty.
    #[must_use]
    pub fn limit_from(&self, limit: Limit, deadline: &Deadline, anchor: Option<&str>) -> String {
        let named = || anchor.unwrap_or_default().to_owned();
        let day = match &deadline.anchor {
            Anchor::EveryYear(day) => format!("{}/{}", day.day, day.month),
            Anchor::On(day) => self.date(*day),
            Anchor::Event(_) | Anchor::Limit(_) => named(),
            Anchor::BeforeSession | Anchor::Session | Anchor::Notice => String::new(),
        };
        match (&deadline.anchor, deadline.before) {
            (Anchor::BeforeSession, _) | (Anchor::Session, true) => &self.limit_before_session,
            (Anchor::Session, false) => &self.limit_session,
            (Anchor::Notice, false) => &self.limit_notice,
            (Anchor::Notice, true) => &self.limit_before_notice,
            (Anchor::Event(_) | Anchor::Limit(_) | Anchor::EveryYear(_) | Anchor::On(_), true) => {
                &self.limit_before_day
            }
            (Anchor::Event(_) | Anchor::Limit(_) | Anchor::EveryYear(_) | Anchor::On(_), false) => {
                &self.limit_after_day
            }
        }
        .render(&[("limit", &self.limit(limit)), ("day", &day)])
    }
}
