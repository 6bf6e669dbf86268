//! A promise is opened again, and why.

use super::{FieldFault, OfficeContext, OfficeForm, form};
use crate::domain::follow_up::LedgerCommand;
use crate::tui::desk::form::{Field, Form, FormFields};
use crate::tui::office::follow_up::OfficeEffect;

#[derive(Debug)]
struct ReopenForm {
    session: usize,
    item: u32,
    reason: Field,
}

pub(super) fn open(context: OfficeContext<'_>, item: u32) -> Form<dyn OfficeForm> {
    let words = context.words;
    form(
        words.form_reopen.render(&[("item", &item)]),
        ReopenForm {
            session: context.session,
            item,
            reason: Field::text(words.field_reason.to_string(), ""),
        },
    )
}

impl FormFields for ReopenForm {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.reason]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.reason]
    }
}

impl OfficeForm for ReopenForm {
    fn accept(&self, _: OfficeContext<'_>) -> Result<OfficeEffect, FieldFault> {
        Ok(OfficeEffect::Enter {
            session: self.session,
            command: LedgerCommand::Reopen {
                item: self.item,
                reason: self.reason.content(),
            },
        })
    }

    fn session(&self) -> usize {
        self.session
    }
}
