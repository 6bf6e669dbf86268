//! What the desk is told from outside the session: of the terminal, of the dossier that was written, of lists that were read.

use std::path::Path;

use super::import::{ImportOffer, ImportSource, ImportedLists, ReadAs, is_table};
use super::{Desk, Effect, Severity};
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

    /// Whether a table may be pasted now, as keys or as a text.
    #[must_use]
    pub fn takes_tables(&self) -> bool {
        self.table_before().is_some()
    }

    /// What a pasted table asks for; a long one comes in parts, each behind the others.
    pub(super) fn pasted_table(&self, text: &str) -> Option<Effect> {
        let before = self.table_before()?;
        (!before.is_empty() || is_table(text)).then(|| {
            Effect::Import(ImportSource::Pasted {
                text: before + text,
                read_as: ReadAs::Guessed,
            })
        })
    }

    /// What was pasted of a table so far; `None` where no table is taken.
    fn table_before(&self) -> Option<String> {
        let kind = &self.dialog.as_ref()?.kind;
        if *kind == DialogKind::ImportFile {
            return Some(String::new());
        }
        let DialogKind::Import(offer) = kind else {
            return None;
        };
        match &offer.source {
            ImportSource::Pasted { text, .. } => Some(text.clone()),
            ImportSource::File(_) => None,
        }
    }

    /// What was read is shown, and added only when it is accepted.
    pub fn offer_import(
        &mut self,
        source: ImportSource,
        read: ImportedLists,
        session: &Session,
        now: SessionTime,
    ) {
        let offer = ImportOffer::of(source, read, session);
        // The form waits below: Esc leads back to it.
        if let Some(form) = self.dialog.take()
            && form.kind == DialogKind::ImportFile
        {
            self.under.push(form);
        }
        self.open(DialogKind::Import(Box::new(offer)), session, now);
    }

    /// It could not be read.
    pub fn not_imported(&mut self, cause: &str) {
        match self.dialog.as_mut().and_then(|dialog| dialog.form_mut()) {
            Some(form) => form.complaint = Some(cause.to_owned()),
            None => self.reopen_form(Severity::Warning, cause.to_owned()),
        }
    }
}
