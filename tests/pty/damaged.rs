//! A damaged session on the screen and on the command line: what can be seen is shown, what is lost is named, and every
//! hint leads on.

use doithoai::cli::words::SaidMessage;
use doithoai::store::explain::StoreMessage;
use doithoai::tui::desk::words::NoticeMessage;
use std::fmt::Write as _;
use std::fs;

use doithoai::domain::i18n::Lang;
use sha2::{Digest as _, Sha256};

use crate::aide::{Aide, before};
use crate::computer::{Computer, told, words};
use crate::keys::SPACE;
use crate::outside::{WIDE, flat};

fn left() -> (Computer, String, Vec<u8>) {
    let (computer, id) = Computer::with_session("dien-bien");
    let mut aide = Aide::at(&computer, &id);
    for _ in 0..5 {
        aide.go_on();
    }
    aide.end_by_signal();
    let bytes = fs::read(computer.journal(&id)).unwrap();
    (computer, id, bytes)
}

/// Opens a damaged session, sees that it is only read, and leaves.
fn is_only_read(computer: &Computer, id: &str) {
    let says = crate::aide::words().notices;
    let mut terminal = computer.open(&["run", id], WIDE);
    terminal.wait_for_text(&before(&says[NoticeMessage::ReadOnly]));
    assert!(flat(&terminal.text()).contains("doithoai repair"));
    terminal.press(SPACE);
    terminal.wait_for_text(&before(&says[NoticeMessage::NotWritten]));
    terminal.kill();
}

#[test]
fn what_tools_do_to_the_ends_of_lines_or_to_the_first_line_loses_nothing() {
    let (computer, id, bytes) = left();
    let text = String::from_utf8(bytes.clone()).unwrap();
    let mut first_changed = bytes.clone();
    first_changed[700] ^= 1;
    let (_, behind_first) = text.split_once('\n').unwrap();
    for (changed, told_as) in [
        (text.replace('\n', "\r\n").into_bytes(), "damage_line_ends"),
        (format!("\u{feff}{text}").into_bytes(), "damage_line_ends"),
        (first_changed, "damage_opening"),
        (
            format!("nothing\n{behind_first}").into_bytes(),
            "damage_opening",
        ),
        (format!("\n\n{behind_first}").into_bytes(), "damage_opening"),
    ] {
        fs::write(computer.journal(&id), &changed).unwrap();
        let says = told(Lang::Vi).errors;
        let what = match told_as {
            "damage_opening" => says[StoreMessage::DamageOpening].clone(),
            _ => says[StoreMessage::DamageLineEnds].clone(),
        };
        // then verify names it and says what to do
        let ran = computer.run(&["verify", &id]);
        assert_eq!(ran.code, 1);
        assert!(ran.err.contains(what.as_str()), "{}", ran.err);
        assert!(
            ran.err.contains(says[StoreMessage::LosslessHint].as_str()),
            "{}",
            ran.err
        );
        // and the desk shows the session and writes nothing
        is_only_read(&computer, &id);
        assert_eq!(fs::read(computer.journal(&id)).unwrap(), changed);
        // and repair brings everything back, byte for byte, and says so
        let ran = computer.run(&["repair", &id]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let whole = before(&words(Lang::Vi).said[SaidMessage::RepairedWhole]);
        assert!(ran.out.contains(&whole), "{}", ran.out);
        assert_eq!(fs::read(computer.journal(&id)).unwrap(), bytes);
        assert_eq!(computer.run(&["verify", &id]).code, 0);
    }
}

#[test]
fn a_damaged_session_is_shown_up_to_the_damage() {
    let (computer, id, bytes) = left();
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    let mut changed = bytes.clone();
    let in_fourth: usize = lines[..3].iter().map(|line| line.len()).sum::<usize>() + 20;
    changed[in_fourth] ^= 1;
    fs::write(computer.journal(&id), &changed).unwrap();
    is_only_read(&computer, &id);
    assert_eq!(fs::read(computer.journal(&id)).unwrap(), changed);
    let ran = computer.run(&["repair", &id]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let mut aide = Aide::at(&computer, &id);
    aide.go_on();
}

#[test]
fn where_the_first_line_is_lost_without_a_copy_no_hint_leads_back() {
    let (computer, id, bytes) = left();
    let mut changed = bytes.clone();
    changed[700] ^= 1;
    fs::write(computer.journal(&id), &changed).unwrap();
    // The first version kept none.
    let _ = fs::remove_file(computer.session(&id).join("opened.ron"));
    let says = told(Lang::Vi).errors;
    for command in ["verify", "export", "repair"] {
        let ran = computer.run(&[command, &id]);
        assert_eq!(ran.code, 1);
        assert!(
            ran.err.contains(says[StoreMessage::EmptyHint].as_str()),
            "{command}: {}",
            ran.err
        );
    }
    let mut terminal = computer.open(&["run", &id], WIDE);
    assert_eq!(terminal.wait_for_end(), 1);
    assert!(
        terminal
            .text()
            .contains(says[StoreMessage::EmptyHint].as_str())
    );
}

#[test]
fn what_a_newer_version_wrote_is_never_called_damaged_and_never_cut_off() {
    let (computer, id, bytes) = left();
    let hash = |bytes: &[u8]| {
        let mut figures = String::new();
        for byte in Sha256::digest(bytes) {
            write!(figures, "{byte:02x}").unwrap();
        }
        figures
    };
    let last = bytes[..bytes.len() - 1]
        .rsplit(|byte| *byte == b'\n')
        .next()
        .unwrap();
    let count = computer.reading(&id).records.len();
    let open = format!(
        "(seq:{},program:\"9.9.9\",at:(wall:\"2036-11-25T08:00:00+07:00\",run:2,up:5),events:[Foreseen(what:1)],before:\"{}\"",
        count + 1,
        hash(last)
    );
    let seal: String = hash(open.as_bytes()).chars().take(16).collect();
    let line = format!("{open},seal:\"{seal}\")\n");
    let newer = [&bytes[..], line.as_bytes()].concat();
    fs::write(computer.journal(&id), &newer).unwrap();
    let says = told(Lang::Vi).errors;
    for command in ["verify", "export", "repair"] {
        let ran = computer.run(&[command, &id]);
        assert_eq!(ran.code, 1, "{command}");
        assert!(
            ran.err.contains(says[StoreMessage::NewerHint].as_str()),
            "{command}: {}",
            ran.err
        );
    }
    let mut terminal = computer.open(&["run", &id], WIDE);
    assert_eq!(terminal.wait_for_end(), 1);
    assert_eq!(fs::read(computer.journal(&id)).unwrap(), newer);
}
