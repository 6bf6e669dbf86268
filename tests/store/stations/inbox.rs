//! The two files between the stations and the desk.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;

use doithoai::domain::i18n::Lang;
use doithoai::domain::request::{
    Answer, AnswerWords, RegistrationForm, Request, RequestOutcome, StationCommand, StationKind,
};
use doithoai::domain::session::event::{RequestId, Seq};
use doithoai::store::inbox::{
    DeskSign, INBOX_NAME, Inbox, InboxError, JunkKind, LINE_LIMIT, OUTBOX_NAME, Outbox,
    OutboxFollower, RequestQueue, StationSeat,
};

use proptest::prelude::*;

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
fn what_is_no_request_is_told_and_passed_over() {
    let place = Place::laid_down();
    let path = place.folder.join(INBOX_NAME);
    let inbox = Inbox::of(&place.folder);
    inbox.append(&request("a", "Lò Thị Mỷ")).unwrap();
    spill(&path, b"hello\n");
    spill(&path, b"(id:\"x\",station:\"\xff\")\n\n");
    spill(&path, &vec![b'x'; LINE_LIMIT + 5]);
    spill(&path, b"\n");
    let long = request("b", &"Mỷ".repeat(300));
    inbox.append(&long).unwrap();
    spill(&path, b"(id:\"torn\",station:\"regi");
    inbox.append(&request("c", "Lò Thị Mỷ")).unwrap();

    let mut queue = RequestQueue::of(&place.folder);
    let mut junk = queue.look().unwrap();
    while queue.is_busy() && queue.next().is_none() {
        junk.extend(queue.look().unwrap());
    }
    let kinds: Vec<(u64, bool)> = junk
        .iter()
        .map(|junk| (junk.line, matches!(junk.kind, JunkKind::NotUnderstood(_))))
        .collect();
    // Line 2 says hello, 3 is no text, 5 is too long, 7 was torn off.
    assert_eq!(
        kinds,
        [(2, true), (3, false), (5, false), (7, true)],
        "{junk:?}"
    );
    assert_eq!(junk[1].kind, JunkKind::NotUtf8);
    assert_eq!(junk[2].kind, JunkKind::TooLong);
    assert_eq!(waiting(&mut queue), ["a", "b", "c"]);
}

/// What a line can become on its way: what is done to it, and whether it is a request still.
type Change = (&'static str, fn(&str) -> Vec<u8>, bool);

const CHANGES: &[Change] = &[
    ("as it was", |line| line.as_bytes().to_vec(), true),
    (
        "a carriage return behind it",
        |line| format!("{line}\r").into(),
        true,
    ),
    (
        "blanks around it",
        |line| format!("  {line}\t").into(),
        true,
    ),
    (
        "a comment behind it",
        |line| format!("{line} // ngoài lề").into(),
        true,
    ),
    (
        "a mark of byte order before it",
        |line| format!("\u{feff}{line}").into(),
        false,
    ),
    ("nothing", |_| Vec::new(), true),
    ("blanks alone", |_| b"   ".to_vec(), true),
    (
        "cut in its middle",
        |line| line.as_bytes()[..line.len() / 2].to_vec(),
        false,
    ),
    (
        "without its first sign",
        |line| line.as_bytes()[1..].to_vec(),
        false,
    ),
    (
        "twice in one line",
        |line| format!("{line}{line}").into(),
        false,
    ),
    (
        "a sign of no text in it",
        |line| line.replace("Mỷ", "M\0ỷ").into(),
        true,
    ),
    (
        "Windows-1258",
        |line| {
            line.replace('ỷ', "\u{fffd}")
                .chars()
                .map(|c| u8::try_from(c).unwrap_or(0xff))
                .collect()
        },
        false,
    ),
    (
        "UTF-16",
        |line| {
            line.encode_utf16()
                .flat_map(u16::to_le_bytes)
                .filter(|byte| *byte != b'\n')
                .collect()
        },
        false,
    ),
    (
        "JSON",
        |_| br#"{"id":"m","command":"Register"}"#.to_vec(),
        false,
    ),
    (
        "a command of tomorrow",
        |line| line.replace("Register(", "Teleport(").into(),
        false,
    ),
    (
        "a field of tomorrow",
        |line| line.replacen('(', "(tomorrow:1,", 1).into(),
        true,
    ),
    (
        "a field missing",
        |line| line.replacen("based_on", "baset_on", 1).into(),
        false,
    ),
    (
        "a number where a text is",
        |line| line.replacen("\"m\"", "5", 1).into(),
        false,
    ),
    (
        "a number too large",
        |line| {
            line.replacen("based_on:1", "based_on:99999999999999999999999", 1)
                .into()
        },
        false,
    ),
    (
        "a negative number",
        |line| line.replacen("based_on:1", "based_on:-1", 1).into(),
        false,
    ),
    (
        "a day that does not exist",
        |line| line.replacen("2026-", "2026-99-", 1).into(),
        false,
    ),
    ("deeply nested", |_| "(".repeat(5000).into(), false),
    ("a list of nothing", |_| b"[[[[]]]]".to_vec(), false),
    ("a text that never ends", |_| b"(id:\"".to_vec(), false),
    (
        "signs that steer a terminal",
        |_| b"\x1b[2J\x1b]0;a\x07".to_vec(),
        false,
    ),
];

#[test]
fn whatever_became_of_a_line_those_beside_it_are_read() {
    for (what, change, is_one) in CHANGES {
        let place = Place::laid_down();
        let path = place.folder.join(INBOX_NAME);
        let inbox = Inbox::of(&place.folder);
        inbox.append(&request("a", "Lò Thị Mỷ")).unwrap();
        let line = ron::to_string(&request("m", "Lò Thị Mỷ")).unwrap();
        let changed = change(&line);
        spill(&path, &changed);
        spill(&path, b"\n");
        inbox.append(&request("z", "Lò Thị Mỷ")).unwrap();
        let mut queue = RequestQueue::of(&place.folder);
        let junk = queue.look().unwrap();
        // what is none is told with its number, and once
        assert_eq!(junk.is_empty(), *is_one, "{what}: {junk:?}");
        assert!(
            junk.iter().all(|junk| junk.line == 2) && junk.len() < 2,
            "{what}: {junk:?}"
        );
        let taken = waiting(&mut queue);
        let others: Vec<&String> = taken.iter().filter(|id| *id != "m").collect();
        assert_eq!(others, ["a", "z"], "{what}");
        assert_eq!(queue.look().unwrap(), [], "{what}");
        // and in words that no library wrote
        for lang in [Lang::Vi, Lang::En] {
            let words = doithoai::tui::desk::words::SOURCES.read(lang);
            let told = doithoai::tui::desk::messages::of_junk(&junk, &words);
            assert_eq!(told.is_none(), *is_one, "{what}");
            let told = told.unwrap_or_default();
            assert!(
                !told.contains('\u{1b}') && !told.to_lowercase().contains("expected"),
                "{told}"
            );
        }
    }
}

proptest! {
    #[test]
    fn whatever_bytes_come_between_requests_are_read_and_nothing_else_is(
        bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300),
    ) {
        let place = Place::laid_down();
        let path = place.folder.join(INBOX_NAME);
        let inbox = Inbox::of(&place.folder);
        inbox.append(&request("a", "Lò Thị Mỷ")).unwrap();
        spill(&path, &bytes);
        spill(&path, b"\n");
        inbox.append(&request("z", "Lò Thị Mỷ")).unwrap();
        let mut queue = RequestQueue::of(&place.folder);
        queue.look().unwrap();
        prop_assert_eq!(waiting(&mut queue), ["a", "z"]);
    }
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
fn a_line_that_is_still_being_written_is_waited_for_wherever_it_is_cut() {
    let place = Place::laid_down();
    let path = place.folder.join(INBOX_NAME);
    let line = format!("{}\n", ron::to_string(&request("a", "Lò Thị Mỷ")).unwrap());
    let without_break = line.len() - 1;
    for cut in 1..line.len() {
        let _ = std::fs::remove_file(&path);
        let mut queue = RequestQueue::of(&place.folder);
        spill(&path, &line.as_bytes()[..cut]);
        assert!(queue.look().unwrap().is_empty());
        // What only lacks its break is whole.
        assert_eq!(queue.next().is_some(), cut == without_break, "cut at {cut}");
        spill(&path, &line.as_bytes()[cut..]);
        assert!(queue.look().unwrap().is_empty(), "cut at {cut}");
        assert_eq!(queue.next().unwrap().id.0, "a");
        spill(&path, b"hello\n");
        let junk = queue.look().unwrap();
        assert_eq!(junk.len(), 1);
        assert_eq!(junk[0].line, 2, "cut at {cut}");
    }
}

#[test]
fn an_inbox_that_was_exchanged_is_read_from_its_beginning() {
    let place = Place::laid_down();
    let path = place.folder.join(INBOX_NAME);
    let inbox = Inbox::of(&place.folder);
    inbox.append(&request("a", "Lò Thị Mỷ")).unwrap();
    let mut queue = RequestQueue::of(&place.folder);
    queue.look().unwrap();
    assert_eq!(waiting(&mut queue), ["a"]);
    std::fs::remove_file(&path).unwrap();
    queue.look().unwrap();
    for id in ["b", "a", "c"] {
        inbox.append(&request(id, "Lò Thị Mỷ")).unwrap();
    }
    queue.look().unwrap();
    assert_eq!(waiting(&mut queue), ["b", "c"]);
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
