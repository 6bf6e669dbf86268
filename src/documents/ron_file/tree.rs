//! A tolerantly read file on its way into the wanted type. What does not fit is refused where it stands; a dummy fits
//! everywhere.

mod opening;

use std::borrow::Cow;

use super::source::{RonShape, Source, WholeNumbers};
use super::tolerant::{RonNode, Spanned, TolerantEntry};
use super::trouble::Trouble;
use crate::domain::source_text::SyntaxError;

/// Where in the tree the reading is: from the root, step by step.
pub(super) struct Tree<'t> {
    steps: Vec<TreeStep<'t>>,
    /// The way from the root to what is read now, child by child.
    pub path: Vec<usize>,
}

struct TreeStep<'t> {
    node: &'t Spanned,
    /// How long the way to what is around it is.
    around: usize,
    /// Whether it is a member of what is around it.
    is_member: bool,
    holds: Holds<'t>,
}

/// What is taken out of a value, one by one.
#[derive(Clone, Copy)]
enum Holds<'t> {
    Itself,
    Values(&'t [Spanned], usize),
    Entries(&'t [TolerantEntry], usize),
    Pairs(&'t [(Spanned, Spanned)], usize),
    /// An entry of each name, in a structure that stands in the place of another thing.
    Dummies(&'static [&'static str], usize),
    /// The name of a choice, and what stands in brackets behind it.
    Choice(&'t str, Option<&'t Spanned>),
}

/// What people write where there is nothing.
const NO_WORDS: [&str; 5] = ["none", "null", "nil", "không", "trống"];

impl<'t> Tree<'t> {
    pub(super) fn of(root: &'t Spanned) -> Self {
        let step = TreeStep {
            node: root,
            around: 0,
            is_member: false,
            holds: Holds::Itself,
        };
        Self {
            steps: vec![step],
            path: Vec::new(),
        }
    }

    fn here(&self) -> Option<&'t Spanned> {
        self.steps.last().map(|step| step.node)
    }

    fn node(&self) -> &'t RonNode {
        self.here().map_or(&RonNode::Dummy, |spanned| &spanned.node)
    }

    fn into(&mut self, way: &[usize], node: &'t Spanned, holds: Holds<'t>) {
        self.steps.push(TreeStep {
            node,
            around: self.path.len(),
            is_member: false,
            holds,
        });
        self.path.extend_from_slice(way);
    }

    /// To a member of what is open.
    fn begin_member(&mut self, way: &[usize], node: &'t Spanned) {
        self.into(way, node, Holds::Itself);
        if let Some(step) = self.steps.last_mut() {
            step.is_member = true;
        }
    }

    /// Out of the member that was read.
    fn end_member(&mut self) {
        if self.steps.last().is_some_and(|step| step.is_member) {
            self.out();
        }
    }

    /// Into what this value holds.
    fn opened(&mut self, holds: Holds<'t>) {
        if let Some(node) = self.here() {
            self.into(&[], node, holds);
        }
    }

    fn out(&mut self) {
        if let Some(step) = self.steps.pop() {
            self.path.truncate(step.around);
        }
    }

    /// What stands here, as it is written, for a message.
    fn found(&self) -> String {
        match self.node() {
            RonNode::Text(text) => text.clone(),
            RonNode::Number(raw) | RonNode::Phrase(raw) => raw.clone(),
            RonNode::Word(word, None) => word.clone(),
            RonNode::Word(word, Some(_)) => format!("{word}(…)"),
            RonNode::Entries(_) | RonNode::Values(_) => "(…)".to_owned(),
            RonNode::List(_) => "[…]".to_owned(),
            RonNode::Pairs(_) => "{…}".to_owned(),
            RonNode::Dummy => String::new(),
        }
    }
}

fn is_number(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.chars().all(|sign| sign.is_ascii_digit())
}

impl Source for Tree<'_> {
    fn truth(&mut self) -> Result<bool, Trouble> {
        match self.node() {
            RonNode::Word(word, None) if word == "true" => Ok(true),
            RonNode::Word(word, None) if word == "false" => Ok(false),
            RonNode::Dummy => Ok(false),
            RonNode::Word(..)
            | RonNode::Text(_)
            | RonNode::Number(_)
            | RonNode::Phrase(_)
            | RonNode::Entries(_)
            | RonNode::Values(_)
            | RonNode::List(_)
            | RonNode::Pairs(_) => Err(SyntaxError::TruthValue.into()),
        }
    }

    fn whole_number(&mut self, kind: WholeNumbers) -> Result<i128, Trouble> {
        let raw = match self.node() {
            RonNode::Number(raw) => raw.as_str(),
            RonNode::Dummy => "1",
            RonNode::Text(text) if is_number(text) => {
                return Err(SyntaxError::QuotedNumber(text.trim().to_owned()).into());
            }
            RonNode::Text(_)
            | RonNode::Phrase(_)
            | RonNode::Word(..)
            | RonNode::Entries(_)
            | RonNode::Values(_)
            | RonNode::List(_)
            | RonNode::Pairs(_) => return Err(SyntaxError::Number.into()),
        };
        let read: Option<i128> = raw.replace('_', "").parse().ok();
        read.filter(|number| (kind.least..=kind.most).contains(number))
            .ok_or_else(|| SyntaxError::Number.into())
    }

    fn letter(&mut self) -> Result<char, Trouble> {
        let text = self.text()?;
        let mut letters = text.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) => Ok(letter),
            (Some(_) | None, _) => Err(SyntaxError::Unfit.into()),
        }
    }

    fn text(&mut self) -> Result<Cow<'_, str>, Trouble> {
        match self.node() {
            RonNode::Text(text) => Ok(Cow::Borrowed(text)),
            // Fits an id, an article and a day alike.
            RonNode::Dummy => Ok(Cow::Borrowed("2024-01-01")),
            RonNode::Phrase(_) | RonNode::Word(_, None) => {
                Err(SyntaxError::Unquoted(self.found()).into())
            }
            RonNode::Number(_)
            | RonNode::Word(_, Some(_))
            | RonNode::Entries(_)
            | RonNode::Values(_)
            | RonNode::List(_)
            | RonNode::Pairs(_) => Err(SyntaxError::Text.into()),
        }
    }

    fn name(&mut self) -> Result<&str, Trouble> {
        match self.steps.last().map(|step| step.holds) {
            Some(Holds::Choice(name, _)) => Ok(name),
            Some(Holds::Entries(entries, next)) => {
                let entry = next.checked_sub(1).and_then(|last| entries.get(last));
                Ok(entry.map_or("", |entry| &entry.name))
            }
            Some(Holds::Dummies(fields, next)) => {
                let field = next.checked_sub(1).and_then(|last| fields.get(last));
                Ok(field.copied().unwrap_or_default())
            }
            Some(Holds::Itself | Holds::Values(..) | Holds::Pairs(..)) | None => {
                Err(SyntaxError::Name.into())
            }
        }
    }

    fn nothing(&mut self, _: &'static str) -> Result<(), Trouble> {
        Ok(())
    }

    fn is_there(&mut self) -> Result<bool, Trouble> {
        match self.node() {
            RonNode::Dummy => return Ok(false),
            RonNode::Word(word, None) if word == "None" => return Ok(false),
            RonNode::Word(word, None) if NO_WORDS.contains(&word.to_lowercase().as_str()) => {
                return Err(SyntaxError::NoneWord(word.clone()).into());
            }
            RonNode::Word(word, Some(payload)) if word == "Some" => match &payload.node {
                RonNode::Entries(_) => return Err(SyntaxError::TwoBrackets.into()),
                RonNode::Values(values) => match values.as_slice() {
                    [only] => self.into(&[0, 0], only, Holds::Itself),
                    _ => self.into(&[0], payload, Holds::Itself),
                },
                RonNode::List(_)
                | RonNode::Pairs(_)
                | RonNode::Text(_)
                | RonNode::Number(_)
                | RonNode::Word(..)
                | RonNode::Phrase(_)
                | RonNode::Dummy => self.into(&[0], payload, Holds::Itself),
            },
            RonNode::Word(..)
            | RonNode::Text(_)
            | RonNode::Number(_)
            | RonNode::Phrase(_)
            | RonNode::Entries(_)
            | RonNode::Values(_)
            | RonNode::List(_)
            | RonNode::Pairs(_) => self.opened(Holds::Itself),
        }
        Ok(true)
    }

    fn pass_over(&mut self) -> Result<(), Trouble> {
        Ok(())
    }

    fn open(&mut self, shape: RonShape) -> Result<(), Trouble> {
        match (shape, self.node()) {
            (RonShape::List, RonNode::List(values)) => self.opened(Holds::Values(values, 0)),
            (RonShape::Map, RonNode::Pairs(pairs)) => self.opened(Holds::Pairs(pairs, 0)),
            (RonShape::List | RonShape::Map, RonNode::Dummy) => self.opened(Holds::Values(&[], 0)),
            (RonShape::Wrapped(name), _) => self.wrapped(name),
            (RonShape::List, _) => return Err(SyntaxError::Sign("[").into()),
            (RonShape::Map, _) => return Err(SyntaxError::Sign("{").into()),
            (RonShape::Tuple(_), _) => return self.tuple(),
            (RonShape::Structure(name, fields), _) => return self.structure(name, fields),
            (RonShape::Choice(variants), _) => return self.choice(variants),
            (RonShape::ChosenValue, _) => return self.chosen_value(),
            (RonShape::ChosenTuple, _) => return self.chosen(RonShape::Tuple("")),
            (RonShape::ChosenEntries(fields), _) => {
                return self.chosen(RonShape::Structure("", fields));
            }
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Trouble> {
        self.end_member();
        self.out();
        Ok(())
    }

    fn has_member(&mut self) -> Result<bool, Trouble> {
        self.end_member();
        let Some(step) = self.steps.last_mut() else {
            return Ok(false);
        };
        let (count, next) = match &mut step.holds {
            Holds::Values(values, next) => (values.len(), next),
            Holds::Entries(entries, next) => (entries.len(), next),
            Holds::Pairs(pairs, next) => (pairs.len(), next),
            Holds::Dummies(fields, next) => (fields.len(), next),
            Holds::Itself | Holds::Choice(..) => return Ok(false),
        };
        let number = *next;
        if number >= count {
            return Ok(false);
        }
        *next += 1;
        match step.holds {
            Holds::Values(values, _) => {
                if let Some(value) = values.get(number) {
                    self.begin_member(&[number], value);
                }
            }
            Holds::Pairs(pairs, _) => {
                if let Some((key, _)) = pairs.get(number) {
                    self.begin_member(&[number], key);
                }
            }
            Holds::Entries(..) | Holds::Dummies(..) | Holds::Itself | Holds::Choice(..) => {}
        }
        Ok(true)
    }

    fn to_value(&mut self) -> Result<(), Trouble> {
        // A key is a value of its own, a name is not.
        self.end_member();
        let Some(step) = self.steps.last() else {
            return Ok(());
        };
        let node = step.node;
        match step.holds {
            Holds::Entries(entries, next) => {
                let number = next.saturating_sub(1);
                if let Some(entry) = entries.get(number) {
                    self.begin_member(&[number], &entry.value);
                }
            }
            Holds::Pairs(pairs, next) => {
                let number = next.saturating_sub(1);
                if let Some((_, value)) = pairs.get(number) {
                    self.begin_member(&[number], value);
                }
            }
            Holds::Dummies(..) => self.begin_member(&[], node),
            Holds::Itself | Holds::Values(..) | Holds::Choice(..) => {}
        }
        Ok(())
    }

    fn name_alone(&mut self) -> Result<(), Trouble> {
        match self.payload() {
            Ok(_) => Err(SyntaxError::Unfit.into()),
            Err(_) => Ok(()),
        }
    }
}
