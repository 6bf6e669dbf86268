//! What lies over the lower part of the desk: a list, a form or a page. The header and the clock stay in sight.

mod fields;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget as _};

pub use fields::FieldView;

use crate::domain::text;
use crate::tui::desk::Desk;
use crate::tui::desk::dialog::Dialog;
use crate::tui::desk::words::FormMessage;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;
use crate::tui::widgets::scroll::{first_in_sight, near};

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
                    hint: forms[FormMessage::TypeToNarrow].to_string(),
                    lines: lines
                        .iter()
                        .map(|line| (line.text.clone(), line.hint.clone()))
                        .collect(),
                    selected,
                    nothing: forms[FormMessage::NothingFound].to_string(),
                },
                complaint: None,
                keys: forms[FormMessage::KeysPicker].to_string(),
            }
        }
        Dialog::Form(form, _) => OverlayView {
            title: form.title.clone(),
            intro: form.intro.clone(),
            body: Body::Fields(fields::view(form)),
            complaint: form.complaint.clone(),
            keys: forms[FormMessage::KeysForm].to_string(),
        },
        Dialog::Page(page) => OverlayView {
            title: page.title.clone(),
            intro: Vec::new(),
            body: Body::Page {
                lines: page.lines.clone(),
                scrolled: page.scrolled,
            },
            complaint: None,
            keys: forms[FormMessage::KeysPage].to_string(),
        },
    })
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
        row += lines::put_wrapped(buf, inner, row, complaint, 3, theme.over());
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
        Body::Fields(fields) => fields::draw(fields, body, buf, theme),
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
