//! A dialog over the desk: a framed panel as high as its content, under the clock and beside what it is about. What has to
//! cover the clock carries it in its head.

mod fields;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub use fields::FieldView;

use super::frame::{self, FrameWeight};
use super::list::in_sight;
use super::places::Places;
use crate::domain::format;
use crate::domain::i18n::Message;
use crate::domain::session::Session;
use crate::domain::text;
use crate::domain::time::SessionTime;
use crate::tui::desk::dialog::kind::DialogKind;
use crate::tui::desk::dialog::panel::Panel;
use crate::tui::desk::picker::Picker;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::FormMessage;
use crate::tui::desk::{Desk, phrases};
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;
use crate::tui::widgets::scroll::near;

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
                scrolled: page.scrolled,
                more: flow[FlowMessage::MoreRows].clone(),
            },
            complaint: None,
            place: PanelPlace::Whole,
        },
    })
}

fn list_body<T>(picker: &Picker<T>, desk: &Desk, rows: usize, searched: bool) -> Body {
    let words = &desk.words;
    let fitting = picker.fitting();
    let (shown, selected) = near(&fitting, picker.selected(), rows);
    let before = picker.selected() - selected;
    Body::List {
        typed: searched.then(|| picker.typed()),
        hint: words.forms[FormMessage::TypeToNarrow].to_string(),
        lines: shown
            .iter()
            .map(|line| ListLine {
                text: line.text.clone(),
                key: line.key.clone(),
                hint: line.hint.clone(),
                dimmed: line.dimmed,
            })
            .collect(),
        selected,
        others: (before, fitting.len().saturating_sub(before + shown.len())),
        nothing: words.forms[FormMessage::NothingFound].to_string(),
        above: words.flow[FlowMessage::MoreAbove].clone(),
        below: words.flow[FlowMessage::MoreBelow].clone(),
    }
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

/// Draws the dialog.
pub fn draw(
    view: &OverlayView,
    places: &Places,
    under_clock: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> DrawnPanel {
    let area = place(view, places, under_clock);
    // A title that is too long for the frame is read inside it.
    let too_long = text::width(&view.title) + 6 > usize::from(area.width);
    let view = &if too_long {
        let mut intro = vec![view.title.clone()];
        intro.extend(view.intro.iter().cloned());
        OverlayView {
            title: String::new(),
            intro,
            ..view.clone()
        }
    } else {
        view.clone()
    };
    let inner_width = area.width.saturating_sub(4);
    let needed = needed_rows(view, inner_width).saturating_add(2);
    let (top, height) = if view.place == PanelPlace::Whole {
        (area.y, area.height)
    } else {
        // As high as its content; a panel that needs more begins higher, over the words under the clock but not over it.
        (area.y, needed.min(area.height))
    };
    let frame = Rect {
        y: top,
        height,
        ..area
    };
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
    let cursor = draw_inside(view, inner, buf, theme);
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
    rows += match &view.body {
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
    inner: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> Option<(u16, u16)> {
    let mut row = 0;
    for intro in &view.intro {
        let left = inner.height.saturating_sub(row + 4).max(1);
        row += lines::put_wrapped(buf, inner, row, intro, left, theme.strong());
    }
    if let Some(complaint) = &view.complaint {
        row += lines::put_wrapped(buf, inner, row, complaint, 3, theme.warning());
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
                lines::put(buf, list, 0, nothing, theme.faint());
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
            scrolled,
            more,
        } => {
            draw_page(all, *scrolled, more, body, buf, theme);
            None
        }
    }
}

fn draw_typed(typed: &str, hint: &str, body: Rect, buf: &mut Buffer, theme: &Theme) -> (u16, u16) {
    lines::put(buf, body, 0, "›", theme.accent());
    let (shown, style) = if typed.is_empty() {
        (hint, theme.faint())
    } else {
        (typed, theme.strong())
    };
    let end = lines::put_at(buf, body, 2, 0, shown, style);
    let cursor = if typed.is_empty() { 2 } else { 2 + end };
    (body.x + cursor, body.y)
}

/// How a list shares its width: texts, keys, and what they do.
#[derive(Debug, Clone, Copy)]
struct Columns {
    text: u16,
    key: u16,
}

impl Columns {
    fn of(all: &[ListLine], width: u16) -> Self {
        let widest = |of: fn(&ListLine) -> &String| {
            let widths = all.iter().map(|line| text::width(of(line)));
            u16::try_from(widths.max().unwrap_or(0)).unwrap_or(u16::MAX)
        };
        let key = widest(|line| &line.key);
        let text = widest(|line| &line.text).min(if key > 0 { width * 2 / 5 } else { width });
        Self { text, key }
    }

    /// Where the hint of a line begins, and how wide it is; under its text where there is no room beside it.
    fn hint(&self, line: &ListLine, width: u16) -> Option<(u16, u16)> {
        let beside = if self.key > 0 {
            2 + self.text + 2 + self.key + 2
        } else {
            2 + u16::try_from(text::width(&line.text)).unwrap_or(u16::MAX) + 2
        };
        let room = width.saturating_sub(beside);
        let needed = u16::try_from(text::width(&line.hint)).unwrap_or(u16::MAX);
        (room >= needed || room >= 28).then_some((beside, room))
    }

    fn rows(&self, line: &ListLine, width: u16) -> u16 {
        let room = if self.key > 0 {
            self.text
        } else {
            width.saturating_sub(2)
        };
        let own = text::wrap(&line.text, usize::from(room).max(1)).len();
        let hint = if line.hint.is_empty() {
            0
        } else if let Some((_, room)) = self.hint(line, width).filter(|_| own == 1) {
            text::wrap(&line.hint, usize::from(room).max(1)).len()
        } else {
            own + text::wrap(&line.hint, usize::from(width.saturating_sub(4)).max(1)).len()
        };
        u16::try_from(own.max(hint)).unwrap_or(u16::MAX)
    }
}

fn draw_list(
    all: &[ListLine],
    (selected, others): (usize, (usize, usize)),
    (above, below): (&Message, &Message),
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let columns = Columns::of(all, area.width);
    let heights: Vec<u16> = all
        .iter()
        .map(|line| columns.rows(line, area.width).min(area.height.max(1)))
        .collect();
    let seen = in_sight(&heights, selected, area.height);
    let mut row = 0;
    let before = others.0 + seen.first;
    if before > 0 {
        let told = above.render(&[("count", &before)]);
        lines::put_at(buf, area, 2, 0, &told, theme.faint());
        row = 1;
    }
    for (index, line) in all.iter().enumerate().skip(seen.first).take(seen.count) {
        let height = heights.get(index).copied().unwrap_or(1);
        let place = Rect {
            y: area.y + row,
            height: height.min(area.height.saturating_sub(row)),
            ..area
        };
        draw_line(line, columns, place, buf, theme);
        if index == selected {
            lines::put(buf, place, 0, "▸", theme.accent());
            lines::shade(buf, place, theme.selected());
        }
        row += height;
    }
    let behind = all.len() - seen.first - seen.count + others.1;
    if behind > 0 && row < area.height {
        let told = below.render(&[("count", &behind)]);
        lines::put_at(buf, area, 2, row, &told, theme.faint());
    }
}

fn draw_line(line: &ListLine, columns: Columns, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let style = if line.dimmed {
        theme.faint()
    } else {
        theme.text()
    };
    let text_room = if columns.key > 0 {
        columns.text
    } else {
        area.width.saturating_sub(2)
    };
    let text_area = Rect {
        x: area.x + 2,
        width: text_room.min(area.width.saturating_sub(2)),
        ..area
    };
    let own = lines::put_wrapped(buf, text_area, 0, &line.text, area.height, style);
    lines::put_at(
        buf,
        area,
        2 + columns.text + 2,
        0,
        &line.key,
        theme.accent(),
    );
    if line.hint.is_empty() {
        return;
    }
    match columns.hint(line, area.width).filter(|_| own <= 1) {
        Some((at, room)) => {
            let beside = Rect {
                x: area.x + at,
                width: room,
                ..area
            };
            lines::put_wrapped(buf, beside, 0, &line.hint, area.height, theme.faint());
        }
        None => {
            let under = Rect {
                x: area.x + 4,
                width: area.width.saturating_sub(4),
                ..area
            };
            let left = area.height.saturating_sub(own);
            lines::put_wrapped(buf, under, own, &line.hint, left, theme.faint());
        }
    }
}

/// The rows of a page: a key and one row of its text, or a heading.
fn page_rows(all: &[(String, String)], width: u16) -> Vec<(usize, &str, &str)> {
    let beside = usize::from(width.saturating_sub(BESIDE_KEY)).max(1);
    let mut rows = Vec::new();
    for (line, (key, words)) in all.iter().enumerate() {
        if key.is_empty() {
            rows.extend(
                text::wrap(words, usize::from(width).max(1))
                    .into_iter()
                    .map(|row| (line, "", row)),
            );
            continue;
        }
        for (at, row) in text::wrap(words, beside).into_iter().enumerate() {
            rows.push((line, if at == 0 { key.as_str() } else { " " }, row));
        }
    }
    rows
}

fn draw_page(
    all: &[(String, String)],
    scrolled: usize,
    more: &Message,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let rows = page_rows(all, area.width);
    let room = usize::from(area.height).saturating_sub(1);
    let first = rows.iter().position(|(line, ..)| *line >= scrolled);
    let first = first
        .unwrap_or(rows.len())
        .min(rows.len().saturating_sub(room));
    for (at, (_, key, words)) in (0..).zip(rows.iter().skip(first).take(room)) {
        if key.is_empty() {
            lines::put(buf, area, at, words, theme.accent());
        } else {
            lines::put_at(buf, area, 1, at, key, theme.strong());
            lines::put_at(buf, area, BESIDE_KEY, at, words, theme.text());
        }
    }
    let left = rows.len().saturating_sub(first + room);
    if left > 0 {
        let told = more.render(&[("count", &left)]);
        lines::put(
            buf,
            area,
            area.height.saturating_sub(1),
            &told,
            theme.faint(),
        );
    }
}

/// The column in which the texts of a page begin, right of its keys.
const BESIDE_KEY: u16 = 13;

fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}
