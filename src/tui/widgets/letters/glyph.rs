//! One character as coverage per pixel, kept once it has been made.
//!
//! A glyph always lies on the same pixels, so the one made for a size serves every place and every redraw. It knows nothing
//! of colours and cells.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use ab_glyph_rasterizer::{Point, Rasterizer, point};
use ttf_parser::OutlineBuilder;

use super::face::{self, Shape};
use super::grid::Grid;
use super::marks::PlacedMark;
use super::pixels::{Pixels, to_real};

/// Enough for every letter at a dozen sizes; a window being dragged goes through many more, which are then forgotten.
const KEPT: usize = 2048;

thread_local! {
    static GLYPHS: RefCell<HashMap<(char, u16, u16), Rc<Glyph>>> = RefCell::default();
}

/// Coverage, row by row from the top; 0 is paper and 255 is ink.
#[derive(Debug, PartialEq)]
pub(super) struct Glyph {
    coverage: Vec<u8>,
    width: usize,
    /// Pixels from the left edge of the body to the first column; negative when a mark hangs over.
    pub left: i32,
    /// Pixels from the baseline up to the upper edge of the first row.
    pub top: i32,
}

impl Glyph {
    /// The character when capitals are `capital` pixels high and letters as narrow as so many hundredths.
    pub(super) fn of(shape: &Shape, capital: u16, narrowed: u16) -> Rc<Self> {
        GLYPHS.with_borrow_mut(|glyphs| {
            if glyphs.len() >= KEPT {
                glyphs.clear();
            }
            let made = glyphs
                .entry((shape.character, capital, narrowed))
                .or_insert_with(|| Rc::new(Self::make(shape, capital, narrowed)));
            Rc::clone(made)
        })
    }

    fn make(shape: &Shape, capital: u16, narrowed: u16) -> Self {
        let grid = Grid::of(shape, capital, narrowed);
        let ink = grid.ink();
        // The rasteriser loses a line that lies a rounding error outside, so it gets a blank pixel all round, which is
        // taken off again.
        let wide = rasterise(shape, &grid, ink, 1);
        let width = usize::try_from(ink.right - ink.left).unwrap_or(0);
        let height = usize::try_from(ink.top - ink.bottom).unwrap_or(0);
        let inner = |row: &'_ [u8]| row.iter().skip(1).take(width).copied().collect::<Vec<u8>>();
        let mut coverage: Vec<u8> = wide
            .chunks_exact(width + 2)
            .skip(1)
            .take(height)
            .flat_map(inner)
            .collect();
        for (column, row) in grid.marks.iter().flat_map(PlacedMark::ink) {
            let column = usize::try_from(column - ink.left).ok();
            let row = usize::try_from(ink.top - row).ok();
            if let (Some(column), Some(row)) = (column, row)
                && let Some(pixel) = coverage.get_mut(row * width + column)
            {
                *pixel = u8::MAX;
            }
        }
        Self {
            coverage,
            width,
            left: ink.left,
            top: ink.top,
        }
    }

    /// The rows from the top.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[u8]> {
        self.coverage.chunks_exact(self.width.max(1))
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the value lies between 0 and 255"
)]
pub(super) fn to_byte(share: f32) -> u8 {
    (share.clamp(0.0, 1.0) * 255.0).round() as u8
}

const ORIGIN: Point = Point { x: 0.0, y: 0.0 };

/// Coverage of the character on the pixels of its `ink` and a margin around them.
fn rasterise(shape: &Shape, grid: &Grid, ink: Pixels, margin: i32) -> Vec<u8> {
    let width = usize::try_from(ink.right - ink.left + 2 * margin).unwrap_or(0);
    let height = usize::try_from(ink.top - ink.bottom + 2 * margin).unwrap_or(0);
    let mut pen = Pen {
        raster: Rasterizer::new(width, height),
        grid,
        marks: &shape.mark_contours,
        left: to_real(ink.left - margin),
        top: to_real(ink.top + margin),
        contour: 0,
        start: ORIGIN,
        at: ORIGIN,
    };
    face::outline(shape.character, &mut pen);
    let mut coverage = Vec::with_capacity(width * height);
    pen.raster
        .for_each_pixel(|_, share| coverage.push(to_byte(share)));
    coverage
}

/// Draws an outline, fitted to the grid, into the rasteriser, whose rows go down.
struct Pen<'a> {
    raster: Rasterizer,
    grid: &'a Grid,
    /// The contours that are not the body's.
    marks: &'a [usize],
    left: f32,
    top: f32,
    contour: usize,
    start: Point,
    at: Point,
}

impl Pen<'_> {
    fn place(&self, x: f32, y: f32) -> Point {
        let (x, y) = self.grid.place(x, y);
        point(x - self.left, self.top - y)
    }
}

impl Pen<'_> {
    fn is_mark(&self) -> bool {
        self.marks.contains(&self.contour)
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = self.place(x, y);
        self.start = self.at;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.place(x, y);
        if !self.is_mark() {
            self.raster.draw_line(self.at, to);
        }
        self.at = to;
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let to = self.place(x, y);
        if !self.is_mark() {
            self.raster.draw_quad(self.at, self.place(x1, y1), to);
        }
        self.at = to;
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let to = self.place(x, y);
        if !self.is_mark() {
            self.raster
                .draw_cubic(self.at, self.place(x1, y1), self.place(x2, y2), to);
        }
        self.at = to;
    }

    fn close(&mut self) {
        if !self.is_mark() {
            self.raster.draw_line(self.at, self.start);
        }
        self.at = self.start;
        self.contour += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASES: &str = "aăâeêioôơuưy";
    const TONES: [&str; 6] = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"];

    fn vietnamese() -> impl Iterator<Item = char> {
        use unicode_normalization::UnicodeNormalization;
        let lower = BASES
            .chars()
            .flat_map(|base| TONES.map(|tone| format!("{base}{tone}").nfc().collect::<String>()));
        lower
            .flat_map(|letter| [letter.to_uppercase(), letter])
            .flat_map(|letter| letter.chars().collect::<Vec<_>>())
            .chain("đĐ".chars())
    }

    #[test]
    fn no_letter_is_cut_at_the_edge_of_its_pixels() {
        assert_eq!(vietnamese().count(), 146);
        for capital in 12..40 {
            for character in vietnamese() {
                // given the letter rasterised into its own rectangle, and into one with pixels to spare all round
                let shape = Shape::of(character).unwrap();
                let grid = Grid::of(&shape, capital, 100);
                let sum = |pixels: &[u8]| pixels.iter().map(|pixel| u32::from(*pixel)).sum::<u32>();
                let marks = grid.marks.iter().flat_map(PlacedMark::ink).count();
                let marks = u32::try_from(marks).unwrap() * 255;
                let own = sum(&Glyph::make(&shape, capital, 100).coverage).saturating_sub(marks);
                let roomy = sum(&rasterise(&shape, &grid, grid.ink(), 5));
                // then both hold the same amount of ink, but for rounding
                assert!(
                    own > 0 && own.abs_diff(roomy) <= 16,
                    "{character} at {capital}: {own} of {roomy}"
                );
            }
        }
    }

    #[test]
    fn a_glyph_is_made_once_for_each_size() {
        let shape = Shape::of('Ẩ').unwrap();
        assert!(Rc::ptr_eq(
            &Glyph::of(&shape, 12, 100),
            &Glyph::of(&shape, 12, 100)
        ));
        assert_ne!(Glyph::of(&shape, 12, 100), Glyph::of(&shape, 13, 100));
        assert_ne!(Glyph::of(&shape, 12, 100), Glyph::of(&shape, 12, 72));
    }
}
