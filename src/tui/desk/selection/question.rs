//! Which item the class keys are about: the one that the bottom line names, and no other.

use super::{Pane, Selection};
use crate::domain::session::Session;
use crate::domain::session::floor::Holder;
use crate::domain::session::item::ItemId;
use crate::domain::session::next::Next;

/// The item that is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    pub item: ItemId,
    /// Its card was opened by hand, rather than asked by the order.
    pub by_hand: bool,
}

impl Selection {
    /// The item that `1` `2` `3` class now: of the card that was opened, else the one that the order asks about. While a
    /// citizen speaks there is none.
    pub(in crate::tui::desk) fn question(&self, session: &Session) -> Option<Question> {
        if speaking_citizen(session).is_some() || session.state().closed.is_some() {
            return None;
        }
        if let Some(item) = self.open_card(session) {
            return Some(Question {
                item,
                by_hand: true,
            });
        }
        match session.next() {
            Next::Class(item) => Some(Question {
                item,
                by_hand: false,
            }),
            Next::EnterStep(_)
            | Next::Tick(_)
            | Next::Call(_)
            | Next::ChooseStep
            | Next::StartClock
            | Next::ResumeClock
            | Next::EndFloor
            | Next::Answer { .. }
            | Next::ReadPrepared(_)
            | Next::Exchange(_)
            | Next::HoldSpeeches
            | Next::EndBreak
            | Next::Close
            | Next::Nothing => None,
        }
    }

    /// The item whose card lies open.
    fn open_card(&self, session: &Session) -> Option<ItemId> {
        self.card
            .filter(|item| session.state().item(*item).is_some())
    }

    /// Whether a card was opened by hand and not closed since.
    pub(in crate::tui::desk) const fn has_card(&self) -> bool {
        self.card.is_some()
    }

    /// The item that `Enter` would open the card of: another than the one asked about, in the pane of items.
    pub(in crate::tui::desk) fn card_to_open(&self, session: &Session) -> Option<ItemId> {
        if self.focus != Pane::Items || self.card.is_some() {
            return None;
        }
        let asked = self.question(session).map(|question| question.item);
        self.item
            .filter(|item| session.state().item(*item).is_some() && Some(*item) != asked)
    }

    pub(in crate::tui::desk) const fn open_card_of(&mut self, item: ItemId) {
        self.card = Some(item);
        self.go_to_item(item);
    }
}

/// The citizen who speaks now, while no class is asked.
pub(in crate::tui::desk) fn speaking_citizen(session: &Session) -> Option<Holder> {
    session
        .state()
        .floor()
        .map(|turn| turn.holder.clone())
        .filter(|holder| matches!(holder, Holder::Citizen(_)))
}
