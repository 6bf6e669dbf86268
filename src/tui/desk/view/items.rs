//! The right: every item with its class, the one in question whole and in sight. The second line of an item says who
//! raised it and whether the answer is written, or who is to answer and by when.

mod framed;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::i18n::Message;
use crate::domain::regulation::ClassKind;
use crate::domain::session::Session;
use crate::domain::session::item::{Class, Item};
use crate::domain::text;
use crate::tui::desk::words::ClassMessage;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::PaneMessage;
use crate::tui::desk::{Desk, Pane, phrases};
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;
use crate::tui::widgets::scroll::{in_sight, near};

/// One item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemLine {
    pub number: String,
    pub text: String,
    pub class: Option<ClassKind>,
    /// Who raised it, the answer's sign, agency and date, or what is still to come.
    pub about: String,
    pub selected: bool,
    /// The class keys are about it.
    pub asked: bool,
}

/// What the items region shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemsView {
    pub heading: String,
    pub counts: String,
    /// Those that can be in sight.
    pub items: Vec<ItemLine>,
    /// The place among these of the one that has to be in sight.
    pub around: usize,
    /// How many there are besides those made ready: before and behind.
    pub others: (usize, usize),
    pub has_keys: bool,
    pub none: String,
    pub above: Message,
    pub below: Message,
    /// What stands in the frame of the item asked about, where it has no card of its own.
    pub asks: String,
    /// What each class key would do, told in that frame where there are rows for it.
    pub choices: Vec<(ClassKind, String)>,
}

/// The items' data, for a window of so many rows.
#[must_use]
pub fn view(session: &Session, desk: &Desk, rows: usize) -> ItemsView {
    let words = &desk.words;
    let state = session.state();
    let count = |kind: Option<ClassKind>| {
        state
            .items
            .iter()
            .filter(|item| item.class.as_ref().map(Class::kind) == kind)
            .count()
    };
    let selected = desk.item_in_question(session);
    // A form that stands in the place of a card is about its item, whatever is selected.
    let asked = desk
        .form_about_item()
        .or_else(|| desk.question(session).map(|question| question.item));
    let in_question = asked.or(selected);
    let around = in_question.and_then(|id| state.items.iter().position(|item| item.id == id));
    let (items, place) = near(&state.items, around.unwrap_or(0), rows);
    let before = around.unwrap_or(0) - place;
    ItemsView {
        heading: words.flow[FlowMessage::ItemsHeading].to_string(),
        counts: format!(
            "✓{} ◷{} ↑{} ?{}",
            count(Some(ClassKind::AnsweredNow)),
            count(Some(ClassKind::VerifyLater)),
            count(Some(ClassKind::ReportUpward)),
            count(None)
        ),
        around: place,
        others: (before, state.items.len() - before - items.len()),
        items: items
            .iter()
            .map(|item| ItemLine {
                selected: Some(item.id) == selected,
                asked: Some(item.id) == asked,
                ..item_line(session, desk, item)
            })
            .collect(),
        has_keys: desk.has_keys(Pane::Items),
        none: words.panes[PaneMessage::NoItems].to_string(),
        above: words.flow[FlowMessage::ItemsAbove].clone(),
        below: words.flow[FlowMessage::ItemsBelow].clone(),
        asks: words.flow[FlowMessage::AsksClass].to_string(),
        choices: Vec::new(),
    }
}

impl ItemsView {
    /// The same without the item that a panel over the list is about: those that come after it.
    #[must_use]
    pub fn unasked(&self) -> Self {
        let behind = self.items.iter().position(|item| item.asked);
        let mut view = self.clone();
        if let Some(at) = behind {
            view.around = (at + 1).min(view.items.len().saturating_sub(1));
        }
        for item in &mut view.items {
            item.asked = false;
        }
        view
    }
}

/// One item's data.
pub(super) fn item_line(session: &Session, desk: &Desk, item: &Item) -> ItemLine {
    let words = &desk.words;
    let by = phrases::raiser_mark(item.by, words);
    let spoken_of = session
        .state()
        .floor()
        .is_some_and(|turn| turn.items.contains(&item.id));
    let about = match &item.class {
        Some(Class::AnsweredNow) => {
            let sign = match session.answer_to(item) {
                None => &words.flow[FlowMessage::NoAnswer],
                Some(_) if item.as_prepared => &words.flow[FlowMessage::AsPrepared],
                Some(_) => &words.flow[FlowMessage::HasAnswer],
            };
            format!("{by} · {sign}")
        }
        Some(Class::VerifyLater { .. } | Class::ReportUpward { .. }) => {
            phrases::class_requires(session, item, words, desk.lang).unwrap_or_default()
        }
        None if spoken_of => format!("{by} · {}", words.flow[FlowMessage::IsSpokenOf]),
        None => format!("{by} · {}", words.classes[ClassMessage::None]),
    };
    ItemLine {
        number: item.id.0.to_string(),
        text: phrases::item_text(session, item.id, words),
        class: item.class.as_ref().map(Class::kind),
        about,
        selected: false,
        asked: false,
    }
}

/// How many rows texts may take.
#[derive(Clone, Copy)]
struct Rows {
    text: usize,
    about: usize,
}

/// Draws the items and returns the row of the one asked about. `tied`: its card stands beside the list; else the item
/// opens in the list itself.
pub fn draw(
    view: &ItemsView,
    area: Rect,
    tied: bool,
    buf: &mut Buffer,
    theme: &Theme,
) -> Option<u16> {
    if area.height == 0 {
        return None;
    }
    let heading = if view.has_keys {
        theme.accent()
    } else {
        theme.faint()
    };
    let counts = lines::put_right(buf, area, 0, &view.counts, theme.text());
    let beside = Rect {
        width: area.width.saturating_sub(counts + 1),
        ..area
    };
    lines::heading(buf, beside, 0, &view.heading, heading, theme.faint());
    if view.items.is_empty() {
        lines::put(buf, area, 1, &view.none, theme.faint());
        return None;
    }
    let list = Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    };
    let drawn = lay_out(view, list, tied);
    let heights: Vec<u16> = drawn.iter().map(DrawnItem::rows).collect();
    let seen = in_sight(&heights, view.around, list.height);
    let mut row = 0;
    let above = view.others.0 + seen.first;
    if above > 0 {
        let told = view.above.render(&[("count", &above)]);
        lines::put_at(buf, list, TEXT, 0, &told, theme.faint());
        row = 1;
    }
    let mut asked = None;
    for (item, drawn) in view
        .items
        .iter()
        .zip(&drawn)
        .skip(seen.first)
        .take(seen.count)
    {
        let place = Rect {
            y: list.y + row,
            height: drawn.rows().min(list.height.saturating_sub(row)),
            ..list
        };
        if item.asked {
            asked = Some(place.y);
        }
        if item.asked && !tied {
            let has_room = usize::from(place.height) >= drawn.text.len() + 2;
            if has_room {
                framed::draw(view, item, drawn, place, buf, theme);
            } else {
                // A frame around nothing would ask about nothing: the words come first.
                let rows = Rows {
                    text: usize::from(place.height),
                    about: usize::from(place.height).saturating_sub(drawn.text.len()),
                };
                let bare = lay_out_item(item, list.width, rows, false);
                draw_item(item, &bare, place, view.has_keys, buf, theme);
            }
        } else {
            draw_item(item, drawn, place, view.has_keys, buf, theme);
        }
        row += drawn.rows();
    }
    let below = view.items.len() - seen.first - seen.count + view.others.1;
    if below > 0 && row < list.height {
        let told = view.below.render(&[("count", &below)]);
        lines::put_at(buf, list, TEXT, row, &told, theme.faint());
    }
    asked
}

/// The rows that the list would like to have: a heading, and two for each item.
#[must_use]
pub fn needed_rows(view: &ItemsView) -> u16 {
    let framed = view.items.iter().any(|item| item.asked);
    let all = view.items.len() + view.others.0 + view.others.1;
    let rows = 1 + all * 2 + if framed { 6 } else { 0 };
    u16::try_from(rows).unwrap_or(u16::MAX)
}

/// Where the texts of items begin: sign, number, blank.
const TEXT: u16 = 5;

/// The rows of one item.
struct DrawnItem {
    text: Vec<String>,
    about: Vec<String>,
    choices: Vec<(ClassKind, String)>,
    framed: bool,
}

impl DrawnItem {
    fn rows(&self) -> u16 {
        let frame = if self.framed { 2 } else { 0 };
        let inside = self.text.len() + self.about.len() + self.choices.len();
        u16::try_from(inside + frame).unwrap_or(u16::MAX)
    }
}

/// Everything whole where there is room for it; else only the item in question, and the others in fewer rows.
fn lay_out(view: &ItemsView, area: Rect, tied: bool) -> Vec<DrawnItem> {
    let whole = Rows { text: 6, about: 4 };
    let one_row = Rows { text: 1, about: 1 };
    let in_rows = |rows: Rows| -> Vec<DrawnItem> {
        let items = view.items.iter();
        items
            .map(|item| {
                let in_question = item.asked || item.selected;
                let framed = item.asked && !tied;
                // The item in question is told whole, however long it is.
                let text = if in_question { usize::MAX } else { rows.text };
                let rows = if in_question { whole } else { rows };
                lay_out_item(item, area.width, Rows { text, ..rows }, framed)
            })
            .collect()
    };
    let mut all = in_rows(whole);
    let needed: u16 = all.iter().map(DrawnItem::rows).sum();
    if let Some(asked) = all.iter_mut().find(|item| item.framed) {
        asked.choices = framed::choices(&view.choices, area, needed);
    }
    // Nothing is cut beside free space.
    if area.height >= 14 || needed <= area.height {
        all
    } else {
        in_rows(one_row)
    }
}

fn lay_out_item(item: &ItemLine, width: u16, rows: Rows, framed: bool) -> DrawnItem {
    let inset = if framed { 4 } else { TEXT };
    let room = usize::from(width.saturating_sub(inset)).max(4);
    DrawnItem {
        text: wrapped(&item.text, room, rows.text),
        about: about_rows(&item.about, room, rows.about),
        choices: Vec::new(),
        framed,
    }
}

/// At most so many rows; words that do not fit are left out whole.
fn wrapped(words: &str, width: usize, at_most: usize) -> Vec<String> {
    let all = text::wrap(words, width).into_iter();
    all.take(at_most).map(ToOwned::to_owned).collect()
}

/// What is told of an item: where rows are short its first parts go whole, so that the day it is due stays.
fn about_rows(about: &str, width: usize, at_most: usize) -> Vec<String> {
    let mut told = about;
    while text::wrap_parts(told, width).len() > at_most {
        match told.split_once(" · ") {
            Some((_, rest)) => told = rest,
            None => break,
        }
    }
    let all = text::wrap_parts(told, width).into_iter();
    all.take(at_most).map(ToOwned::to_owned).collect()
}

fn class_style(item: &ItemLine, theme: &Theme) -> Style {
    item.class
        .map_or_else(|| theme.accent(), |class| theme.class(class))
}

fn draw_item(
    item: &ItemLine,
    drawn: &DrawnItem,
    area: Rect,
    has_keys: bool,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let style = class_style(item, theme);
    if item.asked {
        let chip = format!("▐{}▌", item.number);
        lines::put_at(buf, area, 0, 0, &chip, theme.accent());
        for row in 1..area.height {
            lines::put_at(buf, area, 1, row, "┃", theme.accent());
        }
    } else {
        lines::put(buf, area, 0, phrases::class_sign(item.class), style);
        let number = Rect {
            x: area.x + 1,
            width: 3.min(area.width.saturating_sub(1)),
            ..area
        };
        let number_style = if item.selected {
            theme.accent()
        } else {
            theme.faint()
        };
        lines::put_right(buf, number, 0, &item.number, number_style);
        if item.selected {
            lines::put_at(buf, area, 4, 0, "▸", theme.accent());
        }
    }
    let text_style = if item.selected || item.asked {
        theme.strong()
    } else {
        theme.text()
    };
    let mut row = 0;
    for line in &drawn.text {
        lines::put_at(buf, area, TEXT, row, line, text_style);
        row += 1;
    }
    for line in &drawn.about {
        lines::put_at(buf, area, TEXT, row, line, theme.faint());
        row += 1;
    }
    if item.selected && has_keys {
        lines::shade(buf, area, theme.selected());
    }
}
