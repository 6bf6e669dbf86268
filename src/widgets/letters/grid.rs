//! Fits the outline of a letter to whole pixels, so that a letter eight pixels high still has sharp edges and marks that
//! can be told apart.
//!
//! Baseline, small-letter height and capital height come to lie on pixel edges, and round letters lose the little they
//! reach beyond them. Each mark gets a box of whole pixels with a blank row between it and the letter, and as many pixels
//! as its shape needs to be read from the back of a hall, even where the typeface would give it fewer. Knows nothing of
//! colours and cells.

use super::face::{Bounds, CAPITAL, Mark, OVERSHOOT, SMALL, STEM, Shape};

/// Marks are drawn this much larger than in the typeface, which was made to be read from near.
const TALLER: f32 = 1.2;
const WIDER: f32 = 1.1;
/// Circumflex, breve and tilde are wider than this, accents and hooks are not.
const WIDE_MARK: f32 = 280.0;

/// A rectangle of whole pixels: from the left edge of the body, and upwards from the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pixels {
    pub left: i32,
    pub right: i32,
    pub bottom: i32,
    pub top: i32,
}

/// Where each part of an outline goes.
pub(super) struct Grid {
    left: f32,
    sideways: f32,
    upright: f32,
    /// Height in the typeface → height in pixels, both rising.
    knots: Vec<(f32, f32)>,
    marks: Vec<(Mark, Pixels)>,
    pub body: Pixels,
}

impl Grid {
    /// The grid of one character when capitals are `capital` pixels high.
    pub(super) fn of(shape: &Shape, capital: u16) -> Self {
        let scale = f32::from(capital) / CAPITAL;
        let body = shape.body;
        let width = body_width(shape, scale);
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
        let floor = pixels(grid.y(shape.bare_top).round());
        let mut below: Option<(Mark, Pixels)> = None;
        for mark in &shape.marks {
            let placed = if mark.bounds.top < 0.0 {
                grid.under(mark, scale)
            } else {
                let lower = below.map_or((shape.bare_top, floor, None), |(mark, pixels)| {
                    (mark.bounds.top, pixels.top, Some((mark.bounds, pixels)))
                });
                let placed = grid.over(mark, scale, lower);
                below = Some((*mark, placed));
                placed
            };
            grid.marks.push((*mark, placed));
        }
        grid
    }

    /// The pixels of a mark over what is `lower`: its upper edge in the typeface and in pixels, and the mark itself if it is one.
    fn over(&self, mark: &Mark, scale: f32, lower: (f32, i32, Option<(Bounds, Pixels)>)) -> Pixels {
        let (edge, row, beside) = lower;
        let gap = mark.bounds.bottom - edge;
        let bottom = match beside {
            // The tone stands beside the circumflex or in the bowl of the breve.
            Some((bounds, pixel)) if gap < 0.0 => {
                let share = (mark.bounds.bottom - bounds.bottom) / (bounds.top - bounds.bottom);
                pixel.bottom + pixels((share * to_real(pixel.top - pixel.bottom)).round())
            }
            Some(_) | None => row + pixels((gap * scale).round().max(1.0)),
        };
        let [left, right, height] = self.mark_size(mark, scale);
        Pixels {
            left,
            right,
            bottom,
            top: bottom + height,
        }
    }

    fn under(&self, mark: &Mark, scale: f32) -> Pixels {
        let top = -pixels((-mark.bounds.top * scale).round().max(1.0));
        let [left, right, height] = self.mark_size(mark, scale);
        Pixels {
            left,
            right,
            bottom: top - height,
            top,
        }
    }

    /// Left and right edge of a mark, and its height.
    fn mark_size(&self, mark: &Mark, scale: f32) -> [i32; 3] {
        let (wide, tall) = (
            mark.bounds.right - mark.bounds.left,
            mark.bounds.top - mark.bounds.bottom,
        );
        // Circumflex, breve and tilde need five columns for their middle to show, accents and hooks three; a dot needs two
        // rows, everything else three.
        let (columns, rows) = match () {
            () if wide > WIDE_MARK => (5.0, 3.0),
            () if (wide - tall).abs() < OVERSHOOT => (2.0, 2.0),
            () => (3.0, 3.0),
        };
        let (wider, taller) = if columns < 3.0 {
            (1.0, 1.0)
        } else {
            (WIDER, TALLER)
        };
        let width = (wide * scale * wider).round().max(columns);
        let height = (tall * scale * taller).round().max(rows);
        let left =
            (self.x(f32::midpoint(mark.bounds.left, mark.bounds.right)) - width / 2.0).round();
        [pixels(left), pixels(left + width), pixels(height)]
    }

    /// Where a point of a contour goes: pixels right of the body's left edge and over the baseline.
    pub(super) fn place(&self, contour: usize, x: f32, y: f32) -> (f32, f32) {
        match self.marks.iter().find(|(mark, _)| mark.contour == contour) {
            Some((Mark { bounds, .. }, box_)) => (
                to_real(box_.left)
                    + (x - bounds.left) / (bounds.right - bounds.left)
                        * to_real(box_.right - box_.left),
                to_real(box_.bottom)
                    + (y - bounds.bottom) / (bounds.top - bounds.bottom)
                        * to_real(box_.top - box_.bottom),
            ),
            None => (self.x(x), self.y(y)),
        }
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

    /// All the ink, marks included.
    pub(super) fn ink(&self) -> Pixels {
        self.marks.iter().fold(self.body, |all, (_, mark)| Pixels {
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
#[expect(
    clippy::cast_possible_truncation,
    reason = "a pixel count of one screen fits by far"
)]
pub(super) fn pixels(length: f32) -> i32 {
    length as i32
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a pixel count of one screen is exact in an f32"
)]
pub(super) fn to_real(pixels: i32) -> f32 {
    pixels as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ink(character: char, capital: u16) -> Pixels {
        Grid::of(&Shape::of(character).unwrap(), capital).ink()
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

    #[test]
    fn marks_keep_the_pixels_they_need_when_the_letter_is_small() {
        for capital in 7..60 {
            assert!(ink('á', capital).top >= ink('a', capital).top + 4);
            assert!(ink('ẫ', capital).top >= ink('a', capital).top + 8);
            assert!(ink('Ẵ', capital).top >= i32::from(capital) + 8);
            assert!(ink('ậ', capital).bottom <= -3);
        }
    }
}
