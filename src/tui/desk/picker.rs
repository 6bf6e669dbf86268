//! A list to choose from, narrowed by typing without diacritics. What is chosen is a value the list does not look into.

use ratatui::crossterm::event::KeyEvent;

use super::form::{Field, Form};
use crate::domain::text::Search;
use crate::tui::vn_input::Typing;

/// One line of a list.
#[derive(Debug, Clone)]
pub struct Line<T> {
    pub text: String,
    /// What stands faintly behind it, and is searched too.
    pub hint: String,
    pub value: T,
}

/// A list with what is typed to narrow it.
#[derive(Debug, Clone)]
pub struct Picker<T> {
    pub title: String,
    pub intro: Vec<String>,
    lines: Vec<Line<T>>,
    typed: Form,
    /// The numbers of the lines that fit what is typed, best first. A list of a thousand lines is drawn every second and
    /// searched only when something is typed.
    found: Vec<usize>,
    selected: usize,
}

impl<T> Picker<T> {
    #[must_use]
    pub fn new(title: String, lines: Vec<Line<T>>) -> Self {
        Self {
            title,
            intro: Vec::new(),
            found: (0..lines.len()).collect(),
            lines,
            typed: Form::new(String::new(), vec![Field::text(String::new(), "")]),
            selected: 0,
        }
    }

    #[must_use]
    pub fn with_intro(mut self, intro: Vec<String>) -> Self {
        self.intro = intro;
        self
    }

    /// Begins with another line than the first.
    #[must_use]
    pub fn at(mut self, selected: usize) -> Self {
        self.selected = selected;
        self
    }

    #[must_use]
    pub fn typed(&self) -> String {
        self.typed.texts().concat()
    }

    /// The lines that fit what is typed, best first.
    #[must_use]
    pub fn fitting(&self) -> Vec<&Line<T>> {
        self.found
            .iter()
            .filter_map(|index| self.lines.get(*index))
            .collect()
    }

    /// The place of the selected line among those that fit.
    #[must_use]
    pub fn selected(&self) -> usize {
        self.selected.min(self.found.len().saturating_sub(1))
    }

    #[must_use]
    pub fn chosen(&self) -> Option<&T> {
        self.fitting().get(self.selected()).map(|line| &line.value)
    }

    pub fn step(&mut self, by: isize) {
        let last = self.found.len().saturating_sub(1);
        self.selected = self.selected().saturating_add_signed(by).min(last);
    }

    pub fn press(&mut self, key: KeyEvent, typing: &mut Typing) {
        let before = self.typed();
        self.typed.press(key, typing);
        if self.typed() != before {
            self.narrow();
        }
    }

    pub fn paste(&mut self, pasted: &str) {
        self.typed.paste(pasted);
        self.narrow();
    }

    fn narrow(&mut self) {
        self.found = narrowed(&self.typed(), &self.lines, |line| [&line.text, &line.hint]);
        self.selected = 0;
    }
}

/// The numbers of the entries that fit what is typed, best first; all of them while nothing is typed.
#[must_use]
pub fn narrowed<T, const N: usize>(
    typed: &str,
    entries: &[T],
    text: impl Fn(&T) -> [&str; N],
) -> Vec<usize> {
    let search = Search::new(typed);
    if search.is_empty() {
        return (0..entries.len()).collect();
    }
    search
        .rank(entries.iter().enumerate(), |(_, entry)| text(entry))
        .into_iter()
        .map(|(index, _)| index)
        .collect()
}
