//! The keys of the follow-up screen: one table, from which dispatch, the bottom line and the page of keys are made. No letter
//! is bound: letters narrow the list.

use crate::tui::follow_up::words::FollowUpScreenMessage;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

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
    pub words: FollowUpScreenMessage,
}

const fn on(
    code: KeyCode,
    action: FollowUpAction,
    words: FollowUpScreenMessage,
) -> FollowUpBinding {
    FollowUpBinding {
        code,
        ctrl: false,
        action,
        words,
    }
}

const fn ctrl(
    letter: char,
    action: FollowUpAction,
    words: FollowUpScreenMessage,
) -> FollowUpBinding {
    FollowUpBinding {
        code: KeyCode::Char(letter),
        ctrl: true,
        action,
        words,
    }
}

/// Every key of the screen, in the order of the page of keys.
pub const FOLLOW_UP_KEYS: &[FollowUpBinding] = &[
    on(
        KeyCode::Enter,
        FollowUpAction::Accept,
        FollowUpScreenMessage::KeyAnswer,
    ),
    on(
        KeyCode::F(1),
        FollowUpAction::Help,
        FollowUpScreenMessage::KeyHelp,
    ),
    on(
        KeyCode::F(2),
        FollowUpAction::Notice,
        FollowUpScreenMessage::KeyNotice,
    ),
    on(
        KeyCode::F(3),
        FollowUpAction::Answer,
        FollowUpScreenMessage::KeyAnswerAgain,
    ),
    on(
        KeyCode::F(4),
        FollowUpAction::PassOn,
        FollowUpScreenMessage::KeyPassOn,
    ),
    on(
        KeyCode::F(5),
        FollowUpAction::Remind,
        FollowUpScreenMessage::KeyRemind,
    ),
    on(
        KeyCode::F(6),
        FollowUpAction::Publish,
        FollowUpScreenMessage::KeyPublish,
    ),
    on(
        KeyCode::F(7),
        FollowUpAction::Extend,
        FollowUpScreenMessage::KeyExtend,
    ),
    on(
        KeyCode::F(8),
        FollowUpAction::Attach,
        FollowUpScreenMessage::KeyAttach,
    ),
    on(
        KeyCode::F(9),
        FollowUpAction::Paper,
        FollowUpScreenMessage::KeyPaper,
    ),
    ctrl(
        'x',
        FollowUpAction::Export,
        FollowUpScreenMessage::KeyExport,
    ),
    ctrl(
        'e',
        FollowUpAction::Correct,
        FollowUpScreenMessage::KeyCorrect,
    ),
    ctrl(
        'r',
        FollowUpAction::Reopen,
        FollowUpScreenMessage::KeyReopen,
    ),
    ctrl('d', FollowUpAction::AgreeDay, FollowUpScreenMessage::KeyDay),
    ctrl('t', FollowUpAction::Told, FollowUpScreenMessage::KeyTold),
    ctrl('n', FollowUpAction::Note, FollowUpScreenMessage::KeyNote),
    ctrl('z', FollowUpAction::Undo, FollowUpScreenMessage::KeyUndo),
    ctrl('y', FollowUpAction::Redo, FollowUpScreenMessage::KeyRedo),
    ctrl(
        'g',
        FollowUpAction::AcceptAmendment,
        FollowUpScreenMessage::KeyAmended,
    ),
    on(
        KeyCode::Tab,
        FollowUpAction::OtherPane,
        FollowUpScreenMessage::KeyPane,
    ),
    on(
        KeyCode::BackTab,
        FollowUpAction::OtherPane,
        FollowUpScreenMessage::KeyPane,
    ),
    on(
        KeyCode::Up,
        FollowUpAction::Up,
        FollowUpScreenMessage::KeyMove,
    ),
    on(
        KeyCode::Down,
        FollowUpAction::Down,
        FollowUpScreenMessage::KeyMove,
    ),
    on(
        KeyCode::PageUp,
        FollowUpAction::PageUp,
        FollowUpScreenMessage::KeyMove,
    ),
    on(
        KeyCode::PageDown,
        FollowUpAction::PageDown,
        FollowUpScreenMessage::KeyMove,
    ),
    on(
        KeyCode::Home,
        FollowUpAction::First,
        FollowUpScreenMessage::KeyMove,
    ),
    on(
        KeyCode::End,
        FollowUpAction::Last,
        FollowUpScreenMessage::KeyMove,
    ),
    on(
        KeyCode::Esc,
        FollowUpAction::Leave,
        FollowUpScreenMessage::KeyQuit,
    ),
    ctrl('q', FollowUpAction::Quit, FollowUpScreenMessage::KeyQuit),
    ctrl('c', FollowUpAction::Quit, FollowUpScreenMessage::KeyQuit),
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
