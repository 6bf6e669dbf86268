//! A field with options, each of which carries what it stands for: what is chosen is a value, and no label is read back.

use super::field::{Field, FieldValue};

/// A field with options, each of which carries what it stands for.
#[derive(Debug, Clone)]
pub struct ChoiceField<T> {
    field: Field,
    values: Vec<T>,
}

/// What was chosen or typed in a [`ChoiceField`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldAnswer<T> {
    Chosen(T),
    Typed(String),
    Nothing,
}

impl<T: Clone> ChoiceField<T> {
    /// One of several, and nothing else; the first is proposed.
    #[must_use]
    pub fn closed(label: String, options: Vec<(String, T)>) -> Self {
        Self::among(label, options, false)
    }

    /// One of several, or a text that is none of them.
    #[must_use]
    pub fn or_typed(label: String, options: Vec<(String, T)>) -> Self {
        Self::among(label, options, true)
    }

    fn among(label: String, options: Vec<(String, T)>, free: bool) -> Self {
        let (texts, values) = options.into_iter().unzip();
        Self {
            field: Field::choice(label, texts, 0, free),
            values,
        }
    }

    /// Adds a last line that stands for nothing, and proposes it.
    #[must_use]
    pub fn or_nothing(mut self, text: String) -> Self {
        self.field.selected = self.field.options.len();
        self.field.options.push(text);
        self.field.none_last = true;
        self
    }

    /// Proposes the first option whose value fits, if there is one.
    #[must_use]
    pub fn proposing(mut self, fits: impl Fn(&T) -> bool) -> Self {
        if let Some(place) = self.values.iter().position(fits) {
            self.field.selected = place;
        }
        self
    }

    /// A typed text that is complete in itself is not taken for an option that only resembles it.
    #[must_use]
    pub fn complete_when(mut self, is_complete: fn(&str) -> bool) -> Self {
        self.field.is_complete = is_complete;
        self
    }

    /// What is chosen or typed, and the options beside it, are known to everybody in the hall anyway.
    #[must_use]
    pub fn public(mut self) -> Self {
        self.field = self.field.public();
        self
    }

    #[must_use]
    pub fn field(&self) -> &Field {
        &self.field
    }

    pub fn field_mut(&mut self) -> &mut Field {
        &mut self.field
    }

    /// The values of all options, in their order.
    #[must_use]
    pub fn values(&self) -> &[T] {
        &self.values
    }

    /// What is chosen or typed now.
    #[must_use]
    pub fn answer(&self) -> FieldAnswer<T> {
        match self.field.value() {
            FieldValue::Option(index) => self
                .values
                .get(index)
                .cloned()
                .map_or(FieldAnswer::Nothing, FieldAnswer::Chosen),
            FieldValue::Text(text) => FieldAnswer::Typed(text),
            FieldValue::Nothing => FieldAnswer::Nothing,
        }
    }
}
