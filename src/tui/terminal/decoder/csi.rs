//! The tables of keys that arrive as escape sequences. Knows what terminals send, and nothing of time.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// The key of `ESC O` and this byte.
pub(super) fn single(byte: u8) -> Option<KeyCode> {
    Some(match byte {
        b'M' => KeyCode::Enter,
        b'p'..=b'y' => KeyCode::Char(char::from(byte - b'p' + b'0')),
        other => of_letter(other)?,
    })
}

/// The event of a whole sequence: what stands between `ESC [` and its last byte, and that byte. `None` for one that is no
/// key, like what a terminal answers.
pub(super) fn event(between: &[u8], last: u8) -> Option<Event> {
    // Function keys of the Linux console.
    if let Some(rest) = between.strip_prefix(b"[") {
        let number = last.checked_sub(b'A').filter(|number| *number < 5)?;
        return rest.is_empty().then(|| key(KeyCode::F(number + 1)));
    }
    let parameters = Parameters::of(between)?;
    let (mut modifiers, kind) = parameters.modifiers();
    let code = match last {
        b'I' => return Some(Event::FocusGained),
        b'O' => return Some(Event::FocusLost),
        b'Z' => {
            modifiers |= KeyModifiers::SHIFT;
            KeyCode::BackTab
        }
        b'~' => match parameters.first()? {
            // A key with a modifier for which there is no sequence of its own.
            27 => of_codepoint(parameters.at(2)?, modifiers)?,
            number => of_number(number)?,
        },
        b'u' => of_codepoint(parameters.first()?, modifiers)?,
        // Without a 1 before it, this is where the cursor stands.
        b'R' if parameters.first() == Some(1) => KeyCode::F(3),
        b'R' => return None,
        letter => of_letter(letter)?,
    };
    Some(Event::Key(KeyEvent::new_with_kind(code, modifiers, kind)))
}

fn key(code: KeyCode) -> Event {
    Event::Key(code.into())
}

fn of_letter(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(letter - b'P' + 1),
        _ => return None,
    })
}

fn of_number(number: u32) -> Option<KeyCode> {
    let f = |base: u32| u8::try_from(number - base).ok().map(KeyCode::F);
    match number {
        1 | 7 => Some(KeyCode::Home),
        2 => Some(KeyCode::Insert),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => f(10),
        17..=21 => f(11),
        23..=26 => f(12),
        28..=29 => f(15),
        31..=34 => f(17),
        _ => None,
    }
}

/// A key told by its letter; the second block is a keypad's.
fn of_codepoint(codepoint: u32, modifiers: KeyModifiers) -> Option<KeyCode> {
    Some(match codepoint {
        27 => KeyCode::Esc,
        13 | 57414 => KeyCode::Enter,
        9 if modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        9 => KeyCode::Tab,
        127 | 8 => KeyCode::Backspace,
        57399..=57408 => KeyCode::Char(char::from_digit(codepoint - 57399, 10)?),
        57417 => KeyCode::Left,
        57418 => KeyCode::Right,
        57419 => KeyCode::Up,
        57420 => KeyCode::Down,
        57344..=63743 => return None,
        other => KeyCode::Char(char::from_u32(other).filter(|letter| !letter.is_control())?),
    })
}

/// Numbers between `;`, each with further ones behind `:`.
struct Parameters(Vec<Vec<Option<u32>>>);

impl Parameters {
    /// `None` for what is marked as private to a terminal, or is no number.
    fn of(between: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(between).ok()?;
        text.split(';')
            .map(|part| {
                part.split(':')
                    .map(|number| match number {
                        "" => Some(None),
                        digits => digits.parse().ok().map(Some),
                    })
                    .collect::<Option<Vec<_>>>()
            })
            .collect::<Option<Vec<_>>>()
            .map(Self)
    }

    fn at(&self, index: usize) -> Option<u32> {
        *self.0.get(index)?.first()?
    }

    fn first(&self) -> Option<u32> {
        self.at(0)
    }

    fn modifiers(&self) -> (KeyModifiers, KeyEventKind) {
        let mask = self.at(1).unwrap_or(1).saturating_sub(1);
        let mut modifiers = KeyModifiers::NONE;
        for (bit, modifier) in [
            (1, KeyModifiers::SHIFT),
            (2, KeyModifiers::ALT),
            (4, KeyModifiers::CONTROL),
            (8, KeyModifiers::SUPER),
            (16, KeyModifiers::HYPER),
            (32, KeyModifiers::META),
        ] {
            modifiers.set(modifier, mask & bit != 0);
        }
        let kind = match self.0.get(1).and_then(|part| *part.get(1)?) {
            Some(2) => KeyEventKind::Repeat,
            Some(3) => KeyEventKind::Release,
            Some(_) | None => KeyEventKind::Press,
        };
        (modifiers, kind)
    }
}
