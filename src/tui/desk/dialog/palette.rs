//! Every act, found by its name: made from the table of keys, so nothing can be missing from it.

use super::context::{ActNow, AskAct, DialogContext};
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel};
use crate::tui::desk::action::Action;
use crate::tui::desk::keymap::{KEYS, Key, Mode, PALETTE_ONLY, key_for};
use crate::tui::desk::picker::{Picker, PickerLine};
use crate::tui::desk::words::FlowMessage;

pub(super) fn open(context: DialogContext<'_>, act_now: AskAct<'_>) -> Dialog {
    let lines = lines(context, act_now);
    let title = context.words.flow[FlowMessage::PaletteTitle].render(&[
        ("all", &lines.len()),
        ("now", &lines.iter().filter(|line| !line.dimmed).count()),
    ]);
    let flow = &context.words.flow;
    let groups = [FlowMessage::PossibleNow, FlowMessage::NotPossibleNow];
    let picker = Picker::new(title, lines).grouped(groups.map(|group| flow[group].to_string()));
    Dialog {
        kind: DialogKind::Palette,
        panel: Panel::List(Box::new(picker)),
    }
}

/// Every act, with its key where it has one and what it would do now: what can be done first, so that it leads where both fit
/// what is typed alike, then what cannot, and why.
fn lines(context: DialogContext<'_>, act_now: AskAct<'_>) -> Vec<PickerLine<PickerAction>> {
    let (impossible, possible): (Vec<_>, Vec<_>) = acts()
        .into_iter()
        .filter_map(|action| line(context, action, act_now(action)))
        .partition(|line| line.dimmed);
    possible.into_iter().chain(impossible).collect()
}

fn line(
    context: DialogContext<'_>,
    action: Action,
    now: ActNow,
) -> Option<PickerLine<PickerAction>> {
    let act = context.words.acts.get(&action)?;
    let dimmed = matches!(now, ActNow::Barred(_));
    // Said in words, too: colour alone tells nobody.
    let (hint, value) = match now {
        ActNow::Barred(reason) => {
            let not_now = &context.words.flow[FlowMessage::NotNow];
            let hint = not_now.render(&[("reason", &reason)]);
            (hint, PickerAction::Say(reason))
        }
        ActNow::Does(told) => (told, PickerAction::Mean(action)),
        ActNow::AsEver => (act.help.to_string(), PickerAction::Mean(action)),
    };
    Some(PickerLine {
        text: act.name.to_string(),
        key: key_for(Mode::Desk, action).map_or_else(String::new, Key::name),
        also: act.help.to_string(),
        dimmed,
        group: String::new(),
        hint,
        value,
    })
}

/// All acts of the desk, each once, in the order of the table.
fn acts() -> Vec<Action> {
    let keyed = KEYS
        .iter()
        .filter(|binding| binding.mode == Mode::Desk)
        .map(|binding| binding.action);
    let mut acts: Vec<Action> = Vec::new();
    for action in keyed.chain(PALETTE_ONLY.iter().copied()) {
        if action.is_an_act() && !acts.contains(&action) {
            acts.push(action);
        }
    }
    acts
}
