//! A day is set by which a promise is to be kept, and why.

use super::{FieldFault, OfficeContext, OfficeForm, day_field, day_in, form};
use crate::domain::follow_up::LedgerCommand;
use crate::tui::desk::form::{Field, Form, FormFields};
use crate::tui::office::follow_up::OfficeEffect;

#[derive(Debug)]
struct AgreeDayForm {
    session: usize,
    item: u32,
    day: Field,
    reason: Field,
}

pub(super) fn open(context: OfficeContext<'_>, item: u32) -> Form<dyn OfficeForm> {
    let words = context.words;
    form(
        words.form_day.render(&[("item", &item)]),
        AgreeDayForm {
            session: context.session,
            item,
            day: day_field(&words.field_day, None),
            reason: Field::text(words.field_reason.to_string(), ""),
        },
    )
}

impl FormFields for AgreeDayForm {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.day, &self.reason]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.day, &mut self.reason]
    }
}

impl OfficeForm for AgreeDayForm {
    fn accept(&self, context: OfficeContext<'_>) -> Result<OfficeEffect, FieldFault> {
        Ok(OfficeEffect::Enter {
            session: self.session,
            command: LedgerCommand::AgreeDay {
                item: self.item,
                day: day_in(self, &self.day, context)?,
                reason: self.reason.content(),
            },
        })
    }

    fn session(&self) -> usize {
        self.session
    }
}
