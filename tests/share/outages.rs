//! An engine that is away for long, or has no room: the desk goes on, a person is told, and it catches up by itself.

use std::net::TcpListener;

use doithoai::domain::request::StationKind;
use doithoai::domain::time::Millis;
use doithoai::store::clock::Clock;

use crate::engines::{PLAIN, Server, engine};
use crate::hall::Desk;
use crate::program::{Joined, Share, notes};

/// How much of the processor a program used so far.
#[cfg(target_os = "linux")]
fn processor_time(process: u32) -> Millis {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let behind = stat.rsplit(')').next().unwrap();
    let ticks = behind.split_whitespace().skip(11).take(2);
    // A hundred in a second, everywhere.
    Millis(
        10 * ticks
            .map(|ticks| ticks.parse::<u64>().unwrap())
            .sum::<u64>(),
    )
}

/// What it has in memory, in kB.
#[cfg(target_os = "linux")]
fn memory(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS"))
        .unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn an_engine_that_is_away_for_long_is_called_seldom_and_then_gets_everything() {
    let Some(engine) = engine() else { return };
    let mut server = Server::of(&engine, PLAIN);
    let mut desk = Desk::of_sample();
    let url = server.url("desk");
    let share = Share::through(&desk, &engine, &url);
    share.says("Đã chuyển đủ");
    let there = tempfile::tempdir().unwrap();
    let joined = Joined::at(there, &url, &desk.id(), (StationKind::Venue, None));
    joined.has_the_journal_of(&desk);
    // given that it is away, and somebody counts who calls
    server.dies();
    let listener = TcpListener::bind(("127.0.0.1", server.port)).unwrap();
    share.says("Mất kết nối");
    let before = memory(share.process());
    for line in 0..400 {
        notes(&mut desk, &format!("Trong lúc mất máy chủ {line}"));
    }
    let request = joined.registers("Bà Chờ Lâu");
    let clock = Clock::system();
    let (since, used) = (clock.now().up, processor_time(share.process()));
    for _ in 0..16 {
        drop(listener.accept().unwrap());
    }
    // then two callers, one of whom asks why, took their time over it; and the one with the journal has no more in memory
    let passed = clock.now().up.saturating_sub(since);
    assert!(passed >= Millis(4_000), "{passed:?}");
    let used = processor_time(share.process()).saturating_sub(used);
    assert!(used.0 * 2 <= passed.0, "{used:?} of {passed:?}");
    let grown = memory(share.process()).saturating_sub(before);
    assert!(grown < 8 * 1024, "{grown} kB");
    share.says("Chưa có lại kết nối");
    // when it is back
    drop(listener);
    server.starts();
    share.says("Đã chuyển đủ: 401 dòng");
    joined.has_the_journal_of(&desk);
    crate::program::waits_for(&desk, &request);
}

#[test]
fn an_engine_without_room_is_told_of_and_gets_what_is_missing_once_it_has_some() {
    let Some(engine) = engine() else { return };
    for (lang, full, level) in [
        ("vi", "Đĩa của máy chủ đã đầy", "Đã chuyển đủ: "),
        ("en", "disk is full", "Everything is handed over: "),
    ] {
        let server = Server::of(&engine, &PLAIN.replace("MORE", ", max_file_store: 90KB"));
        let mut desk = Desk::of_sample();
        let url = server.url("desk");
        let options = ["--engine", url.as_str(), "--lang", lang];
        let share = Share::with(desk.data.path(), &desk.id(), &engine, &options);
        share.says(level);
        let there = tempfile::tempdir().unwrap();
        let joined = Joined::at(there, &url, &desk.id(), (StationKind::Venue, None));
        for line in 0..250 {
            notes(&mut desk, &format!("Đến khi hết chỗ {line}"));
        }
        share.says(full);
        let request = joined.registers("Bà Chờ Chỗ");
        let copy = std::fs::read(joined.folder.join("journal.ron")).unwrap();
        let journal = std::fs::read(desk.folder.join("journal.ron")).unwrap();
        assert!(copy.len() < journal.len() && journal.starts_with(&copy));
        // when there is room
        server.is_configured(&PLAIN.replace("MORE", ", max_file_store: 20MB"));
        server.reloads();
        share.says(&format!("{level}251"));
        joined.has_the_journal_of(&desk);
        crate::program::waits_for(&desk, &request);
    }
}

#[test]
fn an_engine_that_is_away_when_sharing_begins_gets_everything_once_it_comes() {
    let Some(engine) = engine() else { return };
    // given an engine of another computer that does not run yet
    let mut server = Server::prepared(&engine);
    server.is_configured(PLAIN);
    let mut desk = Desk::of_sample();
    let url = server.url("desk");
    let share = Share::through(&desk, &engine, &url);
    // then that is told, with what is done about it and without the password
    let said = share.says("Chưa kết nối được");
    assert!(
        said.contains("không trả lời") && said.contains("thử lại"),
        "{said}"
    );
    assert!(!said.contains("secret-desk"), "{said}");
    // and while nobody is there the desk goes on
    notes(&mut desk, "Trước khi máy chủ chạy");
    // when the engine comes, then it gets all of it
    server.starts();
    share.says("Đã chuyển đủ");
    let there = tempfile::tempdir().unwrap();
    let joined = Joined::at(there, &url, &desk.id(), (StationKind::Venue, None));
    joined.has_the_journal_of(&desk);
}

#[test]
fn sharing_that_waits_for_its_engine_ends_when_it_is_told_to() {
    let Some(engine) = engine() else { return };
    let server = Server::prepared(&engine);
    server.is_configured(PLAIN);
    let desk = Desk::of_sample();
    let url = server.url("desk");
    let mut share = Share::through(&desk, &engine, &url);
    share.says("Chưa kết nối được");
    assert!(share.ends().success());
}
