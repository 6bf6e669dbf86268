//! Why a value does not fit the wanted type, and what lets the reading go on. Where that is, whoever reads knows: it still
//! stands there.

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

/// Why something does not fit. Behind a pointer, since every reader of a type hands it on in many places.
#[derive(Debug)]
pub(super) struct Trouble(Box<(SyntaxError, Mend)>);

impl From<SyntaxError> for Trouble {
    fn from(damage: SyntaxError) -> Self {
        Self::new(damage, Mend::Replace)
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0.0)
    }
}

impl std::error::Error for Trouble {}

impl Trouble {
    fn new(damage: SyntaxError, mend: Mend) -> Self {
        Self(Box::new((damage, mend)))
    }

    pub(super) fn into_parts(self) -> (SyntaxError, Mend) {
        *self.0
    }
}

pub(super) fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

impl de::Error for Trouble {
    fn custom<M: fmt::Display>(message: M) -> Self {
        of_message(&message.to_string()).into()
    }

    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        SyntaxError::Unfit.into()
    }

    fn invalid_value(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        SyntaxError::Unfit.into()
    }

    fn unknown_variant(found: &str, expected: &'static [&'static str]) -> Self {
        let damage = SyntaxError::UnknownName {
            found: found.to_owned(),
            expected: owned(expected),
        };
        damage.into()
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
