//! Fits the outline of a letter to whole pixels, so that a letter eight pixels high still has sharp edges and marks that
//! can be told apart.
//!
//! Baseline, small-letter height and capital height come to lie on pixel edges, and round letters lose the little they
//! reach beyond them. Marks have boxes of their own. It knows nothing of colours and cells.

use super::face::{CAPITAL, OVERSHOOT, SMALL, STEM, Shape};
use super::marks::{self, PlacedMark};
use super::pixels::{Pixels, pixels};

/// Where each part of an outline goes.
pub(super) struct Grid {
    left: f32,
    sideways: f32,
    upright: f32,
    /// Height in the typeface → height in pixels, both rising.
    knots: Vec<(f32, f32)>,
    pub marks: Vec<PlacedMark>,
    pub body: Pixels,
}

impl Grid {
    /// The grid of one character when capitals are `capital` pixels high and letters as narrow as so many hundredths.
    pub(super) fn of(shape: &Shape, capital: u16, narrowed: u16) -> Self {
        let scale = f32::from(capital) / CAPITAL;
        let across = scale * f32::from(narrowed) / 100.0;
        let body = shape.body;
        let width = body_width(shape, across);
        let mut grid = Self {
            left: body.left,
            sideways: width / (body.right - body.left).max(1.0),
            upright: scale,
            knots: knots(shape, f32::from(capital), scale),
            marks: Vec::new(),
            body: Pixels {
                left: 0,
                right: pixels(width),
                bottom: 0,
                top: 0,
            },
        };
        grid.body.bottom = pixels(grid.y(body.bottom).floor());
        grid.body.top = pixels(grid.y(body.top).ceil());
        // A horn stands as high as the marks would; they keep clear of it.
        let bare_top = if shape.body.top > shape.bare_top + OVERSHOOT {
            grid.body.top
        } else {
            pixels(grid.y(shape.bare_top).round())
        };
        let stem = pixels((STEM * across).round().max(1.0));
        let middle = grid.x(shape.middle);
        let end = grid.body.right;
        grid.marks = marks::place(shape, capital, bare_top, middle, (end, stem));
        grid
    }

    /// Where a point of the body goes: pixels right of its left edge and over the baseline.
    pub(super) fn place(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x(x), self.y(y))
    }

    fn x(&self, units: f32) -> f32 {
        (units - self.left) * self.sideways
    }

    fn y(&self, units: f32) -> f32 {
        let after = self.knots.partition_point(|(from, _)| *from <= units);
        let below = after.checked_sub(1).and_then(|index| self.knots.get(index));
        match (below, self.knots.get(after)) {
            (Some((from, to)), None) | (None, Some((from, to))) => {
                to + (units - from) * self.upright
            }
            (Some((low, to_low)), Some((high, to_high))) => {
                to_low + (units - low) / (high - low) * (to_high - to_low)
            }
            (None, None) => units * self.upright,
        }
    }

    /// The row from which marks hang over the body on its left and on its right, if any do.
    pub(super) fn overhangs(&self) -> (Option<i32>, Option<i32>) {
        let lowest = |hangs: &dyn Fn(&Pixels) -> bool| {
            self.marks
                .iter()
                .map(|mark| mark.place)
                .filter(|mark| mark.bottom > 0 && hangs(mark))
                .map(|mark| mark.bottom)
                .min()
        };
        (
            lowest(&|mark| mark.left < self.body.left),
            lowest(&|mark| mark.right > self.body.right),
        )
    }

    /// All the ink, marks included.
    pub(super) fn ink(&self) -> Pixels {
        self.marks
            .iter()
            .map(|mark| mark.place)
            .fold(self.body, |all, mark| Pixels {
                left: all.left.min(mark.left),
                right: all.right.max(mark.right),
                bottom: all.bottom.min(mark.bottom),
                top: all.top.max(mark.top),
            })
    }
}

fn body_width(shape: &Shape, scale: f32) -> f32 {
    let natural = (shape.body.right - shape.body.left) * scale;
    // A stem in the middle comes to lie on whole pixels when as many are left on both sides of it.
    if matches!(shape.bare, 'T' | 'I' | 'Y' | '+') {
        let stem = (STEM * scale).round().max(1.0);
        return stem + 2.0 * ((natural - stem) / 2.0).round().max(1.0);
    }
    if natural > 0.0 {
        natural.round().max(1.0)
    } else {
        0.0
    }
}

fn knots(shape: &Shape, capital: f32, scale: f32) -> Vec<(f32, f32)> {
    let small = (SMALL * scale).round();
    let near = |line: f32, height: f32| (height - line).abs() <= OVERSHOOT;
    let snap = |height: f32| match height {
        _ if near(0.0, height) => 0.0,
        _ if near(SMALL, height) => small,
        _ if near(CAPITAL, height) => capital,
        _ => (height * scale).round(),
    };
    let (low, high) = (shape.bare_bottom, shape.bare_top);
    let bottom = snap(low);
    let top = snap(high).max(bottom + 1.0);
    let mut knots = vec![(low, bottom)];
    if shape.bare.is_alphabetic() {
        if low < -OVERSHOOT {
            knots.push((0.0, 0.0));
        }
        if shape.bare.is_lowercase() && high > SMALL + OVERSHOOT {
            knots.push((SMALL, small));
        }
    }
    knots.push((high, top));
    if shape.body.top > high + OVERSHOOT {
        // The horn of `ơ` and `ư`.
        knots.push((
            shape.body.top,
            top + ((shape.body.top - high) * scale).round().max(1.0),
        ));
    }
    knots
}

/// A whole number of pixels. Sizes are bounded by the screen, so nothing is lost.
#[cfg(test)]
mod tests {
    use super::*;

    fn ink(character: char, capital: u16) -> Pixels {
        Grid::of(&Shape::of(character).unwrap(), capital, 100).ink()
    }

    #[test]
    fn letters_stand_on_the_baseline_and_reach_the_same_height() {
        for capital in 7..60 {
            for flat_and_round in ["HOD", "nosxı", "0128"] {
                let mut rows = flat_and_round
                    .chars()
                    .map(|c| ink(c, capital))
                    .map(|ink| (ink.bottom, ink.top));
                let first = rows.next().unwrap();
                assert_eq!(first.0, 0);
                assert!(
                    rows.all(|row| row == first),
                    "{flat_and_round} at {capital}"
                );
            }
        }
    }
}
