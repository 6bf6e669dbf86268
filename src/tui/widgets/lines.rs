//! Text into cells: one line cut with an ellipsis, or several broken by word. Cells and nothing else.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::i18n::Message;
use crate::domain::text;

/// Writes one line into an area, from its left; what does not fit is cut at a letter. Returns the columns it took.
pub fn put(buf: &mut Buffer, area: Rect, row: u16, line: &str, style: Style) -> u16 {
    put_at(buf, area, 0, row, line, style)
}

/// The same, from a column on. A row outside the area is left out.
pub fn put_at(
    buf: &mut Buffer,
    area: Rect,
    column: u16,
    row: u16,
    line: &str,
    style: Style,
) -> u16 {
    if row >= area.height || column >= area.width {
        return 0;
    }
    let room = area.width - column;
    let (x, y) = (area.x + column, area.y + row);
    // Nearly every text is plain and fits; looking at each letter more than once is most of what a frame costs.
    let line = match text::plain_columns(line) {
        Some(columns) if columns <= usize::from(room) => Cow::Borrowed(line),
        Some(_) | None => {
            let line = text::shorten(line, usize::from(room));
            if text::plain_columns(&line).is_none() {
                let (end, _) = buf.set_stringn(x, y, &line, usize::from(room), style);
                return end.saturating_sub(x);
            }
            line
        }
    };
    let mut taken = 0;
    for c in line.chars() {
        if let Some(cell) = buf.cell_mut((x + taken, y)) {
            cell.set_char(c).set_style(style);
        }
        taken += 1;
    }
    taken
}

/// Writes one line against the right edge.
pub fn put_right(buf: &mut Buffer, area: Rect, row: u16, line: &str, style: Style) -> u16 {
    let width = u16::try_from(text::width(line))
        .unwrap_or(u16::MAX)
        .min(area.width);
    put_at(buf, area, area.width - width, row, line, style);
    width
}

/// Writes a text broken by word, at most so many rows; the last is cut with an ellipsis if there is more. Returns the
/// rows it took.
pub fn put_wrapped(
    buf: &mut Buffer,
    area: Rect,
    row: u16,
    words: &str,
    at_most: u16,
    style: Style,
) -> u16 {
    let room = at_most.min(area.height.saturating_sub(row));
    let lines = text::wrap(words, usize::from(area.width));
    let count = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    for (index, line) in (0..room).zip(&lines) {
        let is_cut = index + 1 == room && count > room;
        if is_cut {
            // One ellipsis, whether the word before it is whole or not.
            put(buf, area, row + index, &format!("{line} …"), style);
        } else {
            put(buf, area, row + index, line, style);
        }
    }
    count.min(room)
}

/// Says in the last row of an area how many more there are than stand in it; nothing where there are none.
pub fn put_foot(buf: &mut Buffer, area: Rect, more: &Message, left: usize, style: Style) {
    if left > 0 {
        let told = more.render(&[("count", &left)]);
        put(buf, area, area.height.saturating_sub(1), &told, style);
    }
}

/// A heading with a rule drawn to the right edge.
pub fn heading(buf: &mut Buffer, area: Rect, row: u16, title: &str, style: Style, rule: Style) {
    if row >= area.height {
        return;
    }
    // Words that do not fit are left out whole.
    let fitting = text::wrap(title, usize::from(area.width).max(1));
    let title = fitting.first().copied().unwrap_or_default();
    let end = put(buf, area, row, title, style) + 1;
    for column in end..area.width {
        if let Some(cell) = buf.cell_mut((area.x + column, area.y + row)) {
            cell.set_symbol("─").set_style(rule);
        }
    }
}

/// Writes keys and what they do, as many as fit whole; returns how many that are.
pub fn put_row_of_keys(
    buf: &mut Buffer,
    area: Rect,
    row: u16,
    keys: &[(String, String)],
    key_style: Style,
    text_style: Style,
) -> usize {
    let mut column = 0;
    for (count, (key, words)) in keys.iter().enumerate() {
        let between = u16::from(!key.is_empty());
        let width = u16::try_from(text::width(key) + text::width(words)).unwrap_or(u16::MAX);
        let width = width.saturating_add(between);
        if column + width > area.width {
            return count;
        }
        column += put_at(buf, area, column, row, key, key_style) + between;
        column += put_at(buf, area, column, row, words, text_style) + 2;
    }
    keys.len()
}

/// Lets a style fill an area, over what stands there.
pub fn shade(buf: &mut Buffer, area: Rect, style: Style) {
    buf.set_style(area, style);
}
