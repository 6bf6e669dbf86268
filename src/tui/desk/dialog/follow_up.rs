//! Who goes on after an answer, and about which of their items: the answer to it goes to the agency of that item.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, hinted, plain};
use crate::domain::regulation::Phase;
use crate::domain::session::command::Command;
use crate::domain::session::floor::Holder;
use crate::domain::session::item::{ItemId, Raiser};
use crate::domain::session::plan::Number;
use crate::tui::desk::phrases;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::FormMessage;

/// Citizens who may go on: those of this round first.
pub(super) fn open(context: DialogContext<'_>) -> Option<Dialog> {
    let state = context.session.state();
    let mut numbers: Vec<Number> = Vec::new();
    for turn in state.turns.iter().rev() {
        if let Holder::Citizen(number) = turn.holder
            && !numbers.contains(&number)
        {
            numbers.push(number);
        }
    }
    let lines = numbers
        .into_iter()
        .filter_map(|number| state.queue.person(number))
        .map(|person| {
            let registration = &person.registration;
            hinted(
                format!("{} {}", registration.number.0, registration.called()),
                registration.village.clone(),
                go_on(context, registration.number),
            )
        })
        .collect();
    let title = context.words.forms[FormMessage::FollowUpBy].to_string();
    Some(Dialog {
        kind: DialogKind::FollowUpBy,
        panel: Panel::list_of_some(title, lines)?,
    })
}

/// About which of several items; the last that was answered first.
pub(super) fn open_about(context: DialogContext<'_>, number: Number) -> Option<Dialog> {
    let items = items_of(context, number);
    let lines = items
        .iter()
        .map(|item| {
            let agency = context.session.state().item(*item).map(|known| {
                let answerer = context.session.answerer(known);
                phrases::holder_name(context.session, &answerer, context.words)
            });
            hinted(
                format!("{}. {}", item.0, context.item_text(*item)),
                agency.unwrap_or_default(),
                PickerAction::Perform(floor_about(number, vec![*item])),
            )
        })
        .chain((items.len() > 1).then(|| {
            plain(
                context.words.flow[FlowMessage::AllItems].to_string(),
                PickerAction::Perform(floor_about(number, items.clone())),
            )
        }))
        .collect();
    let name = context.person_name(number);
    let title = context.words.flow[FlowMessage::FollowUpAbout].render(&[("name", &name)]);
    Some(Dialog {
        kind: DialogKind::FollowUpAbout(number),
        panel: Panel::list_of_some(title, lines)?,
    })
}

/// Going on: at once with one item, asked with several.
fn go_on(context: DialogContext<'_>, number: Number) -> PickerAction {
    let items = items_of(context, number);
    if items.len() > 1 {
        PickerAction::Open(DialogKind::FollowUpAbout(number))
    } else {
        PickerAction::Perform(floor_about(number, items))
    }
}

/// The items of a person, the last that was spoken of first.
fn items_of(context: DialogContext<'_>, number: Number) -> Vec<ItemId> {
    let items = context.session.state().items.iter();
    let mut own: Vec<_> = items
        .filter(|item| item.by == Raiser::Citizen(number))
        .collect();
    own.sort_by_key(|item| std::cmp::Reverse(item.turns.last().copied()));
    own.into_iter().map(|item| item.id).collect()
}

fn floor_about(number: Number, items: Vec<ItemId>) -> Command {
    Command::GiveFloor {
        phase: Phase::Exchange,
        to: Holder::Citizen(number),
        items,
    }
}
