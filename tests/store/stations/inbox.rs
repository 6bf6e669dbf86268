//! The two files between the stations and the desk.

mod damage;

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;

use doithoai::domain::request::{
    Answer, AnswerWords, RegistrationForm, Request, RequestOutcome, StationCommand, StationKind,
};
use doithoai::domain::session::event::{RequestId, Seq};
use doithoai::store::inbox::{
    DeskSign, INBOX_NAME, Inbox, InboxError, JunkKind, LINE_LIMIT, OUTBOX_NAME, Outbox,
    OutboxFollower, RequestQueue, StationSeat,
};

use crate::journal::given::*;

pub fn request(id: &str, name: &str) -> Request {
    Request {
        id: RequestId(id.into()),
        station: StationKind::Registration.station(None),
        at: wall(),
        based_on: Seq(1),
        command: StationCommand::Register(RegistrationForm {
            name: name.into(),
            ..RegistrationForm::default()
        }),
    }
}

fn answer(id: &str) -> Answer {
    Answer {
        request: RequestId(id.into()),
        at: wall(),
        outcome: RequestOutcome::Refused,
        says: AnswerWords::default(),
    }
}

fn spill(path: &Path, bytes: &[u8]) {
    let mut file = OpenOptions::new()
        .append(true)
        .create(true)
        .open(path)
        .unwrap();
    file.write_all(bytes).unwrap();
}

fn waiting(queue: &mut RequestQueue) -> Vec<String> {
    let mut told = Vec::new();
    while let Some(next) = queue.next() {
        told.push(next.id.0.clone());
        let id = next.id.0.clone();
        queue.answer(&answer(&id)).unwrap();
    }
    told
}

#[test]
fn a_session_without_stations_has_neither_file_and_a_look_finds_nothing() {
    let place = Place::with_acts();
    let before = names(&place.folder);
    let mut queue = RequestQueue::of(&place.folder);
    assert!(queue.look().unwrap().is_empty());
    assert!(queue.next().is_none() && !queue.is_used() && !queue.is_busy());
    assert_eq!(names(&place.folder), before);
}

#[test]
fn requests_are_taken_in_order_and_each_once_however_often_it_is_written() {
    let place = Place::laid_down();
    let inbox = Inbox::of(&place.folder);
    for id in ["a", "b", "a", "c"] {
        inbox.append(&request(id, "Lò Thị Mỷ")).unwrap();
    }
    let mut queue = RequestQueue::of(&place.folder);
    queue.look().unwrap();
    assert_eq!(waiting(&mut queue), ["a", "b", "c"]);
    // Asked once more, and by a desk that was started anew.
    inbox.append(&request("b", "Lò Thị Mỷ")).unwrap();
    inbox.append(&request("d", "Lò Thị Mỷ")).unwrap();
    queue.look().unwrap();
    assert_eq!(waiting(&mut queue), ["d"]);
    let mut again = RequestQueue::of(&place.folder);
    again.look().unwrap();
    assert!(again.next().is_none());
}

#[test]
fn an_id_that_cannot_stand_in_a_journal_is_no_request() {
    let place = Place::laid_down();
    let inbox = Inbox::of(&place.folder);
    for id in ["", "a\u{1b}[31m", &"x".repeat(201), "a"] {
        inbox.append(&request(id, "Lò Thị Mỷ")).unwrap();
    }
    let mut queue = RequestQueue::of(&place.folder);
    let junk = queue.look().unwrap();
    let lines: Vec<u64> = junk.iter().map(|junk| junk.line).collect();
    assert_eq!(lines, [1, 2, 3]);
    assert!(junk.iter().all(|junk| junk.kind == JunkKind::BadId));
    assert_eq!(waiting(&mut queue), ["a"]);
}

#[test]
fn a_thousand_requests_are_read_in_pieces_and_none_is_left_out() {
    let place = Place::laid_down();
    let path = place.folder.join(INBOX_NAME);
    let mut all = String::new();
    for id in 0..1000 {
        let line = ron::to_string(&request(&id.to_string(), &"Mỷ".repeat(200))).unwrap();
        all.push_str(&line);
        all.push('\n');
    }
    std::fs::write(&path, &all).unwrap();
    let mut queue = RequestQueue::of(&place.folder);
    let mut looks = 0;
    loop {
        queue.look().unwrap();
        looks += 1;
        if looks * LINE_LIMIT > 2 * all.len() {
            break;
        }
    }
    let mut next = 0;
    while let Some(request) = queue.next() {
        assert_eq!(request.id.0, next.to_string());
        let id = request.id.0.clone();
        next += 1;
        if next < 20 {
            queue.answer(&answer(&id)).unwrap();
        } else {
            break;
        }
    }
    assert!(looks > 3 && queue.is_busy());
}

#[test]
fn a_request_that_is_too_long_is_not_written() {
    let place = Place::laid_down();
    let tried = Inbox::of(&place.folder).append(&request("a", &"x".repeat(LINE_LIMIT)));
    assert!(matches!(tried, Err(InboxError::TooLong(_))), "{tried:?}");
    assert!(!place.folder.join(INBOX_NAME).exists());
}

#[test]
fn two_stations_that_write_at_once_lose_no_line() {
    let place = Place::laid_down();
    std::thread::scope(|scope| {
        for station in ["a", "b", "c"] {
            let inbox = Inbox::of(&place.folder);
            scope.spawn(move || {
                for number in 0..40 {
                    inbox
                        .append(&request(&format!("{station}{number}"), "Lò Thị Mỷ"))
                        .unwrap();
                }
            });
        }
    });
    let mut queue = RequestQueue::of(&place.folder);
    assert!(queue.look().unwrap().is_empty());
    let mut seen = std::collections::BTreeSet::new();
    let text = std::fs::read_to_string(place.folder.join(INBOX_NAME)).unwrap();
    for line in text.lines() {
        let request: Request = ron::from_str(line).unwrap();
        assert!(seen.insert(request.id.0));
    }
    assert_eq!(seen.len(), 120);
}

#[cfg(unix)]
#[test]
fn both_files_are_the_user_s_own_and_a_link_in_their_place_is_not_followed() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::laid_down();
    Inbox::of(&place.folder)
        .append(&request("a", "Lò Thị Mỷ"))
        .unwrap();
    Outbox::of(&place.folder).append(&answer("a")).unwrap();
    for name in [INBOX_NAME, OUTBOX_NAME] {
        let mode = std::fs::metadata(place.folder.join(name))
            .unwrap()
            .permissions();
        assert_eq!(mode.mode() & 0o777, 0o600, "{name}");
    }
    let elsewhere = place.data.path().join("elsewhere");
    std::fs::write(&elsewhere, b"mine\n").unwrap();
    std::fs::remove_file(place.folder.join(INBOX_NAME)).unwrap();
    std::os::unix::fs::symlink(&elsewhere, place.folder.join(INBOX_NAME)).unwrap();
    assert!(
        Inbox::of(&place.folder)
            .append(&request("b", "Lò Thị Mỷ"))
            .is_err()
    );
    assert_eq!(std::fs::read(&elsewhere).unwrap(), b"mine\n");
}

#[test]
fn answers_are_followed_as_they_come_and_a_torn_one_is_none() {
    let place = Place::laid_down();
    let outbox = Outbox::of(&place.folder);
    let mut follower = OutboxFollower::of(&place.folder);
    assert_eq!(follower.look().unwrap(), (Vec::new(), false));
    outbox.append(&answer("a")).unwrap();
    assert_eq!(follower.look().unwrap().0, [answer("a")]);
    spill(&place.folder.join(OUTBOX_NAME), b"(request:\"b\",at:\"20");
    assert_eq!(follower.look().unwrap().0, []);
    outbox.append(&answer("b")).unwrap();
    assert_eq!(follower.look().unwrap().0, [answer("b")]);
    assert_eq!(outbox.answered().unwrap().len(), 2);
}

#[test]
fn two_stations_of_one_kind_have_two_names() {
    let place = Place::laid_down();
    let first = StationSeat::take(&place.folder, StationKind::Registration, None).unwrap();
    let second = StationSeat::take(&place.folder, StationKind::Registration, None).unwrap();
    let venue = StationSeat::take(&place.folder, StationKind::Venue, Some("a/b")).unwrap();
    assert_eq!(first.station().0, "registration");
    assert_eq!(second.station().0, "registration-2");
    assert_eq!(venue.station().0, "venue-a/b");
    drop(first);
    let again = StationSeat::take(&place.folder, StationKind::Registration, None).unwrap();
    assert_eq!(again.station().0, "registration");
}

#[test]
fn a_station_sees_whether_the_desk_runs() {
    let place = Place::laid_down();
    assert_eq!(DeskSign::of(&place.folder, wall()), DeskSign::Silent);
    let sitting = place.open();
    sitting.sign_of_life(wall());
    assert_eq!(DeskSign::of(&place.folder, wall()), DeskSign::Runs);
    let later = wall() + chrono::TimeDelta::seconds(60);
    assert_eq!(DeskSign::of(&place.folder, later), DeskSign::Silent);
    drop(sitting);
    assert_eq!(DeskSign::of(&place.folder, wall()), DeskSign::Silent);
}

#[test]
fn where_the_answers_cannot_be_read_the_requests_wait_and_none_is_passed_over() {
    let place = Place::laid_down();
    let outbox = place.folder.join(OUTBOX_NAME);
    // given a folder in the place of the answers, and a desk that was opened just now
    std::fs::create_dir(&outbox).unwrap();
    let inbox = Inbox::of(&place.folder);
    inbox.append(&request("a", "Lò Thị Mỷ")).unwrap();
    let mut queue = RequestQueue::of(&place.folder);
    for _ in 0..2 {
        assert!(queue.look().is_err());
        assert!(queue.next().is_none());
    }
    // when somebody takes it away, then what was asked meanwhile is there
    std::fs::remove_dir(&outbox).unwrap();
    inbox.append(&request("b", "Lò Thị Mỷ")).unwrap();
    queue.look().unwrap();
    assert_eq!(waiting(&mut queue), ["a", "b"]);
}

#[test]
fn a_flood_of_requests_is_held_in_pieces_and_all_are_taken() {
    let place = Place::laid_down();
    let path = place.folder.join(INBOX_NAME);
    let lines: Vec<String> = (0..5000)
        .map(|number| ron::to_string(&request(&format!("r{number}"), "Lò Thị Mỷ")).unwrap() + "\n")
        .collect();
    spill(&path, lines.concat().as_bytes());
    let mut queue = RequestQueue::of(&place.folder);
    let mut most = 0;
    for _ in 0..100 {
        assert!(queue.look().unwrap().is_empty());
        most = most.max(queue.count());
    }
    // A piece of the file may hold more than the bound; the next one is not read before these are answered.
    assert!((1000..3000).contains(&most), "{most}");
    let mut taken = 0;
    while queue.is_busy() {
        taken += waiting(&mut queue).len();
        queue.look().unwrap();
    }
    assert_eq!(taken, 5000);
}

#[test]
fn a_name_that_a_screen_would_not_show_is_no_id() {
    let place = Place::laid_down();
    let inbox = Inbox::of(&place.folder);
    for id in ["a\u{202e}b", "a\u{200b}", " a", "a"] {
        inbox.append(&request(id, "Lò Thị Mỷ")).unwrap();
    }
    let mut queue = RequestQueue::of(&place.folder);
    let lines: Vec<u64> = queue.look().unwrap().iter().map(|junk| junk.line).collect();
    assert_eq!(lines, [1, 2, 3]);
    assert_eq!(waiting(&mut queue), ["a"]);
}

#[test]
fn a_station_keeps_its_name_where_the_session_goes_on_and_never_shares_it() {
    let place = Place::laid_down();
    let elsewhere = place.data.path().join("elsewhere");
    std::fs::create_dir(&elsewhere).unwrap();
    let secretary = |folder| StationSeat::take(folder, StationKind::Secretary, None).unwrap();
    let along = |seat: &StationSeat, folder| {
        seat.taken_along(folder, StationKind::Secretary, None)
            .unwrap()
    };
    // given a secretary whose session goes on elsewhere
    let mut first = secretary(&place.folder);
    first = along(&first, &elsewhere);
    assert_eq!(first.station().0, "secretary");
    // when another one comes there, then it has another name
    let second = secretary(&elsewhere);
    assert_eq!(second.station().0, "secretary-2");
    // and whoever comes late finds the name taken, and has another one
    let late = secretary(&place.folder);
    assert_eq!(late.station().0, "secretary");
    assert_eq!(along(&late, &elsewhere).station().0, "secretary-3");
    // On Windows the file of a name that is held stays until its holder goes.
    if cfg!(windows) {
        return;
    }
    // A name whose file was taken away is held all the same.
    for entry in std::fs::read_dir(&elsewhere).unwrap() {
        std::fs::remove_file(entry.unwrap().path()).unwrap();
    }
    first.hold_on(&elsewhere);
    assert_eq!(secretary(&elsewhere).station().0, "secretary-2");
    first.hold_on(&elsewhere);
    assert_eq!(secretary(&elsewhere).station().0, "secretary-2");
}
