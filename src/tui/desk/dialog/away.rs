//! Whether whoever had the floor went on while the program was away. What is likelier is proposed: yes for a short
//! absence, no for a long one.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, plain};
use crate::domain::i18n::Message;
use crate::domain::session::command::Command;
use crate::domain::time::Millis;
use crate::tui::desk::phrases;
use crate::tui::desk::picker::Picker;
use crate::tui::desk::words::FormMessage;

/// `None` while there is nothing to ask.
pub(super) fn open(context: DialogContext<'_>) -> Option<Dialog> {
    let forms = &context.words.forms;
    let state = context.session.state();
    if state.closed.is_some() {
        // Nothing that is said of it now could count.
        return None;
    }
    let (away, turn) = state.away_to_judge()?;
    let title = forms[FormMessage::Away].render(&[
        ("from", &phrases::time_of_gap(away.from.wall, away)),
        ("to", &phrases::time_of_gap(away.to.wall, away)),
        (
            "name",
            &phrases::holder_name(context.session, &turn.holder, context.words),
        ),
    ]);
    let line = |text: &Message, went_on: bool| {
        plain(
            text.to_string(),
            PickerAction::Perform(Command::JudgeAway { went_on }),
        )
    };
    let lines = vec![
        line(&forms[FormMessage::WentOn], true),
        line(&forms[FormMessage::StoodStill], false),
    ];
    // The second line where it is likelier.
    let proposed = usize::from(away.to.since(away.from) > GOES_ON_UNTIL);
    Some(Dialog {
        kind: DialogKind::Away,
        panel: Panel::List(Box::new(Picker::new(title, lines).at(proposed))),
    })
}

/// Whoever spoke is taken to have gone on through an absence up to this.
const GOES_ON_UNTIL: Millis = Millis::of_seconds(120);
