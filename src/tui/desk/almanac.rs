//! What the desk knows of days: the calendar, and the national floor that runs beside the local regulation.

use chrono::NaiveDate;

use crate::domain::calendar::Calendar;
use crate::domain::deadlines::{self, Due, DueDate, Proposal};
use crate::domain::regulation::{ClassKind, Regulation};
use crate::domain::session::Session;
use crate::domain::session::item;

/// The calendar and the floor; both may be missing, and then nothing is counted.
#[derive(Debug, Clone, Default)]
pub struct Almanac {
    pub calendar: Option<Calendar>,
    /// Only for sessions of the level that the floor is about.
    pub floor: Option<Regulation>,
    /// What is wrong with the user's own files, one fault a line; what stands in them is not counted on.
    pub troubles: Vec<String>,
}

/// Where something that is due stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Done on this day, in time.
    Done(NaiveDate),
    DoneLate(NaiveDate),
    Ahead,
    Late,
    /// Nobody said, and no day is known.
    Open,
}

impl Almanac {
    /// When an item to be answered later is due: on a day where the regulation counts from the session, else under its
    /// deadline; nothing where it sets no limit.
    #[must_use]
    pub fn due_later(&self, session: &Session) -> item::Due {
        let regulation = session.regulation();
        let under = |id: &crate::domain::regulation::DeadlineId, on| item::Due {
            on,
            under: Some(id.clone()),
        };
        let counted = self.calendar.as_ref().and_then(|calendar| {
            deadlines::proposal(
                regulation,
                calendar,
                ClassKind::VerifyLater,
                session.held_on(),
            )
            .ok()
        });
        match counted {
            Some(Proposal::On { date, deadline }) => under(&deadline, Some(date)),
            Some(Proposal::AfterNotice { deadline }) => under(&deadline, None),
            Some(Proposal::None) => item::Due::default(),
            None => regulation
                .deadline_for(ClassKind::VerifyLater)
                .map_or_else(item::Due::default, |deadline| under(&deadline.id, None)),
        }
    }

    /// Everything that is due around the session, with the floor's beside.
    #[must_use]
    pub fn due_dates(&self, session: &Session) -> Vec<DueDate> {
        self.calendar.as_ref().map_or_else(Vec::new, |calendar| {
            deadlines::deadlines_of(
                session.regulation(),
                self.floor.as_ref(),
                calendar,
                session.held_on(),
                None,
            )
        })
    }
}

/// Where a due date stands on this day.
#[must_use]
pub fn progress(due_date: &DueDate, session: &Session, today: NaiveDate) -> Progress {
    let done = session
        .plan()
        .done
        .iter()
        .find(|(id, _)| id.0 == due_date.id())
        .map(|(_, day)| *day);
    match (done, due_date.on(), &due_date.due) {
        (Some(done), Some(due), _) if done > due => Progress::DoneLate(done),
        (Some(done), _, _) => Progress::Done(done),
        (None, Some(due), _) if today > due => Progress::Late,
        (None, Some(_), _) => Progress::Ahead,
        (
            None,
            None,
            Due::Counted(_) | Due::Before(_) | Due::AwaitsNotice | Due::NoLimit | Due::NoYear(_),
        ) => Progress::Open,
    }
}
