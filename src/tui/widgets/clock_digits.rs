//! Clock digits that grow in whole steps: three rows, five, and multiples of five, so that their edges stay sharp. Every
//! size has a plus that reads as one. Cells and nothing else; it knows no time and no limit.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The glyphs of one size, as rows of half blocks, and the columns between them.
struct Face {
    rows: usize,
    gap: usize,
    glyphs: &'static [(char, &'static [&'static str])],
}

const SMALL: Face = Face {
    rows: 3,
    gap: 1,
    glyphs: &[
        ('0', &["█▀█", "█ █", "█▄█"]),
        ('1', &["▄█ ", " █ ", "▄█▄"]),
        ('2', &["▀▀█", "█▀▀", "█▄▄"]),
        ('3', &["▀▀█", " ▀█", "▄▄█"]),
        ('4', &["█ █", "▀▀█", "  █"]),
        ('5', &["█▀▀", "▀▀█", "▄▄█"]),
        ('6', &["█▀▀", "█▀█", "█▄█"]),
        ('7', &["▀▀█", "  █", "  █"]),
        ('8', &["█▀█", "█▀█", "█▄█"]),
        ('9', &["█▀█", "▀▀█", "▄▄█"]),
        (':', &["▄", "▄", " "]),
        ('+', &["   ", "▄█▄", " ▀ "]),
    ],
};

const LARGE: Face = Face {
    rows: 5,
    gap: 2,
    glyphs: &[
        ('0', &["▄████▄", "██  ██", "██  ██", "██  ██", "▀████▀"]),
        ('1', &[" ▄██  ", "████  ", "  ██  ", "  ██  ", "██████"]),
        ('2', &["▄████▄", "▀▀  ██", " ▄▄██▀", "██▀   ", "██████"]),
        ('3', &["▄████▄", "▀▀  ██", "  ███ ", "▄▄  ██", "▀████▀"]),
        ('4', &["██  ██", "██  ██", "▀█████", "    ██", "    ██"]),
        ('5', &["██████", "██▄▄▄ ", "▀▀▀▀██", "▄▄  ██", "▀████▀"]),
        ('6', &["▄████▄", "██    ", "█████▄", "██  ██", "▀████▀"]),
        ('7', &["██████", "   ▄█▀", "  ▄█▀ ", " ██   ", " ██   "]),
        ('8', &["▄████▄", "██  ██", "▄████▄", "██  ██", "▀████▀"]),
        ('9', &["▄████▄", "██  ██", "▀█████", "    ██", "▀████▀"]),
        (':', &["  ", "██", "  ", "██", "  "]),
        ('+', &["      ", "  ██  ", "██████", "  ██  ", "      "]),
    ],
};

/// How large a clock is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DigitSize {
    /// One row of plain text.
    Text,
    /// Three rows.
    Small,
    /// Five rows, so many times.
    Large(u16),
}

impl DigitSize {
    /// The largest size in which a text fits.
    #[must_use]
    pub fn fitting(text: &str, columns: u16, rows: u16) -> Self {
        let fits = |size: Self| size.width(text) <= columns && size.rows() <= rows;
        (1..=3)
            .rev()
            .map(Self::Large)
            .chain([Self::Small])
            .find(|size| fits(*size))
            .unwrap_or(Self::Text)
    }

    #[must_use]
    pub const fn rows(self) -> u16 {
        match self {
            Self::Text => 1,
            Self::Small => 3,
            Self::Large(times) => 5 * times,
        }
    }

    /// The columns a text takes.
    #[must_use]
    pub fn width(self, text: &str) -> u16 {
        let (face, times) = match self {
            Self::Text => return u16::try_from(text.chars().count()).unwrap_or(u16::MAX),
            Self::Small => (&SMALL, 1),
            Self::Large(times) => (&LARGE, times),
        };
        let glyphs: Vec<usize> = text.chars().filter_map(|c| face.columns(c)).collect();
        let all = glyphs.iter().sum::<usize>() + face.gap * glyphs.len().saturating_sub(1);
        u16::try_from(all).unwrap_or(u16::MAX).saturating_mul(times)
    }
}

impl Face {
    fn glyph(&self, letter: char) -> Option<&'static [&'static str]> {
        self.glyphs
            .iter()
            .find(|(known, _)| *known == letter)
            .map(|(_, rows)| *rows)
    }

    fn columns(&self, letter: char) -> Option<usize> {
        let rows = self.glyph(letter)?;
        rows.first().map(|row| row.chars().count())
    }
}

/// Draws a clock from the upper left corner of an area.
pub fn draw(text: &str, size: DigitSize, area: Rect, buf: &mut Buffer, style: Style) {
    let (face, times) = match size {
        DigitSize::Text => {
            buf.set_stringn(area.x, area.y, text, usize::from(area.width), style);
            return;
        }
        DigitSize::Small => (&SMALL, 1),
        DigitSize::Large(times) => (&LARGE, usize::from(times)),
    };
    let mut column = 0;
    for letter in text.chars() {
        let (Some(rows), Some(columns)) = (face.glyph(letter), face.columns(letter)) else {
            continue;
        };
        for row in 0..face.rows * times {
            for across in 0..columns * times {
                let upper = is_set(rows, across / times, row * 2, times);
                let lower = is_set(rows, across / times, row * 2 + 1, times);
                let x = area.x.saturating_add(place(column * times + across));
                let y = area.y.saturating_add(place(row));
                if !area.contains((x, y).into()) {
                    continue;
                }
                if let Some(cell) = buf.cell_mut((x, y)) {
                    let symbol = match (upper, lower) {
                        (true, true) => "█",
                        (true, false) => "▀",
                        (false, true) => "▄",
                        (false, false) => " ",
                    };
                    cell.set_symbol(symbol).set_style(style);
                }
            }
        }
        column += columns + face.gap;
    }
}

/// Whether the dot in this half row is set, of a glyph drawn so many times as large.
fn is_set(rows: &[&str], column: usize, half_row: usize, times: usize) -> bool {
    let half = half_row / times;
    let cell = rows.get(half / 2).and_then(|row| row.chars().nth(column));
    match cell {
        Some('█') => true,
        Some('▀') => half.is_multiple_of(2),
        Some('▄') => !half.is_multiple_of(2),
        Some(_) | None => false,
    }
}

fn place(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, size: DigitSize) -> Vec<String> {
        let area = Rect::new(0, 0, size.width(text), size.rows());
        let mut buf = Buffer::empty(area);
        draw(text, size, area, &mut buf, Style::new());
        (0..area.height)
            .map(|row| {
                (0..area.width)
                    .map(|column| buf[(column, row)].symbol())
                    .collect::<String>()
            })
            .collect()
    }

    #[test]
    fn every_glyph_is_as_high_as_its_face_and_told_from_the_others() {
        for face in [&SMALL, &LARGE] {
            for (index, (letter, rows)) in face.glyphs.iter().enumerate() {
                assert_eq!(rows.len(), face.rows, "{letter}");
                let width = rows[0].chars().count();
                assert!(
                    rows.iter().all(|row| row.chars().count() == width),
                    "{letter}"
                );
                for (other, others) in &face.glyphs[index + 1..] {
                    assert_ne!(rows, others, "{letter} {other}");
                }
            }
        }
    }

    #[test]
    fn a_plus_is_a_plus_in_every_size() {
        assert_eq!(drawn("+", DigitSize::Small), ["   ", "▄█▄", " ▀ "]);
        assert_eq!(
            drawn("+", DigitSize::Large(1)),
            ["      ", "  ██  ", "██████", "  ██  ", "      "]
        );
        let twice = drawn("+", DigitSize::Large(2));
        assert_eq!(twice.len(), 10);
        assert_eq!(twice[4], "████████████");
        assert_eq!(twice[0].trim(), "");
    }

    #[test]
    fn the_clock_grows_in_whole_steps() {
        let size = |columns, rows| DigitSize::fitting("+00:42", columns, rows);
        assert_eq!(size(10, 20), DigitSize::Text);
        assert_eq!(size(30, 4), DigitSize::Small);
        assert_eq!(size(44, 9), DigitSize::Large(1));
        assert_eq!(size(86, 12), DigitSize::Large(2));
        assert_eq!(size(200, 20), DigitSize::Large(3));
    }
}
