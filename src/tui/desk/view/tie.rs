//! The line that ties a card to the item it is about: one heavy line through the gutter, seen without colour, too.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::places::Places;
use crate::tui::theme::Theme;

/// Draws the line from the first row of a card to the row of the item. Only where there is a gutter between them.
pub fn draw(card: Rect, item_row: u16, places: &Places, buf: &mut Buffer, theme: &Theme) {
    let Some(gutter) = places.rules.get(1).copied().flatten() else {
        return;
    };
    let from = card.y + 1;
    let edge = card.right().saturating_sub(1);
    if edge >= gutter {
        return;
    }
    let mut put = |column: u16, row: u16, symbol: &str| {
        if let Some(cell) = buf.cell_mut((column, row)) {
            cell.set_symbol(symbol).set_style(theme.accent());
        }
    };
    put(edge, from, "┣");
    for column in edge + 1..gutter {
        put(column, from, "━");
    }
    let (upper, lower) = (from.min(item_row), from.max(item_row));
    for row in upper..=lower {
        put(gutter, row, "┃");
    }
    let (at_card, at_item) = match from.cmp(&item_row) {
        std::cmp::Ordering::Less => ("┪", "┡"),
        std::cmp::Ordering::Greater => ("┩", "┢"),
        std::cmp::Ordering::Equal => ("┿", "┿"),
    };
    put(gutter, from, at_card);
    put(gutter, item_row, at_item);
    for column in gutter + 1..places.items.x {
        put(column, item_row, "━");
    }
}
