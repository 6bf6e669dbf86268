//! Every step of the regulation, to go to.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, hinted};
use crate::domain::session::command::Command;

pub(super) fn open(context: DialogContext<'_>) -> Dialog {
    let steps = context.session.regulation().steps.iter().zip(1..);
    let lines = steps
        .map(|(step, number)| {
            hinted(
                format!("{number}. {}", step.title.in_lang(context.lang)),
                step.article.to_string(),
                PickerAction::Perform(Command::EnterStep {
                    step: step.id.clone(),
                    reason: None,
                }),
            )
        })
        .collect();
    Dialog {
        kind: DialogKind::Steps,
        panel: Panel::list(context.words.forms.steps.to_string(), lines),
    }
}
