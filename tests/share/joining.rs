//! From the desk to another computer and back.

use doithoai::domain::request::{RegistrationForm, Request, StationCommand, StationKind};
use doithoai::domain::session::command::Command as DeskCommand;
use doithoai::store::clock::Clock;
use doithoai::store::inbox::{DeskSign, INBOX_NAME, Inbox, OUTBOX_NAME};

use crate::engines::{Joined, Share, engine, until};
use crate::hall::Desk;

/// What somebody at the station asks, as its own screen writes it.
pub fn registers(joined: &Joined, station: &str, name: &str) -> Request {
    let station = doithoai::domain::session::event::StationId(station.into());
    let now = Clock::system().now().wall;
    let request = Request {
        id: Inbox::new_id(&station, now),
        station,
        at: now,
        based_on: doithoai::domain::session::event::Seq(1),
        command: StationCommand::Register(RegistrationForm {
            name: name.into(),
            ..RegistrationForm::default()
        }),
    };
    Inbox::of(&joined.folder).append(&request).unwrap();
    request
}

pub fn waits_for(desk: &Desk, request: &Request) {
    until("the request lies at the desk", || {
        std::fs::read_to_string(desk.folder.join(INBOX_NAME))
            .is_ok_and(|inbox| inbox.contains(&request.id.0))
    });
}

pub fn is_answered(joined: &Joined, request: &Request) {
    until("the answer is back", || {
        std::fs::read_to_string(joined.folder.join(OUTBOX_NAME))
            .is_ok_and(|outbox| outbox.contains(&request.id.0))
    });
}

#[test]
fn a_venue_has_the_same_journal_byte_for_byte_and_its_requests_come_back_answered() {
    let Some(engine) = engine() else { return };
    let mut desk = Desk::of_sample();
    let share = Share::of(&desk, &engine);
    let joined = Joined::to(&share, StationKind::Venue);
    joined.has_the_journal_of(&desk);
    // when the desk goes on
    desk.goes_on_until(|session| session.history().last_seq().0 > 5);
    joined.has_the_journal_of(&desk);
    // and somebody registers there
    let request = registers(&joined, "venue-Bản Lếch", "Bà Lò Thị Mỷ");
    waits_for(&desk, &request);
    desk.takes_requests();
    is_answered(&joined, &request);
    joined.has_the_journal_of(&desk);
    let journal = std::fs::read_to_string(joined.folder.join("journal.ron")).unwrap();
    assert!(journal.contains("venue-Bản Lếch"));
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
        .map(|name| registers(&joined, "venue-Bản Lếch", name))
        .into();
    // when that computer is started anew, too, and the connection comes back
    let port = share
        .url("hall")
        .rsplit(':')
        .next()
        .unwrap()
        .parse()
        .unwrap();
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
        is_answered(&joined, request);
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
    let Some(engine) = engine() else { return };
    let mut desk = Desk::of_sample();
    let share = Share::of(&desk, &engine);
    let joined = Joined::to(&share, StationKind::Secretary);
    let clock = Clock::system();
    desk.open.sign_of_life(clock.now().wall);
    desk.does(DeskCommand::Note {
        text: "Bàn điều hành đang làm việc".into(),
        item: None,
    });
    until("the desk is heard of", || {
        let now = clock.now().wall;
        desk.open.sign_of_life(now);
        DeskSign::of(&joined.folder, now) == DeskSign::of(&desk.folder, now)
            && joined.folder.join("far-desk.ron").exists()
    });
}
