//! Fields to fill in: text, and text that narrows a list. What the fields are for is known by the dialog.

mod field;

use ratatui::crossterm::event::KeyEvent;

pub use field::{Field, Value};

use crate::tui::vn_input::Typing;

/// Several fields, one of which has the keys.
#[derive(Debug, Clone)]
pub struct Form {
    pub title: String,
    /// What is to be known before filling it in.
    pub intro: Vec<String>,
    fields: Vec<Field>,
    focus: usize,
    /// What is wrong with it.
    pub complaint: Option<String>,
}

impl Form {
    #[must_use]
    pub fn new(title: String, fields: Vec<Field>) -> Self {
        Self {
            title,
            intro: Vec::new(),
            fields,
            focus: 0,
            complaint: None,
        }
    }

    #[must_use]
    pub fn with_intro(mut self, intro: Vec<String>) -> Self {
        self.intro = intro;
        self
    }

    /// Begins with another field than the first.
    #[must_use]
    pub fn starting_at(mut self, field: usize) -> Self {
        self.focus = field;
        self
    }

    #[must_use]
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    #[must_use]
    pub fn focus(&self) -> usize {
        self.focus
    }

    /// What the field of this number holds.
    #[must_use]
    pub fn value(&self, field: usize) -> Value {
        self.fields.get(field).map_or(Value::Nothing, Field::value)
    }

    /// The text of the field of this number.
    #[must_use]
    pub fn content(&self, field: usize) -> String {
        self.fields
            .get(field)
            .map_or_else(String::new, Field::content)
    }

    /// Every text as typed, to be kept in case of a crash.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        self.fields
            .iter()
            .map(|field| field.typed().to_owned())
            .collect()
    }

    /// Puts back what was typed before.
    pub fn restore(&mut self, texts: &[String]) {
        for (field, text) in self.fields.iter_mut().zip(texts) {
            field.restore(text);
        }
    }

    pub fn next_field(&mut self) {
        self.focus = (self.focus + 1) % self.fields.len().max(1);
    }

    pub fn previous_field(&mut self) {
        self.focus = (self.focus + self.fields.len().saturating_sub(1)) % self.fields.len().max(1);
    }

    /// Goes to a field, for one that is not right.
    pub fn complain(&mut self, field: usize, complaint: String) {
        self.focus = field;
        self.complaint = Some(complaint);
    }

    /// Up and down choose in a field with options, and go from field to field otherwise.
    pub fn step(&mut self, by: isize) {
        match self.fields.get_mut(self.focus) {
            Some(field) if !field.choices().is_empty() => field.step(by),
            Some(_) | None if by < 0 => self.previous_field(),
            Some(_) | None => self.next_field(),
        }
    }

    pub fn press(&mut self, key: KeyEvent, typing: &mut Typing) {
        self.complaint = None;
        if let Some(field) = self.fields.get_mut(self.focus) {
            field.press(key, typing);
        }
    }

    pub fn paste(&mut self, pasted: &str) {
        if let Some(field) = self.fields.get_mut(self.focus) {
            field.paste(pasted);
        }
    }
}
