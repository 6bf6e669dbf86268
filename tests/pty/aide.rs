//! The aide at the desk: she presses a key and looks whether it is saved.

use std::time::{Duration, Instant};

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
    /// When a key that acts was pressed last: nobody means to press one twice within half a second.
    pressed: Option<Instant>,
}

/// How long a calm hand waits before a key that acts.
const CALM: Duration = Duration::from_millis(450);

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

    /// Presses keys; one that acts not sooner than half a second after the last.
    pub fn press(&mut self, bytes: impl AsRef<[u8]>) {
        if matches!(bytes.as_ref(), b" " | b"\r" | b"1" | b"2" | b"3") {
            self.wait_calmly();
        }
        self.terminal.press(bytes);
        self.pressed = Some(now());
    }

    /// A key that acts is not pressed sooner than half a second after the last.
    pub fn wait_calmly(&mut self) {
        if let Some(left) = self
            .pressed
            .and_then(|pressed| CALM.checked_sub(pressed.elapsed()))
        {
            std::thread::sleep(left);
        }
        self.pressed = Some(now());
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

    /// Presses the one key until the screen says this.
    pub fn go_on_until(&mut self, text: &str) {
        while !self.shows(text) {
            self.go_on();
        }
    }

    /// Presses the one key until somebody speaks.
    pub fn go_on_until_somebody_speaks(&mut self) {
        let speech = self.words.panes[PaneMessage::Speech].to_string();
        self.go_on_until(&speech);
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
        number_after(
            &self.terminal.text(),
            &before(&self.words.next[NextMessage::Class]),
        )
        .map(as_u32)
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
        let keys = self.words.forms[FormMessage::KeysForm].to_string();
        self.open(crate::keys::ctrl('n'), &keys);
    }

    /// Leaves, also when the session goes on; the exit code.
    pub fn leave(&mut self) -> u32 {
        let question = self.words.forms[FormMessage::Quit].to_string();
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

fn as_u32(number: u64) -> u32 {
    u32::try_from(number).unwrap()
}

#[expect(
    clippy::disallowed_methods,
    reason = "the real program swallows a key that follows too soon, so the story waits"
)]
fn now() -> Instant {
    Instant::now()
}
