//! Draws the settings from their data. Decides nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{SettingLine, SettingsView};
use crate::domain::text;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;
use crate::tui::widgets::scroll::first_in_sight;

/// Draws everything; returns where the cursor stands.
pub fn draw(
    view: &SettingsView,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> Option<(u16, u16)> {
    buf.set_style(area, theme.text());
    if area.width < 40 || area.height < 10 {
        lines::put_wrapped(buf, area, 0, &view.title, area.height, theme.text());
        return None;
    }
    let inner = Rect {
        x: area.x + 1,
        width: area.width - 2,
        ..area
    };
    lines::put(buf, inner, 0, &view.title, theme.accent());
    let about = lines::put_wrapped(buf, inner, 1, &view.about, 2, theme.faint());
    // What the present line is for, what there is to tell, the keys.
    let foot = Rect {
        y: inner.y + inner.height - 4,
        height: 4,
        ..inner
    };
    let body = Rect {
        y: inner.y + about + 2,
        height: inner.height.saturating_sub(about + 2 + foot.height + 1),
        ..inner
    };
    let cursor = rows(view, body, buf, theme);
    lines::put_wrapped(buf, foot, 0, &view.explained, 2, theme.faint());
    lines::put(buf, foot, 2, &view.notice, theme.warning());
    lines::put_row_of_keys(buf, foot, 3, &view.keys, theme.strong(), theme.faint());
    cursor
}

/// A line, or the heading above one.
enum SettingsRow<'a> {
    Heading(&'a str),
    Setting(&'a SettingLine),
}

fn rows(view: &SettingsView, area: Rect, buf: &mut Buffer, theme: &Theme) -> Option<(u16, u16)> {
    let shown: Vec<SettingsRow<'_>> = view
        .lines
        .iter()
        .flat_map(|line| {
            let heading = line.heading.as_deref().map(SettingsRow::Heading);
            heading
                .into_iter()
                .chain(std::iter::once(SettingsRow::Setting(line)))
        })
        .collect();
    let here = shown
        .iter()
        .position(|line| matches!(line, SettingsRow::Setting(line) if line.is_here))
        .unwrap_or(0);
    let first = first_in_sight(shown.len(), here, usize::from(area.height));
    let labels = view.lines.iter().map(|line| text::width(&line.label));
    let label = u16::try_from(labels.max().unwrap_or(0) + 5)
        .unwrap_or(u16::MAX)
        .min(area.width / 2);
    // Where there is more than fits, that is said at the edge.
    if first > 0 {
        lines::put_right(buf, area, 0, "▲", theme.strong());
    }
    if shown.len() > first + usize::from(area.height) {
        lines::put_right(
            buf,
            area,
            area.height.saturating_sub(1),
            "▼",
            theme.strong(),
        );
    }
    let area = Rect {
        width: area.width.saturating_sub(2),
        ..area
    };
    let mut cursor = None;
    for (row, line) in (0..area.height).zip(shown.iter().skip(first)) {
        match line {
            SettingsRow::Heading(heading) => {
                lines::heading(buf, area, row, heading, theme.strong(), theme.faint());
            }
            SettingsRow::Setting(line) => {
                setting(line, row, label, area, buf, theme);
                if let (true, Some(before)) = (line.is_here, view.cursor) {
                    let room = area.width.saturating_sub(label + 1);
                    let before = u16::try_from(before).unwrap_or(u16::MAX).min(room);
                    cursor = Some((area.x + label + before, area.y + row));
                }
            }
        }
    }
    cursor
}

/// What a setting is called and its value; one that is chosen from a list has arrows while the keys are there.
fn setting(line: &SettingLine, row: u16, label: u16, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let sign = if line.is_here { "▸ " } else { "  " };
    let style = if line.is_here {
        theme.accent()
    } else {
        theme.text()
    };
    lines::put(buf, area, row, &format!("{sign}{}", line.label), style);
    let style = match (line.is_here, line.is_set) {
        (true, _) if line.is_choice => theme.selected(),
        (true, _) => theme.field(),
        (false, true) => theme.text(),
        (false, false) => theme.faint(),
    };
    let value = if line.is_choice && line.is_here {
        format!("‹ {} ›", line.value)
    } else {
        line.value.clone()
    };
    lines::put_at(buf, area, label, row, &value, style);
}
