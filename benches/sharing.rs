//! The hand of a desk for `benches/share.py` and `.ci/cut-cable`: lays sessions down, writes lines, and joins as another computer
//! would. `sharing lay-down DATA`, `write DATA SESSION LINES`, `follow DATA SESSION URL`, `latency DATA SESSION URL LINES`, `act DATA SESSION URL ROUNDS`, `year DATA SESSIONS`;
//! for `benches/histories.py` `scribble DATA SESSION TURN` and `hold DATA SESSION URL`, until they are killed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "it is measured with, and ends where anything is not as it should be"
)]

use std::io::BufRead as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use doithoai::documents::plan_import;
use doithoai::domain::i18n::Lang;
use doithoai::domain::regulation::ClassKind;
use doithoai::domain::request::{RegistrationForm, Request, StationCommand, StationKind};
use doithoai::domain::session::command::Command;
use doithoai::domain::session::event::Seq;
use doithoai::domain::session::next::Next;
use doithoai::domain::time::Millis;
use doithoai::stations::share::{JoinOptions, JoinedSession, join_station};
use doithoai::store::clock::Clock;
use doithoai::store::inbox::Inbox;
use doithoai::store::profiles;
use doithoai::store::sessions::{OpenSession, Purpose, SessionStore, id_of};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["lay-down", data] => println!("{}", id_of(&lay_down(Path::new(data)))),
        ["latency", data, session, url, lines] => {
            latency(Path::new(data), session, url, lines.parse().unwrap());
        }
        ["act", data, session, url, rounds] => {
            act(Path::new(data), session, url, rounds.parse().unwrap());
        }
        ["write", data, session, lines] => write(Path::new(data), session, lines.parse().unwrap()),
        ["follow", data, session, url] => follow(Path::new(data), session, url),
        ["scribble", data, session, turn] => scribble(Path::new(data), session, turn),
        ["hold", data, session, url] => hold(Path::new(data), session, url),
        ["year", data, sessions] => year(Path::new(data), sessions.parse().unwrap()),
        other => panic!("{other:?}"),
    }
}

fn lay_down(data: &Path) -> PathBuf {
    let plan = plan_import::sample().unwrap();
    let regulation = profiles::load(&plan.regulation.0, None).unwrap();
    SessionStore::at(data)
        .create(plan, regulation, Purpose::Held, &Clock::system())
        .unwrap()
}

fn opened(data: &Path, session: &str) -> (PathBuf, OpenSession) {
    let folder = SessionStore::at(data).find(session).unwrap();
    let open = OpenSession::open(&folder, Clock::system()).unwrap();
    (folder, open)
}

fn joined(data: &Path, session: &str, url: &str) -> (JoinedSession, PathBuf) {
    let options = JoinOptions {
        engine: url.to_owned(),
        session: session.to_owned(),
        authority: None,
        label: Some("Bản Lếch".into()),
        computer: "hai".into(),
        data: data.join("other"),
    };
    let joined = join_station(&options, StationKind::Venue, Lang::En, |_| {}).unwrap();
    let copy = joined.data.join("sessions").join(&joined.name);
    (joined, copy.join("journal.ron"))
}

fn notes(open: &mut OpenSession, text: String) {
    let (now, _) = open.now();
    let note = Command::Note { text, item: None };
    open.perform(note, now).unwrap();
}

fn length(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |metadata| metadata.len())
}

/// From the moment at which a line is on the desk's disk to the one at which it is on the other's, in milliseconds.
fn latency(data: &Path, session: &str, url: &str, lines: u32) {
    let (folder, mut open) = opened(data, session);
    let (_joined, copy) = joined(data, session, url);
    let journal = folder.join("journal.ron");
    for line in 0..lines {
        notes(&mut open, format!("Ghi chú số {line}"));
        let (since, whole) = (Instant::now(), length(&journal));
        while length(&copy) < whole {
            assert!(since.elapsed() < Duration::from_secs(20), "line {line}");
            std::thread::sleep(Duration::from_micros(200));
        }
        println!("{:.3}", since.elapsed().as_secs_f64() * 1000.0);
        std::thread::sleep(Duration::from_millis(u64::from(line * 7 % 23)));
    }
}

/// Writes a few lines for every line that is read; when nothing is left to read, says whether the copy is the journal.
fn act(data: &Path, session: &str, url: &str, rounds: u32) {
    let (folder, mut open) = opened(data, session);
    let (_joined, copy) = joined(data, session, url);
    let mut worst = Duration::ZERO;
    let mut orders = std::io::stdin().lock().lines();
    for round in 0..rounds {
        orders.next().unwrap().unwrap();
        for line in 0..3 {
            let since = Instant::now();
            notes(&mut open, format!("Vòng {round}, dòng {line}"));
            worst = worst.max(since.elapsed());
            std::thread::sleep(Duration::from_millis(u64::from(
                (round * 37 + line * 11) % 90,
            )));
        }
        println!("{round}");
    }
    let journal = folder.join("journal.ron");
    let since = Instant::now();
    let is_same = || std::fs::read(&copy).ok() == std::fs::read(&journal).ok();
    while !is_same() && since.elapsed() < Duration::from_mins(1) {
        std::thread::sleep(Duration::from_millis(20));
    }
    let lines = open.session().history().last_seq().0;
    let said = if is_same() { "same" } else { "different" };
    println!(
        "{said}: {lines} lines, level {:.1} s after the last, the slowest act {:.0} ms",
        since.elapsed().as_secs_f64(),
        worst.as_secs_f64() * 1000.0
    );
}

/// Writes lines, and says how long the slowest took, in milliseconds.
fn write(data: &Path, session: &str, lines: u32) {
    let (_, mut open) = opened(data, session);
    let mut worst = Duration::ZERO;
    for line in 0..lines {
        let since = Instant::now();
        notes(&mut open, format!("Trong lúc mất dây, dòng {line}"));
        worst = worst.max(since.elapsed());
    }
    println!("{:.0}", worst.as_secs_f64() * 1000.0);
}

/// Writes lines, and says each once it is acknowledged.
fn scribble(data: &Path, session: &str, turn: &str) {
    let (_, mut open) = opened(data, session);
    for line in 0_u32.. {
        let text = format!("lượt {turn}, dòng {line}.");
        notes(&mut open, text.clone());
        println!("{text}");
        std::thread::sleep(Duration::from_millis(u64::from(line * 7 % 13)));
    }
}

/// Follows, whether the engine is there or not.
fn hold(data: &Path, session: &str, url: &str) {
    loop {
        let joined = std::panic::catch_unwind(|| joined(data, session, url));
        if joined.is_ok() {
            loop {
                std::thread::park();
            }
        }
    }
}

/// Follows until nothing is left to read; for every line that is read somebody is registered.
fn follow(data: &Path, session: &str, url: &str) {
    let (_joined, copy) = joined(data, session, url);
    println!("joined");
    for _ in std::io::stdin().lock().lines() {
        let station = StationKind::Venue.station(Some("Bản Lếch"));
        let now = Clock::system().now().wall;
        let request = Request {
            id: Inbox::new_id(&station, now),
            station,
            at: now,
            based_on: Seq(1),
            command: StationCommand::Register(RegistrationForm {
                name: "Bà Qua dây".into(),
                ..RegistrationForm::default()
            }),
        };
        let folder = copy.parent().unwrap();
        Inbox::of(folder).append(&request).unwrap();
        println!("asked");
    }
}

/// Closed sessions, as a commune has them after a year.
fn year(data: &Path, sessions: u32) {
    for month in 1..=sessions {
        let mut plan = plan_import::sample().unwrap();
        let held = format!("2026-{:02}-25T08:00:00", (month - 1) % 12 + 1);
        plan.held = held.parse().unwrap();
        let regulation = profiles::load(&plan.regulation.0, None).unwrap();
        let clock = Clock::by_hand(format!("{held}+07:00").parse().unwrap());
        let folder = SessionStore::at(data)
            .create(plan, regulation, Purpose::Held, &clock)
            .unwrap();
        let mut open = OpenSession::open(&folder, clock).unwrap();
        while open.session().state().closed.is_none() {
            let session = open.session();
            let next = session.next();
            let command = if let Next::Class(item) = next {
                Command::ClassItem {
                    item,
                    class: session.proposal(item, ClassKind::ALL[item.0 as usize % 3]),
                }
            } else {
                next.command(session).unwrap()
            };
            open.clock_mut().pass(Millis::of_seconds(41));
            let now = open.clock_mut().now();
            open.perform(command, now).unwrap();
        }
        println!("{}", id_of(&folder));
    }
}
