//! The figures of a report: rows, one for each session and each item, and counts of them. Every count is a count of rows,
//! so whoever has the rows can count again. Knows no workbook and no words.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::event::AnswerOutcome;
use super::frequency::{ChairFrequency, frequency};
use super::owed::{Overview, PromiseStanding};
use super::period::ReportPeriod;
use super::promise::{ItemSummary, SessionPromises};
use super::standing::DueState;
use crate::domain::regulation::{ClassKind, DeadlineKind};

/// A session that is reported on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedSession {
    /// Short and unique in the report: `P001`.
    pub key: String,
    pub promises: SessionPromises,
    pub overview: Overview,
}

/// Whether a row belongs to the period of the report or to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowPeriod {
    This,
    Previous,
    /// Before both; it stands in the report because something of it was still open.
    Earlier,
}

/// How an item stands, in the words of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowState {
    /// Answered in the session.
    AnsweredThere,
    OnTime,
    Late,
    Overdue,
    /// Not answered, and its day is not past.
    Running,
    /// It went to the body above.
    WithSuperior,
    /// Nobody classed it.
    Unclassed,
}

/// One session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    pub key: String,
    pub period: RowPeriod,
    pub title: String,
    pub body: String,
    pub chair: String,
    pub office: String,
    pub held: NaiveDate,
    pub mode: Option<String>,
    pub regulation: String,
    pub spoke: u32,
    pub notice_due: Option<NaiveDate>,
    pub notice_on: Option<NaiveDate>,
    pub notice_late: bool,
}

/// One item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemRow {
    pub session: String,
    pub period: RowPeriod,
    pub body: String,
    pub item: u32,
    pub person: String,
    pub village: String,
    pub text: String,
    pub field: Option<String>,
    pub class: Option<ClassKind>,
    pub agency: Option<String>,
    pub due: Option<NaiveDate>,
    pub answered: Option<NaiveDate>,
    pub outcome: Option<AnswerOutcome>,
    pub state: RowState,
    /// Days past its day, for what is late or overdue.
    pub days_late: Option<i64>,
    /// It was promised before the period and not answered when that began.
    pub carried: bool,
}

/// Counts of items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ItemCounts {
    pub items: u32,
    pub answered_now: u32,
    pub verify_later: u32,
    pub report_upward: u32,
    pub unclassed: u32,
    pub on_time: u32,
    pub late: u32,
    pub overdue: u32,
    pub running: u32,
    pub with_superior: u32,
}

/// All figures of a report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReportFigures {
    pub sessions: Vec<SessionRow>,
    pub items: Vec<ItemRow>,
    pub this: PeriodTotals,
    pub previous: PeriodTotals,
    /// By field, by agency, by body: of this period only.
    pub fields: BTreeMap<Option<String>, ItemCounts>,
    pub agencies: BTreeMap<Option<String>, ItemCounts>,
    pub bodies: BTreeMap<String, (u32, ItemCounts)>,
    /// Promised before the period and not answered when that began.
    pub carried: ItemCounts,
    pub frequency: Vec<ChairFrequency>,
}

/// The sums of one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PeriodTotals {
    pub sessions: u32,
    pub spoke: u32,
    pub notices_late: u32,
    pub items: ItemCounts,
}

impl ItemCounts {
    fn add(&mut self, row: &ItemRow) {
        self.items += 1;
        match row.class {
            Some(ClassKind::AnsweredNow) => self.answered_now += 1,
            Some(ClassKind::VerifyLater) => self.verify_later += 1,
            Some(ClassKind::ReportUpward) => self.report_upward += 1,
            None => self.unclassed += 1,
        }
        match row.state {
            RowState::OnTime => self.on_time += 1,
            RowState::Late => self.late += 1,
            RowState::Overdue => self.overdue += 1,
            RowState::Running => self.running += 1,
            RowState::WithSuperior => self.with_superior += 1,
            RowState::AnsweredThere | RowState::Unclassed => {}
        }
    }

    /// Promised in the session, to be answered later or above.
    #[must_use]
    pub const fn promised(&self) -> u32 {
        self.verify_later + self.report_upward
    }
}

/// The figures of a period, from every session that is known.
#[must_use]
pub fn figures(period: &ReportPeriod, sessions: &[ReportedSession]) -> ReportFigures {
    let previous = period.previous();
    let mut all = ReportFigures::default();
    let mut ordered: Vec<&ReportedSession> = sessions.iter().collect();
    ordered.sort_by(|left, right| {
        let order = |one: &ReportedSession| (one.promises.held, one.promises.body.clone());
        order(left).cmp(&order(right))
    });
    for session in ordered {
        let held = session.promises.held;
        let belongs = if is_in(period, session) {
            RowPeriod::This
        } else if previous
            .as_ref()
            .is_some_and(|before| before.contains(held))
        {
            RowPeriod::Previous
        } else if held < period.from {
            RowPeriod::Earlier
        } else {
            continue;
        };
        all.take_up(period, belongs, session);
    }
    let known = sessions.iter();
    all.frequency = frequency(
        period,
        known.map(|session| (&session.promises, is_in(period, session))),
    );
    all
}

fn is_in(period: &ReportPeriod, session: &ReportedSession) -> bool {
    match &period.kind {
        super::period::PeriodKind::AfterSession(id) => *id == session.key,
        super::period::PeriodKind::Year(_)
        | super::period::PeriodKind::Half(..)
        | super::period::PeriodKind::Quarter(..)
        | super::period::PeriodKind::Days => period.contains(session.promises.held),
    }
}

impl ReportFigures {
    fn take_up(&mut self, period: &ReportPeriod, belongs: RowPeriod, session: &ReportedSession) {
        let rows: Vec<ItemRow> = session
            .promises
            .items
            .iter()
            .map(|item| item_row(period, belongs, session, item))
            .collect();
        let row = session_row(belongs, session);
        let totals = match belongs {
            RowPeriod::This => Some(&mut self.this),
            RowPeriod::Previous => Some(&mut self.previous),
            RowPeriod::Earlier => None,
        };
        if let Some(totals) = totals {
            totals.sessions += 1;
            totals.spoke += row.spoke;
            totals.notices_late += u32::from(row.notice_late);
            for item in &rows {
                totals.items.add(item);
            }
        }
        if belongs == RowPeriod::This {
            let (held, counts) = self.bodies.entry(row.body.clone()).or_default();
            *held += 1;
            for item in &rows {
                counts.add(item);
                self.fields.entry(item.field.clone()).or_default().add(item);
                if item
                    .class
                    .is_some_and(|class| class != ClassKind::AnsweredNow)
                {
                    self.agencies
                        .entry(item.agency.clone())
                        .or_default()
                        .add(item);
                }
            }
        }
        for item in rows.iter().filter(|item| item.carried) {
            self.carried.add(item);
        }
        let is_wanted = |item: &ItemRow| belongs != RowPeriod::Earlier || item.carried;
        let kept: Vec<ItemRow> = rows.into_iter().filter(is_wanted).collect();
        if belongs != RowPeriod::Earlier || !kept.is_empty() {
            self.sessions.push(row);
            self.items.extend(kept);
        }
    }
}

fn session_row(period: RowPeriod, session: &ReportedSession) -> SessionRow {
    let promises = &session.promises;
    let notice = session
        .overview
        .duties
        .iter()
        .find(|duty| duty.kind == Some(DeadlineKind::ConclusionNotice));
    let notice_on = notice.and_then(|notice| notice.state.done_on());
    SessionRow {
        key: session.key.clone(),
        period,
        title: promises.title.clone(),
        body: promises.body.clone(),
        chair: promises.chair.name.clone(),
        office: promises.chair.office.clone(),
        held: promises.held,
        mode: promises.mode.clone(),
        regulation: promises.regulation.short.vi.clone(),
        spoke: promises.spoke,
        notice_due: notice.and_then(|notice| notice.day),
        notice_on,
        notice_late: notice.is_some_and(|notice| {
            matches!(
                notice.state,
                DueState::DoneLate { .. } | DueState::Overdue { .. }
            )
        }),
    }
}

fn item_row(
    period: &ReportPeriod,
    belongs: RowPeriod,
    session: &ReportedSession,
    item: &ItemSummary,
) -> ItemRow {
    let standing = session
        .overview
        .promises
        .iter()
        .find(|standing| standing.item.id == item.id);
    let answer = standing.and_then(|standing| standing.progress.answer());
    let (state, days_late) = row_state(item, standing);
    let answered = answer.map(|answer| answer.letter.on);
    let is_open_then = answered.is_none_or(|on| on >= period.from);
    ItemRow {
        session: session.key.clone(),
        period: belongs,
        body: session.promises.body.clone(),
        item: item.id,
        person: item.person(),
        village: item.village.clone(),
        text: item.text.clone(),
        field: item.topic.clone(),
        class: item.class,
        agency: standing
            .and_then(|standing| standing.agency.clone())
            .or_else(|| item.agency.clone())
            .or_else(|| item.authority.clone()),
        due: standing.and_then(|standing| standing.due.day),
        answered,
        outcome: answer.map(|answer| answer.outcome.clone()),
        state,
        days_late,
        carried: belongs != RowPeriod::This && standing.is_some() && is_open_then,
    }
}

fn row_state(item: &ItemSummary, standing: Option<&PromiseStanding>) -> (RowState, Option<i64>) {
    let Some(standing) = standing else {
        return match item.class {
            Some(_) => (RowState::AnsweredThere, None),
            None => (RowState::Unclassed, None),
        };
    };
    match standing.state {
        DueState::Done { .. } => (RowState::OnTime, None),
        DueState::DoneLate { days, .. } => (RowState::Late, Some(days)),
        DueState::Overdue { days } => (RowState::Overdue, Some(days)),
        DueState::WithSuperior => (RowState::WithSuperior, None),
        DueState::Due { .. }
        | DueState::Running { .. }
        | DueState::AwaitsNotice
        | DueState::NoLimit
        | DueState::Uncounted { .. } => (RowState::Running, None),
    }
}
