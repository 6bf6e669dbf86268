//! Setting texts under each other: each as large as its share of the window allows, and in plain bold text where large
//! letters would be too small. Knows texts and rectangles, nothing of what they say.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect, Size};

use crate::text;
use crate::widgets::letters::{Fitted, Ink, draw_plain, fit};

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
