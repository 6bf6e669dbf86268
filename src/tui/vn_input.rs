//! A built-in Vietnamese input, Telex and VNI, for machines whose own input method fails in a terminal. Off by default.
//!
//! A text field asks `Typing::press` at every character that is typed and does what the `Edit` says. This module
//! knows letters and keys; it knows nothing of terminals, fields or where the cursor is.

mod compose;
mod stroke;
mod syllable;

use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

pub use compose::compose;

/// How Vietnamese is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, clap::ValueEnum)]
pub enum Method {
    /// The computer's own input method does it.
    #[default]
    Off,
    /// Letters: `Nguyeenx`.
    Telex,
    /// Digits: `Nguye6n4`.
    Vni,
}

/// Where the tone stands in `oa`, `oe` and `uy` at the end of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, clap::ValueEnum)]
pub enum ToneStyle {
    /// `hòa`, `thủy`, as documents of the state have it.
    #[default]
    Traditional,
    /// `hoà`, `thuỷ`, as schoolbooks have it.
    Modern,
}

/// What a text field does at one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// How many letters (graphemes) before the cursor are deleted first.
    pub erase: usize,
    /// What is then inserted.
    pub insert: String,
}

/// The input method of one person at one keyboard.
#[derive(Debug, Clone, Default)]
pub struct Typing {
    method: Method,
    style: ToneStyle,
    /// The word whose last letter `ư` was made by a `w` alone. The letters cannot tell it from `uw`, and a second `w`
    /// has to give back what was typed: `w` or `uw`.
    by_lone_w: Option<String>,
}

impl Typing {
    #[must_use]
    pub fn new(method: Method, style: ToneStyle) -> Self {
        Self {
            method,
            style,
            by_lone_w: None,
        }
    }

    #[must_use]
    pub fn method(&self) -> Method {
        self.method
    }

    /// What becomes of the text when a character is typed. `before` is the text before the cursor: the line, or as much
    /// of it as there is.
    pub fn press(&mut self, before: &str, key: char) -> Edit {
        let word = word_before(before);
        let lone = self.by_lone_w.take();
        if self.method == Method::Off {
            return Edit {
                erase: 0,
                insert: key.into(),
            };
        }
        if matches!(key, 'w' | 'W') && lone.as_deref() == Some(word) {
            return Edit {
                erase: 1,
                insert: key.into(),
            };
        }
        let new = compose(self.method, self.style, word, key);
        let edit = edit(word, &new);
        let is_lone = matches!(key, 'w' | 'W') && edit.erase == 0 && !edit.insert.contains(key);
        self.by_lone_w = is_lone.then_some(new);
        edit
    }
}

/// The letters right before the cursor; anything else, also a digit, is a border.
fn word_before(before: &str) -> &str {
    before
        .grapheme_indices(true)
        .rev()
        .take_while(|(_, grapheme)| grapheme.starts_with(char::is_alphabetic))
        .last()
        .and_then(|(at, _)| before.get(at..))
        .unwrap_or_default()
}

fn edit(old: &str, new: &str) -> Edit {
    let same = old
        .graphemes(true)
        .zip(new.graphemes(true))
        .take_while(|(old, new)| old == new)
        .count();
    Edit {
        erase: old.graphemes(true).count() - same,
        insert: new.graphemes(true).skip(same).collect(),
    }
}

#[cfg(test)]
mod tests;
