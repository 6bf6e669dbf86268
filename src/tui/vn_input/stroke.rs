//! What a key asks of the word before it, in Telex and in VNI.
//!
//! Only the two tables of keys are here; what becomes of the word is decided in `compose`.

use super::Method;
use crate::domain::text::letter::Tone;

/// What a key asks for, where the word can take it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stroke {
    Tone(Tone),
    NoTone,
    Mark(ToneMark),
    /// `d` becomes `đ`.
    Cross,
}

/// A mark that makes another letter of a vowel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ToneMark {
    /// `â`, `ê`, `ô`.
    Circumflex,
    /// The circumflex on this letter only; Telex doubles the letter.
    CircumflexOn(char),
    /// `ơ`, `ư`.
    Horn,
    /// `ă`.
    Breve,
    /// Telex has one key for both.
    HornOrBreve,
}

impl ToneMark {
    /// The marked letter, if this mark goes on the letter, whatever mark the letter has now.
    pub fn on(self, letter: char) -> Option<char> {
        let base = unmarked(letter);
        match (self, base) {
            (Self::Circumflex, 'a' | 'e' | 'o') => circumflexed(base),
            (Self::CircumflexOn(only), _) if only == base => circumflexed(base),
            (Self::Horn | Self::HornOrBreve, 'o') => Some('ơ'),
            (Self::Horn | Self::HornOrBreve, 'u') => Some('ư'),
            (Self::Breve | Self::HornOrBreve, 'a') => Some('ă'),
            _ => None,
        }
    }
}

fn circumflexed(base: char) -> Option<char> {
    match base {
        'a' => Some('â'),
        'e' => Some('ê'),
        'o' => Some('ô'),
        _ => None,
    }
}

pub(super) fn unmarked(letter: char) -> char {
    match letter {
        'ă' | 'â' => 'a',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        other => other,
    }
}

/// What the key asks for, or `None` if it is only itself.
pub(super) fn stroke(method: Method, key: char) -> Option<Stroke> {
    match method {
        Method::Off => None,
        Method::Telex => telex(key.to_ascii_lowercase()),
        Method::Vni => vni(key),
    }
}

fn telex(key: char) -> Option<Stroke> {
    Some(match key {
        's' => Stroke::Tone(Tone::Sac),
        'f' => Stroke::Tone(Tone::Huyen),
        'r' => Stroke::Tone(Tone::Hoi),
        'x' => Stroke::Tone(Tone::Nga),
        'j' => Stroke::Tone(Tone::Nang),
        'z' => Stroke::NoTone,
        'a' | 'e' | 'o' => Stroke::Mark(ToneMark::CircumflexOn(key)),
        'w' => Stroke::Mark(ToneMark::HornOrBreve),
        'd' => Stroke::Cross,
        _ => return None,
    })
}

fn vni(key: char) -> Option<Stroke> {
    Some(match key {
        '1' => Stroke::Tone(Tone::Sac),
        '2' => Stroke::Tone(Tone::Huyen),
        '3' => Stroke::Tone(Tone::Hoi),
        '4' => Stroke::Tone(Tone::Nga),
        '5' => Stroke::Tone(Tone::Nang),
        '0' => Stroke::NoTone,
        '6' => Stroke::Mark(ToneMark::Circumflex),
        '7' => Stroke::Mark(ToneMark::Horn),
        '8' => Stroke::Mark(ToneMark::Breve),
        '9' => Stroke::Cross,
        _ => return None,
    })
}
