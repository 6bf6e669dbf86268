//! Which of the choices of a cell a typed text means. Knows texts, and no keys.

use super::PageColumn;
use crate::domain::text::fold;

/// The choice that a typed text means, where only one fits.
pub(super) fn chosen<'a>(spec: &'a PageColumn, typed: &str) -> Option<&'a String> {
    if typed.is_empty() || spec.choices.contains(&typed.to_owned()) {
        return None;
    }
    let fitting = fitting(spec, typed);
    match fitting.as_slice() {
        [one] => Some(one),
        _ => None,
    }
}

/// The choices that fit a typed text, all of them where nothing is typed.
pub(super) fn fitting<'a>(spec: &'a PageColumn, typed: &str) -> Vec<&'a String> {
    let key = fold(typed);
    spec.choices
        .iter()
        .filter(|choice| fold(choice).contains(&key))
        .collect()
}
