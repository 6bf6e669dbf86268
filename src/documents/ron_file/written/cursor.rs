//! The signs of the notation in a text, as RON has them: blanks and comments, names, single signs. It knows where it stands,
//! and where it stood before the last sign that it took, which is where a fault begins.

use unicode_ident::{is_xid_continue, is_xid_start};

use crate::domain::source_text::SyntaxError;

pub(super) struct TextCursor<'t> {
    text: &'t str,
    /// Where the next sign begins, in bytes.
    pub at: usize,
    pub before: usize,
}

impl<'t> TextCursor<'t> {
    pub(super) const fn of(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            before: 0,
        }
    }

    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn bytes(&self) -> &'t [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// The next byte; that of a sign of the notation is the sign.
    pub(super) fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn sign(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn advance(&mut self, bytes: usize) {
        self.before = self.at;
        self.at += bytes;
    }

    /// The next letter, whichever it is.
    pub(super) fn next(&mut self) -> Result<char, SyntaxError> {
        let sign = self.sign().ok_or(SyntaxError::Truncated)?;
        self.at += sign.len_utf8();
        Ok(sign)
    }

    pub(super) fn takes(&mut self, sign: u8) -> bool {
        let is_here = self.byte() == Some(sign);
        if is_here {
            self.advance(1);
        }
        is_here
    }

    pub(super) fn expects(&mut self, sign: u8, otherwise: SyntaxError) -> Result<(), SyntaxError> {
        if self.takes(sign) {
            Ok(())
        } else {
            Err(otherwise)
        }
    }

    pub(super) fn takes_all(&mut self, signs: &str) -> bool {
        let is_here = self.bytes().starts_with(signs.as_bytes());
        if is_here {
            self.advance(signs.len());
        }
        is_here
    }

    /// Whether this word stands here, and is no longer.
    pub(super) fn is_word(&self, word: &str) -> bool {
        self.rest()
            .strip_prefix(word)
            .is_some_and(|rest| !rest.starts_with(is_xid_continue))
    }

    pub(super) fn takes_word(&mut self, word: &str) -> bool {
        let is_here = self.is_word(word);
        if is_here {
            self.advance(word.len());
        }
        is_here
    }

    /// How many bytes of the rest are of these letters.
    pub(super) fn run(&self, is_one: impl Fn(char) -> bool) -> usize {
        let rest = self.rest();
        rest.find(|sign| !is_one(sign)).unwrap_or(rest.len())
    }

    /// Passes over blanks and comments.
    pub(super) fn blanks(&mut self) -> Result<(), SyntaxError> {
        if self.byte().is_none() {
            return Ok(());
        }
        loop {
            let bytes = self.bytes();
            let plain = bytes
                .iter()
                .position(|byte| !matches!(byte, b' ' | b'\t'..=b'\r'));
            let plain = plain.unwrap_or(bytes.len());
            let is_ascii = bytes.get(plain).is_none_or(u8::is_ascii);
            let length = if is_ascii { plain } else { self.run(is_blank) };
            self.advance(length);
            if !self.takes(b'/') {
                return Ok(());
            }
            match self.next()? {
                '/' => {
                    let line = self.run(|sign| sign != '\n');
                    self.advance(line);
                    if self.byte().is_none() {
                        return Ok(());
                    }
                }
                '*' => self.comment()?,
                sign => return Err(SyntaxError::Other(format!("`{sign}`"))),
            }
        }
    }

    /// Passes over a comment in brackets, and those within it.
    fn comment(&mut self) -> Result<(), SyntaxError> {
        let mut open = 1_usize;
        while open > 0 {
            if self.byte().is_none() {
                return Err(SyntaxError::OpenComment);
            }
            let length = self.run(|sign| !matches!(sign, '/' | '*'));
            self.advance(length);
            if self.takes_all("/*") {
                open += 1;
            } else if self.takes_all("*/") {
                open -= 1;
            } else {
                self.next().map_err(|_| SyntaxError::OpenComment)?;
            }
        }
        Ok(())
    }

    /// Passes over a comma and the blanks around it. Whether there was one.
    pub(super) fn comma(&mut self) -> Result<bool, SyntaxError> {
        self.blanks()?;
        let is_here = self.takes(b',');
        if is_here {
            self.blanks()?;
        }
        Ok(is_here)
    }

    /// The name that has to stand here.
    pub(super) fn name(&mut self) -> Result<&'t str, SyntaxError> {
        if let Some(length) = self.plain_name() {
            let name = self.rest().get(..length).unwrap_or_default();
            self.advance(length);
            return Ok(name);
        }
        let first = self.sign().ok_or(SyntaxError::Truncated)?;
        if !begins_a_name(first) || self.begins_a_text() {
            return Err(SyntaxError::Name);
        }
        if self.rest().starts_with("r#") {
            let (at, before) = (self.at, self.before);
            self.advance(2);
            let length = self.run(is_of_raw_name);
            if length == 0 {
                (self.at, self.before) = (at, before);
                return Err(SyntaxError::Name);
            }
            let name = self.rest().get(..length).unwrap_or_default();
            self.advance(length);
            return Ok(name);
        }
        let length = first.len_utf8() + self.rest_of_name(first.len_utf8());
        if self.run(is_of_raw_name) > length {
            return Err(SyntaxError::Name);
        }
        let name = self.rest().get(..length).unwrap_or_default();
        self.advance(length);
        Ok(name)
    }

    /// The length of a name of plain letters whose end is as plain.
    fn plain_name(&self) -> Option<usize> {
        let bytes = self.bytes();
        let is_of_it = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        let length = bytes.iter().position(|byte| !is_of_it(byte));
        let length = length.unwrap_or(bytes.len());
        let begins = bytes.first().is_some_and(|byte| !byte.is_ascii_digit());
        let ends = bytes.get(length).is_none_or(|byte| {
            byte.is_ascii() && !matches!(byte, b'.' | b'+' | b'-' | b'"' | b'\'' | b'#')
        });
        (length > 0 && begins && ends).then_some(length)
    }

    fn rest_of_name(&self, from: usize) -> usize {
        let rest = self.rest().get(from..).unwrap_or_default();
        rest.find(|sign| !is_xid_continue(sign))
            .unwrap_or(rest.len())
    }

    /// Passes over the name that stands here, if there is one.
    pub(super) fn passes_name(&mut self) -> bool {
        if self.begins_a_text() {
            return false;
        }
        if self.rest().starts_with("r#") {
            let rest = self.rest().get(2..).unwrap_or_default();
            let length = rest.find(|sign| !is_of_raw_name(sign));
            let length = length.unwrap_or(rest.len());
            if length > 0 {
                self.advance(2 + length);
            }
            return length > 0;
        }
        let first = self.sign().filter(|first| begins_a_name(*first));
        if let Some(first) = first {
            let length = first.len_utf8() + self.rest_of_name(first.len_utf8());
            self.advance(length);
        }
        first.is_some()
    }

    /// Whether what looks like the begin of a name is that of a text.
    fn begins_a_text(&self) -> bool {
        ["b\"", "b'", "br#", "br\"", "r\"", "r#\"", "r##"]
            .iter()
            .any(|begin| self.rest().starts_with(begin))
    }
}

fn begins_a_name(sign: char) -> bool {
    sign == '_' || is_xid_start(sign)
}

fn is_of_raw_name(sign: char) -> bool {
    matches!(sign, '.' | '+' | '-') || is_xid_continue(sign)
}

fn is_blank(sign: char) -> bool {
    matches!(
        sign,
        ' ' | '\t'..='\r' | '\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}'
    )
}
