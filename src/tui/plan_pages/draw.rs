//! Draws the pages from their data. Decides nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::cells::{cell, columns, of_mark};
use super::grid_draw;
use super::tabs;
use super::view::{CellView, LineView, PageBody, PageMark, PagePanel, PagesView};
use crate::domain::text;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;
use crate::tui::widgets::scroll::first_in_sight;

/// Rows of keys at the foot: all keys are seen in a window of this width, or else of this height.
const fn key_rows(area: Rect) -> u16 {
    if area.width < 120 && area.height >= 20 {
        3
    } else {
        2
    }
}

/// Draws everything; returns where the cursor stands.
pub fn draw(view: &PagesView, area: Rect, buf: &mut Buffer, theme: &Theme) -> Option<(u16, u16)> {
    buf.set_style(area, theme.text());
    if area.width < 40 || area.height < 12 {
        lines::put_wrapped(buf, area, 0, &view.title, area.height, theme.text());
        return None;
    }
    let inner = Rect {
        x: area.x + 1,
        width: area.width - 2,
        ..area
    };
    let title_rows = lines::put_wrapped(buf, inner, 0, &view.title, 2, theme.accent());
    let help_rows = 3.min(inner.height / 5).max(2);
    let key_rows = key_rows(area);
    let middle = Rect {
        y: inner.y + title_rows + 1,
        height: inner
            .height
            .saturating_sub(title_rows + 1 + help_rows + 2 + key_rows),
        ..inner
    };
    let page = if area.width >= tabs::WIDE {
        let side = Rect {
            width: tabs::SIDE,
            ..middle
        };
        tabs::draw_beside(&view.tabs, side, buf, theme);
        Rect {
            x: middle.x + tabs::SIDE,
            width: middle.width - tabs::SIDE,
            ..middle
        }
    } else {
        let above = Rect {
            y: inner.y + title_rows,
            height: 1,
            ..inner
        };
        tabs::draw_above(&view.tabs, above, buf, theme);
        middle
    };
    let about_rows = lines::put_wrapped(buf, page, 0, &view.about, 2, theme.faint()) + 1;
    let body = Rect {
        y: page.y + about_rows,
        height: page.height.saturating_sub(about_rows),
        ..page
    };
    let (body, in_grid) = match &view.grid {
        Some(grid) => {
            let (taken, cursor) = grid_draw::draw(grid, body, buf, theme);
            let below = Rect {
                y: body.y + taken,
                height: body.height - taken,
                ..body
            };
            (below, cursor)
        }
        None => (body, None),
    };
    let cursor = match &view.body {
        PageBody::Lines(of) => lines_body(of, body, buf, theme),
        PageBody::List { headings, rows, at } => list(headings, rows, *at, body, buf, theme),
        PageBody::Sentences { lines, at, above } => {
            sentences(lines, *at, above, body, buf, theme);
            None
        }
    };
    let foot = Rect {
        y: inner.y + inner.height - help_rows - 1 - key_rows,
        height: help_rows + 1 + key_rows,
        ..inner
    };
    let mut row = 0;
    for line in &view.help {
        if row < help_rows {
            let style = match line.chars().next() {
                Some('✗') => theme.over(),
                Some('!') => theme.warning(),
                Some(_) | None => theme.faint(),
            };
            row += lines::put_wrapped(buf, foot, row, line, help_rows - row, style);
        }
    }
    lines::put(buf, foot, help_rows, &view.notice, theme.warning());
    let mut keys = view.keys.as_slice();
    for row in 0..key_rows {
        let row = help_rows + 1 + row;
        let put = lines::put_row_of_keys(buf, foot, row, keys, theme.strong(), theme.faint());
        keys = keys.get(put..).unwrap_or_default();
    }
    match &view.over {
        Some(panel) => {
            over(panel, area, buf, theme);
            None
        }
        None if view.grid.is_some() => in_grid,
        None => cursor,
    }
}

fn lines_body(of: &[LineView], area: Rect, buf: &mut Buffer, theme: &Theme) -> Option<(u16, u16)> {
    let at = of
        .iter()
        .position(|line| line.cell.cursor.is_some())
        .unwrap_or(0);
    let longest = of
        .iter()
        .map(|line| text::width(&line.label))
        .max()
        .unwrap_or(0);
    let label = u16::try_from(longest + 3).unwrap_or(30).min(area.width / 2);
    let room = usize::from(area.width.saturating_sub(label + 1)).max(1);
    let rows_of = |line: &LineView| wrapped_rows(line, room);
    let all: u16 = of.iter().map(rows_of).fold(0, u16::saturating_add);
    let wraps = all <= area.height;
    let first = if wraps {
        0
    } else {
        first_in_sight(of.len(), at, usize::from(area.height))
    };
    let mut cursor = None;
    let mut row = 0;
    for line in of.iter().skip(first) {
        let height = if wraps { rows_of(line) } else { 1 };
        if row + height > area.height {
            break;
        }
        let name = Rect {
            width: label,
            y: area.y + row,
            height,
            ..area
        };
        let needed = if line.needed { " *" } else { "" };
        let style = if line.cell.cursor.is_some() {
            theme.strong()
        } else {
            theme.text()
        };
        lines::put(buf, name, 0, &format!("{}{needed}", line.label), style);
        let value = Rect {
            x: area.x + label,
            width: area.width - label,
            ..name
        };
        cursor = cell(&line.cell, value, buf, theme).or(cursor);
        if line.cell.cursor.is_none() && line.cell.text.is_empty() {
            lines::put_at(buf, value, 1, 0, &line.hint, theme.faint());
        }
        row += height;
    }
    cursor
}

/// Where there is room for it, a long text wraps; the one that is typed in is moved instead.
fn wrapped_rows(line: &LineView, room: usize) -> u16 {
    if line.cell.cursor.is_some() {
        return 1;
    }
    let rows = text::wrap(&line.cell.text, room).len();
    u16::try_from(rows).unwrap_or(1).max(1)
}

fn list(
    headings: &[(String, u16)],
    rows: &[Vec<CellView>],
    at: usize,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> Option<(u16, u16)> {
    let here = rows
        .get(at)
        .and_then(|cells| cells.iter().position(|cell| cell.cursor.is_some()))
        .unwrap_or(0);
    let columns = columns(headings, here, area.width.saturating_sub(4));
    let number = |row: u16, text: &str, buf: &mut Buffer| {
        lines::put(buf, area, row, text, theme.faint());
    };
    let mut x = 4;
    for (index, width) in &columns {
        let place = Rect {
            x: area.x + x,
            width: *width,
            ..area
        };
        if let Some((name, _)) = headings.get(*index) {
            lines::put(buf, place, 0, &format!(" {name}"), theme.strong());
        }
        x += width + 1;
    }
    let room = area.height.saturating_sub(1);
    let first = first_in_sight(rows.len(), at, usize::from(room));
    let mut cursor = None;
    for (line, (index, cells)) in (1..=room).zip(rows.iter().enumerate().skip(first)) {
        let is_new = index + 1 == rows.len();
        let name = if is_new {
            "+".to_owned()
        } else {
            (index + 1).to_string()
        };
        number(line, &name, buf);
        let mut x = 4;
        for (column, width) in &columns {
            let place = Rect {
                x: area.x + x,
                y: area.y + line,
                width: *width,
                height: 1,
            };
            if let Some(of) = cells.get(*column) {
                cursor = cell(of, place, buf, theme).or(cursor);
            }
            x += width + 1;
        }
    }
    cursor
}

fn sentences(
    of: &[(String, PageMark)],
    at: usize,
    above: &[String],
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let mut row = 0;
    for line in above {
        let room = (area.height / 2).saturating_sub(row);
        row += lines::put_wrapped(buf, area, row, line, room, theme.faint());
    }
    if !above.is_empty() {
        row += 1;
    }
    // Whole sentences: from the one in question on, with as many before it as there is room for.
    let height = |line: &str| text::wrap(line, usize::from(area.width.saturating_sub(2))).len();
    let room = usize::from(area.height.saturating_sub(row));
    let mut first = at.min(of.len().saturating_sub(1));
    let mut used = of.get(first).map_or(0, |(line, _)| height(line));
    while first > 0 {
        let more = of.get(first - 1).map_or(0, |(line, _)| height(line));
        if used + more > room {
            break;
        }
        used += more;
        first -= 1;
    }
    for (index, (line, mark)) in of.iter().enumerate().skip(first) {
        if row >= area.height {
            break;
        }
        let pointer = if index == at { "▶" } else { " " };
        lines::put(buf, area, row, pointer, theme.accent());
        let place = Rect {
            x: area.x + 2,
            width: area.width.saturating_sub(2),
            ..area
        };
        let room = area.height - row;
        row += lines::put_wrapped(buf, place, row, line, room, of_mark(*mark, theme));
    }
}

fn over(panel: &PagePanel, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let width = usize::from(area.width.saturating_sub(6)).max(1);
    let wanted: usize = panel
        .lines
        .iter()
        .map(|line| text::wrap(line, width).len().max(1))
        .sum();
    let height = u16::try_from(wanted + 4)
        .unwrap_or(area.height)
        .min(area.height);
    let frame = Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(4),
        y: area.y + (area.height - height) / 2,
        height,
    };
    for y in frame.y..frame.y + frame.height {
        for x in frame.x..frame.x + frame.width {
            if let Some(cell) = buf.cell_mut((x, y)) {
                cell.reset();
                cell.set_style(theme.bar());
            }
        }
    }
    let inner = Rect {
        x: frame.x + 1,
        width: frame.width.saturating_sub(2),
        ..frame
    };
    lines::put(buf, inner, 0, &panel.title, theme.bar());
    let mut row = 2;
    for line in &panel.lines {
        if row + 1 >= height {
            break;
        }
        let room = height - 1 - row;
        row += lines::put_wrapped(buf, inner, row, line, room, theme.bar()).max(1);
    }
    lines::put(buf, inner, height - 1, &panel.foot, theme.bar());
}
