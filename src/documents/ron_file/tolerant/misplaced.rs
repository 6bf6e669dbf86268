//! Brackets that close too early or not at all, and names that are none of the notation: where the reading goes on, so that
//! one slip is told once. Knows what stands around a place and nothing of what the data is about.

use super::{Parser, RonNode, Sign, Spanned, TolerantEntry, closing};
use crate::domain::source_text::{Place, SyntaxError};

impl Parser {
    /// Entries behind a bracket that was closed too early: the closing sign is surplus, and they belong to what it closed.
    /// Whether there were any.
    pub(super) fn go_on_with(&mut self, last: &mut Spanned, depth: usize) -> bool {
        let behind = |parser: &Self, back: usize| {
            let place = parser.next.checked_sub(back)?;
            parser.tokens.get(place).cloned()
        };
        let (Some((_, Sign::Comma)), Some((closed, Sign::Close(sign)))) =
            (behind(self, 1), behind(self, 2))
        else {
            return false;
        };
        let RonNode::Entries(entries) = &mut last.node else {
            return false;
        };
        if !self.is_name_of_entry() {
            return false;
        }
        self.fault(closed, SyntaxError::Surplus(closing(sign)));
        let here = self.at();
        if let RonNode::Entries(more) = self.bracket('(', here, depth) {
            entries.extend(more);
        }
        true
    }

    /// Entries in the brackets of a list: a text there is told as such by whoever reads it; members without brackets of
    /// their own lack those.
    pub(super) fn list_of_entries(
        &mut self,
        at: Place,
        entries: &[TolerantEntry],
        values: Vec<Spanned>,
    ) -> RonNode {
        let is_text = |entry: &TolerantEntry| matches!(&*entry.name, "vi" | "en");
        if entries.iter().all(is_text) {
            return RonNode::List(values);
        }
        self.fault(at, SyntaxError::Sign("("));
        RonNode::Dummy
    }

    /// Whether a name and its colon stand here.
    pub(super) fn is_name_of_entry(&self) -> bool {
        matches!(self.peek(), Some(Sign::Word(_))) && self.begins_an_entry()
    }

    /// Whether the entry that stands here belongs further out: the bracket was opened with its first entry on one line, and
    /// here a later line begins no deeper than that one. The missing sign is told behind what was read last.
    pub(super) fn was_left_open(&mut self, opened: usize, entries: &[TolerantEntry]) -> bool {
        let (Some((open, _)), Some(first)) = (self.tokens.get(opened), entries.first()) else {
            return false;
        };
        let (line, here) = (open.line, self.at());
        if first.at.line != line || here.line <= line {
            return false;
        }
        let before = self.tokens.get(..opened).unwrap_or_default();
        let same_line = before.iter().rev().take_while(|(at, _)| at.line == line);
        let Some((begins, _)) = same_line.last() else {
            return false;
        };
        if here.column > begins.column {
            return false;
        }
        // The comma behind the last entry parts the entries further out.
        let comma = self.next.saturating_sub(1);
        let at = match self.tokens.get(comma) {
            Some((at, Sign::Comma)) => {
                self.next = comma;
                *at
            }
            Some(_) | None => here,
        };
        self.fault(at, SyntaxError::Sign(")"));
        true
    }

    /// A name of several words, as somebody writes it in their own language: it is one name, and none that is known.
    pub(super) fn long_name(&mut self) -> Option<String> {
        let rest = self.tokens.get(self.next..).unwrap_or_default();
        let mut words: Vec<&str> = Vec::new();
        let mut line: Option<Place> = None;
        for (at, token) in rest {
            match token {
                Sign::Word(word) if line.is_none_or(|begins| begins.line == at.line) => {
                    line.get_or_insert(*at);
                    words.push(word);
                }
                Sign::Colon => break,
                Sign::Word(_)
                | Sign::Open(_)
                | Sign::Close(_)
                | Sign::Comma
                | Sign::Text(_)
                | Sign::Number(_)
                | Sign::Other(_) => return None,
            }
        }
        let is_foreign = words.iter().any(|word| !word.is_ascii());
        if words.len() < 2 || !is_foreign {
            return None;
        }
        let name = words.join(" ");
        // The last of them is read as the name.
        self.next += words.len() - 1;
        Some(name)
    }
}
