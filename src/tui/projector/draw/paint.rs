//! The inks of large letters, from the theme: mixed with the paper where the terminal has all colours, sharp elsewhere.

use ratatui::style::{Color, Modifier, Style};

use crate::tui::projector::scene::Tone;
use crate::tui::theme::Theme;
use crate::tui::widgets::letters::{Ink, Rgb};

/// What a picture is drawn with.
#[derive(Clone, Copy)]
pub(super) struct Paint<'a> {
    pub theme: &'a Theme,
}

impl Paint<'_> {
    pub(super) fn strong(self) -> Ink {
        self.ink(self.theme.strong())
    }

    pub(super) fn accent(self) -> Ink {
        self.ink(self.theme.accent())
    }

    /// What a large clock is drawn with. Over time it stands out by its paper too, so that no colour has to be told.
    pub(super) fn clock(self, tone: Tone) -> Ink {
        match tone {
            Tone::Calm => self.strong(),
            Tone::Warning | Tone::Last => self.ink(self.theme.warning()),
            Tone::Over => match self.ink(self.theme.over()) {
                Ink::Smooth { ink, paper } => Ink::Smooth {
                    ink: paper,
                    paper: ink,
                },
                Ink::Sharp(style) => Ink::Sharp(style.add_modifier(Modifier::REVERSED)),
            },
        }
    }

    pub(super) fn tone(self, tone: Tone) -> Style {
        match tone {
            Tone::Calm => self.theme.strong(),
            Tone::Warning | Tone::Last => self.theme.warning(),
            Tone::Over => self.theme.over(),
        }
    }

    pub(super) fn ink(self, style: Style) -> Ink {
        let style = self.theme.text().patch(style);
        match (style.fg.and_then(rgb), style.bg.and_then(rgb)) {
            (Some(ink), Some(paper)) => Ink::Smooth { ink, paper },
            (_, _) => Ink::Sharp(style),
        }
    }
}

fn rgb(colour: Color) -> Option<Rgb> {
    if let Color::Rgb(red, green, blue) = colour {
        Some((red, green, blue))
    } else {
        None
    }
}
