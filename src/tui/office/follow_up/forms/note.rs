//! A note, on a promise or on the session as a whole.

use super::{FieldFault, OfficeContext, OfficeForm, form};
use crate::domain::follow_up::LedgerCommand;
use crate::tui::desk::form::{Field, Form, FormFields};
use crate::tui::office::follow_up::OfficeEffect;

#[derive(Debug)]
struct NoteForm {
    session: usize,
    item: Option<u32>,
    text: Field,
}

pub(super) fn open(context: OfficeContext<'_>, item: Option<u32>) -> Form<dyn OfficeForm> {
    let words = context.words;
    form(
        words.form_note.to_string(),
        NoteForm {
            session: context.session,
            item,
            text: Field::long(words.field_note.to_string(), ""),
        },
    )
}

impl FormFields for NoteForm {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.text]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.text]
    }
}

impl OfficeForm for NoteForm {
    fn accept(&self, _: OfficeContext<'_>) -> Result<OfficeEffect, FieldFault> {
        Ok(OfficeEffect::Enter {
            session: self.session,
            command: LedgerCommand::Note {
                item: self.item,
                text: self.text.content(),
            },
        })
    }

    fn session(&self) -> usize {
        self.session
    }
}
