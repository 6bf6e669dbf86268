//! What is selected: chosen with the arrows, or following the session while nothing was chosen.

use super::{Desk, Pane};
use crate::domain::regulation::Phase;
use crate::domain::session::Session;
use crate::domain::session::floor::{Holder, Turn};
use crate::domain::session::item::ItemId;
use crate::domain::session::next::Next;
use crate::domain::session::plan::Number;
use crate::domain::session::queue::{Registrant, Standing};

impl Desk {
    /// The item that the writing keys are about.
    #[must_use]
    pub fn item_in_question(&self, session: &Session) -> Option<ItemId> {
        let state = session.state();
        if let Some(item) = self.item.filter(|item| state.item(*item).is_some()) {
            return Some(item);
        }
        if let Some(question) = self.question(session) {
            return Some(question.item);
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
                let numbers: Vec<Number> = people_in_order(session)
                    .into_iter()
                    .map(|person| person.registration.number)
                    .collect();
                self.person = to.within(&numbers, self.person_in_question(session));
            }
            Pane::Items => {
                let items: Vec<ItemId> = state.items.iter().map(|item| item.id).collect();
                self.item = to.within(&items, self.item_in_question(session));
                // The card follows the selection, so that the two never name different items.
                if self.card.is_some() {
                    self.card = self.item;
                }
            }
            Pane::Floor => {
                self.scrolled = match to {
                    Move::By(by) => self.scrolled.saturating_add_signed(by),
                    Move::First => 0,
                    Move::Last => usize::MAX / 2,
                };
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

/// The people of the queue as they are listed: those who wait in calling order, then the others; whoever speaks is not
/// among them.
pub(super) fn people_in_order(session: &Session) -> Vec<&Registrant> {
    let state = session.state();
    let speaking = state.floor().and_then(|turn| match turn.holder {
        Holder::Citizen(number) => Some(number),
        Holder::Chair | Holder::Agency(_) => None,
    });
    let listed = |person: &&Registrant| Some(person.registration.number) != speaking;
    let waits = |person: &&Registrant| person.standing == Standing::Waiting;
    let people = state.queue.people().iter().filter(listed);
    let (mut waiting, others): (Vec<_>, Vec<_>) = people.partition(waits);
    waiting.extend(others);
    waiting
}
