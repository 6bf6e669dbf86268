//! A promise is opened again, and why.

use super::{FieldFault, FollowUpContext, FollowUpForm, form};
use crate::domain::follow_up::LedgerCommand;
use crate::tui::desk::form::{Field, Form, FormFields};
use crate::tui::follow_up::FollowUpEffect;
use crate::tui::follow_up::words::FollowUpScreenMessage;

#[derive(Debug)]
struct ReopenForm {
    session: usize,
    item: u32,
    reason: Field,
}

pub(super) fn open(context: FollowUpContext<'_>, item: u32) -> Form<dyn FollowUpForm> {
    let words = context.words;
    form(
        words[FollowUpScreenMessage::FormReopen].render(&[("item", &item)]),
        ReopenForm {
            session: context.session,
            item,
            reason: Field::text(words[FollowUpScreenMessage::FieldReason].to_string(), ""),
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

impl FollowUpForm for ReopenForm {
    fn accept(&self, _: FollowUpContext<'_>) -> Result<FollowUpEffect, FieldFault> {
        Ok(FollowUpEffect::Enter {
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
