//! What a dialog is made from, and how people and items are called in it.

use crate::desk::almanac::Almanac;
use crate::desk::phrases;
use crate::desk::words::Words;
use crate::moment::Stamp;
use crate::session::Session;
use crate::session::item::{ItemId, Raiser};
use crate::session::plan::{Number, Registration};
use crate::words::Lang;

/// What a dialog is made from.
#[derive(Debug, Clone, Copy)]
pub struct DialogContext<'a> {
    pub session: &'a Session,
    pub almanac: &'a Almanac,
    pub words: &'a Words,
    pub lang: Lang,
    pub now: Stamp,
}

impl DialogContext<'_> {
    pub(super) fn item_text(&self, id: ItemId) -> String {
        phrases::item_text(self.session, id, self.words)
    }

    pub(super) fn raiser_name(&self, by: Raiser) -> String {
        phrases::raiser_name(self.session, by)
    }

    pub(super) fn person_name(&self, number: Number) -> String {
        phrases::raiser_name(self.session, Raiser::Citizen(number))
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
