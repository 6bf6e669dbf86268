//! Accepting what lies open: the line of a list that is chosen, or what a form asks for.

use crate::domain::session::Session;
use crate::domain::time::SessionTime;
use crate::tui::desk::dialog::kind::{DialogKind, PickerAction};
use crate::tui::desk::dialog::panel::{Complaint, Dialog, Panel};
use crate::tui::desk::words::{FlowMessage, FormMessage};
use crate::tui::desk::{Desk, Effect, Severity};

impl Desk {
    pub(super) fn accept(&mut self, session: &Session, now: SessionTime) -> Option<Effect> {
        let dialog = self.dialogs.take()?;
        match &dialog.panel {
            Panel::List(picker) | Panel::Gate(picker) => match picker.chosen().cloned() {
                Some(PickerAction::Say(reason)) => {
                    self.dialogs.show(Some(dialog));
                    self.notify(Severity::Warning, reason);
                    None
                }
                Some(action) => self.choose(action, session, now),
                // Nothing fits what is typed: the list stays, so that it can be typed anew.
                None => {
                    self.dialogs.show(Some(dialog));
                    let text = self.words.forms[FormMessage::NothingFound].to_string();
                    self.notify(Severity::Warning, text);
                    None
                }
            },
            Panel::Form(_) => self.accept_form(dialog, session, now),
            Panel::Page(_) => None,
        }
    }

    fn choose(
        &mut self,
        action: PickerAction,
        session: &Session,
        now: SessionTime,
    ) -> Option<Effect> {
        match action {
            PickerAction::Mean(action) => return self.on_action(action, session, now),
            PickerAction::Perform(command) => return Some(Effect::Perform(command)),
            PickerAction::Quit => return Some(Effect::Quit),
            PickerAction::ExportTo(folder) => return Some(Effect::ExportTo(folder)),
            PickerAction::Import(source) => return Some(Effect::Import(source)),
            PickerAction::Open(kind) => self.open(kind, session, now),
            PickerAction::SelectItem(item) => self.selection.go_to_item(item),
            PickerAction::OpenCard(item) => self.selection.open_card_of(item),
            PickerAction::SelectPerson(number) => self.selection.go_to_person(number),
            PickerAction::Say(_) | PickerAction::Nothing => {}
        }
        None
    }

    fn accept_form(
        &mut self,
        mut dialog: Dialog,
        session: &Session,
        now: SessionTime,
    ) -> Option<Effect> {
        let form = dialog.form()?;
        if let DialogKind::AnswerNow(item) = dialog.kind
            && form.texts().iter().all(|text| text.trim().is_empty())
        {
            // The answer is left open, which is no act.
            let text = self.words.flow[FlowMessage::AnswerLeftOpen].render(&[("item", &item.0)]);
            self.notify(Severity::Good, text);
            self.return_to_gate(session, now);
            return None;
        }
        match form.content.accept(self.context(session, now)) {
            Ok(effect) => {
                self.dialogs.wait(dialog);
                Some(effect)
            }
            Err(Complaint { field, text }) => {
                if let Some(form) = dialog.form_mut() {
                    form.complain(field, text);
                }
                self.dialogs.show(Some(dialog));
                None
            }
        }
    }
}
