//! What an engine loses comes back from the journal, and what two computers write is never mixed.

use std::path::{Path, PathBuf};

use doithoai::domain::request::StationKind;
use doithoai::domain::session::command::Command as DeskCommand;

use doithoai::store::inbox::DeskSign;

use crate::engines::{PLAIN, Server, engine, free_port};
use crate::hall::Desk;
use crate::program::{Joined, Share, notes, program, shared_with, waits_for};

fn blocks(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(blocks(&path));
        } else if path.extension().is_some_and(|end| end == "blk") {
            found.push(path);
        }
    }
    found
}

#[test]
fn an_engine_that_is_killed_again_and_again_loses_nothing_and_the_desk_waits_for_none() {
    let Some((mut desk, share, joined)) = shared_with(StationKind::Registration) else {
        return;
    };
    for round in 0..6 {
        notes(&mut desk, &format!("Trước lần cắt {round}"));
        share.loses_engine();
        for line in 0..5 {
            notes(&mut desk, &format!("Trong lúc mất {round}.{line}"));
        }
        joined.has_the_journal_of(&desk);
    }
}

#[test]
fn an_engine_whose_disk_is_lost_gets_every_line_again() {
    let Some(engine) = engine() else { return };
    let mut desk = Desk::of_sample();
    desk.goes_on_until(|session| session.history().last_seq().0 > 20);
    let mut share = Share::of(&desk, &engine);
    let joined = Joined::to(&share, StationKind::Registration);
    joined.has_the_journal_of(&desk);
    // given that its whole folder is gone, and the desk went on meanwhile
    share.ends();
    std::fs::remove_dir_all(share.folder.join("store")).unwrap();
    notes(&mut desk, "Sau khi mất đĩa");
    let port = share.port();
    let name = share.name.clone();
    drop(share);
    let share = Share::at(desk.data.path(), &name, &engine, port);
    // then who was there goes on, and who comes new has everything
    joined.has_the_journal_of(&desk);
    Joined::to(&share, StationKind::Venue).has_the_journal_of(&desk);
    let kept = std::fs::read_dir(&joined.folder).unwrap().flatten();
    assert!(
        !kept
            .map(|entry| entry.file_name().into_string().unwrap())
            .any(|name| name.contains("kept")),
        "nothing was taken for another chain"
    );
}

#[test]
fn a_block_that_was_changed_or_cut_off_on_the_engine_s_disk_is_found_and_filled_again() {
    let Some(engine) = engine() else { return };
    for (place, cut) in [(2, false), (3, false), (2, true)] {
        let mut desk = Desk::of_sample();
        desk.goes_on_until(|session| session.history().last_seq().0 > 30);
        let mut share = Share::of(&desk, &engine);
        share.says("Đã chuyển đủ");
        share.ends();
        // given one bit that is another one, or an end that is gone
        let block = blocks(&share.folder)
            .into_iter()
            .max_by_key(|block| std::fs::metadata(block).unwrap().len())
            .unwrap();
        let mut bytes = std::fs::read(&block).unwrap();
        let at = bytes.len() * place / 4;
        if cut {
            bytes.truncate(at);
        } else {
            bytes[at] ^= 0x10;
        }
        std::fs::write(&block, bytes).unwrap();
        let port = free_port();
        let share = Share::at(desk.data.path(), &desk.id(), &engine, port);
        share.says("Đã chuyển đủ");
        notes(&mut desk, "Sau khi hỏng");
        Joined::to(&share, StationKind::Venue).has_the_journal_of(&desk);
    }
}

#[test]
fn when_the_desk_s_computer_is_lost_the_session_goes_on_from_a_copy() {
    let Some(engine) = engine() else { return };
    let mut desk = Desk::of_sample();
    desk.goes_on_until(|session| session.history().last_seq().0 > 10);
    let server = Server::of(&engine, PLAIN);
    let (url, id) = (server.url("desk"), desk.id());
    let share = Share::through(&desk, &engine, &url);
    let joins = || {
        let there = tempfile::tempdir().unwrap();
        Joined::at(there, &url, &id, (StationKind::Venue, None))
    };
    let (copied, other) = (joins(), joins());
    copied.has_the_journal_of(&desk);
    let journal = std::fs::read(desk.folder.join("journal.ron")).unwrap();
    // given that the desk is gone with all it had
    drop(share);
    drop(desk);
    // when the copy is verified, and its folder laid where sessions are
    let folder = copied.folder.to_str().unwrap();
    let told = program(copied.data.path(), &["verify", folder]);
    assert_eq!(told.code, Some(0), "{}", told.said);
    let next = tempfile::tempdir().unwrap();
    let sessions = next.path().join("sessions");
    std::fs::create_dir(&sessions).unwrap();
    let to = sessions.join(copied.folder.file_name().unwrap());
    std::fs::create_dir(&to).unwrap();
    for entry in std::fs::read_dir(&copied.folder).unwrap().flatten() {
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
    let clock = doithoai::store::clock::Clock::system();
    let mut open = doithoai::store::sessions::OpenSession::open(&to, clock.clone()).unwrap();
    let share = Share::with(next.path(), &id, &engine, &["--engine", &url]);
    share.says("Đã chuyển đủ");
    let (now, _) = open.now();
    let text = "Ghi ở máy mới".into();
    open.perform(DeskCommand::Note { text, item: None }, now)
        .unwrap();
    // then nothing is lost, everybody follows the new desk, and it is seen to run
    other.has_the_journal_in(&to);
    let goes_on = std::fs::read(to.join("journal.ron")).unwrap();
    assert!(goes_on.starts_with(&journal) && goes_on.len() > journal.len());
    open.sign_of_life(clock.now().wall);
    assert_eq!(DeskSign::of(&to, clock.now().wall), DeskSign::Runs);
}

#[test]
fn a_session_that_goes_on_in_another_folder_is_followed_there() {
    let Some((mut desk, share, joined)) = shared_with(StationKind::Venue) else {
        return;
    };
    joined.has_the_journal_of(&desk);
    let stick = tempfile::tempdir().unwrap();
    // given a request that nobody took yet
    let request = joined.registers("Bà Chờ Ở Chỗ Cũ");
    waits_for(&desk, &request);
    desk.folder = desk.open.move_to(stick.path()).unwrap();
    for line in 0..3 {
        notes(&mut desk, &format!("Trên thẻ nhớ {line}"));
    }
    share.says("tiếp tục ở");
    joined.has_the_journal_of(&desk);
    // then it waits there, too, and is answered once
    waits_for(&desk, &request);
    desk.takes_requests();
    joined.is_answered(&request);
}

#[test]
fn another_computer_with_the_same_session_is_told_and_both_journals_stay_as_they_are() {
    let Some(engine) = engine() else { return };
    let mut desk = Desk::of_sample();
    let copied = tempfile::tempdir().unwrap();
    let other = copied.path().join("sessions").join(desk.id());
    std::fs::create_dir_all(&other).unwrap();
    std::fs::copy(desk.folder.join("journal.ron"), other.join("journal.ron")).unwrap();
    let share = Share::of(&desk, &engine);
    let joined = Joined::to(&share, StationKind::Venue);
    notes(&mut desk, "Ghi ở bàn điều hành");
    joined.has_the_journal_of(&desk);
    // given that somebody goes on with the copy, too
    let clock = doithoai::store::clock::Clock::system();
    let mut second = doithoai::store::sessions::OpenSession::open(&other, clock).unwrap();
    let (now, _) = second.now();
    second
        .perform(
            DeskCommand::Note {
                text: "Ghi ở máy khác".into(),
                item: None,
            },
            now,
        )
        .unwrap();
    let before = std::fs::read(other.join("journal.ron")).unwrap();
    let url = share.desk_url();
    for _ in 0..2 {
        // the second time it knows by itself
        let options = ["--engine", url.as_str()];
        let mut fenced = Share::with(copied.path(), &desk.id(), &engine, &options);
        fenced.says("máy khác đang ghi");
        assert_eq!(fenced.has_ended_by_itself().code(), Some(1));
    }
    notes(&mut desk, "Bàn điều hành vẫn ghi");
    joined.has_the_journal_of(&desk);
    assert_eq!(std::fs::read(other.join("journal.ron")).unwrap(), before);
    // under another name it is a session of its own
    let options = ["--engine", url.as_str(), "--name", "ban-khac"];
    let renamed = Share::with(copied.path(), &desk.id(), &engine, &options);
    renamed.says("Đã chuyển đủ");
    joined.has_the_journal_of(&desk);
}
