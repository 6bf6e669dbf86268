//! A duty of the regulation was done on a day.

use super::{FieldFault, FollowUpContext, FollowUpForm, Opened, day_field, day_in, filled, form};
use crate::domain::follow_up::{DutyRef, LedgerCommand, OwedThing};
use crate::tui::desk::form::{Field, FormFields};
use crate::tui::follow_up::FollowUpEffect;
use crate::tui::follow_up::words::FollowUpScreenMessage;

#[derive(Debug)]
struct DutyForm {
    session: usize,
    duty: DutyRef,
    day: Field,
    note: Field,
}

pub(super) fn open(context: FollowUpContext<'_>, duty: &DutyRef) -> Opened {
    let words = context.words;
    let mut duties = context.case.overview.duties.iter();
    let standing = duties.find(|known| known.duty == *duty)?;
    let thing = OwedThing::Duty(Box::new(standing.clone()));
    Some(form(
        words[FollowUpScreenMessage::FormDuty].render(&[("duty", &context.teller.thing(&thing))]),
        DutyForm {
            session: context.session,
            duty: duty.clone(),
            day: day_field(&words[FollowUpScreenMessage::FieldDay], Some(context.today)),
            note: Field::text(words[FollowUpScreenMessage::FieldNote].to_string(), ""),
        },
    ))
}

impl FormFields for DutyForm {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.day, &self.note]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.day, &mut self.note]
    }
}

impl FollowUpForm for DutyForm {
    fn accept(&self, context: FollowUpContext<'_>) -> Result<FollowUpEffect, FieldFault> {
        Ok(FollowUpEffect::Enter {
            session: self.session,
            command: LedgerCommand::MarkDone {
                duty: self.duty.clone(),
                on: day_in(self, &self.day, context)?,
                note: filled(&self.note),
            },
        })
    }

    fn session(&self) -> usize {
        self.session
    }
}
