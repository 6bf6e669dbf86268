//! Every step of the regulation, to go to.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, hinted, plain};
use crate::domain::regulation::Order;
use crate::domain::session::command::Command;
use crate::tui::desk::words::FormMessage;
use crate::tui::desk::words::NextMessage;

/// Where the text prescribes no order, the end of the session can be chosen as well.
pub(super) fn open(context: DialogContext<'_>) -> Dialog {
    let regulation = context.session.regulation();
    let ends = regulation.order == Order::Unknown && context.session.present_step().is_some();
    let end = ends.then(|| {
        let chosen = if context.session.missing().is_empty() {
            PickerAction::Perform(Command::Close { reason: None })
        } else {
            PickerAction::Open(DialogKind::Gate)
        };
        plain(context.words.next[NextMessage::Close].to_string(), chosen)
    });
    let lines = regulation
        .steps
        .iter()
        .zip(1..)
        .map(|(step, number)| {
            hinted(
                format!("{number}. {}", step.title.in_lang(context.lang)),
                step.article.in_lang(context.lang),
                PickerAction::Perform(Command::EnterStep {
                    step: step.id.clone(),
                    reason: None,
                }),
            )
        })
        .chain(end)
        .collect();
    Dialog {
        kind: DialogKind::Steps,
        panel: Panel::list(context.words.forms[FormMessage::Steps].to_string(), lines),
    }
}
