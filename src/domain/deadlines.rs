//! What is due before and after a session, and when: every deadline of its regulation, those of the national floor
//! beside them, and the periodic reports. Pure: a regulation, a calendar and dates go in, data comes out. Knows no
//! session, file, clock or language; sentences are made in [`explain`], what is printed in [`print`].

mod compare;
pub mod explain;
pub mod print;

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::calendar::{self, Calendar, Counting, NoYear};
use crate::domain::regulation::{
    Anchor, Article, ClassKind, DayMonth, Deadline, DeadlineId, Limit, PeriodicReport, Regulation,
    RegulationId, Scope, Text,
};

pub use compare::{Beside, Standing};

/// One thing that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueDate {
    /// The regulation or law that it comes from.
    pub source: RegulationId,
    /// The regulation or law in a few words.
    pub source_title: Text,
    /// [`Scope::Floor`] when it comes from the national floor.
    pub scope: Scope,
    pub entry: Entry,
    pub due: Due,
    /// The deadline of the other regulation for the same thing, and which of the two is the stricter.
    pub beside: Option<Beside>,
}

/// What is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    Deadline(Deadline),
    Report(PeriodicReport),
}

/// When it is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// On the day that the counting reaches.
    Counted(Counting),
    /// Before a day of the year: the first such day after the session.
    Before(NaiveDate),
    /// It is counted from the conclusion notice, whose date is not given.
    AwaitsNotice,
    /// The text prescribes it and sets no limit.
    NoLimit,
    /// It cannot be counted, since there is no data for a year.
    NoYear(NoYear),
}

/// When an item of a class is due, for the session to propose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proposal {
    On {
        date: NaiveDate,
        deadline: DeadlineId,
    },
    /// So long after the conclusion notice, whose date nobody knows yet.
    AfterNotice { deadline: DeadlineId },
    /// The regulation sets no limit for this class.
    None,
}

impl DueDate {
    #[must_use]
    pub fn id(&self) -> &str {
        match &self.entry {
            Entry::Deadline(deadline) => &deadline.id.0,
            Entry::Report(report) => &report.id,
        }
    }

    #[must_use]
    pub fn title(&self) -> &Text {
        match &self.entry {
            Entry::Deadline(deadline) => &deadline.title,
            Entry::Report(report) => &report.title,
        }
    }

    #[must_use]
    pub fn article(&self) -> &Article {
        match &self.entry {
            Entry::Deadline(deadline) => &deadline.article,
            Entry::Report(report) => &report.article,
        }
    }

    #[must_use]
    pub fn limit(&self) -> Option<Limit> {
        match &self.entry {
            Entry::Deadline(deadline) => deadline.limit,
            Entry::Report(_) => None,
        }
    }

    /// The event it is counted from; `None` for a report, which is owed on a day of the year.
    #[must_use]
    pub fn anchor(&self) -> Option<Anchor> {
        match &self.entry {
            Entry::Deadline(deadline) => Some(deadline.anchor),
            Entry::Report(_) => None,
        }
    }

    #[must_use]
    pub fn condition(&self) -> Option<&Text> {
        match &self.entry {
            Entry::Deadline(deadline) => deadline.condition.as_ref(),
            Entry::Report(_) => None,
        }
    }

    /// The last day on which it is in time; `None` where none can be told.
    #[must_use]
    pub fn on(&self) -> Option<NaiveDate> {
        match &self.due {
            Due::Counted(counting) => Some(counting.due),
            Due::Before(day) => day.checked_sub_days(Days::new(1)),
            Due::AwaitsNotice | Due::NoLimit | Due::NoYear(_) => None,
        }
    }

    /// Whether the date hangs on a day that no official notice has confirmed.
    #[must_use]
    pub fn leans_on_expected(&self) -> bool {
        match &self.due {
            Due::Counted(counting) => counting.leans_on_expected(),
            Due::Before(_) | Due::AwaitsNotice | Due::NoLimit | Due::NoYear(_) => false,
        }
    }
}

/// Everything that is due around a session held on a day: the regulation's deadlines in its order, those of the floor,
/// then the periodic reports. Without the date of the conclusion notice, what is counted from it awaits it.
#[must_use]
pub fn deadlines_of(
    regulation: &Regulation,
    floor: Option<&Regulation>,
    calendar: &Calendar,
    held: NaiveDate,
    notice: Option<NaiveDate>,
) -> Vec<DueDate> {
    let sources = || std::iter::once(regulation).chain(floor);
    let due_date = |source: &Regulation, entry, due| DueDate {
        source: source.id.clone(),
        source_title: source.short.clone(),
        scope: source.scope,
        entry,
        due,
        beside: None,
    };
    let mut all: Vec<DueDate> = Vec::new();
    for source in sources() {
        all.extend(source.deadlines.iter().map(|deadline| {
            let due = due(deadline, calendar, held, notice);
            due_date(source, Entry::Deadline(deadline.clone()), due)
        }));
    }
    for source in sources() {
        all.extend(source.reports.iter().map(|report| {
            let due = report
                .before
                .and_then(|day| next(day, held))
                .map_or(Due::NoLimit, Due::Before);
            due_date(source, Entry::Report(report.clone()), due)
        }));
    }
    compare::mark(&mut all);
    all
}

/// When the answer to an item of a class is due, counted from the day of the session where the regulation counts so.
pub fn proposal(
    regulation: &Regulation,
    calendar: &Calendar,
    class: ClassKind,
    held: NaiveDate,
) -> Result<Proposal, NoYear> {
    let Some(deadline) = regulation.deadline_for(class) else {
        return Ok(Proposal::None);
    };
    let id = deadline.id.clone();
    match due(deadline, calendar, held, None) {
        Due::Counted(counting) => Ok(Proposal::On {
            date: counting.due,
            deadline: id,
        }),
        Due::AwaitsNotice => Ok(Proposal::AfterNotice { deadline: id }),
        Due::NoYear(no_year) => Err(no_year),
        Due::Before(_) | Due::NoLimit => Ok(Proposal::None),
    }
}

fn due(
    deadline: &Deadline,
    calendar: &Calendar,
    held: NaiveDate,
    notice: Option<NaiveDate>,
) -> Due {
    let Some(Limit { days, unit }) = deadline.limit else {
        return Due::NoLimit;
    };
    let counted = match (deadline.anchor, notice) {
        (Anchor::BeforeSession, _) => calendar::before(calendar, held, days, unit),
        (Anchor::Session, _) => calendar::after(calendar, held, days, unit),
        (Anchor::Notice, Some(notice)) => calendar::after(calendar, notice, days, unit),
        (Anchor::Notice, None) => return Due::AwaitsNotice,
    };
    counted.map_or_else(Due::NoYear, Due::Counted)
}

/// The first day with this day and month after a date.
fn next(day: DayMonth, after: NaiveDate) -> Option<NaiveDate> {
    [after.year(), after.year() + 1]
        .into_iter()
        .filter_map(|year| NaiveDate::from_ymd_opt(year, day.month.into(), day.day.into()))
        .find(|date| *date > after)
}
