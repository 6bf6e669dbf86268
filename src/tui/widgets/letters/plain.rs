//! The plain bold text that stands in where there are too few cells for large letters.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Stylize;
use ratatui::text::Line;
use ratatui::widgets::Widget;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::tui::widgets::canvas::Ink;
use crate::tui::widgets::wrap::wrap;

/// Draws `text` at the top of `area`, broken between words. What does not fit ends in an ellipsis, so that nobody takes the
/// beginning of a name for the whole.
pub(crate) fn draw_plain(text: &str, area: Rect, buf: &mut Buffer, ink: Ink, alignment: Alignment) {
    let text: String = text.nfc().collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let words = words.as_slice();
    let joined = |range: Range<usize>| words.get(range).unwrap_or_default().join(" ");
    let width = usize::from(area.width);
    let limit = i32::from(area.width);
    let lines = wrap(words.len(), limit, usize::MAX, |range| {
        i32::try_from(joined(range).width()).unwrap_or(i32::MAX)
    })
    .unwrap_or_else(|| (0..words.len()).map(|word| word..word + 1).collect());
    let rows = usize::from(area.height);
    for ((number, range), row) in lines.iter().enumerate().zip(area.rows()) {
        // The last row takes the whole rest, to be shortened.
        let is_last = number + 1 == rows;
        let line = joined(if is_last {
            range.start..words.len()
        } else {
            range.clone()
        });
        Line::from(shortened(&line, width))
            .style(ink.plain())
            .bold()
            .alignment(alignment)
            .render(row, buf);
    }
}

/// The text within `width` cells; a letter goes or stays as a whole.
fn shortened(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for letter in text.graphemes(true) {
        if kept.width() + letter.width() + 1 > width {
            break;
        }
        kept.push_str(letter);
    }
    kept + "…"
}
