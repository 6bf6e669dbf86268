//! How speeches are taken: one by one, or several before the answers.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, plain};
use crate::domain::session::command::Command;
use crate::domain::session::plan::SpeakingMode;
use crate::tui::desk::words::FormMessage;

pub(super) fn open(context: DialogContext<'_>) -> Dialog {
    let forms = &context.words.forms;
    let line = |mode: SpeakingMode, text: String| {
        plain(
            text,
            PickerAction::Perform(Command::SetSpeakingMode { mode }),
        )
    };
    let batches = [2_u32, 3, 4, 5, 10].map(|size| {
        line(
            SpeakingMode::InBatches(size),
            forms[FormMessage::Batch].render(&[("size", &size)]),
        )
    });
    let one_by_one = line(
        SpeakingMode::OneByOne,
        forms[FormMessage::OneByOne].to_string(),
    );
    let lines = std::iter::once(one_by_one).chain(batches).collect();
    Dialog {
        kind: DialogKind::SpeakingMode,
        panel: Panel::list(forms[FormMessage::Taking].to_string(), lines),
    }
}
