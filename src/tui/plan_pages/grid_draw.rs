//! Draws a pasted table in its frame: as high as what it holds, and never more than two thirds of the page where the list
//! below has something to show. Decides nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::cell_view::PageMark;
use super::cells::{cell, columns, of_mark};
use super::grid_view::{GridRow, GridView};
use crate::domain::text;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;
use crate::tui::widgets::scroll::first_in_sight;

/// Rows of the frame that hold neither rows of the table nor findings: frame, headings, meanings, two rules.
const AROUND: u16 = 6;
/// At least so many rows of the table are in sight.
const LEAST_ROWS: u16 = 3;
/// So many findings at most stand below it.
const FOUND: u16 = 5;
/// The sign and the number before a row.
const MARGIN: u16 = 6;

/// Draws the table at the top of an area; returns the rows it took and where the cursor stands.
pub(super) fn draw(
    view: &GridView,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> (u16, Option<(u16, u16)>) {
    let count = |many: usize| u16::try_from(many).unwrap_or(u16::MAX);
    let inner_width = usize::from(area.width.saturating_sub(4)).max(1);
    let height = |line: &str| count(text::wrap(line, inner_width).len());
    let found_wanted: u16 = view
        .found
        .iter()
        .map(|(line, _)| height(line))
        .fold(0, u16::saturating_add);
    let wanted = AROUND
        .saturating_add(count(view.rows.len()))
        .saturating_add(found_wanted.min(FOUND));
    let most = (area.height * 2 / 3).max(area.height.min(AROUND + LEAST_ROWS + 2));
    let frame = Rect {
        height: wanted.min(most),
        ..area
    };
    frame_of(view, frame, buf, theme);
    let inner = Rect {
        x: frame.x + 2,
        y: frame.y + 1,
        width: frame.width.saturating_sub(4),
        height: frame.height.saturating_sub(2),
    };
    let room = inner.height.saturating_sub(4);
    let rows_in_sight = count(view.rows.len())
        .min(room.saturating_sub(found_wanted.min(FOUND)))
        .max(LEAST_ROWS.min(room));
    let cursor = table(view, inner, rows_in_sight, buf, theme);
    let mut row = 3 + rows_in_sight;
    rule(inner, row, buf, theme);
    row += 1;
    for (line, mark) in &view.found {
        // Whole sentences or none.
        if row + height(line) > inner.height {
            break;
        }
        row += lines::put_wrapped(buf, inner, row, line, height(line), of_mark(*mark, theme));
    }
    (frame.height, cursor)
}

fn frame_of(view: &GridView, frame: Rect, buf: &mut Buffer, theme: &Theme) {
    let Some(right) = frame.width.checked_sub(1) else {
        return;
    };
    let Some(bottom) = frame.height.checked_sub(1) else {
        return;
    };
    let line = "─".repeat(usize::from(frame.width.saturating_sub(2)));
    for (row, left_sign, right_sign) in [(0, "╭", "╮"), (bottom, "╰", "╯")] {
        lines::put(
            buf,
            frame,
            row,
            &format!("{left_sign}{line}{right_sign}"),
            theme.accent(),
        );
    }
    for row in 1..bottom {
        lines::put(buf, frame, row, "│", theme.accent());
        lines::put_at(buf, frame, right, row, "│", theme.accent());
    }
    lines::put_at(
        buf,
        frame,
        3,
        0,
        &format!(" {} ", view.title),
        theme.strong(),
    );
}

fn rule(area: Rect, row: u16, buf: &mut Buffer, theme: &Theme) {
    let line = "─".repeat(usize::from(area.width));
    lines::put(buf, area, row, &line, theme.faint());
}

/// Headings, meanings and rows; how the table goes on where it is longer than its place.
fn table(
    view: &GridView,
    area: Rect,
    rows_in_sight: u16,
    buf: &mut Buffer,
    theme: &Theme,
) -> Option<(u16, u16)> {
    let headings: Vec<(String, u16)> = view
        .columns
        .iter()
        .map(|column| (column.pasted.clone(), column.width))
        .collect();
    let (at_row, at_column) = view.at;
    let seen = columns(&headings, at_column, area.width.saturating_sub(MARGIN));
    let mut x = MARGIN;
    for (index, width) in &seen {
        let Some(column) = view.columns.get(*index) else {
            continue;
        };
        let place = Rect {
            x: area.x + x,
            width: *width,
            ..area
        };
        lines::put(
            buf,
            place,
            0,
            &format!(" {}", column.pasted),
            theme.strong(),
        );
        let style = match (column.is_read, *index == at_column) {
            (_, true) => theme.selected(),
            (true, false) => theme.accent(),
            (false, false) => theme.faint(),
        };
        lines::put(buf, place, 1, &format!(" {}", column.meant), style);
        x += width + 1;
    }
    rule(area, 2, buf, theme);
    let first = first_in_sight(view.rows.len(), at_row, usize::from(rows_in_sight));
    let mut cursor = None;
    for (line, (index, row)) in (0..rows_in_sight).zip(view.rows.iter().enumerate().skip(first)) {
        let is_here = index == at_row;
        let at = is_here.then_some(at_column);
        let place = Rect {
            y: area.y + 3 + line,
            height: 1,
            ..area
        };
        cursor = one_row(row, at, &seen, place, buf, theme).or(cursor);
    }
    cursor
}

fn one_row(
    row: &GridRow,
    at: Option<usize>,
    seen: &[(usize, u16)],
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> Option<(u16, u16)> {
    let sign = match row.mark {
        PageMark::Plain | PageMark::Good => "✓",
        PageMark::Warning => "!",
        PageMark::Fault => "✗",
    };
    let number: Style = if at.is_some() {
        theme.strong()
    } else {
        theme.faint()
    };
    lines::put(buf, area, 0, sign, of_mark(row.mark, theme));
    lines::put_at(buf, area, 2, 0, &row.number.to_string(), number);
    let mut cursor = None;
    let mut x = MARGIN;
    for (column, width) in seen {
        let place = Rect {
            x: area.x + x,
            width: *width,
            ..area
        };
        if let Some(of) = row.cells.get(*column) {
            cursor = cell(of, place, buf, theme).or(cursor);
            if at == Some(*column) && of.cursor.is_none() {
                lines::shade(buf, place, theme.selected());
            }
        }
        x += width + 1;
    }
    cursor
}
