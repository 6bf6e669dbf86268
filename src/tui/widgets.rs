//! What is drawn from cells and nothing else. A widget takes plain values and a rectangle; it knows no session, no words,
//! no theme file and no clock.

/// Pixels, two to a cell, with their inks.
pub mod canvas;
/// The desk's clock digits, in whole steps.
pub mod clock_digits;
/// Large digits for clocks.
pub mod digits;
/// Large letters with every Vietnamese mark.
pub mod letters;
/// Text into cells.
pub mod lines;
/// Small letters of six rows, drawn pixel by pixel.
pub mod pixel_face;
/// Which lines of a long list are in sight.
pub mod scroll;
/// A line that is typed.
pub(crate) mod typed_line;
/// Breaking a text into lines, whatever it is measured in.
pub(crate) mod wrap;
