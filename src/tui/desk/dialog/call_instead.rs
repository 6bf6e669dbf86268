//! Somebody has the floor: is it to be taken from them, and given to the person chosen?

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, plain};
use super::person::give_floor;
use crate::domain::session::plan::Number;
use crate::tui::desk::phrases;
use crate::tui::desk::words::FlowMessage;

pub(super) fn open(context: DialogContext<'_>, number: Number) -> Option<Dialog> {
    let (session, words) = (context.session, context.words);
    let turn = session.state().floor()?;
    let speaking = phrases::holder_name(session, &turn.holder, words);
    let called = phrases::numbered_person(session, number, words);
    let title = words.flow[FlowMessage::CallInstead]
        .render(&[("speaking", &speaking), ("called", &called)]);
    let lines = vec![
        plain(
            words.flow[FlowMessage::LetSpeakOn].render(&[("name", &speaking)]),
            PickerAction::Nothing,
        ),
        plain(
            words.flow[FlowMessage::EndAndCall]
                .render(&[("speaking", &speaking), ("called", &called)]),
            PickerAction::Perform(give_floor(number)),
        ),
    ];
    Some(Dialog {
        kind: DialogKind::CallInstead(number),
        panel: Panel::list(title, lines),
    })
}
