//! What the desk is told from outside the session: of the terminal, and of the dossier that was written.

use std::path::Path;

use super::{Desk, Severity};
use crate::domain::session::Session;
use crate::domain::time::SessionTime;
use crate::store::bundle::Destination;
use crate::tui::desk::dialog::kind::DialogKind;
use crate::tui::desk::dialog::panel::Dialog;
use crate::tui::desk::words::NoticeMessage;
use crate::tui::terminal::Dropped;

impl Desk {
    /// Asks where the dossier is to go.
    pub fn ask_where_to_export(
        &mut self,
        places: Vec<Destination>,
        session: &Session,
        now: SessionTime,
    ) {
        self.open(DialogKind::ExportTo(places), session, now);
    }

    /// The dossier is written there.
    pub fn exported_to(&mut self, folder: &Path) {
        self.exported = Some(folder.to_owned());
    }

    /// Something that never became whole came from the terminal.
    pub fn dropped(&mut self, what: Dropped) {
        let says = &self.words.notices;
        let sentence = match what {
            Dropped::Key | Dropped::Letter => &says[NoticeMessage::HalfAKey],
            Dropped::Paste => &says[NoticeMessage::HalfAPaste],
            Dropped::LongPaste => &says[NoticeMessage::LongPaste],
        };
        let text = sentence.to_string();
        if let Some(form) = self.dialog.as_mut().and_then(Dialog::form_mut) {
            form.complaint = Some(text);
        } else {
            self.notify(Severity::Warning, text);
        }
    }
}
