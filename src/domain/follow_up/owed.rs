//! What is owed of one session on a day: every promise and every duty, with the day it is due, how that was counted, and
//! how it stands. Everything is counted anew from the calendar, the regulation and the ledger; nothing is stored.

use chrono::NaiveDate;

use super::event::{AnswerOutcome, DutyRef};
use super::ledger::{LedgerState, PromiseProgress};
use super::promise::{ItemSummary, SessionPromises};
use super::report_turn::turn_of_report;
use super::standing::DueState;
use crate::domain::deadlines::{Basis, DeadlineEntry, DueDate, DueWhen};
use crate::domain::regulation::{ClassKind, DeadlineId, DeadlineKind, Grade, PeriodicReport};

/// By when a promise is to be kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PromiseDue {
    pub day: Option<NaiveDate>,
    /// The deadline it follows from; `None` when the chair or the office set the day.
    pub counted: Option<DueDate>,
    pub remarks: Vec<DueRemark>,
}

/// What an office has to know about a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DueRemark {
    /// The calendar counts otherwise than it did in the session.
    CalendarMoved { then: NaiveDate, now: NaiveDate },
    /// The day was set by the chair, in the session.
    SetByChair,
    /// The day was set afterwards, for this reason.
    SetAfterwards { reason: String },
    /// It was to be later than the regulation allows, whose day holds.
    LaterThanAllowed { set: NaiveDate },
    /// The answer named a day by which it will be done.
    Timetable { until: NaiveDate },
}

/// A promise and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseStanding {
    pub item: ItemSummary,
    pub class: ClassKind,
    /// Who has to answer now.
    pub agency: Option<String>,
    pub due: PromiseDue,
    pub state: DueState,
    pub progress: PromiseProgress,
}

/// A duty of the regulation, or of a law beside it, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyStanding {
    pub duty: DutyRef,
    pub kind: Option<DeadlineKind>,
    pub due: DueDate,
    pub day: Option<NaiveDate>,
    pub state: DueState,
    /// The extension that holds: the reason that was entered.
    pub extended: Option<String>,
}

/// Everything that is owed of a session.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overview {
    /// The most urgent first.
    pub promises: Vec<PromiseStanding>,
    pub duties: Vec<DutyStanding>,
}

/// How many are owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OwedCounts {
    pub overdue: usize,
    pub due: usize,
    pub open: usize,
    pub done: usize,
    pub done_late: usize,
}

impl Overview {
    /// Promises and duties together.
    #[must_use]
    pub fn counts(&self) -> OwedCounts {
        let mut counts = OwedCounts::default();
        let states = self
            .promises
            .iter()
            .map(|promise| promise.state)
            .chain(self.duties.iter().map(|duty| duty.state));
        for state in states {
            counts.add(state);
        }
        counts
    }
}

impl OwedCounts {
    pub fn add(&mut self, state: DueState) {
        match state {
            DueState::Done { .. } => self.done += 1,
            DueState::DoneLate { .. } => self.done_late += 1,
            DueState::Overdue { .. } => {
                self.overdue += 1;
                self.open += 1;
            }
            DueState::Due { .. } => {
                self.due += 1;
                self.open += 1;
            }
            DueState::Running { .. }
            | DueState::AwaitsNotice
            | DueState::WithSuperior
            | DueState::NoLimit
            | DueState::Uncounted { .. } => self.open += 1,
        }
    }
}

/// What is owed of a session on a day. What is due within `window` days counts as due.
#[must_use]
pub fn overview(
    promises: &SessionPromises,
    ledger: &LedgerState,
    basis: &Basis,
    today: NaiveDate,
    window: u16,
) -> Overview {
    let notice = ledger.notice.as_ref().map(|notice| notice.letter.on);
    let all = basis.due_dates(&promises.regulation, &promises.dates(notice));
    let counting = Standings {
        promises,
        ledger,
        all: &all,
        today,
        window,
    };
    let mut standings: Vec<PromiseStanding> = promises
        .items
        .iter()
        .filter_map(|item| counting.promise(item))
        .collect();
    standings.sort_by_key(|standing| (standing.state.rank(), standing.item.id));
    Overview {
        promises: standings,
        duties: all
            .iter()
            .filter_map(|due_date| counting.duty(due_date))
            .collect(),
    }
}

struct Standings<'a> {
    promises: &'a SessionPromises,
    ledger: &'a LedgerState,
    all: &'a [DueDate],
    today: NaiveDate,
    window: u16,
}

impl Standings<'_> {
    fn promise(&self, item: &ItemSummary) -> Option<PromiseStanding> {
        let progress = self
            .ledger
            .promises
            .get(&item.id)
            .cloned()
            .unwrap_or_default();
        if !item.is_promise() && progress.reopened.is_empty() {
            return None;
        }
        let class = item.class.unwrap_or(ClassKind::VerifyLater);
        let mut due = self.due_of(item, class, &progress);
        let state = self.state_of(class, &mut due, &progress);
        let agency = progress
            .agency
            .clone()
            .or_else(|| item.agency.clone())
            .or_else(|| item.authority.clone());
        Some(PromiseStanding {
            item: item.clone(),
            class,
            agency,
            due,
            state,
            progress,
        })
    }

    /// By when a promise is to be kept: the deadline counted anew, or a day that was set and is no later.
    fn due_of(
        &self,
        item: &ItemSummary,
        class: ClassKind,
        progress: &PromiseProgress,
    ) -> PromiseDue {
        let counted = self.deadline_of(item, class);
        let mut due = PromiseDue {
            day: counted.as_ref().and_then(DueDate::on),
            counted,
            remarks: Vec::new(),
        };
        if let (Some(then), Some(now), true) = (item.day, due.day, item.under.is_some())
            && then != now
            && progress.agreed.is_none()
        {
            due.remarks.push(DueRemark::CalendarMoved { then, now });
        }
        match (&progress.agreed, item.day) {
            (Some((day, reason)), _) => due.set(
                *day,
                DueRemark::SetAfterwards {
                    reason: reason.clone(),
                },
            ),
            (None, Some(day)) if item.under.is_none() => due.set(day, DueRemark::SetByChair),
            // Nothing can be counted any more, and what was counted then is all there is.
            (None, Some(day)) if due.day.is_none() => due.day = Some(day),
            (None, _) => {}
        }
        due
    }

    fn deadline_of(&self, item: &ItemSummary, class: ClassKind) -> Option<DueDate> {
        let own = |id: &DeadlineId| {
            self.all.iter().find(|due_date| {
                due_date.source == self.promises.regulation.id
                    && matches!(&due_date.entry, DeadlineEntry::Deadline(deadline) if &deadline.id == id)
            })
        };
        let under = item.under.as_ref().and_then(own);
        let by_class = || {
            self.promises
                .regulation
                .deadline_for(class)
                .and_then(|deadline| own(&deadline.id))
        };
        under.or_else(by_class).cloned()
    }

    fn state_of(
        &self,
        class: ClassKind,
        due: &mut PromiseDue,
        progress: &PromiseProgress,
    ) -> DueState {
        if let Some(answer) = progress.answer() {
            if let AnswerOutcome::Timetable { until: Some(until) } = answer.outcome {
                // An answer with a timetable is an answer, and a new promise.
                due.remarks.push(DueRemark::Timetable { until });
                if until < self.today {
                    return DueState::open(until, self.today, self.window);
                }
            }
            return DueState::done(answer.letter.on, due.day);
        }
        if class == ClassKind::ReportUpward && progress.submitted.is_some() {
            return DueState::WithSuperior;
        }
        match (due.day, &due.counted) {
            (Some(day), _) => DueState::open(day, self.today, self.window),
            (None, Some(counted)) => without_day(&counted.due),
            (None, None) => DueState::NoLimit,
        }
    }

    fn duty(&self, due_date: &DueDate) -> Option<DutyStanding> {
        let duty = DutyRef {
            source: due_date.source.clone(),
            id: DeadlineId(due_date.id().to_owned()),
        };
        let deadline = match &due_date.entry {
            DeadlineEntry::Deadline(deadline) => deadline,
            DeadlineEntry::Report(report) => return Some(self.report(duty, due_date, report)),
        };
        // What a text only lists or allows is no duty, nor what it waives; answers to items are promises.
        let is_ours = !due_date.is_before_session()
            && deadline.grade == Grade::Orders
            && due_date.waived.is_none()
            && deadline.items.is_empty()
            && deadline.extends.is_none();
        if !is_ours {
            return None;
        }
        let extending = self.extending(&duty);
        let (in_force, extended) = match &extending {
            Some((longer, reason)) => (*longer, Some((*reason).clone())),
            None => (due_date, None),
        };
        let day = in_force.on();
        let done = if deadline.kind == DeadlineKind::ConclusionNotice {
            let notice = self.ledger.notice.as_ref();
            notice.map(|notice| notice.letter.on)
        } else {
            self.ledger.done_on(&duty)
        };
        let state = match (done, day) {
            (Some(on), day) => DueState::done(on, day),
            (None, Some(day)) => DueState::open(day, self.today, self.window),
            (None, None) => without_day(&in_force.due),
        };
        Some(DutyStanding {
            duty,
            kind: Some(deadline.kind),
            due: in_force.clone(),
            day,
            state,
            extended,
        })
    }

    /// The longer limit that holds in the place of a duty's own, and the reason that was entered for it.
    fn extending(&self, duty: &DutyRef) -> Option<(&DueDate, &String)> {
        self.all.iter().find_map(|other| {
            let DeadlineEntry::Deadline(deadline) = &other.entry else {
                return None;
            };
            if other.source != duty.source || deadline.extends.as_ref() != Some(&duty.id) {
                return None;
            }
            let extension = DutyRef {
                source: other.source.clone(),
                id: deadline.id.clone(),
            };
            let reason = self.ledger.extended.get(&extension)?;
            Some((other, reason))
        })
    }

    /// A report that is owed every half-year or year: the one whose day was last, while it is not done, else the next.
    fn report(&self, duty: DutyRef, due_date: &DueDate, report: &PeriodicReport) -> DutyStanding {
        let done = self.ledger.done.get(&duty).map_or(&[][..], Vec::as_slice);
        let (due, done) = match &due_date.due {
            DueWhen::Before(_) => {
                let (before, done) = turn_of_report(report, self.promises.ended, self.today, done);
                (before.map_or(DueWhen::NoLimit, DueWhen::Before), done)
            }
            DueWhen::Counted(_)
            | DueWhen::On(_)
            | DueWhen::AwaitsNotice
            | DueWhen::AwaitsEvent(_)
            | DueWhen::NoLimit
            | DueWhen::NoYear(_) => (due_date.due.clone(), done.first().copied()),
        };
        let due = DueDate {
            due,
            ..due_date.clone()
        };
        let day = due.on();
        let state = match (done, day) {
            (Some(on), day) => DueState::done(on, day),
            (None, Some(day)) => DueState::open(day, self.today, self.window),
            (None, None) => without_day(&due.due),
        };
        DutyStanding {
            duty,
            kind: None,
            due,
            day,
            state,
            extended: None,
        }
    }
}

/// How something open stands that has no day.
fn without_day(due: &DueWhen) -> DueState {
    match due {
        DueWhen::AwaitsNotice => DueState::AwaitsNotice,
        DueWhen::NoYear(no_year) => DueState::Uncounted { year: no_year.year },
        DueWhen::Counted(_)
        | DueWhen::On(_)
        | DueWhen::Before(_)
        | DueWhen::AwaitsEvent(_)
        | DueWhen::NoLimit => DueState::NoLimit,
    }
}

impl PromiseDue {
    /// A day that was set holds where it is no later than the regulation's own.
    fn set(&mut self, day: NaiveDate, why: DueRemark) {
        match self.day {
            Some(counted) if counted < day => {
                self.remarks.push(DueRemark::LaterThanAllowed { set: day });
            }
            Some(_) | None => {
                self.day = Some(day);
                self.remarks.push(why);
            }
        }
    }
}
