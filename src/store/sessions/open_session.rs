//! A session that is open for running: its state, its journal, its lock and its clock, and the one way an act takes:
//! decide, append, apply.

use std::io;
use std::path::{Path, PathBuf};

use super::error::{Damaged, OpenError, PerformError, RequestError};
use super::listing::{SessionSummary, write_words};
use super::redirect::{RedirectFolders, RedirectWatch};
use super::sign_of_life::{self, LastAlive};
use super::{SessionStore, leftovers, redirect};
use crate::domain::request::Request;
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::event::{Event, JournalEntry, Seq};
use crate::domain::time::{ClockReading, SessionTime, Wall};
use crate::store::clock::Clock;
use crate::store::journal::{
    self, DamageKind, DeskLock, Journal, JournalReading, LockError, Mismatch,
};

/// A session at work.
#[derive(Debug)]
pub struct OpenSession {
    pub(super) session: Session,
    pub(super) folder: PathBuf,
    pub(super) access: Access,
    pub(super) clock: Clock,
    /// What was torn off the journal's end when it was opened.
    pub(super) torn: Option<PathBuf>,
    /// Where this computer is told of a folder that was left and can say nothing.
    pub(super) redirects: RedirectFolders,
    /// Looks there every second.
    pub(super) redirect_watch: Option<RedirectWatch>,
    /// The folders that were left, while nothing on this computer says where the session went.
    pub(super) without_redirect: Vec<PathBuf>,
    /// What the home screen was told last.
    pub(super) told: Option<SessionSummary>,
    /// That this run came back to the session is not written down yet.
    unannounced: Option<LastAlive>,
}

/// What can be done with the journal.
#[derive(Debug)]
pub(super) enum Access {
    Writing(Box<Journal>),
    /// It is only read: the disk takes nothing, or it is damaged. Another folder, or later this one, helps.
    Reading(Box<ReadOnly>),
}

#[derive(Debug)]
pub(super) struct ReadOnly {
    pub reading: JournalReading,
    pub why: io::Error,
}

impl OpenSession {
    /// Opens a session for running. A session that was opened before goes on where it was. One whose disk takes nothing, or
    /// whose journal is damaged, is opened for reading, up to the damage.
    ///
    /// # Errors
    /// When another desk has it, it went on elsewhere, or nothing of its journal can be read.
    pub fn open(folder: &Path, clock: Clock) -> Result<Self, OpenError> {
        if let Some(redirect) = redirect::read(folder, &RedirectFolders::default()) {
            return Err(OpenError::Moved(redirect.to));
        }
        let lock = match DeskLock::take(folder, clock.now().wall) {
            Ok(lock) => Ok(lock),
            Err(LockError::Io(error)) => Err(error),
            Err(held) => return Err(held.into()),
        };
        let path = folder.join(journal::FILE_NAME);
        let reading = journal::read(&path)?;
        let session = match &reading.damage {
            Some(damage)
                if reading.records.is_empty()
                    || matches!(damage.kind, DamageKind::Newer { .. }) =>
            {
                return Err(OpenError::Damaged(damage.clone()));
            }
            Some(_) | None => session_of(&reading)?,
        };
        let alive = LastAlive::of(folder);
        let clock = clock.for_run_after(session.history().last_moment().run);
        let began = session.state().agenda.began().is_some();
        let (access, torn) = match lock.and_then(|lock| begin_writing(&path, &reading, lock)) {
            Ok((journal, torn)) => (Access::Writing(Box::new(journal)), torn),
            Err(why) => (Access::Reading(Box::new(ReadOnly { reading, why })), None),
        };
        let mut opened = Self {
            session,
            folder: folder.to_owned(),
            access,
            clock,
            torn,
            redirects: RedirectFolders::default(),
            redirect_watch: None,
            without_redirect: Vec::new(),
            told: None,
            unannounced: began.then_some(alive),
        };
        redirect::reserve(folder);
        if opened.read_only().is_none() {
            leftovers::sweep_session(folder, opened.clock.now().wall);
        }
        if opened.session.state().closed.is_none() && opened.read_only().is_none() {
            let announced = opened.announce(opened.clock.now());
            if let Err(why) = announced {
                opened.only_read(why)?;
            }
        }
        Ok(opened)
    }

    /// The session on a computer with these sessions: they are told where it goes, should its own folder be gone by then.
    #[must_use]
    pub fn on_computer(mut self, store: &SessionStore) -> Self {
        self.redirects = store.redirects.clone();
        self.redirect_watch = None;
        self
    }

    /// Carries out a command: decides, writes it down durably, makes it count.
    ///
    /// # Errors
    /// When the session refuses it, or the disk.
    pub fn perform(&mut self, command: Command, now: ClockReading) -> Result<(), PerformError> {
        let events = self.session.decide(command, now)?;
        self.make_ready(now)?;
        self.write_down(events, now)?;
        Ok(())
    }

    /// Carries out what a station asks, as a command of the desk: decides, writes it down durably with who asked, makes it
    /// count. A request that was carried out before is not carried out again. Returns its record.
    ///
    /// # Errors
    /// When it is refused, or the disk does not take it.
    pub fn perform_request(
        &mut self,
        request: &Request,
        now: ClockReading,
    ) -> Result<Seq, RequestError> {
        if let Some(done) = self.session.history().of_request(&request.id) {
            return Ok(done.record.seq);
        }
        let events = request.decide(&self.session, now)?;
        self.make_ready(now)?;
        let (by, id) = (request.station.clone(), request.id.clone());
        let record = self.session.record_of(events, now, by, id);
        let seq = record.seq;
        self.append(record)?;
        self.tell_standing();
        Ok(seq)
    }

    /// Makes sure that an act can be written down here and now.
    fn make_ready(&mut self, now: ClockReading) -> io::Result<()> {
        self.write_again()?;
        self.stay_here().map_err(io::Error::from)?;
        // A closed session is only touched once something is done to it.
        self.announce(now)
    }

    /// Why the session can only be read, if that is so.
    #[must_use]
    pub fn read_only(&self) -> Option<&io::Error> {
        match &self.access {
            Access::Writing(_) => None,
            Access::Reading(only) => Some(&only.why),
        }
    }

    /// The disk let the journal be opened, and took nothing into it.
    fn only_read(&mut self, why: io::Error) -> Result<(), OpenError> {
        let reading = journal::read(&self.folder.join(journal::FILE_NAME))?;
        self.access = Access::Reading(Box::new(ReadOnly { reading, why }));
        Ok(())
    }

    /// Another desk may have gone on elsewhere with the session, though this one was open.
    pub(super) fn stay_here(&mut self) -> Result<(), Mismatch> {
        let watch = self
            .redirect_watch
            .get_or_insert_with(|| RedirectWatch::of(&self.folder, &self.redirects));
        if watch.is_told() {
            return Err(Mismatch::MovedOn);
        }
        Ok(())
    }

    /// Every line of the journal that counts, as it was written.
    #[must_use]
    pub fn lines(&self) -> &[u8] {
        match &self.access {
            Access::Writing(journal) => journal.bytes(),
            Access::Reading(only) => &only.reading.bytes,
        }
    }

    /// Leaves a sign of life, by which the next run knows how long this one lived.
    pub fn sign_of_life(&self, now: Wall) {
        // Without it the last record tells; it is not worth an error.
        let _ = sign_of_life::leave(&self.folder, now);
        if let Access::Writing(journal) = &self.access {
            journal.beat();
        }
    }

    pub(super) fn tell_standing(&mut self) {
        let standing = SessionSummary::of(&self.session);
        let told = self.told.as_ref();
        if told.is_none_or(|told| standing.is_elsewhere_than(told)) {
            standing.write(&self.folder);
            self.told = Some(standing);
        }
    }

    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where a torn end of the journal was set aside when the session was opened.
    #[must_use]
    pub fn torn(&self) -> Option<&Path> {
        self.torn.as_deref()
    }

    /// The number of the last record that is on disk.
    #[must_use]
    pub fn saved(&self) -> Seq {
        self.session.history().last_seq()
    }

    /// Now, and where that lies in the session.
    #[must_use]
    pub fn now(&self) -> (ClockReading, SessionTime) {
        let now = self.clock.now();
        (now, self.session.stamp(now))
    }

    /// The clock of this session, for tests that move it.
    pub fn clock_mut(&mut self) -> &mut Clock {
        &mut self.clock
    }

    fn announce(&mut self, now: ClockReading) -> io::Result<()> {
        if let Some(last) = &self.unannounced {
            let set_by = last.clock_set_since();
            let events = self.session.coming_back_corrected(last.at, set_by, now);
            self.append(self.session.record(events, now))?;
            self.unannounced = None;
        }
        Ok(())
    }

    fn write_down(&mut self, events: Vec<Event>, now: ClockReading) -> io::Result<()> {
        self.append(self.session.record(events, now))?;
        // The home screen is right also when this run does not end well.
        self.tell_standing();
        Ok(())
    }

    fn append(&mut self, record: JournalEntry) -> io::Result<()> {
        match &mut self.access {
            Access::Writing(journal) => journal.append(&record)?,
            // It was tried to write again before.
            Access::Reading(_) => return Err(io::ErrorKind::ReadOnlyFilesystem.into()),
        }
        self.session.apply(record);
        Ok(())
    }
}

impl Drop for OpenSession {
    fn drop(&mut self) {
        self.tell_where_it_went();
        self.told = None;
        self.tell_standing();
        write_words(&self.session, &self.folder);
    }
}

/// Opens the journal of a reading for writing. What is torn at its end is set aside first. A damaged one is not written.
pub(super) fn begin_writing(
    path: &Path,
    reading: &JournalReading,
    lock: DeskLock,
) -> io::Result<(Journal, Option<PathBuf>)> {
    if let Some(damage) = &reading.damage {
        return Err(io::Error::other(Damaged(damage.clone())));
    }
    let torn = match &reading.torn {
        Some(torn) => Some(journal::set_aside(path, &torn.bytes)?),
        None => None,
    };
    let journal = Journal::go_on(path, reading)?.under(lock);
    journal::keep_opening(path.parent().unwrap_or(path), journal.bytes());
    Ok((journal, torn))
}

/// The session that the whole records of a journal amount to.
///
/// # Errors
/// When there is no whole record, or the first opens no session.
pub fn session_of(reading: &journal::JournalReading) -> Result<Session, OpenError> {
    let mut records = reading.records.iter().cloned();
    let Some(Ok(mut session)) = records.next().map(Session::open) else {
        return Err(OpenError::Empty(reading.torn.clone()));
    };
    session.apply_all(records);
    Ok(session)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::session::plan::Plan;
    use crate::store::profiles;
    use crate::store::sessions::Purpose;

    impl OpenSession {
        fn journal(&mut self) -> &mut Journal {
            match &mut self.access {
                Access::Writing(journal) => journal,
                Access::Reading(only) => panic!("{:?}", only.why),
            }
        }
    }

    const PLAN: &str = r#"(
        regulation: "dien-bien", title: "Đối thoại", level: Commune, held: "2026-11-25T08:00:00",
        place: "Nhà văn hóa", body: "UBND xã", layout: State, chair: (name: "Nguyễn Văn An", office: "Chủ tịch"),
        lead_agency: "Văn phòng", agencies: [],
    )"#;

    #[test]
    fn when_the_disk_takes_nothing_the_state_has_not_moved_and_another_disk_helps() {
        let data = tempfile::tempdir().unwrap();
        let clock = Clock::by_hand("2026-11-25T08:00:00+07:00".parse().unwrap());
        let plan: Plan = crate::documents::ron_file::read_back(PLAN).unwrap();
        let regulation = profiles::load("dien-bien", None).unwrap();
        let folder = SessionStore::at(data.path())
            .create(plan, regulation, Purpose::Held, &clock)
            .unwrap();
        let path = folder.join(journal::FILE_NAME);
        let mut opened = OpenSession::open(&folder, clock).unwrap();
        let next =
            |opened: &OpenSession| opened.session().next().command(opened.session()).unwrap();
        let (now, _) = opened.now();
        opened.perform(next(&opened), now).unwrap();

        opened.journal().lose_the_disk(&path);
        let before = opened.session().clone();
        let tried = opened.perform(next(&opened), now);
        assert!(matches!(tried, Err(PerformError::NotWritten(_))));
        assert_eq!(opened.session(), &before);
        assert_eq!(opened.saved(), Seq(2));

        let stick = tempfile::tempdir().unwrap();
        let moved = opened.move_to(stick.path()).unwrap();
        assert_eq!(opened.session(), &before);
        opened.perform(next(&opened), now).unwrap();
        drop(opened);
        let reading = journal::read(&moved.join(journal::FILE_NAME)).unwrap();
        assert_eq!(reading.records.len(), 3);
        // And the folder that was left says where it went.
        let clock = Clock::by_hand(now.wall);
        let left = OpenSession::open(&folder, clock.clone());
        assert!(matches!(left, Err(OpenError::Moved(to)) if to == moved));
        // Once there is room on a disk again, it goes on there as well.
        let path = moved.join(journal::FILE_NAME);
        let mut opened = OpenSession::open(&moved, clock).unwrap();
        opened.journal().lose_the_disk(&path);
        assert!(opened.perform(next(&opened), now).is_err());
        opened.journal().find_the_disk(&path);
        opened.perform(next(&opened), now).unwrap();
    }
}
