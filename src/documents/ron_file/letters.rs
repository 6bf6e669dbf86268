//! Letters that look like those of the notation and are none: of full width, of another alphabet, blanks that do not break.
//! Knows letters alone.

/// The usual form of a letter or sign of full width, as some keyboards type it.
pub(super) fn narrow(sign: char) -> Option<char> {
    const WIDE: u32 = 0xFEE0;
    match sign {
        // Quotes of full width are quotes of another kind.
        '＂' | '＇' => None,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - WIDE),
        '、' => Some(','),
        _ => None,
    }
}

/// The Latin letter that a letter of another alphabet looks like.
pub(super) fn latin(sign: char) -> Option<char> {
    const ALIKE: [(char, char); 13] = [
        ('а', 'a'),
        ('с', 'c'),
        ('ԁ', 'd'),
        ('е', 'e'),
        ('һ', 'h'),
        ('і', 'i'),
        ('ј', 'j'),
        ('о', 'o'),
        ('р', 'p'),
        ('ѕ', 's'),
        ('х', 'x'),
        ('у', 'y'),
        ('ο', 'o'),
    ];
    let mut alike = ALIKE.iter();
    alike
        .find(|(other, _)| *other == sign)
        .map(|(_, latin)| *latin)
}

/// Blanks that look like one, or cannot be seen at all, and are none to the notation.
pub(super) fn is_strange_blank(sign: char) -> bool {
    matches!(
        sign,
        '\u{a0}' | '\u{ad}' | '\u{2000}'
            ..='\u{200d}' | '\u{202f}' | '\u{205f}' | '\u{2060}' | '\u{3000}' | '\u{feff}'
    )
}

/// A day as the notation has it: `6/7/2022` is `2022-07-06`.
pub(super) fn as_day(raw: &str) -> String {
    let parts: Vec<&str> = raw.split(['/', '-']).collect();
    let number = |part: &str| part.parse::<u32>().ok();
    match parts.as_slice() {
        [day, month, year] if year.len() == 4 => match (number(day), number(month)) {
            (Some(day), Some(month)) => format!("{year}-{month:02}-{day:02}"),
            (Some(_) | None, _) => raw.to_owned(),
        },
        [year, month, day] if year.len() == 4 => match (number(month), number(day)) {
            (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
            (Some(_) | None, _) => raw.to_owned(),
        },
        _ => raw.to_owned(),
    }
}

/// Whether this is the beginning of a further entry: a comma, a name, a colon.
pub(super) fn is_an_entry(text: &str) -> bool {
    let entry = text
        .strip_prefix(',')
        .and_then(|rest| rest.trim_end().strip_suffix(':'));
    entry.map(str::trim).is_some_and(|name| {
        !name.is_empty()
            && name
                .chars()
                .all(|sign| sign.is_ascii_lowercase() || sign == '_')
    })
}
