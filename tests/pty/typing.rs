//! Vietnamese input methods in the terminal: what they send comes out right in a field, in one piece or letter by
//! letter, and does nothing where no field is open.

use crate::aide::Aide;
use crate::computer::Computer;
use crate::keys::{ENTER, ESC, F1, F4, SPACE};
use crate::support::typing_bursts::{Burst, bursts};
use doithoai::tui::desk::words::FormMessage;
use doithoai::tui::desk::words::NoticeMessage;

/// More than anybody has the patience for, even if each took no time.
const PRESSES: usize = 2000;

#[test]
fn every_burst_in_one_piece_comes_out_right_in_a_field() {
    let (computer, id) = Computer::with_session("dan-tien-2025");
    let mut aide = Aide::at(&computer, &id);
    aide.go_on();
    let bursts = bursts();
    for burst in &bursts {
        aide.open_note();
        aide.press(&burst.bytes);
        accept(&mut aide, burst);
    }
    assert_eq!(notes(&computer, &id), texts(&bursts));
}

#[test]
fn every_burst_letter_by_letter_comes_out_right_in_a_field() {
    let (computer, id) = Computer::with_session("dan-tien-2025");
    let mut aide = Aide::at(&computer, &id);
    aide.go_on();
    let bursts = some_bursts();
    for burst in &bursts {
        aide.open_note();
        one_by_one(&mut aide, burst);
        accept(&mut aide, burst);
    }
    assert_eq!(notes(&computer, &id), texts(&bursts));
}

#[test]
fn a_line_break_in_a_burst_does_not_submit_the_form() {
    let (computer, id) = Computer::with_session("dan-tien-2025");
    let mut aide = Aide::at(&computer, &id);
    aide.go_on_until_somebody_speaks();
    let saved = aide.saved();
    aide.open(
        F4,
        &crate::aide::before(&aide.words.forms[FormMessage::NewItem]),
    );
    aide.press("đường hỏng\rnước thiếu\r");
    aide.terminal.wait_for_text("đường hỏng nước thiếu");
    assert_eq!(aide.saved(), saved);
    aide.act(ENTER);
    let record = computer.record(&id);
    let items = record["items"].as_array().unwrap();
    let text = items.last().unwrap()["text"].as_str().unwrap();
    assert_eq!(text, "đường hỏng nước thiếu");
}

#[test]
fn pasted_text_stays_text() {
    let (computer, id) = Computer::with_session("dan-tien-2025");
    let mut aide = Aide::at(&computer, &id);
    aide.go_on_until_somebody_speaks();
    let pasted = "\x1b[200~1 2 3\rđường liên thôn\x1b[201~";
    nothing_happens(&mut aide, |aide| aide.press(pasted));
    aide.open_note();
    aide.press(pasted);
    aide.terminal.wait_for_text("1 2 3 đường liên thôn");
    aide.act(ENTER);
    assert_eq!(notes(&computer, &id), ["1 2 3 đường liên thôn"]);
}

#[test]
fn bursts_do_nothing_while_somebody_speaks() {
    let (computer, id) = Computer::with_session("dan-tien-2025");
    let mut aide = Aide::at(&computer, &id);
    aide.go_on_until_somebody_speaks();
    bursts_do_nothing(&mut aide);
}

#[test]
fn bursts_do_nothing_while_an_item_waits_for_its_class() {
    let (computer, id) = Computer::with_session("dan-tien-2025");
    let mut aide = Aide::at(&computer, &id);
    aide.go_on_until_an_item_is_to_be_classed();
    bursts_do_nothing(&mut aide);
    assert!(aide.item_to_class().is_some());
}

/// Each burst in one piece, in one piece with a line break, and letter by letter.
fn bursts_do_nothing(aide: &mut Aide) {
    for burst in bursts() {
        nothing_happens(aide, |aide| aide.press(&burst.bytes));
        let line = [&burst.bytes[..], b" 1 2 3\r"].concat();
        nothing_happens(aide, |aide| aide.press(&line));
    }
    for burst in some_bursts() {
        nothing_happens(aide, |aide| one_by_one(aide, &burst));
    }
}

/// Letter by letter takes long: those written down, and every third of the others. Eight follow each other for one text,
/// so each text, method, backspace and encoding is among them.
fn some_bursts() -> Vec<Burst> {
    let is_chosen = |(at, _): &(usize, Burst)| *at < 8 || at % 3 == 0;
    let chosen = bursts().into_iter().enumerate().filter(is_chosen);
    chosen.map(|(_, burst)| burst).collect()
}

/// Whatever was pressed, no record is written. `F1` always acts, so once its page is there all keys before it were read.
fn nothing_happens(aide: &mut Aide, press: impl FnOnce(&mut Aide)) {
    let saved = aide.saved();
    press(aide);
    let help = aide.first_key(FormMessage::KeysHelp);
    aide.open(F1, &help);
    assert_eq!(aide.saved(), saved);
    aide.press(ESC);
    aide.terminal.wait_for("the help to close", |screen| {
        !crate::terminal::shows(screen, &help)
    });
}

/// Every byte by itself, and every letter only after the one before it was drawn.
fn one_by_one(aide: &mut Aide, burst: &Burst) {
    for letter in std::str::from_utf8(&burst.bytes).unwrap().chars() {
        aide.terminal.take_in();
        let mut buffer = [0; 4];
        for byte in letter.encode_utf8(&mut buffer).bytes() {
            aide.press([byte]);
        }
        aide.terminal.wait_for_frame();
    }
}

fn accept(aide: &mut Aide, burst: &Burst) {
    // The text may stand elsewhere on the desk, too; in the field it has a row of its own inside the frame.
    aide.terminal.wait_for(&burst.name, |screen| {
        let text = screen.contents();
        text.split(['│', '\n'])
            .any(|part| part.trim() == burst.text)
    });
    aide.act(ENTER);
}

fn texts(bursts: &[Burst]) -> Vec<String> {
    bursts.iter().map(|burst| burst.text.clone()).collect()
}

fn notes(computer: &Computer, id: &str) -> Vec<String> {
    let record = computer.record(id);
    let notes = record["notes"].as_array().unwrap();
    let text = |note: &serde_json::Value| note["text"].as_str().unwrap().to_owned();
    notes.iter().map(text).collect()
}

#[test]
fn after_stray_typing_the_one_key_acts_again() {
    let (computer, id) = Computer::with_session("dan-tien-2025");
    let mut aide = Aide::at(&computer, &id);
    aide.go_on_until_somebody_speaks();
    aide.press("duwowngf ");
    let stray = aide.words.notices[NoticeMessage::Stray].to_string();
    aide.terminal.wait_for_text(&stray);
    let saved = aide.saved().unwrap();
    // Pressed again and again, as people do, it acts once the typing is over for a while.
    for _ in 0..PRESSES {
        if aide.saved() != Some(saved) {
            return;
        }
        aide.press(SPACE);
        aide.terminal.wait_for_frame();
    }
    panic!("{PRESSES} presses and nothing happens");
}
