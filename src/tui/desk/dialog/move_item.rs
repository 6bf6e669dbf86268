//! Whose an item is, when it was noted for the wrong person.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, hinted};
use crate::domain::session::command::Command;
use crate::domain::session::item::{ItemId, Raiser};
use crate::tui::desk::words::FormMessage;

pub(super) fn open(context: DialogContext<'_>, item: ItemId) -> Dialog {
    let people = context.session.state().queue.people().iter();
    let lines = people
        .map(|person| {
            let registration = &person.registration;
            hinted(
                format!("{} {}", registration.number.0, registration.called()),
                registration.village.clone(),
                PickerAction::Perform(Command::MoveItem {
                    item,
                    to: Raiser::Citizen(registration.number),
                }),
            )
        })
        .collect();
    let title = context.words.forms[FormMessage::MoveItem].render(&[("item", &item.0)]);
    Dialog {
        kind: DialogKind::MoveItem(item),
        panel: Panel::list(title, lines),
    }
}
