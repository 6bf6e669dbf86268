//! The gate before closing: what has to be there, and what is missing.

use super::Session;
use super::item::{Class, ItemId};
use super::plan::Number;
use crate::domain::regulation::ClassKind;

/// Something that has to be there before the session can be closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// The item has none of the three classes.
    Class(ItemId),
    /// To be verified and answered later: by whom?
    Agency(ItemId),
    /// To be verified and answered later: by when? Asked only where the regulation sets a time limit for it; where it
    /// sets none, the office may leave it open.
    Due(ItemId),
    /// Reported upward: to whom?
    Authority(ItemId),
    /// Still waiting, and not marked as absent, withdrawn or out of time.
    StillWaiting(Number),
    /// Announced something and could not say it: is it taken as items, or set aside?
    Subjects(Number),
}

/// Something that is asked before closing and may be left open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reminder {
    /// Who came was not recorded of so many, or the people were not counted.
    Attendance { unrecorded: usize, counted: bool },
    /// The item counts as answered, and nobody wrote down what the answer was.
    Answer(ItemId),
}

impl Session {
    /// What is missing before the session can be closed, in the order of items, then of the queue.
    #[must_use]
    pub fn missing(&self) -> Vec<Missing> {
        let limit_set = self
            .regulation()
            .deadline_for(ClassKind::VerifyLater)
            .is_some();
        let mut missing = Vec::new();
        for item in &self.state().items {
            match &item.class {
                None => missing.push(Missing::Class(item.id)),
                Some(Class::AnsweredNow) => {}
                Some(Class::VerifyLater { agency, due }) => {
                    if agency.is_none() {
                        missing.push(Missing::Agency(item.id));
                    }
                    if limit_set && !due.is_set() {
                        missing.push(Missing::Due(item.id));
                    }
                }
                Some(Class::ReportUpward { authority, .. }) => {
                    if authority.as_ref().is_none_or(|name| name.trim().is_empty()) {
                        missing.push(Missing::Authority(item.id));
                    }
                }
            }
        }
        missing.extend(
            self.state()
                .queue
                .waiting()
                .map(|person| Missing::StillWaiting(person.registration.number)),
        );
        let people = self.state().queue.people().iter();
        missing.extend(
            people
                .filter(|person| person.subjects_left().next().is_some())
                .map(|person| Missing::Subjects(person.registration.number)),
        );
        missing
    }

    /// What is asked before closing and bars nothing: who came, then the answers that nobody wrote down.
    #[must_use]
    pub fn reminders(&self) -> Vec<Reminder> {
        let unrecorded = self.unrecorded_attendees().len();
        let counted = self.state().attendance.people.is_some();
        let mut reminders = Vec::new();
        if unrecorded > 0 || !counted {
            reminders.push(Reminder::Attendance {
                unrecorded,
                counted,
            });
        }
        let unwritten = self.state().items.iter().filter(|item| {
            item.class == Some(Class::AnsweredNow) && self.answer_to(item).is_none()
        });
        reminders.extend(unwritten.map(|item| Reminder::Answer(item.id)));
        reminders
    }
}
