//! What became of a command: it is on disk, and said, and what follows from it is asked; or it was refused, and the form
//! comes back with why.

use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::item::Class;
use crate::domain::session::rejection::Rejection;
use crate::domain::time::SessionTime;
use crate::tui::desk::dialog::kind::DialogKind;
use crate::tui::desk::{Desk, Severity, messages};

impl Desk {
    /// What became of a request to carry out a command.
    pub fn after_command(
        &mut self,
        command: &Command,
        outcome: Result<(), Rejection>,
        session: &Session,
        now: SessionTime,
    ) {
        match outcome {
            Ok(()) => self.done(command, session, now),
            Err(Rejection::NeedsReason(departures)) => {
                let kind = DialogKind::Reason(Box::new(command.clone()), departures);
                self.open(kind, session, now);
            }
            Err(Rejection::NeedsScope) => {
                self.open(DialogKind::Scope(Box::new(command.clone())), session, now);
            }
            Err(Rejection::GateShut(_)) => self.open(DialogKind::Gate, session, now),
            Err(refusal) => {
                if refusal == Rejection::SameAsBefore {
                    self.dialogs.forget_waiting();
                }
                let text = messages::of_refusal(&refusal, session, &self.words, self.lang);
                self.reopen_form(Severity::Warning, text);
                self.return_to_gate(session, now);
            }
        }
        self.restore_draft(session, now);
    }

    /// A command is on disk: it is said, and what follows from it is asked.
    fn done(&mut self, command: &Command, session: &Session, now: SessionTime) {
        self.disk.took_all();
        self.dialogs.forget_waiting();
        self.selection.after_command(command, session);
        let turned = self.page_turned(command, session, now);
        let done = turned.or_else(|| messages::of_success(session, &self.words, self.lang));
        if let Some(text) = done {
            self.notify(Severity::Good, text);
        }
        if let Command::ClassItem {
            item,
            class: Class::AnsweredNow,
        } = command
        {
            self.ask_for_answer(*item, session, now);
        }
        if matches!(command, Command::RecordAttendance { .. }) {
            // One after the other is marked from the same list.
            self.open_quietly(DialogKind::Attendance, session, now);
        }
        self.return_to_gate(session, now);
    }
}
