//! Setting texts under each other: each as large as its share of the window allows, and in plain bold text where large
//! letters would be too small. Knows texts and rectangles, nothing of what they say.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect, Size};

use crate::domain::text;
use crate::tui::widgets::letters::{Fitted, Ink, draw_plain, fit, fit_all};

/// The rows of the smallest large letters with marks over and under them, such as `Ấ` and `ỵ`.
pub(super) const MARKED: u16 = 9;
/// As high and as deep as a line can be.
const TALL: &str = "Ẫỵ";

/// A text that knows how many rows it takes.
pub(super) enum Set {
    Large(Fitted),
    Plain { text: String, rows: u16 },
}

impl Set {
    /// The text in at most this size, large on at most so many lines, or plain.
    pub(super) fn of(text: &str, size: Size, max_lines: u16) -> Self {
        match fit(text, size, max_lines) {
            Some(fitted) => Self::Large(fitted),
            None => Self::plain(text, size),
        }
    }

    /// The text in the first size, or in the second where it would be plain in the first.
    pub(super) fn of_or(text: &str, sizes: [Size; 2], max_lines: u16) -> Self {
        let [first, second] = sizes;
        match Self::of(text, first, max_lines) {
            Self::Plain { .. } => Self::of(text, second, max_lines),
            large @ Self::Large(_) => large,
        }
    }

    /// The same on lines of even height: capitals are as high as if the text had letters with all marks, so that a text
    /// without any does not outgrow the one over it.
    pub(super) fn even(text: &str, size: Size, max_lines: u16) -> Self {
        let fitted = fit_all(&[text, TALL], size, max_lines);
        match fitted.and_then(|fitted| fitted.into_iter().next()) {
            Some(fitted) => Self::Large(fitted),
            None => Self::plain(text, size),
        }
    }

    /// The same in the first size, or in the second where it would be plain in the first.
    pub(super) fn even_or(text: &str, sizes: [Size; 2], max_lines: u16) -> Self {
        let [first, second] = sizes;
        match Self::even(text, first, max_lines) {
            Self::Plain { .. } => Self::of(text, second, max_lines),
            large @ Self::Large(_) => large,
        }
    }

    pub(super) fn plain(text: &str, size: Size) -> Self {
        let lines = text::wrap(text, usize::from(size.width)).len();
        Self::Plain {
            text: text.to_owned(),
            rows: u16::try_from(lines).unwrap_or(u16::MAX).min(size.height),
        }
    }

    pub(super) fn rows(&self) -> u16 {
        match self {
            Self::Large(fitted) => fitted.size().height,
            Self::Plain { rows, .. } => *rows,
        }
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, ink: Ink, alignment: Alignment) {
        match self {
            Self::Large(fitted) => fitted.draw(area, buf, ink, alignment),
            Self::Plain { text, rows } => {
                let area = Rect {
                    height: area.height.min(*rows),
                    ..area
                };
                draw_plain(text, area, buf, ink, alignment);
            }
        }
    }
}

/// The part of a window that is still free, filled from above.
#[derive(Clone, Copy)]
pub(super) struct Column(Rect);

impl Column {
    /// The window without a margin at its sides.
    pub(super) fn within(area: Rect) -> Self {
        let margin = area.width / 40;
        Self(Rect {
            x: area.x + margin,
            width: area.width - 2 * margin,
            ..area
        })
    }

    pub(super) fn all_of(area: Rect) -> Self {
        Self(area)
    }

    pub(super) fn rest(self) -> Rect {
        self.0
    }

    /// The next rows from above, as far as there are any.
    pub(super) fn take(&mut self, rows: u16) -> Rect {
        let rows = rows.min(self.0.height);
        let taken = Rect {
            height: rows,
            ..self.0
        };
        self.0.y += rows;
        self.0.height -= rows;
        taken
    }

    pub(super) fn skip(&mut self, rows: u16) {
        self.take(rows);
    }

    /// The next rows from below, as far as there are any.
    pub(super) fn take_bottom(&mut self, rows: u16) -> Rect {
        let rows = rows.min(self.0.height);
        self.0.height -= rows;
        Rect {
            y: self.0.y + self.0.height,
            height: rows,
            ..self.0
        }
    }
}

/// A share of the rows of an area, at least one.
pub(super) fn percent(area: Rect, share: u16) -> Size {
    let rows = u32::from(area.height) * u32::from(share) / 100;
    Size::new(
        area.width,
        u16::try_from(rows).unwrap_or(area.height).max(1),
    )
}
