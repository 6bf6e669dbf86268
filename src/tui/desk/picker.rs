//! A list to choose from, narrowed by typing without diacritics. What is chosen is a value the list does not look into.

use crossterm::event::KeyEvent;

use super::form::Field;
use super::narrow::narrowed;
use crate::tui::vn_input::Typing;

/// So many lines nobody narrows by typing.
const READ_AT_ONE_LOOK: usize = 4;

/// One line of a list.
#[derive(Debug, Clone)]
pub struct PickerLine<T> {
    pub text: String,
    /// A column of its own, such as a key.
    pub key: String,
    /// What stands faintly behind it, and is searched too; what is found in the text comes first.
    pub hint: String,
    /// Searched like the hint, and not shown.
    pub also: String,
    /// It cannot be done now; the hint says why.
    pub dimmed: bool,
    /// What it has in common with those beside it, said once over the first of them; empty where lines are not grouped.
    pub group: String,
    pub value: T,
}

/// A list with what is typed to narrow it.
#[derive(Debug, Clone)]
pub struct Picker<T> {
    pub title: String,
    pub intro: Vec<String>,
    lines: Vec<PickerLine<T>>,
    typed: Field,
    /// The headings over what can be done now and over what cannot; none in a list that is not parted.
    groups: Option<[String; 2]>,
    possible_only: bool,
    /// The numbers of the lines that fit what is typed, best first. A list of a thousand lines is drawn every second and
    /// searched only when something is typed.
    found: Vec<usize>,
    selected: usize,
}

impl<T> Picker<T> {
    #[must_use]
    pub fn new(title: String, lines: Vec<PickerLine<T>>) -> Self {
        Self {
            title,
            intro: Vec::new(),
            found: (0..lines.len()).collect(),
            lines,
            typed: Field::text(String::new(), ""),
            groups: None,
            possible_only: false,
            selected: 0,
        }
    }

    #[must_use]
    pub fn with_intro(mut self, intro: Vec<String>) -> Self {
        self.intro = intro;
        self
    }

    /// Parts the lines into what can be done now and what cannot, each under its heading.
    #[must_use]
    pub fn grouped(mut self, groups: [String; 2]) -> Self {
        self.groups = Some(groups);
        self.narrow();
        self
    }

    #[must_use]
    pub const fn is_grouped(&self) -> bool {
        self.groups.is_some()
    }

    /// Shows only what can be done now, or everything again.
    pub fn toggle_possible_only(&mut self) {
        self.possible_only = !self.possible_only;
        self.narrow();
    }

    /// The heading that stands over a line, by its place among those that fit.
    #[must_use]
    pub fn heading(&self, place: usize) -> Option<&str> {
        let Some([possible, impossible]) = self.groups.as_ref() else {
            return self.group_begun_at(place);
        };
        let dimmed = |place: usize| {
            let index = self.found.get(place)?;
            self.lines.get(*index).map(|line| line.dimmed)
        };
        let own = dimmed(place)?;
        let before = place.checked_sub(1).and_then(dimmed);
        (before != Some(own)).then_some(if own { impossible } else { possible })
    }

    /// The group of a line, where the one before it is of another.
    fn group_begun_at(&self, place: usize) -> Option<&str> {
        let group = |place: usize| {
            let index = self.found.get(place)?;
            self.lines.get(*index).map(|line| line.group.as_str())
        };
        let own = group(place).filter(|own| !own.is_empty())?;
        let before = place.checked_sub(1).and_then(group);
        (before != Some(own)).then_some(own)
    }

    /// Begins with another line than the first.
    #[must_use]
    pub fn at(mut self, selected: usize) -> Self {
        self.selected = selected;
        self
    }

    /// Whether the row for what is typed stands over the lines: not over a few that are read at one look, until something
    /// is typed.
    #[must_use]
    pub fn is_searched(&self) -> bool {
        self.lines.len() > READ_AT_ONE_LOOK || !self.typed.typed().is_empty()
    }

    #[must_use]
    pub fn typed(&self) -> String {
        self.typed.typed().to_owned()
    }

    /// The lines that fit what is typed, best first.
    #[must_use]
    pub fn fitting(&self) -> Vec<&PickerLine<T>> {
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
        self.found = narrowed(&self.typed(), &self.lines, |line| {
            [&line.text, &line.hint, &line.also]
        });
        if self.groups.is_some() {
            let (possible, mut impossible): (Vec<usize>, Vec<usize>) =
                self.found.iter().partition(|index| {
                    let line = self.lines.get(**index);
                    line.is_some_and(|line| !line.dimmed)
                });
            if self.possible_only {
                impossible.clear();
            }
            // What fits best leads, with its group: nothing else is chosen by what was typed.
            let best = self.found.first().copied();
            let leads = self.typed().is_empty() || possible.first().copied() == best;
            self.found = if leads {
                [possible, impossible].concat()
            } else {
                [impossible, possible].concat()
            };
        }
        self.selected = 0;
    }
}
