//! A form that is filled in, or the page of keys: framed and as high as what is in it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::view::{FollowUpPanel, FollowUpView};
use crate::domain::i18n::Message;
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
    body.saturating_add(frame::title_rows(&panel.title, width))
        .saturating_add(intro)
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
    let last = inner.height.saturating_sub(1);
    let keys = panel.keys.split(" · ");
    let keys: Vec<(String, String)> = keys.map(|key| (String::new(), key.to_owned())).collect();
    lines::put_row_of_keys(buf, inner, last, &keys, theme.faint(), theme.faint());
    if panel.fields.is_empty() {
        page_of_keys(panel, &view.more.1, body, buf, theme);
        return None;
    }
    let signs = (&view.more.0, &view.more.1);
    fields::draw(&panel.fields, signs, body, buf, theme)
}

/// Keys in as many columns as there is room for whole ones; what does not fit is counted.
fn page_of_keys(
    panel: &FollowUpPanel,
    more: &Message,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    const KEY: u16 = 7;
    let key_width = |key: &str| u16::try_from(text::width(key)).unwrap_or(u16::MAX).max(KEY);
    let widest = panel.lines.iter().map(|(key, words)| {
        let words = u16::try_from(text::width(words)).unwrap_or(u16::MAX);
        key_width(key).saturating_add(words).saturating_add(3)
    });
    let column = widest.max().unwrap_or(1);
    let columns = usize::from((area.width + 2) / column).max(1);
    let needed = panel.lines.len().div_ceil(columns);
    let room = usize::from(area.height);
    let (rows, is_whole) = if needed <= room {
        (needed.max(1), true)
    } else {
        (room.saturating_sub(1).max(1), false)
    };
    for (place, (key, words)) in panel.lines.iter().take(rows * columns).enumerate() {
        let at = u16::try_from(place / rows)
            .unwrap_or(u16::MAX)
            .saturating_mul(column);
        let row = u16::try_from(place % rows).unwrap_or(u16::MAX);
        lines::put_at(buf, area, at, row, key, theme.strong());
        lines::put_at(buf, area, at + key_width(key) + 1, row, words, theme.text());
    }
    if !is_whole {
        let left = panel.lines.len().saturating_sub(rows * columns);
        lines::put_foot(buf, area, more, left, theme.faint());
    }
}
