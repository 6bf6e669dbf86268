//! The same lists and forms at a station: what is asked for goes to the desk, and comes back as an answer in words. What only
//! a station has keys for.

use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::plan::Number;
use crate::domain::session::queue::Standing;
use crate::domain::session::venue::VenueLink;
use crate::domain::time::SessionTime;
use crate::tui::desk::action::Action;
use crate::tui::desk::dialog::kind::DialogKind;
use crate::tui::desk::dialog::panel::Dialog;
use crate::tui::desk::draft::Drafts;
use crate::tui::desk::keymap::Mode;
use crate::tui::desk::selection::Selection;
use crate::tui::desk::words::NoticeMessage;
use crate::tui::desk::{Desk, Effect, Pane, Severity};

impl Desk {
    /// The same, with the keys of a station.
    #[must_use]
    pub fn at_station(mut self, mode: Mode) -> Self {
        self.at = mode;
        self.selection = Selection::in_pane(if mode == Mode::Secretary {
            Pane::Items
        } else {
            Pane::Queue
        });
        self
    }

    /// What was being typed when the station ended comes back.
    pub fn take_up(&mut self, left_behind: Drafts, session: &Session, now: SessionTime) {
        self.dialogs.take_up(left_behind);
        self.restore_draft(session, now);
    }

    /// What was asked for is on its way; the form, if there was one, is kept for when it is refused.
    pub fn was_sent(&mut self, told: String) -> Option<Dialog> {
        let form = self.dialogs.drop_waiting();
        self.dialogs.forget_waiting();
        if let Some(form) = &form {
            self.dialogs.forget_draft_of(&form.kind);
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
            Some(form) if self.dialogs.top().is_none() => {
                self.dialogs.wait(form);
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
    pub fn select_person(&mut self, number: Number) {
        self.selection.choose_person(number);
    }

    /// What can be done with a person here.
    pub(super) fn menu_of(&self, number: Number) -> DialogKind {
        if self.at == Mode::Registration {
            DialogKind::PersonAtDoor(number)
        } else {
            DialogKind::Person(number)
        }
    }

    /// What only a station has keys for.
    pub(super) fn asked_at_station(&mut self, action: Action, session: &Session) -> Option<Effect> {
        if action == Action::MarkAbsent {
            return self.mark_absent(session);
        }
        // Which hall it is only the station knows.
        let is_there = action == Action::VenueReady;
        Some(Effect::LinkVenue(if is_there {
            VenueLink::Ready
        } else {
            VenueLink::Lost
        }))
    }

    /// The person in question is not there, or there again.
    fn mark_absent(&mut self, session: &Session) -> Option<Effect> {
        let number = self.person_in_question(session);
        let person = number.and_then(|number| session.state().queue.person(number));
        let Some(person) = person else {
            self.notify_sentence(|words| &words.notices[NoticeMessage::NoPerson]);
            return None;
        };
        let standing = if person.standing == Standing::Absent {
            Standing::Waiting
        } else {
            Standing::Absent
        };
        Some(Effect::Perform(Command::SetStanding {
            number: person.registration.number,
            standing,
        }))
    }
}
