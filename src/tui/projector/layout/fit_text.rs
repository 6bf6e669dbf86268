//! Texts as lines that know how large they are: in the small letters of the hall, in large ones, or in plain text. Knows
//! texts and sizes, nothing of what they say.

use ratatui::layout::Size;

use crate::domain::text;
use crate::tui::widgets::letters::{Fitted, fit, fit_name};
use crate::tui::widgets::pixel_face::{HEIGHT, PITCH, PixelLine, PixelWeight, SPACE};
use crate::tui::widgets::wrap::wrap;

/// Up to so many rows a line of plain text is as high as the back row needs it.
const PLAIN_ROWS: u16 = 28;
/// The narrowest window in which small letters say more than a word.
const NARROWEST: u16 = 72;
/// Pixels of a row of plain text.
const PLAIN_HEIGHT: i32 = 2;
/// Rows of the smallest outline letters.
const OUTLINE_ROWS: i32 = 12;

/// What the small lines of a picture are set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lettering {
    /// The pixel face: every line is large enough for the back row.
    Hall,
    /// Plain text, in a window so small that a row of it is large enough.
    Plain,
    /// Plain text and nothing larger but the clock, for a picture in a picture.
    Preview,
}

impl Lettering {
    /// What fits a window of this size.
    #[must_use]
    pub fn of(size: Size) -> Self {
        if size.height > PLAIN_ROWS && size.width >= NARROWEST {
            Self::Hall
        } else {
            Self::Plain
        }
    }

    /// Pixels from a line to the next.
    pub(super) const fn pitch(self) -> i32 {
        match self {
            Self::Hall => PITCH,
            Self::Plain | Self::Preview => PLAIN_HEIGHT,
        }
    }
}

/// What a line is drawn in.
#[derive(Debug, Clone, PartialEq)]
pub enum HallFace {
    Plain,
    Small(PixelLine),
    Large(Fitted),
}

/// A text that knows its size in pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct FittedLine {
    pub text: String,
    pub face: HallFace,
    pub width: i32,
    pub height: i32,
}

impl FittedLine {
    pub(super) fn plain(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            face: HallFace::Plain,
            width: i32::try_from(text::width(text)).unwrap_or(i32::MAX),
            height: PLAIN_HEIGHT,
        }
    }

    /// A small line; plain where the lettering is, or where a letter is none of the face's.
    pub(super) fn small(text: &str, weight: PixelWeight, lettering: Lettering) -> Self {
        let pixels = match lettering {
            Lettering::Hall => PixelLine::of(text, weight),
            Lettering::Plain | Lettering::Preview => None,
        };
        pixels.map_or_else(|| Self::plain(text), |line| Self::in_pixels(text, line))
    }

    pub(super) fn in_pixels(text: &str, line: PixelLine) -> Self {
        Self {
            text: text.to_owned(),
            width: line.width(),
            face: HallFace::Small(line),
            height: HEIGHT,
        }
    }

    pub(super) fn large(text: &str, fitted: Fitted) -> Self {
        let size = fitted.size();
        Self {
            text: text.to_owned(),
            width: i32::from(size.width),
            height: i32::from(size.height) * 2,
            face: HallFace::Large(fitted),
        }
    }
}

/// The text on as many small lines as it needs, whole words on each. A word too long for the width makes plain text of it.
pub(super) fn wrapped(
    text: &str,
    weight: PixelWeight,
    lettering: Lettering,
    width: i32,
) -> Vec<FittedLine> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let joined = |range: std::ops::Range<usize>| words.get(range).unwrap_or_default().join(" ");
    let one = |range| FittedLine::small(&joined(range), weight, lettering);
    let is_drawn = lettering != Lettering::Hall || PixelLine::of(text, weight).is_some();
    // Words stand so far apart that none hangs over the next, so their widths add up.
    let widths: Vec<i32> = words
        .iter()
        .map(|word| FittedLine::small(word, weight, lettering).width)
        .collect();
    let space = if lettering == Lettering::Hall {
        SPACE
    } else {
        1
    };
    let measure = |range: std::ops::Range<usize>| {
        let widths = widths.get(range).unwrap_or_default();
        let gaps = i32::try_from(widths.len()).unwrap_or(0) - 1;
        widths.iter().sum::<i32>() + gaps.max(0) * space
    };
    let lines = is_drawn.then(|| wrap(words.len(), width, usize::MAX, measure));
    match lines.flatten() {
        Some(ranges) => ranges.into_iter().map(one).collect(),
        None => text::wrap(text, usize::try_from(width).unwrap_or(1).max(1))
            .into_iter()
            .map(FittedLine::plain)
            .collect(),
    }
}

/// The height of lines under each other.
pub(super) fn height(lines: &[FittedLine], lettering: Lettering) -> i32 {
    match lines {
        [] => 0,
        [one] => one.height,
        several => {
            let last = several.last().map_or(0, |line| line.height);
            let before = i32::try_from(several.len() - 1).unwrap_or(0);
            before * lettering.pitch() + last
        }
    }
}

fn cells(width: i32, height: i32) -> Size {
    let cells = |count: i32| u16::try_from(count.max(0)).unwrap_or(u16::MAX);
    Size::new(cells(width), cells(height / 2))
}

/// A name, as large as this room allows: in outline letters, a little narrowed where that helps; else in small bold or
/// regular ones, on one line before several. `None` when it does not fit.
pub(super) fn name(
    text: &str,
    width: i32,
    height: i32,
    lettering: Lettering,
) -> Option<Vec<FittedLine>> {
    if lettering == Lettering::Preview {
        return plain_within(text, width, height);
    }
    if height >= OUTLINE_ROWS * 2
        && let Some(fitted) = fit_name(text, cells(width, height), 3)
    {
        return Some(vec![FittedLine::large(text, fitted)]);
    }
    let one = |weight| {
        PixelLine::of(text, weight)
            .filter(|line| line.width() <= width && height >= HEIGHT)
            .map(|line| vec![FittedLine::in_pixels(text, line)])
    };
    one(PixelWeight::Bold)
        .or_else(|| one(PixelWeight::Regular))
        .or_else(|| small_within(text, PixelWeight::Bold, width, height))
        .or_else(|| small_within(text, PixelWeight::Regular, width, height))
        .or_else(|| match lettering {
            Lettering::Hall if PixelLine::of(text, PixelWeight::Regular).is_some() => None,
            Lettering::Hall | Lettering::Plain | Lettering::Preview => {
                plain_within(text, width, height)
            }
        })
}

fn small_within(text: &str, weight: PixelWeight, width: i32, room: i32) -> Option<Vec<FittedLine>> {
    let lines = wrapped(text, weight, Lettering::Hall, width);
    let is_small = lines.iter().all(|line| line.face != HallFace::Plain);
    (is_small && height(&lines, Lettering::Hall) <= room).then_some(lines)
}

fn plain_within(text: &str, width: i32, room: i32) -> Option<Vec<FittedLine>> {
    let lines = wrapped(text, PixelWeight::Bold, Lettering::Plain, width);
    (height(&lines, Lettering::Plain) <= room).then_some(lines)
}

/// A title as large as this room allows. What is added at its end is left out before it gets smaller than the back row can
/// read, and at last the whole; what is left always reads as a whole.
pub(super) fn title(text: &str, width: i32, room: i32, lettering: Lettering) -> Vec<FittedLine> {
    let is_readable = |lines: &Vec<FittedLine>| {
        lettering != Lettering::Hall || lines.iter().all(|line| line.face != HallFace::Plain)
    };
    text::whole_beginnings(text)
        .map(|text| sentence(text, width, room, lettering))
        .find(is_readable)
        .unwrap_or_default()
}

/// A sentence as large as this room allows: in outline letters, else in small ones, else plain.
pub(super) fn sentence(text: &str, width: i32, room: i32, lettering: Lettering) -> Vec<FittedLine> {
    if lettering != Lettering::Preview
        && room >= OUTLINE_ROWS
        && let Some(fitted) = fit(text, cells(width, room), 8)
    {
        return vec![FittedLine::large(text, fitted)];
    }
    let small = (lettering != Lettering::Preview)
        .then(|| {
            small_within(text, PixelWeight::Bold, width, room)
                .or_else(|| small_within(text, PixelWeight::Regular, width, room))
        })
        .flatten();
    small.unwrap_or_else(|| wrapped(text, PixelWeight::Bold, Lettering::Plain, width))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fitted(text: &str, width: i32, room: i32) -> String {
        let lines = title(text, width, room, Lettering::Hall);
        let lines: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        lines.join(" ")
    }

    #[test]
    fn no_title_ends_within_a_bracket_whatever_room_there_is() {
        let titles = [
            "Đối thoại với Nhân dân xã Phiêng Mây năm 2026 (dữ liệu mẫu, hư cấu)",
            "Đối thoại (định kỳ, lần 2) về đất đai, môi trường (thôn Nà Hỏi; bản Pá Hốc)",
            "Đối thoại (lần 1 (bổ sung, tiếp theo) – năm 2026) với Nhân dân",
        ];
        for text in titles {
            let mut shorter = false;
            for width in (60..400).step_by(7) {
                for room in (8..120).step_by(4) {
                    let told = fitted(text, width, room);
                    shorter |= !told.is_empty() && told != text;
                    let opened = told.matches('(').count();
                    assert_eq!(opened, told.matches(')').count(), "{width} {room} {told}");
                }
            }
            // and there are rooms in which something is left out
            assert!(shorter, "{text}");
        }
    }
}
