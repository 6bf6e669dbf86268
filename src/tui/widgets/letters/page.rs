//! Sets a text: the largest size at which it fits, its lines, and the pixel each letter stands on.
//!
//! It works in pixels, of which a cell has one across and two down, and knows nothing of colours and of what a cell holds.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use ratatui::layout::Size;
use unicode_normalization::UnicodeNormalization;

use super::face::Shape;
use super::sized::{Sized, colon_rise};
use crate::tui::widgets::wrap::wrap;

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Setting {
    /// Words; smaller ones are for the pixel face.
    Words,
    /// A clock: digits stay readable when smaller, and the colon stands in the middle of their height.
    Clock,
}

impl Setting {
    /// The least height of capitals and digits in pixels at which the text can be read.
    fn smallest(self) -> u16 {
        match self {
            Self::Words => 12,
            Self::Clock => 5,
        }
    }
}

/// A text fitted into cells. How many it takes is its [`size`](Self::size).
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted {
    pub(super) capital: u16,
    /// The width of the letters in hundredths of their natural one.
    pub(super) narrowed: u16,
    pub(super) lines: Vec<LetterLine>,
    width: i32,
    height: i32,
}

/// One line of a fitted text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LetterLine {
    pub width: i32,
    /// Pixels from the upper edge of the text to the baseline.
    pub baseline: i32,
    pub letters: Vec<PlacedLetter>,
}

/// A character in its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PlacedLetter {
    pub shape: Rc<Shape>,
    /// The column its body begins at.
    pub column: i32,
    /// Pixels it is raised over the baseline.
    pub raised: i32,
}

impl Fitted {
    /// The cells it takes.
    #[must_use]
    pub fn size(&self) -> Size {
        let cells = |pixels: i32| u16::try_from(pixels).unwrap_or(u16::MAX);
        Size::new(cells(self.width), cells((self.height + 1) / 2))
    }

    /// How many lines it takes.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.lines.len()
    }
}

/// The largest size at which `text` fits into `area` on at most `max_lines` lines. Lines break between words only; a word too
/// long for the area makes everything smaller. `None` when it would be too small to read, or when the typeface lacks one
/// of its characters: then it is better shown as plain bold text.
#[must_use]
pub fn fit(text: &str, area: Size, max_lines: u16) -> Option<Fitted> {
    fit_all(&[text], area, max_lines)?.pop()
}

/// The same for several texts that stand beside or under each other, each with an `area` of its own: the largest size at which
/// all of them fit.
#[must_use]
pub fn fit_all(texts: &[&str], area: Size, max_lines: u16) -> Option<Vec<Fitted>> {
    fit_as(Setting::Words, texts, area, max_lines)
}

/// The widths a name may be narrowed to before it is broken, in hundredths.
const NARROWED: [u16; 6] = [95, 90, 85, 80, 76, 72];

/// A name: as large as it gets on one line, a little narrowed where that helps, else broken between words.
#[must_use]
pub fn fit_name(text: &str, area: Size, max_lines: u16) -> Option<Fitted> {
    let one = fit_even(text, area, 1, 100);
    let narrow = NARROWED
        .iter()
        .map(|narrowed| fit_even(text, area, 1, *narrowed))
        .fold(one, larger);
    let several = fit_even(text, area, max_lines, 100);
    larger(narrow, several)
}

/// The second only where its letters are larger.
fn larger(first: Option<Fitted>, second: Option<Fitted>) -> Option<Fitted> {
    match (first, second) {
        (Some(first), Some(second)) if second.capital > first.capital => Some(second),
        (Some(first), _) => Some(first),
        (None, second) => second,
    }
}

/// As high and as deep as a line can be.
const TALL: &str = "Ẫễỵ";

/// Capitals are as high as if the text had letters with all marks, so that names stand alike whatever marks they have.
fn fit_even(text: &str, area: Size, max_lines: u16, narrowed: u16) -> Option<Fitted> {
    let texts = [text, TALL];
    let fitted = fit_narrowed(Setting::Words, &texts, area, max_lines, narrowed)?;
    fitted.into_iter().next()
}

pub(crate) fn fit_as(
    setting: Setting,
    texts: &[&str],
    area: Size,
    max_lines: u16,
) -> Option<Vec<Fitted>> {
    fit_narrowed(setting, texts, area, max_lines, 100)
}

fn fit_narrowed(
    setting: Setting,
    texts: &[&str],
    area: Size,
    max_lines: u16,
    narrowed: u16,
) -> Option<Vec<Fitted>> {
    let key = FitRequest {
        setting,
        texts: texts.iter().map(|text| (*text).to_owned()).collect(),
        area,
        max_lines,
        narrowed,
    };
    if let Some(known) = FITS.with_borrow(|fits| fits.get(&key).cloned()) {
        return known;
    }
    let fitted = fit_anew(setting, texts, area, max_lines, narrowed);
    FITS.with_borrow_mut(|fits| {
        if fits.len() >= KEPT {
            fits.clear();
        }
        fits.insert(key, fitted.clone());
    });
    fitted
}

/// What was asked to be fitted.
#[derive(PartialEq, Eq, Hash)]
struct FitRequest {
    setting: Setting,
    texts: Vec<String>,
    area: Size,
    max_lines: u16,
    narrowed: u16,
}

/// A picture that is drawn again every second asks for the same texts; a name is fitted in many ways before one is taken.
const KEPT: usize = 512;

thread_local! {
    static FITS: RefCell<HashMap<FitRequest, Option<Vec<Fitted>>>> = RefCell::default();
}

fn fit_anew(
    setting: Setting,
    texts: &[&str],
    area: Size,
    max_lines: u16,
    narrowed: u16,
) -> Option<Vec<Fitted>> {
    let texts = texts
        .iter()
        .map(|text| PlacedText::of(text, setting))
        .collect::<Option<Vec<_>>>()?;
    let at = |capital| {
        texts
            .iter()
            .map(|text| text.set((capital, narrowed), area, max_lines))
            .collect::<Option<Vec<_>>>()
    };
    let mut fits = setting.smallest();
    let mut best = at(fits)?;
    // Capitals are never taller than the area. Between what fits and what does not, halving finds the largest that fits.
    let mut too_large = area.height.saturating_mul(2) + 1;
    while fits + 1 < too_large {
        let middle = u16::midpoint(fits, too_large);
        match at(middle) {
            Some(fitted) => (fits, best) = (middle, fitted),
            None => too_large = middle,
        }
    }
    Some(best)
}

/// A text taken apart into measured characters.
struct PlacedText {
    setting: Setting,
    shapes: Vec<Rc<Shape>>,
    /// Which of the shapes make up each word. Between words is a space, which is no shape.
    words: Vec<Range<usize>>,
}

impl PlacedText {
    fn of(text: &str, setting: Setting) -> Option<Self> {
        let text: String = text.nfc().collect();
        let mut shapes = Vec::new();
        let mut words = Vec::new();
        for word in text.split_whitespace() {
            let start = shapes.len();
            for character in word.chars() {
                shapes.push(Shape::of(character)?);
            }
            words.push(start..shapes.len());
        }
        (!words.is_empty()).then_some(Self {
            setting,
            shapes,
            words,
        })
    }

    fn set(&self, (capital, narrowed): (u16, u16), area: Size, max_lines: u16) -> Option<Fitted> {
        let sized: Vec<Rc<Sized>> = self
            .shapes
            .iter()
            .map(|shape| Sized::of(shape, capital, narrowed))
            .collect();
        // At least a capital high, so that a text without tall letters is not blown up beyond its neighbours.
        let ascent = sized
            .iter()
            .map(|letter| letter.ink.top)
            .fold(i32::from(capital), i32::max);
        let descent = sized
            .iter()
            .map(|letter| -letter.ink.bottom)
            .fold(0, i32::max);
        let leading = i32::from((capital / 6).max(1));
        let rows = i32::from(area.height) * 2;
        if ascent + descent > rows {
            return None;
        }
        let measure = |words| self.line(&sized, words, capital).width;
        let lines = wrap(
            self.words.len(),
            i32::from(area.width),
            usize::from(max_lines),
            measure,
        )?;
        let baselines = (0..).map(|number| ascent + number * (descent + leading + ascent));
        let lines: Vec<LetterLine> = lines
            .into_iter()
            .zip(baselines)
            .map(|(words, baseline)| LetterLine {
                baseline,
                ..self.line(&sized, words, capital)
            })
            .collect();
        let height = lines.last().map_or(0, |line| line.baseline + descent);
        let width = lines.iter().map(|line| line.width).max().unwrap_or(0);
        (height <= rows).then_some(Fitted {
            capital,
            narrowed,
            lines,
            width,
            height,
        })
    }

    /// Sets some words on one line, its first ink in column 0.
    fn line(&self, sized: &[Rc<Sized>], words: Range<usize>, capital: u16) -> LetterLine {
        let mut letters: Vec<PlacedLetter> = Vec::new();
        let (mut first, mut end) = (0, 0);
        let mut before: Option<(&Rc<Sized>, i32)> = None;
        for word in self.words.get(words).unwrap_or_default() {
            let mut space_at = Some(capital);
            for letter in sized.get(word.clone()).unwrap_or_default() {
                let column = match before {
                    Some((before, column)) => column + before.step(letter, space_at),
                    None => 0,
                };
                first = first.min(column + letter.first());
                end = end.max(column + letter.end());
                let is_raised = self.setting == Setting::Clock && letter.shape.character == ':';
                let raised = if is_raised { colon_rise(capital) } else { 0 };
                letters.push(PlacedLetter {
                    shape: Rc::clone(&letter.shape),
                    column,
                    raised,
                });
                before = Some((letter, column));
                space_at = None;
            }
        }
        for letter in &mut letters {
            letter.column -= first;
        }
        LetterLine {
            width: end - first,
            baseline: 0,
            letters,
        }
    }
}
