//! Large letters with every Vietnamese mark, drawn from a real typeface into half blocks.
//!
//! For names, step titles and messages that a hall reads from afar. `fit` says how large a text can be, `Letters` draws it
//! as large as its area allows, or as plain bold text when that would be too small to read. The typeface is opened when
//! the first letter is drawn, never before. This module knows rectangles, colours and text, and nothing of what the text
//! is about.

mod cells;
mod face;
mod glyph;
mod grid;
mod marks;
mod page;
mod pixels;
mod plain;
mod sized;

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::widgets::Widget;

pub use super::canvas::{Ink, Rgb};
pub use page::{Fitted, fit, fit_all, fit_name};
pub(crate) use page::{Setting, fit_as};
pub(crate) use plain::draw_plain;

/// A text as large as its area allows, at the top of it.
#[derive(Debug, Clone, Copy)]
pub struct Letters<'a> {
    text: &'a str,
    ink: Ink,
    max_lines: u16,
    alignment: Alignment,
}

impl<'a> Letters<'a> {
    /// One line, aligned left.
    #[must_use]
    pub fn new(text: &'a str, ink: Ink) -> Self {
        Self {
            text,
            ink,
            max_lines: 1,
            alignment: Alignment::Left,
        }
    }

    /// Breaks between words into at most this many lines where the letters get larger by it.
    #[must_use]
    pub fn max_lines(self, max_lines: u16) -> Self {
        Self { max_lines, ..self }
    }

    #[must_use]
    pub fn alignment(self, alignment: Alignment) -> Self {
        Self { alignment, ..self }
    }
}

impl Widget for Letters<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        match fit(self.text, area.as_size(), self.max_lines) {
            Some(fitted) => fitted.draw(area, buf, self.ink, self.alignment),
            None => draw_plain(self.text, area, buf, self.ink, self.alignment),
        }
    }
}
