//! Where each region lies: three columns where there is room, two where there is not. Columns share the width by need.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget as _};

use super::{LiveView, agenda, items, queue};
use crate::tui::theme::Theme;

/// From this width on there is room for three columns.
pub const THREE_COLUMNS: u16 = 104;
/// A rule, the notice, the act, the keys.
const BOTTOM: u16 = 4;
/// A rule with a blank on either side.
const GUTTER: u16 = 3;

/// The rows that the list keeps in two columns while somebody has the floor: a heading, an item, and how many more.
const ITEMS_BESIDE_A_TURN: u16 = 4;

/// The rows in which a list tells enough beside a panel to stay where it is.
const ITEMS_ABOVE: u16 = 7;

/// What a panel leaves of the lists that it lies over; without rows where it lies over none of them.
#[derive(Debug, Clone, Copy, Default)]
pub struct BelowPanel {
    pub queue: Rect,
    pub items: Rect,
}

/// Where each region lies.
#[derive(Debug, Clone, Copy)]
pub struct Places {
    pub wide: bool,
    pub header: Rect,
    pub agenda: Rect,
    pub queue: Rect,
    pub floor: Rect,
    pub items: Rect,
    pub bottom: Rect,
    /// Everything between header and bottom.
    pub body: Rect,
    /// Columns with a rule down the body.
    pub rules: [Option<u16>; 2],
}

impl Places {
    /// Wide: agenda over queue, floor, items. Narrow: agenda over queue, floor over items.
    pub fn of(area: Rect, view: &LiveView) -> Self {
        let header = Rect {
            height: view.header.rows(area),
            ..area
        };
        let bottom = Rect {
            y: area.bottom().saturating_sub(BOTTOM),
            height: BOTTOM,
            ..area
        };
        let body = Rect {
            x: area.x + 1,
            y: header.bottom(),
            width: area.width.saturating_sub(2),
            height: area.height.saturating_sub(header.height + BOTTOM),
        };
        let wide = area.width >= THREE_COLUMNS;
        let left = Rect {
            width: left_width(area.width, wide, view),
            ..body
        };
        let rest = right_of(body, left);
        let rows = agenda::rows(&view.agenda, left.width);
        let (agenda, queue) = split(left, rows.min(agenda_share(body.height, view)));
        if wide {
            let middle = Rect {
                width: rest.width.saturating_sub(GUTTER) * 3 / 5,
                ..rest
            };
            let items = right_of(body, middle);
            return Self {
                wide,
                header,
                agenda,
                queue,
                floor: middle,
                items,
                bottom,
                body,
                rules: [Some(left.right() + 1), Some(middle.right() + 1)],
            };
        }
        let items = items::needed_rows(&view.items).clamp(4, (body.height * 2 / 5).max(4));
        // While somebody speaks or answers, what is spoken of and the prepared answer come before the list.
        let items = if view.floor.clock.is_some() && view.floor.card.is_none() {
            items.min(ITEMS_BESIDE_A_TURN)
        } else {
            items
        };
        let floor_rows = view
            .floor
            .rows(rest.width, body.height.saturating_sub(items));
        let (floor, items) = split(rest, floor_rows);
        Self {
            wide,
            header,
            agenda,
            queue,
            floor,
            items,
            bottom,
            body,
            rules: [Some(left.right() + 1), None],
        }
    }

    /// Takes away what would look out from under a panel: lists cut somewhere in their middle. They are drawn anew in what
    /// is left below it.
    pub fn below(&self, frame: Rect, items: Rect, buf: &mut Buffer, theme: &Theme) -> BelowPanel {
        // A picture of the hall under the items stays as long as the panel does not reach it.
        let items_end = if frame.bottom() <= items.bottom() {
            items.bottom()
        } else {
            self.body.bottom()
        };
        let lies_over = |column: Rect| {
            frame.left() < column.right()
                && column.left() < frame.right()
                && frame.bottom() < self.body.bottom()
        };
        let mut cleared = |column: Rect, from: u16, end: u16| {
            let rest = Rect {
                y: from,
                height: end.saturating_sub(from),
                ..column
            };
            Clear.render(rest, buf);
            buf.set_style(rest, theme.text());
            rest
        };
        let mut below = BelowPanel::default();
        // A blank row parts a list from the panel.
        let apart = |rest: Rect| Rect {
            y: rest.y + 1,
            height: rest.height.saturating_sub(1),
            ..rest
        };
        let (under, end) = (frame.bottom(), self.body.bottom());
        // A heading whose list is covered says nothing.
        let is_over_queue = frame.left() < self.queue.right() && self.queue.left() < frame.right();
        if is_over_queue && frame.top() == self.queue.top() + 1 {
            cleared(self.queue, self.queue.top(), frame.top());
        }
        if lies_over(self.queue) {
            below.queue = apart(cleared(self.queue, under, end));
        }
        if lies_over(self.floor) {
            cleared(self.floor, under, end);
        }
        if lies_over(self.items) {
            below.items = apart(cleared(self.items, under, items_end));
            // The list stands once: above the panel where there is room for a few of its lines, else below.
            let above = Rect {
                height: frame.top().saturating_sub(self.items.y),
                ..self.items
            };
            if above.height >= ITEMS_ABOVE.min(below.items.height) {
                cleared(self.items, self.items.y, frame.top());
                below.items = above;
            } else if above.height > 0 {
                cleared(self.items, self.items.y, frame.top());
            }
        }
        below
    }

    /// The rules down the body and above the bottom.
    pub fn draw_rules(&self, view: &LiveView, buf: &mut Buffer, theme: &Theme) {
        let down = self.rules.into_iter().flatten();
        for column in down.clone() {
            for row in self.body.top()..self.body.bottom() {
                put(buf, column, row, "│", theme);
            }
        }
        for column in self.bottom.left()..self.bottom.right() {
            put(buf, column, self.bottom.y, "─", theme);
        }
        let gauge = self.header.bottom().saturating_sub(1);
        let done = view.header.gauge_columns(self.header.width);
        for column in down {
            put(buf, column, self.bottom.y, "┴", theme);
            let symbol = if column < self.header.x + done {
                "┯"
            } else {
                "┬"
            };
            put(buf, column, gauge, symbol, theme);
        }
    }
}

fn put(buf: &mut Buffer, column: u16, row: u16, symbol: &str, theme: &Theme) {
    if let Some(cell) = buf.cell_mut((column, row)) {
        cell.set_symbol(symbol).set_style(theme.faint());
    }
}

/// The longest whole line of a name and a village, within a third of the window.
fn left_width(width: u16, wide: bool, view: &LiveView) -> u16 {
    if wide {
        let at_most = (width / 3).min(48);
        queue::needed_width(&view.queue).clamp(30, at_most.max(30))
    } else {
        (width * 35 / 100).clamp(20, 36)
    }
}

/// What the agenda may take: the queue keeps a heading and a few names.
fn agenda_share(height: u16, view: &LiveView) -> u16 {
    let waiting = u16::try_from(view.queue.people.len()).unwrap_or(u16::MAX);
    let queue = (waiting.max(1) + 2).min(height * 2 / 5).max(3);
    height.saturating_sub(queue)
}

/// What lies right of a column, behind a rule that has a blank on either side.
fn right_of(body: Rect, column: Rect) -> Rect {
    let x = column.right() + GUTTER;
    Rect {
        x,
        width: body.right().saturating_sub(x),
        ..body
    }
}

/// The first so many rows, and the rest.
fn split(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    (
        Rect {
            height: rows,
            ..area
        },
        Rect {
            y: area.y + rows,
            height: area.height - rows,
            ..area
        },
    )
}
