//! The small letters of the hall: twelve pixels high, which are six rows of half blocks, drawn pixel by pixel where the
//! outline of a typeface would turn to mush.
//!
//! A letter that is not in the face, or whose marks have no certain place, is none: the whole text is then shown some other
//! way. This module knows letters and pixels, and nothing of colours, cells and of what a text says.

mod shapes;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use unicode_normalization::UnicodeNormalization;

use shapes::{
    ACUTE, BOLD, BREVE, CIRCUMFLEX, FROM_CAPITAL, FROM_SMALL, GRAVE, HOOK, NARROW_TILDE, TILDE,
};

/// Pixels of a line, from the marks on capitals to the dot below.
pub const HEIGHT: i32 = 12;
/// From one line to the next: at least one empty row lies between them.
pub const PITCH: i32 = HEIGHT + 1;

/// The rows at which capitals and small letters begin.
const CAPITAL_ROW: i32 = 3;
const SMALL_ROW: i32 = 5;
/// Marks stand two rows high over small letters and over capitals; a tone over a hat stands at the very top.
const MARK_ON_SMALL: i32 = 2;
const TOP: i32 = 0;
const DOT_ROW: i32 = 11;
/// From word to word.
pub const SPACE: i32 = 5;
/// From letter to letter.
const GAP: i32 = 1;

/// How thick the letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PixelWeight {
    /// For names and villages.
    Regular,
    /// For headings and the agenda: bodies one pixel thicker, marks as they are.
    Bold,
}

/// A mark of Vietnamese.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum MarkKind {
    Circumflex,
    Breve,
    Acute,
    Grave,
    Tilde,
    Hook,
    DotBelow,
}

impl MarkKind {
    /// The mark that a combining character stands for; the horn belongs to the letter.
    pub(crate) const fn of(combining: char) -> Option<Self> {
        Some(match combining {
            '\u{302}' => Self::Circumflex,
            '\u{306}' => Self::Breve,
            '\u{301}' => Self::Acute,
            '\u{300}' => Self::Grave,
            '\u{303}' => Self::Tilde,
            '\u{309}' => Self::Hook,
            '\u{323}' => Self::DotBelow,
            _ => return None,
        })
    }

    /// A part of the letter rather than a tone.
    pub(crate) const fn is_hat(self) -> bool {
        matches!(self, Self::Circumflex | Self::Breve)
    }

    /// Its pixels, four columns wide and two rows high.
    pub(crate) const fn pixels(self) -> &'static str {
        match self {
            Self::Circumflex => CIRCUMFLEX,
            Self::Breve => BREVE,
            Self::Acute => ACUTE,
            Self::Grave => GRAVE,
            Self::Tilde => TILDE,
            Self::Hook => HOOK,
            Self::DotBelow => "##",
        }
    }
}

/// A letter taken apart: its body, with the horn of `ơ` and `ư`, and its marks. `None` when it has a mark that is none of
/// Vietnamese.
pub(crate) fn taken_apart(letter: char) -> Option<(char, Vec<MarkKind>)> {
    let mut parts = std::iter::once(letter).nfd();
    let mut body = parts.next()?;
    let mut marks = Vec::new();
    for part in parts {
        if part == '\u{31b}' {
            body = match body {
                'o' => 'ơ',
                'u' => 'ư',
                'O' => 'Ơ',
                'U' => 'Ư',
                _ => return None,
            };
        } else {
            marks.push(MarkKind::of(part)?);
        }
    }
    // A hat lies under the tone, whatever order they came in; the dot is below.
    marks.sort_by_key(|mark| !mark.is_hat());
    Some((body, marks))
}

/// The lit pixels of a drawing, from its upper left corner.
pub(crate) fn lit(drawing: &str) -> impl Iterator<Item = (i32, i32)> + '_ {
    (0..).zip(drawing.split('/')).flat_map(|(row, pixels)| {
        (0..)
            .zip(pixels.bytes())
            .filter(|(_, pixel)| *pixel == b'#')
            .map(move |(column, _)| (column, row))
    })
}

/// Columns and rows of the pixels that are lit.
type LitPixels = Vec<(i32, i32)>;

/// One letter, its body beginning in column 0. Marks may hang over on either side.
#[derive(Debug, PartialEq, Eq)]
struct PixelLetter {
    width: i32,
    ink: Vec<(i32, i32)>,
}

/// Letters that were drawn once; those the face lacks are known, too.
type Drawn = HashMap<(char, PixelWeight), Option<Rc<PixelLetter>>>;

thread_local! {
    static LETTERS: RefCell<Drawn> = RefCell::default();
}

impl PixelLetter {
    fn of(letter: char, weight: PixelWeight) -> Option<Rc<Self>> {
        LETTERS.with_borrow_mut(|letters| {
            letters
                .entry((letter, weight))
                .or_insert_with(|| Self::drawn(letter, weight).map(Rc::new))
                .clone()
        })
    }

    fn drawn(letter: char, weight: PixelWeight) -> Option<Self> {
        let (bare, marks) = taken_apart(letter)?;
        let has_mark_above = marks.iter().any(|mark| *mark != MarkKind::DotBelow);
        // The dot of an `i` gives way to a mark.
        let body = match bare {
            'i' if has_mark_above => 'ı',
            'j' if has_mark_above => 'ȷ',
            other => other,
        };
        let (row, width, mut ink) = body_of(body, weight)?;
        let is_capital = row == CAPITAL_ROW && !matches!(body, 'i' | 'j');
        let narrow = matches!(body, 'i' | 'ı' | 'I');
        let mut hat = false;
        for mark in marks {
            let (column, row, drawing) = match (mark, is_capital) {
                (MarkKind::DotBelow, _) => (dot_column(body), DOT_ROW, dot(body)),
                (_, true) if hat && mark == MarkKind::Tilde => (5, TOP, mark.pixels()),
                (_, true) if hat => (4, TOP, mark.pixels()),
                (_, true) => (0, TOP, mark.pixels()),
                (_, false) if hat => (0, TOP, mark.pixels()),
                (_, false) => (0, MARK_ON_SMALL, mark.pixels()),
            };
            hat |= mark.is_hat();
            let (column, drawing) = match (narrow, mark) {
                (true, MarkKind::Tilde) => (0, NARROW_TILDE),
                // The middle of the mark over the only column.
                (true, MarkKind::Acute | MarkKind::Grave | MarkKind::Hook) => (-1, drawing),
                (_, _) => (column, drawing),
            };
            ink.extend(lit(drawing).map(|(x, y)| (column + x, row + y)));
        }
        Some(Self { width, ink })
    }
}

/// The dot below stands under the middle; with a `y` at the end of its body, clear of the tail.
const fn dot_column(body: char) -> i32 {
    match body {
        'y' => 5,
        'Y' => 2,
        'i' | 'ı' | 'I' => 0,
        _ => 1,
    }
}

const fn dot(body: char) -> &'static str {
    match body {
        'y' | 'Y' | 'i' | 'ı' | 'I' => "#",
        _ => "##",
    }
}

/// Where a body begins, how wide it is, and its pixels.
fn body_of(body: char, weight: PixelWeight) -> Option<(i32, i32, LitPixels)> {
    let find = |table: &[(char, &'static str)]| {
        table
            .iter()
            .find(|(letter, _)| *letter == body)
            .map(|(_, drawing)| *drawing)
    };
    let (row, drawing) = find(FROM_SMALL)
        .map(|drawing| (SMALL_ROW, drawing))
        .or_else(|| find(FROM_CAPITAL).map(|drawing| (CAPITAL_ROW, drawing)))?;
    let special = (weight == PixelWeight::Bold).then(|| find(BOLD)).flatten();
    let drawing = special.unwrap_or(drawing);
    let columns = drawing.split('/').map(str::len).max().unwrap_or(0);
    let mut width = i32::try_from(columns).ok()?;
    let mut ink: Vec<(i32, i32)> = lit(drawing).map(|(x, y)| (x, row + y)).collect();
    // Signs would run together.
    if weight == PixelWeight::Bold && special.is_none() && body.is_alphanumeric() {
        let thicker: Vec<(i32, i32)> = ink.iter().map(|(x, y)| (x + 1, *y)).collect();
        ink.extend(thicker);
        width += 1;
    }
    Some((row, width, ink))
}

/// A line of text in pixels, its first ink in column 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PixelLine {
    width: i32,
    ink: Vec<(i32, i32)>,
}

impl PixelLine {
    /// The text on one line; `None` when the face lacks one of its letters, or there is none.
    #[must_use]
    pub fn of(text: &str, weight: PixelWeight) -> Option<Self> {
        let text: String = text.nfc().collect();
        let mut line = Self {
            width: 0,
            ink: Vec::new(),
        };
        let mut before: Vec<(i32, i32)> = Vec::new();
        let mut body_end = None;
        for word in text.split_whitespace() {
            let mut gap = SPACE;
            for letter in word.chars() {
                let letter = PixelLetter::of(letter, weight)?;
                let natural = body_end.map_or(0, |end: i32| end + gap);
                let column = clear_of(&before, &letter.ink, natural);
                before.retain(|(x, _)| *x >= column - 8);
                let placed: Vec<(i32, i32)> =
                    letter.ink.iter().map(|(x, y)| (x + column, *y)).collect();
                line.ink.extend(&placed);
                before.extend(placed);
                body_end = Some(column + letter.width);
                gap = GAP;
            }
        }
        body_end?;
        line.settle();
        Some(line)
    }

    /// Moves the first ink to column 0, drops what is doubled, and measures.
    fn settle(&mut self) {
        let first = self.ink.iter().map(|(x, _)| *x).min().unwrap_or(0);
        for (x, _) in &mut self.ink {
            *x -= first;
        }
        self.ink.sort_unstable();
        self.ink.dedup();
        self.width = self.ink.last().map_or(0, |(x, _)| x + 1);
    }

    #[must_use]
    pub const fn width(&self) -> i32 {
        self.width
    }

    /// The lit pixels: column and row.
    #[must_use]
    pub fn ink(&self) -> &[(i32, i32)] {
        &self.ink
    }
}

/// The first column from the natural one on at which a letter touches nothing that stands before it. Marks may hang over a
/// neighbour, and touch none.
fn clear_of(before: &[(i32, i32)], ink: &[(i32, i32)], natural: i32) -> i32 {
    let touches = |column: i32| {
        ink.iter().any(|(x, y)| {
            before
                .iter()
                .any(|(ax, ay)| (x + column - ax).abs() <= 1 && (y - ay).abs() <= 1)
        })
    };
    (natural..natural + 8)
        .find(|column| !touches(*column))
        .unwrap_or(natural)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, weight: PixelWeight) -> Vec<String> {
        let line = PixelLine::of(text, weight).unwrap();
        (0..HEIGHT)
            .map(|row| {
                (0..line.width())
                    .map(|column| {
                        if line.ink().contains(&(column, row)) {
                            '#'
                        } else {
                            '.'
                        }
                    })
                    .collect()
            })
            .collect()
    }

    #[test]
    fn every_drawing_is_a_rectangle_of_the_face_s_height() {
        let heights = |table: &[(char, &str)], row: i32| {
            for (letter, drawing) in table {
                let widths: Vec<usize> = drawing.split('/').map(str::len).collect();
                assert!(widths.iter().all(|width| width == &widths[0]), "{letter}");
                assert!(drawing.bytes().all(|b| b"#./".contains(&b)), "{letter}");
                let bottom = row + i32::try_from(widths.len()).unwrap();
                assert!(bottom <= HEIGHT, "{letter}");
            }
        };
        heights(FROM_SMALL, SMALL_ROW);
        heights(FROM_CAPITAL, CAPITAL_ROW);
    }

    #[test]
    fn a_tone_stands_over_the_hat_of_a_small_letter_and_beside_that_of_a_capital() {
        let top = |letter: &str| rows(letter, PixelWeight::Regular)[..4].join("/");
        assert_eq!(top("ấ"), "..#./.#../.##./#..#");
        assert!(top("Ẩ").starts_with(".##..##/#..#..#"), "{}", top("Ẩ"));
    }

    #[test]
    fn a_letter_the_face_lacks_makes_no_line_at_all() {
        assert_eq!(PixelLine::of("Nguyễn 漢", PixelWeight::Regular), None);
        assert_eq!(PixelLine::of("Zoë", PixelWeight::Bold), None);
        assert_eq!(PixelLine::of("  ", PixelWeight::Bold), None);
    }

    #[test]
    fn loose_marks_make_the_same_line_as_composed_ones() {
        let loose: String = "Đường Nguyễn".nfd().collect();
        assert_eq!(
            PixelLine::of(&loose, PixelWeight::Regular),
            PixelLine::of("Đường Nguyễn", PixelWeight::Regular)
        );
    }
}
