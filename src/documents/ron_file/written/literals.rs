//! Plain values in a text, as RON writes them: texts with their escapes, numbers. It knows nothing of what they are for.

use std::borrow::Cow;

use memchr::{memchr, memchr2};

use super::super::source::WholeNumbers;
use super::cursor::TextCursor;
use crate::domain::source_text::SyntaxError;

/// The kinds that a whole number may name, and one with a fraction.
const KINDS: [WholeNumbers; 8] = [
    signed("i8", 8),
    signed("i16", 16),
    signed("i32", 32),
    signed("i64", 64),
    unsigned("u8", 8),
    unsigned("u16", 16),
    unsigned("u32", 32),
    unsigned("u64", 64),
];
const FRACTIONS: [&str; 2] = ["f32", "f64"];

impl<'t> TextCursor<'t> {
    /// The text in quotes that has to stand here.
    pub(super) fn text(&mut self) -> Result<Cow<'t, str>, SyntaxError> {
        if self.takes(b'"') {
            self.escaped_text()
        } else if self.takes(b'r') {
            self.raw_text()
        } else {
            Err(SyntaxError::Text)
        }
    }

    fn escaped_text(&mut self) -> Result<Cow<'t, str>, SyntaxError> {
        let rest = self.rest();
        let end = memchr(b'"', rest.as_bytes()).ok_or(SyntaxError::Truncated)?;
        let plain = rest.get(..end).unwrap_or_default();
        let Some(escape) = memchr(b'\\', plain.as_bytes()) else {
            self.advance(end + 1);
            return Ok(Cow::Borrowed(plain));
        };
        let mut text = plain.get(..escape).unwrap_or_default().to_owned();
        self.advance(escape + 1);
        loop {
            text.push(self.escape(false)?);
            // Up to the next sign alone, however many there are.
            let rest = self.rest();
            let next = memchr2(b'"', b'\\', rest.as_bytes()).ok_or(SyntaxError::Truncated)?;
            text.push_str(rest.get(..next).unwrap_or_default());
            self.advance(next + 1);
            if rest.as_bytes().get(next) == Some(&b'"') {
                return Ok(Cow::Owned(text));
            }
        }
    }

    fn raw_text(&mut self) -> Result<Cow<'t, str>, SyntaxError> {
        let hashes = self.run(|sign| sign == '#');
        let end = format!("\"{}", self.rest().get(..hashes).unwrap_or_default());
        self.advance(hashes);
        self.expects(b'"', SyntaxError::Text)?;
        let rest = self.rest();
        let length = rest.find(&end).ok_or(SyntaxError::Truncated)?;
        self.advance(length + end.len());
        Ok(Cow::Borrowed(rest.get(..length).unwrap_or_default()))
    }

    /// One letter in single quotes.
    pub(super) fn letter(&mut self) -> Result<char, SyntaxError> {
        self.expects(b'\'', SyntaxError::Text)?;
        let letter = match self.next()? {
            '\\' => self.escape(true)?,
            letter => letter,
        };
        self.expects(b'\'', SyntaxError::Text)?;
        Ok(letter)
    }

    /// What stands behind a backslash.
    fn escape(&mut self, is_letter: bool) -> Result<char, SyntaxError> {
        match self.next()? {
            same @ ('\'' | '"' | '\\') => Ok(same),
            'n' => Ok('\n'),
            'r' => Ok('\r'),
            't' => Ok('\t'),
            '0' => Ok('\0'),
            'x' => self.by_bytes(is_letter),
            'u' => self.by_number(),
            _ => Err(SyntaxError::Escape),
        }
    }

    /// A letter by its bytes; outside of a text it has but one.
    fn by_bytes(&mut self, is_letter: bool) -> Result<char, SyntaxError> {
        let mut bytes = Vec::with_capacity(4);
        loop {
            let first = self.figure()?;
            bytes.push(first << 4 | self.figure()?);
            let read = str::from_utf8(&bytes).ok();
            if let Some(letter) = read.and_then(|text| text.chars().next()) {
                return Ok(letter);
            }
            if is_letter || bytes.len() == 4 || !self.takes_all("\\x") {
                return Err(SyntaxError::Escape);
            }
        }
    }

    /// A letter by its number in curly brackets.
    fn by_number(&mut self) -> Result<char, SyntaxError> {
        self.expects(b'{', SyntaxError::Escape)?;
        let mut number = 0_u32;
        let mut figures = 0;
        while figures < 6 && self.byte() != Some(b'}') {
            number = number << 4 | u32::from(self.figure()?);
            figures += 1;
        }
        if figures == 0 {
            return Err(SyntaxError::Escape);
        }
        self.expects(b'}', SyntaxError::Escape)?;
        char::from_u32(number).ok_or(SyntaxError::Escape)
    }

    fn figure(&mut self) -> Result<u8, SyntaxError> {
        let figure = self.next()?.to_digit(16);
        let figure = figure.and_then(|figure| u8::try_from(figure).ok());
        figure.ok_or(SyntaxError::Escape)
    }

    pub(super) fn whole_number(&mut self, kind: WholeNumbers) -> Result<i128, SyntaxError> {
        let is_negative = self.minus()?;
        let base = self.base();
        let length = self.run(is_of_whole);
        if let Some(other) = self.whole_kind_behind(length)
            && other.name != kind.name
        {
            self.advance(length);
            self.takes_word(other.name);
            return Err(SyntaxError::Number);
        }
        let number = self.figures(is_negative, base, kind)?;
        self.takes_word(kind.name);
        Ok(number)
    }

    /// Whether a sign of the number, which is passed over, is a minus.
    fn minus(&mut self) -> Result<bool, SyntaxError> {
        let sign = self.sign().ok_or(SyntaxError::Truncated)?;
        if matches!(sign, '+' | '-') {
            self.at += 1;
        }
        Ok(sign == '-')
    }

    fn base(&mut self) -> u32 {
        for (begin, base) in [("0b", 2), ("0o", 8), ("0x", 16)] {
            if self.takes_all(begin) {
                return base;
            }
        }
        10
    }

    /// Whether a number of this length names this kind behind its figures.
    fn is_kind_behind(&self, length: usize, kind: &str) -> bool {
        let rest = self.rest().get(length..).unwrap_or_default();
        rest.strip_prefix(kind)
            .is_some_and(|rest| !rest.starts_with(unicode_ident::is_xid_continue))
    }

    fn whole_kind_behind(&self, length: usize) -> Option<WholeNumbers> {
        let mut kinds = KINDS.into_iter();
        kinds.find(|kind| self.is_kind_behind(length, kind.name))
    }

    fn fraction_kind_behind(&self, length: usize) -> Option<&'static str> {
        let mut kinds = FRACTIONS.into_iter();
        kinds.find(|kind| self.is_kind_behind(length, kind))
    }

    fn figures(
        &mut self,
        is_negative: bool,
        base: u32,
        kind: WholeNumbers,
    ) -> Result<i128, SyntaxError> {
        let length = self.run(is_of_whole);
        let figures = self.rest().get(..length).unwrap_or_default();
        if figures.is_empty() || figures.starts_with('_') {
            return Err(SyntaxError::Number);
        }
        let mut number = 0_i128;
        for (at, figure) in figures.char_indices().filter(|(_, figure)| *figure != '_') {
            let Some(figure) = figure.to_digit(base).map(i128::from) else {
                self.advance(at);
                return Err(SyntaxError::Number);
            };
            number *= i128::from(base);
            number += if is_negative { -figure } else { figure };
            if !(kind.least..=kind.most).contains(&number) {
                self.advance(length);
                return Err(SyntaxError::Number);
            }
        }
        self.advance(length);
        Ok(number)
    }

    /// Passes over a number of whatever kind.
    pub(super) fn passes_number(&mut self) -> Result<(), SyntaxError> {
        let behind_sign = usize::from(matches!(self.byte(), Some(b'+' | b'-')));
        let rest = self.rest().get(behind_sign..).unwrap_or_default();
        let length =
            |is_one: fn(char) -> bool| rest.find(|sign| !is_one(sign)).unwrap_or(rest.len());
        if length(is_of_fraction) <= length(is_of_whole) {
            let at = self.at;
            // Beyond these bounds it is read as one with a fraction.
            let widest = WholeNumbers {
                name: "",
                least: i128::from(i64::MIN),
                most: i128::from(u64::MAX),
            };
            let is_negative = self.minus()?;
            let base = self.base();
            if let Some(kind) = self.whole_kind_behind(self.run(is_of_whole)) {
                self.figures(is_negative, base, kind)?;
                self.takes_word(kind.name);
                return Ok(());
            }
            if self.figures(is_negative, base, widest).is_ok() {
                return Ok(());
            }
            self.at = at;
        }
        self.passes_fraction()
    }

    fn passes_fraction(&mut self) -> Result<(), SyntaxError> {
        for word in ["+inf", "-inf", "+NaN", "-NaN"] {
            let is_here = self.rest().starts_with(word);
            if is_here && let Some(kind) = self.fraction_kind_behind(word.len()) {
                self.advance(word.len() + kind.len());
                return Ok(());
            }
            if self.takes_word(word) {
                return Ok(());
            }
        }
        let length = self.run(is_of_fraction);
        let raw = self.rest().get(..length).unwrap_or_default();
        let is_parted_wrongly = raw.starts_with('_')
            || [".", "+", "-"]
                .iter()
                .any(|sign| raw.contains(&format!("{sign}_")));
        let number: Result<f64, _> = raw.replace('_', "").parse();
        if is_parted_wrongly || number.is_err() {
            return Err(SyntaxError::Number);
        }
        self.advance(length);
        if let Some(kind) = self.fraction_kind_behind(0) {
            self.takes_word(kind);
        }
        Ok(())
    }
}

const fn signed(name: &'static str, bits: u32) -> WholeNumbers {
    WholeNumbers {
        name,
        least: -(1 << (bits - 1)),
        most: (1 << (bits - 1)) - 1,
    }
}

const fn unsigned(name: &'static str, bits: u32) -> WholeNumbers {
    WholeNumbers {
        name,
        least: 0,
        most: (1 << bits) - 1,
    }
}

const fn is_of_whole(sign: char) -> bool {
    sign.is_ascii_hexdigit() || sign == '_'
}

const fn is_of_fraction(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, 'e' | 'E' | '.' | '+' | '-' | '_')
}
