//! A text that is as it should be, on its way into the wanted type, without anything in between. It takes what RON takes and
//! refuses what RON refuses, but for fractions and bytes, which no data of ours holds, and what newer versions of RON read
//! besides: ranges of numbers, a line that goes on behind a backslash.

mod cursor;
mod liberties;
mod literals;
mod passing;

use std::borrow::Cow;

use super::UnreadText;
use super::source::{RonShape, Source, WholeNumbers};
use super::trouble::Trouble;
use crate::domain::source_text::SyntaxError;
use cursor::TextCursor;
pub(super) use liberties::Liberties;

/// How deep the reading goes, counted as RON counts: a bracket, and each of its members.
const DEEPEST: usize = 128;

/// Where in the text the reading is.
pub(super) struct WrittenText<'t> {
    cursor: TextCursor<'t>,
    liberties: Liberties,
    open: Vec<OpenBracket>,
    deep: usize,
    /// What comes next has no brackets of its own.
    is_bare: bool,
}

/// What is open.
struct OpenBracket {
    end: End,
    /// Whether a further member may come: nothing came yet, or a comma.
    goes_on: bool,
    /// Whether a member was begun, behind which a comma may stand.
    in_member: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Square,
    Curly,
    Round,
    /// Members up to the end of the bracket around it.
    RoundAround,
    /// One value, behind which a comma may stand.
    One,
    /// Nothing of its own.
    Nowhere,
}

impl End {
    const fn sign(self) -> u8 {
        match self {
            Self::Square => b']',
            Self::Curly => b'}',
            Self::Round | Self::RoundAround | Self::One | Self::Nowhere => b')',
        }
    }
}

impl<'t> WrittenText<'t> {
    /// At the value of a whole text.
    pub(super) fn of(text: &'t str, liberties: Liberties) -> Self {
        Self {
            cursor: TextCursor::of(text),
            liberties,
            open: Vec::new(),
            deep: 0,
            is_bare: false,
        }
    }

    /// From the first sign of the text to its value.
    pub(super) fn begin(&mut self) -> Result<(), Trouble> {
        self.cursor.blanks()?;
        while self.cursor.byte() == Some(b'#') {
            self.attribute()?;
            self.cursor.blanks()?;
        }
        Ok(())
    }

    /// Nothing may follow the value.
    pub(super) fn end(&mut self) -> Result<(), Trouble> {
        self.cursor.blanks()?;
        match self.cursor.byte() {
            None => Ok(()),
            Some(_) => Err(SyntaxError::Trailing.into()),
        }
    }

    /// Why it cannot be read, and how far it was.
    pub(super) fn unread(&self, trouble: Trouble) -> UnreadText {
        UnreadText {
            damage: trouble.into_parts().0,
            begins: self.cursor.before,
            ends: self.cursor.at,
        }
    }

    fn deeper(&mut self) -> Result<(), Trouble> {
        if self.deep == DEEPEST {
            return Err(SyntaxError::TooDeep.into());
        }
        self.deep += 1;
        Ok(())
    }

    /// Passes over the comma behind a member that was read.
    fn end_member(&mut self) -> Result<(), Trouble> {
        let Some(open) = self.open.last_mut().filter(|open| open.in_member) else {
            return Ok(());
        };
        open.goes_on = self.cursor.comma()?;
        open.in_member = false;
        self.deep = self.deep.saturating_sub(1);
        Ok(())
    }

    fn opened(&mut self, end: End) -> Result<(), Trouble> {
        self.open.push(OpenBracket {
            end,
            goes_on: true,
            in_member: false,
        });
        self.deeper()
    }

    fn opens(&mut self, sign: u8, end: End, otherwise: &'static str) -> Result<(), Trouble> {
        self.is_bare = false;
        self.cursor.expects(sign, SyntaxError::Sign(otherwise))?;
        self.opened(end)
    }

    /// Round brackets, or none where those around it stand for them.
    fn round(&mut self) -> Result<(), Trouble> {
        if self.is_bare {
            self.is_bare = false;
            return self.opened(End::RoundAround);
        }
        self.opens(b'(', End::Round, "(")
    }

    /// Round brackets around one value.
    fn one(&mut self, is_bare: bool) -> Result<(), Trouble> {
        self.cursor.expects(b'(', SyntaxError::Sign("("))?;
        self.cursor.blanks()?;
        self.is_bare = is_bare;
        self.opened(End::One)
    }

    /// The name of a structure, which may be left out. Whether it was there.
    fn structure_name(&mut self, name: &'static str) -> Result<bool, Trouble> {
        let begins = self.cursor.sign();
        if !begins.is_some_and(unicode_ident::is_xid_continue) {
            return if self.liberties.names_only {
                Err(SyntaxError::Name.into())
            } else {
                Ok(false)
            };
        }
        match self.cursor.name() {
            Ok(found) if found == name => Ok(true),
            Ok(found) => Err(SyntaxError::Other(format!("{found}: {name}")).into()),
            Err(_) => Err(SyntaxError::Sign("(").into()),
        }
    }

    fn wrapped(&mut self, name: &'static str) -> Result<(), Trouble> {
        if self.liberties.bare_wrapped || self.is_bare {
            self.is_bare = false;
            return self.opened(End::Nowhere);
        }
        self.structure_name(name)?;
        self.cursor.blanks()?;
        self.one(false)
    }
}

impl Source for WrittenText<'_> {
    fn truth(&mut self) -> Result<bool, Trouble> {
        if self.cursor.takes_word("true") {
            return Ok(true);
        }
        if self.cursor.takes_word("false") {
            return Ok(false);
        }
        Err(SyntaxError::TruthValue.into())
    }

    fn whole_number(&mut self, kind: WholeNumbers) -> Result<i128, Trouble> {
        Ok(self.cursor.whole_number(kind)?)
    }

    fn letter(&mut self) -> Result<char, Trouble> {
        Ok(self.cursor.letter()?)
    }

    fn text(&mut self) -> Result<Cow<'_, str>, Trouble> {
        Ok(self.cursor.text()?)
    }

    fn name(&mut self) -> Result<&str, Trouble> {
        Ok(self.cursor.name()?)
    }

    fn nothing(&mut self, name: &'static str) -> Result<(), Trouble> {
        let is_named = !name.is_empty() && !self.is_bare && self.structure_name(name)?;
        if is_named || self.is_bare || self.cursor.takes_all("()") {
            self.is_bare = false;
            return Ok(());
        }
        Err(SyntaxError::Sign("(").into())
    }

    fn is_there(&mut self) -> Result<bool, Trouble> {
        if self.cursor.takes_word("None") {
            return Ok(false);
        }
        if self.cursor.takes_word("Some") {
            self.cursor.blanks()?;
            if self.cursor.byte() == Some(b'(') {
                self.one(self.liberties.bare_chosen)?;
                return Ok(true);
            }
        }
        if self.liberties.implicit_some {
            self.opened(End::Nowhere)?;
            return Ok(true);
        }
        Err(SyntaxError::Other("Some".to_owned()).into())
    }

    fn pass_over(&mut self) -> Result<(), Trouble> {
        self.pass_over_value()
    }

    fn open(&mut self, shape: RonShape) -> Result<(), Trouble> {
        match shape {
            RonShape::List => self.opens(b'[', End::Square, "["),
            RonShape::Map => self.opens(b'{', End::Curly, "{"),
            RonShape::Tuple(name) => {
                if !self.is_bare && !name.is_empty() {
                    self.structure_name(name)?;
                }
                self.round()
            }
            RonShape::Structure(name, _) => {
                if !self.is_bare {
                    self.structure_name(name)?;
                }
                self.cursor.blanks()?;
                self.round()
            }
            RonShape::Wrapped(name) => self.wrapped(name),
            RonShape::Choice(_) => {
                self.is_bare = false;
                self.opened(End::Nowhere)?;
                Ok(self.cursor.blanks()?)
            }
            RonShape::ChosenValue => {
                self.cursor.blanks()?;
                self.one(self.liberties.bare_chosen)
            }
            RonShape::ChosenTuple | RonShape::ChosenEntries(_) => {
                self.cursor.blanks()?;
                self.round()
            }
        }
    }

    fn close(&mut self) -> Result<(), Trouble> {
        self.end_member()?;
        let Some(OpenBracket { end, .. }) = self.open.pop() else {
            return Ok(());
        };
        self.deep = self.deep.saturating_sub(1);
        match end {
            End::Square | End::Curly | End::Round => self.cursor.blanks()?,
            End::One => {
                self.is_bare = false;
                self.cursor.comma()?;
            }
            End::RoundAround => return Ok(self.cursor.blanks()?),
            End::Nowhere => return Ok(()),
        }
        let otherwise = match end {
            End::Square => "]",
            End::Curly => "}",
            End::Round | End::RoundAround | End::One | End::Nowhere => ")",
        };
        Ok(self
            .cursor
            .expects(end.sign(), SyntaxError::Sign(otherwise))?)
    }

    fn has_member(&mut self) -> Result<bool, Trouble> {
        self.end_member()?;
        self.cursor.blanks()?;
        let Some(open) = self.open.last_mut() else {
            return Ok(false);
        };
        let ends = self.cursor.byte() == Some(open.end.sign());
        match (open.goes_on, ends) {
            (_, true) => Ok(false),
            (true, false) => {
                open.in_member = true;
                self.deeper()?;
                Ok(true)
            }
            (false, false) => Err(SyntaxError::Sign(",").into()),
        }
    }

    fn to_value(&mut self) -> Result<(), Trouble> {
        self.cursor.blanks()?;
        self.cursor.expects(b':', SyntaxError::Sign(":"))?;
        Ok(self.cursor.blanks()?)
    }

    fn name_alone(&mut self) -> Result<(), Trouble> {
        Ok(())
    }
}
