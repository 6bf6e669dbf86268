//! Everybody who still waits is to be marked as having no time left: asked first, since it is about all of them at once.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, plain};
use crate::domain::session::command::Command;
use crate::tui::desk::phrases;
use crate::tui::desk::words::{FlowMessage, FormMessage};

/// `None` when nobody waits. What leaves everything as it is stands first: nobody is to lose a turn by one key.
pub(super) fn open(context: DialogContext<'_>) -> Option<Dialog> {
    let words = context.words;
    let waiting: Vec<String> = context
        .session
        .state()
        .queue
        .waiting()
        .map(|person| phrases::numbered_person(context.session, person.registration.number, words))
        .collect();
    if waiting.is_empty() {
        return None;
    }
    let count = waiting.len();
    let lines = vec![
        plain(
            words.flow[FlowMessage::LeaveAsItIs].to_string(),
            PickerAction::Nothing,
        ),
        plain(
            words.forms[FormMessage::NoTimeForRest].render(&[("count", &count)]),
            PickerAction::Perform(Command::NoTimeForRest),
        ),
    ];
    let title = words.forms[FormMessage::NoTimeAsked].render(&[("count", &count)]);
    Some(Dialog {
        kind: DialogKind::NoTimeForRest,
        panel: Panel::list(title, lines).with_intro(vec![waiting.join(", ")]),
    })
}
