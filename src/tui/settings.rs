//! The screen on which an office sets once what it would otherwise write into every plan and behind every command. Every
//! change is handed over at once to be kept. Knows lines, keys and values; no file, and nothing of what is done with them.

mod draw;
mod rows;
pub mod run;
pub mod words;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

pub use draw::draw;
pub use rows::{SETTING_ROWS, SettingKey};

use crate::store::sessions::{UnclearPath, unclear_path};
use crate::store::settings::UserSettings;
use crate::tui::desk::form::Field;
use crate::tui::vn_input::Typing;
use words::{SettingsScreenMessage, SettingsWords};

/// What a key came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsOutcome {
    Nothing,
    /// It is not certain which folder was typed; nothing is set, and the line is not left.
    Unclear(UnclearPath),
    /// Something is set otherwise, and is to be kept.
    Changed,
    Leave,
}

/// A regulation that can be chosen: its id and its short name.
pub type RegulationChoice = (String, String);

/// The screen.
#[derive(Debug)]
pub struct SettingsScreen {
    own: UserSettings,
    /// What is true where nothing is set here: the administrator's.
    behind: UserSettings,
    regulations: Vec<RegulationChoice>,
    at: usize,
    /// What is being typed in the present line, where it is one of text.
    field: Option<Field>,
    typing: Typing,
    /// What was typed is refused; to leave a second time drops it.
    is_refused: bool,
    notice: Option<String>,
}

/// One line as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingLine {
    /// A heading stands above it.
    pub heading: Option<String>,
    pub label: String,
    pub value: String,
    /// Set here; otherwise the value is what is true without.
    pub is_set: bool,
    pub is_choice: bool,
    pub is_here: bool,
}

/// Everything that is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsView {
    pub title: String,
    pub about: String,
    pub lines: Vec<SettingLine>,
    /// What the present line is for.
    pub explained: String,
    /// How many columns stand before the cursor, in a line of text.
    pub cursor: Option<usize>,
    pub notice: String,
    pub keys: Vec<(String, String)>,
}

impl SettingsScreen {
    #[must_use]
    pub fn new(
        own: UserSettings,
        behind: UserSettings,
        regulations: Vec<RegulationChoice>,
        typing: Typing,
    ) -> Self {
        let mut screen = Self {
            own,
            behind,
            regulations,
            at: 0,
            field: None,
            typing,
            is_refused: false,
            notice: None,
        };
        screen.begin();
        screen
    }

    /// What is set on this screen.
    #[must_use]
    pub const fn settings(&self) -> &UserSettings {
        &self.own
    }

    /// Something to tell until the next key.
    pub fn notify(&mut self, text: String) {
        self.notice = Some(text);
    }

    fn key(&self) -> SettingKey {
        SETTING_ROWS
            .get(self.at)
            .copied()
            .unwrap_or(SettingKey::Language)
    }

    /// Makes the present line ready.
    fn begin(&mut self) {
        let key = self.key();
        self.field = (!key.is_choice()).then(|| {
            let value = key.value_in(&self.own).unwrap_or_default();
            Field::text(String::new(), &value)
        });
    }

    /// Why what was typed in the present line cannot be taken.
    fn unclear(&self) -> Option<UnclearPath> {
        let field = self.field.as_ref().filter(|_| self.key().is_folder())?;
        unclear_path(&field.content())
    }

    /// Takes what was typed in the present line; whether that is something else than before.
    fn take_typed(&mut self) -> bool {
        let Some(field) = self.field.as_ref().filter(|_| self.unclear().is_none()) else {
            return false;
        };
        let (key, typed) = (self.key(), field.content());
        if key.value_in(&self.own).unwrap_or_default() == typed {
            return false;
        }
        key.set_in(&mut self.own, Some(typed).filter(|typed| !typed.is_empty()));
        true
    }

    fn go(&mut self, to: usize) -> SettingsOutcome {
        if let Some(unclear) = self.unclear() {
            return SettingsOutcome::Unclear(unclear);
        }
        let is_changed = self.take_typed();
        self.at = to.min(SETTING_ROWS.len().saturating_sub(1));
        self.begin();
        if is_changed {
            SettingsOutcome::Changed
        } else {
            SettingsOutcome::Nothing
        }
    }

    /// Takes a key.
    pub fn press(&mut self, key: KeyEvent) -> SettingsOutcome {
        self.notice = None;
        let was_refused = std::mem::take(&mut self.is_refused);
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        if key.code == KeyCode::Esc || (control && matches!(key.code, KeyCode::Char('c' | 'q'))) {
            if let Some(unclear) = self.unclear().filter(|_| !was_refused) {
                self.is_refused = true;
                return SettingsOutcome::Unclear(unclear);
            }
            self.take_typed();
            return SettingsOutcome::Leave;
        }
        let last = SETTING_ROWS.len().saturating_sub(1);
        if matches!(key.code, KeyCode::Up | KeyCode::BackTab) {
            return self.go(self.at.saturating_sub(1));
        }
        if matches!(key.code, KeyCode::Down | KeyCode::Tab | KeyCode::Enter) {
            return self.go(self.at + 1);
        }
        if key.code == KeyCode::PageUp {
            return self.go(0);
        }
        if key.code == KeyCode::PageDown {
            return self.go(last);
        }
        if self.key().is_choice() {
            return if key.code == KeyCode::Left {
                self.choose(-1)
            } else if key.code == KeyCode::Right || (key.code == KeyCode::Char(' ') && !control) {
                self.choose(1)
            } else if matches!(key.code, KeyCode::Delete | KeyCode::Backspace) {
                self.unset()
            } else {
                SettingsOutcome::Nothing
            };
        }
        if let Some(field) = &mut self.field {
            field.press(key, &mut self.typing);
        }
        SettingsOutcome::Nothing
    }

    /// Text that was pasted, into a line of text.
    pub fn paste(&mut self, text: &str) {
        if let Some(field) = &mut self.field {
            field.paste(text);
        }
    }

    /// What was typed last, when the screen ends otherwise than by a key; whether it is to be kept.
    pub fn end(&mut self) -> bool {
        self.take_typed()
    }

    /// Goes on among the choices of the present line, the first of which is to set nothing.
    fn choose(&mut self, by: isize) -> SettingsOutcome {
        let key = self.key();
        let words = key.choices(&self.regulations);
        let here = key
            .value_in(&self.own)
            .and_then(|value| words.iter().position(|word| *word == value))
            .map_or(0, |place| place + 1);
        let count = words.len() + 1;
        let to = (here + count).saturating_add_signed(by) % count;
        let chosen = to
            .checked_sub(1)
            .and_then(|place| words.get(place).cloned());
        key.set_in(&mut self.own, chosen);
        SettingsOutcome::Changed
    }

    fn unset(&mut self) -> SettingsOutcome {
        let key = self.key();
        if key.value_in(&self.own).is_none() {
            return SettingsOutcome::Nothing;
        }
        key.set_in(&mut self.own, None);
        SettingsOutcome::Changed
    }

    /// What is to be drawn; `file` is where it is kept.
    #[must_use]
    pub fn view(&self, words: &SettingsWords, file: &str) -> SettingsView {
        let says = &words.screen;
        let mut heading = None;
        let lines = SETTING_ROWS
            .iter()
            .enumerate()
            .map(|(place, key)| {
                let part = key.heading(words);
                let is_new = heading.as_ref() != Some(&part);
                heading = Some(part.clone());
                self.line(place, *key, is_new.then_some(part), words)
            })
            .collect();
        let key = self.key();
        let mut keys = vec![("↑ ↓", &says[SettingsScreenMessage::KeyMove])];
        if key.is_choice() {
            keys.push(("← →", &says[SettingsScreenMessage::KeyChoose]));
            keys.push(("Delete", &says[SettingsScreenMessage::KeyUnset]));
        } else {
            keys.push(("Enter", &says[SettingsScreenMessage::KeyTake]));
        }
        keys.push(("Esc", &says[SettingsScreenMessage::KeyLeave]));
        SettingsView {
            title: says[SettingsScreenMessage::Title].to_string(),
            about: says[SettingsScreenMessage::About].render(&[("file", &file)]),
            lines,
            explained: key.explained(words),
            cursor: self
                .field
                .as_ref()
                .map(|field| crate::domain::text::width(&field.before_cursor())),
            notice: self.notice.clone().unwrap_or_default(),
            keys: keys
                .into_iter()
                .map(|(key, does)| (key.to_owned(), does.to_string()))
                .collect(),
        }
    }

    fn line(
        &self,
        place: usize,
        key: SettingKey,
        heading: Option<String>,
        words: &SettingsWords,
    ) -> SettingLine {
        let is_here = place == self.at;
        let typed = self.field.as_ref().filter(|_| is_here);
        let own = typed.map_or_else(
            || key.value_in(&self.own),
            |field| Some(field.typed().to_owned()).filter(|typed| !typed.is_empty()),
        );
        let is_set = own.is_some();
        let told = |value: &str| key.shown_value(value, &self.regulations, words);
        let value = own.map_or_else(
            || match key.value_in(&self.behind) {
                Some(value) => words.screen[SettingsScreenMessage::FromAdministrator]
                    .render(&[("value", &told(&value))]),
                None => key.usual(words),
            },
            |value| told(&value),
        );
        SettingLine {
            heading,
            label: key.label(words),
            value,
            is_set,
            is_choice: key.is_choice(),
            is_here,
        }
    }
}
