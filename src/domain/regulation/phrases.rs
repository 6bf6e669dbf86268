//! How dates and limits are said. Knows the words and decides nothing.

use chrono::{Datelike, NaiveDate};

use super::words::RegulationWords;
use super::{Anchor, DayUnit, Deadline, Limit};
use crate::domain::i18n::{Group, Lang};

crate::messages! {
    /// Dates and limits in one language.
    pub enum PhrasesMessage {
        Date,
        DaysOne,
        Days,
        WorkingDaysOne,
        WorkingDays,
        MonthsOne,
        Months,
        LimitBeforeSession,
        LimitSession,
        LimitNotice,
        LimitBeforeNotice,
        LimitBeforeDay,
        LimitAfterDay,
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
            (DayUnit::Month, 1) => &self[PhrasesMessage::MonthsOne],
            (DayUnit::Month, _) => &self[PhrasesMessage::Months],
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
            (Anchor::BeforeSession, _) | (Anchor::Session, true) => {
                &self[PhrasesMessage::LimitBeforeSession]
            }
            (Anchor::Session, false) => &self[PhrasesMessage::LimitSession],
            (Anchor::Notice, false) => &self[PhrasesMessage::LimitNotice],
            (Anchor::Notice, true) => &self[PhrasesMessage::LimitBeforeNotice],
            (Anchor::Event(_) | Anchor::Limit(_) | Anchor::EveryYear(_) | Anchor::On(_), true) => {
                &self[PhrasesMessage::LimitBeforeDay]
            }
            (Anchor::Event(_) | Anchor::Limit(_) | Anchor::EveryYear(_) | Anchor::On(_), false) => {
                &self[PhrasesMessage::LimitAfterDay]
            }
        }
        .render(&[("limit", &self.limit(limit)), ("day", &day)])
    }
}
