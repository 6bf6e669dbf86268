//! The bottom: what presses, what the last act did, what the next key will do in words, and the keys that matter now.

mod dialog_keys;
mod draw;

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

use dialog_keys::in_dialog;
pub use draw::draw;

/// The acts whose keys stand in the last row while they can be done, as far as it reaches.
const ALWAYS: &[Action] = &[
    Action::Help,
    Action::Palette,
    Action::CallSelected,
    Action::NewItem,
    Action::PauseOrResume,
    Action::PersonMenu,
    Action::MoreTime,
    Action::Register,
    Action::Undo,
    Action::Note,
    Action::Find,
    Action::Break,
    Action::HallScene,
    Action::Quit,
];

const CLASSES: [Action; 3] = [Action::ClassNow, Action::ClassLater, Action::ClassUpward];

/// The columns between a key and the next one, with the blank before its words.
const BETWEEN_KEYS: usize = 3;

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
pub fn view(session: &Session, desk: &Desk, now: SessionTime, columns: u16) -> BottomView {
    let (message, tone) = match (&desk.notice, desk.stations.did()) {
        (Some(notice), None) => (notice.text.clone(), Some(notice.tone)),
        (Some(notice), Some(told)) => (format!("{}  ·  {told}", notice.text), Some(notice.tone)),
        (None, Some(told)) => (told.to_owned(), Some(Severity::Good)),
        (None, None) => (String::new(), None),
    };
    let (next, keys) = if let Some(dialog) = desk.dialogs.top() {
        in_dialog(session, desk, dialog, now)
    } else {
        let next = next_keys(session, desk);
        let mut keys = keys_now(session, desk, now, columns);
        // What stands in the bar above is not said twice.
        keys.retain(|(key, _)| !next.iter().any(|(known, _)| known == key));
        (next, keys)
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

/// The keys of what can be done now, as many as so many columns hold: the session is asked of no other.
fn keys_now(session: &Session, desk: &Desk, now: SessionTime, columns: u16) -> ShownKeys {
    let mut room = usize::from(columns);
    ALWAYS
        .iter()
        .filter(|action| desk.why_not(**action, session, now).is_none())
        .filter_map(|action| short_key(session, desk, *action, now))
        .take_while(|(key, words)| {
            let had_room = room > 0;
            room = room.saturating_sub(text::width(key) + text::width(words) + BETWEEN_KEYS);
            had_room
        })
        .collect()
}

/// The key of an act and its few words; the two keys of a minute stand together where both can be pressed.
fn short_key(
    session: &Session,
    desk: &Desk,
    action: Action,
    now: SessionTime,
) -> Option<(String, String)> {
    let (words, act) = (&desk.words, desk.words.acts.get(&action)?);
    let can = |action: Action| desk.why_not(action, session, now).is_none();
    if action == Action::MoreTime && can(Action::LessTime) {
        let both = format!("{} {}", name(Action::LessTime), name(Action::MoreTime));
        return Some((both, words.flow[FlowMessage::MinuteKeys].to_string()));
    }
    // After closing nobody can be absent any more; a name can be put right.
    if action == Action::PersonMenu && session.state().closed.is_some() {
        let corrects = words.flow[FlowMessage::CorrectsPerson].to_string();
        return Some((name(action), corrects));
    }
    let short = act.short.as_ref().unwrap_or(&act.name);
    Some((name(action), short.to_string()))
}

fn next_keys(session: &Session, desk: &Desk) -> ShownKeys {
    let words = &desk.words;
    let next = session.next();
    let mut keys = Vec::new();
    if desk.disk.is_mismatched() {
        let act = &words.notices[NoticeMessage::WriteAnew];
        keys.push((name(Action::Alternative), act.to_string()));
    }
    if next == Next::Nothing {
        let act = |action: Action| {
            let words = words.acts.get(&action);
            words.map_or_else(String::new, |words| words.name.to_string())
        };
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
    if let Some(item) = desk.selection.card_to_open(session) {
        let text = words.flow[FlowMessage::OpensCard].render(&[("item", &item.0)]);
        keys.push((name(Action::Alternative), text));
    } else if let Some(other) = session.alternative().filter(|_| !desk.disk.is_mismatched()) {
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
