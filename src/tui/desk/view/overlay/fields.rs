//! The fields of a form under each other: the one that has the keys with everything that can be chosen, the others with what
//! they hold.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::i18n::Message;
use crate::domain::text;
use crate::tui::desk::form::{Field, FieldValue, Form, FormFields};
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;
use crate::tui::widgets::scroll::in_sight;

/// One field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldView {
    pub label: String,
    pub text: String,
    /// The text before the cursor; only for the field that has the keys.
    pub before_cursor: Option<String>,
    pub long: bool,
    /// The text was proposed and stands selected.
    pub proposed: bool,
    /// Its first row in sight, while it was only read.
    pub scrolled: usize,
    /// The options that fit, with the one that would be taken.
    pub options: Vec<String>,
    pub selected: usize,
}

/// The data of a form's fields.
#[must_use]
pub(in crate::tui) fn view<F: FormFields + ?Sized>(form: &Form<F>) -> Vec<FieldView> {
    form.fields()
        .into_iter()
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
        proposed: field.is_proposed(),
        scrolled: field.scrolled(),
        options: field
            .choices()
            .into_iter()
            .filter_map(|choice| match choice {
                FieldValue::Option(index) => field.options.get(index).cloned(),
                FieldValue::Text(own) => Some(format!("+ {own}")),
                FieldValue::Nothing => field.options.last().cloned(),
            })
            .collect(),
        selected: field.selected(),
    }
}

impl FieldView {
    fn has_keys(&self) -> bool {
        self.before_cursor.is_some()
    }

    /// The column a short text begins in: beside its label, where there is room for both.
    fn beside(&self, width: u16) -> Option<u16> {
        let label = u16::try_from(text::width(&self.label) + 2).unwrap_or(u16::MAX);
        (!self.long && label <= width / 2).then_some(label)
    }

    /// The rows of a label that stands over its text.
    fn label_rows(&self, width: u16) -> u16 {
        let rows = text::wrap(&self.label, usize::from(width).max(1)).len();
        u16::try_from(rows).unwrap_or(1).max(1)
    }

    fn text_width(&self, width: u16) -> usize {
        // One column is kept for the cursor behind the last letter.
        let own = width.saturating_sub(self.beside(width).unwrap_or(0));
        usize::from(own.saturating_sub(1)).max(1)
    }

    fn text_rows(&self, width: u16) -> u16 {
        let rows = text::wrap(&self.text, self.text_width(width)).len();
        u16::try_from(rows).unwrap_or(u16::MAX)
    }

    /// Whether there is nothing to draw but the label and the option that would be taken.
    fn is_only_chosen(&self) -> bool {
        !self.has_keys() && self.text.is_empty() && !self.options.is_empty()
    }

    /// The rows of the label and the text.
    fn own_rows(&self, width: u16) -> u16 {
        if self.is_only_chosen() {
            return self.label_rows(width);
        }
        let label = if self.beside(width).is_none() {
            self.label_rows(width)
        } else {
            0
        };
        self.text_rows(width) + label
    }

    fn option_rows(&self, width: u16) -> Vec<u16> {
        let room = usize::from(width.saturating_sub(2)).max(1);
        let rows = |option: &String| text::wrap(option, room).len();
        self.options
            .iter()
            .map(|option| u16::try_from(rows(option)).unwrap_or(u16::MAX))
            .collect()
    }

    /// The rows it takes with all its options, or with the one that would be taken.
    fn rows(&self, width: u16) -> u16 {
        let options = self.option_rows(width);
        let shown: u16 = if self.has_keys() {
            options.iter().sum()
        } else {
            options.get(self.selected).copied().unwrap_or(0)
        };
        self.own_rows(width) + shown
    }
}

/// The rows that all fields take with everything in sight.
#[must_use]
pub(in crate::tui) fn needed(fields: &[FieldView], width: u16) -> u16 {
    fields.iter().map(|field| field.rows(width)).sum()
}

/// Draws the fields under each other and returns where the cursor stands.
pub(in crate::tui) fn draw(
    fields: &[FieldView],
    signs: (&Message, &Message),
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> Option<(u16, u16)> {
    let heights: Vec<u16> = fields.iter().map(|field| field.rows(area.width)).collect();
    let all: u16 = heights.iter().sum();
    let focused = fields.iter().position(FieldView::has_keys).unwrap_or(0);
    // The field that has the keys gives way first, down to a few of its options, then those before it.
    let over = all.saturating_sub(area.height);
    let mut left_out = 0;
    let own = heights.get(focused).copied().unwrap_or(0);
    let others = all - own;
    let least = fields
        .get(focused)
        .map_or(0, |field| field.own_rows(area.width).min(3) + 3);
    let own = own.min(own.saturating_sub(over).max(least));
    let mut first = 0;
    while first < focused && others.saturating_sub(left_out) + own > area.height {
        left_out += heights.get(first).copied().unwrap_or(0);
        first += 1;
    }
    let mut row = 0;
    let mut cursor = None;
    for (at, field) in fields.iter().enumerate().skip(first) {
        if row >= area.height {
            break;
        }
        let height = if at == focused {
            own
        } else {
            heights.get(at).copied().unwrap_or(1)
        };
        let left = area.height - row;
        // A field that has no room is named, with how to come to it, rather than cut in the middle.
        let shown = if at != focused && height > left {
            field.label_rows(area.width)
        } else {
            height
        };
        let place = Rect {
            y: area.y + row,
            height: shown.min(left),
            ..area
        };
        draw_field(field, signs, place, buf, theme, &mut cursor);
        row += height;
    }
    cursor
}

fn draw_field(
    field: &FieldView,
    signs: (&Message, &Message),
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
    cursor: &mut Option<(u16, u16)>,
) {
    let label = if field.has_keys() {
        theme.accent()
    } else {
        theme.faint()
    };
    let label_rows = field.label_rows(area.width);
    lines::put_wrapped(buf, area, 0, &field.label, label_rows, label);
    draw_place(field, area, buf, theme);
    let text_area = match field.beside(area.width) {
        Some(column) => Rect {
            x: area.x + column,
            width: area.width.saturating_sub(column),
            ..area
        },
        None => below(area, label_rows),
    };
    let options_rows: u16 = field.option_rows(area.width).iter().sum();
    let kept = if field.options.is_empty() {
        0
    } else {
        options_rows.min(3)
    };
    let at_most = text_area.height.saturating_sub(kept).max(1);
    let used = if field.is_only_chosen() {
        label_rows
    } else {
        if field.beside(area.width).is_none() {
            draw_extent(field, area, (text_area.width, at_most), buf, theme);
        }
        let rows = draw_text(field, text_area, at_most, buf, theme, cursor);
        rows + (text_area.y - area.y)
    };
    if !field.options.is_empty() {
        draw_options(field, signs, below(area, used), buf, theme);
    }
}

/// Which of how many options would be taken, where the others are not in sight.
fn draw_place(field: &FieldView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let all: u16 = field.option_rows(area.width).iter().sum();
    let in_sight = field.has_keys() && field.own_rows(area.width) + all <= area.height;
    let is_beside_text = field.beside(area.width).is_some() && !field.is_only_chosen();
    if field.options.len() < 2 || in_sight || is_beside_text {
        return;
    }
    let keys = if field.has_keys() { "↑↓" } else { "Tab" };
    let told = format!("{}/{} · {keys}", field.selected + 1, field.options.len());
    if text::width(&field.label) + 2 + text::width(&told) <= usize::from(area.width) {
        lines::put_right(buf, area, 0, &told, theme.faint());
    }
}

/// Which rows of a text of so many are in sight, and whether there are more above or below; nothing where all of them are.
fn draw_extent(
    field: &FieldView,
    area: Rect,
    (width, at_most): (u16, u16),
    buf: &mut Buffer,
    theme: &Theme,
) {
    let all = usize::from(field.text_rows(width));
    let room = usize::from(at_most).max(1);
    if all <= room {
        return;
    }
    let first = skipped(field, usize::from(width.saturating_sub(1)).max(1), room);
    let above = if first > 0 { "▲" } else { "" };
    let below = if first + room < all { "▼" } else { "" };
    let told = format!("{}–{}/{all} {above}{below}", first + 1, first + room);
    if text::width(&field.label) + 2 + text::width(&told) <= usize::from(area.width) {
        lines::put_right(buf, area, 0, &told, theme.faint());
    }
}

/// The rows of a text that are out of sight above: so many that its cursor is in sight, or as far as it was read.
fn skipped(field: &FieldView, width: usize, room: usize) -> usize {
    if field.proposed {
        let all = text::wrap(&field.text, width).len();
        return field.scrolled.min(all.saturating_sub(room));
    }
    let before = field.before_cursor.as_deref();
    let lines = before.map_or(1, |before| text::wrap(before, width).len());
    lines.saturating_sub(room)
}

/// Draws a field's text and returns the rows it took.
fn draw_text(
    field: &FieldView,
    area: Rect,
    at_most: u16,
    buf: &mut Buffer,
    theme: &Theme,
    cursor: &mut Option<(u16, u16)>,
) -> u16 {
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
    let room = usize::from(at_most).max(1);
    let skipped = skipped(field, width, room);
    let style = if field.proposed {
        theme.field()
    } else {
        theme.strong()
    };
    let mut used = 0;
    for line in all.iter().skip(skipped).take(room) {
        lines::put(buf, area, used, line, style);
        used += 1;
    }
    used = used.max(1);
    if before.is_some() {
        let at = u16::try_from(cursor_row.saturating_sub(skipped)).unwrap_or(0);
        let at = at.min(at_most.saturating_sub(1));
        used = used.max(at + 1);
        if at < area.height {
            *cursor = Some((
                area.x + u16::try_from(cursor_column).unwrap_or(0),
                area.y + at,
            ));
        }
        let shaded = Rect {
            height: used.min(area.height),
            ..area
        };
        lines::shade(buf, shaded, theme.field());
    }
    used
}

fn draw_options(
    field: &FieldView,
    (above, more): (&Message, &Message),
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let heights = field.option_rows(area.width);
    if !field.has_keys() {
        let Some(option) = field.options.get(field.selected) else {
            return;
        };
        draw_option(option, true, area, 0, buf, theme);
        return;
    }
    let seen = in_sight(&heights, field.selected, area.height);
    let mut row = 0;
    if seen.first > 0 {
        let told = above.render(&[("count", &seen.first)]);
        lines::put_at(buf, area, 2, 0, &told, theme.faint());
        row = 1;
    }
    for (index, option) in field
        .options
        .iter()
        .enumerate()
        .skip(seen.first)
        .take(seen.count)
    {
        draw_option(option, index == field.selected, area, row, buf, theme);
        row += heights.get(index).copied().unwrap_or(1);
    }
    let left = field.options.len() - seen.first - seen.count;
    if left > 0 && row < area.height {
        let told = more.render(&[("count", &left)]);
        lines::put_at(buf, area, 2, row, &told, theme.faint());
    }
}

fn draw_option(option: &str, taken: bool, area: Rect, row: u16, buf: &mut Buffer, theme: &Theme) {
    let (sign, style) = if taken {
        ("●", theme.strong())
    } else {
        ("○", theme.faint())
    };
    lines::put(buf, area, row, sign, style);
    let beside = Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(2),
        ..area
    };
    lines::put_wrapped(buf, beside, row, option, area.height, style);
}

fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}
