//! Gives each mark of a large letter its pixels. They are those of the small letters, enlarged by whole steps, because an
//! outline scaled to a dozen pixels turns `Ẩ` into `Ấ`.

use super::face::Shape;
use super::pixels::{Pixels, pixels, to_real};
use crate::tui::widgets::pixel_face::{MarkKind, lit};

/// A mark of a letter: a drawing enlarged so many times, in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct PlacedMark {
    drawing: &'static str,
    /// How many pixels wide and high one pixel of the drawing is.
    step: (i32, i32),
    pub place: Pixels,
}

impl PlacedMark {
    /// A drawing with its lower left corner there.
    fn new(drawing: &'static str, step: (i32, i32), (left, bottom): (i32, i32)) -> Self {
        let rows = i32::try_from(drawing.split('/').count()).unwrap_or(1);
        let columns = drawing.split('/').map(str::len).max().unwrap_or(0);
        let columns = i32::try_from(columns).unwrap_or(0);
        Self {
            drawing,
            step,
            place: Pixels {
                left,
                right: left + columns * step.0,
                bottom,
                top: bottom + rows * step.1,
            },
        }
    }

    /// Every lit pixel: its column, and the row over the baseline it ends at.
    pub(super) fn ink(&self) -> impl Iterator<Item = (i32, i32)> {
        let (wide, high) = self.step;
        let Pixels { left, top, .. } = self.place;
        lit(self.drawing).flat_map(move |(x, y)| {
            (0..wide).flat_map(move |dx| {
                (0..high).map(move |dy| (left + x * wide + dx, top - y * high - dy))
            })
        })
    }
}

/// Every mark in its place. `bare_top` is the row the letter without marks ends at, `middle` the middle of its body, `end`
/// the column after the body, `upright` how wide an upright stroke is.
pub(super) fn place(
    shape: &Shape,
    capital: u16,
    bare_top: i32,
    middle: f32,
    (end, upright): (i32, i32),
) -> Vec<PlacedMark> {
    let step = i32::from(capital / 6).max(1);
    let gap = (step / 2).max(1);
    let left = |columns: i32| pixels((middle - to_real(columns) / 2.0).round());
    let mut placed = Vec::new();
    if shape.has_dot {
        let high = upright.max(2);
        placed.push(PlacedMark::new(
            "#",
            (upright, high),
            (left(upright), bare_top + gap.max(2)),
        ));
    }
    let mut hat: Option<Pixels> = None;
    for mark in &shape.marks {
        let drawing = mark.pixels();
        let mark_step = (step, step);
        let placed_mark = match (mark, hat) {
            (MarkKind::DotBelow, _) => {
                let wide = (step + 1).max(2);
                // Clear of the tail of a `y`, which would eat it.
                let at = if shape.bare == 'y' {
                    end - wide / 2
                } else {
                    left(wide)
                };
                PlacedMark::new("#", (wide, step), (at, -2 * step))
            }
            (_, None) => PlacedMark::new(drawing, mark_step, (left(4 * step), bare_top + gap)),
            (_, Some(hat)) if shape.is_capital() => {
                // Beside the hat; the tilde, which is as wide as its place, stands clear of it.
                let clear = if *mark == MarkKind::Tilde { gap } else { 0 };
                PlacedMark::new(drawing, mark_step, (hat.right + clear, hat.bottom))
            }
            (_, Some(hat)) => PlacedMark::new(drawing, mark_step, (hat.left, hat.top + gap)),
        };
        if mark.is_hat() {
            hat = Some(placed_mark.place);
        }
        placed.push(placed_mark);
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::super::grid::Grid;
    use super::*;

    fn ink(character: char, capital: u16) -> Pixels {
        Grid::of(&Shape::of(character).unwrap(), capital, 100).ink()
    }

    #[test]
    fn marks_keep_the_pixels_they_need_when_the_letter_is_small() {
        for capital in 12..60 {
            let step = i32::from(capital / 6);
            assert!(ink('á', capital).top > ink('a', capital).top + 2 * step);
            assert!(ink('ẫ', capital).top >= ink('a', capital).top + 4 * step + 2);
            assert!(ink('Ẵ', capital).top > i32::from(capital) + 2 * step);
            assert_eq!(ink('ậ', capital).bottom, -2 * step);
        }
    }

    #[test]
    fn a_line_of_twelve_rows_holds_every_letter() {
        for character in ['ẫ', 'Ẵ', 'Ặ', 'ỵ', 'ể', 'ự', 'Ợ'] {
            let ink = ink(character, 12);
            assert!(ink.top <= 19 && ink.bottom >= -5, "{character}: {ink:?}");
        }
    }
}
