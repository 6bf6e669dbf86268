//! Which lines of a long list are in sight. Knows of counts and places, not of what the lines say.

/// The first line to show so that the one in question is in sight, with what follows it rather than what went before.
#[must_use]
pub fn first_in_sight(count: usize, around: usize, room: usize) -> usize {
    let last_start = count.saturating_sub(room);
    around.saturating_sub(room / 4).min(last_start)
}

/// All that can be in sight of a list in a window of so many rows, and the place of the line in question in it. What lies
/// farther away is not made ready to be shown: a list of five hundred is drawn again with every key.
#[must_use]
pub fn near<T>(all: &[T], around: usize, rows: usize) -> (&[T], usize) {
    let start = around.saturating_sub(rows).min(all.len());
    let end = around.saturating_add(rows).saturating_add(1).min(all.len());
    (all.get(start..end).unwrap_or_default(), around - start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_near_shows_the_same_lines_as_the_whole_list(
            count in 0_usize..200,
            around in 0_usize..200,
            rows in 1_usize..60,
            less in 0_usize..60,
        ) {
            // The line in question may be the one behind the last, in a list with nothing selected.
            let all: Vec<usize> = (0..count).collect();
            let around = around.min(count);
            let room = rows.saturating_sub(less);
            let seen = |lines: &[usize], around: usize| -> Vec<usize> {
                let first = first_in_sight(lines.len(), around, room);
                lines.iter().skip(first).take(room).copied().collect()
            };
            let (lines, place) = near(&all, around, rows);
            prop_assert_eq!(seen(lines, place), seen(&all, around));
            prop_assert_eq!(lines.get(place), all.get(around));
        }
    }
}
