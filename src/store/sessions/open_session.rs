//! A session that is open for running: its state, its journal, its lock and its clock, and the one way an act takes:
//! decide, append, apply.

use std::io;
use std::path::{Path, PathBuf};

use super::listing::{Standing, write_words};
use super::{SessionStore, redirect};
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::event::{Event, Seq};
use crate::domain::session::rejection::Rejection;
use crate::domain::time::{ClockReading, SessionTime, Wall};
use crate::store::clock::Clock;
use crate::store::journal::{self, Damage, DeskLock, Journal, LockError, Mismatch, Torn};
use crate::store::private_fs;

/// The sign of life a run leaves in the session's folder.
const ALIVE_NAME: &str = "desk.alive";
/// How large the hall's window is, so that the desk turns the pages the hall sees.
const HALL_NAME: &str = "hall.window";

/// Writes down how large the hall's window is, beside the journal it follows. A courtesy: where the folder cannot be
/// written, the desk takes the usual size.
pub fn tell_hall_window(folder: &Path, (columns, rows): (u16, u16)) {
    let _ = private_fs::write(
        &folder.join(HALL_NAME),
        format!("{columns} {rows}").as_bytes(),
    );
}

/// A session at work.
#[derive(Debug)]
pub struct OpenSession {
    session: Session,
    folder: PathBuf,
    journal: Journal,
    clock: Clock,
    /// What was torn off the journal's end when it was opened.
    torn: Option<PathBuf>,
    /// The sessions of this computer, where a folder that was left and can say nothing is told of.
    sessions: Option<PathBuf>,
    /// What the home screen was told last.
    told: Option<Standing>,
    /// That this run came back to the session is not written down yet.
    unannounced: Option<Event>,
}

/// Why a session could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error(transparent)]
    Lock(#[from] LockError),
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The journal is not what was written; it can be read up to there.
    #[error("the journal is damaged in line {}", .0.line)]
    Damaged(Damage),
    /// There is no whole record, or the first opens no session.
    #[error("the journal opens no session")]
    Empty(Option<Torn>),
}

/// Why an act was not done. Nothing has changed.
#[derive(Debug, thiserror::Error)]
pub enum PerformError {
    #[error(transparent)]
    Refused(#[from] Rejection),
    /// The disk did not take the record.
    #[error(transparent)]
    NotWritten(#[from] io::Error),
}

impl OpenSession {
    /// Opens a session for running. A session that was opened before goes on where it was.
    ///
    /// # Errors
    /// When another desk has it, its journal cannot be read or is damaged.
    pub fn open(folder: &Path, clock: Clock) -> Result<Self, OpenError> {
        let lock = DeskLock::take(folder, clock.now().wall)?;
        let path = folder.join(journal::FILE_NAME);
        let reading = journal::read(&path)?;
        if let Some(damage) = reading.damage {
            return Err(OpenError::Damaged(damage));
        }
        let session = session_of(&reading)?;
        // Only what opens is touched.
        let torn = match &reading.torn {
            Some(torn) => Some(journal::set_aside(&path, &torn.bytes)?),
            None => None,
        };
        let journal = Journal::go_on(&path, &reading)?.under(lock);
        let alive = last_alive(folder);
        let clock = clock.for_run_after(session.history().last_moment().run);
        let began = session.state().agenda.began().is_some();
        let mut sitting = Self {
            session,
            folder: folder.to_owned(),
            journal,
            clock,
            torn,
            sessions: None,
            told: None,
            unannounced: began.then_some(Event::Resumed { alive }),
        };
        redirect::clear(folder, None);
        if sitting.session.state().closed.is_none() {
            sitting.announce(sitting.clock.now())?;
        }
        Ok(sitting)
    }

    /// The sitting on a computer with these sessions: they are told where it goes, should its own folder be gone by then.
    #[must_use]
    pub fn on_computer(mut self, library: &SessionStore) -> Self {
        redirect::clear(&self.folder, Some(library.folder()));
        self.sessions = Some(library.folder().to_owned());
        self
    }

    /// Carries out a command: decides, writes it down durably, makes it count.
    ///
    /// # Errors
    /// When the session refuses it, or the disk.
    pub fn perform(&mut self, command: Command, now: ClockReading) -> Result<(), PerformError> {
        let events = self.session.decide(command, now)?;
        // A closed session is only touched once something is done to it.
        self.announce(now)?;
        self.write_down(events, now)?;
        Ok(())
    }

    /// Goes on in another folder, with every record so far; for when the disk does not take any more. What lies there
    /// from before stays; the session's folder then gets a number behind its name.
    ///
    /// # Errors
    /// When that folder cannot be written either; the session then stays where it is.
    pub fn move_to(&mut self, parent: &Path) -> io::Result<PathBuf> {
        let folder = free_folder(parent, &super::id_of(&self.folder))?;
        private_fs::folder(&folder)?;
        let lock = match DeskLock::take(&folder, self.clock.now().wall) {
            Ok(lock) => lock,
            Err(LockError::Io(error)) => return Err(error),
            Err(LockError::Held(_)) => return Err(io::Error::from(io::ErrorKind::ResourceBusy)),
        };
        let path = folder.join(journal::FILE_NAME);
        self.journal.move_to(&path, lock)?;
        redirect::clear(&folder, self.sessions.as_deref());
        // Only the hall's view needs it, and it can be opened again on the new folder.
        let _ = redirect::put(&self.folder, &folder, self.sessions.as_deref());
        self.folder.clone_from(&folder);
        self.told = None;
        self.tell_standing();
        Ok(folder)
    }

    /// Makes sure that the journal at its path is still the one that is written, and the lock this desk's. True when another
    /// file with the same records lies there since the last time, and is the one that is written from now on.
    ///
    /// # Errors
    /// How it differs. Nothing is written then until the journal is written anew or goes on elsewhere.
    pub fn watch(&mut self) -> Result<bool, Mismatch> {
        self.journal.check()?;
        Ok(self.journal.was_reopened())
    }

    /// Writes the whole journal anew in its place, from memory, and takes the lock again. Returns where what lay there is
    /// kept.
    ///
    /// # Errors
    /// When another desk has the lock, or the folder cannot be written.
    pub fn write_anew(&mut self, now: Wall) -> Result<Option<PathBuf>, LockError> {
        private_fs::folder(&self.folder)?;
        let lock = match self.journal.check() {
            Ok(()) => None,
            Err(_) => self.journal.lock_anew(&self.folder, now)?,
        };
        let kept = self.journal.write_anew(now, lock)?;
        self.told = None;
        self.tell_standing();
        Ok(kept)
    }

    /// Leaves a sign of life, by which the next run knows how long this one lived.
    pub fn sign_of_life(&self, now: Wall) {
        // Without it the last record tells; it is not worth an error.
        let _ = private_fs::write(&self.folder.join(ALIVE_NAME), now.to_rfc3339().as_bytes());
    }

    /// The columns and rows of the hall's window, as the hall's own view wrote them down.
    #[must_use]
    pub fn hall_window(&self) -> Option<(u16, u16)> {
        let text = std::fs::read_to_string(self.folder.join(HALL_NAME)).ok()?;
        let (columns, rows) = text.trim().split_once(' ')?;
        Some((columns.parse().ok()?, rows.parse().ok()?))
    }

    fn tell_standing(&mut self) {
        let standing = Standing::of(&self.session);
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

    /// The clock of this sitting, for tests that move it.
    pub fn clock_mut(&mut self) -> &mut Clock {
        &mut self.clock
    }

    fn announce(&mut self, now: ClockReading) -> io::Result<()> {
        if let Some(event) = &self.unannounced {
            self.write_down(vec![event.clone()], now)?;
            self.unannounced = None;
        }
        Ok(())
    }

    fn write_down(&mut self, events: Vec<Event>, now: ClockReading) -> io::Result<()> {
        let record = self.session.record(events, now);
        self.journal.append(&record)?;
        self.session.apply(record);
        // The home screen is right also when this run does not end well.
        self.tell_standing();
        Ok(())
    }
}

impl Drop for OpenSession {
    fn drop(&mut self) {
        self.told = None;
        self.tell_standing();
        write_words(&self.session, &self.folder);
    }
}

/// The session that the whole records of a journal amount to.
///
/// # Errors
/// When there is no whole record, or the first opens no session.
pub fn session_of(reading: &journal::Reading) -> Result<Session, OpenError> {
    let mut records = reading.records.iter().cloned();
    let Some(Ok(mut session)) = records.next().map(Session::open) else {
        return Err(OpenError::Empty(reading.torn.clone()));
    };
    session.apply_all(records);
    Ok(session)
}

/// A folder without a journal: one of this name, or with a number behind it.
fn free_folder(parent: &Path, name: &str) -> io::Result<PathBuf> {
    std::iter::once(parent.join(name))
        .chain((2..1000).map(|number| parent.join(format!("{name}-{number}"))))
        .find(|folder| !folder.join(journal::FILE_NAME).exists())
        .ok_or_else(|| io::Error::from(io::ErrorKind::AlreadyExists))
}

fn last_alive(folder: &Path) -> Option<Wall> {
    Wall::parse_from_rfc3339(
        std::fs::read_to_string(folder.join(ALIVE_NAME))
            .ok()?
            .trim(),
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::regulation::profiles;
    use crate::domain::session::plan::Plan;
    use crate::store::sessions::Purpose;

    const PLAN: &str = r#"(
        regulation: "dien-bien", title: "Đối thoại", level: Commune, held: "2026-11-25T08:00:00",
        place: "Nhà văn hóa", body: "UBND xã", layout: State, chair: (name: "Nguyễn Văn An", office: "Chủ tịch"),
        lead_agency: "Văn phòng", agencies: [],
    )"#;

    #[test]
    fn when_the_disk_takes_nothing_the_state_has_not_moved_and_another_disk_helps() {
        let data = tempfile::tempdir().unwrap();
        let clock = Clock::by_hand("2026-11-25T08:00:00+07:00".parse().unwrap());
        let plan: Plan = ron::from_str(PLAN).unwrap();
        let regulation = profiles::load("dien-bien", None).unwrap();
        let folder = SessionStore::at(data.path())
            .create(plan, regulation, Purpose::Held, &clock)
            .unwrap();
        let path = folder.join(journal::FILE_NAME);
        let mut sitting = OpenSession::open(&folder, clock).unwrap();
        let next =
            |sitting: &OpenSession| sitting.session().next().command(sitting.session()).unwrap();
        let (now, _) = sitting.now();
        sitting.perform(next(&sitting), now).unwrap();

        sitting.journal.lose_the_disk(&path);
        let before = sitting.session().clone();
        let tried = sitting.perform(next(&sitting), now);
        assert!(matches!(tried, Err(PerformError::NotWritten(_))));
        assert_eq!(sitting.session(), &before);
        assert_eq!(sitting.saved(), Seq(2));

        let stick = tempfile::tempdir().unwrap();
        let moved = sitting.move_to(stick.path()).unwrap();
        assert_eq!(sitting.session(), &before);
        sitting.perform(next(&sitting), now).unwrap();
        drop(sitting);
        let reading = journal::read(&moved.join(journal::FILE_NAME)).unwrap();
        assert_eq!(reading.records.len(), 3);
        // And once there is room on the first disk again, it goes on there as well.
        let clock = Clock::by_hand(now.wall);
        let mut sitting = OpenSession::open(&folder, clock).unwrap();
        sitting.journal.lose_the_disk(&path);
        assert!(sitting.perform(next(&sitting), now).is_err());
        sitting.journal.find_the_disk(&path);
        sitting.perform(next(&sitting), now).unwrap();
    }
}
