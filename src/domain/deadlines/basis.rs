//! What deadlines are counted on: the calendar, and the accompanying laws that run beside a regulation. Plain values; the
//! files they come from are read elsewhere.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{DueDate, DueWhen, Proposal, due_dates, find_due};
use crate::domain::calendar::Calendar;
use crate::domain::regulation::{ClassKind, Occasion, Regulation, RegulationId, Text};

/// The calendar and the accompanying laws, as far as they can be used.
#[derive(Debug, Clone, Default)]
pub struct Basis {
    pub calendar: Calendar,
    /// Those that bind the session, or that somebody chose for it.
    pub laws: Vec<Regulation>,
    /// Laws that there should be and that cannot be used.
    pub missing: Vec<MissingLaw>,
    /// What is wrong with the user's own files, one fault a line; what stands in them is not counted on.
    pub troubles: Vec<String>,
}

/// A law that cannot be used: its id and what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingLaw {
    pub id: RegulationId,
    pub title: Text,
}

/// The days that deadlines are counted from, and what is known of the session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dates {
    /// The day of the session.
    pub held: NaiveDate,
    /// The day the conclusion notice was issued.
    pub notice: Option<NaiveDate>,
    /// The days of the events that the regulation names itself, by their ids.
    pub events: BTreeMap<String, NaiveDate>,
    pub occasion: Occasion,
}

impl Dates {
    /// A session on a day, of which nothing else is known.
    #[must_use]
    pub fn of(held: NaiveDate) -> Self {
        Self {
            held,
            notice: None,
            events: BTreeMap::new(),
            occasion: Occasion::default(),
        }
    }

    /// With the day the conclusion notice was issued.
    #[must_use]
    pub fn with_notice(mut self, notice: Option<NaiveDate>) -> Self {
        self.notice = notice;
        self
    }
}

impl Basis {
    #[must_use]
    pub fn of(calendar: Calendar) -> Self {
        Self {
            calendar,
            ..Self::default()
        }
    }

    #[must_use]
    pub fn with_laws(mut self, laws: impl IntoIterator<Item = Regulation>) -> Self {
        self.laws.extend(laws);
        self
    }

    /// Everything that is due around a session: the regulation's duties in its order, those of the laws, then the periodic
    /// reports. What does not concern such a session is left out; what cannot be counted says so and hides nothing else.
    #[must_use]
    pub fn due_dates(&self, regulation: &Regulation, dates: &Dates) -> Vec<DueDate> {
        due_dates(regulation, &self.laws, &self.calendar, dates)
    }

    /// When the answer to an item of a class is due, counted from the day of the session where the regulation counts so.
    #[must_use]
    pub fn proposal(&self, regulation: &Regulation, class: ClassKind, dates: &Dates) -> Proposal {
        let Some(deadline) = regulation.deadline_for(class) else {
            return Proposal::None;
        };
        let id = deadline.id.clone();
        match find_due(regulation, deadline, &self.calendar, dates) {
            DueWhen::Counted(counting) => Proposal::On {
                date: counting.due,
                deadline: id,
            },
            DueWhen::On(date) => Proposal::On { date, deadline: id },
            DueWhen::AwaitsNotice => Proposal::AfterNotice { deadline: id },
            DueWhen::AwaitsEvent(_) | DueWhen::NoYear(_) => Proposal::Uncounted { deadline: id },
            DueWhen::Before(_) | DueWhen::NoLimit => Proposal::None,
        }
    }

    /// Every source of what is due: the regulation, then the laws.
    pub fn sources<'a>(
        &'a self,
        regulation: &'a Regulation,
    ) -> impl Iterator<Item = &'a Regulation> {
        std::iter::once(regulation).chain(&self.laws)
    }
}
