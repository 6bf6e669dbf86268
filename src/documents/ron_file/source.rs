//! What a reader asks of what it reads, step by step. There are two answers: the text itself, and the tree of a text that is
//! not as it should be. So every type's reader is made once. It knows nothing of the types that are read.

use std::borrow::Cow;

use super::trouble::Trouble;

/// What comes next, as the wanted type has it.
#[derive(Debug, Clone, Copy)]
pub(super) enum RonShape {
    List,
    Map,
    /// Values in round brackets, behind the name of their structure or without one.
    Tuple(&'static str),
    /// Entries in round brackets, behind the name of their structure or without one.
    Structure(&'static str, &'static [&'static str]),
    /// One value in round brackets, behind the name of its structure or without one.
    Wrapped(&'static str),
    /// The name of a choice, and what belongs to it.
    Choice(&'static [&'static str]),
    /// Behind the name of a choice: one value in round brackets.
    ChosenValue,
    /// Behind the name of a choice: several.
    ChosenTuple,
    /// Behind the name of a choice: entries.
    ChosenEntries(&'static [&'static str]),
}

/// A kind of whole numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct WholeNumbers {
    /// As the notation calls it where a number names its kind.
    pub name: &'static str,
    pub least: i128,
    pub most: i128,
}

/// A text that is read value by value. After a refusal nothing more is asked, so that it still stands where it was refused.
pub(super) trait Source {
    fn truth(&mut self) -> Result<bool, Trouble>;

    fn whole_number(&mut self, kind: WholeNumbers) -> Result<i128, Trouble>;

    fn letter(&mut self) -> Result<char, Trouble>;

    fn text(&mut self) -> Result<Cow<'_, str>, Trouble>;

    /// The name of an entry or of a choice.
    fn name(&mut self) -> Result<&str, Trouble>;

    /// A structure without entries, of this name or of none.
    fn nothing(&mut self, name: &'static str) -> Result<(), Trouble>;

    /// Whether there is a value where one may be missing. It is closed like a bracket.
    fn is_there(&mut self) -> Result<bool, Trouble>;

    /// Passes over a value that nobody asks for.
    fn pass_over(&mut self) -> Result<(), Trouble>;

    fn open(&mut self, shape: RonShape) -> Result<(), Trouble>;

    fn close(&mut self) -> Result<(), Trouble>;

    /// Whether what is open has a further member, behind the one that was read; it comes next, or its name or key does.
    fn has_member(&mut self) -> Result<bool, Trouble>;

    /// From the name or key of a member to its value.
    fn to_value(&mut self) -> Result<(), Trouble>;

    /// The end of a choice that is a name alone.
    fn name_alone(&mut self) -> Result<(), Trouble>;
}
