//! How many columns of a terminal a text takes, and how to fit it into fewer without cutting a letter apart.
//!
//! A column is a cell of the terminal; a letter with its marks is one grapheme and never split. This module counts and
//! cuts; it knows neither colours nor where on the screen a text goes.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The columns a text takes on a terminal. Control characters take none, as nothing draws them.
#[must_use]
pub fn width(text: &str) -> usize {
    plain_columns(text).unwrap_or_else(|| text.graphemes(true).map(cells).sum())
}

/// The columns of a text of which every character is a letter of its own and takes one; `None` when one is not.
#[must_use]
pub fn plain_columns(text: &str) -> Option<usize> {
    text.chars()
        .try_fold(0, |columns, c| is_plain_char(c).then_some(columns + 1))
}

/// Whether a character is a letter of its own and takes one column: composed Vietnamese, the signs of its sentences, and
/// those that the screens are drawn with. Nearly every text has no others; where it has, it is taken apart by the rules of
/// Unicode, which takes ten times as long.
fn is_plain_char(c: char) -> bool {
    matches!(c,
        ' '..='~'
        | '\u{a1}'..='\u{ac}'
        | '\u{ae}'..='\u{2ff}'
        | '\u{1e00}'..='\u{1eff}'
        | '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '′' | '″'
        | '←'..='↓' | '↵' | '↻' | '≥' | '≤'
        // Lines, blocks, and the shapes that are no picture letters.
        | '\u{2500}'..='\u{25fc}' | '\u{25ff}'
        | '☐' | '✓' | '✗')
}

/// The letters of a text with their marks: where each begins, itself, and the columns it takes.
fn letters(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    let (plain, other) = if plain_columns(text).is_some() {
        (text, "")
    } else {
        ("", text)
    };
    let alone = plain
        .char_indices()
        .filter_map(|(at, c)| Some((at, plain.get(at..at + c.len_utf8())?, 1)));
    let by_the_rules = other
        .grapheme_indices(true)
        .map(|(at, letter)| (at, letter, cells(letter)));
    alone.chain(by_the_rules)
}

fn cells(grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) {
        0
    } else {
        grapheme.width()
    }
}

/// The text in at most so many columns; what does not fit is replaced by `…`.
#[must_use]
pub fn shorten(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let Some(room) = columns.checked_sub(1) else {
        return Cow::Borrowed("");
    };
    let mut taken = 0;
    let kept: String = letters(text)
        .take_while(|(_, _, own)| {
            taken += own;
            taken <= room
        })
        .map(|(_, letter, _)| letter)
        .collect();
    let mut short = kept.trim_end().to_owned();
    short.push('…');
    Cow::Owned(short)
}

/// The text in lines of at most so many columns, broken between words; a word longer than a line is broken between
/// letters. Only the blanks at a break are left out. A letter wider than the line stands on a line of its own, because
/// too wide is better than lost. There is always at least one line.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    for line in text.split('\n') {
        wrap_line(line.trim_end(), columns.max(1), &mut lines);
    }
    lines
}

/// What stands between the parts of a line such as `Phòng Kinh tế · hạn 15/01/2027`.
const PART: &str = " · ";

/// The same for a text of parts: broken between them where that leaves a part whole, and the dot at the break is left out.
#[must_use]
pub fn wrap_parts(text: &str, columns: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    for line in text.split('\n') {
        wrap_parts_line(line.trim_end(), columns, &mut lines);
    }
    lines
}

fn wrap_parts_line<'a>(line: &'a str, columns: usize, lines: &mut Vec<&'a str>) {
    let piece = |from: usize, to: usize| line.get(from..to).unwrap_or_default();
    let (mut start, mut before, mut at) = (0, 0, 0);
    for part in line.split(PART) {
        let end = at + part.len();
        if start < at && width(part) <= columns && width(piece(start, end)) > columns {
            lines.push(piece(start, before).trim_end());
            start = at;
        }
        // A part longer than a line goes on behind what stands before it.
        let mut broken = wrap(piece(start, end), columns);
        if let Some(last) = broken.pop() {
            let blanks = part.len() - part.trim_end().len();
            start = end - blanks - last.len();
            lines.append(&mut broken);
        }
        (before, at) = (end, end + PART.len());
    }
    lines.push(piece(start, line.len()));
}

/// Where a line may be broken: the words before end here, the words after begin there.
struct Gap {
    end: usize,
    next: usize,
}

fn wrap_line<'a>(line: &'a str, columns: usize, lines: &mut Vec<&'a str>) {
    if width(line) <= columns {
        lines.push(line);
        return;
    }
    let piece = |from: usize, to: usize| line.get(from..to).unwrap_or_default();
    let mut start = 0;
    let mut taken = 0;
    let mut gap: Option<Gap> = None;
    let mut only_blanks = true;
    for (at, grapheme, own) in letters(line) {
        if is_blank(grapheme) {
            if !only_blanks {
                let end = match gap {
                    // a run of blanks is one gap
                    Some(Gap { end, next }) if next == at => end,
                    Some(_) | None => at,
                };
                let next = at + grapheme.len();
                gap = Some(Gap { end, next });
            }
            taken += own;
            continue;
        }
        if taken + own > columns
            && let Some(Gap { end, next }) = gap.take()
        {
            lines.push(piece(start, end));
            start = next;
            taken = width(piece(next, at));
        }
        if taken + own > columns && at > start {
            if !only_blanks {
                lines.push(piece(start, at));
            }
            start = at;
            taken = 0;
        }
        only_blanks = false;
        taken += own;
    }
    lines.push(piece(start, line.len()));
}

/// A no-break space keeps `10 triệu` together and is not a place to break.
fn is_blank(grapheme: &str) -> bool {
    grapheme
        .chars()
        .all(|c| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn a_letter_with_its_marks_is_one_column_in_either_encoding() {
        let name = "Nguyễn Thị Ước";
        assert_eq!(width(name), 14);
        assert_eq!(width(&name.nfd().collect::<String>()), 14);
        assert_eq!(width("村 a\n"), 4);
    }

    #[test]
    fn parts_stay_whole_where_a_line_has_room_for_them() {
        let due = "Sở Nông nghiệp và Môi trường · hạn 05/12/2026";
        assert_eq!(
            wrap_parts(due, 40),
            ["Sở Nông nghiệp và Môi trường", "hạn 05/12/2026"]
        );
        assert_eq!(wrap_parts(due, 60), [due]);
        assert_eq!(
            wrap_parts("Văn phòng HĐND và UBND xã · 30 ngày", 22),
            ["Văn phòng HĐND và UBND", "xã · 30 ngày"]
        );
        assert_eq!(wrap_parts("", 5), [""]);
    }

    #[test]
    fn a_long_name_is_shortened_between_letters() {
        let apart: String = "Ước mơ".nfd().collect();
        assert_eq!(nfc(&shorten(&apart, 3)), "Ướ…");
        assert_eq!(shorten("Nà Hỏi", 6), "Nà Hỏi");
        assert_eq!(shorten("Nà Hỏi", 4), "Nà…");
        assert_eq!(shorten("村村", 3), "村…");
        assert_eq!(shorten("村村", 2), "…");
        assert_eq!(shorten("Nà", 0), "");
    }

    #[test]
    fn a_question_is_wrapped_between_words_and_keeps_its_paragraphs() {
        assert_eq!(
            wrap("Đường thôn Nà Hỏi  sạt lở\n\n- mưa", 10),
            ["Đường thôn", "Nà Hỏi", "sạt lở", "", "- mưa"]
        );
        assert_eq!(wrap("Khuỷukhuya ơi", 6), ["Khuỷuk", "huya", "ơi"]);
        assert_eq!(wrap("10\u{a0}triệu đồng", 9), ["10\u{a0}triệu", "đồng"]);
        assert_eq!(wrap("村村", 1), ["村", "村"]);
        assert_eq!(wrap("", 5), [""]);
    }

    fn nfc(text: &str) -> String {
        text.nfc().collect()
    }

    fn without_blanks(text: &str) -> String {
        text.chars().filter(|c| !c.is_whitespace()).collect()
    }

    proptest! {
        #[test]
        fn parts_lose_nothing_but_blanks_and_dots(text in "[a-zàĐ ·\n]{0,60}", columns in 1_usize..30) {
            let told = |text: &str| -> String {
                text.chars().filter(|c| !c.is_whitespace() && *c != '·').collect()
            };
            let lines = wrap_parts(&text, columns);
            prop_assert_eq!(told(&lines.concat()), told(&text));
            for line in lines {
                prop_assert!(width(line) <= columns, "{line:?}");
            }
        }

        #[test]
        fn wrapping_loses_nothing_and_fits(text in "(?s)[a-zướ村 \u{301}\n]{0,60}|.{0,40}", columns in 0_usize..12) {
            let lines = wrap(&text, columns);
            prop_assert_eq!(without_blanks(&lines.concat()), without_blanks(&text));
            for line in lines {
                let fits = width(line) <= columns.max(1);
                let single = line.graphemes(true).filter(|g| cells(g) > 0).count() <= 1;
                prop_assert!(fits || single, "{:?} is wider than {}", line, columns);
            }
        }

        #[test]
        fn what_is_plain_is_counted_as_by_the_rules(text in "[ -~¡-\u{2ff}\u{1e00}-\u{1eff}–—‘’“”…′″←-↓↵↻≥≤\u{2500}-\u{25fc}\u{25ff}☐✓✗]{0,40}") {
            prop_assert_eq!(width(&text), text.graphemes(true).map(cells).sum::<usize>());
            let by_the_rules = text.grapheme_indices(true).map(|(at, letter)| (at, letter, cells(letter)));
            prop_assert!(letters(&text).eq(by_the_rules));
        }

        #[test]
        fn what_is_shortened_fits(text in any::<String>(), columns in 0_usize..12) {
            prop_assert!(width(&shorten(&text, columns)) <= columns);
        }
    }
}
