//! All items, with all they can be filtered by.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, hinted};
use crate::domain::session::item::{Class, Item};
use crate::tui::desk::phrases;
use crate::tui::desk::picker::PickerLine;
use crate::tui::desk::words::FormMessage;

pub(super) fn open(context: DialogContext<'_>) -> Dialog {
    Dialog {
        kind: DialogKind::Items,
        panel: Panel::list(
            context.words.forms[FormMessage::Items].to_string(),
            lines(context),
        ),
    }
}

/// One line for every item; the answer can be searched, too.
pub(super) fn lines(context: DialogContext<'_>) -> Vec<PickerLine<PickerAction>> {
    let items = context.session.state().items.iter();
    items
        .map(|item| {
            let line = hinted(
                format!("{}. {}", item.id.0, context.item_text(item.id)),
                hint(context, item),
                PickerAction::SelectItem(item.id),
            );
            PickerLine {
                also: item.answer.clone().unwrap_or_default(),
                ..line
            }
        })
        .collect()
}

fn hint(context: DialogContext<'_>, item: &Item) -> String {
    let mut parts = vec![phrases::class_word(item.class.as_ref(), context.words).to_string()];
    match &item.class {
        Some(Class::VerifyLater {
            agency: Some(id), ..
        }) => parts.push(context.session.agency_name(id).to_owned()),
        Some(Class::ReportUpward {
            authority: Some(authority),
            ..
        }) => parts.push(authority.clone()),
        Some(Class::AnsweredNow | Class::VerifyLater { .. } | Class::ReportUpward { .. })
        | None => {}
    }
    parts.push(context.raiser_name(item.by));
    parts.extend(item.topic.clone());
    parts.join(" · ")
}
