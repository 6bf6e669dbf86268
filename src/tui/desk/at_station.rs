//! The same lists and forms at a station: what is asked for goes to the desk, and comes back as an answer in words.

use super::dialog::kind::DialogKind;
use super::dialog::panel::Dialog;
use super::draft::Drafts;
use super::keymap::Mode;
use super::{Desk, Pane, Severity};
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::time::SessionTime;

impl Desk {
    /// The same, with the keys of a station.
    #[must_use]
    pub fn at_station(mut self, mode: Mode) -> Self {
        self.at = mode;
        self.focus = if mode == Mode::Secretary {
            Pane::Items
        } else {
            Pane::Queue
        };
        self
    }

    /// Whether these are the keys of a station.
    #[must_use]
    pub const fn is_at_station(&self) -> bool {
        self.at.is_of_station()
    }

    /// What was being typed when the station ended comes back.
    pub fn take_up(&mut self, left_behind: Drafts, session: &Session, now: SessionTime) {
        self.left_behind = left_behind.open;
        self.set_aside = left_behind.set_aside;
        self.restore_draft(session, now);
    }

    /// What was asked for is on its way; the form, if there was one, is kept for when it is refused.
    pub fn was_sent(&mut self, told: String) -> Option<Dialog> {
        let form = self.under.pop();
        self.forget_under();
        if let Some(form) = &form {
            self.set_aside
                .retain(|draft| !draft.kind.shares_draft_with(&form.kind));
        }
        self.notify(Severity::Good, told);
        form
    }

    /// What was asked for cannot be: the form comes back with why.
    pub fn was_not_sent(&mut self, why: String) {
        self.reopen_form(Severity::Warning, why);
    }

    /// The desk refused: the form comes back with why, if nothing else lies open.
    pub fn was_refused(&mut self, form: Option<Dialog>, why: String) {
        match form {
            Some(form) if self.dialog.is_none() => {
                self.under.push(form);
                self.reopen_form(Severity::Warning, why);
            }
            Some(_) | None => self.notify(Severity::Warning, why),
        }
    }

    /// The regulation asks whether it is within the announced scope.
    pub fn ask_scope(&mut self, command: Command, session: &Session, now: SessionTime) {
        self.open(DialogKind::Scope(Box::new(command)), session, now);
    }

    /// A person who was registered is the one that the keys are about.
    pub fn select_person(&mut self, number: crate::domain::session::plan::Number) {
        self.person = Some(number);
    }
}
