//! An answer came: its letter, what it came to, its text, and when the petitioner was told. With nothing typed it is an
//! answer of today by which what was asked for is done.

use super::{
    FieldFault, FollowUpContext, FollowUpForm, Opened, day_field, day_or_none, fault, filled, form,
    letter_in, promise_of, unused,
};
use crate::domain::follow_up::words::{FollowUpMessage, FollowUpWords};
use crate::domain::follow_up::{AnswerOutcome, LedgerCommand};
use crate::domain::format;
use crate::tui::desk::form::{ChoiceField, Field, FieldAnswer, FormFields};
use crate::tui::follow_up::FollowUpEffect;
use crate::tui::follow_up::words::FollowUpScreenMessage;

/// What an answer comes to, before its detail is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OutcomeKind {
    Settled,
    Partly,
    Timetable,
    Refused,
    PassedOn,
}

#[derive(Debug)]
struct AnswerForm {
    session: usize,
    item: u32,
    number: Field,
    day: Field,
    text: Field,
    outcome: ChoiceField<OutcomeKind>,
    /// The ground, whom it was passed on to, or the day of a timetable.
    detail: Field,
    told: Field,
    correction: Option<Field>,
}

pub(super) fn open(context: FollowUpContext<'_>, item: u32) -> Opened {
    let words = context.words;
    let promise = promise_of(context.case, item)?;
    let before = promise.progress.answer();
    let title = if before.is_some() {
        words[FollowUpScreenMessage::FormAnswerAgain].render(&[("item", &item)])
    } else {
        words[FollowUpScreenMessage::FormAnswer].render(&[("item", &item)])
    };
    let (kind, detail) = before.map_or((OutcomeKind::Settled, String::new()), |answer| {
        kind_and_detail(&answer.outcome)
    });
    let number = before.and_then(|answer| answer.letter.number.clone());
    let text = before.and_then(|answer| answer.text.clone());
    let day = before.map_or(context.today, |answer| answer.letter.on);
    let mut opened = form(
        title,
        AnswerForm {
            session: context.session,
            item,
            number: Field::text(
                words[FollowUpScreenMessage::FieldNumber].to_string(),
                &number.unwrap_or_default(),
            ),
            day: day_field(&words[FollowUpScreenMessage::FieldDay], Some(day)),
            text: Field::long(
                words[FollowUpScreenMessage::FieldText].to_string(),
                &text.unwrap_or_default(),
            ),
            outcome: ChoiceField::closed(
                words[FollowUpScreenMessage::FieldOutcome].to_string(),
                kinds(&context.teller.words),
            )
            .proposing(|known| *known == kind),
            detail: Field::text(
                words[FollowUpScreenMessage::FieldDetail].to_string(),
                &detail,
            ),
            told: day_field(
                &words[FollowUpScreenMessage::FieldTold],
                promise.progress.told,
            ),
            correction: before.map(|_| {
                Field::text(
                    words[FollowUpScreenMessage::FieldCorrection].to_string(),
                    "",
                )
            }),
        },
    );
    opened.intro = vec![promise.item.text.clone()];
    Some(opened)
}

/// What an answer can come to.
fn kinds(says: &FollowUpWords) -> Vec<(String, OutcomeKind)> {
    [
        (FollowUpMessage::OutcomeSettled, OutcomeKind::Settled),
        (FollowUpMessage::OutcomePartly, OutcomeKind::Partly),
        (FollowUpMessage::OutcomeTimetable, OutcomeKind::Timetable),
        (FollowUpMessage::OutcomeRefusedShort, OutcomeKind::Refused),
        (FollowUpMessage::OutcomePassedOnShort, OutcomeKind::PassedOn),
    ]
    .map(|(message, kind)| (says[message].to_string(), kind))
    .into()
}

fn kind_and_detail(outcome: &AnswerOutcome) -> (OutcomeKind, String) {
    match outcome {
        AnswerOutcome::Settled => (OutcomeKind::Settled, String::new()),
        AnswerOutcome::Partly => (OutcomeKind::Partly, String::new()),
        AnswerOutcome::Timetable { until } => (
            OutcomeKind::Timetable,
            until.map(format::date).unwrap_or_default(),
        ),
        AnswerOutcome::Refused { ground } => (OutcomeKind::Refused, ground.clone()),
        AnswerOutcome::PassedOn { to } => (OutcomeKind::PassedOn, to.clone()),
    }
}

impl FormFields for AnswerForm {
    fn fields(&self) -> Vec<&Field> {
        let mut all = vec![
            &self.number,
            &self.day,
            &self.text,
            self.outcome.field(),
            &self.detail,
            &self.told,
        ];
        all.extend(&self.correction);
        all
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        let mut all = vec![
            &mut self.number,
            &mut self.day,
            &mut self.text,
            self.outcome.field_mut(),
            &mut self.detail,
            &mut self.told,
        ];
        all.extend(&mut self.correction);
        all
    }
}

impl FollowUpForm for AnswerForm {
    fn accept(&self, context: FollowUpContext<'_>) -> Result<FollowUpEffect, FieldFault> {
        let letter = letter_in(self, &self.number, &self.day, context)?;
        let kind = match self.outcome.answer() {
            FieldAnswer::Chosen(kind) => kind,
            FieldAnswer::Typed(_) | FieldAnswer::Nothing => OutcomeKind::Settled,
        };
        if matches!(kind, OutcomeKind::Settled | OutcomeKind::Partly) {
            unused(self, &self.detail, context)?;
        }
        let detail = self.detail.content();
        let outcome = match kind {
            OutcomeKind::Settled => AnswerOutcome::Settled,
            OutcomeKind::Partly => AnswerOutcome::Partly,
            OutcomeKind::Timetable if detail.is_empty() => AnswerOutcome::Timetable { until: None },
            OutcomeKind::Timetable => AnswerOutcome::Timetable {
                until: Some(
                    format::read_date(&detail).ok_or_else(|| fault(self, &self.detail, context))?,
                ),
            },
            OutcomeKind::Refused => AnswerOutcome::Refused { ground: detail },
            OutcomeKind::PassedOn => AnswerOutcome::PassedOn { to: detail },
        };
        Ok(FollowUpEffect::Enter {
            session: self.session,
            command: LedgerCommand::Answer {
                item: self.item,
                letter,
                outcome,
                text: filled(&self.text),
                told: day_or_none(self, &self.told, context)?,
                correction: self.correction.as_ref().and_then(filled),
            },
        })
    }

    fn session(&self) -> usize {
        self.session
    }
}
