//! Pixels of a picture, two to a cell as half blocks, each with its own ink, so that lines can stand on half rows and letters
//! of two colours can share a cell. It knows nothing of letters.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

/// A colour as red, green and blue.
pub type Rgb = (u8, u8, u8);

/// What pixels are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Edges smoothed by mixing ink and paper, for a terminal with true colour.
    Smooth { ink: Rgb, paper: Rgb },
    /// A pixel is ink or paper, for any other terminal; the style's foreground is the ink.
    Sharp(Style),
}

impl Ink {
    /// The style of plain text in the same colours.
    #[must_use]
    pub fn plain(self) -> Style {
        match self {
            Self::Smooth { ink, paper } => Style::new().fg(colour(ink)).bg(colour(paper)),
            Self::Sharp(style) => style,
        }
    }

    /// The colour of a pixel covered so far; `None` where the terminal's own has to do.
    fn shade(self, share: u8) -> Option<Color> {
        match self {
            Self::Smooth { ink, paper } => Some(colour(mix(ink, paper, share))),
            Self::Sharp(style) => style.fg,
        }
    }
}

/// One pixel: how much of it is covered, and the number of its ink.
#[derive(Debug, Clone, Copy, Default)]
struct Pixel {
    share: u8,
    ink: usize,
}

/// The pixels of a rectangle of cells.
#[derive(Debug)]
pub struct Canvas {
    area: Rect,
    inks: Vec<Ink>,
    pixels: Vec<Pixel>,
}

/// An ink that a canvas knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pot(usize);

impl Canvas {
    #[must_use]
    pub fn over(area: Rect) -> Self {
        let count = usize::from(area.width) * usize::from(area.height) * 2;
        Self {
            area,
            inks: Vec::new(),
            pixels: vec![Pixel::default(); count],
        }
    }

    /// An ink to draw with.
    pub fn pot(&mut self, ink: Ink) -> Pot {
        if let Some(known) = self.inks.iter().position(|known| *known == ink) {
            return Pot(known);
        }
        self.inks.push(ink);
        Pot(self.inks.len() - 1)
    }

    /// Whether an ink mixes with the paper, so that a pixel may be covered in part.
    #[must_use]
    pub fn is_smooth(&self, pot: Pot) -> bool {
        matches!(self.inks.get(pot.0), Some(Ink::Smooth { .. }))
    }

    /// Covers a pixel, counted from the upper left corner; what lies outside is left out.
    pub fn cover(&mut self, x: i32, y: i32, share: u8, pot: Pot) {
        let width = usize::from(self.area.width);
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else {
            return;
        };
        if x >= width || share == 0 {
            return;
        }
        if let Some(pixel) = self.pixels.get_mut(y * width + x)
            && share >= pixel.share
        {
            *pixel = Pixel { share, ink: pot.0 };
        }
    }

    /// Puts what is covered into the cells; cells without any stay as they are.
    pub fn put(&self, buf: &mut Buffer) {
        let width = usize::from(self.area.width);
        for (y, rows) in (self.area.y..).zip(self.pixels.chunks_exact((width * 2).max(1))) {
            let (upper, lower) = rows.split_at(width);
            for (x, (upper, lower)) in (self.area.x..).zip(upper.iter().zip(lower)) {
                if upper.share == 0 && lower.share == 0 {
                    continue;
                }
                if let Some(cell) = buf.cell_mut((x, y)) {
                    let (symbol, style) = self.cell(*upper, *lower);
                    let paper = cell.bg;
                    cell.reset();
                    cell.set_bg(paper).set_symbol(symbol).set_style(style);
                }
            }
        }
    }

    /// Full and empty halves get the block that shows them without colours too, so a copied screen can be read.
    fn cell(&self, upper: Pixel, lower: Pixel) -> (&'static str, Style) {
        let ink = |pixel: Pixel| self.inks.get(pixel.ink).copied();
        let (Some(above), Some(below)) = (ink(upper), ink(lower)) else {
            return (" ", Style::new());
        };
        let (upper_ink, lower_ink) = match (upper.share, lower.share) {
            (0, _) => (below, below),
            (_, 0) => (above, above),
            _ => (above, below),
        };
        let symbol = match (upper.share, lower.share) {
            (0, _) => "▄",
            (u8::MAX, u8::MAX) if upper_ink == lower_ink => "█",
            _ => "▀",
        };
        if let (Ink::Sharp(style), Ink::Sharp(other)) = (upper_ink, lower_ink) {
            let is_one = upper.share == 0 || lower.share == 0 || style == other;
            return match other.fg {
                Some(lower) if !is_one => (symbol, style.bg(lower)),
                Some(_) | None => (symbol, style),
            };
        }
        let [upper, lower] = [(upper_ink, upper.share), (lower_ink, lower.share)]
            .map(|(ink, share)| ink.shade(share));
        let (front, back) = if symbol == "▄" {
            (lower, upper)
        } else {
            (upper, lower)
        };
        let mut style = Style::new();
        style.fg = front;
        style.bg = back;
        (symbol, style)
    }
}

fn colour((red, green, blue): Rgb) -> Color {
    Color::Rgb(red, green, blue)
}

/// Ink and paper mixed. On dark paper as light mixes: half covered looks half as bright, where mixing the numbers would
/// thin bright letters. On light paper the numbers are mixed, since light would thin dark ones.
fn mix(ink: Rgb, paper: Rgb, share: u8) -> Rgb {
    let sum = |(red, green, blue): Rgb| u32::from(red) + u32::from(green) + u32::from(blue);
    let on_light = sum(paper) > sum(ink);
    let channel = |ink: u8, paper: u8| {
        let (ink, paper, share) = (u32::from(ink), u32::from(paper), u32::from(share));
        let mixed = if on_light {
            (ink * share + paper * (255 - share)) / 255
        } else {
            ((ink * ink * share + paper * paper * (255 - share)) / 255).isqrt()
        };
        u8::try_from(mixed).unwrap_or(u8::MAX)
    };
    (
        channel(ink.0, paper.0),
        channel(ink.1, paper.1),
        channel(ink.2, paper.2),
    )
}
