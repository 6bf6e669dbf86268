//! The bottom: what presses, what the last act did, what the next key will do in words, and the keys that matter now.

mod dialog_keys;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget as _};

use crate::domain::session::Session;
use crate::domain::session::item::ItemId;
use crate::domain::session::next::Next;
use crate::domain::text;
use crate::domain::time::SessionTime;
use crate::tui::desk::action::Action;
use crate::tui::desk::keymap::{Key, Mode, key_for};
use crate::tui::desk::phrases::{after_turn, next_in_words};
use crate::tui::desk::prompts::prompts;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::NextMessage;
use crate::tui::desk::words::NoticeMessage;
use crate::tui::desk::{Desk, Severity};
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;
use dialog_keys::in_dialog;

/// The acts whose keys stand in the last row while they can be done, as far as it reaches.
const ALWAYS: &[Action] = &[
    Action::Help,
    Action::Palette,
    Action::CallSelected,
    Action::NewItem,
    Action::PauseOrResume,
    Action::PersonMenu,
    Action::Register,
    Action::Undo,
    Action::Note,
    Action::Find,
    Action::MoreTime,
    Action::Break,
    Action::HallScene,
    Action::Quit,
];

const CLASSES: [Action; 3] = [Action::ClassNow, Action::ClassLater, Action::ClassUpward];

/// The rows that a notice, or what presses, may take: its own and those above.
const MOST_ROWS: u16 = 4;

/// What the bottom shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BottomView {
    /// What presses; in the rule above.
    pub prompts: Vec<String>,
    pub message: String,
    pub tone: Option<Severity>,
    /// Keys and what they do, the prescribed act first.
    pub next: Vec<(String, String)>,
    pub keys: Vec<(String, String)>,
}

/// The bottom's data.
#[must_use]
pub fn view(session: &Session, desk: &Desk, now: SessionTime) -> BottomView {
    let (message, tone) = match (&desk.notice, desk.station_told()) {
        (Some(notice), None) => (notice.text.clone(), Some(notice.tone)),
        (Some(notice), Some(told)) => (format!("{}  ·  {told}", notice.text), Some(notice.tone)),
        (None, Some(told)) => (told.to_owned(), Some(Severity::Good)),
        (None, None) => (String::new(), None),
    };
    let (next, keys) = match &desk.dialog {
        Some(dialog) => in_dialog(session, desk, dialog, now),
        None => (next_keys(session, desk), keys_now(session, desk, now)),
    };
    BottomView {
        prompts: prompts(session, &desk.words, now),
        message,
        tone,
        next,
        keys,
    }
}

type ShownKeys = Vec<(String, String)>;

fn name(action: Action) -> String {
    key_for(Mode::Desk, action).map_or_else(String::new, Key::name)
}

/// The keys of what can be done now.
fn keys_now(session: &Session, desk: &Desk, now: SessionTime) -> ShownKeys {
    ALWAYS
        .iter()
        .filter(|action| desk.why_not(**action, session, now).is_none())
        .filter_map(|action| {
            let act = desk.words.acts.get(action)?;
            let short = act.short.as_ref().unwrap_or(&act.name);
            Some((name(*action), short.to_string()))
        })
        .collect()
}

fn next_keys(session: &Session, desk: &Desk) -> ShownKeys {
    let words = &desk.words;
    let next = session.next();
    let mut keys = Vec::new();
    if desk.mismatched.is_some() {
        let act = &words.notices[NoticeMessage::WriteAnew];
        keys.push((name(Action::Alternative), act.to_string()));
    }
    if next == Next::Nothing {
        let act = |action: Action| {
            let words = words.acts.get(&action);
            words.map_or_else(String::new, |words| words.name.to_string())
        };
        let told = next_in_words(session, &next, words, desk.lang);
        keys.push((String::new(), told));
        keys.push((name(Action::Export), act(Action::Export)));
        keys.push((name(Action::Quit), act(Action::Quit)));
    } else if let Some(question) = desk.question(session) {
        keys.extend(class_keys(desk, question.item));
        if question.by_hand {
            keys.push((
                "Esc".to_owned(),
                words.flow[FlowMessage::ClosesCard].to_string(),
            ));
        }
        return keys;
    } else {
        let missing = if next == Next::Close {
            session.missing().len()
        } else {
            0
        };
        let text = if missing > 0 {
            words.next[NextMessage::Gate].render(&[("count", &missing)])
        } else {
            let told = next_in_words(session, &next, words, desk.lang);
            match after_turn(session, &next, words) {
                Some(then) => format!("{told}  →  {then}"),
                None => told,
            }
        };
        keys.push((name(Action::Next), text));
    }
    if let Some(item) = desk.card_to_open(session) {
        let text = words.flow[FlowMessage::OpensCard].render(&[("item", &item.0)]);
        keys.push((name(Action::Alternative), text));
    } else if let Some(other) = session.alternative().filter(|_| desk.mismatched.is_none()) {
        keys.push((
            name(Action::Alternative),
            next_in_words(session, &other, words, desk.lang),
        ));
    }
    keys
}

/// The keys of the three classes, and the item they are about. The acts' own names are short enough for all three to stand
/// whole in the smallest window.
fn class_keys(desk: &Desk, item: ItemId) -> ShownKeys {
    let words = &desk.words;
    let acts = CLASSES.map(|action| {
        let act = words.acts.get(&action);
        let called = act.map_or_else(String::new, |act| act.name.to_string());
        (name(action), called)
    });
    let asks = words.next[NextMessage::Class].render(&[("item", &item.0)]);
    std::iter::once((String::new(), asks)).chain(acts).collect()
}

/// Draws a text that one row does not hold over the rows above, too: a path that is cut leads nowhere. Returns the rows it
/// took besides its own.
fn draw_upwards(told: &str, inner: Rect, buf: &mut Buffer, style: Style, theme: &Theme) -> u16 {
    let count = text::wrap(told, usize::from(inner.width)).len();
    let rows = u16::try_from(count)
        .unwrap_or(MOST_ROWS)
        .clamp(1, MOST_ROWS);
    let over = Rect {
        y: inner.y.saturating_sub(rows - 1),
        height: rows,
        ..inner
    };
    if rows > 1 {
        let whole = Rect {
            x: over.x.saturating_sub(1),
            width: over.width + 2,
            ..over
        };
        Clear.render(whole, buf);
        buf.set_style(whole, theme.text());
    }
    lines::put_wrapped(buf, over, 0, told, rows, style);
    rows - 1
}

/// Draws the bottom's four rows: the rule with what presses, the notice, the act, the keys.
pub fn draw(view: &BottomView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let inner = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    let style = match view.tone {
        Some(Severity::Good) => theme.text(),
        Some(Severity::Warning) | None => theme.warning(),
        Some(Severity::Alarm) => theme.over(),
    };
    let notice = Rect {
        y: inner.y + 1,
        height: 1,
        ..inner
    };
    let above = draw_upwards(&view.message, notice, buf, style, theme);
    draw_prompts(&view.prompts, inner, above, buf, theme);
    let bar = Rect {
        y: area.y + 2,
        height: 1,
        ..area
    };
    lines::shade(buf, bar, theme.bar());
    let acts = Rect {
        y: inner.y + 2,
        height: inner.height.saturating_sub(2),
        ..inner
    };
    let taken = draw_next(&view.next, acts, buf, theme);
    let keys = Rect {
        x: inner.x + taken,
        width: inner.width.saturating_sub(taken),
        ..inner
    };
    lines::put_row_of_keys(buf, keys, 3, &view.keys, theme.accent(), theme.faint());
}

/// What presses, in the rule, or above a notice that covers it: the first whole, also where one row does not hold it, the
/// others as far as they fit whole.
fn draw_prompts(prompts: &[String], area: Rect, above: u16, buf: &mut Buffer, theme: &Theme) {
    let Some(first) = prompts.first() else {
        return;
    };
    let area = Rect {
        y: area.y.saturating_sub(above),
        height: 1,
        ..area
    };
    if above > 0 || text::width(first) + 3 > usize::from(area.width) {
        draw_upwards(first, area, buf, theme.warning(), theme);
        return;
    }
    let mut column = 1;
    for prompt in prompts {
        let shown = format!(" {prompt} ");
        let width = u16::try_from(text::width(&shown)).unwrap_or(u16::MAX);
        if column + width > area.width && column > 1 {
            return;
        }
        column += lines::put_at(buf, area, column, 0, &shown, theme.warning()) + 1;
    }
}

/// A sentence without its last parts, as many as it takes to be so many rows high.
fn within_rows(told: &str, columns: usize, rows: usize) -> &str {
    let mut kept = told;
    while text::wrap(kept, columns).len() > rows {
        let parts = [", ", " – ", " · "].into_iter();
        match parts.filter_map(|part| kept.rfind(part)).max() {
            Some(at) => kept = kept.get(..at).unwrap_or_default(),
            None => return kept,
        }
    }
    kept
}

/// Draws the keys of the next acts, and returns the columns they took of the row below. No key is cut away.
fn draw_next(next: &[(String, String)], area: Rect, buf: &mut Buffer, theme: &Theme) -> u16 {
    let (mut column, mut row) = (0_u16, 0);
    for (key, text) in next {
        let told = if key.is_empty() {
            text.clone()
        } else {
            format!("[{key}] {text}")
        };
        let width = u16::try_from(text::width(&told)).unwrap_or(u16::MAX);
        // What comes of an act is told only where there is room for it beside the act itself.
        let (told, width) = match told.split_once("  →  ") {
            Some((act, _)) if column + width > area.width => {
                let width = u16::try_from(text::width(act)).unwrap_or(u16::MAX);
                (act.to_owned(), width)
            }
            Some(_) | None => (told, width),
        };
        // What does not fit whole beside the others goes on in the row of keys, before them.
        if column > 0 && row == 0 && column.saturating_add(width) > area.width {
            (column, row) = (0, 1);
        }
        if column == 0 && width > area.width {
            // One act in many words takes both rows; what it brings with it goes whole where even they are too few.
            let told = within_rows(&told, usize::from(area.width), 2);
            lines::put_wrapped(buf, area, row, told, 2, theme.bar());
            (column, row) = (area.width, 1);
            continue;
        }
        column += lines::put_at(buf, area, column, row, &told, theme.bar()) + 3;
    }
    if row == 1 { column.min(area.width) } else { 0 }
}
