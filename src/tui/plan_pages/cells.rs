//! Cells of a list and how they are drawn: their marks, the one that is typed in, which columns are in sight. Decides nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::cell_view::{CellView, PageMark};
use crate::domain::text;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

pub(super) fn of_mark(mark: PageMark, theme: &Theme) -> Style {
    match mark {
        PageMark::Plain => theme.text(),
        PageMark::Fault => theme.over(),
        PageMark::Warning => theme.warning(),
        PageMark::Good => theme.good(),
    }
}

const fn sign(mark: PageMark) -> &'static str {
    match mark {
        PageMark::Plain | PageMark::Good => " ",
        PageMark::Fault => "✗",
        PageMark::Warning => "!",
    }
}

/// One cell; a long text is moved so that its cursor is in sight.
pub(super) fn cell(
    of: &CellView,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> Option<(u16, u16)> {
    let style = match of.cursor {
        Some(_) => theme.field(),
        None => of_mark(of.mark, theme),
    };
    lines::put(buf, area, 0, sign(of.mark), of_mark(of.mark, theme));
    let inner = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(1),
        ..area
    };
    let Some(cursor) = of.cursor else {
        lines::put_wrapped(buf, inner, 0, &of.text, inner.height, style);
        return None;
    };
    lines::shade(buf, inner, style);
    let room = usize::from(inner.width).saturating_sub(1);
    let letters: Vec<char> = of.text.chars().collect();
    let mut from = 0;
    let width = |from: usize, to: usize| -> usize {
        let part: String = letters.iter().take(to).skip(from).collect();
        text::width(&part)
    };
    while width(from, cursor) > room {
        from += 1;
    }
    let seen: String = letters.iter().skip(from).collect();
    lines::put(buf, inner, 0, &seen, style);
    let column = u16::try_from(width(from, cursor)).unwrap_or(0);
    Some((inner.x + column.min(inner.width.saturating_sub(1)), inner.y))
}

/// Which columns are in sight and how wide: the one in question always is, the room is shared by what each wants.
pub(super) fn columns(headings: &[(String, u16)], here: usize, room: u16) -> Vec<(usize, u16)> {
    let least = |index: usize| -> u16 {
        let wanted = headings.get(index).map_or(10, |(_, width)| *width);
        wanted.clamp(6, 24)
    };
    let mut first = 0;
    loop {
        let mut used = 0;
        let mut seen = Vec::new();
        for index in first..headings.len() {
            let width = least(index);
            if used + width > room && !seen.is_empty() {
                break;
            }
            seen.push((index, width.min(room)));
            used += width + 1;
        }
        let is_in_sight = seen.iter().any(|(index, _)| *index == here);
        if !is_in_sight && first < here {
            first += 1;
            continue;
        }
        // What is left goes to the columns that want more.
        let mut left = room.saturating_sub(used.saturating_sub(1));
        for (index, width) in &mut seen {
            let wanted = headings.get(*index).map_or(10, |(_, width)| *width);
            let more = wanted.saturating_sub(*width).min(left);
            *width += more;
            left -= more;
        }
        return seen;
    }
}
