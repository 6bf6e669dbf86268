//! The keys: one table. Dispatch, the bottom line, the help screen, the palette and the README's list are made from it.
//!
//! Keys have to survive Vietnamese typing: no letter is bound, since an outside input method merges letters and digits
//! and sends Backspaces of its own.

use crossterm::event::{KeyCode, KeyModifiers};
use serde::Deserialize;

use super::action::{Action, Motion};

/// What the keys mean depends on what is on top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Mode {
    Desk,
    /// A list to choose from, narrowed by typing.
    Picker,
    /// What is missing before closing: a list whose lines are classed and not searched.
    Gate,
    /// Fields to fill in.
    Form,
    /// Something to read.
    Page,
    /// The desk at the door, or another hall.
    Registration,
    /// Who writes down what is said.
    Secretary,
}

impl Mode {
    /// Whether only a station has it.
    #[must_use]
    pub const fn is_of_station(self) -> bool {
        matches!(self, Self::Registration | Self::Secretary)
    }
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
    pub action: Action,
}

const fn on(mode: Mode, code: KeyCode, action: Action) -> Binding {
    Binding {
        mode,
        key: Key {
            code,
            modifiers: KeyModifiers::NONE,
        },
        action,
    }
}

const fn ctrl(mode: Mode, letter: char, action: Action) -> Binding {
    Binding {
        mode,
        key: Key {
            code: KeyCode::Char(letter),
            modifiers: KeyModifiers::CONTROL,
        },
        action,
    }
}

const fn ctrl_on(mode: Mode, code: KeyCode, action: Action) -> Binding {
    Binding {
        mode,
        key: Key {
            code,
            modifiers: KeyModifiers::CONTROL,
        },
        action,
    }
}

/// Every key of the program.
pub const KEYS: &[Binding] = &[
    on(Mode::Desk, KeyCode::Char(' '), Action::Next),
    on(Mode::Desk, KeyCode::Enter, Action::Alternative),
    on(Mode::Desk, KeyCode::Char('1'), Action::ClassNow),
    on(Mode::Desk, KeyCode::Char('2'), Action::ClassLater),
    on(Mode::Desk, KeyCode::Char('3'), Action::ClassUpward),
    on(Mode::Desk, KeyCode::F(1), Action::Help),
    on(Mode::Desk, KeyCode::F(2), Action::CallSelected),
    on(Mode::Desk, KeyCode::F(3), Action::Find),
    on(Mode::Desk, KeyCode::F(4), Action::NewItem),
    on(Mode::Desk, KeyCode::F(5), Action::PauseOrResume),
    on(Mode::Desk, KeyCode::F(6), Action::PersonMenu),
    on(Mode::Desk, KeyCode::F(7), Action::LessTime),
    on(Mode::Desk, KeyCode::F(8), Action::MoreTime),
    on(Mode::Desk, KeyCode::F(9), Action::Register),
    on(Mode::Desk, KeyCode::F(10), Action::SaveElsewhere),
    on(Mode::Desk, KeyCode::F(12), Action::Mirror),
    on(Mode::Desk, KeyCode::Insert, Action::HallScene),
    ctrl(Mode::Desk, 'p', Action::Palette),
    ctrl(Mode::Desk, 'z', Action::Undo),
    ctrl(Mode::Desk, 'y', Action::Redo),
    ctrl(Mode::Desk, 'e', Action::EditItem),
    ctrl(Mode::Desk, 'a', Action::SummariseAnswer),
    ctrl(Mode::Desk, 'n', Action::Note),
    ctrl(Mode::Desk, 'o', Action::LinkOpinion),
    ctrl(Mode::Desk, 't', Action::ChooseAnswerer),
    ctrl(Mode::Desk, 'f', Action::FollowUpBy),
    ctrl(Mode::Desk, 'r', Action::ReopenItem),
    ctrl(Mode::Desk, 'b', Action::Break),
    ctrl(Mode::Desk, 'd', Action::Deputy),
    ctrl(Mode::Desk, 'g', Action::Gate),
    ctrl(Mode::Desk, 's', Action::GoToStep),
    ctrl(Mode::Desk, 'k', Action::SpeakingMode),
    ctrl(Mode::Desk, 'l', Action::Items),
    ctrl(Mode::Desk, 'u', Action::Segments),
    ctrl(Mode::Desk, 'w', Action::WordConclusion),
    ctrl(Mode::Desk, 'x', Action::Export),
    ctrl(Mode::Desk, 'q', Action::Quit),
    ctrl(Mode::Desk, 'c', Action::Quit),
    ctrl_on(Mode::Desk, KeyCode::F(8), Action::EqualShare),
    ctrl_on(Mode::Desk, KeyCode::Up, Action::MoveUpQueue),
    ctrl_on(Mode::Desk, KeyCode::Down, Action::MoveDownQueue),
    on(Mode::Desk, KeyCode::Tab, Action::Go(Motion::NextPane)),
    on(Mode::Desk, KeyCode::BackTab, Action::Go(Motion::NextPane)),
    on(Mode::Desk, KeyCode::Up, Action::Go(Motion::Up)),
    on(Mode::Desk, KeyCode::Down, Action::Go(Motion::Down)),
    on(Mode::Desk, KeyCode::PageUp, Action::Go(Motion::PageUp)),
    on(Mode::Desk, KeyCode::PageDown, Action::Go(Motion::PageDown)),
    on(Mode::Desk, KeyCode::Home, Action::Go(Motion::First)),
    on(Mode::Desk, KeyCode::End, Action::Go(Motion::Last)),
    on(Mode::Desk, KeyCode::Esc, Action::Go(Motion::Cancel)),
    //
    on(Mode::Picker, KeyCode::Enter, Action::Go(Motion::Accept)),
    on(Mode::Picker, KeyCode::Esc, Action::Go(Motion::Cancel)),
    on(Mode::Picker, KeyCode::Up, Action::Go(Motion::Up)),
    on(Mode::Picker, KeyCode::Down, Action::Go(Motion::Down)),
    on(Mode::Picker, KeyCode::Tab, Action::Go(Motion::NextPane)),
    on(Mode::Picker, KeyCode::BackTab, Action::Go(Motion::Up)),
    on(Mode::Picker, KeyCode::PageUp, Action::Go(Motion::PageUp)),
    on(
        Mode::Picker,
        KeyCode::PageDown,
        Action::Go(Motion::PageDown),
    ),
    on(Mode::Picker, KeyCode::Home, Action::Go(Motion::First)),
    on(Mode::Picker, KeyCode::End, Action::Go(Motion::Last)),
    on(Mode::Picker, KeyCode::F(12), Action::Mirror),
    ctrl(Mode::Picker, 'c', Action::Go(Motion::Cancel)),
    //
    on(Mode::Gate, KeyCode::Enter, Action::Go(Motion::Accept)),
    on(Mode::Gate, KeyCode::Char(' '), Action::Next),
    on(Mode::Gate, KeyCode::Char('1'), Action::ClassNow),
    on(Mode::Gate, KeyCode::Char('2'), Action::ClassLater),
    on(Mode::Gate, KeyCode::Char('3'), Action::ClassUpward),
    on(Mode::Gate, KeyCode::Esc, Action::Go(Motion::Cancel)),
    on(Mode::Gate, KeyCode::Up, Action::Go(Motion::Up)),
    on(Mode::Gate, KeyCode::Down, Action::Go(Motion::Down)),
    on(Mode::Gate, KeyCode::Tab, Action::Go(Motion::Down)),
    on(Mode::Gate, KeyCode::BackTab, Action::Go(Motion::Up)),
    on(Mode::Gate, KeyCode::PageUp, Action::Go(Motion::PageUp)),
    on(Mode::Gate, KeyCode::PageDown, Action::Go(Motion::PageDown)),
    on(Mode::Gate, KeyCode::Home, Action::Go(Motion::First)),
    on(Mode::Gate, KeyCode::End, Action::Go(Motion::Last)),
    ctrl(Mode::Gate, 'z', Action::Undo),
    on(Mode::Gate, KeyCode::F(12), Action::Mirror),
    ctrl(Mode::Gate, 'c', Action::Go(Motion::Cancel)),
    //
    on(Mode::Form, KeyCode::Enter, Action::Go(Motion::Accept)),
    on(Mode::Form, KeyCode::Esc, Action::Go(Motion::Cancel)),
    on(Mode::Form, KeyCode::Tab, Action::Go(Motion::NextField)),
    on(
        Mode::Form,
        KeyCode::BackTab,
        Action::Go(Motion::PreviousField),
    ),
    on(Mode::Form, KeyCode::Up, Action::Go(Motion::Up)),
    on(Mode::Form, KeyCode::Down, Action::Go(Motion::Down)),
    on(Mode::Form, KeyCode::F(10), Action::SaveElsewhere),
    ctrl(Mode::Form, 'z', Action::Undo),
    on(Mode::Form, KeyCode::F(12), Action::Mirror),
    ctrl(Mode::Form, 'c', Action::Go(Motion::Cancel)),
    //
    on(Mode::Page, KeyCode::Enter, Action::Go(Motion::Cancel)),
    on(Mode::Page, KeyCode::Char(' '), Action::Next),
    on(Mode::Page, KeyCode::Char('1'), Action::ClassNow),
    on(Mode::Page, KeyCode::Char('2'), Action::ClassLater),
    on(Mode::Page, KeyCode::Char('3'), Action::ClassUpward),
    ctrl(Mode::Page, 'p', Action::Palette),
    on(Mode::Page, KeyCode::Tab, Action::Go(Motion::NextPane)),
    on(Mode::Page, KeyCode::Esc, Action::Go(Motion::Cancel)),
    on(Mode::Page, KeyCode::F(1), Action::Go(Motion::Cancel)),
    on(Mode::Page, KeyCode::Up, Action::Go(Motion::Up)),
    on(Mode::Page, KeyCode::Down, Action::Go(Motion::Down)),
    on(Mode::Page, KeyCode::PageUp, Action::Go(Motion::PageUp)),
    on(Mode::Page, KeyCode::PageDown, Action::Go(Motion::PageDown)),
    on(Mode::Page, KeyCode::Home, Action::Go(Motion::First)),
    on(Mode::Page, KeyCode::End, Action::Go(Motion::Last)),
    on(Mode::Page, KeyCode::F(12), Action::Mirror),
    ctrl(Mode::Page, 'c', Action::Go(Motion::Cancel)),
    //
    on(Mode::Registration, KeyCode::F(9), Action::Register),
    on(Mode::Registration, KeyCode::F(2), Action::MarkAbsent),
    on(Mode::Registration, KeyCode::F(6), Action::PersonMenu),
    on(Mode::Registration, KeyCode::Enter, Action::PersonMenu),
    on(Mode::Registration, KeyCode::F(3), Action::Find),
    on(Mode::Registration, KeyCode::F(5), Action::VenueReady),
    on(Mode::Registration, KeyCode::F(8), Action::VenueLost),
    ctrl(Mode::Registration, 'z', Action::Undo),
    ctrl(Mode::Registration, 'y', Action::Redo),
    on(Mode::Registration, KeyCode::F(1), Action::Help),
    ctrl(Mode::Registration, 'q', Action::Quit),
    ctrl(Mode::Registration, 'c', Action::Quit),
    on(Mode::Registration, KeyCode::Up, Action::Go(Motion::Up)),
    on(Mode::Registration, KeyCode::Down, Action::Go(Motion::Down)),
    on(
        Mode::Registration,
        KeyCode::PageUp,
        Action::Go(Motion::PageUp),
    ),
    on(
        Mode::Registration,
        KeyCode::PageDown,
        Action::Go(Motion::PageDown),
    ),
    on(Mode::Registration, KeyCode::Home, Action::Go(Motion::First)),
    on(Mode::Registration, KeyCode::End, Action::Go(Motion::Last)),
    on(Mode::Registration, KeyCode::Esc, Action::Go(Motion::Cancel)),
    //
    ctrl(Mode::Secretary, 'a', Action::SummariseAnswer),
    on(Mode::Secretary, KeyCode::Enter, Action::SummariseAnswer),
    ctrl(Mode::Secretary, 'e', Action::EditItem),
    on(Mode::Secretary, KeyCode::F(4), Action::SetTopic),
    ctrl(Mode::Secretary, 'o', Action::LinkOpinion),
    ctrl(Mode::Secretary, 'n', Action::Note),
    ctrl(Mode::Secretary, 'w', Action::WordConclusion),
    on(Mode::Secretary, KeyCode::F(3), Action::Find),
    ctrl(Mode::Secretary, 'z', Action::Undo),
    ctrl(Mode::Secretary, 'y', Action::Redo),
    on(Mode::Secretary, KeyCode::F(1), Action::Help),
    ctrl(Mode::Secretary, 'q', Action::Quit),
    ctrl(Mode::Secretary, 'c', Action::Quit),
    on(Mode::Secretary, KeyCode::Up, Action::Go(Motion::Up)),
    on(Mode::Secretary, KeyCode::Down, Action::Go(Motion::Down)),
    on(Mode::Secretary, KeyCode::PageUp, Action::Go(Motion::PageUp)),
    on(
        Mode::Secretary,
        KeyCode::PageDown,
        Action::Go(Motion::PageDown),
    ),
    on(Mode::Secretary, KeyCode::Home, Action::Go(Motion::First)),
    on(Mode::Secretary, KeyCode::End, Action::Go(Motion::Last)),
    on(Mode::Secretary, KeyCode::Esc, Action::Go(Motion::Cancel)),
];

/// Acts that have no key of their own and are found in the palette.
pub const PALETTE_ONLY: &[Action] = &[
    Action::StartClock,
    Action::NoTimeForRest,
    Action::SetTopic,
    Action::MoveItem,
    Action::HallMessage,
    Action::Preview,
    Action::LimitForRest,
    Action::CorrectTime,
    Action::Deadlines,
    Action::Attendance,
    Action::Stations,
    Action::HallAddress,
    Action::Import,
    Action::Rules,
    Action::Adjourn,
];

/// What a key means in a mode.
#[must_use]
pub fn action(mode: Mode, key: Key) -> Option<Action> {
    KEYS.iter()
        .find(|binding| binding.mode == mode && binding.key == key)
        .map(|binding| binding.action)
}

/// The first key of an act in a mode.
#[must_use]
pub fn key_for(mode: Mode, action: Action) -> Option<Key> {
    KEYS.iter()
        .find(|binding| binding.mode == mode && binding.action == action)
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
    use std::collections::BTreeSet;

    use strum::VariantNames;

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
    fn every_act_has_a_key_in_some_mode_or_stands_in_the_palette_alone() {
        let acts = KEYS.iter().map(|binding| binding.action);
        let reached: BTreeSet<&str> = acts
            .chain(PALETTE_ONLY.iter().copied())
            .map(<&str>::from)
            .collect();
        for act in Action::VARIANTS {
            assert!(
                reached.contains(act),
                "{act} has no row, neither in KEYS nor in PALETTE_ONLY"
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
