//! Telling typing from acting, outside a text field.
//!
//! An outside input method sends letters, Backspaces and composed letters, in one burst or key by key. When the aide
//! types without a field open, none of that may act: not the blanks between words, nor the digits VNI writes marks
//! with. So whatever is typed together with letters, or shortly after one, is only typing.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::moment::{Millis, Moment};

/// How long after a stray letter blanks, digits and Enter still count as typing.
const SHORTLY: Millis = Millis(700);

/// Remembers the last letter that was typed outside a field.
#[derive(Debug, Clone, Copy, Default)]
pub struct StrayTyping {
    last: Option<Moment>,
    /// The blank, digit or Enter that was taken for typing last.
    taken: Option<KeyCode>,
}

impl StrayTyping {
    /// Of the keys that arrived together, whether this is only typing. To be asked for each key in order.
    pub fn is_typing(&mut self, key: &KeyEvent, together_with_letters: bool, now: Moment) -> bool {
        if is_letter_or_backspace(key) {
            self.last = Some(now);
            self.taken = None;
            return true;
        }
        if !could_be_typed(key) {
            return false;
        }
        let shortly = self
            .last
            .is_some_and(|last| last.run == now.run && now.up.less(last.up) < SHORTLY);
        if together_with_letters || shortly {
            // Every further key of a word keeps the word going. The same one again is no word: somebody waits for it to act.
            if self.taken.replace(key.code) != Some(key.code) {
                self.last = Some(now);
            }
            return true;
        }
        self.taken = None;
        false
    }
}

/// Whether a key that arrived is a letter, so that what arrives with it is typing.
#[must_use]
pub fn is_letter_or_backspace(key: &KeyEvent) -> bool {
    let with_ctrl = key
        .modifiers
        .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    if let KeyCode::Char(letter) = key.code {
        // Ctrl+H is what some terminals send for Backspace.
        return (letter == 'h' && key.modifiers.contains(KeyModifiers::CONTROL))
            || (!with_ctrl && !matches!(letter, ' ' | '0'..='9'));
    }
    key.code == KeyCode::Backspace
}

/// Blanks, digits and Enter are typed in texts, and act outside of them.
fn could_be_typed(key: &KeyEvent) -> bool {
    let with_ctrl = key
        .modifiers
        .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    matches!(key.code, KeyCode::Enter) || (matches!(key.code, KeyCode::Char(_)) && !with_ctrl)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;

    fn key(code: KeyCode) -> KeyEvent {
        KeyEvent::from(code)
    }

    #[test]
    fn a_blank_right_after_a_letter_is_typing_and_acts_again_a_second_later() {
        let mut clock = Clock::by_hand("2026-11-25T08:00:00+07:00".parse().unwrap());
        let mut stray = StrayTyping::default();
        let space = key(KeyCode::Char(' '));
        assert!(!stray.is_typing(&space, false, clock.now()));
        assert!(stray.is_typing(&key(KeyCode::Char('ễ')), false, clock.now()));
        clock.pass(Millis(300));
        assert!(stray.is_typing(&space, false, clock.now()));
        clock.pass(Millis(600));
        assert!(stray.is_typing(&key(KeyCode::Char('2')), false, clock.now()));
        clock.pass(Millis(1000));
        assert!(!stray.is_typing(&space, false, clock.now()));
    }

    #[test]
    fn a_blank_that_is_pressed_again_and_again_acts_at_last() {
        let mut clock = Clock::by_hand("2026-11-25T08:00:00+07:00".parse().unwrap());
        let mut stray = StrayTyping::default();
        let space = key(KeyCode::Char(' '));
        assert!(stray.is_typing(&key(KeyCode::Char('ễ')), false, clock.now()));
        for _ in 0..4 {
            clock.pass(Millis(200));
            assert!(stray.is_typing(&space, false, clock.now()));
        }
        clock.pass(Millis(200));
        assert!(!stray.is_typing(&space, false, clock.now()));
    }

    #[test]
    fn what_arrives_in_one_burst_with_letters_is_typing_from_its_first_key() {
        let clock = Clock::by_hand("2026-11-25T08:00:00+07:00".parse().unwrap());
        let mut stray = StrayTyping::default();
        assert!(stray.is_typing(&key(KeyCode::Char('1')), true, clock.now()));
        assert!(stray.is_typing(&key(KeyCode::Enter), true, clock.now()));
    }

    #[test]
    fn function_keys_and_ctrl_chords_always_act() {
        let clock = Clock::by_hand("2026-11-25T08:00:00+07:00".parse().unwrap());
        let mut stray = StrayTyping::default();
        assert!(!stray.is_typing(&key(KeyCode::F(4)), true, clock.now()));
        let undo = KeyEvent::new(KeyCode::Char('z'), KeyModifiers::CONTROL);
        assert!(!stray.is_typing(&undo, true, clock.now()));
    }
}
