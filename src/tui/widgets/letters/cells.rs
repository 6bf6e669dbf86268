//! Puts a fitted text onto the pixels of a canvas or into cells.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};

use super::face::{CAPITAL, STEM};
use super::glyph::{Glyph, to_byte};
use super::page::{Fitted, PlacedLetter};
use crate::tui::widgets::canvas::{Canvas, Ink, Pot};

/// From how much coverage a pixel of the body of letters whose capitals are `capital` pixels high is ink where there is no
/// smoothing. A stem is as wide as a whole number of pixels and a rest; the threshold keeps away from the rest, so that all
/// stems of a text come out equally wide.
fn sharp_body(capital: u16, width: u16) -> u8 {
    let rest = (STEM / CAPITAL * f32::from(capital) * f32::from(width) / 100.0).fract();
    let threshold = if rest < 0.5 {
        f32::midpoint(rest, 1.0)
    } else {
        rest / 2.0
    };
    to_byte(threshold.clamp(0.4, 0.52))
}

/// Coverage with harder edges: a little covered is paper, mostly covered is ink. A fringe of grey around every stroke is
/// mush from the back row.
fn crisp(share: u8) -> u8 {
    const FROM: u16 = 72;
    const TO: u16 = 176;
    let above = u16::from(share).saturating_sub(FROM) * 255 / (TO - FROM);
    u8::try_from(above).unwrap_or(u8::MAX)
}

impl Fitted {
    /// Draws it at the top of `area`, each line aligned within it. What `area` is smaller than the fitted text is left out.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, ink: Ink, alignment: Alignment) {
        let area = area.intersection(buf.area);
        let height = area.height.min(self.size().height);
        let mut canvas = Canvas::over(Rect { height, ..area });
        let pot = canvas.pot(ink);
        for line in &self.lines {
            let spare = i32::from(area.width) - line.width;
            let indent = match alignment {
                Alignment::Left => 0,
                Alignment::Center => spare / 2,
                Alignment::Right => spare,
            };
            for letter in &line.letters {
                self.stamp(letter, (indent, 0), line.baseline, &mut canvas, pot);
            }
        }
        canvas.put(buf);
    }

    /// Draws it onto a canvas, its upper left corner at this pixel.
    pub fn stamp_at(&self, at: (i32, i32), canvas: &mut Canvas, pot: Pot) {
        for line in &self.lines {
            for letter in &line.letters {
                self.stamp(letter, at, line.baseline, canvas, pot);
            }
        }
    }

    /// Puts one letter onto the canvas.
    fn stamp(
        &self,
        letter: &PlacedLetter,
        (x, y): (i32, i32),
        baseline: i32,
        canvas: &mut Canvas,
        pot: Pot,
    ) {
        let glyph = Glyph::of(&letter.shape, self.capital, self.narrowed);
        let threshold = sharp_body(self.capital, self.narrowed);
        let is_smooth = canvas.is_smooth(pot);
        let left = x + letter.column + glyph.left;
        let top = y + baseline - letter.raised - glyph.top;
        for (row, coverage) in (top..).zip(glyph.rows()) {
            for (column, share) in (left..).zip(coverage) {
                let share = match share {
                    share if is_smooth => crisp(*share),
                    share if *share >= threshold => u8::MAX,
                    _ => 0,
                };
                canvas.cover(column, row, share, pot);
            }
        }
    }
}
