//! Telling typing from acting: in a form, whether an Enter or Tab is part of a text that was sent in one piece; outside a
//! text field, whether a key acts at all.
//!
//! An outside input method sends letters, Backspaces and composed letters, in one burst or key by key. When the aide
//! types without a field open, none of that may act: not the blanks between words, nor the digits VNI writes marks
//! with. So whatever is typed together with letters, or shortly after one, is only typing.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::domain::time::{ClockReading, Millis};

/// How long after a stray letter blanks, digits and Enter still count as typing. Somebody who looks for the keys takes a
/// second from letter to letter.
const SHORTLY: Millis = Millis(1500);
/// The same key once more, this long after it was taken for typing, is meant.
const ONCE_MORE: Millis = Millis(300);
/// So many characters that arrive in one piece before an Enter or Tab were not pressed by hand. An act and its Enter may
/// arrive together when the disk was slow.
const PASTED: usize = 3;

/// A key as it arrived.
#[derive(Debug, Clone, Copy)]
pub struct Press {
    pub key: KeyEvent,
    /// Letters or Backspaces were in the same burst, so blanks, digits and Enter in it are typing.
    pub among_letters: bool,
    /// How many characters came before it in the same burst, and how many after it.
    pub typed_before: usize,
    pub typed_after: usize,
}

impl Press {
    /// A key that arrived alone.
    #[must_use]
    pub const fn alone(key: KeyEvent) -> Self {
        Self {
            key,
            among_letters: false,
            typed_before: 0,
            typed_after: 0,
        }
    }

    /// The keys that arrived in one piece, in order.
    #[must_use]
    pub fn together(keys: &[KeyEvent]) -> Vec<Self> {
        let among_letters = keys.len() > 1 && keys.iter().any(is_letter_or_backspace);
        let is_character =
            |key: &KeyEvent| matches!(key.code, KeyCode::Char(_)) && could_be_typed(key);
        let all = keys.iter().filter(|key| is_character(key)).count();
        let mut typed_before = 0;
        keys.iter()
            .map(|key| {
                let is_character = usize::from(is_character(key));
                let typed_after = all - typed_before - is_character;
                let is_break = typed_before >= PASTED && typed_after > 0 && is_line_break(key);
                let press = Self {
                    // The line breaks of a word processor arrive as keys; in a text they only part two words.
                    key: if is_break {
                        KeyCode::Char(' ').into()
                    } else {
                        *key
                    },
                    among_letters,
                    typed_before,
                    typed_after,
                };
                typed_before += is_character;
                press
            })
            .collect()
    }

    /// The character that a text has for this key, also for a break of lines inside it; `None` for a key that acts.
    #[must_use]
    pub fn character(&self) -> Option<char> {
        let code = self.key.code;
        if let KeyCode::Char(letter) = code {
            return could_be_typed(&self.key).then_some(letter);
        }
        let is_break = matches!(code, KeyCode::Enter | KeyCode::Tab) && self.is_pasted();
        is_break.then_some('\n')
    }

    /// Whether an Enter or Tab is part of a text that was sent in one piece. A Tab at its end is not: an input method may
    /// send the word it composed together with the key that ended it.
    #[must_use]
    pub fn is_pasted(&self) -> bool {
        let in_text = self.among_letters || self.typed_before >= PASTED;
        let is_tab_inside = self.key.code == KeyCode::Tab && self.typed_after > 0;
        in_text && (self.key.code == KeyCode::Enter || is_tab_inside)
    }
}

/// Remembers the last letter that was typed outside a field.
#[derive(Debug, Clone, Copy, Default)]
pub struct StrayTyping {
    last: Option<ClockReading>,
    /// The blank, digit or Enter that was taken for typing last, and when.
    taken: Option<(KeyCode, ClockReading)>,
}

impl StrayTyping {
    /// Of the keys that arrived together, whether this is only typing. To be asked for each key in order.
    pub fn is_typing(
        &mut self,
        key: &KeyEvent,
        together_with_letters: bool,
        now: ClockReading,
    ) -> bool {
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
            .is_some_and(|last| last.run == now.run && now.up.saturating_sub(last.up) < SHORTLY);
        // The same key once more is no word: somebody waits for it to act.
        let again = self.taken.filter(|(code, _)| *code == key.code);
        let is_meant = again.is_some_and(|(_, taken)| {
            taken.run == now.run && now.up.saturating_sub(taken.up) >= ONCE_MORE
        });
        if together_with_letters || (shortly && !is_meant) {
            if again.is_none() {
                // Every further key of a word keeps the word going.
                self.last = Some(now);
                self.taken = Some((key.code, now));
            }
            return true;
        }
        self.taken = None;
        self.last = None;
        false
    }
}

/// Whether a key that arrived is a letter, so that what arrives with it is typing.
fn is_letter_or_backspace(key: &KeyEvent) -> bool {
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

/// A break of lines, of lines inside a paragraph, or of pages, as a text brings it that is sent as keys.
fn is_line_break(key: &KeyEvent) -> bool {
    key.modifiers == KeyModifiers::CONTROL && matches!(key.code, KeyCode::Char('j' | 'k' | 'l'))
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
    use crate::store::clock::Clock;

    fn key(code: KeyCode) -> KeyEvent {
        KeyEvent::from(code)
    }

    #[test]
    fn a_blank_soon_after_a_letter_is_typing_and_acts_again_two_seconds_later() {
        let mut clock = Clock::by_hand("2026-11-25T08:00:00+07:00".parse().unwrap());
        let mut stray = StrayTyping::default();
        let space = key(KeyCode::Char(' '));
        assert!(!stray.is_typing(&space, false, clock.now()));
        assert!(stray.is_typing(&key(KeyCode::Char('ễ')), false, clock.now()));
        clock.pass(Millis(1200));
        assert!(stray.is_typing(&space, false, clock.now()));
        clock.pass(Millis(600));
        assert!(stray.is_typing(&key(KeyCode::Char('2')), false, clock.now()));
        clock.pass(Millis(2000));
        assert!(!stray.is_typing(&space, false, clock.now()));
    }

    #[test]
    fn a_blank_that_is_pressed_again_acts() {
        let mut clock = Clock::by_hand("2026-11-25T08:00:00+07:00".parse().unwrap());
        let mut stray = StrayTyping::default();
        let space = key(KeyCode::Char(' '));
        assert!(stray.is_typing(&key(KeyCode::Char('ễ')), false, clock.now()));
        for _ in 0..2 {
            clock.pass(Millis(200));
            assert!(stray.is_typing(&space, false, clock.now()));
        }
        clock.pass(Millis(200));
        assert!(!stray.is_typing(&space, false, clock.now()));
    }

    #[test]
    fn an_enter_behind_many_characters_in_one_piece_was_pasted_and_one_behind_an_act_was_not() {
        let enter = key(KeyCode::Enter);
        let digits: Vec<KeyEvent> = "0912345678"
            .chars()
            .map(|digit| key(KeyCode::Char(digit)))
            .chain([enter])
            .collect();
        assert!(Press::together(&digits).last().unwrap().is_pasted());
        let act = [key(KeyCode::Char('2')), enter];
        assert!(!Press::together(&act).last().unwrap().is_pasted());
    }

    #[test]
    fn a_tab_behind_a_composed_word_moves_on_and_one_inside_a_pasted_row_does_not() {
        let tab = key(KeyCode::Tab);
        let word = [key(KeyCode::Char('Ư')), key(KeyCode::Char('c')), tab];
        assert!(!Press::together(&word).last().unwrap().is_pasted());
        let row = [key(KeyCode::Char('a')), tab, key(KeyCode::Char('b'))];
        assert!(Press::together(&row)[1].is_pasted());
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
