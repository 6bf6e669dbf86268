//! Passing over a value that nobody asks for, as a newer version may have written it.

use super::WrittenText;
use crate::documents::ron_file::source::{RonShape, Source as _};
use crate::documents::ron_file::trouble::Trouble;
use crate::domain::source_text::SyntaxError;

/// Names that are values of their own.
const VALUES: [&str; 9] = [
    "true", "false", "None", "inf", "inff32", "inff64", "NaN", "NaNf32", "NaNf64",
];

impl WrittenText<'_> {
    pub(super) fn pass_over_value(&mut self) -> Result<(), Trouble> {
        if VALUES.iter().any(|word| self.cursor.takes_word(word)) || self.cursor.takes_all("()") {
            return Ok(());
        }
        if self.cursor.is_word("Some") {
            self.is_there()?;
            self.pass_over()?;
            return self.close();
        }
        if self.cursor.passes_name() {
            self.cursor.blanks()?;
            return self.pass_over_brackets();
        }
        match self.cursor.byte() {
            Some(b'(') => self.pass_over_brackets(),
            Some(b'[') => self.pass_over_list(RonShape::List),
            Some(b'{') => self.pass_over_list(RonShape::Map),
            Some(b'"' | b'r') => Ok(self.cursor.text().map(drop)?),
            Some(b'\'') => Ok(self.cursor.letter().map(drop)?),
            Some(b'0'..=b'9' | b'+' | b'-' | b'.') => Ok(self.cursor.passes_number()?),
            Some(_) => {
                let sign = self.cursor.sign().unwrap_or_default();
                Err(SyntaxError::Other(format!("`{sign}`")).into())
            }
            None => Err(SyntaxError::Truncated.into()),
        }
    }

    /// Passes over what stands behind a name, or without one: brackets with entries or values, or nothing.
    fn pass_over_brackets(&mut self) -> Result<(), Trouble> {
        if self.cursor.byte() != Some(b'(') {
            return Ok(());
        }
        let (at, before) = (self.cursor.at, self.cursor.before);
        self.cursor.advance(1);
        self.cursor.blanks()?;
        let is_named = self.cursor.passes_name() && {
            self.cursor.blanks()?;
            self.cursor.byte() == Some(b':')
        };
        (self.cursor.at, self.cursor.before) = (at, before);
        self.round()?;
        while self.has_member()? {
            if is_named {
                self.cursor.name()?;
                self.to_value()?;
            }
            self.pass_over()?;
        }
        self.close()
    }

    fn pass_over_list(&mut self, shape: RonShape) -> Result<(), Trouble> {
        self.open(shape)?;
        while self.has_member()? {
            self.pass_over()?;
            if matches!(shape, RonShape::Map) {
                self.to_value()?;
                self.pass_over()?;
            }
        }
        self.close()
    }
}
