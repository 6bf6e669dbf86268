//! The conclusion notice was issued: its number, its day, and whether a longer limit held and why.

use super::{
    FieldFault, FollowUpContext, FollowUpForm, day_field, filled, form, letter_in, unused,
};
use crate::domain::follow_up::{DutyRef, LedgerCommand};
use crate::tui::desk::form::{ChoiceField, Field, FieldAnswer, Form, FormFields};
use crate::tui::follow_up::FollowUpEffect;
use crate::tui::follow_up::words::FollowUpScreenMessage;

#[derive(Debug)]
struct NoticeForm {
    session: usize,
    number: Field,
    day: Field,
    /// Only where the regulation has a longer limit.
    extended: Option<ChoiceField<DutyRef>>,
    reason: Field,
    /// Only where a notice is corrected.
    correction: Option<Field>,
}

pub(super) fn open(context: FollowUpContext<'_>) -> Form<dyn FollowUpForm> {
    let words = context.words;
    let regulation = &context.case.promises.regulation;
    let state = context.case.ledger.state();
    let longer: Vec<(String, DutyRef)> = super::extend::extensions(context)
        .into_iter()
        .filter(|(_, duty)| duty.source == regulation.id && !state.extended.contains_key(duty))
        .collect();
    let issued = state.notice.as_ref();
    let title = if issued.is_some() {
        words[FollowUpScreenMessage::FormNoticeAgain].to_string()
    } else {
        words[FollowUpScreenMessage::FormNotice].to_string()
    };
    let number = issued.and_then(|notice| notice.letter.number.clone());
    let day = issued.map_or(context.today, |notice| notice.letter.on);
    form(
        title,
        NoticeForm {
            session: context.session,
            number: Field::text(
                words[FollowUpScreenMessage::FieldNumber].to_string(),
                &number.unwrap_or_default(),
            ),
            day: day_field(&words[FollowUpScreenMessage::FieldDay], Some(day)),
            extended: (!longer.is_empty()).then(|| {
                ChoiceField::closed(
                    words[FollowUpScreenMessage::FieldExtended].to_string(),
                    longer,
                )
                .or_nothing(words[FollowUpScreenMessage::FieldNotExtended].to_string())
            }),
            reason: Field::text(words[FollowUpScreenMessage::FieldReason].to_string(), ""),
            correction: issued.map(|_| {
                Field::text(
                    words[FollowUpScreenMessage::FieldCorrection].to_string(),
                    "",
                )
            }),
        },
    )
}

impl FormFields for NoticeForm {
    fn fields(&self) -> Vec<&Field> {
        let mut all = vec![&self.number, &self.day];
        if let Some(extended) = &self.extended {
            all.extend([extended.field(), &self.reason]);
        }
        all.extend(&self.correction);
        all
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        let mut all = vec![&mut self.number, &mut self.day];
        if let Some(extended) = &mut self.extended {
            all.extend([extended.field_mut(), &mut self.reason]);
        }
        all.extend(&mut self.correction);
        all
    }
}

impl FollowUpForm for NoticeForm {
    fn accept(&self, context: FollowUpContext<'_>) -> Result<FollowUpEffect, FieldFault> {
        let letter = letter_in(self, &self.number, &self.day, context)?;
        let extended = match self.extended.as_ref().map(ChoiceField::answer) {
            Some(FieldAnswer::Chosen(duty)) => vec![(duty, self.reason.content())],
            Some(FieldAnswer::Typed(_) | FieldAnswer::Nothing) => {
                unused(self, &self.reason, context)?;
                Vec::new()
            }
            None => Vec::new(),
        };
        Ok(FollowUpEffect::Enter {
            session: self.session,
            command: LedgerCommand::IssueNotice {
                letter,
                extended,
                correction: self.correction.as_ref().and_then(filled),
            },
        })
    }

    fn session(&self) -> usize {
        self.session
    }
}
