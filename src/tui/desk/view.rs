//! The screen of the desk: where each region lies, the data it shows and how it is drawn.
//!
//! Every region has a `view`, which makes data out of the session, and a `draw`, which makes cells out of the data and
//! decides nothing. One place for one thing: left what comes, in the middle what is now, right what was raised.

pub mod agenda;
pub mod card;
pub mod clock;
mod conclusion;
pub mod floor;
pub mod footer;
pub(in crate::tui) mod frame;
pub mod hall;
pub mod header;
pub mod items;
pub mod mirror;
pub mod overlay;
mod paragraph;
pub(in crate::tui) mod places;
mod possible;
mod promise;
mod queries;
pub mod queue;
mod tie;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Desk;
use crate::domain::session::Session;
use crate::domain::time::SessionTime;
use crate::tui::desk::words::HeaderMessage;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;
use places::Places;

/// A list in fewer rows than this tells nothing.
const LEAST_ROWS: u16 = 3;

/// The smallest window that can be worked in.
pub const SMALLEST: (u16, u16) = (60, 16);

/// Everything the desk's screen shows.
#[derive(Debug, Clone, PartialEq)]
pub struct LiveView {
    pub header: header::HeaderView,
    pub agenda: agenda::AgendaPane,
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
    let floor = floor::view(session, desk, now);
    let mut agenda = agenda::view(session, desk, now);
    agenda.leave_title_to(&floor.heading);
    let mut items = items::view(session, desk, rows);
    items.choices = floor
        .card
        .iter()
        .flat_map(card::CardView::in_lines)
        .collect();
    LiveView {
        header: header::view(session, desk, now),
        agenda,
        floor,
        queue: queue::view(session, desk, now, rows),
        items,
        bottom: footer::view(session, desk, now, area.width),
        hall: hall::view(session, desk, now, area),
        overlay: overlay::view(session, desk, now, rows),
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
        return mirror::draw(mirror, area, buf, theme);
    }
    buf.set_style(area, theme.text());
    if let Some(text) = &view.too_small {
        lines::put_wrapped(buf, area, 0, text, area.height, theme.warning());
        return None;
    }
    let places = Places::of(area, view);
    header::draw(&view.header, places.header, buf, theme);
    places.draw_rules(view, buf, theme);
    agenda::draw(&view.agenda, places.agenda, buf, theme);
    queue::draw(&view.queue, places.queue, buf, theme);
    let covered = view.overlay.is_some();
    let under_clock = floor::draw(&view.floor, places.floor, covered, buf, theme);
    let card = if places.wide {
        view.floor
            .card
            .as_ref()
            .filter(|_| view.overlay.is_none())
            .map(|card| {
                let frame = card::draw(card, under_clock, buf, theme);
                floor::draw_under_card(&view.floor, under_clock, frame, buf, theme);
                frame
            })
    } else {
        None
    };
    let parted = view.hall.as_ref().zip(hall::part(places.items));
    let items_place = parted.map_or(places.items, |(_, (items, _))| items);
    let asked = items::draw(&view.items, items_place, places.wide, buf, theme);
    if let Some((hall, (_, place))) = parted {
        hall::draw(hall, place, buf, theme);
    }
    let Some(overlay) = &view.overlay else {
        footer::draw(&view.bottom, places.bottom, buf, theme);
        if let (Some(card), Some(row)) = (card, asked) {
            tie::draw(card, row, &places, buf, theme);
        }
        return None;
    };
    let frame = overlay::frame(overlay, &places, under_clock);
    let below = places.below(frame, items_place, buf, theme);
    if below.queue.height >= LEAST_ROWS {
        queue::draw(&view.queue, below.queue, buf, theme);
    }
    if below.items.height >= LEAST_ROWS {
        let view = if below.items.y > frame.y {
            view.items.unasked()
        } else {
            view.items.clone()
        };
        items::draw(&view, below.items, true, buf, theme);
    }
    if places.wide {
        floor::draw_under_card(&view.floor, under_clock, frame, buf, theme);
    }
    // What it tells may need rows of the lists.
    footer::draw(&view.bottom, places.bottom, buf, theme);
    let covers_clock = frame.y < under_clock.y;
    let drawn = overlay::draw(overlay, frame, covers_clock, buf, theme);
    if let (Some(frame), Some(row)) = (drawn.about_item, asked) {
        tie::draw(frame, row, &places, buf, theme);
    }
    drawn.cursor
}
