//! Which of the opinions collected beforehand an item is.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, hinted, plain};
use crate::domain::session::command::Command;
use crate::domain::session::item::ItemId;
use crate::tui::desk::words::FormMessage;

pub(super) fn open(context: DialogContext<'_>, item: ItemId) -> Option<Dialog> {
    let link = |opinion| PickerAction::Perform(Command::LinkItem { item, opinion });
    let opinions = &context.session.plan().opinions;
    let mut lines: Vec<_> = opinions
        .iter()
        .map(|opinion| {
            hinted(
                format!("{}. {}", opinion.id.0, opinion.text),
                opinion.from.clone(),
                link(Some(opinion.id)),
            )
        })
        .collect();
    let known = context.session.state().item(item);
    if known.is_some_and(|item| item.opinion.is_some()) {
        lines.push(plain(
            context.words.forms[FormMessage::NoLink].to_string(),
            link(None),
        ));
    }
    let title = context.words.forms[FormMessage::Opinion].render(&[("item", &item.0)]);
    Some(Dialog {
        kind: DialogKind::Opinion(item),
        panel: Panel::list_of_some(title, lines)?,
    })
}
