//! The dialogue itself: pure. It asks nobody – no clock, file, terminal, randomness or language; times and rules come in
//! as values.
//!
//! The way is always the same: `decide` says what comes of a command and changes nothing; the caller
//! makes the record durable; `apply` makes it count and cannot fail.

pub mod agenda;
mod apply;
pub mod attendance;
mod away;
mod chair_office;
pub mod closing_check;
pub mod command;
pub mod decide;
pub mod deviation;
pub mod due;
pub mod event;
pub mod floor;
pub mod forecast;
pub mod history;
pub mod ids;
pub mod item;
pub mod next;
pub mod plan;
pub mod plan_update;
mod queries;
pub mod queue;
pub mod rejection;
pub mod rules_now;
pub mod scene;
mod stands_on;
pub mod state;
pub mod timing;
pub mod venue;

use crate::domain::regulation::Regulation;
use crate::domain::time::{ClockReading, SessionTime};
use event::{Event, JournalEntry, RequestId, Seq, StationId};
use history::{History, HistoryEffect};
use plan::Plan;
use state::State;

/// One dialogue session.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    plan: Plan,
    regulation: Regulation,
    history: History,
    state: State,
}

/// The first record of a journal does not open a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the first record does not open a session")]
pub struct NotOpened;

impl Session {
    /// The events that open a session.
    #[must_use]
    pub fn opening(plan: Plan, regulation: Regulation) -> Vec<Event> {
        vec![Event::Opened {
            plan: Box::new(plan),
            regulation: Box::new(regulation),
        }]
    }

    /// The session that this first record opens.
    ///
    /// # Errors
    /// When the record is not an opening.
    pub fn open(record: JournalEntry) -> Result<Self, NotOpened> {
        let [Event::Opened { plan, regulation }] = record.events.as_slice() else {
            return Err(NotOpened);
        };
        let (plan, regulation) = (plan.as_ref().clone(), regulation.as_ref().clone());
        let mut history = History::starting(record.at);
        let state = State::of(&plan);
        history.push(record);
        Ok(Self {
            plan,
            regulation,
            history,
            state,
        })
    }

    /// Makes a record count.
    pub fn apply(&mut self, record: JournalEntry) {
        let before = self.history.entries().last().map(|entry| entry.at);
        match self.history.push(record) {
            HistoryEffect::Added if self.last_changes_the_plan() => self.settle(),
            HistoryEffect::Added => {
                if let Some(entry) = self.history.entries().last() {
                    for event in &entry.record.events {
                        self.state
                            .apply(event, entry.at, before.unwrap_or(entry.at));
                    }
                }
            }
            HistoryEffect::Changed => self.settle(),
        }
    }

    /// Makes many records count, as when a journal is read. What was taken back in between is not gone through again
    /// each time, so a long session with many slips opens as fast as one without.
    pub fn apply_all(&mut self, records: impl IntoIterator<Item = JournalEntry>) {
        for record in records {
            self.history.push(record);
        }
        self.settle();
    }

    /// Makes plan and state what all records in force amount to.
    fn settle(&mut self) {
        let (plan, regulation) = self.plan_in_force();
        if let Some(plan) = plan {
            self.plan = plan;
        }
        if let Some(regulation) = regulation {
            self.regulation = regulation;
        }
        self.state = self.replayed();
    }

    fn last_changes_the_plan(&self) -> bool {
        self.history.entries().last().is_some_and(|entry| {
            entry.record.events.iter().any(|event| {
                matches!(
                    event,
                    Event::PlanReplaced { .. } | Event::OpinionAdded { .. }
                )
            })
        })
    }

    /// The plan and the regulation in force: those of the opening, or of the last replacement, with what was added since.
    fn plan_in_force(&self) -> (Option<Plan>, Option<Regulation>) {
        let mut planned: (Option<Plan>, Option<Regulation>) = (None, None);
        let in_force = self
            .history
            .entries()
            .iter()
            .filter(|entry| entry.in_force)
            .flat_map(|entry| &entry.record.events);
        for event in in_force {
            if let Event::Opened { plan, regulation } = event {
                planned = (
                    Some(plan.as_ref().clone()),
                    Some(regulation.as_ref().clone()),
                );
            } else if let Event::PlanReplaced { plan, regulation } = event {
                planned.0 = Some(plan.as_ref().clone());
                if let Some(regulation) = regulation {
                    planned.1 = Some(regulation.as_ref().clone());
                }
            } else if let Event::OpinionAdded { opinion } = event
                && let Some(plan) = &mut planned.0
            {
                plan.opinions.push(opinion.as_ref().clone());
            }
        }
        planned
    }

    /// The record that these events would make at this moment.
    #[must_use]
    pub fn record(&self, events: Vec<Event>, at: ClockReading) -> JournalEntry {
        JournalEntry::new(Seq(self.history.last_seq().0 + 1), at, events)
    }

    /// The record that a request of a station becomes.
    #[must_use]
    pub fn record_of(
        &self,
        events: Vec<Event>,
        at: ClockReading,
        by: StationId,
        request: RequestId,
    ) -> JournalEntry {
        JournalEntry {
            by: Some(by),
            request: Some(request),
            ..self.record(events, at)
        }
    }

    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    #[must_use]
    pub fn regulation(&self) -> &Regulation {
        &self.regulation
    }

    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Where a moment lies on the session's line of time.
    #[must_use]
    pub fn stamp(&self, now: ClockReading) -> SessionTime {
        self.history.stamp(now)
    }

    /// The state that all records in force amount to, from the beginning.
    fn replayed(&self) -> State {
        let mut state = State::of(&self.plan);
        let mut before = None;
        for entry in self.history.entries() {
            if entry.in_force {
                for event in &entry.record.events {
                    state.apply(event, entry.at, before.unwrap_or(entry.at));
                }
            }
            before = Some(entry.at);
        }
        state
    }
}
