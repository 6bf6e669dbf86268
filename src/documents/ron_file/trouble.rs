//! Why a value does not fit the wanted type, where, and what lets the reading go on.

use std::fmt;

use serde::de;

use super::syntax_error::of_message;
use crate::domain::source_text::SyntaxError;

/// What has to be done so that the reading can go on.
#[derive(Debug)]
pub(super) enum Mend {
    Replace,
    Add(&'static str),
    Remove(String),
}

/// Why something does not fit, and where: the way from the root, child by child.
#[derive(Debug)]
pub(super) struct Trouble {
    pub path: Option<Vec<usize>>,
    pub damage: SyntaxError,
    pub mend: Mend,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.damage)
    }
}

impl std::error::Error for Trouble {}

impl Trouble {
    pub(super) fn new(damage: SyntaxError, mend: Mend) -> Self {
        Self {
            path: None,
            damage,
            mend,
        }
    }

    pub(super) fn at(mut self, path: &[usize]) -> Self {
        self.path.get_or_insert_with(|| path.to_vec());
        self
    }
}

pub(super) fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

impl de::Error for Trouble {
    fn custom<M: fmt::Display>(message: M) -> Self {
        Self::new(of_message(&message.to_string()), Mend::Replace)
    }

    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self::new(SyntaxError::Unfit, Mend::Replace)
    }

    fn invalid_value(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self::new(SyntaxError::Unfit, Mend::Replace)
    }

    fn unknown_variant(found: &str, expected: &'static [&'static str]) -> Self {
        let damage = SyntaxError::UnknownName {
            found: found.to_owned(),
            expected: owned(expected),
        };
        Self::new(damage, Mend::Replace)
    }

    fn unknown_field(found: &str, expected: &'static [&'static str]) -> Self {
        let damage = SyntaxError::UnknownField {
            found: found.to_owned(),
            expected: owned(expected),
        };
        Self::new(damage, Mend::Remove(found.to_owned()))
    }

    fn missing_field(field: &'static str) -> Self {
        let damage = SyntaxError::MissingField {
            field: field.to_owned(),
        };
        Self::new(damage, Mend::Add(field))
    }

    fn duplicate_field(field: &'static str) -> Self {
        let damage = SyntaxError::DuplicateField {
            field: field.to_owned(),
        };
        Self::new(damage, Mend::Remove(field.to_owned()))
    }
}
