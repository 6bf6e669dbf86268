//! The table of what outside input methods send proves itself against the simplest line that could be right.

use crate::support::typing_bursts::bursts;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// A line that takes a character at its end, whose backspace takes away a letter with all its marks, and that is NFC
/// when it is read.
fn line_after(bytes: &[u8]) -> String {
    let mut line = String::new();
    for c in String::from_utf8_lossy(bytes).chars() {
        if matches!(c, '\u{7f}' | '\u{8}') {
            let last = line.grapheme_indices(true).next_back().map(|(at, _)| at);
            line.truncate(last.unwrap_or(0));
        } else {
            line.push(c);
        }
    }
    line.nfc().collect()
}

#[test]
fn a_line_shows_what_was_meant_after_every_burst() {
    for burst in bursts() {
        assert_eq!(line_after(&burst.bytes), burst.text, "{}", burst.name);
    }
}

#[test]
fn the_table_has_both_backspaces_both_methods_and_both_encodings() {
    let bursts = bursts();
    for code in [0x7f, 0x08] {
        let having = bursts.iter().filter(|burst| burst.bytes.contains(&code));
        assert!(having.count() >= 30, "{code:#04x}");
    }
    let composed = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        text.nfc().eq(text.chars())
    };
    let apart = bursts
        .iter()
        .filter(|burst| !composed(&burst.bytes))
        .count();
    assert!(apart >= 30, "{apart}");
    let mut names: Vec<&str> = bursts.iter().map(|burst| burst.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), bursts.len(), "two bursts have one name");
}
