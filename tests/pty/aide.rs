//! The aide at the desk: she presses a key and looks whether it is saved.

use std::time::Duration;

use doithoai::domain::i18n::{Lang, Message};
use doithoai::tui::desk::words::{DeskWords, SOURCES};

use crate::computer::{Computer, ROOMY};
use crate::keys::{ENTER, SPACE};
use crate::terminal::Terminal;
use doithoai::tui::desk::words::FlowMessage;
use doithoai::tui::desk::words::FormMessage;
use doithoai::tui::desk::words::HeaderMessage;
use doithoai::tui::desk::words::NextMessage;
use doithoai::tui::desk::words::PaneMessage;

/// The desk of a session, and whoever sits at it.
pub struct Aide {
    pub terminal: Terminal,
    pub words: DeskWords,
    /// The highest number of a record that the screen ever said to be saved.
    promised: u64,
    /// The key that was pressed last: nobody means to press one twice within half a second.
    pressed: Option<Vec<u8>>,
}

/// Longer than the desk takes the same key for one press, or a key for meant for what was before.
const CALM: Duration = Duration::from_millis(410);
/// The same between two ticks of a step.
const CALM_TICKING: Duration = Duration::from_millis(160);

impl Aide {
    /// Sits down at a session by its id.
    pub fn at(computer: &Computer, id: &str) -> Self {
        Self::at_terminal(computer.open(&["run", id], ROOMY))
    }

    /// Sits down at a terminal in which the desk is being opened.
    pub fn at_terminal(terminal: Terminal) -> Self {
        let mut aide = Self {
            terminal,
            words: words(),
            promised: 0,
            pressed: None,
        };
        aide.wait_for_desk();
        aide
    }

    /// Sits down at a terminal that need not show a desk.
    pub fn of(terminal: Terminal) -> Self {
        Self {
            terminal,
            words: words(),
            promised: 0,
            pressed: None,
        }
    }

    /// Waits until the desk is there; the number of the last saved record.
    pub fn wait_for_desk(&mut self) -> u64 {
        self.wait_until_saved("the desk", |_| true)
    }

    /// Presses keys; one that acts as a calm hand does.
    pub fn press(&mut self, bytes: impl AsRef<[u8]>) {
        let bytes = bytes.as_ref();
        if matches!(bytes, b" " | b"\r" | b"1" | b"2" | b"3") {
            self.wait_for_a_press_of_its_own(bytes);
        }
        self.terminal.press(bytes);
        self.pressed = Some(bytes.to_vec());
    }

    /// Waits as a calm hand does after what it pressed last.
    pub fn wait_calmly(&mut self) {
        self.terminal.pause(CALM);
    }

    /// Waits until this key is a press of its own.
    fn wait_for_a_press_of_its_own(&mut self, key: &[u8]) {
        let Some(last) = &self.pressed else { return };
        let tick = format!("[Space] {}", before(&self.words.next[NextMessage::Tick]));
        // The one key also waits after any other, which may have given somebody the floor.
        let pause = match key {
            b" " if self.shows(&tick) => CALM_TICKING,
            b" " => CALM,
            key if key == last => CALM,
            _ => return,
        };
        self.terminal.pause(pause);
    }

    /// Presses a key and waits until the desk has done something with it: saved an act, or asks something else.
    pub fn press_on(&mut self, bytes: impl AsRef<[u8]>) {
        let before = (self.saved(), self.asked());
        let what = format!(
            "{:?} to do something",
            String::from_utf8_lossy(bytes.as_ref())
        );
        self.press(bytes.as_ref());
        let saved = crate::aide::before(&self.words.header[HeaderMessage::Saved]);
        self.terminal.wait_for(&what, |screen| {
            let text = screen.contents();
            (number_after(&text, &saved), asked_on(&text)) != before
        });
    }

    /// The key that the bottom line names: a class where it asks for one, `Enter` where something is open, and `Space`.
    pub fn key_named(&self, classes: &mut impl Iterator<Item = &'static str>) -> &'static str {
        if self.item_to_class().is_some() {
            classes.next().unwrap()
        } else if self
            .asked()
            .is_some_and(|asked| asked.starts_with("[Enter]"))
        {
            ENTER
        } else {
            SPACE
        }
    }

    /// What the bottom line names: a key and what it will do.
    pub fn asked(&self) -> Option<String> {
        asked_on(&self.terminal.text())
    }

    /// Presses a key that acts, and waits until the act is saved.
    pub fn act(&mut self, bytes: impl AsRef<[u8]>) {
        let before = self.saved().unwrap();
        self.press(bytes.as_ref());
        let what = format!("{:?} to be saved", String::from_utf8_lossy(bytes.as_ref()));
        self.wait_until_saved(&what, |saved| saved > before);
    }

    /// Presses a key that opens a dialog, and waits for its title.
    pub fn open(&mut self, bytes: impl AsRef<[u8]>, title: &str) {
        self.press(bytes);
        self.terminal.wait_for_text(title);
    }

    /// The prescribed next act; a class, where one is to be chosen, is the first.
    pub fn go_on(&mut self) {
        if self.item_to_class().is_some() {
            self.class('1');
        } else {
            self.act(SPACE);
        }
    }

    /// Presses the one key until somebody speaks.
    pub fn go_on_until_somebody_speaks(&mut self) {
        while !self.somebody_speaks() {
            self.go_on();
        }
    }

    /// Whether a citizen has the floor.
    pub fn somebody_speaks(&self) -> bool {
        // Another heading may end with the same words.
        let heading = self.words.panes[PaneMessage::Speech].as_str();
        let text = self.terminal.text();
        text.match_indices(heading).any(|(at, _)| {
            !text
                .get(..at)
                .is_some_and(|before| before.ends_with("NGƯỜI "))
        })
    }

    /// Presses the one key until an item is to be classed; its number.
    pub fn go_on_until_an_item_is_to_be_classed(&mut self) -> u32 {
        loop {
            if let Some(item) = self.item_to_class() {
                return item;
            }
            self.act(SPACE);
        }
    }

    /// Gives the item in question a class, with what is proposed for it.
    pub fn class(&mut self, key: char) {
        let item = self.item_to_class().unwrap();
        let forms = &self.words.forms;
        let form = match key {
            '2' => Some(forms[FormMessage::ClassLater].render(&[("item", &item)])),
            '3' => Some(forms[FormMessage::ClassUpward].render(&[("item", &item)])),
            _ => None,
        };
        if let Some(title) = form {
            self.open(key.to_string(), &title);
            self.act(ENTER);
        } else {
            self.act(key.to_string());
            self.leave_answer_line();
        }
    }

    /// The line for the answer opens after the class; it is left as it was opened.
    pub fn leave_answer_line(&mut self) {
        let label = self.words.flow[FlowMessage::AnswerLabel].to_string();
        // The frame that shows the act as saved shows the line, too; an answer that was read out needs none.
        self.terminal.wait_for_frame();
        if !self.shows(&label) {
            return;
        }
        self.press(ENTER);
        self.terminal
            .wait_until("the answer line to close", |terminal| {
                !terminal.text().contains(&label)
            });
    }

    /// The item whose class the bottom line asks for.
    pub fn item_to_class(&self) -> Option<u32> {
        // Before the keys of the classes, in whatever words of whatever version.
        let text = self.terminal.text();
        text.lines().rev().find_map(|row| {
            let (asks, _) = row.split_once("[1]")?;
            let item = asks.trim_end_matches([' ', ':']).rsplit(' ').next()?;
            item.parse().ok()
        })
    }

    /// The number of the last saved record, as the screen shows it.
    pub fn saved(&self) -> Option<u64> {
        number_after(
            &self.terminal.text(),
            &before(&self.words.header[HeaderMessage::Saved]),
        )
    }

    /// The highest number of a record that the screen ever said to be saved.
    pub fn promised(&mut self) -> u64 {
        self.terminal.take_in();
        if self.terminal.is_whole_frame() {
            self.promised = self.promised.max(self.saved().unwrap_or(0));
        }
        self.promised
    }

    pub fn shows(&self, text: &str) -> bool {
        self.terminal.text().contains(text)
    }

    /// Types a note and accepts it once it stands on the screen.
    pub fn note(&mut self, text: &str) {
        self.open_note();
        self.press(text);
        self.terminal.wait_for_text(text);
        self.act(ENTER);
    }

    /// Opens the form of a note.
    pub fn open_note(&mut self) {
        let keys = self.first_key(FormMessage::KeysOneField);
        self.open(crate::keys::ctrl('n'), &keys);
    }

    /// The first of the keys of a dialog: what the programs of all versions show while it lies open.
    pub fn first_key(&self, keys: FormMessage) -> String {
        let keys = self.words.forms[keys].to_string();
        keys.split(" · ").next().unwrap_or_default().to_owned()
    }

    /// Leaves, also when the session goes on; the exit code.
    pub fn leave(&mut self) -> u32 {
        // Its last sentence, which every version asks alike.
        let question = self.words.forms[FormMessage::Quit].to_string();
        let question = question.rsplit(". ").next().unwrap().to_owned();
        self.press(crate::keys::ctrl('q'));
        self.terminal
            .wait_until("the question or the end", |terminal| {
                terminal.is_over() || terminal.text().contains(&question)
            });
        if !self.terminal.is_over() {
            self.press(ENTER);
        }
        self.terminal.wait_for_end()
    }

    /// Is asked by the system to end, as programs of every version are; the exit code.
    pub fn end_by_signal(&mut self) -> u32 {
        self.terminal.signal("TERM");
        self.terminal.wait_for_end()
    }

    fn wait_until_saved(&mut self, what: &str, is_enough: impl Fn(u64) -> bool) -> u64 {
        let before = before(&self.words.header[HeaderMessage::Saved]);
        let mut saved = 0;
        self.terminal.wait_for(what, |screen| {
            saved = number_after(&screen.contents(), &before).unwrap_or(0);
            saved > 0 && is_enough(saved)
        });
        self.promised = self.promised.max(saved);
        saved
    }
}

/// The row at the bottom that names a key in brackets.
fn asked_on(screen: &str) -> Option<String> {
    let row = screen
        .lines()
        .rev()
        .map(str::trim)
        .find(|row| row.starts_with('['));
    row.map(ToOwned::to_owned)
}

/// What the desk says, in Vietnamese.
pub fn words() -> DeskWords {
    SOURCES.read(Lang::Vi)
}

/// What the first screen says.
pub fn office_words() -> doithoai::tui::office::words::OfficeWords {
    doithoai::tui::office::words::SOURCES.read(Lang::Vi)
}

/// A sentence up to the first place that is filled in.
pub fn before(sentence: &Message) -> String {
    let (before, _) = sentence
        .as_str()
        .split_once('{')
        .unwrap_or((sentence.as_str(), ""));
    before.to_owned()
}

/// The number that stands behind a text.
pub fn number_after(screen: &str, text: &str) -> Option<u64> {
    let (_, after) = screen.split_once(text)?;
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}
