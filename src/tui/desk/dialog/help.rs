//! The help: every key of every mode, from the table of keys.

use super::context::DialogContext;
use super::kind::DialogKind;
use super::panel::{Dialog, Page, Panel};
use crate::tui::desk::action::Action;
use crate::tui::desk::keymap::{KEYS, Key, Mode, PALETTE_ONLY, key_for};

pub(super) fn open(context: DialogContext<'_>) -> Dialog {
    let words = context.words;
    let mut lines = Vec::new();
    for (mode, heading) in &words.forms.modes {
        lines.push((String::new(), heading.to_string()));
        for binding in KEYS.iter().filter(|binding| binding.mode == *mode) {
            if let Some(act) = words.acts.get(&binding.intent) {
                lines.push((binding.key.name(), format!("{} – {}", act.name, act.help)));
            }
        }
        if *mode == Mode::Desk {
            let palette = key_for(Mode::Desk, Action::Palette).map_or_else(String::new, Key::name);
            for act in PALETTE_ONLY
                .iter()
                .filter_map(|intent| words.acts.get(intent))
            {
                lines.push((palette.clone(), format!("{} – {}", act.name, act.help)));
            }
        }
    }
    Dialog {
        kind: DialogKind::Help,
        panel: Panel::Page(Page {
            title: words.forms.help.to_string(),
            lines,
            scrolled: 0,
        }),
    }
}
