//! Lists that come while the session is under way: a pasted table or a file asks to be read, and what was read is shown
//! before it is added.

use crate::domain::session::Session;
use crate::domain::time::SessionTime;
use crate::tui::desk::dialog::kind::DialogKind;
use crate::tui::desk::dialog::panel::Panel;
use crate::tui::desk::import::{ImportOffer, ImportSource, ImportedLists, ReadAs, is_table};
use crate::tui::desk::words::NoticeMessage;
use crate::tui::desk::{Desk, Effect, Severity};

impl Desk {
    /// Text that was pasted; a table asks for what it would add.
    pub fn paste(&mut self, text: &str) -> Option<Effect> {
        if let Some(effect) = self.pasted_table(text) {
            return Some(effect);
        }
        match self.dialogs.panel_mut() {
            Some(Panel::Form(form)) => form.paste(text),
            Some(Panel::List(picker)) => picker.paste(text),
            Some(Panel::Page(_) | Panel::Gate(_)) => {}
            None => self.notify_sentence(|words| &words.notices[NoticeMessage::Stray]),
        }
        None
    }

    /// What a pasted table asks for; a long one comes in parts, each behind the others.
    fn pasted_table(&self, text: &str) -> Option<Effect> {
        let before = self.table_before()?;
        (!before.is_empty() || is_table(text)).then(|| {
            Effect::Import(ImportSource::Pasted {
                text: before + text,
                read_as: ReadAs::Guessed,
            })
        })
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
        if let Some(form) = self.dialogs.take()
            && form.kind == DialogKind::ImportFile
        {
            self.dialogs.wait(form);
        }
        self.open(DialogKind::Import(Box::new(offer)), session, now);
    }

    /// It could not be read.
    pub fn not_imported(&mut self, cause: &str) {
        if !self.dialogs.complain(cause) {
            self.reopen_form(Severity::Warning, cause.to_owned());
        }
    }
}
