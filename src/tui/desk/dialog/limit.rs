//! The limit of all who are left, for one kind of turn.

use super::context::DialogContext;
use super::kind::DialogKind;
use super::panel::{Complaint, Dialog, DialogForm, Panel};
use crate::domain::format;
use crate::domain::regulation::Phase;
use crate::domain::session::command::Command;
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{ChoiceField, Field, FieldAnswer, FormFields};
use crate::tui::desk::words::FormMessage;

#[derive(Debug)]
struct LimitForm {
    minutes: Field,
    phase: ChoiceField<Phase>,
}

pub(super) fn open(context: DialogContext<'_>) -> Dialog {
    let forms = &context.words.forms;
    let limits = &context.session.state().limits;
    let present = limits
        .of(Phase::Speech)
        .map_or_else(String::new, format::running);
    let form = LimitForm {
        minutes: Field::proposing(forms[FormMessage::MinutesOrNone].to_string(), &present).public(),
        phase: ChoiceField::closed(
            forms[FormMessage::Phase].to_string(),
            vec![
                (forms[FormMessage::PhaseSpeech].to_string(), Phase::Speech),
                (forms[FormMessage::PhaseAnswer].to_string(), Phase::Answer),
                (
                    forms[FormMessage::PhaseFollowUp].to_string(),
                    Phase::Exchange,
                ),
            ],
        )
        .public(),
    };
    Dialog {
        kind: DialogKind::Limit,
        panel: Panel::form(forms[FormMessage::Limit].to_string(), form),
    }
}

impl FormFields for LimitForm {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.minutes, self.phase.field()]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.minutes, self.phase.field_mut()]
    }
}

impl DialogForm for LimitForm {
    fn accept(&self, context: DialogContext<'_>) -> Result<Effect, Complaint> {
        let forms = &context.words.forms;
        let typed = self.minutes.content();
        let seconds = if typed.is_empty() {
            None
        } else {
            let bad = || {
                Complaint::about(
                    self,
                    &self.minutes,
                    forms[FormMessage::BadMinutes].to_string(),
                )
            };
            let limit = format::read_minutes(&typed).ok_or_else(bad)?;
            Some(u32::try_from(limit.seconds()).unwrap_or(u32::MAX))
        };
        let FieldAnswer::Chosen(phase) = self.phase.answer() else {
            let text = forms[FormMessage::NotInList].to_string();
            return Err(Complaint::about(self, self.phase.field(), text));
        };
        Ok(Effect::Perform(Command::SetLimitForRest { phase, seconds }))
    }
}
