//! One field of a form: a line or paragraph of text, a choice out of options, or both.

use crossterm::event::KeyEvent;
use tui_input::Input;

use crate::domain::text;
use crate::tui::desk::narrow::narrowed;
use crate::tui::vn_input::Typing;
use crate::tui::widgets::typed_line;

/// One field.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts about one field; none excludes another"
)]
pub struct Field {
    pub label: String,
    input: Input,
    /// Drawn over several lines.
    pub long: bool,
    /// What may be chosen; what is typed narrows it. Empty for plain text.
    pub options: Vec<String>,
    takes: Takes,
    /// The last option stands for nothing.
    pub(super) none_last: bool,
    /// What makes a typed text complete in itself. It then stands before the options that resemble it.
    pub(super) is_complete: fn(&str) -> bool,
    /// The text was proposed and not yet touched: the first letter takes its place.
    proposed: bool,
    /// No key came to it yet.
    untouched: bool,
    /// Whether what it holds may be read on a mirrored display.
    echo: Echo,
    /// Nothing of what was proposed is left in it.
    own: bool,
    pub(super) selected: usize,
    /// The first row of a long text that is read before anything is typed.
    scrolled: usize,
}

/// No row of a long text holds fewer letters, all in all.
const SHORTEST_ROW: usize = 20;

/// Whether a mirrored display echoes a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Echo {
    Never,
    Always,
    OnceTypedOver,
}

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Takes {
    /// One of its options, and nothing else.
    Option,
    /// One of its options, proposed before anything is typed, or a text that is none of them.
    OptionOrText,
    /// A text; options only help to type it.
    SuggestionOrText,
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// The option of this number, from 0.
    Option(usize),
    Text(String),
    Nothing,
}

impl Field {
    /// A line of text.
    #[must_use]
    pub fn text(label: String, value: &str) -> Self {
        Self {
            label,
            input: Input::new(text::clean_line(value)),
            long: false,
            options: Vec::new(),
            takes: Takes::OptionOrText,
            none_last: false,
            is_complete: |_| false,
            proposed: false,
            untouched: true,
            echo: Echo::Never,
            own: value.is_empty(),
            selected: 0,
            scrolled: 0,
        }
    }

    /// Marks a field whose text everybody in the hall gets to know anyway: only such a field is echoed on a mirrored
    /// display. A field is private unless it is marked.
    #[must_use]
    pub fn public(self) -> Self {
        self.public_if(true)
    }

    /// Public only under a condition, such as names that are not masked.
    #[must_use]
    pub fn public_if(mut self, is_public: bool) -> Self {
        self.echo = if is_public { Echo::Always } else { Echo::Never };
        self
    }

    /// Public as soon as nothing of what was proposed is left: what everybody just heard, and never what was prepared.
    #[must_use]
    pub fn public_once_typed_over(mut self) -> Self {
        self.echo = Echo::OnceTypedOver;
        self
    }

    /// Whether everybody in the hall may read what it holds.
    #[must_use]
    pub fn is_public(&self) -> bool {
        match self.echo {
            Echo::Never => false,
            Echo::Always => true,
            Echo::OnceTypedOver => self.own,
        }
    }

    /// A line of text that stands until something else is typed over it.
    #[must_use]
    pub fn proposing(label: String, value: &str) -> Self {
        Self {
            proposed: true,
            ..Self::text(label, value)
        }
    }

    /// A text of several lines that stands until something else is typed over it.
    #[must_use]
    pub fn long_proposing(label: String, value: &str) -> Self {
        Self {
            proposed: true,
            ..Self::long(label, value)
        }
    }

    /// Whether nothing was typed yet: what was proposed, or an empty line, stands as it was.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.untouched
    }

    /// Whether the text was proposed and stands selected.
    #[must_use]
    pub fn is_proposed(&self) -> bool {
        self.proposed
    }

    /// A text of several lines on the screen.
    #[must_use]
    pub fn long(label: String, value: &str) -> Self {
        Self {
            long: true,
            ..Self::text(label, value)
        }
    }

    /// One of several; `selected` is proposed.
    #[must_use]
    pub(super) fn choice(label: String, options: Vec<String>, selected: usize, free: bool) -> Self {
        Self {
            options,
            takes: if free {
                Takes::OptionOrText
            } else {
                Takes::Option
            },
            selected,
            ..Self::text(label, "")
        }
    }

    /// A line of text, with known texts that are offered once something is typed; nothing is proposed before.
    #[must_use]
    pub fn suggesting(label: String, known: Vec<String>) -> Self {
        Self {
            takes: Takes::SuggestionOrText,
            // `huoi` looks for a village; what has its marks, or the number of a village, is one.
            is_complete: |typed| !typed.is_ascii() || typed.ends_with(|c: char| c.is_ascii_digit()),
            ..Self::choice(label, known, 0, true)
        }
    }

    /// The lines to choose from: the options that fit what is typed, best first, and the typed text where it may be taken
    /// as it stands: a new name may be part of an old one.
    #[must_use]
    pub fn choices(&self) -> Vec<FieldValue> {
        let typed = text::clean_line(self.input.value());
        if self.options.is_empty() || (typed.is_empty() && self.takes == Takes::SuggestionOrText) {
            return Vec::new();
        }
        let is_own =
            self.takes != Takes::Option && !typed.is_empty() && !self.options.contains(&typed);
        let own_first = is_own && (self.is_complete)(&typed);
        let own = |stands: bool| stands.then(|| FieldValue::Text(typed.clone()));
        let offered = match self.options.split_last() {
            Some((_, others)) if self.none_last && !typed.is_empty() => others,
            _ => self.options.as_slice(),
        };
        let fitting = narrowed(&typed, offered, |option| [option]);
        let none = self.options.len().checked_sub(1).filter(|_| self.none_last);
        let option = |index: usize| {
            if Some(index) == none {
                FieldValue::Nothing
            } else {
                FieldValue::Option(index)
            }
        };
        own(own_first)
            .into_iter()
            .chain(fitting.into_iter().map(option))
            .chain(own(is_own && !own_first))
            .collect()
    }

    /// The place of the line that would be taken.
    #[must_use]
    pub fn selected(&self) -> usize {
        self.selected.min(self.choices().len().saturating_sub(1))
    }

    #[must_use]
    pub fn typed(&self) -> &str {
        self.input.value()
    }

    /// The part of the typed text before the cursor.
    #[must_use]
    pub fn before_cursor(&self) -> String {
        typed_line::before_cursor(&self.input)
    }

    /// What the field holds now.
    #[must_use]
    pub fn value(&self) -> FieldValue {
        let mut choices = self.choices();
        if choices.is_empty() {
            return match self.content() {
                typed if self.takes != Takes::Option && !typed.is_empty() => {
                    FieldValue::Text(typed)
                }
                _ => FieldValue::Nothing,
            };
        }
        choices.swap_remove(self.selected.min(choices.len() - 1))
    }

    /// The suggestion that was taken, or what was typed instead; empty when nothing was.
    #[must_use]
    pub fn suggested(&self) -> String {
        match self.value() {
            FieldValue::Option(index) => self.options.get(index).cloned().unwrap_or_default(),
            FieldValue::Text(text) => text,
            FieldValue::Nothing => String::new(),
        }
    }

    /// The text, for a field that has no options.
    #[must_use]
    pub fn content(&self) -> String {
        text::clean_line(self.input.value())
    }

    /// Reads on in a long text that was proposed.
    pub fn scroll(&mut self, by: isize) {
        let most = self.input.value().chars().count() / SHORTEST_ROW;
        self.scrolled = self.scrolled.saturating_add_signed(by).min(most);
    }

    #[must_use]
    pub const fn scrolled(&self) -> usize {
        self.scrolled
    }

    pub fn step(&mut self, by: isize) {
        let count = self.choices().len();
        if count > 0 {
            let here = self.selected();
            self.selected = here.saturating_add_signed(by).min(count - 1);
        }
    }

    fn settle(&mut self) {
        typed_line::settle(&mut self.input);
        self.selected = if self.options.is_empty() {
            0
        } else {
            self.selected()
        };
    }

    pub fn press(&mut self, key: KeyEvent, typing: &mut Typing) {
        let before = self.input.value().to_owned();
        if self.proposed && typed_line::letter_of(key).is_some() {
            self.input.reset();
            self.own = true;
        }
        typed_line::press(&mut self.input, key, typing);
        self.proposed = false;
        self.untouched = false;
        self.settle();
        if self.input.value() != before && !self.options.is_empty() {
            self.selected = 0;
        }
    }

    pub fn paste(&mut self, pasted: &str) {
        self.untouched = false;
        if std::mem::take(&mut self.proposed) {
            self.input.reset();
            self.own = true;
        }
        // In one piece: letter by letter a long text would take a time that grows with its square.
        let (value, at) = (self.input.value(), self.input.cursor());
        let clean = text::clean_line(pasted);
        // A long text comes in parts; where one ends between two words, they stay two.
        let blank = |is_there: bool| if is_there { " " } else { "" };
        let before = blank(at > 0 && pasted.starts_with(char::is_whitespace));
        let after = blank(!clean.is_empty() && pasted.ends_with(char::is_whitespace));
        let pasted = [before, &clean, after].concat();
        let cursor = at + pasted.chars().count();
        let mut whole: String = value.chars().take(at).collect();
        whole.push_str(&pasted);
        whole.extend(value.chars().skip(at));
        self.input = Input::new(whole).with_cursor(cursor);
        self.settle();
    }

    /// Puts back what was typed before.
    pub fn restore(&mut self, text: &str) {
        self.input = Input::new(text.to_owned());
        self.proposed = false;
        self.untouched = false;
        self.settle();
    }
}

#[cfg(test)]
mod tests;
