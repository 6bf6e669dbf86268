//! Why the prescribed order is left, and on whose direction.

use super::context::DialogContext;
use super::kind::DialogKind;
use super::panel::{Complaint, Dialog, DialogForm, Panel};
use super::reason_fields::ReasonFields;
use crate::domain::regulation::StepId;
use crate::domain::session::command::Command;
use crate::domain::session::deviation::Departure;
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{Field, FormFields};
use crate::tui::desk::phrases;
use crate::tui::desk::words::DepartureMessage;
use crate::tui::desk::words::FormMessage;

#[derive(Debug)]
struct ReasonForm {
    command: Command,
    reason: ReasonFields,
}

pub(super) fn open(
    context: DialogContext<'_>,
    command: Box<Command>,
    departures: Vec<Departure>,
) -> Dialog {
    let intro = departures
        .iter()
        .map(|departure| departure_in_words(context, departure))
        .chain(left_behind(context, &command))
        .collect();
    let form = ReasonForm {
        command: (*command).clone(),
        reason: ReasonFields::of(context),
    };
    Dialog {
        kind: DialogKind::Reason(command, departures),
        panel: Panel::form(context.words.forms[FormMessage::Reason].to_string(), form)
            .with_intro(intro),
    }
}

/// Before a jump to the conclusion: who still waits, and which items have no class.
fn left_behind(context: DialogContext<'_>, command: &Command) -> Vec<String> {
    if let Command::EnterStep { step, .. } = command {
        return phrases::left_before_conclusion(context.session, step, context.words);
    }
    Vec::new()
}

impl FormFields for ReasonForm {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.reason.why, self.reason.directed_by.field()]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.reason.why, self.reason.directed_by.field_mut()]
    }
}

impl DialogForm for ReasonForm {
    fn accept(&self, context: DialogContext<'_>) -> Result<Effect, Complaint> {
        let reason = self.reason.read(self, context)?;
        Ok(Effect::Perform(self.command.clone().with_reason(reason)))
    }
}

/// A departure as the aide reads it before she gives the reason.
fn departure_in_words(context: DialogContext<'_>, departure: &Departure) -> String {
    let words = &context.words.departures;
    let regulation = context.session.regulation();
    let named = |id: &StepId| {
        regulation.step(id).map_or_else(
            || (id.0.clone(), String::new()),
            |step| {
                (
                    step.title.in_lang(context.lang).to_owned(),
                    step.article.in_lang(context.lang),
                )
            },
        )
    };
    let departed_from = context
        .session
        .article_departed_from(departure)
        .in_lang(context.lang);
    match departure {
        Departure::StepSkipped { step } => {
            let (step, article) = named(step);
            words[DepartureMessage::StepSkipped].render(&[("step", &step), ("article", &article)])
        }
        Departure::ActsLeftOut { step, acts } => {
            let left_out: Vec<&str> = regulation
                .step(step)
                .iter()
                .flat_map(|step| &step.acts)
                .filter(|act| acts.contains(&act.id))
                .map(|act| act.title.in_lang(context.lang))
                .collect();
            let (step, article) = named(step);
            words[DepartureMessage::ActsLeftOut].render(&[
                ("step", &step),
                ("acts", &left_out.join("; ")),
                ("article", &article),
            ])
        }
        Departure::OpinionsLeftUnread { step, opinions } => {
            let numbers: Vec<String> = opinions.iter().map(|id| id.0.to_string()).collect();
            let (step, article) = named(step);
            words[DepartureMessage::OpinionsLeftUnread].render(&[
                ("step", &step),
                ("opinions", &numbers.join(", ")),
                ("article", &article),
            ])
        }
        Departure::WentBack { from, to } => {
            let ((from, article), (to, _)) = (named(from), named(to));
            words[DepartureMessage::WentBack].render(&[
                ("from", &from),
                ("to", &to),
                ("article", &article),
            ])
        }
        Departure::StepRepeated { step } => {
            let (step, article) = named(step);
            words[DepartureMessage::StepRepeated].render(&[("step", &step), ("article", &article)])
        }
        Departure::Adjourned => {
            words[DepartureMessage::Adjourned].render(&[("article", &departed_from)])
        }
        Departure::OpinionOutOfScope { .. } => {
            words[DepartureMessage::OpinionOutOfScope].render(&[("article", &departed_from)])
        }
        Departure::UnregisteredSpeaker { .. } => {
            words[DepartureMessage::Unregistered].render(&[("article", &departed_from)])
        }
    }
}
