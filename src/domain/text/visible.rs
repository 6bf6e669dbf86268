//! Signs that nobody sees and that change what is seen: control codes, and those that turn the direction of writing. In a
//! name of a file or a text from elsewhere they are shown as what they are.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Whether a sign steers a terminal or a line of text instead of standing in it. Line breaks and tabs are none of these.
#[must_use]
pub fn is_hidden(letter: char) -> bool {
    match letter {
        '\n' | '\t' => false,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            true
        }
        letter => letter.is_control(),
    }
}

/// The text with every hidden sign written out: `⟨U+202E⟩`. Text without any is not copied.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        if is_hidden(letter) {
            // Writing into a text cannot fail.
            let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(letter));
        } else {
            shown.push(letter);
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_steer_are_written_out_and_all_others_stay() {
        assert_eq!(visible("Bà Ước\tnói:\n“có”"), "Bà Ước\tnói:\n“có”");
        assert_eq!(visible("a\u{1b}[31mb"), "a⟨U+001B⟩[31mb");
        assert_eq!(
            visible("gpj.\u{202e}exe\u{9b}\r"),
            "gpj.⟨U+202E⟩exe⟨U+009B⟩⟨U+000D⟩"
        );
    }
}
