//! Puts the first screen into cells around its table. What there is no room for is left out whole.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::columns::BETWEEN;
use super::table;
use super::view::OfficeView;
use crate::domain::text::{self, width};
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;
use crate::tui::widgets::scroll::in_sight;

/// Draws the screen and returns where the cursor of the search stands.
pub fn draw(view: &OfficeView, area: Rect, buf: &mut Buffer, theme: &Theme) -> Option<(u16, u16)> {
    buf.set_style(area, theme.text());
    let inner = Rect {
        x: area.x + 1.min(area.width),
        width: area.width.saturating_sub(2),
        ..area
    };
    let mut bands = Bands::of(inner, view);
    let row = bands.take(1);
    let clock = lines::put_right(buf, row, 0, &view.clock, theme.faint());
    let left = Rect {
        width: row.width.saturating_sub(clock + BETWEEN),
        ..row
    };
    lines::put(buf, left, 0, &view.office, theme.accent());
    if bands.is_roomy {
        lines::put(buf, bands.take(1), 0, &view.summary, theme.strong());
        rule(buf, bands.take(1), theme.faint());
    }
    let at = draw_search(view, bands.take(1), buf, theme);
    if bands.is_roomy {
        bands.take(1);
    }
    draw_bottom(view, &mut bands, buf, theme);
    if view.question.is_some() {
        draw_over(view, bands.rest, buf, theme);
        return None;
    }
    match &view.empty {
        Some(text) => {
            lines::put_wrapped(buf, bands.rest, 1, text, bands.rest.height, theme.text());
        }
        None => table::draw_table(view, bands.rest, buf, theme),
    }
    Some(at)
}

/// What is still free between top and bottom.
struct Bands {
    rest: Rect,
    is_roomy: bool,
    detail_rows: u16,
}

impl Bands {
    fn of(area: Rect, view: &OfficeView) -> Self {
        let detail = u16::try_from(view.detail.len()).unwrap_or(0);
        let detail_rows = match area.height {
            0..20 => 0,
            20..30 => 2,
            _ => detail.max(3),
        };
        Self {
            rest: area,
            is_roomy: area.height >= 24,
            detail_rows,
        }
    }

    fn take(&mut self, rows: u16) -> Rect {
        let rows = rows.min(self.rest.height);
        let taken = Rect {
            height: rows,
            ..self.rest
        };
        self.rest.y += rows;
        self.rest.height -= rows;
        taken
    }

    fn take_bottom(&mut self, rows: u16) -> Rect {
        let rows = rows.min(self.rest.height);
        self.rest.height -= rows;
        Rect {
            y: self.rest.y + self.rest.height,
            height: rows,
            ..self.rest
        }
    }
}

fn rule(buf: &mut Buffer, row: Rect, style: Style) {
    let line = "─".repeat(usize::from(row.width));
    lines::put(buf, row, 0, &line, style);
}

/// What is typed to find a session; where the cursor stands.
fn draw_search(view: &OfficeView, row: Rect, buf: &mut Buffer, theme: &Theme) -> (u16, u16) {
    let count = lines::put_right(buf, row, 0, &view.count, theme.faint());
    let label = lines::put(buf, row, 0, &view.search, theme.accent()) + 1;
    let room = Rect {
        x: row.x + label,
        width: row.width.saturating_sub(label + count + BETWEEN),
        ..row
    };
    if view.typed.is_empty() {
        let hint = format!("  {}", view.hint);
        if width(&hint) <= usize::from(room.width) {
            lines::put(buf, room, 0, &hint, theme.faint());
        }
    } else {
        lines::put(buf, room, 0, &view.typed, theme.strong());
    }
    let before = u16::try_from(width(&view.before_cursor)).unwrap_or(0);
    (room.x + before.min(room.width.saturating_sub(1)), row.y)
}

/// From below: the keys, what Enter does, what was said, and the chosen session.
fn draw_bottom(view: &OfficeView, bands: &mut Bands, buf: &mut Buffer, theme: &Theme) {
    let keys = rows_of_keys(
        &view.keys,
        bands.rest.width,
        if bands.is_roomy { 3 } else { 1 },
    );
    let rows = u16::try_from(keys.len()).unwrap_or(0);
    let area = bands.take_bottom(rows);
    for (row, keys) in (0..).zip(&keys) {
        lines::put_row_of_keys(buf, area, row, keys, theme.strong(), theme.faint());
    }
    let bar = bands.take_bottom(1);
    if let Some(enter) = &view.enter {
        buf.set_style(bar, theme.bar());
        let key = " Enter ";
        let column = lines::put(buf, bar, 0, key, theme.bar()) + 1;
        let room = usize::from(bar.width.saturating_sub(column));
        // A long name of a step is left out whole, behind the colon.
        let text = if width(enter) <= room {
            enter.as_str()
        } else {
            enter.split(':').next().unwrap_or_default()
        };
        lines::put_at(buf, bar, column, 0, text, theme.bar());
    }
    // What was said stands there to its last word; a path that is cut leads nowhere.
    let told = view.notice.as_deref().unwrap_or_default();
    let rows = text::wrap(told, usize::from(bands.rest.width)).len();
    let rows = u16::try_from(rows).unwrap_or(1).max(1);
    let notice = bands.take_bottom(rows);
    lines::put_wrapped(buf, notice, 0, told, rows, theme.warning());
    if bands.detail_rows == 0 || view.question.is_some() {
        return;
    }
    let detail = bands.take_bottom(bands.detail_rows);
    let told = in_rows(&view.detail, bands.detail_rows, detail.width);
    for (row, text) in (0..bands.detail_rows).zip(told) {
        lines::put(buf, detail, row, text, theme.faint());
    }
    rule(buf, bands.take_bottom(1), theme.faint());
}

/// Sentences in so many rows: broken between their parts where there is room for it, else each without the last of them.
fn in_rows(sentences: &[String], rows: u16, columns: u16) -> Vec<&str> {
    let columns = usize::from(columns).max(1);
    let all: Vec<&str> = sentences
        .iter()
        .flat_map(|sentence| text::wrap_parts(sentence, columns))
        .collect();
    if all.len() <= usize::from(rows) {
        return all;
    }
    sentences
        .iter()
        .map(|sentence| {
            let mut kept = sentence.as_str();
            while width(kept) > columns
                && let Some((first, _)) = kept.rsplit_once(" · ")
            {
                kept = first;
            }
            text::wrap(kept, columns)
                .first()
                .copied()
                .unwrap_or_default()
        })
        .collect()
}

/// Keys in rows, each whole, as many as fit.
fn rows_of_keys(
    keys: &[(String, String)],
    columns: u16,
    most: usize,
) -> Vec<Vec<(String, String)>> {
    let mut rows: Vec<Vec<(String, String)>> = Vec::new();
    let mut free = 0_usize;
    for (key, name) in keys {
        let taken = width(key) + 1 + width(name) + 2;
        if taken > free + 2 {
            if rows.len() == most {
                break;
            }
            rows.push(Vec::new());
            free = usize::from(columns);
        }
        free = free.saturating_sub(taken);
        if let Some(row) = rows.last_mut() {
            row.push((key.clone(), name.clone()));
        }
    }
    rows
}

/// A question with what can be answered, in the place of the table.
fn draw_over(view: &OfficeView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let question = view.question.as_deref().unwrap_or_default();
    let mut row = lines::put_wrapped(buf, area, 1, question, 3, theme.strong()) + 2;
    let keys = view.options.iter().map(|(text, ..)| width(text)).max();
    let indent = u16::try_from(keys.unwrap_or(0)).unwrap_or(0) + 5;
    let room = Rect {
        x: area.x + indent.min(area.width),
        width: area.width.saturating_sub(indent),
        ..area
    };
    let heights: Vec<u16> = view
        .options
        .iter()
        .map(|(_, about, _)| text::wrap(about, usize::from(room.width).max(1)).len())
        .map(|rows| u16::try_from(rows).unwrap_or(u16::MAX).max(1))
        .collect();
    let chosen = view.options.iter().position(|(.., chosen)| *chosen);
    let left = area.height.saturating_sub(row);
    let seen = in_sight(&heights, chosen.unwrap_or(0), left);
    if seen.first > 0 {
        let told = view.above.render(&[("count", &seen.first)]);
        lines::put_at(buf, area, 3, row, &told, theme.faint());
        row += 1;
    }
    let shown = view.options.iter().skip(seen.first).take(seen.count);
    for (text, about, is_selected) in shown {
        let (sign, style) = if *is_selected {
            (" ▸ ", theme.accent())
        } else {
            ("   ", theme.text())
        };
        lines::put(buf, area, row, &format!("{sign}{text}"), style);
        let left = area.height.saturating_sub(row);
        row += lines::put_wrapped(buf, room, row, about, left, theme.faint()).max(1);
    }
    let after = view.options.len() - seen.first - seen.count;
    if after > 0 {
        let told = view.below.render(&[("count", &after)]);
        lines::put_at(buf, area, 3, row, &told, theme.faint());
    }
}
