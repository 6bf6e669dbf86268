//! Every act, found by its name: made from the table of keys, so nothing can be missing from it.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, hinted};
use crate::tui::desk::action::Action;
use crate::tui::desk::keymap::{KEYS, Key, Mode, PALETTE_ONLY, key_for};
use crate::tui::desk::picker::Line;

pub(super) fn open(context: DialogContext<'_>) -> Dialog {
    Dialog {
        kind: DialogKind::Palette,
        panel: Panel::list(context.words.forms.palette.to_string(), lines(context)),
    }
}

/// Every act, with its key where it has one.
fn lines(context: DialogContext<'_>) -> Vec<Line<PickerAction>> {
    acts()
        .into_iter()
        .filter_map(|intent| {
            let act = context.words.acts.get(&intent)?;
            let key = key_for(Mode::Desk, intent).map(Key::name);
            Some(hinted(
                act.name.to_string(),
                key.map_or_else(
                    || act.help.to_string(),
                    |key| format!("{key} · {}", act.help),
                ),
                PickerAction::Mean(intent),
            ))
        })
        .collect()
}

/// All acts of the desk, each once, in the order of the table.
fn acts() -> Vec<Action> {
    let keyed = KEYS
        .iter()
        .filter(|binding| binding.mode == Mode::Desk)
        .map(|binding| binding.intent);
    let mut acts: Vec<Action> = Vec::new();
    for intent in keyed.chain(PALETTE_ONLY.iter().copied()) {
        if intent.is_an_act() && !acts.contains(&intent) {
            acts.push(intent);
        }
    }
    acts
}
