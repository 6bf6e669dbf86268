//! Bytes of a terminal made into the events the rest of the program knows, in whatever pieces they come.
//!
//! What does not become whole in time is dropped and told, never waited for: half an escape sequence, half a letter, a
//! paste without its end. It knows bytes and lengths of time; who reads them, and what a key means, it does not.

mod csi;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use crate::domain::time::Millis;

/// An escape that nothing follows for so long is the key.
const LONE_ESCAPE: Millis = Millis(50);
/// What is begun has to be whole within this time.
const PATIENCE: Millis = Millis(500);
/// A paste goes on as long as so many bytes of it come in that time: more than the fastest hand types, less than the
/// slowest line brings.
const SLOWEST_PASTE: usize = 64;
/// A longer paste is refused; it cannot be meant for any field.
const LONGEST_PASTE: usize = 1 << 20;
/// No sequence that a key sends is longer.
const LONGEST_SEQUENCE: usize = 64;

const ESCAPE: u8 = 0x1b;
const PASTE_END: &[u8] = b"\x1b[201~";

/// What bytes came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Decoded {
    Event(Event),
    Dropped(Dropped),
}

/// What was begun and dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dropped {
    /// The beginning of a key.
    Key,
    /// A part of a letter.
    Letter,
    /// A paste whose end never came.
    Paste,
    /// A paste that is longer than any text.
    LongPaste,
}

/// What has begun and is not whole yet.
#[derive(Debug)]
enum Pending {
    Nothing,
    Escape,
    /// `ESC O`
    Single,
    /// `ESC [` and what came behind it.
    Sequence(Vec<u8>),
    Letter {
        bytes: Vec<u8>,
        length: usize,
        alt: bool,
    },
    Paste(Paste),
    TerminalReport(TerminalReport),
}

/// What a terminal says of itself, as somebody asked it before: text between one of five beginnings and its end. Nothing
/// in it is a key.
#[derive(Debug)]
struct TerminalReport {
    /// The letter behind the escape; with nothing close behind, a key pressed together with Alt.
    begun_with: u8,
    is_empty: bool,
    /// The last byte was an escape, with which the end begins.
    escaped: bool,
    /// How many bytes came since the last look at its speed.
    lately: usize,
}

/// Text between the two marks of a paste.
#[derive(Debug, Default)]
struct Paste {
    bytes: Vec<u8>,
    is_too_long: bool,
    /// How many bytes came since the last look at its speed.
    lately: usize,
}

/// Takes bytes and gives events.
#[derive(Debug)]
pub struct Decoder {
    pending: Pending,
    /// When what is pending began, or was last seen to go on.
    since: Millis,
    decoded: Vec<Decoded>,
}

impl Default for Decoder {
    fn default() -> Self {
        Self {
            pending: Pending::Nothing,
            since: Millis::ZERO,
            decoded: Vec::new(),
        }
    }
}

impl Decoder {
    /// Takes bytes that came now.
    pub fn feed(&mut self, bytes: &[u8], now: Millis) {
        for byte in bytes {
            self.take(*byte, now);
        }
    }

    /// When to look again at what is pending.
    #[must_use]
    pub fn deadline(&self) -> Option<Millis> {
        match self.pending {
            Pending::Nothing => None,
            Pending::Escape | Pending::TerminalReport(TerminalReport { is_empty: true, .. }) => {
                Some(self.since.saturating_add(LONE_ESCAPE))
            }
            Pending::Single
            | Pending::Sequence(_)
            | Pending::Letter { .. }
            | Pending::Paste(_)
            | Pending::TerminalReport(_) => Some(self.since.saturating_add(PATIENCE)),
        }
    }

    /// Drops what was not whole in time.
    pub fn expire(&mut self, now: Millis) {
        if self.deadline().is_none_or(|deadline| now < deadline) {
            return;
        }
        match std::mem::replace(&mut self.pending, Pending::Nothing) {
            Pending::Nothing => {}
            Pending::Escape => self.key(KeyCode::Esc.into()),
            Pending::Letter { .. } => self.drop_it(Dropped::Letter),
            Pending::Paste(mut paste) if paste.lately >= SLOWEST_PASTE => {
                paste.lately = 0;
                self.begin(Pending::Paste(paste), now);
            }
            Pending::Paste(_) => self.drop_it(Dropped::Paste),
            Pending::TerminalReport(answer) if answer.is_empty => {
                self.take_plain(answer.begun_with, true, now);
            }
            Pending::TerminalReport(mut answer) if answer.lately >= SLOWEST_PASTE => {
                answer.lately = 0;
                self.begin(Pending::TerminalReport(answer), now);
            }
            Pending::Single | Pending::Sequence(_) | Pending::TerminalReport(_) => {
                self.drop_it(Dropped::Key);
            }
        }
    }

    /// Everything that became whole, or was dropped, since the last call.
    pub fn decoded(&mut self) -> Vec<Decoded> {
        std::mem::take(&mut self.decoded)
    }

    fn begin(&mut self, pending: Pending, now: Millis) {
        self.pending = pending;
        self.since = now;
    }

    fn key(&mut self, key: KeyEvent) {
        self.decoded.push(Decoded::Event(Event::Key(key)));
    }

    fn drop_it(&mut self, what: Dropped) {
        self.decoded.push(Decoded::Dropped(what));
    }

    fn take(&mut self, byte: u8, now: Millis) {
        match std::mem::replace(&mut self.pending, Pending::Nothing) {
            Pending::Nothing => self.take_plain(byte, false, now),
            Pending::Escape => self.take_behind_escape(byte, now),
            Pending::Single => {
                if let Some(code) = csi::single(byte) {
                    return self.key(code.into());
                }
                // Alt and a capital O, and then something else.
                let alt = KeyModifiers::ALT | KeyModifiers::SHIFT;
                self.key(KeyEvent::new(KeyCode::Char('O'), alt));
                self.take_plain(byte, false, now);
            }
            Pending::Sequence(sequence) => self.take_in_sequence(sequence, byte, now),
            Pending::Letter { bytes, length, alt } => {
                self.take_in_letter(bytes, length, alt, byte, now);
            }
            Pending::Paste(paste) => self.take_in_paste(paste, byte),
            Pending::TerminalReport(answer) => self.take_in_answer(answer, byte, now),
        }
    }

    fn take_plain(&mut self, byte: u8, alt: bool, now: Millis) {
        let (code, modifiers) = match byte {
            ESCAPE => return self.begin(Pending::Escape, now),
            b'\r' => (KeyCode::Enter, KeyModifiers::NONE),
            b'\t' => (KeyCode::Tab, KeyModifiers::NONE),
            0x7f => (KeyCode::Backspace, KeyModifiers::NONE),
            0 => (KeyCode::Char(' '), KeyModifiers::CONTROL),
            0x01..=0x1a => (
                KeyCode::Char(char::from(byte - 1 + b'a')),
                KeyModifiers::CONTROL,
            ),
            0x1c..=0x1f => (
                KeyCode::Char(char::from(byte - 0x1c + b'4')),
                KeyModifiers::CONTROL,
            ),
            0x20..=0x7e => return self.letter(char::from(byte), alt),
            0xc2..=0xf4 => {
                let length = match byte {
                    ..0xe0 => 2,
                    0xe0..0xf0 => 3,
                    0xf0.. => 4,
                };
                let bytes = vec![byte];
                return self.begin(Pending::Letter { bytes, length, alt }, now);
            }
            0x80..0xc2 | 0xf5.. => return self.drop_it(Dropped::Letter),
        };
        let alt = if alt {
            KeyModifiers::ALT
        } else {
            KeyModifiers::NONE
        };
        self.key(KeyEvent::new(code, modifiers | alt));
    }

    fn letter(&mut self, letter: char, alt: bool) {
        let mut modifiers = KeyModifiers::NONE;
        modifiers.set(KeyModifiers::SHIFT, letter.is_uppercase());
        modifiers.set(KeyModifiers::ALT, alt);
        self.key(KeyEvent::new(KeyCode::Char(letter), modifiers));
    }

    fn take_behind_escape(&mut self, byte: u8, now: Millis) {
        match byte {
            b'[' => self.pending = Pending::Sequence(Vec::new()),
            b'O' => self.pending = Pending::Single,
            b']' | b'P' | b'_' | b'^' | b'X' => {
                self.pending = Pending::TerminalReport(TerminalReport {
                    begun_with: byte,
                    is_empty: true,
                    escaped: false,
                    lately: 0,
                });
            }
            ESCAPE => {
                self.key(KeyCode::Esc.into());
                self.begin(Pending::Escape, now);
            }
            other => self.take_plain(other, true, now),
        }
    }

    fn take_in_sequence(&mut self, mut sequence: Vec<u8>, byte: u8, now: Millis) {
        // The oldest way of telling the mouse: three bytes of any kind.
        if sequence.first() == Some(&b'M') {
            sequence.push(byte);
            if sequence.len() < 4 {
                self.pending = Pending::Sequence(sequence);
            }
            return;
        }
        let is_first = sequence.is_empty();
        let is_function_of_console = sequence == b"[";
        match byte {
            b'[' | b'M' if is_first => {
                sequence.push(byte);
                self.pending = Pending::Sequence(sequence);
            }
            // A blank is in no key's sequence, and is the most important key of all.
            0x21..=0x3f if !is_function_of_console && sequence.len() < LONGEST_SEQUENCE => {
                sequence.push(byte);
                self.pending = Pending::Sequence(sequence);
            }
            b'~' if sequence == b"200" => {
                self.begin(Pending::Paste(Paste::default()), now);
            }
            0x40..=0x7e => {
                // A whole sequence that means no key, like a terminal's answer, is passed over.
                self.decoded
                    .extend(csi::event(&sequence, byte).map(Decoded::Event));
            }
            other => {
                self.drop_it(Dropped::Key);
                self.take_plain(other, false, now);
            }
        }
    }

    fn take_in_letter(
        &mut self,
        mut bytes: Vec<u8>,
        length: usize,
        alt: bool,
        byte: u8,
        now: Millis,
    ) {
        if !(0x80..0xc0).contains(&byte) {
            self.drop_it(Dropped::Letter);
            return self.take_plain(byte, false, now);
        }
        bytes.push(byte);
        if bytes.len() < length {
            self.pending = Pending::Letter { bytes, length, alt };
            return;
        }
        match std::str::from_utf8(&bytes)
            .ok()
            .and_then(|text| text.chars().next())
        {
            Some(letter) => self.letter(letter, alt),
            None => self.drop_it(Dropped::Letter),
        }
    }

    fn take_in_answer(&mut self, mut answer: TerminalReport, byte: u8, now: Millis) {
        const BELL: u8 = 0x07;
        if answer.is_empty && now >= self.since.saturating_add(LONE_ESCAPE) {
            // No terminal is so slow: somebody pressed a key with Alt, and then another.
            self.take_plain(answer.begun_with, true, now);
            return self.take(byte, now);
        }
        if byte == BELL || (answer.escaped && byte == b'\\') {
            return;
        }
        if answer.escaped {
            // Another sequence has begun in the middle.
            self.drop_it(Dropped::Key);
            self.since = now;
            return self.take_behind_escape(byte, now);
        }
        answer.is_empty = false;
        answer.escaped = byte == ESCAPE;
        answer.lately += 1;
        self.pending = Pending::TerminalReport(answer);
    }

    fn take_in_paste(&mut self, mut paste: Paste, byte: u8) {
        paste.bytes.push(byte);
        paste.lately += 1;
        if byte == b'~' && paste.bytes.ends_with(PASTE_END) {
            if paste.is_too_long {
                return self.drop_it(Dropped::LongPaste);
            }
            paste.bytes.truncate(paste.bytes.len() - PASTE_END.len());
            let text = String::from_utf8_lossy(&paste.bytes).into_owned();
            self.decoded.push(Decoded::Event(Event::Paste(text)));
            return;
        }
        if paste.bytes.len() > LONGEST_PASTE {
            paste.is_too_long = true;
            paste.bytes.drain(..paste.bytes.len() - PASTE_END.len());
        }
        self.pending = Pending::Paste(paste);
    }
}

#[cfg(test)]
mod tests;
