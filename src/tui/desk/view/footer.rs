//! The bottom: a prompt or notice, the prescribed next act in words, and the keys that matter now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget as _};

use crate::domain::i18n::Lang;
use crate::domain::regulation::Phase;
use crate::domain::session::Session;
use crate::domain::session::next::Next;
use crate::domain::text;
use crate::domain::time::SessionTime;
use crate::tui::desk::action::Action;
use crate::tui::desk::dialog::holder_name;
use crate::tui::desk::keymap::{Key, Mode, key_for};
use crate::tui::desk::prompts::prompts;
use crate::tui::desk::words::DeskWords;
use crate::tui::desk::words::NextMessage;
use crate::tui::desk::words::NoticeMessage;
use crate::tui::desk::{Desk, Tone};
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// The acts whose keys always stand in the last row, as far as it reaches.
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
    Action::Quit,
];

/// The rows a notice may take, its own and those above.
const NOTICE_ROWS: u16 = 4;

/// What the bottom shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BottomView {
    pub message: String,
    pub tone: Option<Tone>,
    /// Keys and what they do, the prescribed act first.
    pub next: Vec<(String, String)>,
    pub keys: Vec<(String, String)>,
}

/// The bottom's data.
#[must_use]
pub fn view(session: &Session, desk: &Desk, now: SessionTime) -> BottomView {
    let (message, tone) = match &desk.notice {
        Some(notice) => (notice.text.clone(), Some(notice.tone)),
        None => (prompts(session, &desk.words, now).join("  ·  "), None),
    };
    BottomView {
        message,
        tone,
        next: next_keys(session, desk),
        keys: ALWAYS
            .iter()
            .filter_map(|intent| {
                let key = key_for(Mode::Desk, *intent)?;
                let act = desk.words.acts.get(intent)?;
                let name = act.short.as_ref().unwrap_or(&act.name);
                Some((key.name(), name.to_string()))
            })
            .collect(),
    }
}

fn next_keys(session: &Session, desk: &Desk) -> Vec<(String, String)> {
    let words = &desk.words;
    let name = |intent: Action| key_for(Mode::Desk, intent).map_or_else(String::new, Key::name);
    // The class keys are about the item that was chosen with the arrows, if one was.
    let mut next = session.next();
    if let Next::Class(item) = &mut next {
        *item = desk.item_in_question(session).unwrap_or(*item);
    }
    let mut keys = Vec::new();
    if desk.mismatched.is_some() {
        let act = &words.notices[NoticeMessage::WriteAnew];
        keys.push((name(Action::Alternative), act.to_string()));
    }
    if next == Next::Nothing {
        let act = |intent: Action| {
            let words = words.acts.get(&intent);
            words.map_or_else(String::new, |words| words.name.to_string())
        };
        keys.push((String::new(), describe(session, &next, words, desk.lang)));
        keys.push((name(Action::Export), act(Action::Export)));
        keys.push((name(Action::Quit), act(Action::Quit)));
    } else if let Next::Class(_) = next {
        keys.extend(class_keys(session, desk, &next));
    } else {
        let missing = if next == Next::Close {
            session.missing().len()
        } else {
            0
        };
        let text = if missing > 0 {
            words.next[NextMessage::Gate].render(&[("count", &missing)])
        } else {
            describe(session, &next, words, desk.lang)
        };
        keys.push((name(Action::Next), text));
        // The gate led to an item, or the arrows did: what it lacks is one key away.
        if let Some(item) = desk.unclassed_in_question(session) {
            keys.extend(class_keys(session, desk, &Next::Class(item)));
        }
    }
    if let Some(other) = session.alternative().filter(|_| desk.mismatched.is_none()) {
        keys.push((
            name(Action::Alternative),
            describe(session, &other, words, desk.lang),
        ));
    }
    keys
}

/// The keys of the three classes, and the item they are about. The acts' own names are short enough for all three to stand
/// whole in the smallest window.
fn class_keys(session: &Session, desk: &Desk, next: &Next) -> Vec<(String, String)> {
    let words = &desk.words;
    let acts = [Action::ClassNow, Action::ClassLater, Action::ClassUpward].map(|intent| {
        let act = words.acts.get(&intent);
        (
            key_for(Mode::Desk, intent).map_or_else(String::new, Key::name),
            act.map_or_else(String::new, |act| act.name.to_string()),
        )
    });
    std::iter::once((String::new(), describe(session, next, words, desk.lang)))
        .chain(acts)
        .collect()
}

/// An act in words.
#[must_use]
pub fn describe(session: &Session, next: &Next, words: &DeskWords, lang: Lang) -> String {
    let says = &words.next;
    let state = session.state();
    let on_floor = || {
        state.floor().map_or_else(String::new, |turn| {
            holder_name(session, &turn.holder, words)
        })
    };
    let citizen = |number: crate::domain::session::plan::Number| {
        holder_name(
            session,
            &crate::domain::session::floor::Holder::Citizen(number),
            words,
        )
    };
    match next {
        Next::EnterStep(id) => {
            let step = session.regulation().step(id);
            let title = step.map_or(id.0.as_str(), |step| step.name().in_lang(lang));
            if state.agenda.present().is_none() {
                return says[NextMessage::Begin].render(&[("step", &title)]);
            }
            let number = session.regulation().position(id).map_or(0, |at| at + 1);
            says[NextMessage::EnterStep].render(&[("number", &number), ("step", &title)])
        }
        Next::Tick(id) => {
            let title = session
                .present_step()
                .and_then(|step| step.acts.iter().find(|act| &act.id == id))
                .map_or(id.0.as_str(), |act| act.title.in_lang(lang));
            says[NextMessage::Tick].render(&[("act", &title)])
        }
        Next::Call(number) => {
            says[NextMessage::Call].render(&[("number", &number.0), ("name", &citizen(*number))])
        }
        Next::ChooseStep => says[NextMessage::ChooseStep].to_string(),
        Next::StartClock => says[NextMessage::StartClock].render(&[("name", &on_floor())]),
        Next::ResumeClock => says[NextMessage::ResumeClock].render(&[("name", &on_floor())]),
        Next::EndFloor => {
            let sentence = match state.floor().map(|turn| turn.phase) {
                Some(Phase::Answer) => &says[NextMessage::EndAnswer],
                Some(Phase::FollowUp) => &says[NextMessage::EndFollowUp],
                Some(Phase::Speech) | None => &says[NextMessage::EndSpeech],
            };
            sentence.render(&[("name", &on_floor())])
        }
        Next::Answer { by, items } => {
            let name = holder_name(session, by, words);
            if items.len() > 1 {
                says[NextMessage::AnswerMany].render(&[("name", &name), ("count", &items.len())])
            } else {
                says[NextMessage::Answer].render(&[("name", &name)])
            }
        }
        Next::ReadPrepared(id) => {
            let from = session
                .plan()
                .opinions
                .iter()
                .find(|opinion| opinion.id == *id)
                .map_or("", |opinion| opinion.from.as_str());
            says[NextMessage::ReadPrepared].render(&[("number", &id.0), ("from", &from)])
        }
        Next::Class(item) => says[NextMessage::Class].render(&[("item", &item.0)]),
        Next::FollowUp(number) => {
            says[NextMessage::FollowUp].render(&[("name", &citizen(*number))])
        }
        Next::HoldSpeeches => says[NextMessage::HoldSpeeches].to_string(),
        Next::EndBreak => says[NextMessage::EndBreak].to_string(),
        Next::Close => says[NextMessage::Close].to_string(),
        Next::Nothing => says[NextMessage::Nothing].to_string(),
    }
}

/// A notice stands until the next key, so it may lie over the lists above as long as it needs more than its own row: a
/// path that is cut leads nowhere.
fn draw_notice(notice: &str, inner: Rect, buf: &mut Buffer, style: Style, theme: &Theme) {
    let count = text::wrap(notice, usize::from(inner.width)).len();
    let rows = u16::try_from(count)
        .unwrap_or(NOTICE_ROWS)
        .clamp(1, NOTICE_ROWS);
    let over = Rect {
        y: inner.y.saturating_sub(rows - 1),
        height: rows,
        ..inner
    };
    Clear.render(over, buf);
    buf.set_style(over, theme.text());
    lines::put_wrapped(buf, over, 0, notice, rows, style);
}

/// Draws the bottom's three rows.
pub fn draw(view: &BottomView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let inner = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    let style = match view.tone {
        Some(Tone::Good) => theme.good(),
        Some(Tone::Warning) | None => theme.warning(),
        Some(Tone::Alarm) => theme.over(),
    };
    if view.tone.is_some() {
        draw_notice(&view.message, inner, buf, style, theme);
    } else {
        lines::put(buf, inner, 0, &view.message, style);
    }

    let bar = Rect {
        y: area.y + 1,
        height: 1,
        ..area
    };
    lines::shade(buf, bar, theme.bar());
    let (mut column, mut row) = (0_u16, 1);
    for (key, text) in &view.next {
        let told = if key.is_empty() {
            text.clone()
        } else {
            format!("[{key}] {text}")
        };
        let width = u16::try_from(text::width(&told)).unwrap_or(u16::MAX);
        // What does not fit whole beside the others goes on in the row of keys, before them.
        if column > 0 && row == 1 && column.saturating_add(width) > inner.width {
            (column, row) = (0, 2);
        }
        if column == 0 && width > inner.width {
            // One act in many words takes both rows.
            let both = Rect {
                height: inner.height.min(3),
                ..inner
            };
            lines::put_wrapped(buf, both, row, &told, 2, theme.bar());
            (column, row) = (inner.width, 2);
            continue;
        }
        column += lines::put_at(buf, inner, column, row, &told, theme.bar()) + 3;
    }
    let taken = if row == 2 { column.min(inner.width) } else { 0 };
    let keys = Rect {
        x: inner.x + taken,
        width: inner.width - taken,
        ..inner
    };
    lines::put_row_of_keys(buf, keys, 2, &view.keys, theme.accent(), theme.faint());
}
