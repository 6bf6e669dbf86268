//! What is compared of names that people write: neither marks nor capitals, brackets or signs. Knows nothing of what is
//! named.

use crate::domain::text::fold;

/// Nobody calls a column by more letters than these.
const LONGEST_NAME: usize = 300;

/// What is compared of a name: its words without marks, without what stands in brackets.
pub(in crate::documents::plan_import) fn key(name: &str) -> String {
    let mut depth = 0_usize;
    let outside: String = name
        .chars()
        .take(LONGEST_NAME)
        .filter(|c| match c {
            '(' | '[' => {
                depth += 1;
                false
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect();
    let folded = fold(&outside);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}
