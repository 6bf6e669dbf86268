//! One line of text with a cursor; it may hold line breaks, which are shown as a sign. Knows letters and nothing else.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use tui_input::backend::crossterm::EventHandler as _;
use tui_input::{Input, InputRequest};

use crate::domain::text::{clean_text, nfc};
use crate::tui::vn_input::Typing;

#[derive(Debug, Clone, Default)]
pub(super) struct EditLine {
    input: Input,
}

impl EditLine {
    pub(super) fn of(text: &str) -> Self {
        Self {
            input: Input::new(text.to_owned()),
        }
    }

    pub(super) fn text(&self) -> String {
        clean_text(self.input.value()).trim().to_owned()
    }

    /// The text as it is drawn, and how many letters stand before the cursor.
    pub(super) fn shown(&self) -> (String, usize) {
        (shown(self.input.value()), self.input.cursor())
    }

    pub(super) fn insert(&mut self, text: &str) {
        for letter in text.chars() {
            self.input.handle(InputRequest::InsertChar(letter));
        }
        self.settle();
    }

    pub(super) fn press(&mut self, key: KeyEvent, typing: &mut Typing) {
        let is_plain = !key
            .modifiers
            .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        if let (KeyCode::Char(letter), true) = (key.code, is_plain) {
            let before: String = self
                .input
                .value()
                .chars()
                .take(self.input.cursor())
                .collect();
            let edit = typing.press(&before, letter);
            for _ in 0..edit.erase {
                self.input.handle(InputRequest::DeletePrevChar);
            }
            for letter in edit.insert.chars() {
                self.input.handle(InputRequest::InsertChar(letter));
            }
        } else {
            self.input.handle_event(&Event::Key(key));
        }
        self.settle();
    }

    /// One spelling, and the cursor behind the same letter.
    fn settle(&mut self) {
        let value = self.input.value();
        if let std::borrow::Cow::Owned(composed) = nfc(value) {
            let before: String = value.chars().take(self.input.cursor()).collect();
            let cursor = nfc(&before).chars().count();
            self.input = Input::new(composed).with_cursor(cursor);
        }
    }
}

/// A text in one line: a break is a sign.
pub(super) fn shown(text: &str) -> String {
    text.replace('\n', "⏎")
}
