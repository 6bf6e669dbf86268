//! What is printed for programs. A sign that would steer a terminal or turn a line around is written by its number, which is
//! the same text to whoever reads JSON. Knows nothing of what is printed.

use std::fmt::Write as _;

use serde::Serialize;

use crate::domain::text;

/// The value as JSON, on several lines. Texts, numbers and dates always have a form in it.
pub(super) fn in_json(value: &(impl Serialize + ?Sized)) -> String {
    let written = serde_json::to_string_pretty(value).unwrap_or_default();
    if !written.chars().any(text::is_hidden) {
        return written;
    }
    let mut shown = String::with_capacity(written.len() + 16);
    for sign in written.chars() {
        if text::is_hidden(sign) {
            // Writing into a text cannot fail.
            let _ = write!(shown, "\\u{:04x}", u32::from(sign));
        } else {
            shown.push(sign);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_steer_a_terminal_are_written_by_their_numbers_and_read_as_they_were() {
        let text = "gpj.\u{202e}nor\u{9b}31m\u{7f}\u{1b}[2J\n\t\u{2066}ữ";
        let written = in_json(&[text]);
        assert!(!written.contains(text::is_hidden), "{written}");
        let read: Vec<String> = serde_json::from_str(&written).unwrap();
        assert_eq!(read, [text]);
    }
}
