//! Vietnamese text as a computer has to treat it: one spelling of every letter, search without diacritics, the order of
//! names, and how many columns of a terminal a text takes.
//!
//! Text comes in from the keyboard, workbooks and files in several encodings of the same letter; every door calls
//! `nfc` or one of the `clean` functions, so that inside the program equal text is equal bytes. This module knows letters
//! and columns, and nothing of sessions, screens or what a text means.

mod beginning;
mod columns;
mod device;
mod fold;
pub mod letter;
mod name;
mod search;
mod visible;

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

pub use beginning::whole_beginnings;
pub use columns::{plain_columns, shorten, width, wrap, wrap_parts};
pub use device::{is_device_name, is_name_everywhere};
pub use fold::fold;
pub use name::{AlphabetKey, HONORIFICS, NameKey, mask_name, upper_first};
pub use search::{Score, Search};
pub use visible::{is_hidden, visible};

/// The text in composed form (NFC). Text that already is, is not copied.
#[must_use]
pub fn nfc(text: &str) -> Cow<'_, str> {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        IsNormalized::No | IsNormalized::Maybe => Cow::Owned(text.nfc().collect()),
    }
}

/// What a field of one line keeps of a text: NFC, line breaks and tabs as blanks, runs of blanks as one, none at the
/// ends, nothing invisible.
#[must_use]
pub fn clean_line(text: &str) -> String {
    // cleaned first: what is dropped may have stood between a letter and its mark
    let visible: String = text.chars().filter_map(cleaned).nfc().collect();
    let mut line = String::with_capacity(visible.len());
    for word in visible.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// What a field of many lines keeps of a text: NFC, every kind of line break as `\n`, tabs as blanks, nothing invisible,
/// no blanks at the ends of lines and no empty lines around the whole. Blanks inside a line stay as they were typed.
#[must_use]
pub fn clean_text(text: &str) -> String {
    let breaks = text.replace("\r\n", "\n");
    let visible: String = breaks.chars().filter_map(cleaned).nfc().collect();
    let mut lines: Vec<&str> = visible.split('\n').map(str::trim_end).collect();
    while lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    let first = lines.iter().take_while(|line| line.is_empty()).count();
    lines.drain(..first);
    lines.join("\n")
}

/// One character at a cleaning door: kept, replaced, or dropped.
fn cleaned(c: char) -> Option<char> {
    match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' | '\u{a0}' | '\u{202f}' => Some(' '),
        // Older fonts and encodings drew the Icelandic or the African capital for Đ; they look alike and sort apart.
        '\u{d0}' | '\u{189}' => Some('Đ'),
        // Soft hyphen, zero-width blanks, marks of direction: they come along with copied text, cannot be seen, make
        // equal names differ, and can turn a line around on the hall's screen.
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'
        | '\u{200c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => None,
        c if c.is_control() => None,
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn text_from_any_door_has_one_spelling() {
        // given the same name composed, taken apart, and as Windows-1258 has it (ê followed by the tone)
        let composed = "Nguyễn Thị Ước";
        let apart: String = composed.nfd().collect();
        let windows = "Nguyê\u{303}n Thi\u{323} Ươ\u{301}c";
        // then all are one, and what was right already is not copied
        assert_eq!(nfc(&apart), composed);
        assert_eq!(nfc(windows), composed);
        assert!(matches!(nfc(composed), Cow::Borrowed(_)));
    }

    #[test]
    fn a_line_copied_from_a_document_becomes_one_clean_line() {
        let copied = "\u{feff}  Bà\u{a0}Nguyễn\tThị \r\n Ước\u{200b}\u{7}  ";
        assert_eq!(clean_line(copied), "Bà Nguyễn Thị Ước");
        assert_eq!(clean_line("Ðiện Biên"), "Điện Biên");
        assert_eq!(clean_line("Ho\u{200b}\u{309}i"), "Hỏi");
        assert_eq!(clean_line(" \n\t"), "");
    }

    #[test]
    fn many_lines_keep_their_lines() {
        let typed = "\r\n\n  1. Đường thôn  \r\n\t- sạt lở\u{2028}2. Nước\u{1b}\n\n";
        assert_eq!(clean_text(typed), "  1. Đường thôn\n - sạt lở\n2. Nước");
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(text in "(?s)[ae \u{301}\u{200b}\u{d0}\r\n]{0,20}|.{0,40}") {
            let line = clean_line(&text);
            prop_assert_eq!(&clean_line(&line), &line);
            let lines = clean_text(&text);
            prop_assert_eq!(&clean_text(&lines), &lines);
            prop_assert_eq!(nfc(&line), line.as_str());
        }
    }
}
