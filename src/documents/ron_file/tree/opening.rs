//! From a value of the tree into what it holds, as the wanted type has it.

use super::{Holds, Tree, TreeStep};
use crate::documents::ron_file::source::{RonShape, Source as _};
use crate::documents::ron_file::tolerant::{RonNode, Spanned};
use crate::documents::ron_file::trouble::{Trouble, owned};
use crate::domain::source_text::SyntaxError;

impl<'t> Tree<'t> {
    /// Into the structure that stands here, or in the brackets behind its name.
    pub(super) fn structure(
        &mut self,
        name: &'static str,
        fields: &'static [&'static str],
    ) -> Result<(), Trouble> {
        let (way, node): (&[usize], _) = match (self.node(), self.here()) {
            (RonNode::Word(word, Some(payload)), _) if word == name => (&[0], &**payload),
            (_, Some(here)) => (&[], here),
            (_, None) => return Ok(()),
        };
        let holds = match &node.node {
            RonNode::Entries(entries) => Holds::Entries(entries, 0),
            RonNode::Values(values) if values.is_empty() => Holds::Entries(&[], 0),
            RonNode::Dummy => Holds::Dummies(fields, 0),
            RonNode::Values(_)
            | RonNode::List(_)
            | RonNode::Pairs(_)
            | RonNode::Text(_)
            | RonNode::Number(_)
            | RonNode::Word(..)
            | RonNode::Phrase(_) => {
                self.into(way, node, Holds::Itself);
                return Err(SyntaxError::Shape {
                    found: self.found(),
                    name,
                    fields: owned(fields),
                }
                .into());
            }
        };
        self.into(way, node, holds);
        Ok(())
    }

    pub(super) fn tuple(&mut self) -> Result<(), Trouble> {
        match self.node() {
            RonNode::Values(values) | RonNode::List(values) => {
                self.opened(Holds::Values(values, 0));
                Ok(())
            }
            RonNode::Entries(_)
            | RonNode::Pairs(_)
            | RonNode::Text(_)
            | RonNode::Number(_)
            | RonNode::Word(..)
            | RonNode::Phrase(_)
            | RonNode::Dummy => Err(SyntaxError::Sign("(").into()),
        }
    }

    pub(super) fn choice(&mut self, variants: &'static [&'static str]) -> Result<(), Trouble> {
        let (name, payload) = match self.node() {
            RonNode::Word(word, payload) => (word.as_str(), payload.as_deref()),
            RonNode::Dummy => (variants.first().copied().unwrap_or_default(), None),
            RonNode::Text(text) if variants.contains(&text.trim()) => {
                return Err(SyntaxError::QuotedChoice(text.trim().to_owned()).into());
            }
            RonNode::Text(_)
            | RonNode::Number(_)
            | RonNode::Phrase(_)
            | RonNode::Entries(_)
            | RonNode::Values(_)
            | RonNode::List(_)
            | RonNode::Pairs(_) => {
                return Err(SyntaxError::UnknownName {
                    found: self.found(),
                    expected: owned(variants),
                }
                .into());
            }
        };
        self.opened(Holds::Choice(name, payload));
        Ok(())
    }

    /// What stands in brackets behind the name of the choice.
    pub(super) fn payload(&self) -> Result<&'t Spanned, Trouble> {
        match self.steps.last().map(|step| step.holds) {
            Some(Holds::Choice(_, Some(payload))) => Ok(payload),
            Some(_) | None => Err(SyntaxError::Sign("(").into()),
        }
    }

    pub(super) fn chosen_value(&mut self) -> Result<(), Trouble> {
        if matches!(self.node(), RonNode::Dummy) {
            self.opened(Holds::Itself);
            return Ok(());
        }
        let payload = self.payload()?;
        match &payload.node {
            RonNode::Values(values) => {
                if let [only] = values.as_slice() {
                    self.into(&[0, 0], only, Holds::Itself);
                    return Ok(());
                }
                self.into(&[0], payload, Holds::Itself);
                Err(SyntaxError::Unfit.into())
            }
            // Its entries have brackets of their own within those of the name.
            RonNode::Entries(_)
            | RonNode::List(_)
            | RonNode::Pairs(_)
            | RonNode::Text(_)
            | RonNode::Number(_)
            | RonNode::Word(..)
            | RonNode::Phrase(_)
            | RonNode::Dummy => {
                self.into(&[0], payload, Holds::Itself);
                Err(SyntaxError::TwoBrackets.into())
            }
        }
    }

    /// Into the brackets behind the name of a choice, as into one that has no name.
    pub(super) fn chosen(&mut self, shape: RonShape) -> Result<(), Trouble> {
        let payload = self.payload()?;
        let around = self.path.len();
        self.into(&[0], payload, Holds::Itself);
        self.open(shape)?;
        // What is closed once leads out of both.
        if let Some(opened) = self.steps.pop() {
            self.steps.pop();
            self.steps.push(TreeStep { around, ..opened });
        }
        Ok(())
    }

    /// Into the brackets around the one value of a structure, where there are any.
    pub(super) fn wrapped(&mut self, name: &'static str) {
        match self.node() {
            RonNode::Values(values) => {
                if let [only] = values.as_slice() {
                    return self.into(&[0], only, Holds::Itself);
                }
            }
            RonNode::Word(word, Some(payload)) if word == name => {
                if let RonNode::Values(values) = &payload.node
                    && let [only] = values.as_slice()
                {
                    return self.into(&[0, 0], only, Holds::Itself);
                }
            }
            RonNode::Word(..)
            | RonNode::Text(_)
            | RonNode::Number(_)
            | RonNode::Phrase(_)
            | RonNode::Entries(_)
            | RonNode::List(_)
            | RonNode::Pairs(_)
            | RonNode::Dummy => {}
        }
        self.opened(Holds::Itself);
    }
}
