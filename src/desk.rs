//! The aide's desk: what her keys mean, what lies open on the screen, and what is asked of the session.
//!
//! The way of one key press: key → [`keymap`] → [`Intent`] → [`Desk::press`] → [`Request`] → the session decides, the
//! journal writes, the session applies ([`run`]) → [`region`] makes data and draws it. The desk itself changes no session
//! and reads no clock.

pub mod almanac;
pub mod dialog;
pub mod draft;
pub mod form;
pub mod home;
pub mod intent;
mod intents;
pub mod keymap;
pub mod picker;
mod prompts;
pub mod region;
pub mod run;
pub mod said;
mod selection;
mod stray;
mod welcome;
pub mod words;

use std::path::PathBuf;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::moment::{Moment, Stamp};
use crate::session::Session;
use crate::session::command::Command;
use crate::session::item::ItemId;
use crate::session::plan::Number;
use crate::session::refusal::Refusal;
use crate::typing::Typing;
use crate::words::Lang;
use almanac::Almanac;
use dialog::{Chosen, Dialog, Ground, Opening, Submitted};
use draft::{Draft, DraftPurpose};
use form::Form;
use intent::{Intent, Motion};
use keymap::{Key, Mode};
use stray::StrayTyping;
use words::Words;

/// Which list has the arrow keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pane {
    #[default]
    Queue,
    Items,
}

/// What the desk asks the program to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// To carry out in this order; the first that is refused ends it.
    Perform(Vec<Command>),
    SaveTo(PathBuf),
    Export,
    Quit,
}

/// A line that stays until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    pub tone: Tone,
}

/// How a notice is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Good,
    Warning,
    /// The disk did not take a record.
    Alarm,
}

/// What lies on the aide's screen.
#[derive(Debug)]
pub struct Desk {
    pub words: Words,
    pub lang: Lang,
    focus: Pane,
    /// Chosen with the arrows; otherwise the first who waits.
    person: Option<Number>,
    /// Chosen with the arrows; otherwise the item in question.
    item: Option<ItemId>,
    dialog: Option<Dialog>,
    notice: Option<Notice>,
    almanac: Almanac,
    typing: Typing,
    stray: StrayTyping,
    /// What was being typed when the program went away, until it is offered again.
    left_behind: Option<Draft>,
    /// The disk did not take the last record.
    unsaved: bool,
    /// The words of the hall's view, while the window shows it.
    mirror: Option<crate::projector::Words>,
}

/// A key as it arrived, and whether letters arrived together with it.
#[derive(Debug, Clone, Copy)]
pub struct Press {
    pub key: KeyEvent,
    /// Letters or Backspaces were in the same burst, so blanks, digits and Enter in it are typing.
    pub among_letters: bool,
}

impl Desk {
    #[must_use]
    pub fn new(words: Words, lang: Lang, typing: Typing, almanac: Almanac) -> Self {
        Self {
            words,
            lang,
            focus: Pane::default(),
            person: None,
            item: None,
            dialog: None,
            notice: None,
            almanac,
            typing,
            stray: StrayTyping::default(),
            left_behind: None,
            unsaved: false,
            mirror: None,
        }
    }

    /// What a key asks for, if anything.
    pub fn press(&mut self, press: Press, session: &Session, now: Moment) -> Option<Request> {
        let at = session.stamp(now);
        let mode = self.dialog.as_ref().map_or(Mode::Desk, Dialog::mode);
        let key = Key {
            code: press.key.code,
            modifiers: press.key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT),
        };
        match mode {
            Mode::Desk | Mode::Home => {
                if self.stray.is_typing(&press.key, press.among_letters, now) {
                    self.tell(Tone::Warning, self.words.notices.stray.to_string());
                    return None;
                }
                self.notice = None;
                let intent = keymap::intent(Mode::Desk, key)?;
                self.mean(intent, session, at)
            }
            Mode::Picker | Mode::Form | Mode::Page => {
                // In a burst on a terminal without bracketed paste, a line break is part of the text.
                let pasted_break = press.among_letters && press.key.code == KeyCode::Enter;
                if let Some(intent) = keymap::intent(mode, key).filter(|_| !pasted_break) {
                    return self.mean_in_dialog(intent, session, at);
                }
                self.type_in_dialog(press.key, pasted_break);
                None
            }
        }
    }

    /// Text that was pasted.
    pub fn paste(&mut self, text: &str) {
        match &mut self.dialog {
            Some(Dialog::Form(form, _)) => form.paste(text),
            Some(Dialog::Picker(picker)) => picker.paste(text),
            Some(Dialog::Page(_)) => {}
            None => self.tell(Tone::Warning, self.words.notices.stray.to_string()),
        }
    }

    /// What became of a request to carry out a command.
    pub fn performed(
        &mut self,
        command: &Command,
        outcome: Result<(), Refusal>,
        session: &Session,
        now: Stamp,
    ) {
        match outcome {
            Ok(()) => {
                self.unsaved = false;
                self.selection_after(command);
                if let Some(text) = said::of_success(command, session, &self.words, self.lang) {
                    self.tell(Tone::Good, text);
                }
            }
            Err(Refusal::NeedsReason(departures)) => {
                self.open(
                    Opening::Reason(Box::new(command.clone()), departures),
                    session,
                    now,
                );
            }
            Err(Refusal::NeedsScope) => {
                self.open(Opening::Scope(Box::new(command.clone())), session, now);
            }
            Err(Refusal::GateShut(_)) => self.open(Opening::Gate, session, now),
            Err(refusal) => {
                let text = said::of_refusal(&refusal, session, &self.words);
                self.tell(Tone::Warning, text);
            }
        }
        self.take_up_draft(session, now);
    }

    /// The disk did not take an act; it does not count.
    pub fn not_written(&mut self, cause: &str) {
        self.unsaved = true;
        let text = self.words.notices.not_written.fill(&[("cause", &cause)]);
        self.tell(Tone::Alarm, text);
    }

    /// The session goes on in another folder, so everything is on disk again.
    pub fn saved_elsewhere(&mut self) {
        self.unsaved = false;
    }

    /// Something to tell until the next key.
    pub fn tell(&mut self, tone: Tone, text: String) {
        self.notice = Some(Notice { text, tone });
    }

    /// What is being typed now, when it is worth keeping.
    #[must_use]
    pub fn draft(&self) -> Option<Draft> {
        match &self.dialog {
            Some(Dialog::Form(form, purpose)) => {
                let texts = form.texts();
                DraftPurpose::of(purpose)
                    .filter(|_| texts.iter().any(|text| !text.is_empty()))
                    .map(|purpose| Draft { purpose, texts })
            }
            Some(Dialog::Picker(_) | Dialog::Page(_)) | None => self.left_behind.clone(),
        }
    }

    fn open(&mut self, opening: Opening, session: &Session, now: Stamp) {
        let nothing = said::of_nothing_to_open(&opening, &self.words);
        let ground = Ground {
            session,
            almanac: &self.almanac,
            words: &self.words,
            lang: self.lang,
            now,
        };
        self.dialog = dialog::open(opening, ground);
        if let (None, Some(text)) = (&self.dialog, nothing) {
            self.tell(Tone::Good, text);
        }
    }

    fn type_in_dialog(&mut self, key: KeyEvent, as_blank: bool) {
        let key = if as_blank {
            KeyEvent::new(KeyCode::Char(' '), KeyModifiers::NONE)
        } else {
            key
        };
        match &mut self.dialog {
            Some(Dialog::Form(form, _)) => form.press(key, &mut self.typing),
            Some(Dialog::Picker(picker)) => picker.press(key, &mut self.typing),
            Some(Dialog::Page(_)) | None => {}
        }
    }

    fn mean_in_dialog(&mut self, intent: Intent, session: &Session, now: Stamp) -> Option<Request> {
        let Intent::Go(motion) = intent else {
            return None;
        };
        match motion {
            Motion::Accept => return self.accept(session, now),
            Motion::Cancel => {
                self.dialog = None;
                self.take_up_draft(session, now);
            }
            Motion::Up => self.step(-1),
            Motion::Down => self.step(1),
            Motion::PageUp => self.step(-10),
            Motion::PageDown => self.step(10),
            Motion::First => self.step(isize::MIN),
            Motion::Last => self.step(isize::MAX),
            Motion::NextField | Motion::NextPane => self.on_form(Form::next_field),
            Motion::PreviousField => self.on_form(Form::previous_field),
        }
        None
    }

    fn on_form(&mut self, change: impl FnOnce(&mut Form)) {
        if let Some(Dialog::Form(form, _)) = &mut self.dialog {
            change(form);
        }
    }

    fn step(&mut self, by: isize) {
        match &mut self.dialog {
            Some(Dialog::Form(form, _)) => form.step(by),
            Some(Dialog::Picker(picker)) => picker.step(by),
            Some(Dialog::Page(page)) => {
                let last = page.lines.len().saturating_sub(1);
                page.scrolled = page.scrolled.saturating_add_signed(by).min(last);
            }
            None => {}
        }
    }

    fn accept(&mut self, session: &Session, now: Stamp) -> Option<Request> {
        match self.dialog.take() {
            Some(Dialog::Picker(picker)) => match picker.chosen().cloned() {
                Some(Chosen::Mean(intent)) => self.mean(intent, session, now),
                Some(Chosen::Perform(command)) => Some(Request::Perform(vec![command])),
                Some(Chosen::Open(opening)) => {
                    self.open(opening, session, now);
                    None
                }
                Some(Chosen::SelectItem(item)) => {
                    self.focus = Pane::Items;
                    self.item = Some(item);
                    None
                }
                Some(Chosen::SelectPerson(number)) => {
                    self.focus = Pane::Queue;
                    self.person = Some(number);
                    None
                }
                Some(Chosen::Quit) => Some(Request::Quit),
                Some(Chosen::Nothing) => None,
                // Nothing fits what is typed: the list stays, so that it can be typed anew.
                None => {
                    self.dialog = Some(Dialog::Picker(picker));
                    None
                }
            },
            Some(Dialog::Form(mut form, purpose)) => {
                let ground = Ground {
                    session,
                    almanac: &self.almanac,
                    words: &self.words,
                    lang: self.lang,
                    now,
                };
                match dialog::submit(&form, &purpose, ground) {
                    Ok(Submitted::Commands(commands)) => Some(Request::Perform(commands)),
                    Ok(Submitted::SaveTo(path)) => Some(Request::SaveTo(path)),
                    Err((field, complaint)) => {
                        form.complain(field, complaint.to_string());
                        self.dialog = Some(Dialog::Form(form, purpose));
                        None
                    }
                }
            }
            Some(Dialog::Page(_)) | None => None,
        }
    }
}
