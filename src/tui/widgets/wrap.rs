//! Breaks a text into lines, word by word. It measures nothing itself, so large letters and plain cells share it.

use std::ops::Range;

/// The words of each line: as few lines as fit into `limit`, and then as even as that number of lines allows. `None` when
/// a word alone is too long or more than `most` lines are needed.
pub(crate) fn wrap(
    words: usize,
    limit: i32,
    most: usize,
    width: impl Fn(Range<usize>) -> i32,
) -> Option<Vec<Range<usize>>> {
    let lines = greedy(words, limit, &width)?;
    if lines.len() > most {
        return None;
    }
    if lines.len() < 2 {
        return Some(lines);
    }
    // A narrower limit gives as many lines or more, so halving finds the narrowest that needs no line more.
    let (mut low, mut high) = (0, limit);
    let mut best = lines;
    while low + 1 < high {
        let middle = i32::midpoint(low, high);
        match greedy(words, middle, &width) {
            Some(lines) if lines.len() == best.len() => {
                best = lines;
                high = middle;
            }
            Some(_) | None => low = middle,
        }
    }
    Some(best)
}

fn greedy(
    words: usize,
    limit: i32,
    width: &impl Fn(Range<usize>) -> i32,
) -> Option<Vec<Range<usize>>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    for word in 0..words {
        match lines.last_mut() {
            Some(line) if width(line.start..word + 1) <= limit => line.end = word + 1,
            Some(_) | None if width(word..word + 1) <= limit => lines.push(word..word + 1),
            Some(_) | None => return None,
        }
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, limit: i32) -> Option<Vec<String>> {
        let words: Vec<&str> = text.split(' ').collect();
        let width =
            |range: Range<usize>| i32::try_from(words[range].join(" ").chars().count()).unwrap();
        Some(
            wrap(words.len(), limit, 9, width)?
                .into_iter()
                .map(|range| words[range].join(" "))
                .collect(),
        )
    }

    #[test]
    fn lines_are_few_and_even() {
        assert_eq!(
            lines("Bà Nguyễn Thị Ước", 40).unwrap(),
            ["Bà Nguyễn Thị Ước"]
        );
        assert_eq!(
            lines("Bà Nguyễn Thị Ước", 14).unwrap(),
            ["Bà Nguyễn", "Thị Ước"]
        );
        assert_eq!(
            lines("Bà Nguyễn Thị Ước", 7).unwrap(),
            ["Bà", "Nguyễn", "Thị Ước"]
        );
    }

    #[test]
    fn a_word_is_never_broken() {
        assert_eq!(lines("Bà Nguyễn Thị Ước", 5), None);
    }
}
