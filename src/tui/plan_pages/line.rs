//! One line of text with a cursor; it may hold line breaks, which are shown as a sign. Knows letters and nothing else.

use crossterm::event::KeyEvent;
use tui_input::Input;

use crate::domain::text::clean_text;
use crate::tui::vn_input::Typing;
use crate::tui::widgets::typed_line;

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
        typed_line::insert(&mut self.input, text);
    }

    pub(super) fn press(&mut self, key: KeyEvent, typing: &mut Typing) {
        typed_line::press(&mut self.input, key, typing);
    }
}

/// A text in one line: a break is a sign.
pub(super) fn shown(text: &str) -> String {
    text.replace('\n', "⏎")
}
