//! A session that cannot be written is opened for reading and goes on elsewhere; where a folder knows no locks, a heartbeat
//! tells whether a desk lives.

use doithoai::cli::words::SaidMessage;
use doithoai::domain::io_messages::IoMessage;
use doithoai::store::explain::StoreMessage;
use doithoai::tui::desk::words::NoticeMessage;
use std::fs;
use std::path::Path;

use doithoai::domain::i18n::Lang;
use doithoai::store::journal;

use crate::aide::{Aide, before};
use crate::computer::{Computer, causes, told, words};
use crate::faults::Faults;
use crate::keys::{ENTER, SPACE};
use crate::outside::{WIDE, flat, go_on_in};

/// A session that has begun and was left, on a computer whose disk can fail.
fn begun() -> (Computer, String, Faults, u64) {
    let (mut computer, id) = Computer::with_session("dien-bien");
    let faults = Faults::on(&mut computer);
    let mut aide = Aide::at(&computer, &id);
    for _ in 0..3 {
        aide.go_on();
    }
    let saved = aide.saved().unwrap();
    aide.end_by_signal();
    (computer, id, faults, saved)
}

#[test]
fn a_session_on_a_disk_that_takes_nothing_opens_for_reading_and_goes_on_elsewhere() {
    for (fault, cause) in [
        ("full", causes(Lang::Vi)[IoMessage::Full].clone()),
        ("read-only", causes(Lang::Vi)[IoMessage::ReadOnly].clone()),
    ] {
        let (computer, id, faults, saved) = begun();
        let old = fs::read(computer.journal(&id)).unwrap();
        // when the disk takes nothing, then the session is there to be looked at, and it is said why
        faults.begin(fault);
        let mut terminal = computer.open(&["run", &id], WIDE);
        let words = crate::aide::words();
        let notice = flat(&words.notices[NoticeMessage::ReadOnly].render(&[("cause", &cause)]));
        terminal.wait_until(&notice, |terminal| flat(&terminal.text()).contains(&notice));
        // and an act does not count
        terminal.press(SPACE);
        let not_written = before(&words.notices[NoticeMessage::NotWritten]);
        terminal.wait_for_text(&not_written);
        assert_eq!(fs::read(computer.journal(&id)).unwrap(), old, "{fault}");
        // and it can be exported as it is
        let ran = computer.run(&["export", &id, "--to", "dossier"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        // when it goes on on a stick, then it has everything
        let mut aide = Aide::of(terminal);
        go_on_in(&mut aide, &computer.folder().join("stick"));
        aide.go_on();
        aide.leave();
        let moved = computer.folder().join("stick").join(&id);
        let path = moved.join(journal::FILE_NAME);
        assert!(fs::read(&path).unwrap().starts_with(&old), "{fault}");
        let records = journal::read(&path).unwrap().records.len() as u64;
        // That it came back, and the act.
        assert_eq!(records, saved + 2, "{fault}");
        // and the id leads there, though the disk that was left took nothing
        let ran = computer.run(&["verify", &id]);
        assert_eq!(ran.code, 0, "{fault}: {}", ran.err);
        assert!(
            ran.out.contains(moved.to_str().unwrap()),
            "{fault}: {}",
            ran.out
        );
    }
}

/// The id leads to the folder that a session went to, for a command and for the desk; what was left stays as it is.
fn leads_to(computer: &Computer, id: &str, moved: &Path) {
    let old = fs::read(computer.journal(id)).unwrap();
    for command in ["verify", "repair"] {
        let ran = computer.run(&[command, id]);
        let is_there = ran.out.contains(moved.to_str().unwrap());
        assert!(
            ran.code == 0 && is_there,
            "{command}: {} {}",
            ran.out,
            ran.err
        );
    }
    let mut aide = Aide::at_terminal(computer.open(&["run", id], WIDE));
    aide.go_on();
    assert_eq!(aide.leave(), 0);
    assert_eq!(fs::read(computer.journal(id)).unwrap(), old);
    let listed = computer.run(&["sessions", "--json"]);
    assert!(
        listed.out.contains(moved.to_str().unwrap()),
        "{}",
        listed.out
    );
}

#[test]
fn where_nothing_among_the_sessions_can_be_written_the_id_leads_to_where_the_session_went() {
    let (mut computer, id, faults, _) = begun();
    let data = computer.data();
    Faults::reach(&mut computer, &data);
    faults.begin("read-only");
    let mut aide = Aide::of(computer.open(&["run", &id], WIDE));
    let read_only = before(&aide.words.notices[NoticeMessage::ReadOnly]);
    aide.wait_for_notice(&read_only);
    let stick = tempfile::tempdir().unwrap();
    go_on_in(&mut aide, stick.path());
    aide.go_on();
    aide.terminal.kill();
    // then there is one session, while the disk takes nothing and when it takes something again
    let moved = stick.path().join(&id);
    leads_to(&computer, &id, &moved);
    faults.end("read-only");
    leads_to(&computer, &id, &moved);
}

#[test]
fn where_nothing_on_the_computer_can_be_written_it_is_told_how_the_session_is_opened() {
    let (mut computer, id, faults, _) = begun();
    let home = computer.folder().to_owned();
    Faults::reach(&mut computer, &home);
    faults.begin("read-only");
    for is_mended in [false, true] {
        let mut aide = Aide::of(computer.open(&["run", &id], WIDE));
        let read_only = before(&aide.words.notices[NoticeMessage::ReadOnly]);
        aide.wait_for_notice(&read_only);
        let stick = tempfile::tempdir().unwrap();
        go_on_in(&mut aide, stick.path());
        let (left, moved) = (computer.session(&id), stick.path().join(&id));
        let untold = aide.words.notices[NoticeMessage::MovedUntold]
            .render(&[("left", &left.display()), ("path", &moved.display())]);
        aide.wait_for_notice(&untold);
        aide.go_on();
        if is_mended {
            faults.end("read-only");
            // Within a second it is written down.
            aide.terminal
                .wait_for_anything("the word that is left", |_| {
                    fs::read_to_string(left.join("desk.moved"))
                        .is_ok_and(|text| text.starts_with(moved.to_str().unwrap()))
                });
        }
        aide.leave();
        let says =
            words(Lang::Vi).said[SaidMessage::LeftUntold].render(&[("left", &left.display())]);
        let text = flat(&aide.terminal.text());
        assert_eq!(text.contains(&flat(&says)), !is_mended, "{text}");
        if is_mended {
            leads_to(&computer, &id, &moved);
        } else {
            // The line to copy opens the one that goes on.
            let mut again =
                Aide::at_terminal(computer.open(&["run", moved.to_str().unwrap()], WIDE));
            again.go_on();
            again.leave();
        }
    }
}

#[test]
fn a_torn_end_that_cannot_be_cut_off_is_kept_once_however_often_it_is_tried() {
    let (computer, id, faults, saved) = begun();
    let torn = b"(seq:99,at:(wall:\"2026-";
    let mut bytes = fs::read(computer.journal(&id)).unwrap();
    bytes.extend(torn);
    fs::write(computer.journal(&id), &bytes).unwrap();
    let kept = || -> Vec<Vec<u8>> {
        let entries = fs::read_dir(computer.session(&id)).unwrap();
        let paths = entries.map(|entry| entry.unwrap().path());
        paths
            .filter(|path| path.to_string_lossy().contains("journal.kept-"))
            .map(|path| fs::read(path).unwrap())
            .collect()
    };
    faults.begin("no-truncate");
    let read_only = before(&crate::aide::words().notices[NoticeMessage::ReadOnly]);
    for _ in 0..3 {
        let mut terminal = computer.open(&["run", &id], WIDE);
        terminal.wait_for_text(&read_only);
        terminal.kill();
        assert_eq!(kept(), [torn]);
        assert_eq!(fs::read(computer.journal(&id)).unwrap(), bytes);
    }
    faults.end("no-truncate");
    let mut aide = Aide::at(&computer, &id);
    assert_eq!(aide.saved(), Some(saved + 1), "it came back");
    aide.go_on();
    aide.leave();
    assert_eq!(kept(), [torn]);
}

#[test]
fn a_disk_that_has_room_again_is_written_again() {
    let (computer, id, faults, saved) = begun();
    faults.begin("full");
    let mut terminal = computer.open(&["run", &id], WIDE);
    let words = crate::aide::words();
    terminal.wait_for_text(&before(&words.notices[NoticeMessage::ReadOnly]));
    faults.end("full");
    terminal.press(SPACE);
    terminal.wait_for_text(&format!("đã lưu {}", saved + 2));
}

#[test]
fn an_act_that_the_disk_refused_and_did_not_let_be_cut_off_never_counts() {
    let (computer, id, faults, _) = begun();
    let mut aide = Aide::at_terminal(computer.open(&["run", &id], WIDE));
    aide.go_on();
    let saved = aide.saved().unwrap();
    faults.begin("no-sync");
    faults.begin("no-truncate");
    aide.press(SPACE);
    let not_written = before(&aide.words.notices[NoticeMessage::NotWritten]);
    aide.terminal.wait_for_text(&not_written);
    // given that it reached the file all the same, as a disk may do that says it failed
    let reached = journal::read_bytes(&fs::read(computer.journal(&id)).unwrap());
    assert_eq!(reached.records.len() as u64, saved + 1);
    // when the power is cut, then it was never counted
    aide.terminal.kill();
    faults.end("no-sync");
    faults.end("no-truncate");
    assert_eq!(computer.reading(&id).records.len() as u64, saved);
    let mut aide = Aide::at(&computer, &id);
    assert_eq!(aide.saved(), Some(saved + 1), "it came back");
    aide.go_on();
    aide.leave();
    let reading = computer.reading(&id);
    assert!(reading.damage.is_none() && reading.torn.is_none());
    assert_eq!(reading.records.len() as u64, saved + 2);
}

#[test]
fn where_a_folder_knows_no_locks_a_living_desk_is_seen_and_a_dead_one_is_passed() {
    let (computer, id, faults, _) = begun();
    faults.begin("no-locks");
    // given a desk in a folder without locks
    let mut first = Aide::at(&computer, &id);
    first.go_on();
    // when a second one is opened, then it watches, and is told who has the session
    let mut second = computer.open(&["run", &id], WIDE);
    assert_eq!(second.wait_for_end(), 1);
    let process = first.terminal.process().to_string();
    let text = second.text();
    assert!(text.contains(&process), "{text}");
    let hint = told(Lang::Vi).errors[StoreMessage::LockedHint].clone();
    assert!(text.contains(hint.as_str()), "{text}");
    first.go_on();
    // when the first is killed, then the next one opens once it is certain that nobody writes
    first.terminal.kill();
    let mut third = Aide::at(&computer, &id);
    third.go_on();
    // and somebody who takes that lock away is noticed as with any other
    fs::remove_file(computer.session(&id).join("desk.heartbeat")).unwrap();
    third.press(SPACE);
    let says = told(Lang::Vi).errors;
    third.wait_for_notice(says[StoreMessage::MismatchLock].as_str());
    third.press(ENTER);
    let anew = third.words.notices[NoticeMessage::WrittenAnew].to_string();
    third.wait_for_notice(&anew);
    third.go_on();
    assert_eq!(third.leave(), 0);
    assert!(!computer.session(&id).join("desk.heartbeat").exists());
}
