//! Whether to leave a session that is not closed.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, plain};

pub(super) fn open(context: DialogContext<'_>) -> Dialog {
    let forms = &context.words.forms;
    let lines = vec![
        plain(forms.leave.to_string(), PickerAction::Quit),
        plain(forms.stay.to_string(), PickerAction::Nothing),
    ];
    Dialog {
        kind: DialogKind::Quit,
        panel: Panel::list(forms.quit.to_string(), lines),
    }
}
