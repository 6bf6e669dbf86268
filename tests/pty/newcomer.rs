//! A newcomer with the real program, in a small, a usual and a large window: from the first screen to the closed rehearsal of
//! six speakers, with the power cut in the middle, and to a dossier that is whole.

use std::path::{Path, PathBuf};

use doithoai::tui::desk::words::{NextMessage, PaneMessage};
use doithoai::tui::office::words::{EnterMessage, OfficeMessage};

use crate::aide::{Aide, before, office_words, words};
use crate::computer::{Computer, ROOMY};
use crate::keys::{DOWN, ENTER, SPACE, ctrl};
use crate::terminal::Terminal;

const F6: &str = "\x1b[17~";
const F9: &str = "\x1b[20~";
/// So many are called before the time is over, one of whom is absent.
const CALLED: usize = 7;

#[test]
fn from_the_first_screen_to_a_whole_dossier_in_a_small_window() {
    leads_a_rehearsal((80, 24));
}

#[test]
fn from_the_first_screen_to_a_whole_dossier_in_a_usual_window() {
    leads_a_rehearsal(ROOMY);
}

#[test]
fn from_the_first_screen_to_a_whole_dossier_in_a_large_window() {
    leads_a_rehearsal((200, 60));
}

fn leads_a_rehearsal(size: (u16, u16)) {
    let computer = Computer::new();
    let mut terminal = computer.open(&[], size);
    terminal.wait_for_text(office_words().enter[EnterMessage::Rehearse].as_str());
    terminal.press(ENTER);
    terminal.wait_for_text(office_words().general[OfficeMessage::ChooseRegulation].as_str());
    terminal.press(ENTER);
    let mut aide = Aide::at_terminal(terminal);
    let closed = words().panes[PaneMessage::Closed].to_string();
    let calls = format!("[Space] {}", before(&words().next[NextMessage::Call]));
    let mut classes = ["1", "1", "2", "1", "3"].into_iter().cycle();
    let mut called = 0;
    while !aide.shows(&closed) {
        let is_call = asks(&aide, &calls);
        match (is_call, called) {
            (true, CALLED) => {
                called += 1;
                nobody_else_has_time(&mut aide);
                continue;
            }
            (true, 2) => {
                called += 1;
                one_is_absent_and_a_newcomer_comes(&mut aide);
                continue;
            }
            (true, _) => called += 1,
            (false, _) => {}
        }
        // In a small window what Enter does besides stands in a row of its own.
        let key = if asks(&aide, "[Space]") {
            SPACE
        } else {
            aide.key_named(&mut classes)
        };
        aide.press_on(key);
        if is_call && called == 4 {
            // the power is cut while somebody speaks, and what was said to be saved is there
            let promised = aide.promised();
            aide.terminal.kill();
            aide = Aide::at_terminal(goes_on(&computer, size));
            assert!(aide.saved().unwrap() >= promised);
            assert!(aide.somebody_speaks());
            aide.wait_calmly();
        }
    }
    aide.press(ctrl('x'));
    aide.terminal.wait_for_text("ho-so");
    aide.wait_calmly();
    aide.press(ENTER);
    let folder = dossier(&computer);
    let made = folder.join("MANIFEST.sha256");
    aide.terminal.wait_until("the dossier", |_| made.exists());
    assert_eq!(aide.leave(), 0);
    is_whole(&computer, &folder);
}

/// Whether a row of the screen begins with this key.
fn asks(aide: &Aide, key: &str) -> bool {
    let text = aide.terminal.text();
    text.lines().any(|row| row.trim().starts_with(key))
}

/// The first screen again, with the session chosen that is going on.
fn goes_on(computer: &Computer, size: (u16, u16)) -> Terminal {
    let mut terminal = computer.open(&[], size);
    terminal.wait_for_text(&before(&office_words().enter[EnterMessage::Resume]));
    terminal.press(ENTER);
    terminal
}

fn one_is_absent_and_a_newcomer_comes(aide: &mut Aide) {
    aide.press(F6);
    aide.terminal.wait_for_text("Vắng mặt");
    aide.act(ENTER);
    aide.press(F9);
    aide.terminal.wait_for_text("Họ và tên");
    aide.press("Nguyễn Thị Ước");
    // the name stands in the form, and in the list of those who wait
    aide.terminal.wait_for("the name", |screen| {
        screen.contents().matches("Nguyễn Thị Ước").count() > 1
    });
    // Enter comes when the name is written, not in the midst of it.
    aide.wait_calmly();
    aide.act(ENTER);
    aide.terminal.wait_for_text("trùng tên với số 4");
}

fn nobody_else_has_time(aide: &mut Aide) {
    aide.press(ctrl('p'));
    aide.press("het gio cho nguoi con cho");
    aide.terminal
        .wait_for_text("[Enter] Hết giờ cho người còn chờ");
    aide.press(ENTER);
    aide.terminal.wait_for_text("[Enter] Để nguyên");
    aide.press(DOWN);
    aide.terminal.wait_for_text("[Enter] ghi hết thời gian cho");
    aide.wait_calmly();
    aide.act(ENTER);
}

fn dossier(computer: &Computer) -> PathBuf {
    let sessions = std::fs::read_dir(computer.data().join("sessions")).unwrap();
    let session = sessions.map(|entry| entry.unwrap().path()).next().unwrap();
    session.join("ho-so")
}

fn is_whole(computer: &Computer, folder: &Path) {
    let ran = computer.run(&["verify", folder.to_str().unwrap(), "--json"]);
    assert_eq!(ran.code, 0, "{} {}", ran.out, ran.err);
    let record = std::fs::read_to_string(folder.join("record.json")).unwrap();
    let record: serde_json::Value = serde_json::from_str(&record).unwrap();
    assert_eq!(record["closed"], true);
    let spoke = record["speakers"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|speaker| speaker["standing"] == "Spoke");
    assert_eq!(spoke.count(), CALLED - 1);
    assert_eq!(record["deviations"], serde_json::json!([]));
}
