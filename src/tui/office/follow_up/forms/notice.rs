//! The conclusion notice was issued: its number, its day, and whether a longer limit held and why.

use super::{FieldFault, OfficeContext, OfficeForm, day_field, filled, form, letter_in};
use crate::domain::follow_up::{DutyRef, LedgerCommand};
use crate::tui::desk::form::{ChoiceField, Field, FieldAnswer, Form, FormFields};
use crate::tui::office::follow_up::OfficeEffect;

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

pub(super) fn open(context: OfficeContext<'_>) -> Form<dyn OfficeForm> {
    let words = context.words;
    let regulation = &context.case.promises.regulation;
    let state = context.case.ledger.state();
    let longer: Vec<(String, DutyRef)> = super::extend::extensions(context)
        .into_iter()
        .filter(|(_, duty)| duty.source == regulation.id && !state.extended.contains_key(duty))
        .collect();
    let issued = state.notice.as_ref();
    let title = if issued.is_some() {
        words.form_notice_again.to_string()
    } else {
        words.form_notice.to_string()
    };
    let number = issued.and_then(|notice| notice.letter.number.clone());
    let day = issued.map_or(context.today, |notice| notice.letter.on);
    form(
        title,
        NoticeForm {
            session: context.session,
            number: Field::text(words.field_number.to_string(), &number.unwrap_or_default()),
            day: day_field(&words.field_day, Some(day)),
            extended: (!longer.is_empty()).then(|| {
                ChoiceField::closed(words.field_extended.to_string(), longer)
                    .or_nothing(words.field_not_extended.to_string())
            }),
            reason: Field::text(words.field_reason.to_string(), ""),
            correction: issued.map(|_| Field::text(words.field_correction.to_string(), "")),
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

impl OfficeForm for NoticeForm {
    fn accept(&self, context: OfficeContext<'_>) -> Result<OfficeEffect, FieldFault> {
        let letter = letter_in(self, &self.number, &self.day, context)?;
        let extended = match self.extended.as_ref().map(ChoiceField::answer) {
            Some(FieldAnswer::Chosen(duty)) => vec![(duty, self.reason.content())],
            Some(FieldAnswer::Typed(_) | FieldAnswer::Nothing) | None => Vec::new(),
        };
        Ok(OfficeEffect::Enter {
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
