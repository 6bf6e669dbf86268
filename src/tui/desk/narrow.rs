//! Which entries of a list fit what is typed, and in which order. Knows no list, no key and no screen.

use crate::domain::text::Search;

/// The numbers of the entries that fit what is typed, best first; all of them while nothing is typed. What is found in the
/// first text alone comes before what needs the others.
#[must_use]
pub fn narrowed<T, const N: usize>(
    typed: &str,
    entries: &[T],
    text: impl Fn(&T) -> [&str; N],
) -> Vec<usize> {
    let search = Search::new(typed);
    if search.is_empty() {
        return (0..entries.len()).collect();
    }
    let first = |index: usize| -> &str {
        let texts = entries.get(index).map(&text);
        texts
            .as_ref()
            .and_then(|texts| texts.first().copied())
            .unwrap_or_default()
    };
    let by_own: Vec<(usize, &str)> = (0..entries.len())
        .map(|index| (index, first(index)))
        .collect();
    let mut found: Vec<usize> = search
        .rank(by_own, |(_, own)| [own])
        .into_iter()
        .map(|(index, _)| index)
        .collect();
    let all = search.rank(entries.iter().enumerate(), |(_, entry)| text(entry));
    let by_own: std::collections::BTreeSet<usize> = found.iter().copied().collect();
    found.extend(
        all.into_iter()
            .map(|(index, _)| index)
            .filter(|index| !by_own.contains(index)),
    );
    found
}
