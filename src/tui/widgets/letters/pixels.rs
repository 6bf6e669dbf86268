//! Whole pixels: a rectangle of them, and the way to and from the lengths of an outline. Knows no letter.

/// A rectangle of whole pixels: from the left edge of the body, and upwards from the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pixels {
    pub left: i32,
    pub right: i32,
    pub bottom: i32,
    pub top: i32,
}

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
