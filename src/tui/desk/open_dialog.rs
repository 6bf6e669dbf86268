//! What keys do while a list, form or page lies open, and what becomes of a form: it is closed when its act is on disk,
//! and comes back with everything that was typed when it is not.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::action::{Action, Motion};
use super::dialog::{self, Chosen, Dialog, Ground, Opening, Purpose, Submitted};
use super::draft::{Draft, DraftPurpose};
use super::form::Form;
use super::{Desk, Pane, Request, Tone, messages};
use crate::domain::session::Session;
use crate::domain::time::SessionTime;
use crate::tui::desk::words::FormMessage;

impl Desk {
    /// What is being typed now, or waits to be on disk, when it is worth keeping.
    #[must_use]
    pub fn draft(&self) -> Option<Draft> {
        let open = match &self.dialog {
            Some(Dialog::Form(form, purpose)) => Some((form, purpose)),
            Some(Dialog::Picker(_) | Dialog::Page(_)) | None => None,
        };
        let under = self
            .under
            .iter()
            .rev()
            .map(|(form, purpose)| (form, purpose));
        open.into_iter()
            .chain(under)
            .find_map(|(form, purpose)| {
                let texts = form.texts();
                DraftPurpose::of(purpose)
                    .filter(|_| texts.iter().any(|text| !text.is_empty()))
                    .map(|purpose| Draft { purpose, texts })
            })
            .or_else(|| self.left_behind.clone())
    }

    /// What was asked could not be done: the form comes back with what is wrong; without one it is told.
    pub(super) fn come_back(&mut self, tone: Tone, text: String) {
        match self.under.pop() {
            Some((mut form, purpose)) => {
                form.complaint = Some(text);
                self.dialog = Some(Dialog::Form(form, purpose));
            }
            None => self.tell(tone, text),
        }
    }

    pub(super) fn open(&mut self, opening: Opening, session: &Session, now: SessionTime) {
        let nothing = messages::of_nothing_to_open(&opening, &self.words);
        let opened = dialog::open(opening, self.ground(session, now));
        self.dialog = opened;
        if let (None, Some(text)) = (&self.dialog, nothing) {
            self.tell(Tone::Good, text);
        }
    }

    fn ground<'a>(&'a self, session: &'a Session, now: SessionTime) -> Ground<'a> {
        Ground {
            session,
            basis: &self.basis,
            words: &self.words,
            lang: self.lang,
            now,
        }
    }

    /// A key that is text, or moves in it. `pasted`: a line break or tab that came along with text.
    pub(super) fn type_in_dialog(&mut self, key: KeyEvent, pasted: bool) {
        let is_enter = key.code == KeyCode::Enter;
        let key = if pasted {
            KeyEvent::new(KeyCode::Char(' '), KeyModifiers::NONE)
        } else {
            key
        };
        match &mut self.dialog {
            Some(Dialog::Form(form, _)) => {
                form.press(key, &mut self.typing);
                if pasted && is_enter {
                    form.complaint =
                        Some(self.words.forms[FormMessage::EnterWasTyping].to_string());
                }
            }
            Some(Dialog::Picker(picker)) => picker.press(key, &mut self.typing),
            Some(Dialog::Page(_)) | None => {}
        }
    }

    pub(super) fn mean_in_dialog(
        &mut self,
        intent: Action,
        session: &Session,
        now: SessionTime,
    ) -> Option<Request> {
        let Action::Go(motion) = intent else {
            self.save_elsewhere_first(intent, session, now);
            return None;
        };
        match motion {
            Motion::Accept => return self.accept(session, now),
            Motion::Cancel => {
                // Back to the form that led here, with everything that was typed.
                self.dialog = self
                    .under
                    .pop()
                    .map(|(form, purpose)| Dialog::Form(form, purpose));
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

    /// The disk took nothing more while a form was filled in: another folder is asked for, and the form waits.
    fn save_elsewhere_first(&mut self, intent: Action, session: &Session, now: SessionTime) {
        let is_open = matches!(self.dialog, Some(Dialog::Form(_, Purpose::Folder)));
        if intent != Action::SaveElsewhere || !self.unsaved || is_open {
            return;
        }
        if let Some(Dialog::Form(form, purpose)) = self.dialog.take() {
            self.under.push((form, purpose));
        }
        self.open(Opening::Folder, session, now);
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

    fn accept(&mut self, session: &Session, now: SessionTime) -> Option<Request> {
        match self.dialog.take() {
            Some(Dialog::Picker(picker)) => match picker.chosen().cloned() {
                Some(Chosen::Mean(intent)) => self.mean(intent, session, now),
                Some(Chosen::Perform(command)) => Some(Request::Perform(command)),
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
                match dialog::submit(&form, &purpose, self.ground(session, now)) {
                    Ok(submitted) => {
                        self.under.push((form, purpose));
                        Some(match submitted {
                            Submitted::Command(command) => Request::Perform(command),
                            Submitted::SaveTo(path) => Request::SaveTo(path),
                        })
                    }
                    Err((field, complaint)) => {
                        form.complain(field, complaint);
                        self.dialog = Some(Dialog::Form(form, purpose));
                        None
                    }
                }
            }
            Some(Dialog::Page(_)) | None => None,
        }
    }
}
