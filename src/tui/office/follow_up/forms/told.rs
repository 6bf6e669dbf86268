//! The petitioner was told of the answer on a day.

use super::{FieldFault, OfficeContext, OfficeForm, day_field, day_in, form};
use crate::domain::follow_up::LedgerCommand;
use crate::tui::desk::form::{Field, Form, FormFields};
use crate::tui::office::follow_up::OfficeEffect;

#[derive(Debug)]
struct ToldForm {
    session: usize,
    item: u32,
    day: Field,
}

pub(super) fn open(context: OfficeContext<'_>, item: u32) -> Form<dyn OfficeForm> {
    let words = context.words;
    form(
        words.form_told.render(&[("item", &item)]),
        ToldForm {
            session: context.session,
            item,
            day: day_field(&words.field_day, Some(context.today)),
        },
    )
}

impl FormFields for ToldForm {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.day]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.day]
    }
}

impl OfficeForm for ToldForm {
    fn accept(&self, context: OfficeContext<'_>) -> Result<OfficeEffect, FieldFault> {
        Ok(OfficeEffect::Enter {
            session: self.session,
            command: LedgerCommand::Tell {
                item: self.item,
                on: day_in(self, &self.day, context)?,
            },
        })
    }

    fn session(&self) -> usize {
        self.session
    }
}
