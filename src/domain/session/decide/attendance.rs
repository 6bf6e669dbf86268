//! Deciding on who came: what differs from what is recorded already becomes events, the rest is left out.

use super::Decision;
use crate::domain::session::Session;
use crate::domain::session::attendance::{Attendee, Presence};
use crate::domain::session::event::Event;
use crate::domain::session::rejection::Rejection;

impl Session {
    pub(super) fn record_attendance(
        &self,
        marks: Vec<(Attendee, Option<Presence>)>,
        people: Option<u32>,
    ) -> Decision {
        let known = self.attendees();
        let attendance = &self.state().attendance;
        let mut events = Vec::new();
        for (who, presence) in marks {
            if !known.contains(&who) {
                return Err(Rejection::NoSuchAttendee(Box::new(who)));
            }
            if let Some(Presence::Substituted { by }) = &presence
                && by.name.trim().is_empty()
            {
                return Err(Rejection::EmptyText);
            }
            if attendance.presence(&who) != presence.as_ref() {
                events.push(Event::AttendanceSet { who, presence });
            }
        }
        if attendance.people != people {
            events.push(Event::PeopleCounted { people });
        }
        if events.is_empty() {
            return Err(Rejection::SameAsBefore);
        }
        Ok(events)
    }
}
