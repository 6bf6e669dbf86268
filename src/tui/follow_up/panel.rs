//! A form that is filled in, or the page of keys: framed and as high as what is in it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::view::{FollowUpPanel, FollowUpView};
use crate::domain::text;
use crate::tui::desk::view::frame::{self, FrameWeight};
use crate::tui::desk::view::overlay::fields;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// The rows that a panel takes with everything in sight, its frame included.
pub(super) fn panel_rows(panel: &FollowUpPanel, width: u16) -> u16 {
    let inner = width.saturating_sub(4);
    let wrapped = |text: &String| {
        u16::try_from(text::wrap(text, usize::from(inner).max(1)).len()).unwrap_or(u16::MAX)
    };
    let intro: u16 = panel.intro.iter().map(|line| wrapped(line).min(3)).sum();
    let complaint = panel.complaint.as_ref().map_or(0, wrapped);
    let lines = u16::try_from(panel.lines.len()).unwrap_or(u16::MAX);
    let body = if panel.fields.is_empty() {
        lines
    } else {
        fields::needed(&panel.fields, inner)
    };
    body.saturating_add(intro)
        .saturating_add(complaint)
        .saturating_add(3)
}

/// A form or the page of keys, framed and as high as what is in it.
pub(super) fn draw_panel(
    panel: &FollowUpPanel,
    view: &FollowUpView,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> Option<(u16, u16)> {
    let area = Rect {
        height: area.height.min(panel_rows(panel, area.width)),
        ..area
    };
    let styles = (theme.accent(), theme.accent());
    let inner = frame::draw(
        &panel.title,
        "",
        FrameWeight::Heavy,
        area,
        buf,
        styles,
        theme,
    );
    let mut row = 0;
    for line in &panel.intro {
        row += lines::put_wrapped(buf, inner, row, line, 3, theme.faint());
    }
    if let Some(complaint) = &panel.complaint {
        row += lines::put_wrapped(buf, inner, row, complaint, 3, theme.over());
    }
    let body = Rect {
        y: inner.y + row.min(inner.height),
        height: inner.height.saturating_sub(row + 1),
        ..inner
    };
    let keys = inner.height.saturating_sub(1);
    lines::put(buf, inner, keys, &panel.keys, theme.faint());
    if panel.fields.is_empty() {
        page_of_keys(panel, body, buf, theme);
        return None;
    }
    let signs = (&view.more.0, &view.more.1);
    fields::draw(&panel.fields, signs, body, buf, theme)
}

/// Keys in as many columns as there is room for.
fn page_of_keys(panel: &FollowUpPanel, area: Rect, buf: &mut Buffer, theme: &Theme) {
    const COLUMN: u16 = 38;
    let rows = usize::from(area.height).max(1);
    for (place, (key, words)) in panel.lines.iter().enumerate() {
        let (column, row) = (place / rows, place % rows);
        let (Ok(column), Ok(row)) = (u16::try_from(column), u16::try_from(row)) else {
            return;
        };
        let at = column.saturating_mul(COLUMN);
        if at + 10 > area.width {
            return;
        }
        let end = lines::put_at(buf, area, at, row, key, theme.strong());
        lines::put_at(buf, area, at + end.max(10) + 1, row, words, theme.text());
    }
}
