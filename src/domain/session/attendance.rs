//! Who of those expected came, and how many people there were, as somebody recorded it. What nobody recorded is not
//! known: neither present nor absent. It knows names and offices, and nothing of who speaks.

use serde::{Deserialize, Serialize};

use super::Session;
use super::plan::{AgencyId, Official};

/// Somebody who is expected by the plan, or an agency that is. Named in full, so that a record of who came keeps its
/// meaning when the plan's lists change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Attendee {
    CoChair(Official),
    Secretary(Official),
    Delegate(Official),
    Agency(AgencyId),
}

/// Whether somebody who was expected came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Presence {
    Present,
    Absent,
    /// Somebody else came in their place. For an agency: who spoke for it.
    Substituted {
        by: Official,
    },
}

/// Everything that was recorded on who came.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attendance {
    marks: Vec<(Attendee, Presence)>,
    /// All the people in the hall, where somebody counted them.
    pub people: Option<u32>,
}

impl Attendance {
    /// What was recorded of one who was expected; `None` where nothing was.
    #[must_use]
    pub fn presence(&self, who: &Attendee) -> Option<&Presence> {
        self.marks
            .iter()
            .find(|(known, _)| known == who)
            .map(|(_, presence)| presence)
    }

    pub(super) fn set(&mut self, who: Attendee, presence: Option<Presence>) {
        self.marks.retain(|(known, _)| known != &who);
        self.marks.extend(presence.map(|presence| (who, presence)));
    }
}

impl Session {
    /// Everybody who is expected, in the order of the plan: co-chairs, secretaries, delegates, agencies.
    #[must_use]
    pub fn attendees(&self) -> Vec<Attendee> {
        let plan = self.plan();
        let co_chairs = plan.co_chairs.iter().cloned().map(Attendee::CoChair);
        let secretaries = plan.secretaries.iter().cloned().map(Attendee::Secretary);
        let delegates = plan.delegates.iter().cloned().map(Attendee::Delegate);
        let agencies = self.state().agencies.iter();
        co_chairs
            .chain(secretaries)
            .chain(delegates)
            .chain(agencies.map(|agency| Attendee::Agency(agency.id.clone())))
            .collect()
    }

    /// Those of whom nothing was recorded yet.
    #[must_use]
    pub fn unrecorded_attendees(&self) -> Vec<Attendee> {
        let mut attendees = self.attendees();
        attendees.retain(|who| self.state().attendance.presence(who).is_none());
        attendees
    }

    /// Who speaks for an agency: whoever came in the place of the one the plan names, else that one.
    #[must_use]
    pub fn speaks_for(&self, id: &AgencyId) -> Option<&Official> {
        let recorded = self
            .state()
            .attendance
            .presence(&Attendee::Agency(id.clone()));
        if let Some(Presence::Substituted { by }) = recorded {
            return Some(by);
        }
        self.state().agency(id)?.spoken_for_by.as_ref()
    }
}
