//! Text that is being typed survives a power cut, but for the last second of it. The first version did this, too.

use crate::aide::{Aide, before};
use crate::computer::Computer;
use crate::faults::Faults;
use crate::keys::{ENTER, ESC, F4, SPACE};
use doithoai::tui::desk::words::FormMessage;
use doithoai::tui::desk::words::NoticeMessage;

const EARLY: &str = "Bà Ước hỏi về đường trục thôn";
const LATE: &str = " và về nước";

#[test]
fn what_was_typed_a_second_before_the_power_cut_is_offered_again() {
    let (computer, id) = Computer::with_session("dien-bien");
    let mut aide = Aide::at(&computer, &id);
    aide.go_on();
    aide.open_note();
    aide.press(EARLY);
    aide.terminal.wait_for_text(EARLY);
    wait_for_another_second(&mut aide);
    wait_for_another_second(&mut aide);
    aide.press(LATE);
    aide.terminal.wait_for_text(LATE);
    aide.terminal.kill();

    let mut aide = Aide::at(&computer, &id);
    let draft = aide.words.notices[NoticeMessage::Draft].to_string();
    aide.terminal.wait_for_text(&draft);
    assert!(aide.shows(EARLY));
    aide.act(ENTER);
    let record = computer.record(&id);
    let note = record["notes"][0]["text"].as_str().unwrap();
    assert!(note == EARLY || note == format!("{EARLY}{LATE}"), "{note}");
}

#[test]
fn while_somebody_speaks_it_is_asked_first_whether_they_went_on() {
    let (mut computer, id) = Computer::with_session("dan-tien-2025");
    let mut faults = Faults::on(&mut computer);
    let mut aide = Aide::at(&computer, &id);
    aide.go_on_until_somebody_speaks();
    let name = "Triệu Văn Kẻo";
    aide.open(F4, &before(&aide.words.forms[FormMessage::NewItem]));
    aide.press(EARLY);
    aide.terminal.wait_for_text(EARLY);
    let draft = computer.session(&id).join("desk.draft.ron");
    aide.terminal.wait_until("the draft on disk", |_| {
        std::fs::read_to_string(&draft).is_ok_and(|kept| kept.contains(EARLY))
    });
    aide.terminal.kill();
    faults.time_passes(30);

    for answer in [ESC, ENTER] {
        let mut aide = Aide::at(&computer, &id);
        let question = aide.words.forms[FormMessage::WentOn].to_string();
        aide.terminal.wait_for_text(&question);
        // Even if the power is cut again before the question is answered, the text is kept.
        wait_for_another_second(&mut aide);
        aide.press(answer);
        aide.terminal.wait_for_text(EARLY);
        assert!(aide.shows(aide.words.notices[NoticeMessage::Draft].as_str()) && aide.shows(name));
        if answer == ESC {
            aide.terminal.kill();
            continue;
        }
        aide.act(ENTER);
    }
    let record = computer.record(&id);
    let items = record["items"].as_array().unwrap();
    assert_eq!(items.last().unwrap()["text"], serde_json::json!(EARLY));
}

#[test]
fn what_was_accepted_is_not_offered_again() {
    let (computer, id) = Computer::with_session("dien-bien");
    let mut aide = Aide::at(&computer, &id);
    aide.go_on();
    aide.note(EARLY);
    wait_for_another_second(&mut aide);
    aide.terminal.kill();

    let mut aide = Aide::at(&computer, &id);
    aide.act(SPACE);
    assert!(!aide.shows(aide.words.notices[NoticeMessage::Draft].as_str()));
}

/// Waits until the clock in the header shows another second.
fn wait_for_another_second(aide: &mut Aide) {
    let before = wall_clock(&aide.terminal.text());
    aide.terminal.wait_for("another second", |screen| {
        wall_clock(&screen.contents()) != before
    });
}

/// The first `08:05:09` on the screen: the header's clock stands above every other.
fn wall_clock(screen: &str) -> Option<String> {
    let is_clock = |word: &&str| {
        word.len() == 8
            && word.char_indices().all(|(at, c)| {
                if at % 3 == 2 {
                    c == ':'
                } else {
                    c.is_ascii_digit()
                }
            })
    };
    screen
        .split_whitespace()
        .find(is_clock)
        .map(ToOwned::to_owned)
}
