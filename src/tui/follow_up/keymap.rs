//! The keys of the follow-up screen: one table, from which dispatch, the bottom line and the page of keys are made. No letter
//! is bound: letters narrow the list.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use self::FollowUpAction as Act;
use crate::tui::follow_up::words::FollowUpScreenMessage as Says;

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FollowUpAction {
    Accept,
    Help,
    Notice,
    Answer,
    PassOn,
    Remind,
    Publish,
    Extend,
    Attach,
    Paper,
    Sent,
    Export,
    Correct,
    Reopen,
    AgreeDay,
    Told,
    Note,
    Undo,
    Redo,
    AcceptAmendment,
    OtherPane,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    Leave,
    Quit,
}

/// One key.
#[derive(Debug, Clone, Copy)]
pub struct FollowUpBinding {
    pub code: KeyCode,
    pub ctrl: bool,
    pub action: FollowUpAction,
    /// What it is called in the bottom line and on the page of keys.
    pub words: Says,
}

const fn on(code: KeyCode, action: Act, words: Says) -> FollowUpBinding {
    FollowUpBinding {
        code,
        ctrl: false,
        action,
        words,
    }
}

const fn ctrl(letter: char, action: Act, words: Says) -> FollowUpBinding {
    let mut binding = on(KeyCode::Char(letter), action, words);
    binding.ctrl = true;
    binding
}

/// Every key of the screen, in the order of the page of keys.
pub const FOLLOW_UP_KEYS: &[FollowUpBinding] = &[
    on(KeyCode::Enter, Act::Accept, Says::KeyAnswer),
    on(KeyCode::F(1), Act::Help, Says::KeyHelp),
    on(KeyCode::F(2), Act::Answer, Says::KeyAnswerAgain),
    on(KeyCode::F(4), Act::PassOn, Says::KeyPassOn),
    on(KeyCode::F(5), Act::Export, Says::KeyExport),
    on(KeyCode::F(6), Act::Remind, Says::KeyRemind),
    on(KeyCode::F(7), Act::Extend, Says::KeyExtend),
    on(KeyCode::F(8), Act::Notice, Says::KeyNotice),
    on(KeyCode::F(9), Act::Publish, Says::KeyPublish),
    ctrl('o', Act::Attach, Says::KeyAttach),
    ctrl('p', Act::Paper, Says::KeyPaper),
    ctrl('s', Act::Sent, Says::KeySent),
    ctrl('e', Act::Correct, Says::KeyCorrect),
    ctrl('r', Act::Reopen, Says::KeyReopen),
    ctrl('d', Act::AgreeDay, Says::KeyDay),
    ctrl('t', Act::Told, Says::KeyTold),
    ctrl('n', Act::Note, Says::KeyNote),
    ctrl('z', Act::Undo, Says::KeyUndo),
    ctrl('y', Act::Redo, Says::KeyRedo),
    ctrl('g', Act::AcceptAmendment, Says::KeyAmended),
    on(KeyCode::Tab, Act::OtherPane, Says::KeyPane),
    on(KeyCode::BackTab, Act::OtherPane, Says::KeyPane),
    on(KeyCode::Up, Act::Up, Says::KeyMove),
    on(KeyCode::Down, Act::Down, Says::KeyMove),
    on(KeyCode::PageUp, Act::PageUp, Says::KeyMove),
    on(KeyCode::PageDown, Act::PageDown, Says::KeyMove),
    on(KeyCode::Home, Act::First, Says::KeyMove),
    on(KeyCode::End, Act::Last, Says::KeyMove),
    on(KeyCode::Esc, Act::Leave, Says::KeyQuit),
    ctrl('q', Act::Quit, Says::KeyQuit),
    ctrl('c', Act::Quit, Says::KeyQuit),
];

/// What a key asks for, if anything.
#[must_use]
pub fn follow_up_action(key: &KeyEvent) -> Option<FollowUpAction> {
    let is_ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    FOLLOW_UP_KEYS
        .iter()
        .find(|binding| binding.code == key.code && binding.ctrl == is_ctrl)
        .map(|binding| binding.action)
}

/// The key as it is written on the screen.
#[must_use]
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the other keys are called what the terminal library calls them"
)]
pub fn key_name(binding: &FollowUpBinding) -> String {
    let name = match binding.code {
        KeyCode::F(number) => format!("F{number}"),
        KeyCode::Char(letter) => letter.to_uppercase().to_string(),
        KeyCode::BackTab => "Shift+Tab".to_owned(),
        KeyCode::PageUp => "PgUp".to_owned(),
        KeyCode::PageDown => "PgDn".to_owned(),
        KeyCode::Up => "↑".to_owned(),
        KeyCode::Down => "↓".to_owned(),
        other => format!("{other}"),
    };
    if binding.ctrl {
        format!("Ctrl+{name}")
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_stands_twice_and_no_letter_acts() {
        for (place, binding) in FOLLOW_UP_KEYS.iter().enumerate() {
            let twice = FOLLOW_UP_KEYS
                .iter()
                .skip(place + 1)
                .any(|other| other.code == binding.code && other.ctrl == binding.ctrl);
            assert!(!twice, "{binding:?}");
            assert!(binding.ctrl || !matches!(binding.code, KeyCode::Char(_)));
        }
    }
}
