//! What a key comes to on the follow-up screen, and what is shown once it was carried out.

use crate::domain::follow_up::words::FollowUpMessage;
use crate::tui::follow_up::words::FollowUpScreenMessage;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::forms::{self, FollowUpForm, FormKind};
use super::keymap::{FollowUpAction, follow_up_action};
use super::rows;
use super::{
    FollowUpDialog, FollowUpEffect, FollowUpPane, FollowUpScreen, FollowUpTone, OwedSubject,
};
use crate::domain::follow_up::{DutyRef, LedgerCommand};
use crate::domain::regulation::DeadlineKind;
use crate::domain::time::{ClockReading, Millis};
use crate::tui::desk::form::Form;
use crate::tui::desk::input::Press;

/// A form that is filled in, and which one it is.
#[derive(Debug)]
pub(super) struct OpenForm {
    pub kind: FormKind,
    pub form: Form<dyn FollowUpForm>,
}

/// The key that opened a form does not accept it when it is held down.
const WINDOW: Millis = Millis(400);

impl FollowUpScreen {
    /// What a key asks the program to do, if anything.
    pub fn press(&mut self, press: Press, now: ClockReading) -> Option<FollowUpEffect> {
        let is_text = press.is_pasted();
        match self.dialog.take() {
            Some(FollowUpDialog::Form(open)) => {
                self.dialog = Some(FollowUpDialog::Form(open));
                self.press_in_form(press.key, is_text, now)
            }
            Some(FollowUpDialog::Help) => {
                if !matches!(
                    press.key.code,
                    KeyCode::Esc | KeyCode::Enter | KeyCode::F(1) | KeyCode::Char(_)
                ) {
                    self.dialog = Some(FollowUpDialog::Help);
                }
                None
            }
            None => self.press_on_list(press.key, is_text, now),
        }
    }

    /// Text that was pasted.
    pub fn paste(&mut self, text: &str) {
        match &mut self.dialog {
            Some(FollowUpDialog::Form(open)) => open.form.paste(text),
            Some(FollowUpDialog::Help) => {}
            None => {
                self.filter.paste(text);
                self.list_anew();
            }
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "every other key is for the field"
    )]
    fn press_in_form(
        &mut self,
        key: KeyEvent,
        is_text: bool,
        now: ClockReading,
    ) -> Option<FollowUpEffect> {
        let is_held = self
            .opened
            .is_some_and(|at| at.run == now.run && now.up.saturating_sub(at.up) < WINDOW);
        let Some(FollowUpDialog::Form(OpenForm { form, .. })) = &mut self.dialog else {
            return None;
        };
        match key.code {
            KeyCode::Enter if is_text => {
                form.press(KeyEvent::from(KeyCode::Char(' ')), &mut self.typing);
            }
            KeyCode::Enter if is_held => self.opened = Some(now),
            KeyCode::Enter => return self.accept_form(),
            KeyCode::Esc => self.leave_form(),
            KeyCode::Char('c' | 'q') if key.modifiers.contains(KeyModifiers::CONTROL) => {
                self.leave_form();
            }
            KeyCode::Tab => form.next_field(),
            KeyCode::BackTab => form.previous_field(),
            KeyCode::Up => form.step(-1),
            KeyCode::Down => form.step(1),
            _ => form.press(key, &mut self.typing),
        }
        None
    }

    fn accept_form(&mut self) -> Option<FollowUpEffect> {
        let Some(FollowUpDialog::Form(OpenForm { form, .. })) = &self.dialog else {
            return None;
        };
        let context = self.context(form.content.session())?;
        match form.content.accept(context) {
            Ok(effect) => {
                if let Some(FollowUpDialog::Form(open)) = self.dialog.take() {
                    self.under = Some(open);
                }
                Some(effect)
            }
            Err(fault) => {
                if let Some(FollowUpDialog::Form(open)) = &mut self.dialog {
                    open.form.complain(fault.field, fault.text);
                }
                None
            }
        }
    }

    fn press_on_list(
        &mut self,
        key: KeyEvent,
        is_text: bool,
        now: ClockReading,
    ) -> Option<FollowUpEffect> {
        let action = follow_up_action(&key).filter(|_| !is_text);
        if action.is_some() {
            self.notice = None;
        }
        let Some(action) = action else {
            self.type_filter(key);
            return None;
        };
        if let Some(kind) = self.form_for(action) {
            self.open_form(kind, now);
            return None;
        }
        match action {
            FollowUpAction::Help => self.dialog = Some(FollowUpDialog::Help),
            FollowUpAction::Undo => return self.enter(LedgerCommand::Undo),
            FollowUpAction::Redo => return self.enter(LedgerCommand::Redo),
            FollowUpAction::AcceptAmendment => return self.accept_amendment(),
            FollowUpAction::Export => {
                let session = self.session_meant()?;
                return Some(FollowUpEffect::Export { session });
            }
            FollowUpAction::Quit => return Some(FollowUpEffect::Quit),
            FollowUpAction::Leave => return self.leave(),
            FollowUpAction::OtherPane => self.change_pane(),
            FollowUpAction::Up => self.go(-1),
            FollowUpAction::Down => self.go(1),
            FollowUpAction::PageUp => self.go(-10),
            FollowUpAction::PageDown => self.go(10),
            FollowUpAction::First => self.go(isize::MIN / 2),
            FollowUpAction::Last => self.go(isize::MAX / 2),
            FollowUpAction::Accept if self.pane == FollowUpPane::Sessions => {
                self.pane = FollowUpPane::Owed;
            }
            FollowUpAction::Accept
            | FollowUpAction::Notice
            | FollowUpAction::Answer
            | FollowUpAction::PassOn
            | FollowUpAction::Remind
            | FollowUpAction::Publish
            | FollowUpAction::Extend
            | FollowUpAction::Attach
            | FollowUpAction::Paper
            | FollowUpAction::Sent
            | FollowUpAction::Correct
            | FollowUpAction::Reopen
            | FollowUpAction::AgreeDay
            | FollowUpAction::Told
            | FollowUpAction::Note => {
                self.ask_for_promise();
            }
        }
        None
    }

    /// What is typed to find something goes first, then the screen.
    fn leave(&mut self) -> Option<FollowUpEffect> {
        if self.filter.typed().is_empty() {
            return Some(FollowUpEffect::Quit);
        }
        self.filter.restore("");
        self.list_anew();
        None
    }

    fn change_pane(&mut self) {
        if self.cases.len() > 1 {
            self.pane = match self.pane {
                FollowUpPane::Sessions => FollowUpPane::Owed,
                FollowUpPane::Owed => FollowUpPane::Sessions,
            };
        }
    }

    /// A form is about a promise, and none is selected.
    fn ask_for_promise(&mut self) {
        let message = if self.cases.is_empty() {
            FollowUpScreenMessage::NoSession
        } else {
            FollowUpScreenMessage::ChoosePromise
        };
        self.notify(FollowUpTone::Warning, self.words[message].to_string());
    }

    /// Letters narrow the list; anything else that is no key of the screen does nothing.
    fn type_filter(&mut self, key: KeyEvent) {
        let is_typed = matches!(key.code, KeyCode::Char(_) | KeyCode::Backspace)
            && !key.modifiers.contains(KeyModifiers::ALT);
        if is_typed {
            self.filter.press(key, &mut self.typing);
            self.list_anew();
            self.selected = rows::proposed(&self.rows);
        }
    }

    fn go(&mut self, by: isize) {
        if self.pane == FollowUpPane::Sessions {
            // The first line stands for all sessions.
            let here = self.scope.map_or(0, |at| at + 1);
            let there = here.saturating_add_signed(by).min(self.cases.len());
            self.scope = there.checked_sub(1);
            self.list_anew();
            self.selected = rows::proposed(&self.rows);
        } else {
            let last = self.rows.len().saturating_sub(1);
            self.selected = self.selected.saturating_add_signed(by).min(last);
        }
    }

    /// The form that a key asks for, about what is selected.
    fn form_for(&self, action: FollowUpAction) -> Option<FormKind> {
        let is_list = self.pane == FollowUpPane::Owed;
        let row = self.row();
        let item = row.and_then(super::OwedLine::item);
        let duty = row.and_then(|row| match &row.key.subject {
            OwedSubject::Duty(duty) => Some((row.key.session, duty.clone())),
            OwedSubject::Promise(_) => None,
        });
        self.session_meant()?;
        match action {
            FollowUpAction::Notice => Some(FormKind::Notice),
            FollowUpAction::Accept | FollowUpAction::Answer | FollowUpAction::Correct
                if is_list =>
            {
                let of_duty = || duty.map(|(session, duty)| self.form_for_duty(session, duty));
                item.map(FormKind::Answer).or_else(of_duty)
            }
            FollowUpAction::PassOn => item.map(FormKind::PassOn),
            FollowUpAction::Remind => item.map(FormKind::Remind),
            FollowUpAction::Publish => Some(FormKind::Publish),
            FollowUpAction::Extend => Some(FormKind::Extend),
            FollowUpAction::Attach => Some(FormKind::Attach(item)),
            FollowUpAction::Paper => Some(FormKind::Paper(item)),
            FollowUpAction::Sent => Some(FormKind::Sent(item)),
            FollowUpAction::Reopen => item.map(FormKind::Reopen),
            FollowUpAction::AgreeDay => item.map(FormKind::AgreeDay),
            FollowUpAction::Told => item.map(FormKind::Told),
            FollowUpAction::Note => Some(FormKind::Note(item)),
            FollowUpAction::Accept
            | FollowUpAction::Answer
            | FollowUpAction::Correct
            | FollowUpAction::Help
            | FollowUpAction::Export
            | FollowUpAction::Undo
            | FollowUpAction::Redo
            | FollowUpAction::AcceptAmendment
            | FollowUpAction::OtherPane
            | FollowUpAction::Up
            | FollowUpAction::Down
            | FollowUpAction::PageUp
            | FollowUpAction::PageDown
            | FollowUpAction::First
            | FollowUpAction::Last
            | FollowUpAction::Leave
            | FollowUpAction::Quit => None,
        }
    }

    /// The notice and publishing have forms of their own.
    fn form_for_duty(&self, session: usize, duty: DutyRef) -> FormKind {
        let case = self.cases.get(session);
        let standing = case.and_then(|case| {
            let mut duties = case.overview.duties.iter();
            duties.find(|known| known.duty == duty)
        });
        match standing.and_then(|standing| standing.kind) {
            Some(DeadlineKind::ConclusionNotice) => FormKind::Notice,
            Some(DeadlineKind::Publication) => FormKind::Publish,
            _ => FormKind::Duty(duty),
        }
    }

    fn open_form(&mut self, kind: FormKind, now: ClockReading) {
        let session = self.session_meant();
        let opened = session
            .and_then(|session| self.context(session))
            .and_then(|context| forms::open(context, kind.clone()));
        if let Some(form) = opened {
            self.open_with_draft(OpenForm { kind, form }, now);
        } else {
            let text = self.teller.words[FollowUpMessage::RejectNoExtension].to_string();
            self.notify(FollowUpTone::Warning, text);
        }
    }

    fn enter(&self, command: LedgerCommand) -> Option<FollowUpEffect> {
        let session = self.session_meant()?;
        Some(FollowUpEffect::Enter { session, command })
    }

    fn accept_amendment(&self) -> Option<FollowUpEffect> {
        let session = self.session_meant()?;
        let case = self.cases.get(session)?;
        let journal = case.anchor.clone();
        (!case.amended.is_empty()).then_some(FollowUpEffect::Enter {
            session,
            command: LedgerCommand::AcceptAmendment { journal },
        })
    }
}
