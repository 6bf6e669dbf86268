//! What is due before and after a session, and when: every deadline of its regulation, those of the accompanying laws
//! beside them, and the periodic reports. Pure: a regulation, a `Basis` and dates go in, data comes out. Knows no
//! session, file, clock or language; sentences are made in `explain`, what is printed in `print`.

mod basis;
mod compare;
pub mod explain;
mod reports;

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::calendar::{self, Calendar, Counting, NoYear};
use crate::domain::regulation::{
    Anchor, Article, DayMonth, Deadline, DeadlineId, Grade, Limit, PeriodicReport, Regulation,
    RegulationId, Scope, Text, Waiver,
};

pub use basis::{Basis, Dates, MissingLaw};
pub use compare::{Beside, Strictness};
pub use reports::{ReportRemark, ReportedPeriod};

/// One thing that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueDate {
    /// The regulation or law that it comes from.
    pub source: RegulationId,
    /// The regulation or law in a few words.
    pub source_title: Text,
    /// [`Scope::Accompanying`] when it comes from an accompanying law.
    pub scope: Scope,
    pub entry: DeadlineEntry,
    pub due: DueWhen,
    /// What the event or duty that it is counted from is called, where the regulation names one of its own.
    pub anchor_title: Option<Text>,
    /// What is to be known of a periodic report.
    pub remarks: Vec<ReportRemark>,
    /// Why it need not be done for such a session, where the text says so: then it is never late.
    pub waived: Option<Waiver>,
    /// The deadline of the other regulation for the same thing, and which of the two is the stricter.
    pub beside: Option<Beside>,
}

/// What is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeadlineEntry {
    Deadline(Deadline),
    Report(PeriodicReport),
}

/// When it is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DueWhen {
    /// On the day that the counting reaches.
    Counted(Counting),
    /// Before a day of the year: the first such day after the session.
    Before(NaiveDate),
    /// On a day that the text names.
    On(NaiveDate),
    /// It is counted from the conclusion notice, whose date is not given.
    AwaitsNotice,
    /// It is counted from another event, whose date is not given.
    AwaitsEvent(String),
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
    /// Under a deadline whose day cannot be counted: no data for a year, or an event without a day.
    Uncounted { deadline: DeadlineId },
    /// The regulation sets no limit for this class.
    None,
}

impl DueDate {
    #[must_use]
    pub fn id(&self) -> &str {
        match &self.entry {
            DeadlineEntry::Deadline(deadline) => &deadline.id.0,
            DeadlineEntry::Report(report) => &report.id,
        }
    }

    #[must_use]
    pub fn title(&self) -> &Text {
        match &self.entry {
            DeadlineEntry::Deadline(deadline) => &deadline.title,
            DeadlineEntry::Report(report) => &report.title,
        }
    }

    #[must_use]
    pub fn article(&self) -> &Article {
        match &self.entry {
            DeadlineEntry::Deadline(deadline) => &deadline.article,
            DeadlineEntry::Report(report) => &report.article,
        }
    }

    #[must_use]
    pub fn limit(&self) -> Option<Limit> {
        match &self.entry {
            DeadlineEntry::Deadline(deadline) => deadline.limit,
            DeadlineEntry::Report(report) => report.limit,
        }
    }

    /// The event it is counted from; `None` for a report, which is owed on a day of the year.
    #[must_use]
    pub fn anchor(&self) -> Option<&Anchor> {
        match &self.entry {
            DeadlineEntry::Deadline(deadline) => Some(&deadline.anchor),
            DeadlineEntry::Report(_) => None,
        }
    }

    #[must_use]
    pub fn condition(&self) -> Option<&Text> {
        match &self.entry {
            DeadlineEntry::Deadline(deadline) => deadline.condition.as_ref(),
            DeadlineEntry::Report(_) => None,
        }
    }

    /// The last day on which it is in time; `None` where none can be told.
    #[must_use]
    pub fn on(&self) -> Option<NaiveDate> {
        match &self.due {
            DueWhen::Counted(counting) => Some(counting.due),
            DueWhen::On(day) => Some(*day),
            DueWhen::Before(day) => day.checked_sub_days(Days::new(1)),
            DueWhen::AwaitsNotice
            | DueWhen::AwaitsEvent(_)
            | DueWhen::NoLimit
            | DueWhen::NoYear(_) => None,
        }
    }

    /// Whether the date hangs on a day that no official notice has confirmed.
    #[must_use]
    pub fn leans_on_expected(&self) -> bool {
        match &self.due {
            DueWhen::Counted(counting) => counting.leans_on_expected(),
            DueWhen::On(_)
            | DueWhen::Before(_)
            | DueWhen::AwaitsNotice
            | DueWhen::AwaitsEvent(_)
            | DueWhen::NoLimit
            | DueWhen::NoYear(_) => false,
        }
    }

    /// Whether it is to be done before the session.
    #[must_use]
    pub fn is_before_session(&self) -> bool {
        match &self.entry {
            DeadlineEntry::Deadline(deadline) => {
                deadline.anchor.counts_back()
                    || (deadline.before && deadline.anchor == Anchor::Session)
            }
            DeadlineEntry::Report(_) => false,
        }
    }

    /// Whether the text orders it, allows it, or only lists a paper of that name.
    #[must_use]
    pub fn grade(&self) -> Grade {
        match &self.entry {
            DeadlineEntry::Deadline(deadline) => deadline.grade,
            DeadlineEntry::Report(_) => Grade::Orders,
        }
    }

    /// Who owes it, where the text says.
    #[must_use]
    pub fn owed_by(&self) -> Option<&Text> {
        match &self.entry {
            DeadlineEntry::Deadline(deadline) => deadline.owed_by.as_ref(),
            DeadlineEntry::Report(report) => report.owed_by.as_ref(),
        }
    }
}

/// Everything that is due around a session. See [`Basis::due_dates`].
fn due_dates(
    regulation: &Regulation,
    laws: &[Regulation],
    calendar: &Calendar,
    dates: &Dates,
) -> Vec<DueDate> {
    let sources = || std::iter::once(regulation).chain(laws);
    let due_date = |source: &Regulation, entry, due| DueDate {
        source: source.id.clone(),
        source_title: source.short.clone(),
        scope: source.scope,
        anchor_title: anchor_title(source, &entry),
        waived: waived(source, &entry, dates),
        remarks: report_remarks(&entry, &due, calendar, dates),
        entry,
        due,
        beside: None,
    };
    let mut all: Vec<DueDate> = Vec::new();
    for source in sources() {
        let holding = source
            .deadlines
            .iter()
            .filter(|deadline| deadline.when.hold(&dates.occasion));
        all.extend(holding.map(|deadline| {
            let due = find_due(source, deadline, calendar, dates);
            due_date(source, DeadlineEntry::Deadline(deadline.clone()), due)
        }));
    }
    for source in sources() {
        let holding = source
            .reports
            .iter()
            .filter(|report| report.when.hold(&dates.occasion));
        all.extend(holding.map(|report| {
            let due = report_due(report, calendar, dates.held);
            due_date(source, DeadlineEntry::Report(report.clone()), due)
        }));
    }
    compare::mark(&mut all);
    all
}

fn report_remarks(
    entry: &DeadlineEntry,
    due: &DueWhen,
    calendar: &Calendar,
    dates: &Dates,
) -> Vec<ReportRemark> {
    match entry {
        DeadlineEntry::Deadline(_) => Vec::new(),
        DeadlineEntry::Report(report) => reports::remarks(report, due, calendar, dates.held),
    }
}

fn anchor_title(source: &Regulation, entry: &DeadlineEntry) -> Option<Text> {
    match entry {
        DeadlineEntry::Deadline(deadline) => source.anchor_title(&deadline.anchor).cloned(),
        DeadlineEntry::Report(_) => None,
    }
}

fn waived(source: &Regulation, entry: &DeadlineEntry, dates: &Dates) -> Option<Waiver> {
    match entry {
        DeadlineEntry::Deadline(deadline) => source.waived(deadline, &dates.occasion).cloned(),
        DeadlineEntry::Report(_) => None,
    }
}

/// When a duty is due. Another duty's limit is followed as far as the list of duties is long.
fn find_due(
    regulation: &Regulation,
    deadline: &Deadline,
    calendar: &Calendar,
    dates: &Dates,
) -> DueWhen {
    due_within(
        regulation,
        deadline,
        calendar,
        dates,
        regulation.deadlines.len(),
    )
}

fn due_within(
    regulation: &Regulation,
    deadline: &Deadline,
    calendar: &Calendar,
    dates: &Dates,
    steps_left: usize,
) -> DueWhen {
    let fixed = match &deadline.anchor {
        Anchor::EveryYear(day) => next(*day, dates.held),
        Anchor::On(day) => Some(*day),
        Anchor::BeforeSession
        | Anchor::Session
        | Anchor::Notice
        | Anchor::Event(_)
        | Anchor::Limit(_) => None,
    };
    let Some(Limit { days, unit }) = deadline.limit else {
        return fixed.map_or(DueWhen::NoLimit, DueWhen::On);
    };
    let from = match &deadline.anchor {
        Anchor::BeforeSession | Anchor::Session => dates.held,
        Anchor::Notice => match dates.notice {
            Some(notice) => notice,
            None => return DueWhen::AwaitsNotice,
        },
        Anchor::Event(event) => match dates.events.get(event) {
            Some(day) => *day,
            None => return DueWhen::AwaitsEvent(event.clone()),
        },
        Anchor::Limit(id) => {
            let other = regulation.deadline(id).filter(|_| steps_left > 0);
            let Some(other) = other else {
                return DueWhen::NoLimit;
            };
            let left = steps_left - 1;
            match due_within(regulation, other, calendar, dates, left) {
                DueWhen::Counted(counting) => counting.due,
                DueWhen::On(day) => day,
                otherwise @ (DueWhen::Before(_)
                | DueWhen::AwaitsNotice
                | DueWhen::AwaitsEvent(_)
                | DueWhen::NoLimit
                | DueWhen::NoYear(_)) => return otherwise,
            }
        }
        Anchor::EveryYear(_) | Anchor::On(_) => match fixed {
            Some(day) => day,
            None => return DueWhen::NoLimit,
        },
    };
    let counted = if deadline.before || deadline.anchor.counts_back() {
        calendar::before(calendar, from, days, unit)
    } else {
        calendar::after(calendar, from, days, unit)
    };
    counted.map_or_else(DueWhen::NoYear, DueWhen::Counted)
}

/// When a report is due: so long after the session, or before the first of its days after the session.
fn report_due(report: &PeriodicReport, calendar: &Calendar, held: NaiveDate) -> DueWhen {
    if let Some(Limit { days, unit }) = report.limit {
        return calendar::after(calendar, held, days, unit)
            .map_or_else(DueWhen::NoYear, DueWhen::Counted);
    }
    report
        .days_of_year()
        .into_iter()
        .filter_map(|day| next(day, held))
        .min()
        .map_or(DueWhen::NoLimit, DueWhen::Before)
}

/// The first day with this day and month after a date.
fn next(day: DayMonth, after: NaiveDate) -> Option<NaiveDate> {
    [after.year(), after.year() + 1]
        .into_iter()
        .filter_map(|year| NaiveDate::from_ymd_opt(year, day.month.into(), day.day.into()))
        .find(|date| *date > after)
}
