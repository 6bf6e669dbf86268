//! A session at work: one desk at a time, every act on disk, moving to another disk, closing and coming back.

use chrono::TimeDelta;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::event::{Event, Seq};
use doithoai::domain::session::next::Next;
use doithoai::store::clock::Clock;
use doithoai::store::journal::{self, LockError, read};
use doithoai::store::sessions::{OpenError, OpenSession, PerformError};

use crate::journal::given::{Place, clock, names, note, perform, register, spaces, wall};

#[test]
fn an_act_is_on_disk_before_it_counts() {
    let place = Place::laid_down();
    let mut sitting = place.open();
    for number in 1..4 {
        spaces(&mut sitting, 1);
        let on_disk = read(&place.journal()).unwrap();
        assert_eq!(on_disk.records.len(), number + 1);
        assert_eq!(sitting.saved(), Seq(number as u64 + 1));
    }
    // A refused act writes nothing.
    let before = place.bytes();
    let (now, _) = sitting.now();
    let refused = sitting.perform(Command::EndFloor, now);
    assert!(matches!(refused, Err(PerformError::Refused(_))));
    assert_eq!(place.bytes(), before);
}

#[test]
fn a_second_desk_is_told_who_has_the_session() {
    let place = Place::laid_down();
    let sitting = place.open();
    match OpenSession::open(&place.folder, clock()) {
        Err(OpenError::Lock(LockError::Held(Some(holder)))) => {
            assert_eq!(holder.process, std::process::id());
            assert_eq!(holder.since, wall());
        }
        other => panic!("{other:?}"),
    }
    drop(sitting);
    assert!(OpenSession::open(&place.folder, clock()).is_ok());
}

#[test]
fn the_list_of_sessions_knows_how_far_one_came_that_did_not_end_well() {
    let place = Place::laid_down();
    let mut sitting = place.open();
    spaces(&mut sitting, 3);
    // when the program is killed, and nothing of it runs any more
    let opening = sitting.session().present_step().unwrap().title.clone();
    std::mem::forget(sitting);
    // then the first screen does not say that it has not begun
    let listed = doithoai::store::sessions::list(&doithoai::store::sessions::SessionStore::at(
        place.data.path(),
    ));
    let standing = listed.first().unwrap().standing.as_ref().unwrap();
    assert_eq!(standing.step, Some(opening));
}

#[test]
fn a_session_goes_on_where_it_was() {
    let place = Place::laid_down();
    let mut sitting = place.open();
    spaces(&mut sitting, 9);
    assert!(sitting.session().state().floor().is_none());
    spaces(&mut sitting, 2);
    let speaking = sitting.session().state().floor().unwrap().clone();
    let (now, _) = sitting.now();
    sitting.sign_of_life(now.wall + TimeDelta::seconds(20));
    drop(sitting);
    let later = Clock::by_hand(now.wall + TimeDelta::seconds(60));
    let mut sitting = OpenSession::open(&place.folder, later).unwrap();
    let state = sitting.session().state();
    assert_eq!(state.floor(), Some(&speaking));
    let away = state.open_away().unwrap();
    assert_eq!(away.to.since(away.from).seconds(), 40);
    perform(&mut sitting, Command::JudgeAway { went_on: false });
    let (_, now) = sitting.now();
    let floor = sitting.session().state().floor().unwrap();
    assert_eq!(floor.lasted(now).seconds(), 20);
}

#[test]
fn a_closed_session_is_looked_at_without_a_trace_and_its_closing_can_be_undone() {
    let place = Place::laid_down();
    let mut sitting = place.open();
    // Nobody who registered came.
    let people = sitting.session().state().queue.people();
    let numbers: Vec<_> = people
        .iter()
        .map(|person| person.registration.number)
        .collect();
    for number in numbers {
        let standing = doithoai::domain::session::queue::Standing::Absent;
        perform(&mut sitting, Command::SetStanding { number, standing });
    }
    while sitting.session().next() != Next::Nothing {
        spaces(&mut sitting, 1);
    }
    let closed = sitting.session().state().closed.unwrap();
    drop(sitting);
    let bytes = place.bytes();
    drop(place.open());
    assert_eq!(place.bytes(), bytes);
    // Undone an hour later, the hour is one in which the program was away.
    let later = Clock::by_hand(closed.wall + TimeDelta::hours(1));
    let mut sitting = OpenSession::open(&place.folder, later).unwrap();
    perform(&mut sitting, Command::Undo);
    let state = sitting.session().state();
    assert_eq!(state.closed, None);
    assert_eq!(state.open_away().unwrap().from, closed);
    let records = read(&place.journal()).unwrap().records;
    let tail: Vec<&Event> = records
        .iter()
        .rev()
        .take(2)
        .flat_map(|record| &record.events)
        .collect();
    assert!(matches!(
        tail[..],
        [Event::Undone { .. }, Event::Resumed { .. }]
    ));
}

#[test]
fn moving_to_another_disk_carries_everything() {
    let place = Place::with_acts();
    let mut sitting = place.open();
    let before = sitting.session().clone();
    let old = place.bytes();
    let stick = tempfile::tempdir().unwrap();
    let folder = sitting.move_to(stick.path()).unwrap();
    assert_eq!(sitting.folder(), folder);
    assert_eq!(sitting.session(), &before);
    assert_eq!(std::fs::read(folder.join(journal::FILE_NAME)).unwrap(), old);
    // What comes now is written there, and the old folder stays as it was.
    note(&mut sitting, "trên USB");
    drop(sitting);
    assert_eq!(place.bytes(), old);
    let sitting = OpenSession::open(&folder, clock()).unwrap();
    assert_eq!(sitting.session().state().notes.len(), 3);
    // And nobody goes on there by mistake.
    let left = OpenSession::open(&place.folder, clock());
    assert!(matches!(left, Err(OpenError::Moved(to)) if to == folder));
    assert_eq!(place.bytes(), old);
}

#[test]
fn moving_never_takes_the_place_of_a_session_that_lies_there() {
    let place = Place::with_acts();
    let stick = tempfile::tempdir().unwrap();
    let mut sitting = place.open();
    let first = sitting.move_to(stick.path()).unwrap();
    drop(sitting);
    let bytes = std::fs::read(first.join(journal::FILE_NAME)).unwrap();
    // Whoever wants the old folder back takes away what says that it was left.
    std::fs::remove_file(place.folder.join("desk.moved")).unwrap();
    let mut sitting = place.open();
    let second = sitting.move_to(stick.path()).unwrap();
    assert_ne!(first, second);
    assert_eq!(
        std::fs::read(first.join(journal::FILE_NAME)).unwrap(),
        bytes
    );
    // Nor does it move onto itself.
    let third = sitting.move_to(stick.path()).unwrap();
    assert_eq!(names(stick.path()).len(), 3);
    assert_ne!(second, third);
}

#[test]
fn a_move_that_fails_leaves_the_session_where_it_is() {
    let place = Place::with_acts();
    let mut sitting = place.open();
    let file = place.data.path().join("no folder");
    std::fs::write(&file, "").unwrap();
    assert!(sitting.move_to(&file).is_err());
    assert_eq!(sitting.folder(), place.folder);
    note(&mut sitting, "vẫn ở đây");
    drop(sitting);
    assert_eq!(place.open().session().state().notes.len(), 3);
}

#[test]
fn a_session_that_did_not_begin_comes_back_without_a_gap() {
    let place = Place::laid_down();
    let mut sitting = place.open();
    register(&mut sitting, "Giàng A Súa");
    drop(sitting);
    let sitting = place.open();
    assert_eq!(sitting.session().state().queue.people().len(), 3);
    assert!(sitting.session().state().aways.is_empty());
}

#[cfg(unix)]
#[test]
fn files_are_private_to_the_user() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::with_acts();
    let stick = tempfile::tempdir().unwrap();
    let moved = place.open().move_to(stick.path()).unwrap();
    for folder in [&place.folder, &moved] {
        let mode = |path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(folder.clone()), 0o700);
        assert_eq!(mode(folder.join(journal::FILE_NAME)), 0o600);
    }
}
