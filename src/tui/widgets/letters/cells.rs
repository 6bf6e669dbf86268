//! Puts a fitted text into cells: two pixels to a cell, as half blocks.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::{Color, Style};

use super::face::{CAPITAL, STEM};
use super::glyph::{Glyph, to_byte};
use super::page::{Fitted, Letter};

/// A colour as red, green and blue.
pub type Rgb = (u8, u8, u8);

/// What the letters are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Edges smoothed by mixing ink and paper, for a terminal with true colour.
    Smooth { ink: Rgb, paper: Rgb },
    /// A pixel is ink or paper, for any other terminal; the style's foreground is the ink.
    Sharp(Style),
}

impl Ink {
    /// The style of plain text in the same colours.
    #[must_use]
    pub fn plain(self) -> Style {
        match self {
            Self::Smooth { ink, paper } => Style::new().fg(colour(ink)).bg(colour(paper)),
            Self::Sharp(style) => style,
        }
    }
}

/// From how much coverage a pixel of a mark is ink where there is no smoothing.
const SHARP_MARK: u8 = 125;

/// The same for the body of letters whose capitals are `capital` pixels high. A stem is as wide as a whole number of pixels and a
/// rest; the threshold keeps away from the rest, so that all stems of a text come out equally wide.
fn sharp_body(capital: u16) -> u8 {
    let rest = (STEM / CAPITAL * f32::from(capital)).fract();
    let threshold = if rest < 0.5 {
        f32::midpoint(rest, 1.0)
    } else {
        rest / 2.0
    };
    to_byte(threshold.clamp(0.4, 0.52))
}

impl Fitted {
    /// Draws it at the top of `area`, each line aligned within it. What `area` is smaller than the fitted text is left out.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, ink: Ink, alignment: Alignment) {
        let width = usize::from(area.width);
        let mut canvas = vec![0_u8; width * usize::from(area.height.min(self.size().height)) * 2];
        for line in &self.lines {
            let spare = i32::from(area.width) - line.width;
            let indent = match alignment {
                Alignment::Left => 0,
                Alignment::Center => spare / 2,
                Alignment::Right => spare,
            };
            for letter in &line.letters {
                self.stamp(letter, indent, line.baseline, ink, (&mut canvas, width));
            }
        }
        for (y, rows) in (area.y..).zip(canvas.chunks_exact(width.max(1) * 2)) {
            let (upper, lower) = rows.split_at(width);
            for (x, (upper, lower)) in (area.x..).zip(upper.iter().zip(lower)) {
                if let Some(cell) = buf.cell_mut((x, y)) {
                    let (symbol, style) = ink.cell(*upper, *lower);
                    cell.reset();
                    cell.set_symbol(symbol).set_style(style);
                }
            }
        }
    }

    /// Puts one letter onto the canvas of so many columns; what lies beyond its edges is left out.
    fn stamp(
        &self,
        letter: &Letter,
        indent: i32,
        baseline: i32,
        ink: Ink,
        (canvas, width): (&mut [u8], usize),
    ) {
        let glyph = Glyph::of(&letter.shape, self.capital);
        let sharp_body = sharp_body(self.capital);
        let left = indent + letter.column + glyph.left;
        let top = baseline - letter.raised - glyph.top;
        for (row, (is_mark, coverage)) in (top..).zip(glyph.rows()) {
            let row = usize::try_from(row).ok();
            let Some(pixels) = row.and_then(|row| canvas.chunks_exact_mut(width.max(1)).nth(row))
            else {
                continue;
            };
            let threshold = if is_mark { SHARP_MARK } else { sharp_body };
            for (column, share) in (left..).zip(coverage) {
                let column = usize::try_from(column).ok();
                if let Some(pixel) = column.and_then(|column| pixels.get_mut(column)) {
                    *pixel = (*pixel).max(ink.share(*share, threshold));
                }
            }
        }
    }
}

impl Ink {
    fn share(self, coverage: u8, threshold: u8) -> u8 {
        match self {
            Self::Smooth { .. } => coverage,
            Self::Sharp(_) if coverage >= threshold => u8::MAX,
            Self::Sharp(_) => 0,
        }
    }

    /// Full and empty halves get the block that shows them without colours too, so a copied screen can be read.
    fn cell(self, upper: u8, lower: u8) -> (&'static str, Style) {
        let symbol = match (upper, lower) {
            (0, 0) => " ",
            (0, _) => "▄",
            (u8::MAX, u8::MAX) => "█",
            _ => "▀",
        };
        let style = match self {
            Self::Smooth { ink, paper } => {
                let [upper, lower] = [upper, lower].map(|share| colour(mix(ink, paper, share)));
                if symbol == "▄" {
                    Style::new().fg(lower).bg(upper)
                } else {
                    Style::new().fg(upper).bg(lower)
                }
            }
            Self::Sharp(style) => style,
        };
        (symbol, style)
    }
}

fn colour((red, green, blue): Rgb) -> Color {
    Color::Rgb(red, green, blue)
}

/// Ink and paper mixed as light mixes: half covered looks half as bright, where mixing the numbers would thin bright letters.
fn mix(ink: Rgb, paper: Rgb, share: u8) -> Rgb {
    let channel = |ink: u8, paper: u8| {
        let (ink, paper, share) = (u32::from(ink), u32::from(paper), u32::from(share));
        let light = (ink * ink * share + paper * paper * (255 - share)) / 255;
        u8::try_from(light.isqrt()).unwrap_or(u8::MAX)
    };
    (
        channel(ink.0, paper.0),
        channel(ink.1, paper.1),
        channel(ink.2, paper.2),
    )
}
