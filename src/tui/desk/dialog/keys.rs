//! The palette and the help: both are made from the table of keys, so nothing can be missing from them.

use super::{Chosen, Page};
use crate::tui::desk::action::Action;
use crate::tui::desk::keymap::{KEYS, Key, Mode, PALETTE_ONLY, key_for};
use crate::tui::desk::picker::Line;
use crate::tui::desk::words::DeskWords;
use crate::tui::desk::words::FormMessage;

/// Every act, with its key where it has one.
pub(super) fn palette(words: &DeskWords) -> Vec<Line<Chosen>> {
    let keyed = KEYS
        .iter()
        .filter(|binding| binding.mode == Mode::Desk)
        .map(|binding| binding.intent);
    let mut seen = Vec::new();
    keyed
        .chain(PALETTE_ONLY.iter().copied())
        .filter(|intent| intent.is_an_act())
        .filter(|intent| {
            let first = !seen.contains(intent);
            seen.push(*intent);
            first
        })
        .filter_map(|intent| {
            let act = words.acts.get(&intent)?;
            let key = key_for(Mode::Desk, intent).map(Key::name);
            Some(Line {
                text: act.name.to_string(),
                hint: key.map_or_else(
                    || act.help.to_string(),
                    |key| format!("{key} · {}", act.help),
                ),
                value: Chosen::Mean(intent),
            })
        })
        .collect()
}

/// Every key of every mode, from the table.
pub(super) fn help(words: &DeskWords) -> Page {
    let mut lines = Vec::new();
    for (mode, heading) in &words.modes {
        lines.push((String::new(), heading.to_string()));
        for binding in KEYS.iter().filter(|binding| binding.mode == *mode) {
            if let Some(act) = words.acts.get(&binding.intent) {
                lines.push((binding.key.name(), format!("{} – {}", act.name, act.help)));
            }
        }
        if *mode == Mode::Desk {
            for intent in PALETTE_ONLY {
                if let Some(act) = words.acts.get(intent) {
                    lines.push((
                        key_for(Mode::Desk, Action::Palette).map_or_else(String::new, Key::name),
                        format!("{} – {}", act.name, act.help),
                    ));
                }
            }
        }
    }
    Page {
        title: words.forms[FormMessage::Help].to_string(),
        lines,
        scrolled: 0,
    }
}
