//! What is owed over all sessions of this computer, counted once for everybody who asks: the command, the first screen and
//! the pages of a new session say the same.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::cli::RunPlace;
use crate::cli::counting_basis::CountingBasis;
use crate::domain::follow_up::{Overview, OwedRow, due_list};
use crate::store::sessions::follow_up::{FollowedSession, UnreadableSession, followed};

/// Every closed session with what is owed of it. What was put away is owed all the same.
pub(in crate::cli) struct OwedHere {
    pub counted: CountingBasis,
    pub sessions: Vec<FollowedSession>,
    pub unreadable: Vec<UnreadableSession>,
    /// Beside the sessions, in their order.
    pub overviews: Vec<Overview>,
}

impl OwedHere {
    pub(in crate::cli) fn of(place: &RunPlace, today: NaiveDate, window: u16) -> Self {
        let (sessions, unreadable) = followed(&place.store());
        let counted = CountingBasis::of(place);
        let overviews = sessions
            .iter()
            .map(|session| counted.overview(session, today, window))
            .collect();
        Self {
            counted,
            sessions,
            unreadable,
            overviews,
        }
    }

    pub(in crate::cli) fn each(&self) -> impl Iterator<Item = (&FollowedSession, &Overview)> {
        self.sessions.iter().zip(&self.overviews)
    }

    /// Everything that is open, as one list.
    pub(in crate::cli) fn rows(&self) -> Vec<OwedRow> {
        due_list(
            self.each()
                .map(|(session, overview)| (session.id.as_str(), &session.promises, overview)),
        )
    }

    /// The folder of a session by its name on this computer.
    pub(in crate::cli) fn folder(&self, id: &str) -> Option<&PathBuf> {
        let mut sessions = self.sessions.iter();
        sessions
            .find(|session| session.id == id)
            .map(|session| &session.folder)
    }
}
