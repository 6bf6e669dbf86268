//! How dates and limits are said. Knows the words and decides nothing.

use super::words::RegulationWords;
use super::{Anchor, DayUnit, Limit};
use crate::domain::i18n::{Group, Lang};
use chrono::{Datelike, NaiveDate};

crate::messages! {
    /// Dates and limits in one language.
    pub enum PhrasesMessage {
        Date,
        DaysOne,
        Days,
        WorkingDaysOne,
        WorkingDays,
        LimitBeforeSession,
        LimitSession,
        LimitNotice,
    }
}

pub type Phrases = Group<PhrasesMessage>;

impl Phrases {
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        RegulationWords::new(lang).phrases
    }

    /// `25/11/2026`.
    #[must_use]
    pub fn date(&self, date: NaiveDate) -> String {
        self[PhrasesMessage::Date].render(&[
            ("day", &format!("{:02}", date.day())),
            ("month", &format!("{:02}", date.month())),
            ("year", &date.year()),
        ])
    }

    /// `7 working days`.
    #[must_use]
    pub fn limit(&self, limit: Limit) -> String {
        match (limit.unit, limit.days) {
            (DayUnit::Calendar, 1) => &self[PhrasesMessage::DaysOne],
            (DayUnit::Calendar, _) => &self[PhrasesMessage::Days],
            (DayUnit::Working, 1) => &self[PhrasesMessage::WorkingDaysOne],
            (DayUnit::Working, _) => &self[PhrasesMessage::WorkingDays],
        }
        .render(&[("days", &limit.days)])
    }

    /// `7 working days after the session`.
    #[must_use]
    pub fn limit_from(&self, limit: Limit, anchor: Anchor) -> String {
        match anchor {
            Anchor::BeforeSession => &self[PhrasesMessage::LimitBeforeSession],
            Anchor::Session => &self[PhrasesMessage::LimitSession],
            Anchor::Notice => &self[PhrasesMessage::LimitNotice],
        }
        .render(&[("limit", &self.limit(limit))])
    }
}
