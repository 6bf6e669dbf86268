//! The item that the class keys are about where two columns leave no room for its card: it opens in the list itself, with
//! what each key would do as far as rows are left over.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{DrawnItem, ItemLine, ItemsView};
use crate::domain::regulation::ClassKind;
use crate::domain::text;
use crate::tui::desk::view::frame::{self, FrameWeight};
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// The choices in rows; none where all of them do not fit beside what the list needs.
pub(super) fn choices(
    choices: &[(ClassKind, String)],
    list: Rect,
    needed: u16,
) -> Vec<(ClassKind, String)> {
    let inner = usize::from(list.width.saturating_sub(4)).max(4);
    let mut rows = Vec::new();
    for (kind, told) in choices {
        // What goes on stands under the words, behind the key.
        let hanging = inner.saturating_sub(HANGING.len()).max(1);
        for (at, line) in text::wrap_parts(told, hanging).into_iter().enumerate() {
            let before = if at == 0 { "" } else { HANGING };
            rows.push((*kind, format!("{before}{line}")));
        }
    }
    let room = usize::from(list.height.saturating_sub(needed));
    if rows.len() <= room { rows } else { Vec::new() }
}

/// The columns of a key and its blank.
const HANGING: &str = "    ";

/// The item asked about, open in the list itself: the frame is the item.
pub(super) fn draw(
    view: &ItemsView,
    item: &ItemLine,
    drawn: &DrawnItem,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let head = format!("▐{}▌ {}", item.number, view.asks);
    let styles = (theme.accent(), theme.accent());
    let inner = frame::draw(&head, "", FrameWeight::Heavy, area, buf, styles, theme);
    let mut row = 0;
    for line in &drawn.text {
        lines::put(buf, inner, row, line, theme.strong());
        row += 1;
    }
    for line in &drawn.about {
        lines::put(buf, inner, row, line, theme.faint());
        row += 1;
    }
    for (kind, line) in &drawn.choices {
        lines::put(buf, inner, row, line, theme.class(*kind));
        row += 1;
    }
}
