//! An item that has another class is to be one that was answered at once: asked first, since one key would be enough.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, plain};
use crate::domain::session::command::Command;
use crate::domain::session::item::{Class, ItemId};
use crate::tui::desk::phrases;
use crate::tui::desk::words::FlowMessage;

pub(super) fn open(context: DialogContext<'_>, item: ItemId) -> Option<Dialog> {
    let words = context.words;
    let class = context.session.state().item(item)?.class.as_ref()?;
    let title = words.flow[FlowMessage::ChangeClass].render(&[
        ("item", &item.0),
        ("class", phrases::class_word(Some(class), words)),
    ]);
    let change = Command::ClassItem {
        item,
        class: Class::AnsweredNow,
    };
    let lines = vec![
        plain(
            words.flow[FlowMessage::ChangeToNow].render(&[("item", &item.0)]),
            PickerAction::Perform(change),
        ),
        plain(
            words.flow[FlowMessage::LeaveAsItIs].to_string(),
            PickerAction::Nothing,
        ),
    ];
    Some(Dialog {
        kind: DialogKind::ChangeToNow(item),
        panel: Panel::list(title, lines).with_intro(vec![context.item_text(item)]),
    })
}
