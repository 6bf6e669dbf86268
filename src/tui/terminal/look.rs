//! How a cell looks, and the shortest sequence that makes the next cells look so, whatever was set before. Knows colours and
//! weights, no place and no sign.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::tui::theme::{Depth, place_of_sixteen};

/// The colours and weights of a cell, as far as the terminal has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ShownLook {
    front: Color,
    back: Color,
    modifier: Modifier,
}

/// The parameter that sets a weight, and the one that takes it back.
const WEIGHTS: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// What the oldest terminals have of them.
const OLD_WEIGHTS: Modifier = Modifier::BOLD
    .union(Modifier::UNDERLINED)
    .union(Modifier::REVERSED);

/// What is seen of a blank besides its ground.
const SEEN_ON_BLANK: Modifier = Modifier::UNDERLINED
    .union(Modifier::REVERSED)
    .union(Modifier::CROSSED_OUT)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK);

impl ShownLook {
    /// The terminal's own colours.
    pub(super) const PLAIN: Self = Self {
        front: Color::Reset,
        back: Color::Reset,
        modifier: Modifier::empty(),
    };

    /// How a cell looks on a terminal of so many colours.
    pub(super) fn of(cell: &Cell, depth: Depth) -> Self {
        let had = |colour: Color| match depth {
            Depth::Indexed | Depth::TrueColour => colour,
            Depth::Sixteen if place_of_sixteen(colour).is_some() => colour,
            Depth::Sixteen | Depth::None => Color::Reset,
        };
        let modifier = match depth {
            Depth::Sixteen => cell.modifier.intersection(OLD_WEIGHTS),
            Depth::None | Depth::Indexed | Depth::TrueColour => cell.modifier,
        };
        Self {
            front: had(cell.fg),
            back: had(cell.bg),
            modifier,
        }
    }

    /// Whether a blank of this look is seen as one of the other.
    pub(super) fn shows_blanks_as(self, other: Self) -> bool {
        let seen = self.modifier.intersection(SEEN_ON_BLANK);
        // The colour in front is that of the lines, and of the ground of what is reversed.
        self.back == other.back
            && seen == other.modifier.intersection(SEEN_ON_BLANK)
            && (seen.is_empty() || self.front == other.front)
    }

    /// Writes what makes the next cells look so after `before`, which is nothing known at first. Terminals of fewer colours
    /// may not know how to take back one thing alone.
    pub(super) fn write_after(self, before: Option<Self>, depth: Depth, out: &mut Vec<u8>) {
        out.extend_from_slice(b"\x1b[");
        let anew = out.len();
        self.write_anew(out);
        let changed = out.len();
        let is_enough = before.is_some_and(|before| self.write_changed(before, depth, out));
        if is_enough && out.len() - changed < changed - anew {
            out.drain(anew..changed);
        } else {
            out.truncate(changed);
        }
        out.push(b'm');
    }

    /// The parameters of the whole look, whatever was set before.
    fn write_anew(self, out: &mut Vec<u8>) {
        let mut parameters = LookParameters::after(out);
        parameters.add(0);
        for (weight, sets, _) in WEIGHTS {
            if self.modifier.contains(weight) {
                parameters.add(sets);
            }
        }
        for (colour, ground) in [(self.front, Ground::Front), (self.back, Ground::Back)] {
            if colour != Color::Reset {
                parameters.paint(colour, ground);
            }
        }
    }

    /// The parameters of what is not as before; false where the terminal may not know how to take back what was.
    fn write_changed(self, before: Self, depth: Depth, out: &mut Vec<u8>) -> bool {
        let takes_back = matches!(depth, Depth::Indexed | Depth::TrueColour);
        let mut parameters = LookParameters::after(out);
        let mut kept = before.modifier;
        let mut takes_any = false;
        for (weight, _, takes) in WEIGHTS {
            if kept.contains(weight) && !self.modifier.contains(weight) {
                parameters.add(takes);
                takes_any = true;
                // Some are taken back together.
                for (other, _, with) in WEIGHTS {
                    if with == takes {
                        kept.remove(other);
                    }
                }
            }
        }
        for (weight, sets, _) in WEIGHTS {
            if self.modifier.contains(weight) && !kept.contains(weight) {
                parameters.add(sets);
            }
        }
        for (colour, was, ground) in [
            (self.front, before.front, Ground::Front),
            (self.back, before.back, Ground::Back),
        ] {
            if colour != was {
                parameters.paint(colour, ground);
                takes_any |= colour == Color::Reset;
            }
        }
        takes_back || !takes_any
    }
}

/// Whether a colour is that of the letters or behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    Front,
    Back,
}

/// The parameters of a sequence, as they are written one after the other.
struct LookParameters<'a> {
    out: &'a mut Vec<u8>,
    begins: usize,
}

impl<'a> LookParameters<'a> {
    const fn after(out: &'a mut Vec<u8>) -> Self {
        let begins = out.len();
        Self { out, begins }
    }

    fn add(&mut self, parameter: u8) {
        if self.out.len() > self.begins {
            self.out.push(b';');
        }
        write_number(parameter.into(), self.out);
    }

    /// A colour; behind the letters, the first parameter is ten more. The sixteen come in the oldest sequences, since an old
    /// terminal takes that of 256 for blinking.
    fn paint(&mut self, colour: Color, ground: Ground) {
        let of_ground = match ground {
            Ground::Front => 0,
            Ground::Back => 10,
        };
        let all: &[u8] = match (colour, place_of_sixteen(colour)) {
            (_, Some(place @ 0..=7)) => &[30 + of_ground + place],
            (_, Some(place)) => &[82 + of_ground + place],
            (Color::Indexed(place), None) => &[38 + of_ground, 5, place],
            (Color::Rgb(red, green, blue), None) => &[38 + of_ground, 2, red, green, blue],
            // What is none of these is the terminal's own.
            (_, None) => &[39 + of_ground],
        };
        for parameter in all {
            self.add(*parameter);
        }
    }
}

/// The figures of a number.
pub(super) fn write_number(number: u32, out: &mut Vec<u8>) {
    if number >= 10 {
        write_number(number / 10, out);
    }
    out.extend(char::from_digit(number % 10, 10).and_then(|figure| u8::try_from(figure).ok()));
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: ShownLook = ShownLook::PLAIN;

    fn written(look: ShownLook, before: Option<ShownLook>, depth: Depth) -> String {
        let mut out = Vec::new();
        look.write_after(before, depth, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn only_what_is_not_as_before_is_written() {
        let text = ShownLook {
            front: Color::Indexed(252),
            back: Color::Indexed(234),
            ..PLAIN
        };
        let strong = ShownLook {
            modifier: Modifier::BOLD,
            ..text
        };
        let bar = ShownLook {
            front: Color::Indexed(16),
            back: Color::Indexed(75),
            modifier: Modifier::BOLD,
        };
        let on = |look, before| written(look, before, Depth::Indexed);
        assert_eq!(on(text, None), "\x1b[0;38;5;252;48;5;234m");
        assert_eq!(on(strong, Some(text)), "\x1b[1m");
        assert_eq!(on(text, Some(strong)), "\x1b[22m");
        assert_eq!(on(bar, Some(strong)), "\x1b[38;5;16;48;5;75m");
        assert_eq!(on(PLAIN, Some(bar)), "\x1b[0m");
        // Bold and faint are taken back together.
        let faint = ShownLook {
            modifier: Modifier::DIM,
            ..text
        };
        let both = ShownLook {
            modifier: Modifier::DIM | Modifier::BOLD,
            ..text
        };
        assert_eq!(on(faint, Some(both)), "\x1b[22;2m");
    }

    #[test]
    fn an_old_terminal_is_never_asked_to_take_back_one_thing_alone() {
        let strong = ShownLook {
            front: Color::LightCyan,
            modifier: Modifier::BOLD,
            ..PLAIN
        };
        let weak = ShownLook {
            modifier: Modifier::empty(),
            ..strong
        };
        let on = |look, before| written(look, Some(before), Depth::Sixteen);
        assert_eq!(on(weak, strong), "\x1b[0;96m");
        assert_eq!(on(PLAIN, weak), "\x1b[0m");
        assert_eq!(on(strong, weak), "\x1b[1m");
        assert_eq!(on(PLAIN, strong), "\x1b[0m");
        let other = ShownLook {
            front: Color::Red,
            ..strong
        };
        assert_eq!(on(other, strong), "\x1b[31m");
    }

    #[test]
    fn of_a_blank_only_the_ground_and_its_lines_are_seen() {
        let text = ShownLook {
            front: Color::Indexed(252),
            back: Color::Indexed(234),
            ..PLAIN
        };
        let strong = ShownLook {
            front: Color::Indexed(9),
            modifier: Modifier::BOLD,
            ..text
        };
        assert!(strong.shows_blanks_as(text));
        let lined = |look: ShownLook| ShownLook {
            modifier: look.modifier | Modifier::UNDERLINED,
            ..look
        };
        assert!(!lined(strong).shows_blanks_as(strong));
        assert!(!lined(strong).shows_blanks_as(lined(text)));
        assert!(lined(text).shows_blanks_as(lined(text)));
        let elsewhere = ShownLook {
            back: Color::Reset,
            ..text
        };
        assert!(!elsewhere.shows_blanks_as(text));
    }
}
