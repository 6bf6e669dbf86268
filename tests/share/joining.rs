//! From the desk to another computer and back.

use doithoai::domain::request::{Request, StationCommand, StationKind};
use doithoai::store::clock::Clock;
use doithoai::store::inbox::{DeskSign, Inbox};

use crate::engines::{engine, until};
use crate::hall::Desk;
use crate::program::{HALL, Joined, Share, notes, shared_with, waits_for};

#[test]
fn a_venue_has_the_same_journal_byte_for_byte_and_its_requests_come_back_answered() {
    let Some((mut desk, _share, joined)) = shared_with(StationKind::Venue) else {
        return;
    };
    joined.has_the_journal_of(&desk);
    // when the desk goes on
    desk.goes_on_until(|session| session.history().last_seq().0 > 5);
    joined.has_the_journal_of(&desk);
    // and somebody registers there
    let request = joined.registers("Bà Lò Thị Mỷ");
    waits_for(&desk, &request);
    desk.takes_requests();
    joined.is_answered(&request);
    joined.has_the_journal_of(&desk);
    let journal = std::fs::read_to_string(joined.folder.join("journal.ron")).unwrap();
    assert!(journal.contains(&joined.station(StationKind::Venue).0));
    // the same request once more is answered, not repeated
    let lines = desk.open.session().history().last_seq();
    Inbox::of(&joined.folder).append(&request).unwrap();
    desk.takes_requests();
    assert_eq!(desk.open.session().history().last_seq(), lines);
}

#[test]
fn a_venue_without_a_connection_keeps_what_it_asks_and_sends_it_when_it_is_back() {
    let Some(engine) = engine() else { return };
    let mut desk = Desk::of_sample();
    let mut share = Share::of(&desk, &engine);
    let joined = Joined::to(&share, StationKind::Venue);
    joined.has_the_journal_of(&desk);
    // given that the sharing ended, the engine with it
    assert!(share.ends().success());
    let asked: Vec<Request> = ["Bà Một", "Ông Hai", "Chị Ba"]
        .map(|name| joined.registers(name))
        .into();
    // when that computer is started anew, too, and the connection comes back
    let port = share.port();
    let (data, name) = (joined.data, share.name.clone());
    drop(joined.session);
    drop(share);
    let share = Share::at(desk.data.path(), &name, &engine, port);
    let joined = Joined::on(data, &share, StationKind::Venue);
    for request in &asked {
        waits_for(&desk, request);
    }
    desk.takes_requests();
    for request in &asked {
        joined.is_answered(request);
    }
    joined.has_the_journal_of(&desk);
    // then they came in the order in which they were asked
    let queue = &desk.open.session().state().queue;
    let names: Vec<String> = queue
        .people()
        .iter()
        .map(|person| person.registration.name.clone())
        .collect();
    assert!(names.ends_with(&["Bà Một".into(), "Ông Hai".into(), "Chị Ba".into()]));
}

#[test]
fn a_station_hears_whether_the_desk_runs() {
    let Some((mut desk, share, joined)) = shared_with(StationKind::Secretary) else {
        return;
    };
    let clock = Clock::system();
    desk.open.sign_of_life(clock.now().wall);
    notes(&mut desk, "Bàn điều hành đang làm việc");
    until("the desk is heard of", || {
        let now = clock.now().wall;
        desk.open.sign_of_life(now);
        DeskSign::of(&joined.folder, now) == DeskSign::Runs
    });
    // and when nothing is heard any more, that is told as what it is
    drop(share);
    let later = clock.now().wall + chrono::TimeDelta::minutes(1);
    assert_eq!(DeskSign::of(&joined.folder, later), DeskSign::Unheard);
}

#[test]
fn two_computers_in_one_hall_take_back_their_own_acts_only() {
    let Some(engine) = engine() else { return };
    let mut desk = Desk::of_sample();
    let share = Share::of(&desk, &engine);
    let (first, second) = (
        Joined::to(&share, StationKind::Venue),
        Joined::to(&share, StationKind::Venue),
    );
    // given two that were joined by the same words, each with its own name that it keeps
    assert_ne!(first.session.label, second.session.label);
    for joined in [&first, &second] {
        assert!(joined.session.label.starts_with(HALL));
        assert_eq!(joined.session.hall.as_deref(), Some(HALL));
    }
    for (joined, name) in [(&first, "Bà Một"), (&second, "Ông Hai")] {
        let request = joined.registers(name);
        waits_for(&desk, &request);
        desk.takes_requests();
        joined.is_answered(&request);
    }
    // when the first takes back, though the second did the last act
    let seen = desk.open.session().history().last_seq();
    let station = first.station(StationKind::Venue);
    let request = first.asks(station, StationCommand::Undo, seen);
    waits_for(&desk, &request);
    desk.takes_requests();
    first.is_answered(&request);
    // then it is its own act
    let people = desk.open.session().state().queue.people();
    let names: Vec<&str> = people
        .iter()
        .map(|person| person.registration.name.as_str())
        .collect();
    assert!(
        names.contains(&"Ông Hai") && !names.contains(&"Bà Một"),
        "{names:?}"
    );
    // and when that computer is started anew, it is the same station
    let label = first.session.label.clone();
    drop(first.session);
    let again = Joined::on(first.data, &share, StationKind::Venue);
    assert_eq!(again.session.label, label);
}
