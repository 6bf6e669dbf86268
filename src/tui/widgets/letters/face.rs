//! The typeface: which characters it has, how wide they are, and where a letter ends and its marks begin.
//!
//! Everything here is in the units of the typeface (a thousandth of the em, upwards from the baseline). It knows nothing of
//! pixels; fitting to them is the grid's business.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::LazyLock;

use ttf_parser::{Face, OutlineBuilder};
use unicode_normalization::UnicodeNormalization;

use crate::tui::widgets::pixel_face::{MarkKind, taken_apart};

/// Height of the capitals and digits.
pub(super) const CAPITAL: f32 = 714.0;
/// Height of the small letters without ascender.
pub(super) const SMALL: f32 = 546.0;
/// From one digit to the next, and the ink of the widest.
pub(super) const DIGIT: f32 = 534.0;
pub(super) const WIDEST_DIGIT: f32 = 502.0;
/// Width of an upright stroke.
pub(super) const STEM: f32 = 142.0;
/// Round letters reach this far over the line that straight ones stand on, at most.
pub(super) const OVERSHOOT: f32 = 25.0;

static FACE: LazyLock<Option<Face<'static>>> =
    LazyLock::new(|| Face::parse(include_bytes!("../../../../config/fonts/letters.ttf"), 0).ok());

thread_local! {
    static SHAPES: RefCell<HashMap<char, Option<Rc<Shape>>>> = RefCell::default();
}

/// The rectangle an outline fills.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bounds {
    pub left: f32,
    pub right: f32,
    pub bottom: f32,
    pub top: f32,
}

impl Bounds {
    const NOTHING: Self = Self {
        left: f32::INFINITY,
        right: f32::NEG_INFINITY,
        bottom: f32::INFINITY,
        top: f32::NEG_INFINITY,
    };

    fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            right: self.right.max(other.right),
            bottom: self.bottom.min(other.bottom),
            top: self.top.max(other.top),
        }
    }
}

/// A character of the typeface, measured.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shape {
    pub character: char,
    /// The letter without its marks.
    pub bare: char,
    pub advance: f32,
    /// The ink of the letter itself, with the horn of `ơ` and `ư` and the bar of `đ`.
    pub body: Bounds,
    /// Where the bare letter ends, below and above: the body without the horn.
    pub bare_bottom: f32,
    pub bare_top: f32,
    /// The middle of the bare letter, under and over which its marks stand.
    pub middle: f32,
    /// The contours of the outline that are marks and not the body; they are drawn pixel by pixel instead.
    pub mark_contours: Vec<usize>,
    /// The marks, a hat before its tone.
    pub marks: Vec<MarkKind>,
    /// The dot of an `i`, where no mark takes its place.
    pub has_dot: bool,
}

impl Shape {
    /// Measures a precomposed character. `None` when the typeface lacks it, so that the caller can show it some other way:
    /// a name is never drawn with a letter missing.
    pub(super) fn of(character: char) -> Option<Rc<Self>> {
        SHAPES.with_borrow_mut(|shapes| {
            shapes
                .entry(character)
                .or_insert_with(|| Self::measure(character).map(Rc::new))
                .clone()
        })
    }

    fn measure(character: char) -> Option<Self> {
        let face = FACE.as_ref()?;
        let advance = f32::from(face.glyph_hor_advance(face.glyph_index(character)?)?);
        let bare = bare(character);
        let whole =
            |contours: &[Bounds]| contours.iter().copied().fold(Bounds::NOTHING, Bounds::with);
        let bare_bounds = whole(&contours(bare));
        let mut body = Bounds::NOTHING;
        let (_, marks) = taken_apart(character)?;
        let mut mark_contours = Vec::new();
        for (contour, bounds) in contours(character).into_iter().enumerate() {
            let is_mark = bounds.bottom > bare_bounds.top - OVERSHOOT || bounds.top < -OVERSHOOT;
            if is_mark && bare != character {
                mark_contours.push(contour);
            } else {
                body = body.with(bounds);
            }
        }
        let (body, bare_bounds) = if body == Bounds::NOTHING {
            let blank = Bounds {
                left: 0.0,
                right: 0.0,
                bottom: 0.0,
                top: 0.0,
            };
            (blank, blank)
        } else {
            (body, bare_bounds)
        };
        let (bare_bottom, bare_top) = (bare_bounds.bottom, bare_bounds.top);
        Some(Self {
            character,
            bare,
            advance,
            body,
            bare_bottom,
            bare_top,
            middle: f32::midpoint(bare_bounds.left, bare_bounds.right),
            mark_contours,
            marks,
            has_dot: matches!(character, 'i' | 'j'),
        })
    }

    /// Whether it is as high as a capital and a tone has no place over its hat.
    pub(super) fn is_capital(&self) -> bool {
        self.bare.is_uppercase()
    }

    /// Digits and the signs in front of them are all equally wide, so that a clock does not tremble.
    pub(super) fn is_tabular(&self) -> bool {
        matches!(self.character, '0'..='9' | '+' | '−')
    }
}

/// The letter without its marks; that of `i` has no dot.
fn bare(character: char) -> char {
    match std::iter::once(character).nfd().next().unwrap_or(character) {
        'i' => 'ı',
        'j' => 'ȷ',
        first => first,
    }
}

/// Hands the outline of a character to `builder`.
pub(super) fn outline(character: char, builder: &mut dyn OutlineBuilder) {
    if let Some(face) = FACE.as_ref()
        && let Some(glyph) = face.glyph_index(character)
    {
        face.outline_glyph(glyph, builder);
    }
}

fn contours(character: char) -> Vec<Bounds> {
    let mut contours = Contours(Vec::new());
    outline(character, &mut contours);
    contours.0
}

/// Measures each contour. The typeface has a point at every extreme, so the points alone tell.
struct Contours(Vec<Bounds>);

impl Contours {
    fn reach(&mut self, x: f32, y: f32) {
        if let Some(contour) = self.0.last_mut() {
            *contour = contour.with(Bounds {
                left: x,
                right: x,
                bottom: y,
                top: y,
            });
        }
    }
}

impl OutlineBuilder for Contours {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.push(Bounds::NOTHING);
        self.reach(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.reach(x, y);
    }

    fn quad_to(&mut self, _: f32, _: f32, x: f32, y: f32) {
        self.reach(x, y);
    }

    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, x: f32, y: f32) {
        self.reach(x, y);
    }

    fn close(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heights_written_here_are_those_of_the_typeface() {
        let face = FACE.as_ref().unwrap();
        assert_eq!(face.units_per_em(), 1000);
        assert_eq!(face.capital_height().map(f32::from), Some(CAPITAL));
        assert_eq!(face.x_height().map(f32::from), Some(SMALL));
        let stem = Shape::of('ı').unwrap().body;
        assert!((stem.right - stem.left - STEM).abs() < 0.5);
    }

    #[test]
    fn digits_and_their_signs_are_told_from_letters() {
        let digits = || "0123456789+−".chars().map(|c| Shape::of(c).unwrap());
        assert!(digits().all(|digit| digit.is_tabular()));
        let widest = digits()
            .map(|digit| digit.body.right - digit.body.left)
            .fold(0.0, f32::max);
        assert!((widest - WIDEST_DIGIT).abs() < 0.5, "{widest}");
    }

    #[test]
    fn a_letter_is_told_from_its_marks() {
        let marks = |c| Shape::of(c).unwrap().mark_contours.len();
        assert_eq!(
            "aăẵấơởợiịĩđĐỵệ:".chars().map(marks).collect::<Vec<_>>(),
            [0, 1, 2, 2, 0, 1, 1, 1, 2, 1, 0, 0, 1, 2, 0]
        );
        let marks = |c| Shape::of(c).unwrap().marks.len();
        assert_eq!(
            "aăẵấơởợiịĩđĐỵệ:".chars().map(marks).collect::<Vec<_>>(),
            [0, 1, 2, 2, 0, 1, 1, 0, 1, 1, 0, 0, 1, 2, 0]
        );
        let (ow, tone) = (Shape::of('ơ').unwrap(), Shape::of('ở').unwrap());
        assert_eq!(ow.body, tone.body);
        assert!(ow.body.right > Shape::of('o').unwrap().body.right);
    }

    #[test]
    fn a_character_the_typeface_lacks_is_reported() {
        assert_eq!(Shape::of('漢'), None);
        // Nor is one drawn whose mark has no certain place.
        assert_eq!(Shape::of('ë'), None);
    }
}
