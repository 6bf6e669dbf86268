//! The keys of the follow-up screen: one table, from which dispatch, the bottom line and the page of keys are made. No letter
//! is bound: letters narrow the list.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::domain::i18n::Message;
use crate::tui::office::words::OfficeWords;

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficeAction {
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
pub struct OfficeBinding {
    pub code: KeyCode,
    pub ctrl: bool,
    pub action: OfficeAction,
    /// What it is called in the bottom line and on the page of keys.
    pub words: fn(&OfficeWords) -> &Message,
}

const fn on(
    code: KeyCode,
    action: OfficeAction,
    words: fn(&OfficeWords) -> &Message,
) -> OfficeBinding {
    OfficeBinding {
        code,
        ctrl: false,
        action,
        words,
    }
}

const fn ctrl(
    letter: char,
    action: OfficeAction,
    words: fn(&OfficeWords) -> &Message,
) -> OfficeBinding {
    OfficeBinding {
        code: KeyCode::Char(letter),
        ctrl: true,
        action,
        words,
    }
}

/// Every key of the screen, in the order of the page of keys.
pub const OFFICE_KEYS: &[OfficeBinding] = &[
    on(KeyCode::Enter, OfficeAction::Accept, |w| &w.key_answer),
    on(KeyCode::F(1), OfficeAction::Help, |w| &w.key_help),
    on(KeyCode::F(2), OfficeAction::Notice, |w| &w.key_notice),
    on(KeyCode::F(3), OfficeAction::Answer, |w| &w.key_answer_again),
    on(KeyCode::F(4), OfficeAction::PassOn, |w| &w.key_pass_on),
    on(KeyCode::F(5), OfficeAction::Remind, |w| &w.key_remind),
    on(KeyCode::F(6), OfficeAction::Publish, |w| &w.key_publish),
    on(KeyCode::F(7), OfficeAction::Extend, |w| &w.key_extend),
    on(KeyCode::F(8), OfficeAction::Attach, |w| &w.key_attach),
    on(KeyCode::F(9), OfficeAction::Paper, |w| &w.key_paper),
    ctrl('x', OfficeAction::Export, |w| &w.key_export),
    ctrl('e', OfficeAction::Correct, |w| &w.key_correct),
    ctrl('r', OfficeAction::Reopen, |w| &w.key_reopen),
    ctrl('d', OfficeAction::AgreeDay, |w| &w.key_day),
    ctrl('t', OfficeAction::Told, |w| &w.key_told),
    ctrl('n', OfficeAction::Note, |w| &w.key_note),
    ctrl('z', OfficeAction::Undo, |w| &w.key_undo),
    ctrl('y', OfficeAction::Redo, |w| &w.key_redo),
    ctrl('g', OfficeAction::AcceptAmendment, |w| &w.key_amended),
    on(KeyCode::Tab, OfficeAction::OtherPane, |w| &w.key_pane),
    on(KeyCode::BackTab, OfficeAction::OtherPane, |w| &w.key_pane),
    on(KeyCode::Up, OfficeAction::Up, |w| &w.key_move),
    on(KeyCode::Down, OfficeAction::Down, |w| &w.key_move),
    on(KeyCode::PageUp, OfficeAction::PageUp, |w| &w.key_move),
    on(KeyCode::PageDown, OfficeAction::PageDown, |w| &w.key_move),
    on(KeyCode::Home, OfficeAction::First, |w| &w.key_move),
    on(KeyCode::End, OfficeAction::Last, |w| &w.key_move),
    on(KeyCode::Esc, OfficeAction::Leave, |w| &w.key_quit),
    ctrl('q', OfficeAction::Quit, |w| &w.key_quit),
    ctrl('c', OfficeAction::Quit, |w| &w.key_quit),
];

/// What a key asks for, if anything.
#[must_use]
pub fn office_action(key: &KeyEvent) -> Option<OfficeAction> {
    let is_ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    OFFICE_KEYS
        .iter()
        .find(|binding| binding.code == key.code && binding.ctrl == is_ctrl)
        .map(|binding| binding.action)
}

/// The key as it is written on the screen.
#[must_use]
pub fn key_name(binding: &OfficeBinding) -> String {
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
        for (place, binding) in OFFICE_KEYS.iter().enumerate() {
            let twice = OFFICE_KEYS
                .iter()
                .skip(place + 1)
                .any(|other| other.code == binding.code && other.ctrl == binding.ctrl);
            assert!(!twice, "{binding:?}");
            assert!(binding.ctrl || !matches!(binding.code, KeyCode::Char(_)));
        }
    }
}
