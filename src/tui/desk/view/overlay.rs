//! A dialog over the desk: a framed panel as high as its content, under the clock and beside what it is about. What has to
//! cover the clock carries it in its head.

pub(in crate::tui) mod fields;
mod lines;
mod page;
mod placing;
mod squares;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub use fields::FieldView;
use lines::{draw_list, list_body};
use page::draw_page;
pub use placing::frame;
use placing::{LEAST_BODY, body_rows};

use super::frame::{self, FrameWeight};
use crate::domain::format;
use crate::domain::i18n::Message;
use crate::domain::session::Session;
use crate::domain::time::SessionTime;
use crate::tui::desk::dialog::kind::DialogKind;
use crate::tui::desk::dialog::panel::{PageSquares, Panel};
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::{Desk, phrases};
use crate::tui::theme::Theme;
use crate::tui::widgets::lines as cells;

/// What a dialog shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverlayView {
    pub title: String,
    /// What is left to whom has the floor, for a panel that covers the clock.
    pub clock: Option<ClockInHead>,
    pub intro: Vec<String>,
    pub body: Body,
    pub complaint: Option<String>,
    pub place: PanelPlace,
}

/// What is left, and to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockInHead {
    pub name: String,
    pub left: String,
}

/// Where a panel stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PanelPlace {
    /// In the place of the card of an item.
    Card,
    /// Under the clock, over the middle and the right.
    Beside,
    /// Under the clock, as wide as the window.
    Wide,
    /// Over the whole body.
    Whole,
}

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListLine {
    /// What it and those behind it have in common.
    pub heading: Option<String>,
    pub text: String,
    /// A column of its own, such as a key.
    pub key: String,
    pub hint: String,
    /// It cannot be done now.
    pub dimmed: bool,
}

/// The part of a dialog that has the keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    List {
        /// What is typed to narrow it; `None` for a list that is not searched.
        typed: Option<String>,
        hint: String,
        /// Those that can be in sight.
        lines: Vec<ListLine>,
        /// The place among these of the one that would be taken.
        selected: usize,
        /// How many there are besides those made ready: before and behind.
        others: (usize, usize),
        nothing: String,
        above: Message,
        below: Message,
    },
    Fields {
        fields: Vec<FieldView>,
        above: Message,
        below: Message,
    },
    Page {
        lines: Vec<(String, String)>,
        /// So many of them stand beside the others in a wide window.
        beside: usize,
        scrolled: usize,
        more: Message,
        squares: Option<PageSquares>,
    },
}

/// The dialog's data, for a window of so many rows; `None` when nothing lies over the desk.
#[must_use]
pub fn view(session: &Session, desk: &Desk, now: SessionTime, rows: usize) -> Option<OverlayView> {
    let dialog = desk.dialogs.top()?;
    let flow = &desk.words.flow;
    let clock = clock_in_words(session, desk, now);
    Some(match &dialog.panel {
        Panel::List(picker) => {
            let is_palette = dialog.kind == DialogKind::Palette;
            let is_searched = picker.is_searched() || dialog.kind == DialogKind::Find;
            OverlayView {
                title: picker.title.clone(),
                clock,
                intro: picker.intro.clone(),
                body: list_body(picker, desk, rows, is_searched),
                complaint: None,
                place: if is_palette || picker.fitting().len() > 12 {
                    PanelPlace::Wide
                } else {
                    PanelPlace::Beside
                },
            }
        }
        Panel::Gate(picker) => OverlayView {
            title: picker.title.clone(),
            clock,
            intro: picker.intro.clone(),
            body: list_body(picker, desk, rows, !picker.typed().is_empty()),
            complaint: None,
            place: PanelPlace::Beside,
        },
        Panel::Form(form) => OverlayView {
            title: form.content.about_item().map_or_else(
                || form.title.clone(),
                |item| format!("{} {}", phrases::chip(item), form.title),
            ),
            clock,
            intro: form.intro.clone(),
            body: Body::Fields {
                fields: fields::view(form),
                above: flow[FlowMessage::MoreAbove].clone(),
                below: flow[FlowMessage::MoreBelow].clone(),
            },
            complaint: form.complaint.clone(),
            place: if form.content.about_item().is_some() {
                PanelPlace::Card
            } else {
                PanelPlace::Beside
            },
        },
        Panel::Page(page) => OverlayView {
            title: page.title.clone(),
            clock,
            intro: Vec::new(),
            body: Body::Page {
                lines: page.lines.clone(),
                beside: page.beside,
                scrolled: page.scrolled,
                more: flow[FlowMessage::MoreRows].clone(),
                squares: page.squares.clone(),
            },
            complaint: None,
            place: PanelPlace::Whole,
        },
    })
}

/// Who has the floor and how long is left; nothing while nobody has it.
fn clock_in_words(session: &Session, desk: &Desk, now: SessionTime) -> Option<ClockInHead> {
    let turn = session.state().floor()?;
    let left = turn
        .left(now)
        .map_or_else(|| format::running(turn.lasted(now)), format::left);
    let name = phrases::holder_name(session, &turn.holder, &desk.words);
    Some(ClockInHead { name, left })
}

/// What was drawn: where the cursor stands, and the frame of a panel that is about an item.
#[derive(Debug, Clone, Copy, Default)]
pub struct DrawnPanel {
    pub cursor: Option<(u16, u16)>,
    pub about_item: Option<Rect>,
}

/// Draws the dialog in its frame.
pub fn draw(
    view: &OverlayView,
    frame: Rect,
    covers_clock: bool,
    buf: &mut Buffer,
    theme: &Theme,
) -> DrawnPanel {
    let head = view.head(frame.width, covers_clock);
    let view = &view.clone().with_head(&head);
    let inner_width = frame.width.saturating_sub(4);
    let about = view.place == PanelPlace::Card;
    let weight = if about {
        FrameWeight::Heavy
    } else {
        FrameWeight::Light
    };
    let title = if head.is_inside { "" } else { &head.title };
    let styles = (theme.accent(), theme.accent());
    let inner = frame::draw(title, &head.aside, weight, frame, buf, styles, theme);
    let cursor = draw_inside(view, body_rows(view, inner_width), inner, buf, theme);
    DrawnPanel {
        cursor,
        about_item: about.then_some(frame),
    }
}

fn draw_inside(
    view: &OverlayView,
    needed_below: u16,
    inner: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> Option<(u16, u16)> {
    let mut row = 0;
    // What is chosen from or typed into is never pushed out by what stands above it.
    let kept_free = needed_below.min(LEAST_BODY);
    for intro in &view.intro {
        let left = inner.height.saturating_sub(row + kept_free).max(1);
        row += cells::put_wrapped(buf, inner, row, intro, left, theme.strong());
    }
    if let Some(complaint) = &view.complaint {
        row += cells::put_wrapped(buf, inner, row, complaint, 3, theme.warning());
    }
    let body = below(inner, row);
    match &view.body {
        Body::List {
            typed,
            hint,
            lines: all,
            selected,
            others,
            nothing,
            above,
            below: more,
        } => {
            let (list, cursor) = match typed {
                Some(typed) => (
                    below(body, 1),
                    Some(draw_typed(typed, hint, body, buf, theme)),
                ),
                None => (body, None),
            };
            if all.is_empty() {
                cells::put(buf, list, 0, nothing, theme.faint());
            }
            draw_list(all, (*selected, *others), (above, more), list, buf, theme);
            cursor
        }
        Body::Fields {
            fields,
            above,
            below,
        } => fields::draw(fields, (above, below), body, buf, theme),
        Body::Page {
            lines: all,
            beside,
            scrolled,
            more,
            squares,
        } => {
            let body = match squares {
                Some(squares) => squares::draw(squares, body, buf, theme),
                None => body,
            };
            draw_page(all, (*beside, *scrolled), more, body, buf, theme);
            None
        }
    }
}

fn draw_typed(typed: &str, hint: &str, body: Rect, buf: &mut Buffer, theme: &Theme) -> (u16, u16) {
    cells::put(buf, body, 0, "›", theme.accent());
    let (shown, style) = if typed.is_empty() {
        (hint, theme.faint())
    } else {
        (typed, theme.strong())
    };
    let end = cells::put_at(buf, body, 2, 0, shown, style);
    let cursor = if typed.is_empty() { 2 } else { 2 + end };
    (body.x + cursor, body.y)
}

fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}
