//! The keys: one table. Dispatch, the bottom line, the help screen, the palette and the README's list are made from it.
//!
//! Keys have to survive Vietnamese typing: no letter is bound, since an outside input method merges letters and digits
//! and sends Backspaces of its own.

use ratatui::crossterm::event::{KeyCode, KeyModifiers};
use serde::Deserialize;

use super::intent::{Intent, Motion};

/// What the keys mean depends on what is on top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Mode {
    Desk,
    /// A list to choose from, narrowed by typing.
    Picker,
    /// Fields to fill in.
    Form,
    /// Something to read.
    Page,
    /// The first screen.
    Home,
}

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: KeyCode,
    pub modifiers: KeyModifiers,
}

/// A line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    pub mode: Mode,
    pub key: Key,
    pub intent: Intent,
}

const fn on(mode: Mode, code: KeyCode, intent: Intent) -> Binding {
    Binding {
        mode,
        key: Key {
            code,
            modifiers: KeyModifiers::NONE,
        },
        intent,
    }
}

const fn ctrl(mode: Mode, letter: char, intent: Intent) -> Binding {
    Binding {
        mode,
        key: Key {
            code: KeyCode::Char(letter),
            modifiers: KeyModifiers::CONTROL,
        },
        intent,
    }
}

const fn ctrl_on(mode: Mode, code: KeyCode, intent: Intent) -> Binding {
    Binding {
        mode,
        key: Key {
            code,
            modifiers: KeyModifiers::CONTROL,
        },
        intent,
    }
}

/// Every key of the program.
pub const KEYS: &[Binding] = &[
    on(Mode::Desk, KeyCode::Char(' '), Intent::Next),
    on(Mode::Desk, KeyCode::Enter, Intent::Alternative),
    on(Mode::Desk, KeyCode::Char('1'), Intent::ClassNow),
    on(Mode::Desk, KeyCode::Char('2'), Intent::ClassLater),
    on(Mode::Desk, KeyCode::Char('3'), Intent::ClassUpward),
    on(Mode::Desk, KeyCode::F(1), Intent::Help),
    on(Mode::Desk, KeyCode::F(2), Intent::CallSelected),
    on(Mode::Desk, KeyCode::F(3), Intent::Find),
    on(Mode::Desk, KeyCode::F(4), Intent::NewItem),
    on(Mode::Desk, KeyCode::F(5), Intent::PauseOrResume),
    on(Mode::Desk, KeyCode::F(6), Intent::PersonMenu),
    on(Mode::Desk, KeyCode::F(7), Intent::LessTime),
    on(Mode::Desk, KeyCode::F(8), Intent::MoreTime),
    on(Mode::Desk, KeyCode::F(9), Intent::Register),
    on(Mode::Desk, KeyCode::F(10), Intent::SaveElsewhere),
    on(Mode::Desk, KeyCode::F(12), Intent::Mirror),
    on(Mode::Desk, KeyCode::Insert, Intent::HallScene),
    ctrl(Mode::Desk, 'p', Intent::Palette),
    ctrl(Mode::Desk, 'z', Intent::Undo),
    ctrl(Mode::Desk, 'y', Intent::Redo),
    ctrl(Mode::Desk, 'e', Intent::EditItem),
    ctrl(Mode::Desk, 'a', Intent::SummariseAnswer),
    ctrl(Mode::Desk, 'n', Intent::Note),
    ctrl(Mode::Desk, 'o', Intent::LinkOpinion),
    ctrl(Mode::Desk, 't', Intent::ChooseAnswerer),
    ctrl(Mode::Desk, 'f', Intent::FollowUpBy),
    ctrl(Mode::Desk, 'r', Intent::ReopenItem),
    ctrl(Mode::Desk, 'b', Intent::Break),
    ctrl(Mode::Desk, 'd', Intent::Deputy),
    ctrl(Mode::Desk, 'g', Intent::Gate),
    ctrl(Mode::Desk, 's', Intent::GoToStep),
    ctrl(Mode::Desk, 'k', Intent::Taking),
    ctrl(Mode::Desk, 'l', Intent::Items),
    ctrl(Mode::Desk, 'u', Intent::Segments),
    ctrl(Mode::Desk, 'w', Intent::WordConclusion),
    ctrl(Mode::Desk, 'x', Intent::Export),
    ctrl(Mode::Desk, 'q', Intent::Quit),
    ctrl(Mode::Desk, 'c', Intent::Quit),
    ctrl_on(Mode::Desk, KeyCode::F(8), Intent::EqualShare),
    ctrl_on(Mode::Desk, KeyCode::Up, Intent::MoveUpQueue),
    ctrl_on(Mode::Desk, KeyCode::Down, Intent::MoveDownQueue),
    on(Mode::Desk, KeyCode::Tab, Intent::Go(Motion::NextPane)),
    on(Mode::Desk, KeyCode::BackTab, Intent::Go(Motion::NextPane)),
    on(Mode::Desk, KeyCode::Up, Intent::Go(Motion::Up)),
    on(Mode::Desk, KeyCode::Down, Intent::Go(Motion::Down)),
    on(Mode::Desk, KeyCode::PageUp, Intent::Go(Motion::PageUp)),
    on(Mode::Desk, KeyCode::PageDown, Intent::Go(Motion::PageDown)),
    on(Mode::Desk, KeyCode::Home, Intent::Go(Motion::First)),
    on(Mode::Desk, KeyCode::End, Intent::Go(Motion::Last)),
    on(Mode::Desk, KeyCode::Esc, Intent::Go(Motion::Cancel)),
    //
    on(Mode::Picker, KeyCode::Enter, Intent::Go(Motion::Accept)),
    on(Mode::Picker, KeyCode::Esc, Intent::Go(Motion::Cancel)),
    on(Mode::Picker, KeyCode::Up, Intent::Go(Motion::Up)),
    on(Mode::Picker, KeyCode::Down, Intent::Go(Motion::Down)),
    on(Mode::Picker, KeyCode::Tab, Intent::Go(Motion::Down)),
    on(Mode::Picker, KeyCode::BackTab, Intent::Go(Motion::Up)),
    on(Mode::Picker, KeyCode::PageUp, Intent::Go(Motion::PageUp)),
    on(
        Mode::Picker,
        KeyCode::PageDown,
        Intent::Go(Motion::PageDown),
    ),
    on(Mode::Picker, KeyCode::Home, Intent::Go(Motion::First)),
    on(Mode::Picker, KeyCode::End, Intent::Go(Motion::Last)),
    ctrl(Mode::Picker, 'c', Intent::Go(Motion::Cancel)),
    //
    on(Mode::Form, KeyCode::Enter, Intent::Go(Motion::Accept)),
    on(Mode::Form, KeyCode::Esc, Intent::Go(Motion::Cancel)),
    on(Mode::Form, KeyCode::Tab, Intent::Go(Motion::NextField)),
    on(
        Mode::Form,
        KeyCode::BackTab,
        Intent::Go(Motion::PreviousField),
    ),
    on(Mode::Form, KeyCode::Up, Intent::Go(Motion::Up)),
    on(Mode::Form, KeyCode::Down, Intent::Go(Motion::Down)),
    on(Mode::Form, KeyCode::F(10), Intent::SaveElsewhere),
    ctrl(Mode::Form, 'c', Intent::Go(Motion::Cancel)),
    //
    on(Mode::Page, KeyCode::Enter, Intent::Go(Motion::Cancel)),
    on(Mode::Page, KeyCode::Char(' '), Intent::Go(Motion::PageDown)),
    on(Mode::Page, KeyCode::Esc, Intent::Go(Motion::Cancel)),
    on(Mode::Page, KeyCode::F(1), Intent::Go(Motion::Cancel)),
    on(Mode::Page, KeyCode::Up, Intent::Go(Motion::Up)),
    on(Mode::Page, KeyCode::Down, Intent::Go(Motion::Down)),
    on(Mode::Page, KeyCode::PageUp, Intent::Go(Motion::PageUp)),
    on(Mode::Page, KeyCode::PageDown, Intent::Go(Motion::PageDown)),
    ctrl(Mode::Page, 'c', Intent::Go(Motion::Cancel)),
    //
    on(Mode::Home, KeyCode::Enter, Intent::Go(Motion::Accept)),
    on(Mode::Home, KeyCode::Char(' '), Intent::Go(Motion::Accept)),
    on(Mode::Home, KeyCode::Up, Intent::Go(Motion::Up)),
    on(Mode::Home, KeyCode::Down, Intent::Go(Motion::Down)),
    on(Mode::Home, KeyCode::Tab, Intent::Go(Motion::Down)),
    on(Mode::Home, KeyCode::BackTab, Intent::Go(Motion::Up)),
    on(Mode::Home, KeyCode::Esc, Intent::Quit),
    ctrl(Mode::Home, 'q', Intent::Quit),
    ctrl(Mode::Home, 'c', Intent::Quit),
];

/// Acts that have no key of their own and are found in the palette.
pub const PALETTE_ONLY: &[Intent] = &[
    Intent::StartClock,
    Intent::NoTimeForRest,
    Intent::SetTopic,
    Intent::MoveItem,
    Intent::HallMessage,
    Intent::Preview,
    Intent::LimitForRest,
    Intent::CorrectTime,
    Intent::Deadlines,
];

/// What a key means in a mode.
#[must_use]
pub fn intent(mode: Mode, key: Key) -> Option<Intent> {
    KEYS.iter()
        .find(|binding| binding.mode == mode && binding.key == key)
        .map(|binding| binding.intent)
}

/// The first key of an act in a mode.
#[must_use]
pub fn key_for(mode: Mode, intent: Intent) -> Option<Key> {
    KEYS.iter()
        .find(|binding| binding.mode == mode && binding.intent == intent)
        .map(|binding| binding.key)
}

impl Key {
    /// The key as it is printed on a keyboard.
    #[must_use]
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the keys of the terminal library; those without a sign of their own are called by name"
    )]
    pub fn name(self) -> String {
        let code = match self.code {
            KeyCode::Char(' ') => "Space".to_owned(),
            KeyCode::Char(letter) => letter.to_uppercase().to_string(),
            KeyCode::F(number) => format!("F{number}"),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::BackTab => "Shift+Tab".to_owned(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::PageDown => "PgDn".to_owned(),
            code => format!("{code:?}"),
        };
        if self.modifiers.contains(KeyModifiers::CONTROL) {
            format!("Ctrl+{code}")
        } else {
            code
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_mode() {
        for (index, binding) in KEYS.iter().enumerate() {
            assert!(
                !KEYS[..index]
                    .iter()
                    .any(|other| other.mode == binding.mode && other.key == binding.key),
                "{} twice in {:?}",
                binding.key.name(),
                binding.mode
            );
        }
    }

    #[test]
    fn no_letter_is_bound_alone_so_that_typing_never_acts() {
        for binding in KEYS {
            if let KeyCode::Char(c) = binding.key.code {
                assert!(
                    !c.is_alphabetic() || binding.key.modifiers.contains(KeyModifiers::CONTROL),
                    "{c} acts"
                );
            }
        }
    }

    #[test]
    fn ctrl_h_and_backspace_are_free_for_deleting() {
        for binding in KEYS {
            assert_ne!(binding.key.code, KeyCode::Backspace);
            assert!(binding.key.code != KeyCode::Char('h'));
        }
    }
}
