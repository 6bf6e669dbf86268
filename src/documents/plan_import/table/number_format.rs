//! Whether a number format shows days and times. Knows the formats that spreadsheets have built in, and how to read one
//! that somebody made; knows no cell.

/// What a number is shown as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum ShownAs {
    #[default]
    Plain,
    Day,
    /// A time of day without a day.
    Time,
}

/// A format that needs no text: those that every spreadsheet knows by number, also in the languages of East Asia.
pub(super) const fn built_in(id: u32) -> ShownAs {
    match id {
        14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => ShownAs::Day,
        18..=21 | 32..=35 | 45..=47 | 55 | 56 => ShownAs::Time,
        _ => ShownAs::Plain,
    }
}

/// A format by its text, for example `dd/mm/yyyy;@`.
pub(super) fn written(format: &str) -> ShownAs {
    let mut has_day = false;
    let mut has_time = false;
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                letters.by_ref().find(|c| *c == '"');
            }
            '\\' | '_' | '*' => {
                letters.next();
            }
            '[' => {
                // Elapsed time is `[h]`; everything else in brackets is a colour, a language or a condition.
                let inside: String = letters.by_ref().take_while(|c| *c != ']').collect();
                let inside = inside.to_ascii_lowercase();
                has_time |= !inside.is_empty() && inside.chars().all(|c| "hms".contains(c));
            }
            // The second part is for negative numbers.
            ';' => break,
            'd' | 'D' | 'y' | 'Y' => has_day = true,
            'h' | 'H' | 's' | 'S' => has_time = true,
            _ => {}
        }
    }
    if format.to_ascii_lowercase().contains("general") {
        return ShownAs::Plain;
    }
    // A month alone, as in `mm/yy`, comes with a year; an `m` alone is minutes.
    match (has_day, has_time) {
        (true, _) => ShownAs::Day,
        (false, true) => ShownAs::Time,
        (false, false) => ShownAs::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_times_are_told_from_plain_numbers() {
        assert_eq!(written("dd/mm/yyyy;@"), ShownAs::Day);
        assert_eq!(written("[$-42A]d mmmm yyyy"), ShownAs::Day);
        assert_eq!(written("hh:mm"), ShownAs::Time);
        assert_eq!(written("[h]:mm"), ShownAs::Time);
        assert_eq!(written("General"), ShownAs::Plain);
        assert_eq!(written("0000000000"), ShownAs::Plain);
        assert_eq!(written("#,##0 \"đồng mỗi hộ/ngày d\""), ShownAs::Plain);
        assert_eq!(written("[Red]0.00"), ShownAs::Plain);
        assert_eq!(built_in(14), ShownAs::Day);
        assert_eq!(built_in(20), ShownAs::Time);
        assert_eq!(built_in(2), ShownAs::Plain);
    }
}
