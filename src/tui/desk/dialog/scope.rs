//! Whether the opinion of somebody who did not register is within the announced scope.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, plain};
use crate::domain::regulation::Unregistered;
use crate::domain::session::command::Command;
use crate::tui::desk::words::FormMessage;

pub(super) fn open(context: DialogContext<'_>, command: Box<Command>) -> Dialog {
    let forms = &context.words.forms;
    let article = match &context.session.regulation().rules.unregistered {
        Unregistered::Accepted(rule)
        | Unregistered::WithinScope(rule)
        | Unregistered::ByLeave(rule) => rule.article.in_lang(context.lang),
        Unregistered::Silent => String::new(),
    };
    let answered =
        |within: bool| PickerAction::Perform(command.as_ref().clone().with_scope(within));
    let lines = vec![
        plain(forms[FormMessage::InScope].to_string(), answered(true)),
        plain(forms[FormMessage::OutOfScope].to_string(), answered(false)),
    ];
    let title = forms[FormMessage::Scope].render(&[("article", &article)]);
    Dialog {
        panel: Panel::list(title, lines),
        kind: DialogKind::Scope(command),
    }
}
