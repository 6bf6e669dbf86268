//! The petitioner was told of the answer on a day.

use super::{FieldFault, FollowUpContext, FollowUpForm, day_field, day_in, form};
use crate::domain::follow_up::LedgerCommand;
use crate::tui::desk::form::{Field, Form, FormFields};
use crate::tui::follow_up::FollowUpEffect;
use crate::tui::follow_up::words::FollowUpScreenMessage;

#[derive(Debug)]
struct ToldForm {
    session: usize,
    item: u32,
    day: Field,
}

pub(super) fn open(context: FollowUpContext<'_>, item: u32) -> Form<dyn FollowUpForm> {
    let words = context.words;
    form(
        words[FollowUpScreenMessage::FormTold].render(&[("item", &item)]),
        ToldForm {
            session: context.session,
            item,
            day: day_field(&words[FollowUpScreenMessage::FieldDay], Some(context.today)),
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

impl FollowUpForm for ToldForm {
    fn accept(&self, context: FollowUpContext<'_>) -> Result<FollowUpEffect, FieldFault> {
        Ok(FollowUpEffect::Enter {
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
