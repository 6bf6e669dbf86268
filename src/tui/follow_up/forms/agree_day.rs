//! A day is set by which a promise is to be kept, and why.

use super::{FieldFault, FollowUpContext, FollowUpForm, day_field, day_in, form};
use crate::domain::follow_up::LedgerCommand;
use crate::tui::desk::form::{Field, Form, FormFields};
use crate::tui::follow_up::FollowUpEffect;
use crate::tui::follow_up::words::FollowUpScreenMessage;

#[derive(Debug)]
struct AgreeDayForm {
    session: usize,
    item: u32,
    day: Field,
    reason: Field,
}

pub(super) fn open(context: FollowUpContext<'_>, item: u32) -> Form<dyn FollowUpForm> {
    let words = context.words;
    form(
        words[FollowUpScreenMessage::FormDay].render(&[("item", &item)]),
        AgreeDayForm {
            session: context.session,
            item,
            day: day_field(&words[FollowUpScreenMessage::FieldDay], None),
            reason: Field::text(words[FollowUpScreenMessage::FieldReason].to_string(), ""),
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

impl FollowUpForm for AgreeDayForm {
    fn accept(&self, context: FollowUpContext<'_>) -> Result<FollowUpEffect, FieldFault> {
        Ok(FollowUpEffect::Enter {
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
