//! Where whoever shows a session to the hall has it from: found by name, followed by its journal, also into another folder,
//! timed by its desk's clock. It reads and nothing else, and knows nothing of how it is shown.

mod desk_clock;

use std::path::{Path, PathBuf};

use crate::domain::session::Session;
use crate::domain::session::event::JournalEntry;
use crate::domain::time::{ClockReading, Millis, SessionTime};
use crate::store::journal;
use crate::store::journal::follow::{Follower, News};
use crate::store::sessions::SessionStore;
use desk_clock::DeskClock;

/// How often it is asked whether the session went elsewhere: that is rare, and the hall waits anyway while a disk fails.
const ASK: Millis = Millis(500);

/// A session that is there, or is waited for.
pub struct FeedSource<'a> {
    store: &'a SessionStore,
    name: &'a str,
    follow: fn(&Path) -> Follower,
    /// `None` while there is no session of this name.
    followed: Option<(PathBuf, Follower)>,
    /// When it was last asked whether the session went elsewhere.
    asked: Millis,
    /// When the journal was last looked at, by this process's own clock.
    looked: Millis,
    live: Option<Live>,
}

/// A session as far as its journal is written.
struct Live {
    session: Session,
    desk: DeskClock,
}

impl<'a> FeedSource<'a> {
    #[must_use]
    pub fn of(store: &'a SessionStore, name: &'a str) -> Self {
        Self {
            store,
            name,
            follow: Follower::of,
            followed: None,
            asked: Millis::ZERO,
            looked: Millis::ZERO,
            live: None,
        }
    }

    /// The same for somebody to whom nothing may come that the desk takes back.
    #[must_use]
    pub fn of_acknowledged(store: &'a SessionStore, name: &'a str) -> Self {
        Self {
            follow: Follower::of_acknowledged,
            ..Self::of(store, name)
        }
    }

    /// The session as far as its journal is written and can be read, and where it stands in its time.
    #[must_use]
    pub fn session(&self, now: ClockReading) -> Option<(&Session, SessionTime)> {
        let live = self.live.as_ref()?;
        Some((&live.session, live.session.stamp(live.desk.now(now))))
    }

    /// Whether the journal has a whole line that does not follow those before: nothing is told from there on, until the desk
    /// has mended it.
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        self.followed
            .as_ref()
            .is_some_and(|(_, follower)| follower.is_damaged())
    }

    /// The folder of the session, once there is one.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        self.followed.as_ref().map(|(folder, _)| folder.as_path())
    }

    /// Looks for what is new; whether there was anything.
    pub fn look(&mut self, now: ClockReading) -> bool {
        self.find_and_go_after(now);
        // What cannot be read now is read at a later look; until then the screen of the hall keeps what it has.
        let follower = self.followed.as_mut().map(|(_, follower)| follower);
        let Some(Ok(news)) = follower.map(|follower| follower.look(now.up)) else {
            return false;
        };
        let while_ago = now.up.saturating_sub(self.looked);
        self.looked = now.up;
        match news {
            News::Nothing => false,
            News::More(records) => self.go_on(records, now, while_ago),
            News::Anew(records) => self.begin(records, now),
        }
    }

    /// The session's folder once there is one, and the one the desk moved it to.
    fn find_and_go_after(&mut self, now: ClockReading) {
        let folder = match &self.followed {
            None => self.store.find(self.name).ok(),
            Some(_) if now.up.saturating_sub(self.asked) < ASK => None,
            Some((folder, _)) => {
                self.asked = now.up;
                self.store.moved_from(folder)
            }
        };
        if let Some(folder) = folder {
            let follower = (self.follow)(&folder.join(journal::FILE_NAME));
            self.followed = Some((folder, follower));
        }
    }

    fn go_on(&mut self, records: Vec<JournalEntry>, now: ClockReading, while_ago: Millis) -> bool {
        let Some(live) = &mut self.live else {
            return false;
        };
        for record in records {
            live.desk = DeskClock::from_fresh(record.at, now, while_ago);
            live.session.apply(record);
        }
        true
    }

    fn begin(&mut self, records: Vec<JournalEntry>, now: ClockReading) -> bool {
        let Some(last) = records.last().map(|record| record.at) else {
            return false;
        };
        let mut records = records.into_iter();
        let Some(Ok(mut session)) = records.next().map(Session::open) else {
            return false;
        };
        session.apply_all(records);
        let desk = match &self.live {
            // The same records in another folder: the desk's clock is known already.
            Some(live) if live.session.history().last_moment() == last => live.desk,
            Some(_) | None => DeskClock::from_older(last, now),
        };
        self.live = Some(Live { session, desk });
        true
    }
}
