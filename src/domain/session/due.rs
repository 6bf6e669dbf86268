//! What is due around a session: the days its deadlines are counted from, and where each stands. The counting itself is
//! `deadlines`'.

use chrono::NaiveDate;

use super::Session;
use super::item;
use super::plan::Plan;
use crate::domain::deadlines::{Basis, Dates, DueDate, DueWhen, Proposal};
use crate::domain::regulation::{Choice, ClassKind, Deadline, DeadlineKind, Occasion, Regulation};

/// Where something that is due stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DutyProgress {
    /// Done on this day, in time.
    Done(NaiveDate),
    DoneLate(NaiveDate),
    Ahead,
    Late,
    /// The text does not ask for it in a session of this kind.
    Waived,
    /// Nobody said, and no day is known.
    Open,
}

impl Plan {
    /// What is known of the session for rules that hold only at a level, for a kind or under a chair.
    #[must_use]
    pub fn occasion(&self) -> Occasion {
        Occasion {
            level: Some(self.level),
            kind: self.mode.clone(),
            chair: self.post(),
        }
    }

    /// Holds the plan under another regulation: a kind or form that it does not have is left open.
    pub fn put_under(&mut self, regulation: &Regulation) {
        self.regulation = regulation.id.clone();
        let keep = |chosen: &mut Option<String>, choices: &[Choice]| {
            chosen.take_if(|id| !choices.iter().any(|choice| &choice.id == id));
        };
        keep(&mut self.mode, &regulation.modes);
        keep(&mut self.form, &regulation.forms);
    }
}

impl Session {
    /// The days that its deadlines are counted from, as far as the session knows them.
    #[must_use]
    pub fn dates(&self) -> Dates {
        Dates {
            occasion: self.plan().occasion(),
            events: self
                .plan()
                .done
                .iter()
                .map(|(id, day)| (id.0.clone(), *day))
                .collect(),
            ..Dates::of(self.held_on())
        }
    }

    /// Everything that is due around the session, with that of the accompanying laws beside.
    #[must_use]
    pub fn due_dates(&self, basis: &Basis) -> Vec<DueDate> {
        basis.due_dates(self.regulation(), &self.dates())
    }

    /// When an item to be answered later is due: on a day where the regulation counts from the session, else under its
    /// deadline; nothing where it sets no limit.
    #[must_use]
    pub fn due_later(&self, basis: &Basis) -> item::Due {
        let proposal = basis.proposal(self.regulation(), ClassKind::VerifyLater, &self.dates());
        let (on, under) = match proposal {
            Proposal::On { date, deadline } => (Some(date), Some(deadline)),
            Proposal::AfterNotice { deadline } | Proposal::Uncounted { deadline } => {
                (None, Some(deadline))
            }
            Proposal::None => (None, None),
        };
        item::Due { on, under }
    }

    /// The last day on which an item under such a deadline is due, where it is counted from the conclusion notice: that goes
    /// out on its own last day at the latest. `None` where a day is set, or none can be counted.
    #[must_use]
    pub fn latest_day(&self, due: &item::Due, basis: &Basis) -> Option<NaiveDate> {
        let (None, Some(under)) = (due.on, &due.under) else {
            return None;
        };
        let issues = |deadline: &&Deadline| {
            let kinds = [DeadlineKind::ConclusionNotice, DeadlineKind::SendNotice];
            kinds.contains(&deadline.kind) && deadline.extends.is_none()
        };
        let notice = self.regulation().deadlines.iter().find(issues)?;
        let day_of = |dates: &Dates, id: &str| {
            let all = basis.due_dates(self.regulation(), dates);
            all.iter().find(|due| due.id() == id)?.on()
        };
        let notice_day = day_of(&self.dates(), &notice.id.0)?;
        day_of(&self.dates().with_notice(Some(notice_day)), &under.0)
    }
}

/// Where a due date stands on this day.
#[must_use]
pub fn progress(due_date: &DueDate, session: &Session, today: NaiveDate) -> DutyProgress {
    let done = session
        .plan()
        .done
        .iter()
        .find(|(id, _)| id.0 == due_date.id())
        .map(|(_, day)| *day);
    match (done, due_date.on(), &due_date.due) {
        (Some(done), Some(due), _) if done > due && due_date.waived.is_none() => {
            DutyProgress::DoneLate(done)
        }
        (Some(done), _, _) => DutyProgress::Done(done),
        (None, _, _) if due_date.waived.is_some() => DutyProgress::Waived,
        (None, Some(due), _) if today > due => DutyProgress::Late,
        (None, Some(_), _) => DutyProgress::Ahead,
        (
            None,
            None,
            DueWhen::Counted(_)
            | DueWhen::On(_)
            | DueWhen::Before(_)
            | DueWhen::AwaitsNotice
            | DueWhen::AwaitsEvent(_)
            | DueWhen::NoLimit
            | DueWhen::NoYear(_),
        ) => DutyProgress::Open,
    }
}
