//! The screen of the desk: where each region lies, the data it shows and how it is drawn.
//!
//! Every region has a `view`, which makes data out of the session, and a `draw`, which makes cells out of the data and
//! decides nothing.

pub mod agenda;
pub mod bottom;
pub mod floor;
pub mod header;
pub mod items;
pub mod overlay;
pub mod queue;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::words::Words;
use super::{Desk, Pane};
use crate::moment::Stamp;
use crate::session::Session;
use crate::session::item::Class;
use crate::session::queue::Standing;
use crate::theme::Theme;
use crate::widgets::lines;
use crate::words::Sentence;

/// The smallest window that can be worked in.
pub const SMALLEST: (u16, u16) = (60, 16);

/// Everything the desk's screen shows.
#[derive(Debug, Clone, PartialEq)]
pub struct LiveView {
    pub header: header::HeaderView,
    pub agenda: agenda::AgendaView,
    pub floor: floor::FloorView,
    pub queue: queue::QueueView,
    pub items: items::ItemsView,
    pub bottom: bottom::BottomView,
    pub overlay: Option<overlay::OverlayView>,
    /// Said instead of everything when the window is too small to work in.
    pub too_small: Option<String>,
}

/// The data of the whole screen.
#[must_use]
pub fn view(session: &Session, desk: &Desk, now: Stamp, area: Rect) -> LiveView {
    let fits = area.width >= SMALLEST.0 && area.height >= SMALLEST.1;
    LiveView {
        header: header::view(session, desk, now),
        agenda: agenda::view(session, desk, now),
        floor: floor::view(session, desk, now),
        queue: queue::view(session, desk),
        items: items::view(session, desk),
        bottom: bottom::view(session, desk, now),
        overlay: overlay::view(desk),
        too_small: (!fits).then(|| {
            desk.words.header.too_small.fill(&[
                ("columns", &SMALLEST.0),
                ("rows", &SMALLEST.1),
                ("width", &area.width),
                ("height", &area.height),
            ])
        }),
    }
}

/// Draws the whole screen and returns where the cursor of a field stands.
pub fn draw(view: &LiveView, area: Rect, buf: &mut Buffer, theme: &Theme) -> Option<(u16, u16)> {
    buf.set_style(area, theme.text());
    if let Some(text) = &view.too_small {
        lines::put_wrapped(buf, area, 0, text, area.height, theme.warning());
        return None;
    }
    let places = Places::of(area);
    header::draw(&view.header, places.header, buf, theme);
    agenda::draw(&view.agenda, places.agenda, buf, theme);
    floor::draw(&view.floor, places.floor, buf, theme);
    queue::draw(&view.queue, places.queue, buf, theme);
    items::draw(&view.items, places.items, buf, theme);
    bottom::draw(&view.bottom, places.bottom, buf, theme);
    for column in [places.left_rule, places.right_rule] {
        for row in places.agenda.top()..places.agenda.bottom() {
            if let Some(cell) = buf.cell_mut((column, row)) {
                cell.set_symbol("│").set_style(theme.faint());
            }
        }
    }
    view.overlay
        .as_ref()
        .and_then(|overlay| overlay::draw(overlay, places.overlay(), buf, theme))
}

/// Where each region lies.
#[derive(Debug, Clone, Copy)]
struct Places {
    header: Rect,
    agenda: Rect,
    floor: Rect,
    queue: Rect,
    items: Rect,
    bottom: Rect,
    left_rule: u16,
    right_rule: u16,
}

impl Places {
    fn of(area: Rect) -> Self {
        let header = Rect { height: 2, ..area };
        let bottom = Rect {
            y: area.bottom() - 3,
            height: 3,
            ..area
        };
        let body = Rect {
            y: header.bottom(),
            height: area.height - header.height - bottom.height,
            ..area
        };
        let side = |part: u16| (area.width * part / 100).clamp(18, 56);
        let (left, right) = (side(29), side(31));
        let agenda = Rect {
            x: body.x + 1,
            width: left - 1,
            ..body
        };
        let left_rule = agenda.right();
        let items = Rect {
            x: body.right() - right,
            width: right - 1,
            ..body
        };
        let right_rule = items.x - 1;
        let middle = Rect {
            x: left_rule + 2,
            width: right_rule.saturating_sub(left_rule + 3),
            ..body
        };
        // The floor needs its clock; the queue gets the rest, at least its heading and a few names.
        let floor_height = (body.height * 3 / 5)
            .clamp(8, 22)
            .min(body.height.saturating_sub(4));
        Self {
            header,
            agenda,
            floor: Rect {
                height: floor_height,
                ..middle
            },
            queue: Rect {
                y: middle.y + floor_height,
                height: middle.height - floor_height,
                ..middle
            },
            items: Rect {
                x: items.x + 1,
                width: items.width.saturating_sub(1),
                ..items
            },
            bottom,
            left_rule,
            right_rule,
        }
    }

    /// A dialog lies over the lower part of the body: the header and the clock of the floor stay in sight.
    fn overlay(&self) -> Rect {
        let top = self.floor.y + self.floor.height.min(7);
        Rect {
            x: self.header.x,
            y: top,
            width: self.header.width,
            height: self.bottom.bottom().saturating_sub(top),
        }
    }
}

/// A class in words.
#[must_use]
pub fn class_word<'a>(class: Option<&Class>, words: &'a Words) -> &'a Sentence {
    match class {
        Some(Class::AnsweredNow) => &words.classes.answered_now,
        Some(Class::VerifyLater { .. }) => &words.classes.verify_later,
        Some(Class::ReportUpward { .. }) => &words.classes.report_upward,
        None => &words.classes.none,
    }
}

/// A standing in words.
#[must_use]
pub fn standing_word(standing: Standing, words: &Words) -> &Sentence {
    match standing {
        Standing::Waiting => &words.standings.waiting,
        Standing::Spoke => &words.standings.spoke,
        Standing::Absent => &words.standings.absent,
        Standing::Withdrew => &words.standings.withdrew,
        Standing::WrittenSlip => &words.standings.slip,
        Standing::NoTimeLeft => &words.standings.no_time,
        Standing::Refused => &words.standings.refused,
    }
}

impl Desk {
    /// Whether a list has the arrow keys.
    fn has_keys(&self, pane: Pane) -> bool {
        self.dialog.is_none() && self.focus == pane
    }
}
