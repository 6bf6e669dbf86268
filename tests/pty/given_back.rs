//! The terminal is given back as it was: the other screen left, the cursor there, pasting as before. The first version did
//! this after a proper end, too; after an error, and with the output stopped, it did not.

use std::time::Duration;

use crate::aide::Aide;
use crate::computer::{Computer, ROOMY, told};
use crate::keys::ESC;
use crate::terminal::{Terminal, last};
use doithoai::domain::i18n::Lang;
use doithoai::store::explain::StoreMessage;
use doithoai::tui::office::words::OfficeMessage;

#[test]
fn after_leaving_the_desk_the_terminal_is_as_it_was() {
    let (computer, id) = Computer::with_session("lao-cai-7-qc-tu-2025");
    let mut aide = Aide::at(&computer, &id);
    assert_eq!(
        aide.leave(),
        0,
        "a session that has not begun is left at once"
    );
    is_given_back(&aide.terminal);

    let mut aide = Aide::at(&computer, &id);
    aide.go_on();
    assert_eq!(aide.leave(), 0, "and one that goes on after a question");
    is_given_back(&aide.terminal);
    // and it stands there how to come back
    let text = aide.terminal.text();
    assert!(text.contains(&format!("doithoai run {id}")), "{text}");
}

#[test]
fn after_leaving_the_first_screen_the_terminal_is_as_it_was() {
    let computer = Computer::new();
    let mut terminal = computer.open(&[], ROOMY);
    terminal.wait_for_text(crate::aide::office_words().general[OfficeMessage::Name].as_str());
    terminal.press(ESC);
    assert_eq!(terminal.wait_for_end(), 0);
    is_given_back(&terminal);
}

#[test]
fn after_an_error_the_terminal_is_as_it_was_and_the_error_stands_on_it() {
    let (computer, id) = Computer::with_session("lao-cai-7-qc-tu-2025");
    std::fs::write(computer.journal(&id), "(seq:1)\n(seq:2)\n").unwrap();
    let mut terminal = computer.open(&["run", &id], ROOMY);
    assert_eq!(terminal.wait_for_end(), 1);
    is_given_back(&terminal);
    let hint = told(Lang::Vi).errors[StoreMessage::EmptyHint].clone();
    assert!(
        terminal.text().contains(hint.as_str()),
        "{}",
        terminal.text()
    );
}

#[test]
fn a_program_that_was_asked_to_end_has_lost_nothing() {
    let (computer, id) = Computer::with_session("lao-cai-7-qc-tu-2025");
    for signal in ["TERM", "HUP", "INT"] {
        let mut aide = Aide::at(&computer, &id);
        aide.go_on();
        let saved = aide.saved().unwrap();
        aide.terminal.signal(signal);
        aide.terminal.wait_for_end();
        assert!(computer.reading(&id).records.len() as u64 >= saved);
    }
}

pub fn is_given_back(terminal: &Terminal) {
    let screen = terminal.screen();
    assert!(!screen.alternate_screen());
    assert!(!screen.hide_cursor());
    assert!(!screen.bracketed_paste());
    let raw = terminal.raw();
    for (taken, given_back) in [
        (b"\x1b[?1049h", b"\x1b[?1049l"),
        (b"\x1b[?2004h", b"\x1b[?2004l"),
    ] {
        assert!(last(raw, taken).is_some());
        assert!(last(raw, given_back) > last(raw, taken));
    }
    assert!(last(raw, b"\x1b[?25h") > last(raw, b"\x1b[?25l"));
}

#[test]
fn output_that_was_stopped_while_it_stood_aside_does_not_hold_it_up() {
    let (computer, id) = Computer::with_session("lao-cai-7-qc-tu-2025");
    let mut aide = Aide::at(&computer, &id);
    aide.go_on();
    // given a desk that was put aside, and Ctrl+S pressed meanwhile, by which a terminal takes no output
    aide.terminal.signal("TSTP");
    aide.terminal.wait_until_stopped();
    aide.terminal
        .wait_for_anything("the terminal to be given back", |terminal| {
            !terminal.screen().alternate_screen()
        });
    aide.terminal.press("\x13");
    // when it is continued, with something new to draw
    aide.terminal.pause(Duration::from_millis(1100));
    aide.terminal.signal("CONT");
    // then it draws all the same, and takes keys
    aide.terminal.wait_until("the desk to be back", |terminal| {
        terminal.screen().alternate_screen()
    });
    aide.wait_for_desk();
    aide.note("lại đi");
}
