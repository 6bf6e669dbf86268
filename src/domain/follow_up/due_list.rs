//! What is owed over many sessions, as one list: overdue first, then what is due, then the rest. A report that several
//! sessions of one office point at stands once.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::event::DutyRef;
use super::owed::{DutyStanding, Overview, OwedCounts, PromiseStanding};
use super::promise::SessionPromises;
use super::standing::DueState;

/// One thing that is owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwedRow {
    /// The session, by its name on this computer.
    pub session: String,
    pub title: String,
    pub held: NaiveDate,
    pub what: OwedThing,
    pub day: Option<NaiveDate>,
    pub state: DueState,
}

/// A promise or a duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwedThing {
    Promise(Box<PromiseStanding>),
    Duty(Box<DutyStanding>),
}

/// The list over all sessions, what is done left out.
#[must_use]
pub fn due_list<'a>(
    sessions: impl IntoIterator<Item = (&'a str, &'a SessionPromises, &'a Overview)>,
) -> Vec<OwedRow> {
    let mut rows = Vec::new();
    let mut reports: BTreeMap<(String, DutyRef, Option<NaiveDate>), (bool, OwedRow)> =
        BTreeMap::new();
    for (session, promises, overview) in sessions {
        let row = |what, day, state| OwedRow {
            session: session.to_owned(),
            title: promises.title.clone(),
            held: promises.held,
            what,
            day,
            state,
        };
        rows.extend(
            overview
                .promises
                .iter()
                .filter(|promise| is_open(promise))
                .map(|promise| {
                    let what = OwedThing::Promise(Box::new(promise.clone()));
                    row(what, promise.due.day, promise.state)
                }),
        );
        for duty in &overview.duties {
            let one = row(
                OwedThing::Duty(Box::new(duty.clone())),
                duty.day,
                duty.state,
            );
            if duty.kind.is_some() {
                rows.extend((!duty.state.is_done()).then_some(one));
                continue;
            }
            // One office owes one report, however many sessions it held.
            let key = (promises.body.clone(), duty.duty.clone(), duty.day);
            let known = reports.entry(key).or_insert((false, one));
            known.0 |= duty.state.is_done();
        }
    }
    rows.extend(
        reports
            .into_values()
            .filter(|(is_done, _)| !is_done)
            .map(|(_, row)| row),
    );
    rows.sort_by(|left, right| {
        (left.state.rank(), left.held, &left.session).cmp(&(
            right.state.rank(),
            right.held,
            &right.session,
        ))
    });
    rows
}

/// A promise that was answered is closed, unless its timetable ran out.
fn is_open(promise: &PromiseStanding) -> bool {
    !promise.state.is_done()
}

/// How many of a list are overdue and due.
#[must_use]
pub fn counts_of(rows: &[OwedRow]) -> OwedCounts {
    let mut counts = OwedCounts::default();
    for row in rows {
        counts.add(row.state);
    }
    counts
}
