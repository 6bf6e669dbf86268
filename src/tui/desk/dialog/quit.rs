//! Whether to leave a session that is not closed.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, plain};
use crate::tui::desk::words::FormMessage;

pub(super) fn open(context: DialogContext<'_>) -> Dialog {
    let forms = &context.words.forms;
    let lines = vec![
        plain(forms[FormMessage::Leave].to_string(), PickerAction::Quit),
        plain(forms[FormMessage::Stay].to_string(), PickerAction::Nothing),
    ];
    Dialog {
        kind: DialogKind::Quit,
        panel: Panel::list(forms[FormMessage::Quit].to_string(), lines),
    }
}
