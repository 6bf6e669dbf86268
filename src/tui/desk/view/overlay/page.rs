//! A page to read: keys and their texts, scrolled by line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::i18n::Message;
use crate::domain::text;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// The rows of a page: a key and one row of its text, or a heading.
fn page_rows(all: &[(String, String)], width: u16) -> Vec<(usize, &str, &str)> {
    let beside = usize::from(width.saturating_sub(BESIDE_KEY)).max(1);
    let mut rows = Vec::new();
    for (line, (key, words)) in all.iter().enumerate() {
        if key.is_empty() {
            rows.extend(
                text::wrap(words, usize::from(width).max(1))
                    .into_iter()
                    .map(|row| (line, "", row)),
            );
            continue;
        }
        for (at, row) in text::wrap(words, beside).into_iter().enumerate() {
            rows.push((line, if at == 0 { key.as_str() } else { " " }, row));
        }
    }
    rows
}

/// From this width on what stands beside the others has a column of its own.
const TWO_COLUMNS: u16 = 100;

/// Draws a page; what stands beside the others is at the left of a wide window.
pub(super) fn draw_page(
    all: &[(String, String)],
    (beside, scrolled): (usize, usize),
    more: &Message,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let Some((own, others)) = all
        .split_at_checked(beside)
        .filter(|(own, _)| !own.is_empty() && area.width >= TWO_COLUMNS)
    else {
        draw_column(all, scrolled, more, area, buf, theme);
        return;
    };
    let left = Rect {
        width: area.width / 2 - 2,
        ..area
    };
    let right = Rect {
        x: left.right() + 3,
        width: area.right().saturating_sub(left.right() + 3),
        ..area
    };
    // Both go on; the shorter one stops at its end.
    draw_column(own, scrolled, more, left, buf, theme);
    for row in area.top()..area.bottom() {
        if let Some(cell) = buf.cell_mut((left.right() + 1, row)) {
            cell.set_symbol("│").set_style(theme.faint());
        }
    }
    draw_column(others, scrolled, more, right, buf, theme);
}

fn draw_column(
    all: &[(String, String)],
    scrolled: usize,
    more: &Message,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let rows = page_rows(all, area.width);
    let room = usize::from(area.height).saturating_sub(1);
    let first = rows.iter().position(|(line, ..)| *line >= scrolled);
    let first = first
        .unwrap_or(rows.len())
        .min(rows.len().saturating_sub(room));
    for (at, (_, key, words)) in (0..).zip(rows.iter().skip(first).take(room)) {
        if key.is_empty() {
            lines::put(buf, area, at, words, theme.accent());
        } else {
            lines::put_at(buf, area, 1, at, key, theme.strong());
            lines::put_at(buf, area, BESIDE_KEY, at, words, theme.text());
        }
    }
    let left = rows.len().saturating_sub(first + room);
    lines::put_foot(buf, area, more, left, theme.faint());
}

/// The column in which the texts of a page begin, right of its keys.
const BESIDE_KEY: u16 = 13;
