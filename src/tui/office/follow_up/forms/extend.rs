//! A longer limit of the regulation holds: which one, and why its condition is met.

use super::{FieldFault, OfficeContext, OfficeForm, Opened, form};
use crate::domain::follow_up::{DutyRef, LedgerCommand};
use crate::tui::desk::form::{ChoiceField, Field, FieldAnswer, FormFields};
use crate::tui::office::follow_up::OfficeEffect;

#[derive(Debug)]
struct ExtendForm {
    session: usize,
    duty: ChoiceField<DutyRef>,
    reason: Field,
}

/// Every longer limit of the regulation: its condition in words, and its name.
pub(super) fn extensions(context: OfficeContext<'_>) -> Vec<(String, DutyRef)> {
    let regulation = &context.case.promises.regulation;
    let lang = context.teller.lang;
    let extending = regulation
        .deadlines
        .iter()
        .filter(|deadline| deadline.extends.is_some());
    extending
        .map(|deadline| {
            let condition = deadline.condition.as_ref().unwrap_or(&deadline.title);
            let text = format!("{} ({})", condition.in_lang(lang), deadline.article);
            let duty = DutyRef {
                source: regulation.id.clone(),
                id: deadline.id.clone(),
            };
            (text, duty)
        })
        .collect()
}

pub(super) fn open(context: OfficeContext<'_>) -> Opened {
    let words = context.words;
    let all = extensions(context);
    if all.is_empty() {
        return None;
    }
    Some(form(
        words.form_extend.to_string(),
        ExtendForm {
            session: context.session,
            duty: ChoiceField::closed(words.field_duty.to_string(), all),
            reason: Field::long(words.field_reason.to_string(), ""),
        },
    ))
}

impl FormFields for ExtendForm {
    fn fields(&self) -> Vec<&Field> {
        vec![self.duty.field(), &self.reason]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![self.duty.field_mut(), &mut self.reason]
    }

    fn first(&self) -> Option<&Field> {
        (self.duty.values().len() == 1).then_some(&self.reason)
    }
}

impl OfficeForm for ExtendForm {
    fn accept(&self, context: OfficeContext<'_>) -> Result<OfficeEffect, FieldFault> {
        let FieldAnswer::Chosen(duty) = self.duty.answer() else {
            return Err(FieldFault {
                field: 0,
                text: context.teller.words.reject_no_extension.to_string(),
            });
        };
        Ok(OfficeEffect::Enter {
            session: self.session,
            command: LedgerCommand::Extend {
                duty,
                reason: self.reason.content(),
            },
        })
    }

    fn session(&self) -> usize {
        self.session
    }
}
