//! What is asked of the desk by whoever draws it, runs it or opens something over it: answers made of what it keeps, and
//! nothing changed.

use crate::domain::hall_view::ProjectorView;
use crate::domain::session::Session;
use crate::domain::session::floor::Holder;
use crate::domain::session::item::ItemId;
use crate::domain::session::plan::Number;
use crate::domain::time::SessionTime;
use crate::tui::desk::dialog::context::DialogContext;
use crate::tui::desk::dialog::kind::DialogKind;
use crate::tui::desk::dialog::panel::Dialog;
use crate::tui::desk::draft::{Draft, Drafts};
use crate::tui::desk::import::ImportSource;
use crate::tui::desk::selection::Question;
use crate::tui::desk::{Desk, Pane};

impl Desk {
    /// What is said now.
    #[must_use]
    pub fn notice_text(&self) -> Option<&str> {
        self.notice.as_ref().map(|notice| notice.text.as_str())
    }

    /// Whether these are the keys of a station.
    #[must_use]
    pub const fn is_at_station(&self) -> bool {
        self.at.is_of_station()
    }

    /// Whether what lies on the disk is known not to be what was written.
    #[must_use]
    pub const fn is_mismatched(&self) -> bool {
        self.disk.is_mismatched()
    }

    /// The item that `1` `2` `3` class now.
    #[must_use]
    pub fn question(&self, session: &Session) -> Option<Question> {
        self.selection.question(session)
    }

    /// The item that the writing keys are about.
    #[must_use]
    pub fn item_in_question(&self, session: &Session) -> Option<ItemId> {
        self.selection.item_in_question(session)
    }

    /// The person that the queue's keys are about.
    #[must_use]
    pub fn person_in_question(&self, session: &Session) -> Option<Number> {
        self.selection.person_in_question(session)
    }

    /// Whose item a new item is: whoever speaks, else the last who spoke.
    #[must_use]
    pub(in crate::tui::desk) fn speaker(&self, session: &Session) -> Option<Number> {
        session
            .state()
            .turns
            .iter()
            .rev()
            .find_map(|turn| match turn.holder {
                Holder::Citizen(number) => Some(number),
                Holder::Chair | Holder::Agency(_) => None,
            })
            .or_else(|| self.person_in_question(session))
    }

    /// Whether a list has the arrow keys.
    pub(super) fn has_keys(&self, pane: Pane) -> bool {
        self.dialogs.top().is_none() && self.selection.focus() == pane
    }

    /// What lies open over the desk.
    #[must_use]
    pub fn open_dialog(&self) -> Option<&Dialog> {
        self.dialogs.top()
    }

    /// Whether letters and digits are text now.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        self.dialogs.form().is_some()
    }

    /// The card of an item that the class keys are about, or the form that takes its place.
    #[must_use]
    pub fn form_about_item(&self) -> Option<ItemId> {
        self.dialogs.form()?.content.about_item()
    }

    /// Everything typed that is not accepted yet: in the open form, and in those that were left.
    #[must_use]
    pub fn drafts(&self) -> Drafts {
        Drafts {
            open: self.draft(),
            set_aside: self.set_aside_drafts(),
        }
    }

    /// What is being typed now, or waits to be on disk, when it is worth keeping.
    #[must_use]
    pub fn draft(&self) -> Option<Draft> {
        self.dialogs.draft()
    }

    /// What was typed in forms that were left, to be there again when the session is continued.
    #[must_use]
    pub fn set_aside_drafts(&self) -> Vec<Draft> {
        self.dialogs.set_aside_drafts()
    }

    /// What a dialog is made from now.
    pub(in crate::tui::desk) fn context<'a>(
        &'a self,
        session: &'a Session,
        now: SessionTime,
    ) -> DialogContext<'a> {
        DialogContext {
            session,
            basis: &self.basis,
            words: &self.words,
            lang: self.lang,
            now,
            asked: self.stations.asked(),
            halls: &self.hall_addresses,
            at: self.at,
        }
    }

    /// Whether a table may be pasted now, as keys or as a text.
    #[must_use]
    pub fn takes_tables(&self) -> bool {
        self.table_before().is_some()
    }

    /// What was pasted of a table so far; `None` where no table is taken.
    pub(in crate::tui::desk) fn table_before(&self) -> Option<String> {
        let kind = self.dialogs.kind()?;
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

    /// What the hall sees now.
    #[must_use]
    pub fn hall_view(&self, session: &Session, now: SessionTime) -> ProjectorView {
        self.hall.view(session, now)
    }

    /// Whether the programs that offer the pages of the hall are shown now, so that what changed of them is to be shown, too.
    #[must_use]
    pub fn shows_halls(&self) -> bool {
        self.dialogs.hall_shown().is_some()
    }
}
