//! Colours by meaning, from `config/theme.ron`. Colour is never alone: every state has a sign or a word besides.

use std::collections::BTreeMap;
use std::str::FromStr as _;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use crate::domain::regulation::ClassKind;
use crate::store::own_files;

/// A set of colours.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Deserialize, clap::ValueEnum,
)]
pub enum ThemeName {
    #[default]
    Dark,
    Light,
    /// High contrast.
    Contrast,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Palette {
    ink: Shade,
    paper: Shade,
    faint: Shade,
    accent: Shade,
    accent_ink: Shade,
    good: Shade,
    warning: Shade,
    over: Shade,
    answered_now: Shade,
    verify_later: Shade,
    report_upward: Shade,
}

/// A colour as `#rrggbb`, and the one of sixteen that stands for it.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
struct Shade {
    red: u8,
    green: u8,
    blue: u8,
    of_sixteen: Color,
}

/// What stands where a colour is expected.
#[derive(Debug, thiserror::Error)]
#[error("{0}: expected a colour like \"#5fb3ff lightblue\"")]
struct NoShade(String);

impl TryFrom<String> for Shade {
    type Error = NoShade;

    fn try_from(text: String) -> Result<Self, NoShade> {
        let expected = || NoShade(text.clone());
        let (shade, of_sixteen) = text.split_once(' ').ok_or_else(expected)?;
        match (Color::from_str(shade), Color::from_str(of_sixteen)) {
            (Ok(Color::Rgb(red, green, blue)), Ok(of_sixteen))
                if !matches!(of_sixteen, Color::Rgb(..) | Color::Indexed(_)) =>
            {
                Ok(Self {
                    red,
                    green,
                    blue,
                    of_sixteen,
                })
            }
            (Ok(_) | Err(_), _) => Err(expected()),
        }
    }
}

/// How many colours the terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// The user wants none, or the terminal has none.
    None,
    /// Those of the oldest terminals, whose shades are the user's own.
    Sixteen,
    /// The 256 of xterm.
    Indexed,
    TrueColour,
}

impl Depth {
    fn colour(self, shade: Shade) -> Color {
        match self {
            Self::TrueColour => Color::Rgb(shade.red, shade.green, shade.blue),
            Self::Sixteen => shade.of_sixteen,
            Self::Indexed | Self::None => Color::Indexed(nearest(shade)),
        }
    }
}

/// A colour's place among the sixteen; what is none of them is left to the terminal.
#[must_use]
pub const fn place_of_sixteen(colour: Color) -> Option<u8> {
    Some(match colour {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => return None,
    })
}

/// The nearest of the 6×6×6 cube or the 24 greys of xterm.
fn nearest(shade: Shade) -> u8 {
    const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let apart = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
    let step = |value: u8| -> (u8, u8) {
        (0..)
            .zip(LEVELS)
            .min_by_key(|(_, level)| apart(value, *level))
            .unwrap_or((0, 0))
    };
    let [(r, red), (g, green), (b, blue)] = [shade.red, shade.green, shade.blue].map(step);
    let far = |red, green, blue| {
        apart(shade.red, red) + apart(shade.green, green) + apart(shade.blue, blue)
    };
    let (grey, level) = (0..24_u8)
        .map(|index| (index, 8 + index * 10))
        .min_by_key(|(_, level)| far(*level, *level, *level))
        .unwrap_or((0, 8));
    if far(level, level, level) < far(red, green, blue) {
        232 + grey
    } else {
        16 + 36 * r + 6 * g + b
    }
}

/// Styles by meaning.
#[derive(Debug, Clone)]
pub struct Theme {
    palette: Option<Palette>,
    depth: Depth,
}

const FILE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/config/theme.ron"));

impl Theme {
    /// The colours of this name, or none at all where the user wants none.
    /// `config/theme.ron` is built in and read by a test; without it there would be no colours.
    #[must_use]
    pub fn named(name: ThemeName, depth: Depth) -> Self {
        if depth == Depth::None {
            return Self::plain();
        }
        let mut palettes: BTreeMap<ThemeName, Palette> =
            own_files::value_in(FILE).unwrap_or_default();
        Self {
            palette: palettes.remove(&name),
            depth,
        }
    }

    /// No colours, only bold, underlined and reversed.
    #[must_use]
    pub const fn plain() -> Self {
        Self {
            palette: None,
            depth: Depth::None,
        }
    }

    fn coloured(&self, colour: impl Fn(&Palette) -> Shade, otherwise: Modifier) -> Style {
        match &self.palette {
            Some(palette) => Style::new().fg(self.depth.colour(colour(palette))),
            None => Style::new().add_modifier(otherwise),
        }
    }

    /// Ordinary text, with the paper it stands on.
    #[must_use]
    pub fn text(&self) -> Style {
        self.palette.as_ref().map_or_else(Style::new, |palette| {
            Style::new()
                .fg(self.depth.colour(palette.ink))
                .bg(self.depth.colour(palette.paper))
        })
    }

    #[must_use]
    pub fn strong(&self) -> Style {
        self.text().add_modifier(Modifier::BOLD)
    }

    /// Black ink on white paper whatever the theme is, for what a camera reads; `None` without colours.
    #[must_use]
    pub fn black_on_white(&self) -> Option<Style> {
        let [black, white] = match self.depth {
            Depth::None => return None,
            Depth::Sixteen => [Color::Black, Color::White],
            // Of these, other than of the first sixteen, every terminal knows the same shades.
            Depth::Indexed => [16, 231].map(Color::Indexed),
            Depth::TrueColour => [0, 255].map(|shade| Color::Rgb(shade, shade, shade)),
        };
        Some(Style::new().fg(black).bg(white))
    }

    /// What matters less.
    #[must_use]
    pub fn faint(&self) -> Style {
        self.coloured(|palette| palette.faint, Modifier::empty())
    }

    /// Headings, and the present step.
    #[must_use]
    pub fn accent(&self) -> Style {
        self.coloured(|palette| palette.accent, Modifier::BOLD)
            .add_modifier(Modifier::BOLD)
    }

    /// The bar that says what comes next.
    #[must_use]
    pub fn bar(&self) -> Style {
        self.palette.as_ref().map_or_else(
            || Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD),
            |palette| {
                Style::new()
                    .fg(self.depth.colour(palette.accent_ink))
                    .bg(self.depth.colour(palette.accent))
                    .add_modifier(Modifier::BOLD)
            },
        )
    }

    /// The selected line of the list that has the keys.
    #[must_use]
    pub fn selected(&self) -> Style {
        self.palette.as_ref().map_or_else(
            || Style::new().add_modifier(Modifier::REVERSED),
            |palette| {
                Style::new()
                    .fg(self.depth.colour(palette.paper))
                    .bg(self.depth.colour(palette.ink))
            },
        )
    }

    /// The field that has the keys.
    #[must_use]
    pub fn field(&self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    #[must_use]
    pub fn good(&self) -> Style {
        self.coloured(|palette| palette.good, Modifier::empty())
    }

    #[must_use]
    pub fn warning(&self) -> Style {
        self.coloured(|palette| palette.warning, Modifier::BOLD)
            .add_modifier(Modifier::BOLD)
    }

    #[must_use]
    pub fn over(&self) -> Style {
        self.coloured(|palette| palette.over, Modifier::REVERSED)
            .add_modifier(Modifier::BOLD)
    }

    #[must_use]
    pub fn class(&self, class: ClassKind) -> Style {
        self.coloured(
            |palette| match class {
                ClassKind::AnsweredNow => palette.answered_now,
                ClassKind::VerifyLater => palette.verify_later,
                ClassKind::ReportUpward => palette.report_upward,
            },
            Modifier::empty(),
        )
    }
}

#[cfg(test)]
mod legible;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_is_in_the_file() {
        for name in [ThemeName::Dark, ThemeName::Light, ThemeName::Contrast] {
            assert!(Theme::named(name, Depth::TrueColour).palette.is_some());
        }
    }

    #[test]
    fn the_nearest_of_256_is_taken() {
        let of = |text: &str| nearest(Shade::try_from(text.to_owned()).unwrap());
        assert_eq!(of("#ffffff white"), 231);
        assert_eq!(of("#090808 black"), 232);
    }

    #[test]
    fn a_shade_that_is_not_written_as_one_is_refused() {
        for text in [
            "#5fb3ff",
            "blue",
            "blue #5fb3ff",
            "#5fb3ff 4",
            "#5fb3ff #000000",
        ] {
            assert!(Shade::try_from(text.to_owned()).is_err(), "{text}");
        }
    }

    #[test]
    fn without_colours_no_style_has_one() {
        let theme = Theme::named(ThemeName::Dark, Depth::None);
        for style in [theme.text(), theme.over(), theme.bar(), theme.warning()] {
            assert_eq!((style.fg, style.bg), (None, None));
        }
    }
}
