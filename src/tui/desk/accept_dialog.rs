//! Accepting what lies open: the line of a list that is chosen, or what a form asks for.

use super::dialog::kind::{DialogKind, PickerAction};
use super::dialog::panel::{Complaint, Dialog, Panel};
use super::{Desk, Effect, Pane, Severity};
use crate::domain::session::Session;
use crate::domain::time::SessionTime;
use crate::tui::desk::words::{FlowMessage, FormMessage};

impl Desk {
    pub(super) fn accept(&mut self, session: &Session, now: SessionTime) -> Option<Effect> {
        let dialog = self.dialog.take()?;
        match &dialog.panel {
            Panel::List(picker) | Panel::Gate(picker) => match picker.chosen().cloned() {
                Some(PickerAction::Say(reason)) => {
                    self.dialog = Some(dialog);
                    self.notify(Severity::Warning, reason);
                    None
                }
                Some(action) => self.choose(action, session, now),
                // Nothing fits what is typed: the list stays, so that it can be typed anew.
                None => {
                    self.dialog = Some(dialog);
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
            PickerAction::SelectItem(item) => {
                self.focus = Pane::Items;
                self.item = Some(item);
            }
            PickerAction::OpenCard(item) => self.open_card_of(item),
            PickerAction::SelectPerson(number) => {
                self.focus = Pane::Queue;
                self.person = Some(number);
            }
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
        let accepted = dialog.form().map(|form| {
            let says_nothing = matches!(dialog.kind, DialogKind::AnswerNow(_))
                && form.texts().iter().all(|text| text.trim().is_empty());
            (
                says_nothing,
                form.content.accept(self.context(session, now)),
            )
        });
        match accepted {
            // The answer is left open, which is no act.
            Some((true, _)) => {
                if let DialogKind::AnswerNow(item) = dialog.kind {
                    let text =
                        self.words.flow[FlowMessage::AnswerLeftOpen].render(&[("item", &item.0)]);
                    self.notify(Severity::Good, text);
                }
                self.return_to_gate(session, now);
                None
            }
            Some((false, Ok(request))) => {
                self.under.push(dialog);
                Some(request)
            }
            Some((false, Err(Complaint { field, text }))) => {
                if let Some(form) = dialog.form_mut() {
                    form.complain(field, text);
                }
                self.dialog = Some(dialog);
                None
            }
            None => None,
        }
    }
}
