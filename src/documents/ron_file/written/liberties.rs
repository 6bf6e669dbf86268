//! What a text says of itself before its value: in what it may be written otherwise than the program writes.

use super::WrittenText;
use crate::documents::ron_file::trouble::Trouble;
use crate::domain::source_text::SyntaxError;

/// What may be written otherwise in a text.
#[derive(Debug, Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is switched on by itself, in the text"
)]
pub(in super::super) struct Liberties {
    pub(super) implicit_some: bool,
    /// A structure of one value may stand without its brackets.
    pub(super) bare_wrapped: bool,
    /// So may the structure that a choice or `Some` holds.
    pub(super) bare_chosen: bool,
    /// A structure has to name itself.
    pub(super) names_only: bool,
}

impl Liberties {
    /// `Some(…)` may be left out around a value that may be missing.
    pub(in super::super) fn of_people() -> Self {
        Self {
            implicit_some: true,
            ..Self::default()
        }
    }
}

impl WrittenText<'_> {
    /// What a text says of itself before its value.
    pub(super) fn attribute(&mut self) -> Result<(), Trouble> {
        for sign in ["#", "!", "["] {
            if !self.cursor.takes_all(sign) {
                return Err(SyntaxError::Strange("#".to_owned()).into());
            }
            self.cursor.blanks()?;
        }
        if self.cursor.takes_word("enable") {
            self.cursor.blanks()?;
            self.cursor.expects(b'(', SyntaxError::Sign("("))?;
            self.cursor.blanks()?;
            self.liberties()?;
            self.cursor.blanks()?;
            self.cursor.expects(b')', SyntaxError::Sign(")"))?;
            self.cursor.blanks()?;
        } else if self.cursor.takes_word("type") || self.cursor.takes_word("schema") {
            self.cursor.blanks()?;
            self.cursor.expects(b'=', SyntaxError::Sign("="))?;
            self.cursor.blanks()?;
            self.cursor.text()?;
            self.cursor.blanks()?;
        } else {
            return Err(SyntaxError::Name.into());
        }
        Ok(self.cursor.expects(b']', SyntaxError::Sign("]"))?)
    }

    fn liberties(&mut self) -> Result<(), Trouble> {
        loop {
            match self.cursor.name()? {
                "implicit_some" => self.liberties.implicit_some = true,
                "unwrap_newtypes" => self.liberties.bare_wrapped = true,
                "unwrap_variant_newtypes" => self.liberties.bare_chosen = true,
                "explicit_struct_names" => self.liberties.names_only = true,
                _ => return Err(SyntaxError::Name.into()),
            }
            let goes_on = self.cursor.comma()?;
            let is_name = self
                .cursor
                .sign()
                .is_some_and(unicode_ident::is_xid_continue);
            match (goes_on, is_name) {
                (true, true) => {}
                (false, true) => return Err(SyntaxError::Sign(",").into()),
                (true | false, false) => return Ok(()),
            }
        }
    }
}
