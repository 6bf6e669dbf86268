//! Another agency has to answer from now on.

use super::{FieldFault, FollowUpContext, FollowUpForm, day_field, day_in, form};
use crate::domain::follow_up::{LedgerCommand, PromiseStanding};
use crate::tui::desk::form::{ChoiceField, Field, FieldAnswer, Form, FormFields};
use crate::tui::follow_up::FollowUpEffect;
use crate::tui::follow_up::words::FollowUpScreenMessage;

#[derive(Debug)]
struct AssignForm {
    session: usize,
    item: u32,
    agency: ChoiceField<String>,
    day: Field,
}

pub(super) fn open(
    context: FollowUpContext<'_>,
    promise: &PromiseStanding,
) -> Form<dyn FollowUpForm> {
    let words = context.words;
    let agencies = context
        .case
        .promises
        .agencies
        .iter()
        .filter(|known| promise.agency.as_ref() != Some(known))
        .map(|known| (known.clone(), known.clone()))
        .collect();
    let mut opened = form(
        words[FollowUpScreenMessage::FormAssign].render(&[("item", &promise.item.id)]),
        AssignForm {
            session: context.session,
            item: promise.item.id,
            agency: ChoiceField::or_typed(
                words[FollowUpScreenMessage::FieldAgency].to_string(),
                agencies,
            ),
            day: day_field(&words[FollowUpScreenMessage::FieldDay], Some(context.today)),
        },
    );
    opened.intro = vec![promise.item.text.clone()];
    opened
}

impl FormFields for AssignForm {
    fn fields(&self) -> Vec<&Field> {
        vec![self.agency.field(), &self.day]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![self.agency.field_mut(), &mut self.day]
    }
}

impl FollowUpForm for AssignForm {
    fn accept(&self, context: FollowUpContext<'_>) -> Result<FollowUpEffect, FieldFault> {
        let agency = match self.agency.answer() {
            FieldAnswer::Chosen(agency) | FieldAnswer::Typed(agency) => agency,
            FieldAnswer::Nothing => String::new(),
        };
        Ok(FollowUpEffect::Enter {
            session: self.session,
            command: LedgerCommand::Assign {
                item: self.item,
                agency,
                on: day_in(self, &self.day, context)?,
            },
        })
    }

    fn session(&self) -> usize {
        self.session
    }
}
