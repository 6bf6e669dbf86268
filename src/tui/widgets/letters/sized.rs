//! One character at one size, and how far the next one stands from it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::face::{CAPITAL, DIGIT, SMALL, Shape, WIDEST_DIGIT};
use super::grid::Grid;
use super::pixels::{Pixels, pixels, to_real};

/// Width of the space between words, as a share of the height of the capitals.
const SPACE: f32 = 0.4;

/// A character measured in pixels.
pub(super) struct Sized {
    pub shape: Rc<Shape>,
    body: Pixels,
    pub ink: Pixels,
    overhangs: (Option<i32>, Option<i32>),
    /// Blank on both sides of the body that belongs to the letter.
    before: f32,
    after: f32,
}

/// Enough for the letters of a picture at every size that is tried before one is taken.
const KEPT: usize = 8192;

thread_local! {
    static SIZED: RefCell<HashMap<(char, u16, u16), Rc<Sized>>> = RefCell::default();
}

impl Sized {
    /// A character at one size, measured once.
    pub(super) fn of(shape: &Rc<Shape>, capital: u16, narrowed: u16) -> Rc<Self> {
        let key = (shape.character, capital, narrowed);
        SIZED.with_borrow_mut(|sized| {
            if sized.len() >= KEPT {
                sized.clear();
            }
            let made = sized
                .entry(key)
                .or_insert_with(|| Rc::new(Self::measured(shape, capital, narrowed)));
            Rc::clone(made)
        })
    }

    fn measured(shape: &Rc<Shape>, capital: u16, narrowed: u16) -> Self {
        let grid = Grid::of(shape, capital, narrowed);
        let scale = f32::from(capital) / CAPITAL * f32::from(narrowed) / 100.0;
        let body = grid.body;
        let (before, after) = if shape.is_tabular() {
            let room =
                pixels((DIGIT * scale).round()).max(pixels((WIDEST_DIGIT * scale).round()) + 1);
            let before = (room - body.right) / 2;
            (to_real(before), to_real(room - body.right - before))
        } else {
            (
                shape.body.left * scale,
                (shape.advance - shape.body.right) * scale,
            )
        };
        Self {
            shape: Rc::clone(shape),
            body,
            ink: grid.ink(),
            overhangs: grid.overhangs(),
            before,
            after,
        }
    }

    /// The first column that belongs to it. Digits keep their blank at the ends of a line too, so that a clock stays where
    /// it is.
    pub(super) fn first(&self) -> i32 {
        if self.shape.is_tabular() {
            -pixels(self.before)
        } else {
            self.ink.left
        }
    }

    /// The column after the last that belongs to it.
    pub(super) fn end(&self) -> i32 {
        if self.shape.is_tabular() {
            self.body.right + pixels(self.after)
        } else {
            self.ink.right
        }
    }

    /// From the left edge of this body to that of the `next`, over a space if there is one. At least one blank column lies
    /// between two bodies, and between a mark that hangs over and what stands as high as it.
    pub(super) fn step(&self, next: &Self, space_at: Option<u16>) -> i32 {
        let natural = self.after + next.before;
        let gap = match space_at {
            Some(capital) => pixels((natural + SPACE * f32::from(capital)).round()).max(3),
            None => pixels(natural.round()).max(1),
        };
        let reaches = |top: i32, overhang: Option<i32>| overhang.is_some_and(|row| top > row);
        let meet =
            reaches(next.ink.top, self.overhangs.1) || reaches(self.ink.top, next.overhangs.0);
        let clear = if meet {
            self.ink.right + 1 - next.ink.left
        } else {
            0
        };
        (self.body.right + gap).max(clear)
    }
}

/// By how much the colon of a clock is raised to stand in the middle of the digits.
pub(super) fn colon_rise(capital: u16) -> i32 {
    let small = pixels((SMALL / CAPITAL * f32::from(capital)).round());
    (i32::from(capital) - small) / 2
}
