//! What is missing before closing. It leads to each place, classes where a class is missing, and comes back until nothing
//! is left.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, plain};
use crate::domain::session::closing_check::Missing;
use crate::domain::session::command::Command;
use crate::tui::desk::picker::{Line, Picker};

/// `None` when nothing is missing.
pub(super) fn open(context: DialogContext<'_>) -> Option<Dialog> {
    let forms = &context.words.forms;
    let mut lines: Vec<Line<PickerAction>> = context
        .session
        .missing()
        .iter()
        .map(|missing| line(context, *missing))
        .collect();
    let waiting = context.session.state().queue.waiting().count();
    if waiting > 0 {
        lines.push(plain(
            forms.no_time_for_rest.render(&[("count", &waiting)]),
            PickerAction::Perform(Command::NoTimeForRest),
        ));
    }
    if lines.is_empty() {
        return None;
    }
    let picker = Picker::new(forms.gate.to_string(), lines);
    Some(Dialog {
        kind: DialogKind::Gate,
        panel: Panel::Gate(Box::new(picker)),
    })
}

fn line(context: DialogContext<'_>, missing: Missing) -> Line<PickerAction> {
    let forms = &context.words.forms;
    match missing {
        Missing::Class(item) => plain(
            forms
                .missing_class
                .render(&[("item", &item.0), ("text", &context.item_text(item))]),
            PickerAction::OpenCard(item),
        ),
        Missing::Agency(item) => plain(
            forms.missing_agency.render(&[("item", &item.0)]),
            PickerAction::Open(DialogKind::ClassLater(item)),
        ),
        Missing::Due(item) => plain(
            forms.missing_due.render(&[("item", &item.0)]),
            PickerAction::Open(DialogKind::ClassLater(item)),
        ),
        Missing::Authority(item) => plain(
            forms.missing_authority.render(&[("item", &item.0)]),
            PickerAction::Open(DialogKind::ClassUpward(item)),
        ),
        Missing::StillWaiting(number) => plain(
            forms.missing_waiting.render(&[
                ("number", &number.0),
                ("name", &context.person_name(number)),
            ]),
            PickerAction::Open(DialogKind::Person(number)),
        ),
    }
}
