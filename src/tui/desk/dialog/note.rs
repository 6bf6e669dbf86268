//! A note of the aide, with the time it was made.

use super::context::DialogContext;
use super::kind::DialogKind;
use super::panel::{Complaint, Dialog, DialogForm, Panel};
use super::reason_fields::needed;
use crate::domain::session::command::Command;
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{Field, FormFields};
use crate::tui::desk::words::FormMessage;

#[derive(Debug)]
struct NoteText {
    text: Field,
}

pub(super) fn open(context: DialogContext<'_>) -> Dialog {
    let forms = &context.words.forms;
    let text = Field::long(forms[FormMessage::Text].to_string(), "");
    Dialog {
        kind: DialogKind::Note,
        panel: Panel::form(forms[FormMessage::Note].to_string(), NoteText { text }),
    }
}

impl FormFields for NoteText {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.text]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.text]
    }
}

impl DialogForm for NoteText {
    fn accept(&self, context: DialogContext<'_>) -> Result<Effect, Complaint> {
        Ok(Effect::Perform(Command::Note {
            text: needed(self, &self.text, context)?,
            item: None,
        }))
    }
}
