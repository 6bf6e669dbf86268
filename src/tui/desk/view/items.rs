//! The right: every item with its class, the one in question in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::format;
use crate::domain::regulation::ClassKind;
use crate::domain::session::Session;
use crate::domain::session::item::{Class, Item, Raiser};
use crate::tui::desk::words::NextMessage;
use crate::tui::desk::words::PaneMessage;
use crate::tui::desk::{Desk, Pane};
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;
use crate::tui::widgets::scroll::{first_in_sight, near};

/// One item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemLine {
    pub number: String,
    pub text: String,
    pub by: String,
    pub class: Option<ClassKind>,
    /// The class in words, with what it requires.
    pub class_text: String,
    pub selected: bool,
}

/// What the items region shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemsView {
    pub heading: String,
    pub counts: String,
    /// Those that can be in sight.
    pub items: Vec<ItemLine>,
    /// The place among these of the one that has to be in sight.
    pub around: usize,
    pub has_keys: bool,
    pub none: String,
}

/// The items' data, for a window of so many rows.
#[must_use]
pub fn view(session: &Session, desk: &Desk, rows: usize) -> ItemsView {
    let words = &desk.words.panes;
    let state = session.state();
    let count = |kind: Option<ClassKind>| {
        state
            .items
            .iter()
            .filter(|item| item.class.as_ref().map(Class::kind) == kind)
            .count()
    };
    let selected = desk.item_in_question(session);
    let around = selected.and_then(|id| state.items.iter().position(|item| item.id == id));
    let (items, around) = near(&state.items, around.unwrap_or(0), rows);
    ItemsView {
        heading: words[PaneMessage::Items].render(&[("count", &state.items.len())]),
        counts: format!(
            "✓{} ◷{} ↑{} ?{}",
            count(Some(ClassKind::AnsweredNow)),
            count(Some(ClassKind::VerifyLater)),
            count(Some(ClassKind::ReportUpward)),
            count(None)
        ),
        around,
        items: items
            .iter()
            .map(|item| item_line(session, desk, item, Some(item.id) == selected))
            .collect(),
        has_keys: desk.has_keys(Pane::Items),
        none: words[PaneMessage::NoItems].to_string(),
    }
}

/// One item's data.
pub(super) fn item_line(session: &Session, desk: &Desk, item: &Item, selected: bool) -> ItemLine {
    let words = &desk.words;
    let by = match item.by {
        Raiser::Citizen(number) => words.next[NextMessage::Number].render(&[("number", &number.0)]),
        Raiser::Collected(opinion) => {
            words.panes[PaneMessage::Collected].render(&[("number", &opinion.0)])
        }
    };
    let mut class_text = super::class_word(item.class.as_ref(), words).to_string();
    let requires = match &item.class {
        Some(Class::VerifyLater { agency, due }) => {
            let agency = agency.as_ref().map_or_else(
                || words.panes[PaneMessage::NoAgency].to_string(),
                |id| session.agency_name(id).to_owned(),
            );
            let due = match (due.on, &due.under) {
                (Some(on), _) => {
                    words.panes[PaneMessage::Due].render(&[("date", &format::date(on))])
                }
                (None, Some(under)) => words.panes[PaneMessage::DueUnder].render(&[(
                    "article",
                    &session
                        .regulation()
                        .deadline(under)
                        .map_or_else(String::new, |deadline| deadline.article.to_string()),
                )]),
                (None, None) => words.panes[PaneMessage::NoDue].to_string(),
            };
            Some(format!("{agency}, {due}"))
        }
        Some(Class::ReportUpward { authority }) => Some(
            authority
                .clone()
                .unwrap_or_else(|| words.panes[PaneMessage::NoAuthority].to_string()),
        ),
        Some(Class::AnsweredNow) | None => None,
    };
    if let Some(requires) = requires {
        class_text = format!("{class_text}: {requires}");
    }
    ItemLine {
        number: item.id.0.to_string(),
        text: if item.text.is_empty() {
            words.panes[PaneMessage::NoText].to_string()
        } else {
            item.text.clone()
        },
        by,
        class: item.class.as_ref().map(Class::kind),
        class_text,
        selected,
    }
}

/// The sign of a class; it stands beside the colour, never the colour alone.
#[must_use]
pub const fn sign(class: Option<ClassKind>) -> &'static str {
    match class {
        Some(ClassKind::AnsweredNow) => "✓",
        Some(ClassKind::VerifyLater) => "◷",
        Some(ClassKind::ReportUpward) => "↑",
        None => "?",
    }
}

/// Draws the items; each takes two rows, or three while there is room for all, and the one in question up to six.
pub fn draw(view: &ItemsView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let heading = if view.has_keys {
        theme.accent()
    } else {
        theme.faint()
    };
    let counts = lines::put_right(buf, area, 0, &view.counts, theme.text());
    let beside = Rect {
        width: area.width.saturating_sub(counts + 1),
        ..area
    };
    lines::heading(buf, beside, 0, &view.heading, heading, theme.faint());
    if view.items.is_empty() {
        lines::put(buf, area, 1, &view.none, theme.faint());
        return;
    }
    let rows = usize::from(area.height.saturating_sub(1));
    let text_rows = if view.items.len() * 3 + 3 <= rows {
        2
    } else {
        1
    };
    let room = rows / 2;
    let first = first_in_sight(view.items.len(), view.around, room);
    let mut row = 1;
    for item in view.items.iter().skip(first) {
        if row >= area.height {
            break;
        }
        let text_rows = if item.selected { 3 } else { text_rows };
        row += draw_item(item, area, (row, text_rows), view.has_keys, buf, theme);
    }
}

/// Draws an item from a row on, its text in at most so many rows, and returns the rows it took.
fn draw_item(
    item: &ItemLine,
    area: Rect,
    (row, text_rows): (u16, u16),
    has_keys: bool,
    buf: &mut Buffer,
    theme: &Theme,
) -> u16 {
    let style = item
        .class
        .map_or_else(|| theme.warning(), |class| theme.class(class));
    lines::put(buf, area, row, sign(item.class), style);
    let number = Rect {
        x: area.x + 1,
        width: 4.min(area.width.saturating_sub(1)),
        ..area
    };
    let number_style = if item.selected {
        theme.accent()
    } else {
        theme.faint()
    };
    lines::put_right(buf, number, row, &item.number, number_style);
    let text = Rect {
        x: area.x + 6,
        width: area.width.saturating_sub(6),
        ..area
    };
    let text_style = if item.selected {
        theme.strong()
    } else {
        theme.text()
    };
    if item.selected {
        lines::put_at(buf, area, 5, row, "›", theme.accent());
    }
    let mut used = lines::put_wrapped(buf, text, row, &item.text, text_rows, text_style).max(1);
    let by = format!("{} · ", item.by);
    if item.selected {
        // Agency and date are seen whole at least for the item in question.
        let whole = format!("{by}{}", item.class_text);
        used += lines::put_wrapped(buf, text, row + used, &whole, 3, style).max(1);
    } else {
        let column = lines::put(buf, text, row + used, &by, theme.faint());
        lines::put_at(buf, text, column, row + used, &item.class_text, style);
        used += 1;
    }
    if item.selected && has_keys {
        let line = Rect {
            y: area.y + row,
            height: used.min(area.height.saturating_sub(row)),
            ..area
        };
        lines::shade(buf, line, theme.selected());
    }
    used
}
