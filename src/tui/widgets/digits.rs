//! A clock in large digits, in the typeface of the large letters.
//!
//! It is given the text of the clock, such as `04:31` or `+00:42`; it knows no time and no limit.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::widgets::Widget;

use super::letters::{Ink, Setting, draw_plain, fit_as};

/// A clock, as large as its area allows and in the middle of it. Digits are equally wide, so nothing trembles as they count.
#[derive(Debug, Clone, Copy)]
pub struct Digits<'a> {
    text: &'a str,
    ink: Ink,
    reserved: Option<&'a str>,
}

impl<'a> Digits<'a> {
    #[must_use]
    pub fn new(text: &'a str, ink: Ink) -> Self {
        Self {
            text,
            ink,
            reserved: None,
        }
    }

    /// Keeps room for a longer text, so that the digits stay as large when a clock passes from `00:00` to `+00:01`.
    #[must_use]
    pub fn reserving(self, longest: &'a str) -> Self {
        Self {
            reserved: Some(longest),
            ..self
        }
    }
}

impl Widget for Digits<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        let texts = [self.text, self.reserved.unwrap_or(self.text)];
        let fitted = fit_as(Setting::Clock, &texts, area.as_size(), 1);
        let height = fitted
            .iter()
            .flatten()
            .next()
            .map_or(1, |fitted| fitted.size().height);
        let middle = Rect {
            y: area.y + area.height.saturating_sub(height) / 2,
            ..area
        };
        let middle = middle.intersection(area);
        match fitted.iter().flatten().next() {
            Some(fitted) => fitted.draw(middle, buf, self.ink, Alignment::Center),
            None => draw_plain(self.text, middle, buf, self.ink, Alignment::Center),
        }
    }
}
