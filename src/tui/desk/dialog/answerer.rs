//! Who answers items: the one assigned to the first of them, the chair, every agency.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, plain};
use crate::domain::regulation::Phase;
use crate::domain::session::command::Command;
use crate::domain::session::floor::Holder;
use crate::domain::session::item::ItemId;
use crate::tui::desk::phrases;
use crate::tui::desk::words::FormMessage;

pub(super) fn open(context: DialogContext<'_>, items: Vec<ItemId>) -> Dialog {
    let state = context.session.state();
    let assigned = items
        .first()
        .and_then(|item| state.item(*item))
        .map(|item| context.session.answerer(item));
    let agencies = state.agencies.iter();
    let others = std::iter::once(Holder::Chair)
        .chain(agencies.map(|agency| Holder::Agency(agency.id.clone())));
    let mut holders: Vec<Holder> = assigned.into_iter().collect();
    for holder in others {
        if !holders.contains(&holder) {
            holders.push(holder);
        }
    }
    let lines = holders
        .into_iter()
        .map(|to| {
            plain(
                phrases::holder_name(context.session, &to, context.words),
                PickerAction::Perform(Command::GiveFloor {
                    phase: Phase::Answer,
                    to,
                    items: items.clone(),
                }),
            )
        })
        .collect();
    let numbers = phrases::item_numbers(&items);
    let title = context.words.forms[FormMessage::Answerer].render(&[("item", &numbers)]);
    let intro = items.iter().map(|item| context.item_text(*item)).collect();
    Dialog {
        kind: DialogKind::Answerer(items),
        panel: Panel::list(title, lines).with_intro(intro),
    }
}
