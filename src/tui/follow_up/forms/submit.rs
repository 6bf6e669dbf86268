//! A petition goes to the body above: to whom, and by which letter.

use super::{FieldFault, FollowUpContext, FollowUpForm, day_field, form, letter_in};
use crate::domain::follow_up::{LedgerCommand, PromiseStanding};
use crate::tui::desk::form::{Field, Form, FormFields};
use crate::tui::follow_up::FollowUpEffect;
use crate::tui::follow_up::words::FollowUpScreenMessage;

#[derive(Debug)]
struct SubmitForm {
    session: usize,
    item: u32,
    to: Field,
    number: Field,
    day: Field,
}

pub(super) fn open(
    context: FollowUpContext<'_>,
    promise: &PromiseStanding,
) -> Form<dyn FollowUpForm> {
    let words = context.words;
    let to = promise.item.authority.clone().unwrap_or_default();
    let mut opened = form(
        words[FollowUpScreenMessage::FormSubmit].render(&[("item", &promise.item.id)]),
        SubmitForm {
            session: context.session,
            item: promise.item.id,
            to: Field::proposing(words[FollowUpScreenMessage::FieldTo].to_string(), &to),
            number: Field::text(words[FollowUpScreenMessage::FieldNumber].to_string(), ""),
            day: day_field(&words[FollowUpScreenMessage::FieldDay], Some(context.today)),
        },
    );
    opened.intro = vec![promise.item.text.clone()];
    opened
}

impl FormFields for SubmitForm {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.to, &self.number, &self.day]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.to, &mut self.number, &mut self.day]
    }

    fn first(&self) -> Option<&Field> {
        (!self.to.content().is_empty()).then_some(&self.number)
    }
}

impl FollowUpForm for SubmitForm {
    fn accept(&self, context: FollowUpContext<'_>) -> Result<FollowUpEffect, FieldFault> {
        Ok(FollowUpEffect::Enter {
            session: self.session,
            command: LedgerCommand::SubmitUpward {
                item: self.item,
                to: self.to.content(),
                letter: letter_in(self, &self.number, &self.day, context)?,
            },
        })
    }

    fn session(&self) -> usize {
        self.session
    }
}
