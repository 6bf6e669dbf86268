//! What is selected: chosen with the arrows, or following the session while nothing was chosen.

use super::{Desk, Pane};
use crate::domain::regulation::Phase;
use crate::domain::session::Session;
use crate::domain::session::floor::Turn;
use crate::domain::session::item::ItemId;
use crate::domain::session::next::Next;
use crate::domain::session::plan::Number;

impl Desk {
    /// The item that `1` `2` `3` and the writing keys are about.
    #[must_use]
    pub fn item_in_question(&self, session: &Session) -> Option<ItemId> {
        let state = session.state();
        if let Some(item) = self.item.filter(|item| state.item(*item).is_some()) {
            return Some(item);
        }
        if let Next::Class(item) = session.next() {
            return Some(item);
        }
        let of_turn = |turn: &Turn| {
            let unclassed = turn
                .items
                .iter()
                .find(|id| state.item(**id).is_some_and(|item| item.class.is_none()));
            unclassed.or_else(|| turn.items.last()).copied()
        };
        state
            .turns
            .last()
            .and_then(of_turn)
            .or_else(|| state.items.last().map(|item| item.id))
    }

    /// An item without a class that was chosen by hand.
    #[must_use]
    pub fn unclassed_in_question(&self, session: &Session) -> Option<ItemId> {
        let chosen = session.state().item(self.item?)?;
        chosen.class.is_none().then_some(chosen.id)
    }

    /// The person that the queue's keys are about.
    #[must_use]
    pub fn person_in_question(&self, session: &Session) -> Option<Number> {
        let queue = &session.state().queue;
        self.person
            .filter(|number| queue.person(*number).is_some())
            .or_else(|| {
                queue
                    .waiting()
                    .next()
                    .map(|person| person.registration.number)
            })
    }

    pub(super) fn select(&mut self, session: &Session, to: Move) {
        let state = session.state();
        match self.focus {
            Pane::Queue => {
                let numbers: Vec<Number> = state
                    .queue
                    .people()
                    .iter()
                    .map(|person| person.registration.number)
                    .collect();
                self.person = to.within(&numbers, self.person_in_question(session));
            }
            Pane::Items => {
                let items: Vec<ItemId> = state.items.iter().map(|item| item.id).collect();
                self.item = to.within(&items, self.item_in_question(session));
            }
        }
    }
}

/// The items that are answered together with this one: those of the answer that is due or being given. One that was
/// chosen with the arrows is answered alone.
pub(super) fn answered_with(item: ItemId, chosen: bool, session: &Session) -> Vec<ItemId> {
    let floor = session.state().floor();
    let together = if let Some(turn) = floor.filter(|turn| turn.phase == Phase::Answer) {
        turn.items.clone()
    } else if let Next::Answer { items, .. } = session.next() {
        items
    } else {
        Vec::new()
    };
    if !chosen && together.contains(&item) {
        together
    } else {
        vec![item]
    }
}

/// A move of the selection.
#[derive(Debug, Clone, Copy)]
pub(super) enum Move {
    By(isize),
    First,
    Last,
}

impl Move {
    fn within<T: Copy + PartialEq>(self, all: &[T], here: Option<T>) -> Option<T> {
        let last = all.len().checked_sub(1)?;
        let here = here.and_then(|here| all.iter().position(|one| *one == here));
        let to = match (self, here) {
            (Self::First, _) | (Self::By(_), None) => 0,
            (Self::Last, _) => last,
            (Self::By(by), Some(here)) => here.saturating_add_signed(by).min(last),
        };
        all.get(to).copied()
    }
}
