//! When a bell is to ring: once when the turn that has the floor reaches its limit. Knows the session and makes no sound.

use crate::domain::session::Session;
use crate::domain::time::SessionTime;
use crate::store::sessions::OpenSession;

/// What was seen at the last look.
#[derive(Debug, Default)]
pub(super) struct Bell {
    was_over: Option<bool>,
}

impl Bell {
    /// Whether the limit was reached since the last look. A turn that was over when the desk was opened is no news.
    pub(super) fn strikes(&mut self, opened: &OpenSession) -> bool {
        let (_, now) = opened.now();
        self.strikes_at(opened.session(), now)
    }

    fn strikes_at(&mut self, session: &Session, now: SessionTime) -> bool {
        let turn = session.state().floor();
        let is_over = turn
            .filter(|turn| turn.clock.is_some())
            .and_then(|turn| turn.left(now))
            .is_some_and(|left| left <= 0);
        self.was_over.replace(is_over) == Some(false) && is_over
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::plan_import;
    use crate::domain::regulation::Phase;
    use crate::domain::session::command::Command;
    use crate::domain::session::next::Next;
    use crate::domain::time::Millis;
    use crate::store::clock::Clock;
    use crate::store::profiles;
    use crate::store::sessions::{Purpose, SessionStore};

    #[test]
    fn a_bell_rings_once_at_the_limit_and_again_after_a_minute_more() {
        // given a session in which somebody speaks
        let home = tempfile::tempdir().unwrap();
        let plan = plan_import::sample().unwrap();
        let regulation = profiles::load(&plan.regulation.0, None).unwrap();
        let clock = Clock::by_hand("2026-11-25T08:00:00+07:00".parse().unwrap());
        let store = SessionStore::at(home.path());
        let folder = store
            .create(plan, regulation, Purpose::Held, &clock)
            .unwrap();
        let mut opened = OpenSession::open(&folder, clock).unwrap();
        let perform = |opened: &mut OpenSession, command| {
            let (now, _) = opened.now();
            opened.perform(command, now).unwrap();
        };
        while opened.session().state().floor().is_none() {
            let next: Next = opened.session().next();
            let command = next.command(opened.session()).unwrap();
            perform(&mut opened, command);
        }
        let limit = opened.session().plan().settings.limits.of(Phase::Speech);
        let mut bell = Bell::default();
        let mut pass = |opened: &mut OpenSession, seconds| {
            opened.clock_mut().pass(Millis::of_seconds(seconds));
            bell.strikes(opened)
        };
        // when time goes by, then it rings at the limit, once
        assert_eq!(limit, Some(Millis::of_seconds(180)));
        assert!(!pass(&mut opened, 0));
        assert!(!pass(&mut opened, 179));
        assert!(pass(&mut opened, 1));
        assert!(!pass(&mut opened, 1));
        assert!(!pass(&mut opened, 600));
        // and a desk that is opened afterwards keeps still
        assert!(!Bell::default().strikes(&opened));
        // and whoever comes next has a bell, too
        perform(&mut opened, Command::EndFloor);
        assert!(!pass(&mut opened, 1));
    }
}
