//! A longer limit of the regulation holds: which one, and why its condition is met.

use super::{FieldFault, FollowUpContext, FollowUpForm, Opened, form};
use crate::domain::follow_up::words::FollowUpMessage;
use crate::domain::follow_up::{DutyRef, LedgerCommand};
use crate::tui::desk::form::{ChoiceField, Field, FieldAnswer, FormFields};
use crate::tui::follow_up::FollowUpEffect;
use crate::tui::follow_up::words::FollowUpScreenMessage;

#[derive(Debug)]
struct ExtendForm {
    session: usize,
    duty: ChoiceField<DutyRef>,
    reason: Field,
}

/// Every longer limit of the regulation: its condition in words, and its name.
pub(super) fn extensions(context: FollowUpContext<'_>) -> Vec<(String, DutyRef)> {
    let regulation = &context.case.promises.regulation;
    let lang = context.teller.lang;
    let extending = regulation
        .deadlines
        .iter()
        .filter(|deadline| deadline.extends.is_some());
    extending
        .map(|deadline| {
            let condition = deadline.condition.as_ref().unwrap_or(&deadline.title);
            let text = format!(
                "{} ({})",
                condition.in_lang(lang),
                deadline.article.in_lang(lang)
            );
            let duty = DutyRef {
                source: regulation.id.clone(),
                id: deadline.id.clone(),
            };
            (text, duty)
        })
        .collect()
}

pub(super) fn open(context: FollowUpContext<'_>) -> Opened {
    let words = context.words;
    let all = extensions(context);
    if all.is_empty() {
        return None;
    }
    Some(form(
        words[FollowUpScreenMessage::FormExtend].to_string(),
        ExtendForm {
            session: context.session,
            duty: ChoiceField::closed(words[FollowUpScreenMessage::FieldDuty].to_string(), all),
            reason: Field::long(words[FollowUpScreenMessage::FieldReason].to_string(), ""),
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

impl FollowUpForm for ExtendForm {
    fn accept(&self, context: FollowUpContext<'_>) -> Result<FollowUpEffect, FieldFault> {
        let FieldAnswer::Chosen(duty) = self.duty.answer() else {
            return Err(FieldFault {
                field: 0,
                text: context.teller.words[FollowUpMessage::RejectNoExtension].to_string(),
            });
        };
        Ok(FollowUpEffect::Enter {
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
