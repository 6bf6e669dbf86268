//! The follow-up screen in cells. Decides nothing but where things stand.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::FollowUpTone;
use super::list::{filter_cursor, first_in_room, owed};
use super::panel::{draw_panel, panel_rows};
use super::view::FollowUpView;
use crate::domain::text;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// From this width on the sessions stand beside the list.
const BESIDE: u16 = 100;
/// From this width on what is known of the row stands beside the list.
const WIDE: u16 = 150;
const SESSIONS: u16 = 34;

/// Draws the screen and returns where the cursor stands.
pub fn draw(
    view: &FollowUpView,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> Option<(u16, u16)> {
    buf.set_style(area, theme.text());
    if area.width < 40 || area.height < 10 {
        lines::put(buf, area, 0, &view.counts, theme.strong());
        return None;
    }
    header(view, area, buf, theme);
    let inner = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(2 + notice_rows(view, area)),
        ..area
    };
    let (left, rest) = if area.width >= BESIDE && view.sessions.len() > 2 {
        split_left(inner, SESSIONS)
    } else {
        (None, inner)
    };
    let alone = left.is_none() && view.sessions_have_keys;
    if let Some(left) = left.or(alone.then_some(rest)) {
        sessions(view, left, buf, theme);
    }
    let mut cursor = None;
    if !alone {
        let (list, detail) = list_and_detail(view, rest);
        owed(view, list, buf, theme);
        cursor = Some(filter_cursor(view, list));
        match &view.panel {
            Some(panel) => cursor = draw_panel(panel, view, detail, buf, theme),
            None => draw_detail(view, detail, buf, theme),
        }
    }
    footer(view, area, buf, theme);
    cursor
}

fn header(view: &FollowUpView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let line = Rect { height: 1, ..area };
    lines::shade(buf, line, theme.bar());
    let end = lines::put_at(buf, line, 1, 0, &view.title, theme.bar());
    let style = if view.has_overdue {
        theme.over()
    } else {
        theme.bar()
    };
    let right = format!("{} ", view.today);
    let taken = lines::put_right(buf, line, 0, &right, theme.bar());
    let counts = format!(" {} ", view.counts);
    let width = u16::try_from(text::width(&counts)).unwrap_or(u16::MAX);
    let at = line.width.saturating_sub(taken + width + 1);
    if at > end + 2 {
        lines::put_at(buf, line, at, 0, &counts, style);
    } else {
        // On a narrow screen the figures matter more than the title.
        lines::put_at(buf, line, 0, 0, &counts, style);
    }
}

fn split_left(area: Rect, width: u16) -> (Option<Rect>, Rect) {
    let left = Rect { width, ..area };
    let rest = Rect {
        x: area.x + width + 1,
        width: area.width.saturating_sub(width + 1),
        ..area
    };
    (Some(left), rest)
}

/// A form or a page takes the room it needs below the list; a wide screen has it beside.
fn list_and_detail(view: &FollowUpView, area: Rect) -> (Rect, Rect) {
    if area.width >= WIDE - SESSIONS {
        let width = area.width * 2 / 5;
        let list = Rect {
            width: area.width - width - 1,
            ..area
        };
        let detail = Rect {
            x: area.x + list.width + 1,
            width,
            ..area
        };
        return (list, detail);
    }
    let wanted = match &view.panel {
        Some(panel) => panel_rows(panel, area.width),
        None => area.height * 2 / 5,
    };
    let rows = wanted.clamp(6, area.height.saturating_sub(5).max(6));
    let list = Rect {
        height: area.height.saturating_sub(rows),
        ..area
    };
    let detail = Rect {
        y: area.y + list.height,
        height: rows.min(area.height),
        ..area
    };
    (list, detail)
}

fn sessions(view: &FollowUpView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    lines::heading(
        buf,
        area,
        0,
        &view.sessions_title,
        theme.accent(),
        theme.faint(),
    );
    let beside = Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(2),
        ..area
    };
    let at = view.sessions.iter().position(|line| line.selected);
    // The title, and a row of what is owed.
    let heights: Vec<u16> = view
        .sessions
        .iter()
        .map(|line| text::wrap(&line.title, usize::from(beside.width).max(1)).len())
        .map(|rows| u16::try_from(rows + 1).unwrap_or(u16::MAX))
        .collect();
    let first = first_in_room(&heights, at.unwrap_or(0), area.height.saturating_sub(1));
    let mut row = 1;
    for (line, height) in view.sessions.iter().zip(&heights).skip(first) {
        if row + height > area.height {
            break;
        }
        let style = if line.selected {
            theme.strong()
        } else {
            theme.text()
        };
        let sign = if line.selected { "▶" } else { " " };
        lines::put(buf, area, row, sign, theme.accent());
        let used = lines::put_wrapped(buf, beside, row, &line.title, height - 1, style);
        let hint = if line.is_overdue {
            theme.warning()
        } else {
            theme.faint()
        };
        lines::put(buf, beside, row + used, &line.hint, hint);
        if line.selected && view.sessions_have_keys {
            let shaded = Rect {
                y: area.y + row,
                height: used + 1,
                ..area
            };
            lines::shade(buf, shaded, theme.selected());
        }
        row += used + 1;
    }
}

fn draw_detail(view: &FollowUpView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let mut detail = view.detail.iter();
    let heading = detail.next().map_or("", String::as_str);
    lines::heading(buf, area, 0, heading, theme.accent(), theme.faint());
    let inner = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    let mut row = 1;
    for (place, line) in detail.enumerate() {
        if row >= area.height {
            break;
        }
        let style = if place == 0 {
            theme.strong()
        } else {
            theme.text()
        };
        let rest = area.height - row;
        row += lines::put_wrapped(buf, inner, row, line, rest.min(4), style);
    }
}

/// What was told takes the rows it needs, and one while there is nothing to tell.
fn notice_rows(view: &FollowUpView, area: Rect) -> u16 {
    let width = usize::from(area.width.saturating_sub(2));
    let lines = |(_, told): &(FollowUpTone, String)| text::wrap(told, width).len();
    let wanted = view.notice.as_ref().map_or(1, lines);
    u16::try_from(wanted)
        .unwrap_or(u16::MAX)
        .clamp(1, (area.height / 4).max(1))
}

fn footer(view: &FollowUpView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let rows = notice_rows(view, area);
    let notice = Rect {
        x: area.x + 1,
        y: area.bottom().saturating_sub(1 + rows),
        width: area.width.saturating_sub(2),
        height: rows,
    };
    if let Some((tone, text)) = &view.notice {
        let style = match tone {
            FollowUpTone::Good => theme.good(),
            FollowUpTone::Warning => theme.warning(),
            FollowUpTone::Alarm => theme.over(),
        };
        lines::put_wrapped(buf, notice, 0, text, rows, style);
    }
    let keys = Rect {
        x: area.x + 1,
        y: area.bottom().saturating_sub(1),
        width: area.width.saturating_sub(1),
        height: 1,
    };
    lines::put_row_of_keys(buf, keys, 0, &view.keys, theme.strong(), theme.faint());
}
