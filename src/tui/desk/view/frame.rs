//! A frame around a panel, heavy around what the class keys are about and light around everything else, with a title in
//! its upper edge.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget as _};

use crate::domain::text;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// How a frame is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameWeight {
    Heavy,
    Light,
}

/// The rows inside a frame of so many columns that its title takes, since the upper edge does not hold it whole.
#[must_use]
pub fn title_rows(title: &str, width: u16) -> u16 {
    if text::width(title) + AROUND_TITLE <= usize::from(width) {
        return 0;
    }
    let rows = text::wrap(title, usize::from(width.saturating_sub(4)).max(1)).len();
    u16::try_from(rows).unwrap_or(u16::MAX)
}

/// What the upper edge needs besides a title: corners, a stroke at either side, blanks around the words.
pub const AROUND_TITLE: usize = 6;

/// Clears the area, draws the frame and returns what lies inside it, a blank within the edges. A title that the upper edge
/// does not hold stands inside, whole.
pub fn draw(
    title: &str,
    aside: &str,
    weight: FrameWeight,
    area: Rect,
    buf: &mut Buffer,
    (edge, head): (Style, Style),
    theme: &Theme,
) -> Rect {
    Clear.render(area, buf);
    buf.set_style(area, theme.text());
    draw_edge(weight, area, buf, edge);
    let right = area.right().saturating_sub(1);
    let inside = title_rows(title, area.width);
    let whole = title;
    let title = if title.is_empty() || inside > 0 {
        String::new()
    } else {
        format!(" {title} ")
    };
    buf.set_string(area.x + 2, area.y, &title, head);
    let width = aside_width(aside);
    if width > 0 && text::width(&title) + width + 4 <= usize::from(area.width) {
        let at = right.saturating_sub(u16::try_from(width + 1).unwrap_or(u16::MAX));
        buf.set_string(at, area.y, format!(" {aside} "), edge);
    }
    let inner = Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2),
    };
    let taken = if inside > 0 {
        lines::put_wrapped(buf, inner, 0, whole, inside, head)
    } else {
        0
    };
    Rect {
        y: inner.y + taken,
        height: inner.height - taken,
        ..inner
    }
}

fn draw_edge(weight: FrameWeight, area: Rect, buf: &mut Buffer, edge: Style) {
    let [corner_a, corner_b, corner_c, corner_d, across, down] = match weight {
        FrameWeight::Heavy => ["┏", "┓", "┗", "┛", "━", "┃"],
        FrameWeight::Light => ["╭", "╮", "╰", "╯", "─", "│"],
    };
    let (right, bottom) = (
        area.right().saturating_sub(1),
        area.bottom().saturating_sub(1),
    );
    let mut put = |column: u16, row: u16, symbol: &str| {
        if let Some(cell) = buf.cell_mut((column, row)) {
            cell.set_symbol(symbol).set_style(edge);
        }
    };
    for column in area.left()..area.right() {
        put(column, area.y, across);
        put(column, bottom, across);
    }
    for row in area.top()..area.bottom() {
        put(area.x, row, down);
        put(right, row, down);
    }
    put(area.x, area.y, corner_a);
    put(right, area.y, corner_b);
    put(area.x, bottom, corner_c);
    put(right, bottom, corner_d);
}

/// The columns of what stands at the right of the upper edge, with the blanks around it.
#[must_use]
pub fn aside_width(aside: &str) -> usize {
    if aside.is_empty() {
        0
    } else {
        text::width(aside) + 2
    }
}
