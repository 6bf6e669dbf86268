//! The fields of a form, with what can be chosen in the one that has the keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::below;
use crate::domain::text;
use crate::tui::desk::form::{Field, Form, Value};
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;
use crate::tui::widgets::scroll::first_in_sight;

/// One field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldView {
    pub label: String,
    pub text: String,
    /// The text before the cursor; only for the field that has the keys.
    pub before_cursor: Option<String>,
    pub long: bool,
    /// The options that fit, with the one that would be taken.
    pub options: Vec<String>,
    pub selected: usize,
}

/// The data of a form's fields.
#[must_use]
pub(super) fn view(form: &Form) -> Vec<FieldView> {
    form.fields()
        .iter()
        .enumerate()
        .map(|(index, field)| field_view(field, index == form.focus()))
        .collect()
}

fn field_view(field: &Field, has_keys: bool) -> FieldView {
    FieldView {
        label: field.label.clone(),
        text: field.typed().to_owned(),
        before_cursor: has_keys.then(|| field.before_cursor()),
        long: field.long,
        options: field
            .choices()
            .into_iter()
            .filter_map(|choice| match choice {
                Value::Option(index) => field.options.get(index).cloned(),
                Value::Text(own) => Some(format!("+ {own}")),
                Value::Nothing => field.options.last().cloned(),
            })
            .collect(),
        selected: field.selected(),
    }
}

/// Draws the fields under each other and returns where the cursor stands.
pub(super) fn draw(
    fields: &[FieldView],
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> Option<(u16, u16)> {
    let mut row = 0;
    let mut cursor = None;
    let labels = fields
        .iter()
        .filter(|field| !field.long)
        .map(|field| text::width(&field.label))
        .max()
        .unwrap_or(0);
    let from = u16::try_from(labels + 2)
        .unwrap_or(u16::MAX)
        .min(area.width / 2);
    for field in fields {
        if row >= area.height {
            break;
        }
        let has_keys = field.before_cursor.is_some();
        let label = if has_keys {
            theme.accent()
        } else {
            theme.faint()
        };
        lines::put(buf, area, row, &field.label, label);
        let (text_area, first_row) = if field.long {
            (area, row + 1)
        } else {
            (
                Rect {
                    x: area.x + from,
                    width: area.width.saturating_sub(from),
                    ..area
                },
                row,
            )
        };
        let rows = if field.long { 4 } else { 1 };
        let shown_rows = draw_text(field, text_area, first_row, rows, buf, theme, &mut cursor);
        row = first_row + shown_rows;
        if !field.options.is_empty() {
            let room = if has_keys { 5 } else { 1 };
            row += draw_options(field, below(text_area, row), room, has_keys, buf, theme);
        }
    }
    cursor
}

/// Draws a field's text and returns the rows it took.
fn draw_text(
    field: &FieldView,
    area: Rect,
    row: u16,
    rows: u16,
    buf: &mut Buffer,
    theme: &Theme,
    cursor: &mut Option<(u16, u16)>,
) -> u16 {
    // One column is kept for the cursor behind the last letter.
    let width = usize::from(area.width.saturating_sub(1)).max(1);
    let before = field.before_cursor.as_deref();
    let all = text::wrap(&field.text, width);
    let (cursor_row, cursor_column) = before.map_or((0, 0), |before| {
        let lines = text::wrap(before, width);
        let last = lines.last().copied().unwrap_or_default();
        let trailing = before.len() - before.trim_end_matches(' ').len();
        let shown = text::width(last.trim_end_matches(' '));
        (lines.len().saturating_sub(1), (shown + trailing).min(width))
    });
    let skipped = (cursor_row + 1).saturating_sub(usize::from(rows));
    let mut used = 0;
    for line in all.iter().skip(skipped).take(usize::from(rows)) {
        lines::put(buf, area, row + used, line, theme.strong());
        used += 1;
    }
    used = used.max(1);
    if before.is_some() {
        let at = u16::try_from(cursor_row - skipped).unwrap_or(0);
        used = used.max(at + 1);
        if row + at < area.height {
            *cursor = Some((
                area.x + u16::try_from(cursor_column).unwrap_or(0),
                area.y + row + at,
            ));
        }
        for used_row in 0..used.min(area.height.saturating_sub(row)) {
            let line = Rect {
                y: area.y + row + used_row,
                height: 1,
                ..area
            };
            lines::shade(buf, line, theme.field());
        }
    }
    used
}

fn draw_options(
    field: &FieldView,
    area: Rect,
    room: u16,
    has_keys: bool,
    buf: &mut Buffer,
    theme: &Theme,
) -> u16 {
    let room = room.min(area.height);
    let first = first_in_sight(field.options.len(), field.selected, usize::from(room));
    let first = if has_keys { first } else { field.selected };
    let mut used = 0;
    for (index, option) in field
        .options
        .iter()
        .enumerate()
        .skip(first)
        .take(usize::from(room))
    {
        let taken = index == field.selected;
        let (sign, style) = if taken {
            ("● ", theme.strong())
        } else {
            ("○ ", theme.faint())
        };
        let column = lines::put(buf, area, used, sign, style);
        lines::put_at(buf, area, column, used, option, style);
        used += 1;
    }
    used
}
