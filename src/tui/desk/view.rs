//! The screen of the desk: where each region lies, the data it shows and how it is drawn.
//!
//! Every region has a `view`, which makes data out of the session, and a `draw`, which makes cells out of the data and
//! decides nothing.

pub mod agenda;
pub mod clock;
mod conclusion;
pub mod floor;
pub mod footer;
pub mod hall;
pub mod header;
pub mod items;
pub mod mirror;
pub mod overlay;
pub mod queue;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::words::DeskWords;
use super::{Desk, Pane};
use crate::domain::i18n::Message;
use crate::domain::session::Session;
use crate::domain::session::item::Class;
use crate::domain::session::queue::Standing;
use crate::domain::time::SessionTime;
use crate::tui::desk::words::ClassMessage;
use crate::tui::desk::words::HeaderMessage;
use crate::tui::desk::words::StandingMessage;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

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
    pub bottom: footer::BottomView,
    /// A picture of the hall, where there is room.
    pub hall: Option<hall::HallView>,
    pub overlay: Option<overlay::OverlayView>,
    /// Instead of everything, while the window is a mirrored display.
    pub mirror: Option<mirror::MirrorView>,
    /// Said instead of everything when the window is too small to work in.
    pub too_small: Option<String>,
}

/// The data of the whole screen.
#[must_use]
pub fn view(session: &Session, desk: &Desk, now: SessionTime, area: Rect) -> LiveView {
    let rows = usize::from(area.height);
    let fits = area.width >= SMALLEST.0 && area.height >= SMALLEST.1;
    LiveView {
        header: header::view(session, desk, now),
        agenda: agenda::view(session, desk, now),
        floor: floor::view(session, desk, now),
        queue: queue::view(session, desk, rows),
        items: items::view(session, desk, rows),
        bottom: footer::view(session, desk, now),
        hall: hall::view(session, desk, now, area),
        overlay: overlay::view(desk, rows),
        mirror: mirror::view(session, desk, now),
        too_small: (!fits).then(|| {
            desk.words.header[HeaderMessage::TooSmall].render(&[
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
    if let Some(mirror) = &view.mirror {
        mirror::draw(mirror, area, buf, theme);
        return None;
    }
    buf.set_style(area, theme.text());
    if let Some(text) = &view.too_small {
        lines::put_wrapped(buf, area, 0, text, area.height, theme.warning());
        return None;
    }
    let places = Places::of(area, agenda::rows(&view.agenda));
    header::draw(&view.header, places.header, buf, theme);
    agenda::draw(&view.agenda, places.agenda, buf, theme);
    floor::draw(&view.floor, places.floor, buf, theme);
    queue::draw(&view.queue, places.queue, buf, theme);
    let parted = view.hall.as_ref().zip(hall::part(places.items));
    let items = parted.map_or(places.items, |(_, (items, _))| items);
    items::draw(&view.items, items, buf, theme);
    if let Some((hall, (_, place))) = parted {
        hall::draw(hall, place, buf, theme);
    }
    for column in places.rules.into_iter().flatten() {
        for row in places.body.top()..places.body.bottom() {
            if let Some(cell) = buf.cell_mut((column, row)) {
                cell.set_symbol("│").set_style(theme.faint());
            }
        }
    }
    // A long notice lies over the lists, and a dialog over both.
    footer::draw(&view.bottom, places.bottom, buf, theme);
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
    body: Rect,
    /// Columns with a rule down the body.
    rules: [Option<u16>; 2],
}

/// From this width on there is room for three columns.
const THREE_COLUMNS: u16 = 104;

impl Places {
    /// Wide: agenda, floor over queue, items. Narrow: agenda over queue, floor over items. `agenda_rows` is what the
    /// agenda would like to have.
    fn of(area: Rect, agenda_rows: u16) -> Self {
        let header = Rect { height: 2, ..area };
        let bottom = Rect {
            y: area.bottom() - 3,
            height: 3,
            ..area
        };
        let body = Rect {
            x: area.x + 1,
            y: header.bottom(),
            width: area.width - 2,
            height: area.height - header.height - bottom.height,
        };
        let wide = area.width >= THREE_COLUMNS;
        let left = side(body, if wide { 28 } else { 36 });
        let rule = left.right();
        let rest = right_of(body, rule);
        // The floor needs its clock; what lies under it gets the rest.
        let floor_rows = (body.height * 3 / 5)
            .clamp(8, 22)
            .min(body.height.saturating_sub(4));
        if wide {
            let right = side(body, 30).width;
            let items = Rect {
                x: body.right() - right,
                width: right,
                ..body
            };
            let middle = Rect {
                width: rest.width.saturating_sub(right + 3),
                ..rest
            };
            let (floor, queue) = split(middle, floor_rows);
            return Self {
                header,
                agenda: left,
                floor,
                queue,
                items,
                bottom,
                body,
                rules: [Some(rule + 1), Some(items.x.saturating_sub(2))],
            };
        }
        let (agenda, queue) = split(left, agenda_rows.min(body.height.saturating_sub(4)));
        let (floor, items) = split(rest, floor_rows);
        Self {
            header,
            agenda,
            floor,
            queue,
            items,
            bottom,
            body,
            rules: [Some(rule + 1), None],
        }
    }

    /// A dialog lies over the lower part of the body: the header and the clock of the floor stay in sight.
    fn overlay(&self) -> Rect {
        // Heading, who, from where, and the clock.
        let (_, clock) = clock::size(self.floor.height);
        let top = self.floor.y + (3 + clock).min(self.floor.height);
        Rect {
            x: self.header.x,
            y: top,
            width: self.header.width,
            height: self.bottom.bottom().saturating_sub(top),
        }
    }
}

/// A column at the left of the body, so many hundredths wide.
fn side(body: Rect, part: u16) -> Rect {
    Rect {
        width: (body.width * part / 100).clamp(20, 56),
        ..body
    }
}

/// What lies right of a rule that has a blank on either side.
fn right_of(body: Rect, rule: u16) -> Rect {
    let x = rule + 3;
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

/// A class in words.
#[must_use]
pub fn class_word<'a>(class: Option<&Class>, words: &'a DeskWords) -> &'a Message {
    match class {
        Some(Class::AnsweredNow) => &words.classes[ClassMessage::AnsweredNow],
        Some(Class::VerifyLater { .. }) => &words.classes[ClassMessage::VerifyLater],
        Some(Class::ReportUpward { .. }) => &words.classes[ClassMessage::ReportUpward],
        None => &words.classes[ClassMessage::None],
    }
}

/// A standing in words.
#[must_use]
pub fn standing_word(standing: Standing, words: &DeskWords) -> &Message {
    match standing {
        Standing::Waiting => &words.standings[StandingMessage::Waiting],
        Standing::Spoke => &words.standings[StandingMessage::Spoke],
        Standing::Absent => &words.standings[StandingMessage::Absent],
        Standing::Withdrew => &words.standings[StandingMessage::Withdrew],
        Standing::WrittenSlip => &words.standings[StandingMessage::Slip],
        Standing::NoTimeLeft => &words.standings[StandingMessage::NoTime],
        Standing::Refused => &words.standings[StandingMessage::Refused],
    }
}

impl Desk {
    /// Whether a list has the arrow keys.
    fn has_keys(&self, pane: Pane) -> bool {
        self.dialog.is_none() && self.focus == pane
    }
}
