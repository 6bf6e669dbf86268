//! The one pass over the text of a file of sentences: groups, maps, lists and texts, blanks and comments. It finds each text
//! with its path, and puts it into the catalogue.

use std::cell::Cell;

use super::{Catalog, CatalogFault, CatalogText, place_of};
use crate::domain::i18n::Message;

/// Everything that stands in the source; a text that stands there as it is meant is kept by `message`.
pub(super) fn read<'s>(
    source: &'s str,
    message: fn(&'s str) -> Message,
) -> Result<Catalog, CatalogFault> {
    let mut reader = Reader {
        rest: source,
        source,
        path: String::new(),
        message,
        catalog: Catalog::default(),
    };
    reader.skip();
    reader.value(0)?;
    reader.skip();
    if reader.rest.is_empty() {
        Ok(reader.catalog)
    } else {
        Err(reader.fault())
    }
}

/// Groups in groups deeper than this are no file of sentences.
const DEEPEST: usize = 8;

struct Reader<'s> {
    rest: &'s str,
    source: &'s str,
    /// Of what is being read.
    path: String,
    /// Keeps a text that stands in the file as it is meant.
    message: fn(&'s str) -> Message,
    catalog: Catalog,
}

impl<'s> Reader<'s> {
    /// Where the rest begins.
    fn fault(&self) -> CatalogFault {
        let (line, column) = place_of(self.source, self.read());
        CatalogFault { line, column }
    }

    /// So many bytes are read.
    fn read(&self) -> usize {
        self.source.len() - self.rest.len()
    }

    /// Passes over blanks and comments.
    fn skip(&mut self) {
        loop {
            let trimmed = self.rest.trim_start();
            self.rest = if let Some(comment) = trimmed.strip_prefix("//") {
                comment.split_once('\n').map_or("", |(_, rest)| rest)
            } else if let Some(comment) = trimmed.strip_prefix("/*") {
                comment.split_once("*/").map_or("", |(_, rest)| rest)
            } else {
                self.rest = trimmed;
                return;
            };
        }
    }

    fn sign(&mut self, sign: char) -> bool {
        if let Some(rest) = self.rest.strip_prefix(sign) {
            self.rest = rest;
            self.skip();
            return true;
        }
        false
    }

    /// A text, a group or map of named values, a list, or any of them in `Some(…)`.
    fn value(&mut self, depth: usize) -> Result<(), CatalogFault> {
        if depth > DEEPEST {
            return Err(self.fault());
        }
        if self.rest.starts_with('"') {
            return self.text();
        }
        if let Some(inner) = self.rest.strip_prefix("Some") {
            self.rest = inner;
            self.skip();
            if !self.sign('(') {
                return Err(self.fault());
            }
            self.value(depth + 1)?;
            self.skip();
            self.sign(',');
            return if self.sign(')') {
                Ok(())
            } else {
                Err(self.fault())
            };
        }
        let close = match self.rest.chars().next() {
            Some('(') => ')',
            Some('{') => '}',
            Some('[') => ']',
            _ => return Err(self.fault()),
        };
        self.rest = self.rest.get(1..).unwrap_or_default();
        self.skip();
        self.members(close, depth)
    }

    /// The members of a group up to its end: named, or counted where they have no names.
    fn members(&mut self, close: char, depth: usize) -> Result<(), CatalogFault> {
        let mut count = 0_usize;
        let above = self.path.len();
        while !self.sign(close) {
            let name = self.name();
            if above > 0 {
                self.path.push('.');
            }
            match name {
                Some(name) => self.path.push_str(name),
                None => self.path.push_str(&count.to_string()),
            }
            count += 1;
            self.value(depth + 1)?;
            self.path.truncate(above);
            self.skip();
            if !self.sign(',') && !self.rest.starts_with(close) {
                return Err(self.fault());
            }
        }
        Ok(())
    }

    /// The name before a colon, if the member has one; `"in quotes"` as in a map of texts, too.
    fn name(&mut self) -> Option<&'s str> {
        let (name, after) = if let Some(quoted) = self.rest.strip_prefix('"') {
            quoted.split_once('"')?
        } else {
            let end = self
                .rest
                .find(|letter: char| !letter.is_alphanumeric() && letter != '_')
                .filter(|end| *end > 0)?;
            let (name, after) = self.rest.split_at_checked(end)?;
            // An entry of an enum within an enum, as in `Go(Up)`.
            match after
                .strip_prefix('(')
                .and_then(|inner| inner.split_once(')'))
            {
                Some((inner, _)) if after.get(inner.len() + 2..)?.trim_start().starts_with(':') => {
                    self.rest.split_at_checked(end + inner.len() + 2)?
                }
                _ => (name, after),
            }
        };
        let value = after.trim_start().strip_prefix(':')?;
        self.rest = value;
        self.skip();
        Some(name)
    }

    fn text(&mut self) -> Result<(), CatalogFault> {
        let at = self.read();
        let inner = self.rest.get(1..).unwrap_or_default();
        let end = inner.find(['"', '\\']).ok_or_else(|| self.fault())?;
        let (plain, after) = inner.split_at_checked(end).unwrap_or_default();
        let message = if let Some(rest) = after.strip_prefix('"') {
            self.rest = rest;
            (self.message)(plain)
        } else {
            Message::new(self.escaped_text()?)
        };
        let text = CatalogText {
            message,
            at,
            taken: Cell::new(false),
        };
        self.catalog.put(&self.path, text);
        Ok(())
    }

    /// A text in which something is written otherwise than it is meant.
    fn escaped_text(&mut self) -> Result<String, CatalogFault> {
        let mut text = String::new();
        let mut letters = self.rest.char_indices().skip(1);
        while let Some((end, letter)) = letters.next() {
            match letter {
                '"' => {
                    self.rest = self.rest.get(end + 1..).unwrap_or_default();
                    return Ok(text);
                }
                '\\' => match letters.next().map(|(_, letter)| letter) {
                    Some('n') => text.push('\n'),
                    Some('t') => text.push('\t'),
                    Some('u') => text.push(escaped(&mut letters).ok_or_else(|| self.fault())?),
                    // RON and Rust leave out a line break that follows the sign.
                    Some('\n') => {}
                    Some(letter) => text.push(letter),
                    None => return Err(self.fault()),
                },
                letter => text.push(letter),
            }
        }
        Err(self.fault())
    }
}

/// The letter of `{2011}`.
fn escaped(letters: &mut impl Iterator<Item = (usize, char)>) -> Option<char> {
    let mut code = String::new();
    letters.next().filter(|(_, letter)| *letter == '{')?;
    loop {
        let (_, letter) = letters.next()?;
        if letter == '}' {
            return u32::from_str_radix(&code, 16).ok().and_then(char::from_u32);
        }
        code.push(letter);
    }
}
