//! What a key does to a line of text with a cursor, typed with the computer's own input method or the built-in one. Knows
//! neither what the line is for nor how it is drawn.

use std::borrow::Cow;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use tui_input::backend::crossterm::EventHandler as _;
use tui_input::{Input, InputRequest};

use crate::domain::text::nfc;
use crate::tui::vn_input::Typing;

/// The letter that a key writes; `None` for a key that moves or deletes.
pub fn letter_of(key: KeyEvent) -> Option<char> {
    let is_chord = key
        .modifiers
        .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    if let (KeyCode::Char(letter), false) = (key.code, is_chord) {
        Some(letter)
    } else {
        None
    }
}

/// A key in the line.
pub fn press(input: &mut Input, key: KeyEvent, typing: &mut Typing) {
    if let Some(letter) = letter_of(key) {
        let edit = typing.press(&before_cursor(input), letter);
        for _ in 0..edit.erase {
            input.handle(InputRequest::DeletePrevChar);
        }
        write(input, &edit.insert);
    } else {
        input.handle_event(&Event::Key(key));
    }
    settle(input);
}

/// A text where the cursor is.
pub fn insert(input: &mut Input, text: &str) {
    write(input, text);
    settle(input);
}

fn write(input: &mut Input, text: &str) {
    for letter in text.chars() {
        input.handle(InputRequest::InsertChar(letter));
    }
}

/// An outside input method may compose a letter out of several: one spelling, and the cursor behind the same letter.
pub fn settle(input: &mut Input) {
    if let Cow::Owned(composed) = nfc(input.value()) {
        let cursor = nfc(&before_cursor(input)).chars().count();
        *input = Input::new(composed).with_cursor(cursor);
    }
}

/// The text before the cursor.
pub fn before_cursor(input: &Input) -> String {
    input.value().chars().take(input.cursor()).collect()
}
