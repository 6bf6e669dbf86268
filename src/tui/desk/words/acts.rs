//! What the keys and the palette say of each act.

use crate::domain::i18n::{Catalog, Message};
use crate::tui::desk::action::Action;

/// What the keys and the palette say of one act.
#[derive(Debug, Clone)]
pub struct ActWords {
    /// A few words, for the palette and the help.
    pub name: Message,
    /// One or two, for the last line of the screen; the name where left out.
    pub short: Option<Message>,
    /// A sentence for the help.
    pub help: Message,
}

impl ActWords {
    pub(super) fn at(group: &str, action: Action, catalog: &Catalog) -> Self {
        let entry = entry_of(action);
        Self {
            name: catalog.take(&format!("{group}.{entry}.name")),
            short: catalog.take_if_there(&format!("{group}.{entry}.short")),
            help: catalog.take(&format!("{group}.{entry}.help")),
        }
    }
}

/// An entry of the file is called as the act is in the code; one that was called otherwise first keeps that name, which
/// stands in the files of users.
fn entry_of(action: Action) -> String {
    if action == Action::SpeakingMode {
        "Taking".to_owned()
    } else {
        format!("{action:?}")
    }
}
