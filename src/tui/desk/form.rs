//! Fields to fill in: text, and text that narrows a list. A form is drawn and moved about in here; what its fields are
//! and what becomes of them is known by the dialog that gives them.

mod choice;
mod field;

use crossterm::event::KeyEvent;

pub use choice::{ChoiceField, FieldAnswer};
pub use field::{Field, FieldValue};

use crate::tui::vn_input::Typing;

/// The fields of a form, in order. Every dialog with a form has a type of its own that names them.
pub trait FormFields: std::fmt::Debug {
    fn fields(&self) -> Vec<&Field>;

    fn fields_mut(&mut self) -> Vec<&mut Field>;

    /// The field to begin with, where it is not the first: what is missing.
    fn first(&self) -> Option<&Field> {
        None
    }
}

/// The place of a field among those of its form.
#[must_use]
pub fn place_of<F: FormFields + ?Sized>(content: &F, wanted: &Field) -> usize {
    content
        .fields()
        .iter()
        .position(|known| std::ptr::eq(*known, wanted))
        .unwrap_or(0)
}

/// Several fields, one of which has the keys.
#[derive(Debug)]
pub struct Form<F: ?Sized> {
    pub title: String,
    /// What is to be known before filling it in.
    pub intro: Vec<String>,
    focus: usize,
    /// What is wrong with it.
    pub complaint: Option<String>,
    pub content: Box<F>,
}

impl<F: FormFields + ?Sized> Form<F> {
    #[must_use]
    pub fn new(title: String, content: Box<F>) -> Self {
        let focus = content
            .first()
            .map_or(0, |first| place_of(&*content, first));
        Self {
            title,
            intro: Vec::new(),
            focus,
            complaint: None,
            content,
        }
    }

    #[must_use]
    pub fn fields(&self) -> Vec<&Field> {
        self.content.fields()
    }

    #[must_use]
    pub fn focus(&self) -> usize {
        self.focus
    }

    /// The field that has the keys.
    #[must_use]
    pub fn focused(&self) -> Option<&Field> {
        self.fields().get(self.focus).copied()
    }

    /// Every text as typed, to be kept as a draft.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        self.fields()
            .iter()
            .map(|field| field.typed().to_owned())
            .collect()
    }

    /// Whether somebody typed in any of its fields.
    #[must_use]
    pub fn is_touched(&self) -> bool {
        self.fields().iter().any(|field| !field.is_untouched())
    }

    /// Puts back what was typed before. A text that was not typed leaves what is proposed.
    pub fn restore(&mut self, texts: &[String]) {
        for (field, text) in self.content.fields_mut().into_iter().zip(texts) {
            if !text.is_empty() && field.typed() != text {
                field.restore(text);
            }
        }
    }

    pub fn next_field(&mut self) {
        self.focus = (self.focus + 1) % self.fields().len().max(1);
    }

    pub fn previous_field(&mut self) {
        let count = self.fields().len();
        self.focus = (self.focus + count.saturating_sub(1)) % count.max(1);
    }

    /// Goes to a field that is not right, and says what is wrong.
    pub fn complain(&mut self, field: usize, complaint: String) {
        self.focus = field;
        self.complaint = Some(complaint);
    }

    /// Up and down choose in a field with options, read on in the only one, and go from field to field otherwise.
    pub fn step(&mut self, by: isize) {
        let focus = self.focus;
        let is_only = self.content.fields().len() == 1;
        match self.content.fields_mut().into_iter().nth(focus) {
            Some(field) if !field.choices().is_empty() => field.step(by),
            Some(field) if is_only && field.is_proposed() => field.scroll(by),
            Some(_) | None if by < 0 => self.previous_field(),
            Some(_) | None => self.next_field(),
        }
    }

    pub fn press(&mut self, key: KeyEvent, typing: &mut Typing) {
        self.complaint = None;
        let focus = self.focus;
        if let Some(field) = self.content.fields_mut().into_iter().nth(focus) {
            field.press(key, typing);
        }
    }

    pub fn paste(&mut self, pasted: &str) {
        let focus = self.focus;
        if let Some(field) = self.content.fields_mut().into_iter().nth(focus) {
            field.paste(pasted);
        }
    }
}
