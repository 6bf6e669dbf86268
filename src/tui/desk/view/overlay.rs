//! A dialog over the desk: a framed panel as high as its content, under the clock and beside what it is about. What has to
//! cover the clock carries it in its head.

pub(in crate::tui) mod fields;
mod lines;
mod page;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub use fields::FieldView;
use lines::{Columns, draw_list, list_body};
use page::draw_page;

use super::frame::{self, FrameWeight};
use super::places::Places;
use crate::domain::format;
use crate::domain::i18n::Message;
use crate::domain::session::Session;
use crate::domain::text;
use crate::domain::time::SessionTime;
use crate::tui::desk::dialog::kind::DialogKind;
use crate::tui::desk::dialog::panel::Panel;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::{Desk, phrases};
use crate::tui::theme::Theme;
use crate::tui::widgets::lines as cells;

/// What a dialog shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverlayView {
    pub title: String,
    /// Who has the floor and what is left, for a panel that covers the clock.
    pub clock: String,
    pub intro: Vec<String>,
    pub body: Body,
    pub complaint: Option<String>,
    pub place: PanelPlace,
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
    },
}

/// The dialog's data, for a window of so many rows; `None` when nothing lies over the desk.
#[must_use]
pub fn view(session: &Session, desk: &Desk, now: SessionTime, rows: usize) -> Option<OverlayView> {
    let dialog = desk.dialog.as_ref()?;
    let flow = &desk.words.flow;
    let clock = clock_in_words(session, desk, now);
    Some(match &dialog.panel {
        Panel::List(picker) => {
            let is_palette = dialog.kind == DialogKind::Palette;
            OverlayView {
                title: picker.title.clone(),
                clock,
                intro: picker.intro.clone(),
                body: list_body(picker, desk, rows, true),
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
            },
            complaint: None,
            place: PanelPlace::Whole,
        },
    })
}

/// Who has the floor and how long is left, in a few words; empty while nobody has it.
fn clock_in_words(session: &Session, desk: &Desk, now: SessionTime) -> String {
    let Some(turn) = session.state().floor() else {
        return String::new();
    };
    let left = turn
        .left(now)
        .map_or_else(|| format::running(turn.lasted(now)), format::left);
    let name = phrases::holder_name(session, &turn.holder, &desk.words);
    format!("● {name} · {left}")
}

/// What was drawn: where the cursor stands, and the frame of a panel that is about an item.
#[derive(Debug, Clone, Copy, Default)]
pub struct DrawnPanel {
    pub cursor: Option<(u16, u16)>,
    pub about_item: Option<Rect>,
}

impl OverlayView {
    /// The same with a title that is too long for the frame inside it, where it is read whole.
    #[must_use]
    fn titled_inside(self, width: u16) -> Self {
        if text::width(&self.title) + 6 <= usize::from(width) {
            return self;
        }
        let title = std::iter::once(self.title);
        Self {
            title: String::new(),
            intro: title.chain(self.intro).collect(),
            ..self
        }
    }
}

/// Where the panel stands: as high as its content, as far as there is room under the clock.
#[must_use]
pub fn frame(view: &OverlayView, places: &Places, under_clock: Rect) -> Rect {
    let area = place(view, places, under_clock);
    if view.place == PanelPlace::Whole {
        return area;
    }
    let view = view.clone().titled_inside(area.width);
    let needed = needed_rows(&view, area.width.saturating_sub(4)).saturating_add(2);
    Rect {
        height: needed.min(area.height),
        ..area
    }
}

/// Draws the dialog in its frame.
pub fn draw(view: &OverlayView, frame: Rect, buf: &mut Buffer, theme: &Theme) -> DrawnPanel {
    let view = &view.clone().titled_inside(frame.width);
    let inner_width = frame.width.saturating_sub(4);
    let about = view.place == PanelPlace::Card;
    let weight = if about {
        FrameWeight::Heavy
    } else {
        FrameWeight::Light
    };
    let covers_clock = view.place == PanelPlace::Whole;
    let aside = if covers_clock {
        view.clock.as_str()
    } else {
        ""
    };
    let styles = (theme.accent(), theme.accent());
    let inner = frame::draw(&view.title, aside, weight, frame, buf, styles, theme);
    let cursor = draw_inside(view, body_rows(view, inner_width), inner, buf, theme);
    DrawnPanel {
        cursor,
        about_item: about.then_some(frame),
    }
}

fn place(view: &OverlayView, places: &Places, under_clock: Rect) -> Rect {
    let body = places.body;
    let top = under_clock.y.min(body.bottom().saturating_sub(6));
    let below = |x: u16, width: u16| Rect {
        x,
        y: top,
        width,
        height: body.bottom().saturating_sub(top),
    };
    let all = below(body.x, body.width);
    match (view.place, places.wide) {
        (PanelPlace::Whole, _) => body,
        (PanelPlace::Card, true) => below(places.floor.x, places.floor.width),
        (PanelPlace::Beside, true) => {
            let width = places.items.right().saturating_sub(places.floor.x);
            below(places.floor.x, width.min(100))
        }
        // In two columns the panel stands at the right, where it is wide enough.
        (PanelPlace::Card | PanelPlace::Beside, false) if places.floor.width >= 44 => {
            below(places.floor.x, places.floor.width)
        }
        (PanelPlace::Card | PanelPlace::Beside | PanelPlace::Wide, _) => all,
    }
}

fn needed_rows(view: &OverlayView, width: u16) -> u16 {
    let wide = usize::from(width).max(1);
    let mut rows = 0;
    for intro in view.intro.iter().chain(&view.complaint) {
        rows += text::wrap(intro, wide).len();
    }
    u16::try_from(rows)
        .unwrap_or(u16::MAX)
        .saturating_add(body_rows(view, width))
}

/// The rows of what stands below the introduction.
fn body_rows(view: &OverlayView, width: u16) -> u16 {
    let rows = match &view.body {
        Body::List {
            typed,
            lines,
            others,
            ..
        } => {
            let columns = Columns::of(lines, width);
            let all: usize = lines
                .iter()
                .map(|line| usize::from(columns.rows(line, width)))
                .sum();
            usize::from(typed.is_some()) + all.max(1) + others.0 + others.1
        }
        Body::Fields { fields, .. } => usize::from(fields::needed(fields, width)),
        Body::Page { lines, .. } => lines.len(),
    };
    u16::try_from(rows).unwrap_or(u16::MAX)
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
    let kept_free = needed_below.min(4);
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
        } => {
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
