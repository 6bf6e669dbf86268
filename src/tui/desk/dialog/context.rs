//! What a dialog is made from, and how people and items are called in it.

use std::collections::BTreeSet;

use crate::domain::deadlines::Basis;
use crate::domain::i18n::Lang;
use crate::domain::session::Session;
use crate::domain::session::event::StationId;
use crate::domain::session::item::{ItemId, Raiser};
use crate::domain::session::plan::{Number, Registration};
use crate::domain::time::SessionTime;
use crate::store::hall_sheet::HallAddress;
use crate::tui::desk::action::Action;
use crate::tui::desk::keymap::Mode;
use crate::tui::desk::phrases;
use crate::tui::desk::words::DeskWords;

/// What an act comes to now, as the desk knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActNow {
    /// It cannot be done, and why.
    Barred(String),
    /// What it would do, to whom or to what.
    Does(String),
    /// It can be done, and there is no more to say of it than what it always does.
    AsEver,
}

/// Asks what an act comes to now.
pub type AskAct<'a> = &'a dyn Fn(Action) -> ActNow;

/// What a dialog is made from.
#[derive(Debug, Clone, Copy)]
pub struct DialogContext<'a> {
    pub session: &'a Session,
    pub basis: &'a Basis,
    pub words: &'a DeskWords,
    pub lang: Lang,
    pub now: SessionTime,
    /// The stations that asked for something since the desk was opened, also in vain.
    pub asked: &'a BTreeSet<StationId>,
    /// The programs that offer the pages of the hall, as far as they were looked for.
    pub halls: &'a [HallAddress],
    /// What the keys mean while nothing lies open: at the desk, or at a station.
    pub at: Mode,
}

impl DialogContext<'_> {
    /// Every station that ever asked for something, or is shut out.
    pub(super) fn known_stations(&self) -> BTreeSet<StationId> {
        let entries = self.session.history().entries().iter();
        let did = entries.filter_map(|entry| entry.record.by.clone());
        did.chain(self.session.state().shut_out.iter().cloned())
            .chain(self.asked.iter().cloned())
            .collect()
    }

    pub(super) fn item_text(&self, id: ItemId) -> String {
        phrases::item_text(self.session, id, self.words)
    }

    pub(super) fn raiser_name(&self, by: Raiser) -> String {
        phrases::raiser_name(self.session, by)
    }

    pub(super) fn person_name(&self, number: Number) -> String {
        phrases::raiser_name(self.session, Raiser::Citizen(number))
    }

    /// Whether the hall may read whole names, or only their initials.
    pub(super) fn shows_names(&self) -> bool {
        !self.session.plan().settings.mask_names
    }

    /// What those who registered have written in a field, each once, in order.
    pub(super) fn known_before(&self, of: impl Fn(&Registration) -> &String) -> Vec<String> {
        let people = self.session.state().queue.people().iter();
        let mut known: Vec<String> = people
            .map(|person| of(&person.registration).clone())
            .filter(|text| !text.is_empty())
            .collect();
        known.sort();
        known.dedup();
        known
    }
}
