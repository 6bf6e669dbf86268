//! Gives each mark a box of whole pixels: a blank row away from the letter, and as large as its shape needs to be read from
//! the back of a hall, even where the typeface would give it fewer pixels.

use super::face::{Bounds, Mark, OVERSHOOT, Shape};
use super::grid::{Pixels, pixels, to_real};

/// Marks are drawn this much larger than in the typeface, which was made to be read from near.
const TALLER: f32 = 1.2;
const WIDER: f32 = 1.1;
/// Circumflex, breve and tilde are wider than this, accents and hooks are not.
const WIDE: f32 = 280.0;

/// Every mark with its box. `bare_top` is the row the letter without marks ends at, `x` turns the typeface's measure into
/// columns.
pub(super) fn place(
    shape: &Shape,
    bare_top: i32,
    scale: f32,
    x: impl Fn(f32) -> f32,
) -> Vec<(Mark, Pixels)> {
    let gap = |units: f32| pixels((units * scale).round().max(1.0));
    let mut placed: Vec<(Mark, Pixels)> = Vec::new();
    let mut lower: Option<(Bounds, Pixels)> = None;
    for mark in &shape.marks {
        let bounds = mark.bounds;
        let (width, height) = size(bounds, scale);
        let left = pixels((x(middle(bounds)) - to_real(width) / 2.0).round());
        let at = |left, bottom| Pixels {
            left,
            right: left + width,
            bottom,
            top: bottom + height,
        };
        if bounds.top < 0.0 {
            placed.push((*mark, at(left, -gap(-bounds.top) - height)));
            continue;
        }
        let pixels = match lower {
            None => at(left, bare_top + gap(bounds.bottom - shape.bare_top)),
            Some((under, box_)) if bounds.bottom < under.top => {
                match beside(bounds, under, box_, width) {
                    Some((left, bottom)) => at(left, bottom),
                    None => at(left, level(bounds, under, box_)),
                }
            }
            Some((under, box_)) => at(left, box_.top + gap(bounds.bottom - under.top)),
        };
        placed.push((*mark, pixels));
        lower = Some((bounds, pixels));
    }
    placed
}

/// Columns and rows of a mark. Circumflex, breve and tilde need five columns for their middle to show, accents and hooks
/// three; a dot needs two rows, everything else three.
fn size(bounds: Bounds, scale: f32) -> (i32, i32) {
    let (wide, tall) = (bounds.right - bounds.left, bounds.top - bounds.bottom);
    let (columns, rows, wider, taller) = if wide > WIDE {
        (5.0, 3.0, WIDER, TALLER)
    } else if (wide - tall).abs() < OVERSHOOT {
        (2.0, 2.0, 1.0, 1.0)
    } else {
        (3.0, 3.0, WIDER, TALLER)
    };
    let width = (wide * scale * wider).round().max(columns);
    let height = (tall * scale * taller).round().max(rows);
    (pixels(width), pixels(height))
}

/// The row a tone begins at that stands in the bowl of the breve, as high in it as in the typeface.
fn level(tone: Bounds, under: Bounds, box_: Pixels) -> i32 {
    let share = (tone.bottom - under.bottom) / (under.top - under.bottom);
    box_.bottom + pixels((share * to_real(box_.top - box_.bottom)).round())
}

/// Left column and lowest row of a tone that stands over one slope of the circumflex; `None` when it stands over the middle.
///
/// The typeface puts it beside the circumflex. Where pixels are few it would there run into it, or stand over the next
/// letter and be read as its tone: `Đối` as `Đôí`.
fn beside(tone: Bounds, under: Bounds, box_: Pixels, width: i32) -> Option<(i32, i32)> {
    let slope = (box_.right - box_.left) * 2 / 5;
    let bottom = box_.top - (box_.top - box_.bottom) / 4;
    if tone.left > middle(under) {
        Some((box_.right - slope, bottom))
    } else if tone.right < middle(under) {
        Some((box_.left + slope - width, bottom))
    } else {
        None
    }
}

fn middle(bounds: Bounds) -> f32 {
    f32::midpoint(bounds.left, bounds.right)
}

#[cfg(test)]
mod tests {
    use super::super::grid::Grid;
    use super::*;

    fn ink(character: char, capital: u16) -> Pixels {
        Grid::of(&Shape::of(character).unwrap(), capital).ink()
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

    #[test]
    fn a_tone_stands_over_its_own_slope_of_the_circumflex() {
        for capital in 6..14 {
            let circumflex = ink('ô', capital);
            // A tone that hangs over by more would stand over the `i` of `Đối`.
            for character in ['ố', 'ổ'] {
                let beyond = ink(character, capital).right - circumflex.right;
                assert!(
                    (0..=2).contains(&beyond),
                    "{character} at {capital}: {beyond}"
                );
            }
            assert!(ink('ồ', capital).left <= circumflex.left);
        }
    }
}
