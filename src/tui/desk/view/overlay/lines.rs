//! The lines of a list: a text, a key, and what it does, in columns where there is room for them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Body, ListLine};
use crate::domain::i18n::Message;
use crate::domain::text;
use crate::tui::desk::Desk;
use crate::tui::desk::picker::Picker;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::FormMessage;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;
use crate::tui::widgets::scroll::{in_sight, near};

/// The lines of a list that can be in sight in a window of so many rows.
pub(super) fn list_body<T>(picker: &Picker<T>, desk: &Desk, rows: usize, searched: bool) -> Body {
    let words = &desk.words;
    let fitting = picker.fitting();
    let (shown, selected) = near(&fitting, picker.selected(), rows);
    let before = picker.selected() - selected;
    Body::List {
        typed: searched.then(|| picker.typed()),
        hint: words.forms[FormMessage::TypeToNarrow].to_string(),
        lines: shown
            .iter()
            .zip(before..)
            .map(|(line, place)| ListLine {
                heading: picker.heading(place).map(str::to_owned),
                text: line.text.clone(),
                key: line.key.clone(),
                hint: line.hint.clone(),
                dimmed: line.dimmed,
            })
            .collect(),
        selected,
        others: (before, fitting.len().saturating_sub(before + shown.len())),
        nothing: words.forms[if picker.typed().is_empty() {
            FormMessage::NothingYet
        } else {
            FormMessage::NothingFound
        }]
        .to_string(),
        above: words.flow[FlowMessage::MoreAbove].clone(),
        below: words.flow[FlowMessage::MoreBelow].clone(),
    }
}

/// How a list shares its width: texts, keys, and what they do.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    text: u16,
    key: u16,
}

impl Columns {
    pub(super) fn of(all: &[ListLine], width: u16) -> Self {
        let widest = |of: fn(&ListLine) -> &String| {
            let widths = all.iter().map(|line| text::width(of(line)));
            u16::try_from(widths.max().unwrap_or(0)).unwrap_or(u16::MAX)
        };
        let key = widest(|line| &line.key);
        let text = widest(|line| &line.text).min(if key > 0 { width * 2 / 5 } else { width });
        Self { text, key }
    }

    /// Where nothing stands behind the key, a longer text takes that room before it takes a second row.
    fn beside_nothing(self, line: &ListLine, width: u16) -> Self {
        let wanted = u16::try_from(text::width(&line.text)).unwrap_or(u16::MAX);
        let room = width.saturating_sub(4 + self.key);
        Self {
            text: self.text.max(wanted.min(room)),
            ..self
        }
    }

    /// Where the hint of a line begins, and how wide it is; under its text where there is no room beside it.
    fn hint(self, line: &ListLine, width: u16) -> Option<(u16, u16)> {
        let beside = if self.key > 0 {
            2 + self.text + 2 + self.key + 2
        } else {
            2 + u16::try_from(text::width(&line.text)).unwrap_or(u16::MAX) + 2
        };
        let room = width.saturating_sub(beside);
        let needed = u16::try_from(text::width(&line.hint)).unwrap_or(u16::MAX);
        (room >= needed || room >= 28).then_some((beside, room))
    }

    pub(super) fn rows(self, line: &ListLine, width: u16) -> u16 {
        let room = if self.key > 0 {
            self.text
        } else {
            width.saturating_sub(2)
        };
        let own = text::wrap(&line.text, usize::from(room).max(1)).len();
        let hint = if line.hint.is_empty() {
            0
        } else if let Some((_, room)) = self.hint(line, width).filter(|_| own == 1) {
            text::wrap(&line.hint, usize::from(room).max(1)).len()
        } else {
            own + text::wrap(&line.hint, usize::from(width.saturating_sub(4)).max(1)).len()
        };
        let heading = usize::from(line.heading.is_some());
        u16::try_from(own.max(hint) + heading).unwrap_or(u16::MAX)
    }
}

pub(super) fn draw_list(
    all: &[ListLine],
    (selected, others): (usize, (usize, usize)),
    (above, below): (&Message, &Message),
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let columns = Columns::of(all, area.width);
    let heights: Vec<u16> = all
        .iter()
        .map(|line| columns.rows(line, area.width).min(area.height.max(1)))
        .collect();
    let seen = in_sight(&heights, selected, area.height);
    let mut row = 0;
    let before = others.0 + seen.first;
    if before > 0 {
        let told = above.render(&[("count", &before)]);
        lines::put_at(buf, area, 2, 0, &told, theme.faint());
        row = 1;
    }
    for (index, line) in all.iter().enumerate().skip(seen.first).take(seen.count) {
        let height = heights.get(index).copied().unwrap_or(1);
        let place = Rect {
            y: area.y + row,
            height: height.min(area.height.saturating_sub(row)),
            ..area
        };
        let place = draw_heading(line, place, buf, theme);
        draw_line(line, columns, place, buf, theme);
        if index == selected {
            lines::put(buf, place, 0, "▸", theme.accent());
            lines::shade(buf, place, theme.selected());
        }
        row += height;
    }
    let after = seen.first + seen.count;
    let (bare_rows, bare) = fill_up(
        all.get(after..).unwrap_or_default(),
        others.1,
        columns,
        below_rows(area, row),
        buf,
        theme,
    );
    row += bare_rows;
    let shown = after + bare;
    let behind = all.len() - shown + others.1;
    if behind > 0 && row < area.height {
        let told = below.render(&[("count", &behind)]);
        lines::put_at(buf, area, 2, row, &told, theme.faint());
    }
}

/// What is left over below the lines that are whole shows further ones without what they do, rather than nothing; the last
/// row is kept for the sign that there are more. Returns the rows taken, and how many lines stand in them.
fn fill_up(
    rest: &[ListLine],
    others: usize,
    columns: Columns,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> (u16, usize) {
    let mut row = 0;
    for (index, line) in rest.iter().enumerate() {
        let bare = ListLine {
            hint: String::new(),
            ..line.clone()
        };
        let columns = columns.beside_nothing(&bare, area.width);
        let height = columns.rows(&bare, area.width);
        let sign = u16::from(index + 1 < rest.len() || others > 0);
        let left = area.height.saturating_sub(row + sign);
        // A heading says at least what comes.
        let is_said = bare.heading.is_some() && left == 1;
        if height > left && !is_said {
            return (row, index);
        }
        let place = draw_heading(&bare, below_rows(area, row), buf, theme);
        if height > left {
            return (row + 1, index);
        }
        draw_line(&bare, columns, place, buf, theme);
        row += height;
    }
    (row, rest.len())
}

fn below_rows(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

/// What the lines from here on have in common; what is left below it.
fn draw_heading(line: &ListLine, area: Rect, buf: &mut Buffer, theme: &Theme) -> Rect {
    let Some(heading) = line.heading.as_ref().filter(|_| area.height > 1) else {
        return area;
    };
    let rule = usize::from(area.width).saturating_sub(text::width(heading) + 1);
    let heading = format!("{heading} {}", "─".repeat(rule));
    lines::put(buf, area, 0, &heading, theme.faint());
    Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    }
}

fn draw_line(line: &ListLine, columns: Columns, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let style = if line.dimmed {
        theme.faint()
    } else {
        theme.text()
    };
    let text_room = if columns.key > 0 {
        columns.text
    } else {
        area.width.saturating_sub(2)
    };
    let text_area = Rect {
        x: area.x + 2,
        width: text_room.min(area.width.saturating_sub(2)),
        ..area
    };
    let own = lines::put_wrapped(buf, text_area, 0, &line.text, area.height, style);
    lines::put_at(
        buf,
        area,
        2 + columns.text + 2,
        0,
        &line.key,
        theme.accent(),
    );
    if line.hint.is_empty() {
        return;
    }
    if let Some((at, room)) = columns.hint(line, area.width).filter(|_| own <= 1) {
        let beside = Rect {
            x: area.x + at,
            width: room,
            ..area
        };
        lines::put_wrapped(buf, beside, 0, &line.hint, area.height, theme.faint());
        return;
    }
    let under = Rect {
        x: area.x + 4,
        width: area.width.saturating_sub(4),
        ..area
    };
    let left = area.height.saturating_sub(own);
    lines::put_wrapped(buf, under, own, &line.hint, left, theme.faint());
}
