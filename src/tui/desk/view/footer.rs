//! The bottom: what presses, what the last act did, what the next key will do in words, and the keys that matter now.

mod draw;

use crate::domain::session::Session;
use crate::domain::session::item::ItemId;
use crate::domain::session::next::Next;
use crate::domain::text;
use crate::domain::time::SessionTime;
use crate::tui::desk::action::Action;
use crate::tui::desk::dialog::kind::{DialogKind, PickerAction};
use crate::tui::desk::dialog::panel::{Dialog, Panel};
use crate::tui::desk::form::Field;
use crate::tui::desk::keymap::{Key, Mode, key_for};
use crate::tui::desk::phrases::{after_turn, next_in_words};
use crate::tui::desk::prompts::prompts;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::FormMessage;
use crate::tui::desk::words::NextMessage;
use crate::tui::desk::words::NoticeMessage;
use crate::tui::desk::words::StationMessage;
use crate::tui::desk::{Desk, Severity};

pub use draw::draw;

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
    let (message, tone) = match (&desk.notice, desk.station_told()) {
        (Some(notice), None) => (notice.text.clone(), Some(notice.tone)),
        (Some(notice), Some(told)) => (format!("{}  ·  {told}", notice.text), Some(notice.tone)),
        (None, Some(told)) => (told.to_owned(), Some(Severity::Good)),
        (None, None) => (String::new(), None),
    };
    let (next, keys) = match &desk.dialog {
        Some(dialog) => in_dialog(session, desk, dialog, now),
        None => (
            next_keys(session, desk),
            keys_now(session, desk, now, columns),
        ),
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
        .filter_map(|action| {
            let act = desk.words.acts.get(action)?;
            let short = act.short.as_ref().unwrap_or(&act.name);
            Some((name(*action), short.to_string()))
        })
        .take_while(|(key, words)| {
            let had_room = room > 0;
            room = room.saturating_sub(text::width(key) + text::width(words) + BETWEEN_KEYS);
            had_room
        })
        .collect()
}

/// While something lies open: what `Enter` takes, and the keys of a dialog.
fn in_dialog(
    session: &Session,
    desk: &Desk,
    dialog: &Dialog,
    now: SessionTime,
) -> (ShownKeys, ShownKeys) {
    let words = &desk.words;
    let (forms, flow) = (&words.forms, &words.flow);
    let enter = |text: String| vec![("Enter".to_owned(), text)];
    let keys = |text: &crate::domain::i18n::Message| vec![(String::new(), text.to_string())];
    match &dialog.panel {
        Panel::Form(form) => {
            let outcome = form.content.outcome(desk.context(session, now));
            let mut next = enter(outcome.unwrap_or_else(|| form.title.clone()));
            let is_answer = matches!(dialog.kind, DialogKind::AnswerNow(_));
            if is_answer && form.focused().is_some_and(Field::is_proposed) {
                next.push((
                    flow[FlowMessage::TypingKey].to_string(),
                    flow[FlowMessage::TypesOver].to_string(),
                ));
                next.push(("Esc".to_owned(), flow[FlowMessage::LeavesOpen].to_string()));
                return (next, keys(&flow[FlowMessage::KeysAnswer]));
            }
            (next, keys(&forms[FormMessage::KeysForm]))
        }
        Panel::Gate(picker) => {
            let next = match desk.item_at_gate() {
                Some(item) => class_keys(desk, item),
                None => enter(chosen(picker.fitting().get(picker.selected()).copied())),
            };
            (next, keys(&flow[FlowMessage::KeysGate]))
        }
        // Nothing would be taken.
        Panel::List(picker) if picker.fitting().is_empty() => {
            let nothing = forms[FormMessage::NothingFound].to_string();
            (vec![(String::new(), nothing)], Vec::new())
        }
        Panel::List(picker) => {
            let fitting = picker.fitting();
            let line = match (&dialog.kind, picker.chosen()) {
                // Whichever of its lines is chosen, all of it is added.
                (DialogKind::Import(_), Some(PickerAction::Perform(_))) => fitting.first(),
                _ => fitting.get(picker.selected()),
            };
            let mut taken = chosen(line.copied());
            if matches!(dialog.kind, DialogKind::ExportTo(_)) {
                taken.truncate(own_words(&taken).len());
            }
            // A class that is found in the palette is about an item, too.
            if let (Some(PickerAction::Mean(action)), Some(question)) =
                (picker.chosen(), desk.question(session))
                && CLASSES.contains(action)
            {
                let asks = words.next[NextMessage::Class].render(&[("item", &question.item.0)]);
                taken = format!("{taken} · {asks}");
            }
            let next = enter(taken);
            let moves = if picker.is_grouped() {
                &forms[FormMessage::KeysPalette]
            } else {
                &forms[FormMessage::KeysPicker]
            };
            (next, keys(moves))
        }
        Panel::Page(page) => {
            let read = if page.beside > 0 {
                &forms[FormMessage::KeysHelp]
            } else {
                &forms[FormMessage::KeysPage]
            };
            // While the file is not what was written, and after closing, no key of the desk acts from here.
            let acts_nowhere = desk.mismatched.is_some() || session.next() == Next::Nothing;
            if desk.is_at_station() {
                let read = &words.stations[StationMessage::KeysPage];
                (keys(read), Vec::new())
            } else if acts_nowhere {
                (keys(read), Vec::new())
            } else {
                (next_keys(session, desk), keys(read))
            }
        }
    }
}

fn chosen<T>(line: Option<&crate::tui::desk::picker::PickerLine<T>>) -> String {
    line.map_or_else(String::new, |line| line.text.clone())
}

/// Of a line with a path behind it its own words: the path is read in the list.
fn own_words(text: &str) -> &str {
    text.split_once(": ").map_or(text, |(words, _)| words)
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

#[cfg(test)]
mod tests {
    use super::own_words;

    #[test]
    fn a_place_with_a_long_path_is_named_without_it() {
        let beside = "Cạnh buổi đối thoại: /home/a/rất/dài";
        assert_eq!(own_words(beside), "Cạnh buổi đối thoại");
        assert_eq!(own_words("Thư mục khác…"), "Thư mục khác…");
    }
}
