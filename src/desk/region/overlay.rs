//! What lies over the lower part of the desk: a list, a form or a page. The header and the clock stay in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget as _};

use crate::desk::Desk;
use crate::desk::dialog::Dialog;
use crate::desk::form::{Field, Form, Value};
use crate::text;
use crate::theme::Theme;
use crate::widgets::lines;
use crate::widgets::sight::{first_in_sight, near};

/// What a dialog shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverlayView {
    pub title: String,
    pub intro: Vec<String>,
    pub body: Body,
    pub complaint: Option<String>,
    pub keys: String,
}

/// The part of a dialog that has the keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    List {
        typed: String,
        hint: String,
        /// Those that can be in sight.
        lines: Vec<(String, String)>,
        /// The place among these of the one that would be taken.
        selected: usize,
        nothing: String,
    },
    Fields(Vec<FieldView>),
    Page {
        lines: Vec<(String, String)>,
        scrolled: usize,
    },
}

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

/// The dialog's data, for a window of so many rows; `None` when nothing lies over the desk.
#[must_use]
pub fn view(desk: &Desk, rows: usize) -> Option<OverlayView> {
    let forms = &desk.words.forms;
    Some(match desk.dialog.as_ref()? {
        Dialog::Picker(picker) => {
            let fitting = picker.fitting();
            let (lines, selected) = near(&fitting, picker.selected(), rows);
            OverlayView {
                title: picker.title.clone(),
                intro: picker.intro.clone(),
                body: Body::List {
                    typed: picker.typed(),
                    hint: forms.type_to_narrow.to_string(),
                    lines: lines
                        .iter()
                        .map(|line| (line.text.clone(), line.hint.clone()))
                        .collect(),
                    selected,
                    nothing: forms.nothing_found.to_string(),
                },
                complaint: None,
                keys: forms.keys_picker.to_string(),
            }
        }
        Dialog::Form(form, _) => OverlayView {
            title: form.title.clone(),
            intro: form.intro.clone(),
            body: Body::Fields(fields(form)),
            complaint: form.complaint.clone(),
            keys: forms.keys_form.to_string(),
        },
        Dialog::Page(page) => OverlayView {
            title: page.title.clone(),
            intro: Vec::new(),
            body: Body::Page {
                lines: page.lines.clone(),
                scrolled: page.scrolled,
            },
            complaint: None,
            keys: forms.keys_page.to_string(),
        },
    })
}

fn fields(form: &Form) -> Vec<FieldView> {
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
                Value::Nothing => None,
            })
            .collect(),
        selected: field.selected(),
    }
}

/// Draws the dialog and returns where the cursor stands.
pub fn draw(view: &OverlayView, area: Rect, buf: &mut Buffer, theme: &Theme) -> Option<(u16, u16)> {
    Clear.render(area, buf);
    buf.set_style(area, theme.text());
    let top = Rect { height: 1, ..area };
    lines::shade(buf, top, theme.bar());
    let inner = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    let keys = lines::put_right(buf, inner, 0, &view.keys, theme.bar());
    let beside = Rect {
        width: inner.width.saturating_sub(keys + 2),
        ..inner
    };
    let mut row = 1;
    if text::width(&view.title) <= usize::from(beside.width) {
        lines::put(buf, beside, 0, &view.title, theme.bar());
    } else {
        row += lines::put_wrapped(buf, inner, row, &view.title, 3, theme.strong());
    }
    for intro in &view.intro {
        row += lines::put_wrapped(buf, inner, row, intro, 2, theme.warning());
    }
    if let Some(complaint) = &view.complaint {
        row += lines::put_wrapped(buf, inner, row, complaint, 1, theme.over());
    }
    let body = Rect {
        y: inner.y + row,
        height: inner.height.saturating_sub(row),
        ..inner
    };
    match &view.body {
        Body::List {
            typed,
            hint,
            lines: all,
            selected,
            nothing,
        } => {
            let shown = if typed.is_empty() { hint } else { typed };
            let style = if typed.is_empty() {
                theme.faint()
            } else {
                theme.strong()
            };
            lines::put(buf, body, 0, "›", theme.accent());
            let end = lines::put_at(buf, body, 2, 0, shown, style);
            let cursor = if typed.is_empty() { 2 } else { 2 + end };
            let list = below(body, 1);
            if all.is_empty() {
                lines::put(buf, list, 0, nothing, theme.faint());
            }
            draw_list(all, *selected, list, buf, theme);
            Some((body.x + cursor, body.y))
        }
        Body::Fields(fields) => draw_fields(fields, body, buf, theme),
        Body::Page {
            lines: all,
            scrolled,
        } => {
            draw_page(all, *scrolled, body, buf, theme);
            None
        }
    }
}

fn draw_list(
    all: &[(String, String)],
    selected: usize,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let first = first_in_sight(all.len(), selected, usize::from(area.height));
    for (row, (index, (text, hint))) in (0..area.height).zip(all.iter().enumerate().skip(first)) {
        let line = Rect {
            y: area.y + row,
            height: 1,
            ..area
        };
        let column = lines::put_at(buf, line, 1, 0, text, theme.text()) + 3;
        lines::put_at(buf, line, column, 0, hint, theme.faint());
        if index == selected {
            lines::shade(buf, line, theme.selected());
        }
    }
}

fn draw_fields(
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

fn draw_page(
    all: &[(String, String)],
    scrolled: usize,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let beside = Rect {
        x: area.x + BESIDE_KEY.min(area.width),
        width: area.width.saturating_sub(BESIDE_KEY),
        ..area
    };
    let first = scrolled.min(last_start(all, beside));
    let mut row = 0;
    for (key, text) in all.iter().skip(first) {
        if row >= area.height {
            break;
        }
        if key.is_empty() {
            lines::put(buf, area, row, text, theme.accent());
            row += 1;
        } else {
            lines::put_at(buf, area, 1, row, key, theme.strong());
            let rest = area.height - row;
            row += lines::put_wrapped(buf, beside, row, text, rest, theme.text()).max(1);
        }
    }
}

/// The column in which the texts of a page begin, right of its keys.
const BESIDE_KEY: u16 = 13;

/// The first line to show so that the page is filled down to its last.
fn last_start(all: &[(String, String)], beside: Rect) -> usize {
    let mut rows = 0;
    let fitting = all.iter().rev().take_while(|(key, text)| {
        rows += match key.as_str() {
            "" => 1,
            _ => text::wrap(text, usize::from(beside.width)).len().max(1),
        };
        rows <= usize::from(beside.height)
    });
    all.len() - fitting.count()
}

fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}
