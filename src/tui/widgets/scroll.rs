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

/// Which lines are in sight: the first, and how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InSight {
    pub first: usize,
    pub count: usize,
}

/// The lines in sight so that the one in question is whole, with what follows it rather than what went before. A row is
/// kept above and below for the sign that there are more.
#[must_use]
pub fn in_sight(heights: &[u16], around: usize, room: u16) -> InSight {
    let all: u32 = heights.iter().map(|rows| u32::from(*rows)).sum();
    if all <= u32::from(room) {
        return InSight {
            first: 0,
            count: heights.len(),
        };
    }
    let around = around.min(heights.len().saturating_sub(1));
    let own = heights.get(around).copied().unwrap_or(1);
    // What stands before takes a third at most, and never room that the one in question needs.
    let mut before = room.saturating_sub(2 + own).min(room / 3);
    let mut first = around;
    while let Some(rows) = first.checked_sub(1).and_then(|at| heights.get(at)) {
        if *rows > before {
            break;
        }
        before -= rows;
        first -= 1;
    }
    // A list that would end above the last row begins earlier.
    let fill = |first: usize| -> u32 {
        let rest = heights.get(first..).unwrap_or_default();
        rest.iter().map(|rows| u32::from(*rows)).sum()
    };
    while first > 0 {
        let signs = u32::from(first > 1);
        if fill(first - 1) + signs > u32::from(room) {
            break;
        }
        first -= 1;
    }
    let mut left = room.saturating_sub(u16::from(first > 0));
    let mut count = 0;
    for (at, rows) in heights.iter().enumerate().skip(first) {
        let is_last = at + 1 == heights.len();
        let needed = rows.saturating_add(u16::from(!is_last));
        if needed > left && count > 0 {
            break;
        }
        left = left.saturating_sub(*rows);
        count += 1;
    }
    InSight { first, count }
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

        #[test]
        fn the_line_in_question_is_in_sight_and_nothing_runs_over(
            heights in proptest::collection::vec(1_u16..5, 1..80),
            around in 0_usize..80,
            room in 8_u16..60,
        ) {
            let around = around.min(heights.len() - 1);
            let seen = in_sight(&heights, around, room);
            prop_assert!(seen.first <= around);
            prop_assert!(around < seen.first + seen.count, "{seen:?}");
            let drawn: u16 = heights[seen.first..seen.first + seen.count].iter().sum();
            let signs = u16::from(seen.first > 0)
                + u16::from(seen.first + seen.count < heights.len());
            prop_assert!(drawn + signs <= room, "{seen:?} {drawn} {signs} {room}");
        }
    }
}
