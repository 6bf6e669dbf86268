//! Where the projector has its session from: found by name, followed by its journal, timed by its desk's clock.

use super::desk_clock::DeskClock;
use crate::journal;
use crate::journal::follow::{Follower, News};
use crate::library::Library;
use crate::moment::{Millis, Moment, Stamp};
use crate::session::Session;
use crate::session::event::Record;

/// A session that is there, or is waited for.
pub(super) struct Source<'a> {
    library: &'a Library,
    name: &'a str,
    /// `None` while there is no session of this name.
    follower: Option<Follower>,
    /// When the journal was last looked at, by this process's own clock.
    looked: Millis,
    live: Option<Live>,
}

/// A session as far as its journal is written.
struct Live {
    session: Session,
    desk: DeskClock,
}

impl<'a> Source<'a> {
    pub(super) fn of(library: &'a Library, name: &'a str) -> Self {
        Self {
            library,
            name,
            follower: None,
            looked: Millis::ZERO,
            live: None,
        }
    }

    /// The session, and where it stands in its time.
    pub(super) fn session(&self, now: Moment) -> Option<(&Session, Stamp)> {
        let live = self.live.as_ref()?;
        Some((&live.session, live.session.stamp(live.desk.now(now))))
    }

    /// Looks for what is new; whether there was anything.
    pub(super) fn look(&mut self, now: Moment) -> bool {
        if self.follower.is_none()
            && let Ok(folder) = self.library.find(self.name)
        {
            self.follower = Some(Follower::of(&folder.join(journal::FILE_NAME)));
        }
        // What cannot be read now is read at a later look; until then the wall keeps what it has.
        let Some(Ok(news)) = self.follower.as_mut().map(Follower::look) else {
            return false;
        };
        let while_ago = now.up.less(self.looked);
        self.looked = now.up;
        match news {
            News::Nothing => false,
            News::More(records) => self.go_on(records, now, while_ago),
            News::Anew(records) => self.begin(records, now),
        }
    }

    fn go_on(&mut self, records: Vec<Record>, now: Moment, while_ago: Millis) -> bool {
        let Some(live) = &mut self.live else {
            return false;
        };
        for record in records {
            live.desk = DeskClock::from_fresh(record.at, now, while_ago);
            live.session.apply(record);
        }
        true
    }

    fn begin(&mut self, records: Vec<Record>, now: Moment) -> bool {
        let Some(last) = records.last().map(|record| record.at) else {
            return false;
        };
        let mut records = records.into_iter();
        let Some(Ok(mut session)) = records.next().map(Session::open) else {
            return false;
        };
        session.apply_all(records);
        self.live = Some(Live {
            session,
            desk: DeskClock::from_older(last, now),
        });
        true
    }
}
